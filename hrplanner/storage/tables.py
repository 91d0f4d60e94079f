"""The tables of a book, as expressions without anything that only SQLite knows, save STRICT and WITHOUT ROWID.

Ids are UUIDv7 in 16 bytes, so that two laptops never make the same one. Coded fields carry a CHECK made from the
codes of the model. Nothing is deleted: a row that was taken away has its time in `binned` (milliseconds since 1970).
Columns bear the names of the fields of the values they keep; a test holds them equal.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import sqlalchemy as sa

from hrplanner.model.commitments import Status
from hrplanner.model.issues import Answer, HowDecided
from hrplanner.model.people import Role
from hrplanner.model.voice import TurnRole

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
    }
)

SMALL = {"sqlite_strict": True, "sqlite_with_rowid": False}
LONG = {"sqlite_strict": True}
"""Rows of long text stay in rowid tables, where they are smaller and faster to look up."""


def _id() -> sa.Column[bytes]:
    return sa.Column("id", sa.LargeBinary, sa.CheckConstraint("length(id) = 16", name="id"), primary_key=True)


def _session() -> sa.Column[bytes]:
    return sa.Column("session", sa.LargeBinary, sa.ForeignKey("session.id"), nullable=False, index=True)


def _binned() -> sa.Column[int]:
    return sa.Column("binned", sa.Integer)


def _must(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text)


def _whole(name: str) -> sa.Column[int]:
    """A count: not known, or zero and up."""
    return sa.Column(name, sa.Integer, sa.CheckConstraint(f"{name} >= 0", name=name))


def _number(name: str, *, least: int = 0) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, sa.CheckConstraint(f"{name} >= {least}", name=name), nullable=False)


def _yes_no(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, sa.CheckConstraint(f"{name} in (0, 1)", name=name))


def _day(name: str) -> sa.Column[str]:
    """A day as YYYY-MM-DD, which sorts as text."""
    shape = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
    return sa.Column(name, sa.Text, sa.CheckConstraint(f"{name} glob '{shape}'", name=name))


def _list(name: str) -> sa.Column[str]:
    """A short list as JSON text."""
    return sa.Column(name, sa.Text, sa.CheckConstraint(f"json_valid({name})", name=name), nullable=False)


def _code(name: str, codes: Iterable[StrEnum], *, needed: bool = True) -> sa.Column[str]:
    allowed = ", ".join(f"'{code.value}'" for code in codes)
    return sa.Column(name, sa.Text, sa.CheckConstraint(f"{name} in ({allowed})", name=name), nullable=not needed)


session = sa.Table(
    "session",
    metadata,
    _id(),
    _must("number"),
    _must("title"),
    _must("kind"),
    _text("country"),
    _text("series"),
    _text("body"),
    _text("reheld_of"),
    _yes_no("held"),
    _day("date"),
    _text("date_as_written"),
    _text("start"),
    _text("end"),
    _text("venue"),
    *(
        _whole(name)
        for name in (
            "heads",
            "heads_low",
            "heads_high",
            "signatures",
            "slips",
            "voters",
            "invitees",
            "members",
            "fully_organised",
            "seats",
            "chairs",
        )
    ),  # fmt: skip
    _list("not_stated"),
    _list("not_asked"),
    _text("source"),
    _binned(),
    sa.Index("ix_session_number", "number"),
    sa.Index("ix_session_date", "date"),
    **SMALL,
)

person = sa.Table(
    "person",
    metadata,
    _id(),
    _session(),
    _text("code"),
    _text("name"),
    _whole("age"),
    _code("role", Role),
    _text("place"),
    _yes_no("signed"),
    _text("at"),
    _text("source"),
    _binned(),
    sa.Index("ix_person_name", "name", sqlite_where=sa.text("name is not null and binned is null")),
    **SMALL,
)

membership = sa.Table(
    "membership",
    metadata,
    sa.Column("person", sa.LargeBinary, sa.ForeignKey("person.id"), primary_key=True),
    sa.Column("grp", sa.Text, primary_key=True),
    sa.Column("belongs", sa.Integer, sa.CheckConstraint("belongs in (0, 1)", name="belongs"), nullable=False),
    sa.Index("ix_membership_grp", "grp", "person"),
    **SMALL,
)
"""Groups of a person: 1 belongs, 0 said no; no row is silence."""

tally = sa.Table(
    "tally",
    metadata,
    _id(),
    _session(),
    _must("group"),
    _whole("count"),
    _whole("low"),
    _whole("high"),
    _text("percent"),
    _text("counted_by"),
    _text("source"),
    _binned(),
    **SMALL,
)

turn = sa.Table(
    "turn",
    metadata,
    _id(),
    _session(),
    _text("group"),
    _code("role", TurnRole),
    _whole("seconds"),
    _number("count"),
    _text("at"),
    _text("source"),
    _binned(),
    **SMALL,
)

agenda = sa.Table(
    "agenda",
    metadata,
    _id(),
    _session(),
    _must("text"),
    sa.Column("position", sa.Integer, nullable=False),
    _text("source"),
    _binned(),
    **SMALL,
)

issue = sa.Table(
    "issue",
    metadata,
    _id(),
    _session(),
    _must("code"),
    _must("text"),
    _list("raised_by"),
    _text("theme"),
    _text("place"),
    _code("answer", Answer, needed=False),
    _text("reason"),
    _text("office"),
    _text("source"),
    _binned(),
    **LONG,
)

decision = sa.Table(
    "decision",
    metadata,
    _id(),
    _session(),
    _must("code"),
    _must("text"),
    _code("how", HowDecided, needed=False),
    _text("dissent"),
    _list("answers"),
    _text("source"),
    _binned(),
    **LONG,
)

commitment = sa.Table(
    "commitment",
    metadata,
    _id(),
    _session(),
    _must("code"),
    _must("text"),
    _list("answers"),
    _text("owner"),
    _text("first_step"),
    _day("due"),
    sa.Column("money", sa.Integer),
    _code("status", Status),
    _text("progress"),
    _text("source"),
    _binned(),
    sa.Index("ix_commitment_due", "due", sqlite_where=sa.text("binned is null")),
    **LONG,
)

money = sa.Table(
    "money",
    metadata,
    _id(),
    _session(),
    _must("group"),
    _number("amount"),
    _number("of"),
    _text("source"),
    _binned(),
    **SMALL,
)

entry = sa.Table(
    "entry",
    metadata,
    sa.Column("replica", sa.LargeBinary, sa.CheckConstraint("length(replica) = 16", name="replica"), primary_key=True),
    sa.Column("seq", sa.Integer, sa.CheckConstraint("seq > 0", name="seq"), primary_key=True),
    _number("clock", least=1),
    _list("vector"),
    _must("actor"),
    _must("label"),
    _must("kind"),
    sa.Column("undoes_replica", sa.LargeBinary),
    sa.Column("undoes_seq", sa.Integer),
    sa.Column("session", sa.LargeBinary),
    _number("at"),
    _number("format", least=1),
    sa.Column("body_hash", sa.LargeBinary, nullable=False),
    sa.Column("previous", sa.LargeBinary, nullable=False),
    sa.Column("chain", sa.LargeBinary, nullable=False),
    sa.Column("blanked", sa.Integer),
    sa.Index("ix_entry_clock", "clock", "replica"),
    sa.Index("ix_entry_session", "session", "clock"),
    **SMALL,
)
"""The log: one transaction is one entry; `entries` says what the columns mean and how the chain is made."""

entry_body = sa.Table(
    "entry_body",
    metadata,
    sa.Column("replica", sa.LargeBinary, primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("part", sa.Integer, primary_key=True),
    sa.Column("content", sa.LargeBinary, nullable=False),
    sa.ForeignKeyConstraint(["replica", "seq"], ["entry.replica", "entry.seq"]),
    **LONG,
)
"""What an entry changed, packed in parts; without rows the body was blanked and only its hash is left."""

replica = sa.Table(
    "replica",
    metadata,
    sa.Column("id", sa.LargeBinary, sa.CheckConstraint("length(id) = 16", name="id"), primary_key=True),
    sa.Column("home", sa.LargeBinary, nullable=False, unique=True),
    **SMALL,
)
"""The copies of this book that wrote into it; `home` is a digest of the machine and the place of the copy."""
