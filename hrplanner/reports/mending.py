"""Codes whose corner marks are blotted: the marks are found by what is left of them, drawn anew, and read again.

A reader needs all three marks whole, while the squares between them may be damaged in part. Nothing else is drawn: what
the code says is still proved by its own error correction.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, islice, permutations

from PIL import Image, ImageChops, ImageDraw, ImageFilter

_RUNS = re.compile(rb"\x00+|\xff+")
_HALF = 4  # modules from the middle of a mark to the end of the white around it
_PLACES = tuple((i, j) for i in range(-_HALF, _HALF + 1) for j in range(-_HALF, _HALF + 1))
_BLACK = tuple(max(abs(i), abs(j)) in {0, 1, 3} for i, j in _PLACES)
_LIKE_A_MARK, _LEFT_OF_A_MARK = 0.8, 0.66  # shares of a mark's modules that are as they should be
_MOST_HITS, _MOST_MARKS, _MOST_TRIES = 1_500, 6, 16
_SMALLEST, _LARGEST = 12, 100  # modules between two marks


@dataclass(frozen=True, slots=True)
class _Mark:
    """A corner mark: its middle and the side of its modules in points of the picture, and how much of it is there."""

    x: float
    y: float
    module: float
    share: float


def mended(picture: Image.Image) -> Iterator[Image.Image]:
    """Parts of the picture in which three marks that belong together are drawn anew; none where none were found."""
    flat = _black_and_white(picture)
    marks = _marks(flat)
    for corner, one, other in islice(_together(flat, marks), _MOST_TRIES):
        yield _drawn(picture, corner, one, other)


def _black_and_white(picture: Image.Image) -> Image.Image:
    """Black where a point is darker than its surroundings, however the lamp stood."""
    radius = max(8, min(picture.size) // 24)
    around = picture.filter(ImageFilter.BoxBlur(radius))
    return ImageChops.subtract(around, picture, offset=128).point([255 if tone < 136 else 0 for tone in range(256)])


def _marks(flat: Image.Image) -> list[_Mark]:
    """All marks that are whole enough, the best first."""
    turned = flat.transpose(Image.Transpose.TRANSPOSE)
    hits = [*islice(_hits(flat), _MOST_HITS), *((y, x, module) for x, y, module in islice(_hits(turned), _MOST_HITS))]
    found: list[_Mark] = []
    for x, y, module in _clustered(hits):
        mark = _nearest(flat, x, y, module, reach=2.5)
        if mark.share >= _LIKE_A_MARK and all(_apart(mark, known) > 4 * module for known in found):
            found.append(mark)
    return sorted(found, key=lambda mark: -mark.share)[:_MOST_MARKS]


def _hits(flat: Image.Image) -> Iterator[tuple[float, float, float]]:
    """Places of a row where black and white follow each other as 1, 1, 3, 1, 1."""
    wide, content = flat.width, flat.tobytes()
    for y in range(0, flat.height, 2):
        row = content[y * wide : (y + 1) * wide]
        ends = [found.end() for found in _RUNS.finditer(row)]
        for at in range(1 if row[0] == 0 else 0, len(ends) - 5, 2):
            one, two, three, four, five = (ends[at + step + 1] - ends[at + step] for step in range(5))
            module = (one + two + three + four + five) / 7
            loose = module * 0.7
            if (
                module >= 1.3
                and abs(three - 3 * module) < loose * 1.6
                and all(abs(run - module) < loose for run in (one, two, four, five))
            ):
                yield (ends[at + 2] + ends[at + 3]) / 2, y, module


def _clustered(hits: Iterable[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Hits that belong to one mark, as their middle; a single hit is chance."""
    groups: list[list[tuple[float, float, float]]] = []
    for hit in hits:
        near = (one for one in groups if abs(one[0][0] - hit[0]) + abs(one[0][1] - hit[1]) < 4 * hit[2])
        group = next(near, None)
        if group is None:
            groups.append([hit])
        else:
            group.append(hit)
    whole = sorted((group for group in groups if len(group) > 1), key=len, reverse=True)[:60]
    return [
        (
            sum(x for x, _, _ in one) / len(one),
            sum(y for _, y, _ in one) / len(one),
            sum(m for _, _, m in one) / len(one),
        )
        for one in whole
    ]


