"""The tables of councils and committees and of their seats; how tables are made is in `columns`."""

from __future__ import annotations

from hrplanner.model.bodies import Post
from hrplanner.model.changes import RowKind
from hrplanner.storage.columns import (
    binned,
    day,
    identity,
    json_text,
    needed_code,
    needed_text,
    table,
    text,
    whole,
    yes_no,
)

body = table(
    RowKind.BODY,
    identity(),
    needed_text("code"),
    needed_text("title"),
    needed_text("kind"),
    whole("places"),
    text("legal_basis"),
    binned(),
)
seat = table(
    RowKind.SEAT,
    identity(),
    needed_text("body"),
    needed_code("post", Post),
    json_text("groups"),
    json_text("not_in"),
    yes_no("empty"),
    day("since"),
    day("until"),
    binned(),
)
