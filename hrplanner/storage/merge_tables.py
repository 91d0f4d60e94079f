"""The table of what merging asks people; see `model.conflicts`."""

from __future__ import annotations

from hrplanner.model.changes import RowKind
from hrplanner.storage.columns import binned, identity, json_text, needed_text, table, text, yes_no

conflict = table(
    RowKind.CONFLICT,
    identity(),
    needed_text("kind"),
    needed_text("row"),
    text("field"),
    json_text("heads"),
    yes_no("settled"),
    binned(),
)
