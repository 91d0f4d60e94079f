"""A code as black squares: the matrix, its size on paper, and one path that draws it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

import qrcode
from qrcode.util import MODE_8BIT_BYTE, MODE_ALPHA_NUM, QRData

from hrplanner.model.errors import Refused
from hrplanner.reports.pdf import Canvas

QUIET = 4  # modules of white on every side
_STRONG, _ROOMY = "M", "L"
_STRONG_UP_TO = 73  # modules; a longer text is read more often with fewer squares than with more correction
_LEVELS = MappingProxyType(
    {
        "L": qrcode.constants.ERROR_CORRECT_L,
        "M": qrcode.constants.ERROR_CORRECT_M,
    }
)
# A module is six whole dots of 1/300 inch, 0.508 mm: of our own pages, copied, folded, blotted and photographed, 85
# modules with correction M were read 179 of 200 times, 81 with L 193 times, 77 with L 189; seven dots gained no more.
_MODULE = 6 * 72 / 300
_LARGEST = 81
_ALPHANUMERIC = re.compile(r"[0-9A-Z $%*+\-./:]*")


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows of modules, black where True, without the white around them; `module` is in points."""

    rows: tuple[tuple[bool, ...], ...]
    module: float

    @property
    def modules(self) -> int:
        """Of one side."""
        return len(self.rows)

    @property
    def side(self) -> float:
        """In points, without the white around."""
        return self.modules * self.module

    @property
    def quiet(self) -> float:
        """The white around, in points."""
        return QUIET * self.module


@lru_cache(maxsize=32)  # whether a text fits is asked before it is drawn
def matrix(text: str) -> Matrix:
    """The code of a text; refuses a text that would need more than 81 modules (41 mm)."""
    strong = _rows(text, _STRONG)
    rows = strong if strong and len(strong) <= _STRONG_UP_TO else _rows(text, _ROOMY)
    if not rows or len(rows) > _LARGEST:
        raise Refused("code_too_long", length=len(text))
    return Matrix(rows, _MODULE)


def _rows(text: str, level: str) -> tuple[tuple[bool, ...], ...]:
    """The squares at one level of correction; none where no code holds the text."""
    if _ALPHANUMERIC.fullmatch(text):
        part = QRData(text, mode=MODE_ALPHA_NUM)
    else:
        part = QRData(text.encode("utf-8", "replace"), mode=MODE_8BIT_BYTE)
    code = qrcode.QRCode(error_correction=_LEVELS[level], border=0)
    code.add_data(part)
    try:
        code.make(fit=True)
    except (qrcode.exceptions.DataOverflowError, ValueError):
        return ()
    return tuple(tuple(bool(module) for module in row) for row in code.get_matrix())


def fits(text: str) -> bool:
    """Whether the code of a text is small enough for a page."""
    try:
        matrix(text)
    except Refused:
        return False
    return True


def draw(canvas: Canvas, code: Matrix, x: float, y: float) -> None:
    """The code with its lower left corner at x, y; the quiet zone is painted white first, so that nothing runs in."""
    module, count = code.module, code.modules
    canvas.saveState()
    canvas.setFillGray(1)
    margin = code.quiet
    canvas.rect(x - margin, y - margin, code.side + 2 * margin, code.side + 2 * margin, stroke=0, fill=1)
    canvas.setFillGray(0)
    path = canvas.beginPath()
    for line, row in enumerate(code.rows):
        for start, length in _stretches(row):
            path.rect(x + start * module, y + (count - line - 1) * module, length * module, module)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()


def _stretches(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Start and length of every run of black: one rectangle each keeps the file small and the edges sharp."""
    found: list[tuple[int, int]] = []
    start = 0
    while start < len(row):
        end = start
        while end < len(row) and row[end]:
            end += 1
        if end > start:
            found.append((start, end - start))
        start = end + 1
    return found
