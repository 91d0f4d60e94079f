"""Text into glyphs: one font file, and an ordered list of files that stand in for one another.

Knows nothing about lines, pages or PDF. Positions are in font units until somebody multiplies them by a size.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

import uharfbuzz as hb

Remembered = TypeVar("Remembered")
REPLACEMENT = "\ufffd"  # printed where no font has the character, so that the loss is seen
_CACHED_WORDS = 20_000
# Characters that steer shaping or breaking and draw nothing: joiners, marks of direction, variation selectors.
_UNSEEN_RANGES = (
    (0xAD, 0xAE), (0x200B, 0x2010), (0x202A, 0x202F), (0x2060, 0x2070), (0xFE00, 0xFE10), (0xFEFF, 0xFF00),
)  # fmt: skip
_UNSEEN = frozenset(point for first, end in _UNSEEN_RANGES for point in range(first, end))


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph of a shaped piece; `text` is its share of the cluster, empty where another glyph carries it."""

    number: int
    cluster: int
    advance: int
    x_offset: int
    y_offset: int
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Shaped:
    """A piece of text as one font draws it, in visual order; `width` is for a size of 1. One is made of each text."""

    glyphs: tuple[Glyph, ...]
    width: float
    cluster_texts: dict[int, str]
    cluster_sizes: dict[int, int]


class Face:
    """One font file with the words it has already shaped; shared by all documents of a process."""

    def __init__(self, path: Path) -> None:
        self.key = path.stem
        self.hb_face = hb.Face(hb.Blob.from_file_path(str(path)))
        self.hb_font = hb.Font(self.hb_face)
        self.units_per_em = self.hb_face.upem
        extents = self.hb_font.get_font_extents("ltr")
        self.ascent = extents.ascender / self.units_per_em
        self.descent = extents.descender / self.units_per_em
        self._shaped: dict[tuple[str, bool, str], Shaped] = {}
        self._advances: dict[int, int] = {}

    @cached_property
    def covered(self) -> frozenset[int]:
        """The code points that have a glyph."""
        return frozenset(self.hb_face.unicodes)

    def advance(self, glyph: int) -> int:
        """How far the pen moves after a glyph, in font units."""
        known = self._advances.get(glyph)
        if known is None:
            known = self._advances[glyph] = self.hb_font.get_glyph_h_advance(glyph)
        return known

    def shape(self, text: str, *, rtl: bool, language: str) -> Shaped:
        """The glyphs of one piece; the language matters (Nepali and Hindi draw some digits differently)."""
        key = (text, rtl, language)
        known = self._shaped.get(key)
        if known is None:
            if len(self._shaped) >= _CACHED_WORDS:
                self._shaped.clear()
            known = self._shaped[key] = self._shape(text, rtl=rtl, language=language)
        return known

    def _shape(self, text: str, *, rtl: bool, language: str) -> Shaped:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        buffer.language = language
        # Without this flag a joiner becomes a blank, which a justified or copied line then shows.
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        hb.shape(self.hb_font, buffer)
        infos, places = buffer.glyph_infos or [], buffer.glyph_positions or []
        clusters = [info.cluster for info in infos]
        texts = _cluster_texts(text, clusters)
        shares = _shares(texts, clusters, [place.x_advance for place in places], rtl=rtl)
        glyphs = tuple(
            Glyph(info.codepoint, info.cluster, place.x_advance, place.x_offset, place.y_offset, share)
            for info, place, share in zip(infos, places, shares, strict=True)
        )
        sizes = {cluster: clusters.count(cluster) for cluster in texts}
        return Shaped(glyphs, sum(glyph.advance for glyph in glyphs) / self.units_per_em, texts, sizes)


@dataclass(frozen=True, slots=True)
class Pair:
    """The regular and the bold file of one design."""

    regular: Face
    bold: Face

    def face(self, weight: str) -> Face:
        """The file for "regular" or "bold"."""
        return self.bold if weight == "bold" else self.regular


