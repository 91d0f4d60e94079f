"""What people write on by hand: lines behind a label, boxes to tick, forms with empty cells, framed notices.

The words are drawn as text, the lines and boxes as decoration. Everything takes the width it is given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hrplanner.reports import blocks, hand, qr
from hrplanner.reports.blocks import Run, plain
from hrplanner.reports.boxes import MM, Box, Cell, Figure, Row, Stack
from hrplanner.reports.figures import WIDTH, plain_words_code
from hrplanner.reports.marks import HEAVY, THIN, rule, upright
from hrplanner.reports.paragraph import Paragraph, style
from hrplanner.reports.pdf import Canvas
from hrplanner.reports.tables import Grid, Lines, fitted
from hrplanner.reports.tagging import Element

_SIDE, _ABOVE = 4 * MM, 2 * MM  # inside a frame
_GAP = 5 * MM  # between lines to write on
_SHORTEST = 22 * MM  # of a line to write on
_BOX = 4.4 * MM
_PAD = 2.6
_NUMBER = 15 * MM


@dataclass(slots=True)
class Frame:
    """A stack with a rule around it; parted only on an empty page that cannot hold it."""

    inside: Stack
    before: float = 0.0
    after: float = 0.0
    keep_with_next: bool = False

    def height(self, width: float) -> float:
        """With the white inside the rule."""
        return self.inside.height(width - 2 * _SIDE) + 2 * _ABOVE

    def least(self, width: float) -> float:
        """All of it."""
        return self.height(width)

    def split(self, width: float, room: float, *, forced: bool) -> tuple[Box, Box] | None:
        """Two frames."""
        parts = self.inside.split(width - 2 * _SIDE, room - 2 * _ABOVE, forced=True) if forced else None
        if parts is None or not isinstance(parts[0], Stack) or not isinstance(parts[1], Stack):
            return None
        return Frame(parts[0], self.before), Frame(parts[1], after=self.after)

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """The rule, then what is inside."""
        tall = self.height(width)
        with canvas.artifact():
            canvas.saveState()
            canvas.setLineWidth(0.9)
            canvas.rect(x, top - tall, width, tall, stroke=1, fill=0)
            canvas.restoreState()
        self.inside.draw(canvas, x + _SIDE, top - _ABOVE, width - 2 * _SIDE)


@dataclass(slots=True)
class Blanks:
    """Labels side by side with a line behind each; under the label where little room is left."""

    labels: Sequence[Paragraph]
    before: float = 5.0
    after: float = 3.0
    keep_with_next: bool = False

    def height(self, width: float) -> float:
        """Of the highest."""
        column = self._column(width)
        return max(self._tall(label, column) for label in self.labels)

    def least(self, width: float) -> float:
        """Never parted."""
        return self.height(width)

    def split(self, width: float, room: float, *, forced: bool) -> tuple[Box, Box] | None:
        """Never."""
        return None

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """Label after label; all lines stand at one height."""
        column, low = self._column(width), top - self.height(width) + 2.5
        for index, label in enumerate(self.labels):
            left = x + index * (column + _GAP)
            own = self._tall(label, column)
            label.draw(canvas, left, top - (self.height(width) - own), column)
            beside = label.natural_width() + 3 if self._beside(label, column) else 0.0
            rule(canvas, left + beside, low, column - beside)

    def _column(self, width: float) -> float:
        return (width - _GAP * (len(self.labels) - 1)) / len(self.labels)

    def _beside(self, label: Paragraph, column: float) -> bool:
        return label.natural_width() + _SHORTEST <= column

    def _tall(self, label: Paragraph, column: float) -> float:
        line = 0.0 if self._beside(label, column) else label.style.type.leading
        return label.height(column) + line


@dataclass(slots=True)
class Ticks:
    """Boxes with their words, as many in a line as fit."""

    words: Sequence[Paragraph]
    before: float = 3.0
    after: float = 3.0
    keep_with_next: bool = False

    def height(self, width: float) -> float:
        """All lines."""
        return self._places(width)[1]

    def least(self, width: float) -> float:
        """Never parted."""
        return self.height(width)

    def split(self, width: float, room: float, *, forced: bool) -> tuple[Box, Box] | None:
        """Never."""
        return None

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """A box, its word, and on to the next."""
        for word, (left, down) in zip(self.words, self._places(width)[0], strict=True):
            middle = top - down - word.style.type.leading / 2
            with canvas.artifact():
                canvas.saveState()
                canvas.setLineWidth(HEAVY)
                canvas.rect(x + left, middle - _BOX / 2, _BOX, _BOX, stroke=1, fill=0)
                canvas.restoreState()
            word.draw(canvas, x + left + _BOX + 2 * MM, top - down, width - left - _BOX - 2 * MM)

    def _places(self, width: float) -> tuple[list[tuple[float, float]], float]:
        """Where each box stands, from the upper left corner, and the height of all."""
        places: list[tuple[float, float]] = []
        left = down = tall = 0.0
        for word in self.words:
            wide = min(_BOX + 2 * MM + word.natural_width() + 1, width)
            if left and left + wide > width:
                left, down, tall = 0.0, down + tall + 3.0, 0.0
            places.append((left, down))
            tall = max(tall, word.height(width - left - _BOX - 2 * MM), _BOX + 1)
            left += wide + 5 * MM
        return places, down + tall


@dataclass(slots=True)
class Item:
    """A large number at the left, the text on its baseline, the rest below; a rule above all."""

    number: Paragraph
    text: Paragraph
    held: Stack
    before: float = 0.0
    after: float = 0.0
    keep_with_next: bool = False

    def height(self, width: float) -> float:
        """With the rule and the white under it."""
        inner = width - self._indent(width)
        return self._under_rule + self.text.height(inner) + self.held.height(inner) + _PAD

    def least(self, width: float) -> float:
        """All of it."""
        return self.height(width)

    def split(self, width: float, room: float, *, forced: bool) -> tuple[Box, Box] | None:
        """Only what no page holds, and then as plain text under each other."""
        return Stack([self.number, self.text, self.held]).split(width, room, forced=True) if forced else None

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """Number, text, and what belongs to it."""
        rule(canvas, x, top, width, 1.4)
        indent = self._indent(width)
        baseline = top - self._under_rule - self.text.style.drop
        self.number.draw(canvas, x, baseline + self.number.style.drop, indent)
        below = top - self._under_rule
        self.text.draw(canvas, x + indent, below, width - indent)
        self.held.draw(canvas, x + indent, below - self.text.height(width - indent), width - indent)

    @property
    def _under_rule(self) -> float:
        return max(0.0, self.number.style.drop - self.text.style.drop) + _PAD

    def _indent(self, width: float) -> float:
        return min(max(_NUMBER, self.number.natural_width() + 3 * MM), width * 0.3)


def number_and_text(block: blocks.Numbered, language: str, root: Element) -> tuple[Paragraph, Paragraph]:
    """The two that stand on one baseline; a long number is set smaller."""
    number = Paragraph(plain(block.number), style(language, "title"), root.add("P"))
    if number.natural_width() > _NUMBER:
        number = Paragraph(plain(block.number), style(language, "heading"), number.element)
    return number, Paragraph(plain(block.text), style(language, "heading"), root.add("P"))


def fill_in(block: hand.FillIn, language: str, root: Element) -> Box:
    """Lines to write on."""
    kind = style(language, "body")
    return Blanks([Paragraph(plain(label), kind, root.add("P")) for label in block.labels])


def choices(block: hand.Choices, language: str, root: Element) -> Box:
    """Boxes to tick."""
    kind = style(language, "body")
    return Ticks([Paragraph(plain(word), kind, root.add("P")) for word in block.words])


def code(block: blocks.Code, language: str, root: Element) -> Box:
    """A code that stands by itself."""
    return plain_words_code(block, qr.matrix(block.text), language, root)


def signatures(block: hand.Signatures, language: str, root: Element) -> Box:
    """Two lines in a row: white to sign and stamp on, under the line the office, a remark, and "date, stamp"."""
    gap = 8 * MM
    column = (WIDTH - gap) / 2
    rows: list[Box] = []
    for start in range(0, len(block.places), 2):
        cells = [
            Cell(index * (column + gap), column, _signed(place, language, root, column))
            for index, place in enumerate(block.places[start : start + 2])
        ]
        rows.append(Row(cells))
    return Stack(rows, before=2.0, after=4.0, together=True)


def form(block: hand.Form, language: str, root: Element) -> Box:
    """Rows to write in, with a line between the columns and a heavier one after every fifth row."""
    tree, bold = root.add("Table"), style(language, "table", weight="bold")
    first = _texts(tree.add("TR"), "TH", block.head, language, bold=True)
    again = [Paragraph((Run(text, bold=True),), bold, None) for text in block.head]
    body = [_texts(tree.add("TR"), "TD", row, language) for row in block.rows]
    needs = [max(texts[at].longest_word() for texts in (first, *body)) + 2 * MM for at in range(len(first))]
    widths = fitted([width * MM for width in block.widths], needs)
    tall = block.height * MM - 2 * _PAD
    rows = [_row(texts, widths, tall, fifth=at % 5 == 0 and at < len(body)) for at, texts in enumerate(body, start=1)]
    heads = (_row(first, widths, 0.0), _row(again, widths, 0.0))
    return Grid(rows, *heads, lines=Lines(under_head=0.9), pad=_PAD, before=4.0, after=3.0)


def _texts(line: Element, role: str, texts: Sequence[str], language: str, *, bold: bool = False) -> list[Paragraph]:
    kind = style(language, "table")
    trait = "column" if role == "TH" else None
    return [Paragraph((Run(text, bold=bold),) if text else (), kind, line.add(role, trait=trait)) for text in texts]


def _row(texts: Sequence[Paragraph], widths: Sequence[float], tall: float, *, fifth: bool = False) -> Row:
    edges = [sum(widths[:at]) for at in range(len(widths) + 1)]

    def behind(canvas: Canvas, x: float, top: float, drawn: float) -> None:
        for edge in edges[1:-1]:
            upright(canvas, x + edge, top - drawn - _PAD, top + _PAD, THIN)
        if fifth:
            rule(canvas, x, top - drawn - _PAD, edges[-1], HEAVY)

    cells = [
        Cell(left + (1.5 * MM if at else 0.0), width - (3 if at else 1.5) * MM, text, "middle")
        for at, (text, left, width) in enumerate(zip(texts, edges, widths, strict=False))
    ]
    return Row(cells, floor=tall, behind=behind)


def _signed(place: hand.SignaturePlace, language: str, root: Element, column: float) -> Box:
    label, small = style(language, "label", beside="table"), style(language, "small")
    office = Paragraph(plain(place.office), label, root.add("P"))
    beside = style(language, "label", weight="regular", beside="table", align="end")
    stamp = Paragraph(plain(place.date_and_stamp), beside, root.add("P"))
    remark = Paragraph(plain(place.remark), small, root.add("P"))
    line = Figure(14.5 * MM, lambda canvas, x, top, width: rule(canvas, x, top - 14 * MM, width))
    stamp_width = 22 * MM
    names = Row([Cell(0.0, column - stamp_width, office), Cell(column - stamp_width, stamp_width, stamp)])
    return Stack([line, names, remark])