def _nearest(flat: Image.Image, x: float, y: float, module: float, *, reach: float) -> _Mark:
    """The place near by where most of a mark is to be seen."""
    content, wide, high = flat.tobytes(), flat.width, flat.height
    best = _Mark(x, y, module, 0.0)
    steps = range(-round(reach * 2), round(reach * 2) + 1)
    for size in (module, module * 0.93, module * 1.07):
        for across in steps:
            for down in steps:
                at_x, at_y = x + across * module / 2, y + down * module / 2
                share = _share(content, wide, high, at_x, at_y, size)
                if share > best.share:
                    best = _Mark(at_x, at_y, size, share)
    return best


def _share(content: bytes, wide: int, high: int, x: float, y: float, module: float) -> float:
    edge = _HALF * module + 1
    if not (edge <= x < wide - edge and edge <= y < high - edge):
        return 0.0
    right = 0
    for (i, j), black in zip(_PLACES, _BLACK, strict=True):
        right += (content[int(y + j * module) * wide + int(x + i * module)] == 0) is black
    return right / len(_PLACES)


# ------------------------------------------------------------------------------------------ three that belong together


def _together(flat: Image.Image, marks: list[_Mark]) -> Iterator[tuple[_Mark, _Mark, _Mark]]:
    """The mark in the corner and its two neighbours; where only two are whole, what is left of the third."""
    seen = set()
    for corner, one, other in permutations(marks, 3):
        if _is_square(corner, one, other) and (one, other) not in seen:
            seen.add((other, one))
            yield corner, one, other
    for one, other in combinations(marks, 2):
        for side, x, y in _thirds(one, other):
            third = _nearest(flat, x, y, (one.module + other.module) / 2, reach=3)
            if third.share >= _LEFT_OF_A_MARK:
                yield (third, one, other) if side is None else (side, third, other if side is one else one)


def _is_square(corner: _Mark, one: _Mark, other: _Mark) -> bool:
    first, second = _apart(corner, one), _apart(corner, other)
    modules = first / corner.module
    dot = (one.x - corner.x) * (other.x - corner.x) + (one.y - corner.y) * (other.y - corner.y)
    sizes = (corner.module, one.module, other.module)
    return (
        _SMALLEST < modules < _LARGEST
        and abs(first - second) < 0.15 * first
        and abs(dot) < 0.25 * first * second
        and max(sizes) < 1.4 * min(sizes)
    )


def _thirds(one: _Mark, other: _Mark) -> Iterator[tuple[_Mark | None, float, float]]:
    """Where the third mark may be: in the corner between them (None), or beside the one that is the corner."""
    across, down = other.x - one.x, other.y - one.y
    modules = _apart(one, other) / max(one.module, 0.1)
    if not _SMALLEST < modules < 1.5 * _LARGEST or abs(one.module - other.module) > 0.4 * one.module:
        return
    for sign in (1, -1):
        middle = ((one.x + other.x) / 2, (one.y + other.y) / 2)
        yield None, middle[0] - sign * down / 2, middle[1] + sign * across / 2
        for side in (one, other):
            yield side, side.x - sign * down, side.y + sign * across


def _apart(one: _Mark, other: _Mark) -> float:
    return float(((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5)


def _drawn(picture: Image.Image, corner: _Mark, one: _Mark, other: _Mark) -> Image.Image:
    """The part of the picture that holds the code, with its marks drawn anew in its own slant."""
    made = picture.copy()
    pen = ImageDraw.Draw(made)
    length = _apart(corner, one)
    for mark in (corner, one, other):
        right = ((one.x - corner.x) / length * mark.module, (one.y - corner.y) / length * mark.module)
        along = ((other.x - corner.x) / length * mark.module, (other.y - corner.y) / length * mark.module)
        for half, tone in ((4.5, 255), (3.5, 0), (2.5, 255), (1.5, 0)):
            corners = [(half, half), (half, -half), (-half, -half), (-half, half)]
            pen.polygon([(mark.x + a * right[0] + b * along[0], mark.y + a * right[1] + b * along[1])
                         for a, b in corners], fill=tone)  # fmt: skip
    far = (one.x + other.x - corner.x, one.y + other.y - corner.y)
    xs, ys = (corner.x, one.x, other.x, far[0]), (corner.y, one.y, other.y, far[1])
    room = 9 * corner.module
    return made.crop((int(min(xs) - room), int(min(ys) - room), int(max(xs) + room), int(max(ys) + room)))
