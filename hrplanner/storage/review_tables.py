"""The tables of what was handed out to be reviewed, and of what came back; see `model.sharing` and `model.review`."""

from __future__ import annotations

from hrplanner.model.changes import RowKind
from hrplanner.model.review import Mark
from hrplanner.storage.columns import (
    binned,
    coded,
    identity,
    json_text,
    needed_text,
    needed_whole,
    table,
    table_of_texts,
    text,
    yes_no,
)

packet = table(
    RowKind.PACKET,
    identity(),
    needed_text("source"),
    needed_text("reader"),
    json_text("left_out"),
    needed_whole("made"),
    json_text("names"),
    binned(),
)
review_note = table_of_texts(
    RowKind.REVIEW_NOTE,
    identity(),
    needed_text("packet"),
    needed_text("kind"),
    needed_text("row"),
    text("field"),
    coded("mark", Mark),
    needed_text("text"),
    needed_text("author"),
    needed_whole("written"),
    yes_no("statement"),
    text("answer"),
    text("answered_by"),
    binned(),
)

REVIEWS = {RowKind.PACKET: packet, RowKind.REVIEW_NOTE: review_note}
