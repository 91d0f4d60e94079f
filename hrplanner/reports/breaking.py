"""Where a line may end: runs of text cut into words, words into pieces of one font, words into lines.

A word here is what stays on one line. `W5-2026-014`, `42/84` and `2083/84` are one word, and so is what a no-break
space joins. Sizes are multiplied in at the end; widths of words are for a size of 1.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, repeat

from hrplanner.reports.bidi import levels
from hrplanner.reports.blocks import Run
from hrplanner.reports.shaping import REPLACEMENT, Face, Family, Shaped, unseen

# Overrides of direction would let a line read otherwise than it is copied; order follows from the letters alone.
_CLEANED = {
    **dict.fromkeys((0x0D, 0x2028, 0x2029), "\n"),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF), None),
    0x09: " ",
}
# What a blank before it must not push to the next line: the danda of Nepali, the percent sign, French colons.
_CLINGING = frozenset("।॥%:;!?»")
# What stays together unless it has a place to break inside, and the separator after it.
_CHUNK = re.compile(f"((?:[^ \\n\u200b]| (?=[{''.join(sorted(_CLINGING))}]))*)([ \\n\u200b]?)")
_IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_PLACE = re.compile(rf"[-\u2010\u2013\u2014/](?=[^\d \n\u200b])|[{_IDEOGRAPH}](?=[^\W\d_])")
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
    """Pieces that stay together; `space` is the face of the space after them, None where there is none.

    What follows from the pieces is worked out once, for words are kept: `width` for a size of 1, `text`, whether it
    must be `spelled` out because its glyphs do not spell it, and whether it is `turned` against the line.
    """

    pieces: tuple[Piece, ...]
    level: int = 0
    space: Face | None = None
    ends_line: bool = False
    width: float = field(init=False, compare=False)
    text: str = field(init=False, compare=False)
    spelled: bool = field(init=False, compare=False)
    turned: bool = field(init=False, compare=False)

    def __post_init__(self) -> None:
        text = "".join(piece.text for piece in self.pieces)
        for name, value in (
            ("width", sum(piece.shaped.width for piece in self.pieces)),
            ("text", text),
            ("spelled", needs_spelling(text, self.pieces)),
            ("turned", self.level > 0 or any(piece.level for piece in self.pieces)),
        ):
            object.__setattr__(self, name, value)

    @property
    def space_width(self) -> float:
        """Of the space after the word, for a size of 1."""
        return 0.0 if self.space is None else self.space.shape(" ", rtl=False, language="en").width


def needs_spelling(text: str, pieces: Sequence[Piece]) -> bool:
    """Whether readers would not find the text from the glyphs alone: it has marks, or glyphs without a share of it."""
    shares = [glyph.text for piece in pieces for glyph in piece.shaped.glyphs]
    marked = any(unicodedata.category(character)[0] == "M" for character in text)
    return marked or "" in shares or "".join(shares) != text


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
    weights = list(chain.from_iterable(repeat(own, len(part)) for part, own in parts))
    setter = _Setter(text, weights, levels(text), family, language)
    words: list[Word] = []
    for match in _CHUNK.finditer(text):
        start, end = match.span(1)
        for stop in _stops(text, start, end):
            words.append(setter.word(start, stop))
            start = stop
        words.append(setter.word(start, end, after=match[2]))
    if words and not words[-1].pieces and not match[2]:
        words.pop()  # the empty match at the end of the text
    return words


@dataclass(slots=True)
class _Setter:
    """Sets the words of one text in faces; knows which face the text before a word was set in."""

    text: str
    weights: Sequence[str]
    ranks: Sequence[int]
    family: Family
    language: str
    current: Face | None = None

    def word(self, start: int, end: int, *, after: str = "") -> Word:
        """The characters from `start` to `end` and the separator after them.

        From memory where the word is of one weight and read from left to right, as nearly all are.
        """
        stop = end + len(after)
        weight = self.weights[start] if start < stop else "regular"
        if any(self.ranks[start:stop]) or any(own != weight for own in self.weights[start:stop]):
            return self._new(start, end, after)
        if start < end and start and self.weights[start - 1] != weight and not _joins(self.text[start]):
            self.current = None
        key = (self.text[start:end], after, weight, self.language, self.current)
        known = self.family.words.get(key)
        if known is None:
            word = self._new(start, end, after)
            known = self.family.remember(key, (word, self.current))
        self.current = known[1]
        return known[0]

    def _new(self, start: int, end: int, after: str) -> Word:
        pieces = self._shaped(start, end)
        level = self.ranks[end] if after else self.ranks[end - 1] if end else 0
        space = None
        if after in {" ", "\n"}:  # a screen reader needs a space where the eye sees a new line
            face = pieces[-1].face if pieces else None
            space = face if face is not None and 32 in face.covered else self.family.first(self.weights[end])
        return Word(pieces, level, space, after == "\n")

    def _shaped(self, start: int, end: int) -> tuple[Piece, ...]:
        spans: list[_Span] = []
        for index in range(start, end):
            character, weight = self.text[index], self.weights[index]
            follows = index > 0 and weight != self.weights[index - 1] and not _joins(character)
            face = self.family.pick(character, weight, None if follows else self.current)
            drawn = face or self.family.fallback(weight)
            _grow(spans, drawn, self.ranks[index], character if face else REPLACEMENT)
            self.current = face or self.current
        return tuple(piece for span in spans for piece in _pieces(span, self.language))


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


def _stops(text: str, start: int, end: int) -> list[int]:
    """Where a line may end inside a chunk: after a hyphen or stroke that no digit follows, between ideographs."""
    return [match.end() for match in _PLACE.finditer(text, start, end) if match.end() < end]


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
