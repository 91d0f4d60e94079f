"""A paragraph: words set into lines, parted at a page's end without widows or orphans, drawn as searchable text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hrplanner.reports import fonts
from hrplanner.reports.blocks import Run
from hrplanner.reports.boxes import Box
from hrplanner.reports.breaking import Line, lines_of, words_of
from hrplanner.reports.fonts import Type
from hrplanner.reports.glyphs import draw_line
from hrplanner.reports.pdf import Canvas
from hrplanner.reports.scripts import foreign_script
from hrplanner.reports.shaping import Family
from hrplanner.reports.tagging import Element

_LEAST_LINES = 2  # of a paragraph on either side of a turned page


@dataclass(frozen=True, slots=True)
class Style:
    """Type and place of a paragraph's lines; `drop` is the way from the top of a line to its baseline."""

    family: Family
    language: str
    type: Type
    drop: float
    align: str = "start"


def style(
    language: str, use: str, *, weight: str | None = None, align: str = "start", beside: str | None = None
) -> Style:
    """The style of a use in the type scale; `beside` names a larger use whose baseline and leading it shares."""
    kinds = fonts.scale(language)
    own = kinds[use]
    line = kinds[beside] if beside is not None else own
    used = Type(own.size, line.leading, weight or own.weight)
    family = fonts.family(language)
    face = family.first(used.weight)
    centred = (line.leading + (face.ascent + face.descent) * line.size) / 2
    return Style(family, language, used, centred + fonts.hanging(language) * line.size, align)


class Paragraph:
    """Runs of text in one style; `element` is its place in the document's structure, None for decoration."""

    def __init__(
        self,
        runs: Sequence[Run],
        style: Style,
        element: Element | None,
        *,
        before: float = 0.0,
        after: float = 0.0,
        keep_with_next: bool = False,
    ) -> None:
        self.style = style
        self.element = element
        self.before = before
        self.after = after
        self.keep_with_next = keep_with_next
        self._words = words_of(runs, family=style.family, language=style.language, weight=style.type.weight)
        if element is not None and runs:
            element.script = foreign_script("".join(run.text for run in runs), style.language)
        self._lines: list[Line] = []
        self._lines_width = -1.0

    @classmethod
    def _of(cls, lines: list[Line], whole: Paragraph, width: float, *, before: float, after: float) -> Paragraph:
        """A part of a paragraph whose lines are already set."""
        part = cls((), whole.style, whole.element, before=before, after=after, keep_with_next=whole.keep_with_next)
        part._words = [word for line in lines for word in line.words]
        part._lines, part._lines_width = lines, width
        return part

    def height(self, width: float) -> float:
        """Lines times leading."""
        return len(self.lines(width)) * self.style.type.leading

    def least(self, width: float) -> float:
        """Two lines, or all of a paragraph that is too short to be parted."""
        lines = len(self.lines(width))
        return (_LEAST_LINES if lines >= 2 * _LEAST_LINES else lines) * self.style.type.leading

    def split(self, width: float, room: float, *, forced: bool) -> tuple[Box, Box] | None:
        """At least two lines on either side; three lines or fewer stay whole."""
        lines = self.lines(width)
        fitting = int((room + 1e-6) // self.style.type.leading)
        if fitting >= len(lines):
            return None
        fitting = min(fitting, len(lines) - _LEAST_LINES)
        if fitting < _LEAST_LINES:
            if not forced:
                return None
            fitting = max(1, fitting)
        first = self._of(lines[:fitting], self, width, before=self.before, after=0.0)
        return first, self._of(lines[fitting:], self, width, before=0.0, after=self.after)

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """Line by line, as one piece of the document's structure."""
        if self.element is not None and self.element.bookmark:
            canvas.bookmark(self.element, x, top)
        with canvas.content(self.element):
            canvas.begin_text()
            for index, line in enumerate(self.lines(width)):
                baseline = top - index * self.style.type.leading - self.style.drop
                draw_line(canvas, line, x + self._indent(line, width), baseline, self.style.type.size)
            canvas.end_text()

    def lines(self, width: float) -> list[Line]:
        """The lines at this width."""
        if self._lines_width != width:
            size = self.style.type.size
            self._lines = lines_of(self._words, width=width, size=size, language=self.style.language)
            self._lines_width = width
        return self._lines

    def longest_word(self) -> float:
        """How wide the widest word is: a narrower column would cut it."""
        return max((word.width for word in self._words), default=0.0) * self.style.type.size

    def natural_width(self) -> float:
        """How wide the text is on a single line."""
        return max((line.width for line in self.lines(10_000.0)), default=0.0)

    def _indent(self, line: Line, width: float) -> float:
        rtl = any(word.level % 2 for word in line.words[:1])
        align = {"start": "right", "end": "left"}.get(self.style.align, self.style.align) if rtl else self.style.align
        slack = width - line.width
        return {"center": slack / 2, "end": slack, "right": slack}.get(align, 0.0)
