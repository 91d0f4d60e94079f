"""The words that shipped tables know: groups, numbers and days in many languages. Tables are data, not code."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from hrplanner.places import resources


@dataclass(frozen=True, slots=True)
class About:
    """How far an estimate reaches below and above the number, in percent of it."""

    below: int
    above: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordlists:
    """All tables, their words folded by `folded`."""

    groups: Mapping[str, str]
    silence: frozenset[str]
    yes: frozenset[str]
    no: frozenset[str]
    counters: tuple[str, ...]
    unknown: frozenset[str]
    percent: tuple[str, ...]
    money: tuple[str, ...]
    multipliers: Mapping[str, int]
    about: Mapping[str, About]
    months: Mapping[str, int]
    bs_months: Mapping[str, int]
    bangla_months: Mapping[str, int]
    weekdays: frozenset[str]


def folded(word: str) -> str:
    """The word as tables compare it: composed, in lower case, with single spaces."""
    return " ".join(unicodedata.normalize("NFC", word).casefold().split())


def latin_digits(text: str) -> str:
    """The text with the decimal digits of every script written as 0 to 9."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(mark)) if mark.isdecimal() else mark for mark in text)


@cache
def wordlists() -> Wordlists:
    """The shipped tables, read once."""
    words, numbers, dates = (_table("groups/words"), _table("exchange/numbers"), _table("exchange/dates"))
    return Wordlists(
        groups=_inverted(words["groups"]),
        silence=frozenset(map(folded, words["silence"]["words"])),
        yes=frozenset(map(folded, words["yes_no"]["yes"])),
        no=frozenset(map(folded, words["yes_no"]["no"])),
        counters=_longest_first(numbers["counters"]),
        unknown=frozenset(map(folded, numbers["unknown"])),
        percent=_longest_first(numbers["percent"]),
        money=_longest_first(numbers["money"]),
        multipliers={folded(word): value for word, value in numbers["multipliers"].items()},
        about={folded(word): About(one["below"], one["above"]) for one in numbers["about"] for word in one["words"]},
        months=_numbered(dates["months"]),
        bs_months=_numbered(dates["bs_months"]),
        bangla_months=_numbered(dates["bangla_months"]),
        weekdays=frozenset(folded(name) for names in dates["weekdays"].values() for name in names),
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((resources() / f"{name}.toml").read_text(encoding="utf-8"))


def _inverted(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {folded(word): code for code, words in table.items() for word in (code, *words)}


def _numbered(table: Mapping[str, Iterable[str]]) -> dict[str, int]:
    return {folded(name): int(number) for number, names in table.items() for name in names}


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(map(folded, words), key=len, reverse=True))
