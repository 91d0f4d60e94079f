"""The tables of a book, as expressions without anything that only SQLite knows, save STRICT and WITHOUT ROWID.

Each kind of row in `model.changes` has the table of its name, whose columns are the fields of the value it keeps; a
test holds them equal. Ids are UUIDv7 in 16 bytes, so that two laptops never make the same one; a group is known by its
code. Coded fields carry a CHECK made from the codes of the model. Nothing is deleted: a row that was taken away has
its time in `binned` (milliseconds since 1970). Committees are in `body_tables`, the log in `log_tables`.
"""

from __future__ import annotations

import sqlalchemy as sa

from hrplanner.model.changes import RowKind
from hrplanner.model.commitments import Status
from hrplanner.model.issues import Answer, HowDecided
from hrplanner.model.people import Role
from hrplanner.model.voice import TurnRole
from hrplanner.storage import body_tables  # noqa: F401  its tables are among those below
from hrplanner.storage.columns import (
    binned,
    check,
    coded,
    day,
    identity,
    json_text,
    metadata,
    needed_code,
    needed_text,
    needed_whole,
    of_session,
    table,
    table_of_texts,
    text,
    whole,
    yes_no,
)
from hrplanner.storage.merge_tables import conflict
from hrplanner.storage.proof_tables import PROOFS
from hrplanner.storage.review_tables import REVIEWS

office = table(
    RowKind.OFFICE,
    identity(),
    needed_text("name"),
    text("country"),
    needed_text("language"),
    needed_text("paper_language"),
    yes_no("practice"),
    whole("names_kept"),
    text("kept_because"),
    text("web_address"),
    json_text("restricted"),
    json_text("guards"),
    binned(),
)
group = table(
    RowKind.GROUP,
    sa.Column("id", sa.LargeBinary, primary_key=True),
    needed_text("code"),
    needed_text("dimension"),
    text("name"),
    sa.Column("position", sa.Integer, nullable=False),
    binned(),
)
series = table(RowKind.SERIES, identity(), needed_text("code"), text("title"), binned())
rule = table_of_texts(
    RowKind.RULE,
    identity(),
    needed_text("code"),
    json_text("written"),
    yes_no("switched"),
    text("focal_point"),
    text("secretary"),
    text("confirmed_by"),
    day("confirmed_on"),
    binned(),
)
learned_word = table(RowKind.LEARNED_WORD, identity(), needed_text("word"), needed_text("group"), binned())

session = table(
    RowKind.SESSION,
    identity(),
    needed_text("number"),
    needed_text("title"),
    needed_text("kind"),
    text("country"),
    text("series"),
    text("body"),
    text("legal_basis"),
    text("reheld_of"),
    yes_no("held"),
    day("date"),
    text("date_as_written"),
    text("start"),
    text("end"),
    text("venue"),
    whole("heads"),
    whole("heads_low"),
    whole("heads_high"),
    whole("signatures"),
    whole("slips"),
    whole("voters"),
    whole("invitees"),
    whole("members"),
    whole("fully_organised"),
    whole("seats"),
    whole("chairs"),
    json_text("not_stated"),
    json_text("not_asked"),
    json_text("absent"),
    day("notice_date"),
    json_text("notice_means"),
    json_text("notice_places"),
    text("notice_proof"),
    json_text("dates"),
    json_text("evidence"),
    json_text("recalled"),
    json_text("replies"),
    json_text("next_steps"),
    text("barriers"),
    text("support"),
    whole("referrals"),
    text("source"),
    binned(),
    sa.Index("uq_session_number", "number", unique=True, sqlite_where=sa.text("binned is null")),
    sa.Index("ix_session_source", "source", sqlite_where=sa.text("source is not null")),
    sa.Index("ix_session_date", "date"),
)

person = table(
    RowKind.PERSON,
    identity(),
    of_session(),
    text("code"),
    text("name"),
    whole("age"),
    needed_code("role", Role),
    text("place"),
    yes_no("signed"),
    yes_no("resident"),
    text("at"),
    text("source"),
    json_text("consent"),
    binned(),
    sa.Index("ix_person_name", "name", sqlite_where=sa.text("name is not null and binned is null")),
    sa.Index("ix_person_source", "source", sqlite_where=sa.text("source is not null")),
)

