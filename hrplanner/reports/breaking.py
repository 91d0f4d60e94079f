"""Where a line may end: runs of text cut into words, words into pieces of one font, words into lines.

A word here is what stays on one line. `W5-2026-014`, `42/84` and `2083/84` are one word, and so is what a no-break
space joins. Sizes are multiplied in at the end; widths of words are for a size of 1.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hrplanner.reports.bidi import levels
from hrplanner.reports.blocks import Run
from hrplanner.reports.shaping import REPLACEMENT, Face, Family, Shaped, unseen

_BREAKS_AFTER = frozenset("-\u2010\u2013\u2014/")
# Overrides of direction would let a line read otherwise than it is copied; order follows from the letters alone.
_CLEANED = {
    **dict.fromkeys((0x0D, 0x2028, 0x2029), "\n"),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF), None),
    0x09: " ",
}
# What a blank before it must not push to the next line: the danda of Nepali, the percent sign, French colons.
_CLINGING = frozenset("।॥%:;!?»")
_ZERO_WIDTH_SPACE = "\u200b"
_LONGEST = 200  # characters of a piece that are shaped at once; longer words are cut, so that they stay fast


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one face and one direction."""

    text: str
    face: Face
    level: int
    shaped: Shaped


@dataclass(frozen=True, slots=True)
class Word:
    """Pieces that stay together; `space` is the face of the space after them, None where there is none."""

    pieces: tuple[Piece, ...]
    level: int = 0
    space: Face | None = None
    ends_line: bool = False

    @property
    def width(self) -> float:
        """Of the pieces alone, for a size of 1."""
        return sum(piece.shaped.width for piece in self.pieces)

    @property
    def space_width(self) -> float:
        """Of the space after the word, for a size of 1."""
        return 0.0 if self.space is None else self.space.shape(" ", rtl=False, language="en").width


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand on one line and their width in points."""

    words: tuple[Word, ...]
    width: float


@dataclass(slots=True)
class _Span:
    """A piece that is still growing."""

    face: Face
    level: int
    text: str


def words_of(runs: Sequence[Run], *, family: Family, language: str, weight: str) -> list[Word]:
    """The words of a text; `weight` is that of runs that are not bold."""
    parts = [(_cleaned(run.text), _weight(run, weight)) for run in runs]
    text = "".join(part for part, _ in parts)
    weights = [own for part, own in parts for _ in part]
    ranks = levels(text)
    words: list[Word] = []
    spans: list[_Span] = []
    current: Face | None = None

    def end(level: int, *, space: Face | None = None, ends_line: bool = False) -> None:
        pieces = tuple(piece for span in spans for piece in _pieces(span, language))
        words.append(Word(pieces, level, space, ends_line))
        spans.clear()

    for index, character in enumerate(text):
        if character == " " and text[index + 1 : index + 2] not in _CLINGING:
            end(ranks[index], space=_space_face(spans, family, weights[index]))
        elif character == "\n":
            end(ranks[index], ends_line=True)
        elif character == _ZERO_WIDTH_SPACE:
            end(ranks[index])
        else:
            follows = index > 0 and weights[index] != weights[index - 1] and not _joins(character)
            face = family.pick(character, weights[index], None if follows else current)
            _grow(spans, face or family.fallback(weights[index]), ranks[index], character if face else REPLACEMENT)
            current = face or current
            if _may_break(text, index):
                end(ranks[index])
    if spans:
        end(ranks[-1])
    return words


def lines_of(words: Sequence[Word], *, width: float, size: float, language: str) -> list[Line]:
    """The words set into lines of at most this width, in points; a word wider than a line is cut between clusters."""
    lines: list[Line] = []
    line: list[Word] = []
    used = pending = 0.0
    for word in _cut_to(words, width / size, language):
        if line and used + pending + word.width * size > width + 1e-6:
            lines.append(Line(tuple(line), used))
            line, used, pending = [], 0.0, 0.0
        used += (pending if line else 0.0) + word.width * size
        line.append(word)
        pending = word.space_width * size
        if word.ends_line:
            lines.append(Line(tuple(line), used))
            line, used, pending = [], 0.0, 0.0
    if line or not lines:
        lines.append(Line(tuple(line), used))
    return lines


def _weight(run: Run, weight: str) -> str:
    return "bold" if run.bold else weight


def _cleaned(text: str) -> str:
    """One sign for every kind of new line, a blank for a tab, no commands that turn the order of letters round."""
    return text.replace("\r\n", "\n").translate(_CLEANED)


def _joins(character: str) -> bool:
    return unicodedata.category(character)[0] == "M" or unseen(character)


def _grow(spans: list[_Span], face: Face, level: int, character: str) -> None:
    """A mark never begins a piece: a change of weight inside a cluster would tear it."""
    if spans and (spans[-1].level == level) and (spans[-1].face is face or _sticks(spans[-1].text, character)):
        spans[-1].text += character
    else:
        spans.append(_Span(face, level, character))


def _sticks(before: str, character: str) -> bool:
    return _joins(character) or _opens_cluster(before[-1])


def _opens_cluster(character: str) -> bool:
    """A virama or a joiner: what follows belongs to the same cluster."""
    return unicodedata.combining(character) == 9 or character == "\u200d"


def _may_break(text: str, index: int) -> bool:
    if index + 1 >= len(text) or text[index + 1] in " \n\u200b":
        return False
    after = text[index + 1]
    if text[index] in _BREAKS_AFTER:
        return not after.isdigit()
    return _ideograph(text[index]) and unicodedata.category(after)[0] == "L"


def _ideograph(character: str) -> bool:
    return "\u3040" <= character <= "\u30ff" or "\u3400" <= character <= "\u4dbf" or "\u4e00" <= character <= "\u9fff"


def _space_face(spans: list[_Span], family: Family, weight: str) -> Face:
    face = spans[-1].face if spans else family.first(weight)
    return face if 32 in face.covered else family.first(weight)


def _pieces(span: _Span, language: str) -> Iterator[Piece]:
    for text in _chopped(span.text):
        yield Piece(text, span.face, span.level, span.face.shape(text, rtl=span.level % 2 == 1, language=language))


def _chopped(text: str) -> Iterator[str]:
    start = 0
    while len(text) - start > _LONGEST:
        end = next((cut for cut in range(start + _LONGEST, start, -1) if _cuttable(text, cut)), start + _LONGEST)
        yield text[start:end]
        start = end
    yield text[start:]


def _cuttable(text: str, cut: int) -> bool:
    """Whether a cluster may end here."""
    return not _joins(text[cut]) and not _opens_cluster(text[cut - 1])


def _cut_to(words: Sequence[Word], width: float, language: str) -> Iterator[Word]:
    for word in words:
        if word.width <= width + 1e-9:
            yield word
        else:
            yield from _cut(word, width, language)


def _cut(word: Word, width: float, language: str) -> Iterator[Word]:
    """The word as several, each as wide as a line at most."""
    room = width
    held: list[Piece] = []
    for piece in word.pieces:
        rest = piece
        while rest.shaped.width > room:
            head, tail = _cut_piece(rest, room, language, at_least_one=not held)
            if head is not None:
                held.append(head)
            yield Word(tuple(held), word.level)
            held, room = [], width
            if tail is None:
                break
            rest = tail
        else:
            held.append(rest)
            room -= rest.shaped.width
    yield replace(word, pieces=tuple(held))


def _cut_piece(piece: Piece, room: float, language: str, *, at_least_one: bool) -> tuple[Piece | None, Piece | None]:
    cuts = [cut for cut in range(1, len(piece.text)) if _cuttable(piece.text, cut)]

    def part(start: int, end: int) -> Piece:
        text = piece.text[start:end]
        return Piece(text, piece.face, piece.level, piece.face.shape(text, rtl=piece.level % 2 == 1, language=language))

    fitting = bisect_right(cuts, room, key=lambda cut: part(0, cut).shaped.width)
    if fitting == 0 and at_least_one:
        fitting = 1
    if fitting == 0:
        return None, piece
    if fitting > len(cuts):
        return piece, None
    cut = cuts[fitting - 1]
    return part(0, cut), part(cut, len(piece.text))
