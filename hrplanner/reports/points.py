"""Lists and footnotes: a sign at the left, the text beside it, parted at a page's end like any running text."""

from __future__ import annotations

from dataclasses import dataclass

from hrplanner.reports import blocks
from hrplanner.reports.blocks import plain
from hrplanner.reports.boxes import MM, Box, Stack
from hrplanner.reports.paragraph import Paragraph, paragraphs, style
from hrplanner.reports.pdf import Canvas
from hrplanner.reports.tagging import Element

_GAP = 2 * MM  # between sign and text


@dataclass(slots=True)
class Point:
    """A text and the sign before it; `sign` is None for what goes over to the next page."""

    sign: Paragraph | None
    text: Box
    indent: float
    before: float = 0.0
    after: float = 0.0
    keep_with_next: bool = False

    def height(self, width: float) -> float:
        """Of the text, and of the sign where there is no text."""
        return max(self.text.height(width - self.indent), self.sign.height(self.indent) if self.sign else 0.0)

    def least(self, width: float) -> float:
        """Of the text."""
        return self.text.least(width - self.indent)

    def split(self, width: float, room: float, *, forced: bool) -> tuple[Box, Box] | None:
        """Where the text parts."""
        parts = self.text.split(width - self.indent, room, forced=forced)
        if parts is None:
            return None
        return Point(self.sign, parts[0], self.indent, self.before), Point(None, parts[1], self.indent, 0.0, self.after)

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """The sign, then the text, as they are read."""
        if self.sign is not None:
            self.sign.draw(canvas, x, top, self.indent)
        self.text.draw(canvas, x + self.indent, top, width - self.indent)


def points(block: blocks.Points, language: str, root: Element) -> Box:
    """A list; a page may end between two points."""
    tree = root.add("L", trait="numbers" if block.numbers else "dots")
    lines = [tree.add("LI") for _ in block.points]
    signs = [
        Paragraph(plain(sign), style(language, "body"), line.add("Lbl"))
        for sign, line in zip(block.signs, lines, strict=True)
    ]
    texts = [
        Stack(paragraphs(point, language, "body", line, role="LBody"))
        for point, line in zip(block.points, lines, strict=True)
    ]
    return _under_each_other(signs, texts)


def footnotes(block: blocks.Footnotes, language: str, root: Element) -> Box:
    """Notes behind their marks."""
    lines = [root.add("Note") for _ in block.notes]
    small = style(language, "small")
    signs = [Paragraph(plain(mark), small, line.add("Lbl")) for (mark, _), line in zip(block.notes, lines, strict=True)]
    texts = [
        Stack(paragraphs(plain(text), language, "small", line))
        for (_, text), line in zip(block.notes, lines, strict=True)
    ]
    return _under_each_other(signs, texts)


def _under_each_other(signs: list[Paragraph], texts: list[Stack]) -> Box:
    """All texts begin at one edge, right of the widest sign."""
    indent = max((sign.natural_width() for sign in signs), default=0.0) + _GAP
    lines = [Point(sign, text, indent, after=1.0) for sign, text in zip(signs, texts, strict=True)]
    return Stack(lines, before=2.0, after=3.0)
