"""One line of words as PDF text operators, so that the eye sees glyphs and a search finds words.

Words with marks are wrapped in a span that carries their own text (ActualText), with the space after them inside:
readers drop a space that stands between two spans.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from hrplanner.reports.bidi import in_visual_order
from hrplanner.reports.breaking import Line, Piece, Word
from hrplanner.reports.cidfont import DocumentFont
from hrplanner.reports.pdf import Canvas
from hrplanner.reports.shaping import Face, Glyph, Shaped

_TINY = 0.01  # thousandths of an em that nobody sees


@dataclass(frozen=True, slots=True)
class _Unit:
    """A piece of a word, or the space after it."""

    level: int
    word: Word
    piece: Piece | None


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
        if abs(self.shift) > _TINY:
            self.parts.append(f"{-self.shift:.5g}")
        self.shift = 0.0
        if self.parts:
            self.canvas.operate(f"[{' '.join(self.parts)}] TJ")
        self.parts = []

    def put(self, glyph: Glyph, face: Face) -> None:
        """One glyph, moved by its offsets."""
        font = self._use(face)
        scale = 1000 / face.units_per_em
        rise = glyph.y_offset * scale * self.size / 1000
        if rise != self.rise:
            self.flush()
            self.canvas.operate(f"{rise:.4g} Ts")
            self.rise = rise
        self.shift += glyph.x_offset * scale
        if abs(self.shift) > _TINY:
            self._close_codes()
            self.parts.append(f"{-self.shift:.5g}")
            self.shift = 0.0
        self.codes += f"{font.code(glyph.number, glyph.text):04X}"
        self.shift += (glyph.advance - glyph.x_offset - face.advance(glyph.number)) * scale

    def level_off(self) -> None:
        """Back to the baseline."""
        if self.rise:
            self.flush()
            self.canvas.operate("0 Ts")
            self.rise = 0.0

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
    """The words of a line from `x` on; text mode must have begun."""
    canvas.operate(f"1 0 0 1 {x:.3f} {baseline:.3f} Tm")
    pen = _Pen(canvas, size)
    units = in_visual_order(_units(line), lambda unit: unit.level)
    index = 0
    while index < len(units):
        unit = units[index]
        if unit.piece is None:
            _draw_space(pen, unit.word)
            index += 1
            continue
        end = index
        while end < len(units) and units[end].piece is not None and units[end].word is unit.word:
            end += 1
        followed = end < len(units) and units[end].piece is None and units[end].word is unit.word
        pieces = [each.piece for each in units[index:end] if each.piece]
        index = end + _draw_word(pen, pieces, unit.word, followed=followed)
    pen.flush()


def _units(line: Line) -> list[_Unit]:
    units: list[_Unit] = []
    for position, word in enumerate(line.words):
        units.extend(_Unit(piece.level, word, piece) for piece in word.pieces)
        if word.space is not None and position < len(line.words) - 1:
            units.append(_Unit(word.level, word, None))
    return units


def _draw_word(pen: _Pen, pieces: list[Piece], word: Word, *, followed: bool) -> int:
    """Draws the pieces; returns 1 when the space after them was drawn inside their span, else 0."""
    backwards = any(piece.level % 2 for piece in pieces)
    ordered = word.pieces if len(pieces) == len(word.pieces) else pieces
    text = "".join(piece.text for piece in ordered)
    spanned = not backwards and _needs_span(text, pieces)
    with_space = spanned and followed and word.level % 2 == 0
    if spanned:
        pen.open_span(text + (" " if with_space else ""))
    for piece in pieces:
        _draw_piece(pen, piece)
    if with_space:
        _draw_space(pen, word)
    if spanned:
        pen.close_span()
    return int(with_space)


def _needs_span(text: str, pieces: list[Piece]) -> bool:
    shares = [glyph.text for piece in pieces for glyph in piece.shaped.glyphs]
    marked = any(unicodedata.category(character)[0] == "M" for character in text)
    return marked or "" in shares or "".join(shares) != text


def _draw_piece(pen: _Pen, piece: Piece) -> None:
    if piece.level % 2 and any(size > 1 for size in piece.shaped.cluster_sizes.values()):
        _draw_clusters(pen, piece.shaped, piece.face)
    else:
        for glyph in piece.shaped.glyphs:
            pen.put(glyph, piece.face)
    pen.level_off()


def _draw_clusters(pen: _Pen, shaped: Shaped, face: Face) -> None:
    """Right to left, a span stands round every cluster of several glyphs, not round the word: readers turn words."""
    open_cluster: int | None = None
    for glyph in shaped.glyphs:
        if glyph.cluster != open_cluster:
            if open_cluster is not None:
                pen.close_span()
            open_cluster = None
            if shaped.cluster_sizes[glyph.cluster] > 1:
                pen.open_span(shaped.cluster_texts[glyph.cluster])
                open_cluster = glyph.cluster
        pen.put(glyph, face)
    if open_cluster is not None:
        pen.close_span()


def _draw_space(pen: _Pen, word: Word) -> None:
    if word.space is None:
        return
    for glyph in word.space.shape(" ", rtl=False, language="en").glyphs:
        pen.put(glyph, word.space)
