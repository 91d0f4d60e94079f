"""A row of somebody else's file, and the cleaning of its text; what the row means is the mapping's business."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# Room for a district's register of ten years, and a stop before the computer of a ward office swaps.
MAX_TEXT_BYTES = 1 << 29
MAX_JSON_BYTES = 1 << 26
MAX_ROWS = 2_000_000
MAX_COLUMNS = 1_000
MAX_CELL = 1_000_000  # characters

# C0 and C1 controls but for tab and line ends, and the two characters that Unicode reserves for nobody.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
# Marks that turn the order of everything after them; joiners and the plain direction marks are not among them.
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_UNDECODED = re.compile("[\ud800-\udfff]")
# One look at a whole line tells that none of its cells needs a second look.
_SUSPECT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row by column, and where it stands: a physical line, a row of a sheet or a number in a list."""

    line: int
    cells: dict[str, object]


@dataclass(frozen=True, slots=True)
class BadCell:
    """A cell that holds something which may not be taken; refuses its row only where the column is used."""

    code: str


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that could not be read as cells at all."""

    line: int
    code: str


def clean(text: str) -> str | BadCell:
    """The text as it may be kept: composed (NFC), with joiners, without what hides or reorders."""
    if suspect(text):
        return _complaint(text)
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text)


def suspect(text: str) -> bool:
    """Whether some character of the text may not be kept."""
    return _SUSPECT.search(text) is not None


def blank(value: object) -> bool:
    """Whether a cell says nothing: empty, or white space of any kind."""
    return value is None or (isinstance(value, str) and not value.strip())


def _complaint(text: str) -> BadCell:
    if _UNDECODED.search(text):
        return BadCell("encoding")
    return BadCell("control_character" if _CONTROL.search(text) else "bidi_control")
