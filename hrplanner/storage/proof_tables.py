"""The tables of what proves a paper: steps in the life of a version, signed summaries, scans, public keys."""

from __future__ import annotations

from hrplanner.model.changes import RowKind
from hrplanner.model.minutes import Stage
from hrplanner.storage.columns import (
    binned,
    day,
    identity,
    needed_code,
    needed_text,
    needed_whole,
    of_session,
    table,
    table_of_texts,
    text,
    yes_no,
)

minutes_step = table(
    RowKind.MINUTES_STEP,
    identity(),
    of_session(),
    needed_whole("version"),
    needed_code("stage", Stage),
    day("date"),
    text("office"),
    text("note"),
    text("language"),
    text("interpreter"),
    text("witness"),
    text("objections"),
    binned(),
)
statement = table_of_texts(
    RowKind.STATEMENT,
    identity(),
    of_session(),
    needed_whole("version"),
    needed_text("language"),
    needed_text("words"),
    needed_text("text"),
    binned(),
)
scan = table_of_texts(
    RowKind.SCAN,
    identity(),
    of_session(),
    needed_whole("version"),
    needed_text("document"),
    needed_whole("page"),
    needed_whole("pages"),
    needed_text("digest"),
    needed_text("content"),
    binned(),
)
office_key = table(RowKind.OFFICE_KEY, identity(), needed_text("name"), needed_text("key"), yes_no("own"), binned())

PROOFS = {
    RowKind.MINUTES_STEP: minutes_step,
    RowKind.STATEMENT: statement,
    RowKind.SCAN: scan,
    RowKind.OFFICE_KEY: office_key,
}
"""The tables by their kinds; `tables` has all."""
