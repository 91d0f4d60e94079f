"""The tables beside the rows: the log of entries, the copies that wrote it, and what a program must be able to read.

What the columns of the log mean, and how its chain is made, is in `entries`.
"""

from __future__ import annotations

import sqlalchemy as sa

from hrplanner.storage.columns import (
    check,
    identity,
    json_text,
    needed_text,
    needed_whole,
    table,
    table_of_texts,
    text,
    whole,
)

book = table(
    "book",
    sa.Column("one", sa.Integer, check("one", "one = 1"), primary_key=True),
    sa.Column("id", sa.LargeBinary, check("id", "length(id) = 16"), nullable=False),
    needed_whole("min_read"),
    needed_whole("min_write"),
    needed_whole("made"),
)
"""One row: which book this is in all its copies, and the versions that may read and write it."""

replica = table(
    "replica",
    identity(),
    sa.Column("home", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("origin", sa.LargeBinary),
    whole("branched_after"),
)
"""The copies of this book that wrote into it; `home` is a digest of the machine and the place of the copy.

Where two files went on as one copy, the entries of the second are kept under a name of their own: a branch of its
`origin`, which it left after the entry `branched_after`.
"""

entry = table(
    "entry",
    identity("replica"),
    sa.Column("sequence", sa.Integer, check("sequence", "sequence > 0"), primary_key=True),
    needed_whole("clock"),
    json_text("vector"),
    text("seen"),
    needed_text("step"),
    text("about"),
    text("actor"),
    sa.Column("undoes_replica", sa.LargeBinary),
    sa.Column("undoes_sequence", sa.Integer),
    sa.Column("session", sa.LargeBinary),
    needed_whole("at"),
    needed_whole("version"),
    needed_whole("changes"),
    sa.Column("body_hash", sa.LargeBinary, check("body_hash", "length(body_hash) = 32"), nullable=False),
    sa.Column("previous", sa.LargeBinary, check("previous", "length(previous) = 32"), nullable=False),
    sa.Column("chain", sa.LargeBinary, check("chain", "length(chain) = 32"), nullable=False),
    sa.Column("redacted", sa.Integer),
    sa.Index("ix_entry_clock", "clock", "replica"),
    sa.Index("ix_entry_session", "session", "clock"),
)

entry_body = table_of_texts(
    "entry_body",
    sa.Column("replica", sa.LargeBinary, primary_key=True),
    sa.Column("sequence", sa.Integer, primary_key=True),
    sa.Column("part", sa.Integer, primary_key=True),
    sa.Column("content", sa.LargeBinary, nullable=False),
    sa.ForeignKeyConstraint(
        ["replica", "sequence"], ["entry.replica", "entry.sequence"], deferrable=True, initially="DEFERRED"
    ),
)
"""What an entry changed, packed in parts; one that was redacted no longer has the digest in its entry."""

entry_pack = table_of_texts(
    "entry_pack",
    sa.Column("replica", sa.LargeBinary, primary_key=True),
    sa.Column("last", sa.Integer, primary_key=True),
    sa.Column("first", sa.Integer, check("first", "first > 0"), nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
    sa.ForeignKeyConstraint(
        ["replica", "last"], ["entry.replica", "entry.sequence"], deferrable=True, initially="DEFERRED"
    ),
)
"""The bodies of many entries that follow each other, in the place of their rows in `entry_body`; see `packs`."""
