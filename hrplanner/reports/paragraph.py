"""A paragraph: words set into lines, parted at a page's end without widows or orphans, drawn as searchable text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hrplanner.reports import fonts
from hrplanner.reports.blocks import MARKS, Run, Runs, plain
from hrplanner.reports.boxes import Box
from hrplanner.reports.breaking import Line, lines_of, words_of
from hrplanner.reports.fonts import Type
from hrplanner.reports.glyphs import draw_line
from hrplanner.reports.pdf import Canvas
from hrplanner.reports.scripts import foreign_script
from hrplanner.reports.shaping import Family
from hrplanner.reports.tagging import Element

_LEAST_LINES = 2  # of a paragraph on either side of a turned page
_LONGEST_PARAGRAPH = 5_000  # characters; longer ones are cut at a blank, so that pages stay fast
_MARK_GAP = 0.12  # of the size, between a text and the mark of its footnote


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
        mark: str = "",
    ) -> None:
        self.style = style
        self.element = element
        self.before = before
        self.after = after
        self.keep_with_next = keep_with_next
        self._words = words_of(runs, family=style.family, language=style.language, weight=style.type.weight)
        if element is not None and runs:
            element.script = foreign_script("".join(run.text for run in runs), style.language)
        self._mark = self._set_mark(mark)
        self._lines: list[Line] = []
        self._lines_width = -1.0

    @classmethod
    def noted(cls, text: str | Runs, style: Style, element: Element | None) -> Paragraph:
        """A text that may end in the mark of a footnote; see `blocks.referred`."""
        runs = plain(text) if isinstance(text, str) else text
        last = runs[-1]
        words, blank, mark = last.text.rpartition(" ")
        if not mark or not blank or mark.strip(MARKS):
            return cls(runs, style, element)
        return cls((*runs[:-1], replace(last, text=words)), style, element, mark=mark)

    @classmethod
    def _of(cls, lines: list[Line], whole: Paragraph, width: float, *, before: float, after: float) -> Paragraph:
        """A part of a paragraph whose lines are already set."""
        part = cls((), whole.style, whole.element, before=before, after=after, keep_with_next=whole.keep_with_next)
        part._words = [word for line in lines for word in line.words]
        part._lines, part._lines_width = lines, width
        part._mark = whole._mark
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
        first._mark = None
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
        if self._mark is not None:
            self._draw_mark(canvas, self._mark, x, top, width)

    def lines(self, width: float) -> list[Line]:
        """The lines at this width."""
        if self._lines_width != width:
            size = self.style.type.size
            room = width - self._mark_room
            self._lines = lines_of(self._words, width=room, size=size, language=self.style.language)
            self._lines_width = width
        return self._lines

    def longest_word(self) -> float:
        """How wide the widest word is: a narrower column would cut it."""
        return max((word.width for word in self._words), default=0.0) * self.style.type.size + self._mark_room

    def natural_width(self) -> float:
        """How wide the text is on a single line."""
        return max((line.width for line in self.lines(10_000.0)), default=0.0) + self._mark_room

    @property
    def _mark_room(self) -> float:
        return 0.0 if self._mark is None else self._mark.width + _MARK_GAP * self.style.type.size

    def _set_mark(self, mark: str) -> Line | None:
        if not mark:
            return None
        kind = self.style
        words = words_of(plain(mark), family=kind.family, language=kind.language, weight="regular")
        return lines_of(words, width=1_000.0, size=kind.type.size, language=kind.language)[0]

    def _draw_mark(self, canvas: Canvas, mark: Line, x: float, top: float, width: float) -> None:
        """After the last line, as a reference of its own inside the element of the text."""
        lines, size = self.lines(width), self.style.type.size
        baseline = top - (len(lines) - 1) * self.style.type.leading - self.style.drop
        after = x + self._indent(lines[-1], width) + lines[-1].width + _MARK_GAP * size
        with canvas.content(None if self.element is None else self.element.add("Reference")):
            canvas.begin_text()
            draw_line(canvas, mark, after, baseline, size)
            canvas.end_text()

    def _indent(self, line: Line, width: float) -> float:
        rtl = any(word.level % 2 for word in line.words[:1])
        align = {"start": "right", "end": "left"}.get(self.style.align, self.style.align) if rtl else self.style.align
        slack = width - line.width - self._mark_room
        return {"center": slack / 2, "end": slack, "right": slack}.get(align, 0.0)


def paragraphs(
    runs: Runs, language: str, use: str, root: Element, *, role: str = "P", before: float = 0.0, after: float = 0.0
) -> list[Paragraph]:
    """Running text of one element, cut where it is too long to be set at once."""
    kind = style(language, use)
    parts = list(_short(runs))
    element = root.add(role, bookmark=_whole(runs) if role == "H1" else None)
    return [
        Paragraph(part, kind, element, before=0.0 if index else before, after=after if index == len(parts) - 1 else 0.0)
        for index, part in enumerate(parts)
    ]


def _whole(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _short(runs: Runs) -> Iterator[Runs]:
    """The runs cut at blanks into paragraphs that can be set at once."""
    if len(_whole(runs)) <= _LONGEST_PARAGRAPH:
        yield runs
        return
    for run in runs:
        start = 0
        while start < len(run.text):
            end = start + _LONGEST_PARAGRAPH
            blank = run.text.rfind(" ", start, end) + 1
            if end < len(run.text) and blank > start:
                end = blank
            yield (Run(run.text[start:end], run.bold),)
            start = end
