"""Names of columns: as they stand in the header, made distinct, and found again by a mapping."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence

from hrplanner.model.errors import FileProblem
from hrplanner.storage.exchange.rows import MAX_COLUMNS

# What puts a question into a group, in the column names of forms.
_GROUP_MARKS = ("/", ":")


def header_names(cells: Sequence[object]) -> list[str]:
    """One name for each column: trimmed, composed; a blank or repeated one is told apart by its place."""
    if len(cells) > MAX_COLUMNS:
        raise FileProblem("too_many_columns", limit=MAX_COLUMNS)
    names: list[str] = []
    for place, cell in enumerate(cells, start=1):
        text = unicodedata.normalize("NFC", "" if cell is None else str(cell)).strip().lstrip("\ufeff")
        while not text or text in names:
            text = f"{text} #{place}".strip()
        names.append(text)
    if not any(not name.startswith("#") for name in names):
        raise FileProblem("no_header")
    return names


def find_column(wanted: str, have: Collection[str]) -> str | None:
    """The column that a mapping means: the same name, the same but for case and spaces, or the end of a path."""
    exact = unicodedata.normalize("NFC", wanted).strip()
    if exact in have:
        return exact
    loose = _loose(exact)
    alike = [name for name in have if _loose(name) == loose]
    if not alike:
        alike = [name for name in have if any(_loose(name).endswith(mark + loose) for mark in _GROUP_MARKS)]
    return alike[0] if len(alike) == 1 else None


def _loose(name: str) -> str:
    return " ".join(name.casefold().split())
