"""One line of words as PDF text operators, so that the eye sees glyphs and a search finds words.

Words with marks are wrapped in a span that carries their own text (ActualText), with the space after them inside:
readers drop a space that stands between two spans.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from hrplanner.reports.bidi import in_visual_order
from hrplanner.reports.breaking import Line, Piece, Word, needs_spelling
from hrplanner.reports.cidfont import TINY, DocumentFont, Stroke
from hrplanner.reports.pdf import Canvas
from hrplanner.reports.shaping import Face, Glyph, Shaped


@dataclass(frozen=True, slots=True)
class _Unit:
    """A piece of a word, or the space after it."""

    level: int
    word: Word
    piece: Piece | None

    @property
    def width(self) -> float:
        """For a size of 1."""
        return self.word.space_width if self.piece is None else self.piece.shaped.width


@dataclass(slots=True)
class _Pen:
    """Collects glyphs of one font and one height until something else must be said."""

    canvas: Canvas
    size: float
    font: DocumentFont | None = None
    rise: float = 0.0
    shift: float = 0.0
    codes: str = ""
    parts: list[str] = field(default_factory=list)

    def flush(self) -> None:
        """Write what was collected."""
        self._close_codes()
        if abs(self.shift) > TINY:
            self.parts.append(f"{-self.shift:.5g}")
        self.shift = 0.0
        if self.parts:
            self.canvas.operate(f"[{' '.join(self.parts)}] TJ")
        self.parts = []

    def put(self, shaped: Shaped, face: Face) -> None:
        """A shaped piece."""
        font = self._use(face)
        strokes, after = font.strokes(shaped)
        self._put(strokes, after)

    def put_glyphs(self, glyphs: Sequence[Glyph], face: Face) -> None:
        """Some glyphs of a piece."""
        font = self._use(face)
        self._put(*font.strokes_of(glyphs))

    def _put(self, strokes: list[Stroke], after: float) -> None:
        for rise, shift, codes in strokes:
            if rise != self.rise:
                self.flush()
                self.canvas.operate(f"{rise * self.size / 1000:.4g} Ts")
                self.rise = rise
            self.shift += shift
            if abs(self.shift) > TINY:
                self._close_codes()
                self.parts.append(f"{-self.shift:.5g}")
                self.shift = 0.0
            self.codes += codes
        self.shift += after

    def level_off(self) -> None:
        """Back to the baseline."""
        if self.rise:
            self.flush()
            self.canvas.operate("0 Ts")
            self.rise = 0.0

    def move(self, x: float, baseline: float) -> None:
        """Go on from here."""
        self.flush()
        self.canvas.operate(f"1 0 0 1 {x:.3f} {baseline:.3f} Tm")

    def open_reversed(self) -> None:
        """What follows is read from its end."""
        self.flush()
        self.canvas.operate("/ReversedChars BMC")

    def open_span(self, text: str) -> None:
        """What follows is read as this text."""
        self.flush()
        self.canvas.operate(f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex()}>>> BDC")

    def close_span(self) -> None:
        """The end of such a text."""
        self.flush()
        self.canvas.operate("EMC")

    def _use(self, face: Face) -> DocumentFont:
        if self.font is None or self.font.face is not face:
            self.flush()
            self.font = self.canvas.font(face)
            self.canvas.operate(f"/{self.font.name} {self.size:g} Tf")
        return self.font

    def _close_codes(self) -> None:
        if self.codes:
            self.parts.append(f"<{self.codes}>")
        self.codes = ""


def draw_line(canvas: Canvas, line: Line, x: float, baseline: float, size: float) -> None:
    """The words of a line from `x` on; text mode must have begun.

    The space at the end of a line is drawn too: a screen reader joins the lines of a paragraph.
    """
    pen = _Pen(canvas, size)
    if any(word.turned for word in line.words):
        _draw_turned(pen, line, x, baseline)
    else:
        pen.move(x, baseline)
        for word in line.words:
            _draw_word(pen, word)
    pen.flush()


def _draw_word(pen: _Pen, word: Word) -> None:
    """A word that is read from left to right, and the space after it, inside its span if it has one."""
    if word.spelled:
        pen.open_span(word.text + ("" if word.space is None else " "))
    for piece in word.pieces:
        pen.put(piece.shaped, piece.face)
        pen.level_off()
    _draw_space(pen, word)
    if word.spelled:
        pen.close_span()


def _draw_turned(pen: _Pen, line: Line, x: float, baseline: float) -> None:
    """A line with words that are read from right to left.

    Every part stands where the eye wants it, but is written in the order in which it is read, as a screen reader
    follows it.
    """
    places: dict[int, float] = {}
    units = _units(line)
    for unit in in_visual_order(units, lambda unit: unit.level):
        places[id(unit)] = x
        x += unit.width * pen.size
    for unit in units:
        pen.move(places[id(unit)], baseline)
        if unit.piece is None:
            _draw_space(pen, unit.word)
        else:
            _draw_piece(pen, unit.piece)


def _units(line: Line) -> list[_Unit]:
    units: list[_Unit] = []
    for word in line.words:
        units.extend(_Unit(piece.level, word, piece) for piece in word.pieces)
        if word.space is not None and word is not line.words[-1]:
            units.append(_Unit(word.level, word, None))
    return units


def _draw_piece(pen: _Pen, piece: Piece) -> None:
    """Glyphs from right to left are in the order of the eye; the mark says that they are read the other way round."""
    if piece.level % 2 == 0:
        spelled = needs_spelling(piece.text, (piece,))
        if spelled:
            pen.open_span(piece.text)
        pen.put(piece.shaped, piece.face)
        pen.level_off()
        if spelled:
            pen.close_span()
        return
    pen.open_reversed()
    if any(size > 1 for size in piece.shaped.cluster_sizes.values()):
        _draw_clusters(pen, piece.shaped, piece.face)
    else:
        pen.put(piece.shaped, piece.face)
    pen.level_off()
    pen.close_span()


def _draw_clusters(pen: _Pen, shaped: Shaped, face: Face) -> None:
    """Right to left, a span stands round every cluster of several glyphs, not round the word: readers turn words."""
    for cluster, group in groupby(shaped.glyphs, lambda glyph: glyph.cluster):
        spanned = shaped.cluster_sizes[cluster] > 1
        if spanned:
            pen.open_span(shaped.cluster_texts[cluster])
        pen.put_glyphs(list(group), face)
        if spanned:
            pen.close_span()


def _draw_space(pen: _Pen, word: Word) -> None:
    if word.space is None:
        return
    pen.put(word.space.shape(" ", rtl=False, language="en"), word.space)