membership = table(
    "membership",
    sa.Column(
        "person", sa.LargeBinary, sa.ForeignKey("person.id", deferrable=True, initially="DEFERRED"), primary_key=True
    ),
    sa.Column("group", sa.Text, primary_key=True),
    sa.Column("belongs", sa.Integer, check("belongs", "belongs in (0, 1)"), nullable=False),
    sa.Index("ix_membership_group", "group", "person"),
)
"""Groups of a person: 1 belongs, 0 said no; no row is silence."""

tally = table(
    RowKind.TALLY,
    identity(),
    of_session(),
    needed_text("group"),
    whole("count"),
    whole("low"),
    whole("high"),
    text("percent"),
    text("counted_by"),
    text("source"),
    binned(),
)

turn = table(
    RowKind.TURN,
    identity(),
    of_session(),
    text("group"),
    needed_code("role", TurnRole),
    whole("seconds"),
    needed_whole("count"),
    text("at"),
    text("source"),
    binned(),
)

agenda_item = table(
    RowKind.AGENDA_ITEM,
    identity(),
    of_session(),
    needed_text("text"),
    sa.Column("position", sa.Integer, nullable=False),
    whole("minutes"),
    text("source"),
    binned(),
)

issue = table_of_texts(
    RowKind.ISSUE,
    identity(),
    of_session(),
    needed_text("code"),
    needed_text("text"),
    json_text("raised_by"),
    text("theme"),
    text("place"),
    text("volume"),
    whole("cost"),
    coded("answer", Answer),
    text("reason"),
    text("office"),
    text("source"),
    binned(),
    sa.Index("ix_issue_source", "source", sqlite_where=sa.text("source is not null")),
)

decision = table_of_texts(
    RowKind.DECISION,
    identity(),
    of_session(),
    needed_text("code"),
    needed_text("text"),
    coded("how", HowDecided),
    text("dissent"),
    json_text("answers"),
    text("source"),
    binned(),
)

commitment = table_of_texts(
    RowKind.COMMITMENT,
    identity(),
    of_session(),
    needed_text("code"),
    needed_text("text"),
    json_text("answers"),
    text("owner"),
    text("first_step"),
    day("due"),
    sa.Column("money", sa.Integer),
    needed_code("status", Status),
    text("progress"),
    text("source"),
    binned(),
    sa.Index("ix_commitment_due", "due", sqlite_where=sa.text("binned is null")),
    sa.Index("ix_commitment_source", "source", sqlite_where=sa.text("source is not null")),
)

money = table(
    RowKind.MONEY,
    identity(),
    of_session(),
    needed_text("group"),
    needed_whole("amount"),
    needed_whole("of"),
    text("source"),
    binned(),
)

moment = table(RowKind.MOMENT, identity(), of_session(), text("time"), needed_whole("heads"), binned())
signature = table(
    RowKind.SIGNATURE, identity(), of_session(), needed_text("office"), text("name"), yes_no("signed"), binned()
)
publication = table(RowKind.PUBLICATION, identity(), of_session(), needed_text("place"), day("date"), binned())

minutes = table_of_texts(
    RowKind.MINUTES,
    identity(),
    of_session(),
    needed_whole("version"),
    needed_text("canonical"),
    needed_text("digest"),
    needed_text("log_head"),
    needed_whole("frozen_at"),
    binned(),
    sa.Index("uq_minutes_version", "session", "version", unique=True, sqlite_where=sa.text("binned is null")),
)

printout = table_of_texts(
    RowKind.PRINTOUT,
    identity(),
    of_session(),
    needed_whole("version"),
    needed_text("document"),
    needed_text("language"),
    needed_text("reader"),
    needed_text("paper"),
    json_text("pages"),
    binned(),
)

APART = {**PROOFS, **REVIEWS, RowKind.CONFLICT: conflict}
TABLES = {kind: metadata.tables[kind] for kind in RowKind if kind not in APART} | APART
"""The table of each kind of row."""
