"""Tables on paper: rows that never split, a head that comes again on every page, lines between rows only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from hrplanner.reports.blocks import Run, Runs
from hrplanner.reports.blocks import Table as TableBlock
from hrplanner.reports.boxes import MM, Box, Cell, Row
from hrplanner.reports.marks import HEAVY, THIN, rule
from hrplanner.reports.paragraph import Paragraph, style
from hrplanner.reports.pdf import Canvas
from hrplanner.reports.tagging import Element

UNDER_HEAD = 0.7
_GUTTER = 6.0
_HIGHEST_HEAD = 0.4  # of a page; a higher one is printed once, as a row, so that the rows get on


@dataclass(frozen=True, slots=True)
class Lines:
    """Weights of the horizontal lines, 0 for none."""

    top: float = HEAVY
    under_head: float = UNDER_HEAD
    between: float = THIN
    bottom: float = HEAVY


@dataclass(slots=True)
class Grid:
    """Rows with white above and below each; `repeated` is the head as decoration, for the pages after the first."""

    rows: Sequence[Row]
    head: Row | None = None
    repeated: Row | None = None
    lines: Lines = Lines()
    pad: float = 2.6
    before: float = 0.0
    after: float = 0.0
    keep_with_next: bool = False
    _talls: Sequence[float] = field(default=(), init=False)  # of the rows; handed on to the parts of a long table

    def height(self, width: float) -> float:
        """All rows and the head."""
        return self._head(width) + sum(self._rows(width))

    def least(self, width: float) -> float:
        """The head and one row."""
        return self._head(width) + (self._tall(self.rows[0], width) if self.rows else 0.0)

    def split(self, width: float, room: float, *, forced: bool) -> tuple[Box, Box] | None:
        """Between rows; a row that is higher than a page is the only one that is cut."""
        used = self._head(width)
        if self.head is not None and used > room * _HIGHEST_HEAD and forced:
            return replace(self, rows=[self.head, *self.rows], head=None, repeated=None).split(width, room, forced=True)
        for index, tall in enumerate(self._rows(width)):
            if used + tall > room + 1e-6:
                if index:
                    return self._between(index)
                return self._cut(self.rows[0], width, room - used) if forced else None
            used += tall
        return None

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """Rows from above, lines between them."""
        _line(canvas, x, top, width, self.lines.top)
        if self.head is not None:
            self.head.draw(canvas, x, top - self.pad, width)
            top -= self._head(width)
            _line(canvas, x, top, width, self.lines.under_head)
        for index, row in enumerate(self.rows):
            row.draw(canvas, x, top - self.pad, width)
            top -= self._tall(row, width)
            last = index == len(self.rows) - 1
            _line(canvas, x, top, width, self.lines.bottom if last else self.lines.between)

    def _rows(self, width: float) -> Sequence[float]:
        if len(self._talls) != len(self.rows):
            self._talls = [self._tall(row, width) for row in self.rows]
        return self._talls

    def _between(self, index: int) -> tuple[Box, Box]:
        first, rest = self._parts(self.rows[:index], self.rows[index:])
        first._talls, rest._talls = self._talls[:index], self._talls[index:]
        return first, rest

    def _tall(self, row: Row, width: float) -> float:
        return row.height(width) + 2 * self.pad

    def _head(self, width: float) -> float:
        return self._tall(self.head, width) if self.head is not None else 0.0

    def _cut(self, row: Row, width: float, room: float) -> tuple[Box, Box] | None:
        parts = row.split(width, room - 2 * self.pad, forced=True)
        if parts is None or not isinstance(parts[0], Row) or not isinstance(parts[1], Row):
            return None
        return self._parts([parts[0]], [parts[1], *self.rows[1:]])

    def _parts(self, above: Sequence[Row], below: Sequence[Row]) -> tuple[Grid, Grid]:
        first = replace(self, rows=above, after=0.0)
        return first, replace(self, rows=below, head=self.repeated, before=0.0)


def table(block: TableBlock, language: str, root: Element) -> Grid:
    """The table of a block, with its structure; columns give way to a word that would not fit its own."""
    tree = root.add("Table")
    head = tuple((Run(text, bold=True),) for text in block.head)
    first = _texts(block, head, language, _cells(tree.add("TR"), "TH", len(head)))
    again = _texts(block, head, language, [None] * len(head))
    body = [_texts(block, texts, language, _cells(tree.add("TR"), "TD", len(texts))) for texts in block.rows]
    needs = [max(texts[column].longest_word() for texts in (first, *body)) for column in range(len(head))]
    widths = fitted([width * MM for width in block.widths], needs)
    rows = [_row(texts, widths) for texts in body]
    return Grid(rows, _row(first, widths, "bottom"), _row(again, widths, "bottom"), before=4.0, after=3.0)


def fitted(widths: Sequence[float], needs: Sequence[float]) -> list[float]:
    """Widths of the same sum in which every column holds its longest word, if they can; taken from those with room."""
    wanted = [need + _GUTTER for need in needs]
    short = [max(0.0, want - width) for width, want in zip(widths, wanted, strict=True)]
    spare = [max(0.0, width - want) for width, want in zip(widths, wanted, strict=True)]
    if not sum(short) or sum(short) > sum(spare):
        return list(widths)
    share = sum(short) / sum(spare)
    return [width + more - less * share for width, more, less in zip(widths, short, spare, strict=True)]


def _cells(line: Element, role: str, count: int) -> list[Element | None]:
    return [line.add(role, trait="column" if role == "TH" else None) for _ in range(count)]


def _texts(
    block: TableBlock, texts: Sequence[Runs], language: str, elements: Sequence[Element | None]
) -> list[Paragraph]:
    kinds = {align: style(language, "table", align=align) for align in ("start", "end")}
    return [
        Paragraph(runs, kinds["end" if column in block.numeric else "start"], element)
        for column, (runs, element) in enumerate(zip(texts, elements, strict=True))
    ]


def _row(texts: Sequence[Paragraph], widths: Sequence[float], stands: str = "top") -> Row:
    cells = []
    x = 0.0
    for column, (text, width) in enumerate(zip(texts, widths, strict=True)):
        gutter = 0.0 if column == len(texts) - 1 else _GUTTER
        cells.append(Cell(x, width - gutter, text, stands))
        x += width
    return Row(cells)


def _line(canvas: Canvas, x: float, y: float, width: float, weight: float) -> None:
    if weight:
        rule(canvas, x, y, width, weight)
