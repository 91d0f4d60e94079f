"""Blocks that people write on by hand: what they say, without how they look. `blocks` has all others."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FillIn:
    """Lines to write on side by side, each behind its label."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """Words with a box to tick before each."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A table to write in: empty cells, lines between the columns, rows of a height in millimetres."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    height: float


@dataclass(frozen=True, slots=True)
class SignaturePlace:
    """A line to sign on, under it the office and a remark."""

    office: str
    remark: str
    date_and_stamp: str


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on, two in a row."""

    places: tuple[SignaturePlace, ...]


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins a page."""
