"""Counts, percents and money as people write them: digits of any script, units, estimates. Unknown is never zero."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from hrplanner.storage.exchange.wordlists import About, folded, latin_digits, wordlists

_LARGEST = 10**15
_LONGEST_CELL = 500  # characters; a number with words around it is shorter, and longer ones take ever longer to read
_GROUPED = r"\d{1,3}(?:[,'’\u00a0\u202f ]\d{2,3})*[,'’\u00a0\u202f ]\d{3}(?!\d)|\d+"
_NUMBER = re.compile(rf"({_GROUPED})(\.\d+)?")
_RANGE = re.compile(rf"({_GROUPED})\s*(?:-|–|—|~|～|to)\s*({_GROUPED})")
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)")


class Unreadable(ValueError):
    """The cell does not hold what its column is for; its argument is the code."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number known only to lie between two others, both included."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Percent:
    """A percent as written, in Latin digits and without its sign."""

    text: str


def read_count(cell: object, *, units: Sequence[str] = (), about: About | None = None) -> int | Estimate | None:
    """How many; None where the cell is blank or says that it is not known.

    Raises Unreadable: not_a_number, not_whole, below_zero, percent_not_count, unit_unknown.
    """
    if isinstance(cell, str):
        return _count(cell, tuple(units), about)
    return _plain(cell)


def read_money(cell: object, *, units: Sequence[str] = ()) -> int | None:
    """An amount in whole units of the office's currency; part units are rounded half up, as ledgers do."""
    if isinstance(cell, float) and cell >= 0:
        return int(cell + 0.5)
    if not isinstance(cell, str):
        return _plain(cell)
    text = _prepared(cell)
    if not text or text in wordlists().unknown:
        return None
    number = _NUMBER.search(text)
    if number is not None and number[2] is not None and not text[number.end() :].strip(" .)").isalpha():
        whole = _digits(number[1]) + (1 if float(number[2]) >= 0.5 else 0)
        text = f"{text[: number.start()]}{whole}{text[number.end() :]}"
    found = _count(text, (*units, *wordlists().money), None)
    if isinstance(found, Estimate):
        raise Unreadable("not_a_number")
    return found


def read_percent(cell: object) -> Percent | None:
    """A percent from 0 to 100 with or without its sign."""
    if isinstance(cell, bool):
        raise Unreadable("not_a_number")
    text = _prepared(str(cell)) if cell is not None else ""
    if not text or text in wordlists().unknown:
        return None
    for sign in wordlists().percent:
        text = text.removesuffix(sign).rstrip()
    found = _PERCENT.fullmatch(text.replace(",", "."))
    if found is None:
        raise Unreadable("not_a_percent")
    if float(found[1]) > 100:
        raise Unreadable("above_hundred_percent")
    return Percent(found[1])


def _plain(cell: object) -> int | None:
    if cell is None:
        return None
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        raise Unreadable("not_a_number")
    if not math.isfinite(cell):
        raise Unreadable("not_a_number")
    if abs(cell) > _LARGEST:
        raise Unreadable("number_too_large")
    if cell < 0:
        raise Unreadable("below_zero")
    if cell != int(cell):
        raise Unreadable("not_whole")
    return int(cell)


@lru_cache(maxsize=4096)
def _count(cell: str, units: tuple[str, ...], about: About | None) -> int | Estimate | None:
    stripped = cell.strip()
    if stripped.isascii() and stripped.isdigit() and len(stripped) < 16:
        return int(stripped)
    text = _prepared(cell)
    if not text or text in wordlists().unknown:
        return None
    spread = _RANGE.search(text)
    if spread is not None:
        return _range(text, spread, units)
    return _number(text, units, about)


def _range(text: str, found: re.Match[str], units: tuple[str, ...]) -> Estimate:
    low, high = (_digits(found[part]) for part in (1, 2))
    _strip(text[: found.start()], units)
    _strip(text[found.end() :], units)
    if low > high:
        raise Unreadable("not_a_number")
    return Estimate(low, high)


def _number(text: str, units: tuple[str, ...], about: About | None) -> int | Estimate:
    """One number, or a chain of numbers with large units ("2 crore 20 lakh"), with what stands around it."""
    found = list(_NUMBER.finditer(text))
    if not found:
        raise Unreadable("not_a_number")
    before = text[: found[0].start()].strip()
    if before.endswith(("-", "−", "–")):
        raise Unreadable("below_zero")
    spread, _ = _strip(before, units)
    total = 0
    for place, number in enumerate(found):
        after = text[number.end() : found[place + 1].start() if place + 1 < len(found) else len(text)]
        around, times = _strip(after, units)
        if place + 1 < len(found) and times == 1:
            raise Unreadable("not_a_number")  # two numbers in one cell
        total += _times(number, times)
        spread = around or spread
    if total > _LARGEST:
        raise Unreadable("number_too_large")
    if spread is None:
        return total
    spread = about or spread
    return Estimate(total - total * spread.below // 100, total + -(-total * spread.above // 100))


def _times(number: re.Match[str], times: int) -> int:
    exact = (_digits(number[1]) + Fraction(f"0{number[2] or '.0'}")) * times
    if exact.denominator != 1:
        raise Unreadable("not_whole")
    return exact.numerator


def _strip(text: str, units: tuple[str, ...]) -> tuple[About | None, int]:
    """What the words beside a number do to it: make it an estimate, make it larger, or only name what was counted."""
    words = wordlists()
    about: About | None = None
    times = 1
    text = text.strip(" \t.,:;()")
    while text:
        estimate = _at_either_end(text, words.about)
        larger = None if estimate else _at_either_end(text, words.multipliers)
        unit = None if estimate or larger else _at_either_end(text, (*map(folded, units), *words.counters))
        if estimate is not None:
            about = words.about[estimate]
        elif larger is not None:
            times *= words.multipliers[larger]
        elif unit is None:
            raise Unreadable("percent_not_count" if _at_either_end(text, words.percent) else "unit_unknown")
        text = _without(text, estimate or larger or unit or "").strip(" \t.,:;()")
    return about, times


def _at_either_end(text: str, words: Iterable[str]) -> str | None:
    longest_first = sorted(words, key=len, reverse=True)
    return next((word for word in longest_first if _whole_word(text, word)), None)


def _whole_word(text: str, word: str) -> bool:
    """Words of alphabets stand alone; units of other scripts are often written onto the number and each other."""
    if text == word:
        return True
    if not word.isascii() or not word.isalpha():
        return text.startswith(word) or text.endswith(word)
    return text.startswith(f"{word} ") or text.endswith(f" {word}")


def _without(text: str, word: str) -> str:
    return text.removeprefix(word) if text.startswith(word) else text.removesuffix(word)


def _digits(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _prepared(cell: str) -> str:
    if len(cell) > _LONGEST_CELL:
        raise Unreadable("not_a_number")
    return folded(latin_digits(unicodedata.normalize("NFKC", cell)))