class Family:
    """Designs in the order in which they are asked for a character; the first is the language's own."""

    def __init__(self, *pairs: Pair) -> None:
        self.pairs = pairs
        self._picked: dict[tuple[str, str], Face | None] = {}
        self.words: dict[Hashable, Any] = {}

    def remember(self, key: Hashable, word: Remembered) -> Remembered:
        """Keep how a word was set, for as long as there are not too many."""
        if len(self.words) >= _CACHED_WORDS:
            self.words.clear()
        self.words[key] = word
        return word

    def first(self, weight: str) -> Face:
        """The face that decides the baseline."""
        return self.pairs[0].face(weight)

    def pick(self, character: str, weight: str, current: Face | None) -> Face | None:
        """The face for a character; None where no font has it.

        Marks, digits and punctuation stay in the face of the text before them when it has them, so that a line does
        not change its design at every comma.
        """
        category = unicodedata.category(character)
        if current is not None and (ord(character) in _UNSEEN or self._is_mark(character, category)):
            return current
        if current is not None and category[0] in "PZSN" and ord(character) in current.covered:
            return current
        key = (character, weight)
        if key not in self._picked:
            self._picked[key] = self._search(character, weight)
        return self._picked[key]

    def _is_mark(self, character: str, category: str) -> bool:
        """Whether a sign belongs to the letter before it; one that no font has is replaced like any other."""
        return category[0] == "M" and self._search(character, "regular") is not None

    def fallback(self, weight: str) -> Face:
        """The face that draws the replacement for what no font has."""
        found = self._search(REPLACEMENT, weight)
        return self.first(weight) if found is None else found

    def uncovered(self, text: str) -> frozenset[str]:
        """The characters of a text that would be printed as a replacement."""
        return frozenset(
            character
            for character in set(text)
            if character not in "\n\t\r\u2028\u2029" and self._search(character, "regular") is None
        )

    def _search(self, character: str, weight: str) -> Face | None:
        if ord(character) in _UNSEEN:
            return self.first(weight)
        if unicodedata.category(character) in ("Cc", "Cs"):  # some fonts claim a glyph for NUL
            return None
        return next((pair.face(weight) for pair in self.pairs if ord(character) in pair.face(weight).covered), None)


def unseen(character: str) -> bool:
    """Whether a character draws nothing and only steers its neighbours."""
    return ord(character) in _UNSEEN


def _cluster_texts(text: str, clusters: list[int]) -> dict[int, str]:
    starts = sorted(set(clusters))
    return {start: text[start:end] for start, end in pairwise((*starts, len(text)))}


def _shares(texts: dict[int, str], clusters: list[int], advances: list[int], *, rtl: bool) -> list[str]:
    """Deal the characters of every cluster out to its glyphs in logical order, so that copying gives the right text."""
    shares = [""] * len(clusters)
    glyphs_of: dict[int, list[int]] = {}
    for index, cluster in enumerate(clusters):
        glyphs_of.setdefault(cluster, []).append(index)
    for cluster, indexes in glyphs_of.items():
        for index, share in _dealt(texts[cluster], indexes, advances, rtl=rtl):
            shares[index] = share
    return shares


def _dealt(text: str, indexes: list[int], advances: list[int], *, rtl: bool) -> list[tuple[int, str]]:
    """One character a glyph, the rest to the last; decomposed where there are more glyphs than characters."""
    if len(indexes) == 1:
        return [(indexes[0], text)]
    ordered = indexes[::-1] if rtl else indexes
    if len(text) < len(ordered):
        text = unicodedata.normalize("NFD", text)
    if rtl and len(text) < len(ordered):
        ordered = sorted(ordered, key=lambda index: -advances[index])
    last = len(ordered) - 1
    return [(index, text[place:] if place == last else text[place : place + 1]) for place, index in enumerate(ordered)]
