"""A second opinion on shares and counts: every room that the record allows is filled in, one after the other.

Slow and plain on purpose. It reads the published record and the published rule as they are written and knows nothing of
how the program counts, so that a mistake made there is not made here too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import combinations_with_replacement, product
from math import ceil, floor
from typing import Any, NamedTuple

SEXES = ("women", "men", "another_gender")
COUNTED = ("participant", "representative")


class Soul(NamedTuple):
    """One possible person: sex, whether Dalit, whether Janajati, whether resident."""

    sex: str
    dalit: bool
    janajati: bool
    resident: bool

    def is_in(self, code: str) -> bool:
        return code == self.sex or (code == "dalit" and self.dalit) or (code == "janajati" and self.janajati)


class Opinion(NamedTuple):
    """A verdict, and the smallest and largest share (or count) of all possible rooms."""

    verdict: str
    low: Fraction | None
    high: Fraction | None


ALL = tuple(Soul(*parts) for parts in product((*SEXES, "none of these"), (True, False), (True, False), (True, False)))


def opinion(record: Mapping[str, Any], rule: Mapping[str, Any], outer: Mapping[str, Any] | None = None) -> Opinion:
    """What the rule comes to over all rooms that the record allows; `outer` is the rule it stands within."""
    found = {(_part(room, rule, outer), _whole(room, rule, outer)) for room in rooms(record, _asked(rule, outer))}
    if not found:
        return Opinion("cannot_determine", None, None)
    if rule["kind"] == "count":
        answers = {_passes(part, None, rule) for part, _ in found}
        return Opinion(_verdict(answers), Fraction(min(found)[0]), Fraction(max(found)[0]))
    pairs = {pair for pair in found if pair[1]}
    if not pairs:
        return Opinion("cannot_determine", None, None)
    pairs = _treated(pairs, rule)
    if not pairs:
        return Opinion("cannot_determine", None, None)
    shares = [Fraction(part, whole) for part, whole in pairs]
    return Opinion(_verdict({_passes(*pair, rule) for pair in pairs}), min(shares), max(shares))


def rooms(record: Mapping[str, Any], asked: frozenset[str]) -> Iterator[tuple[Soul, ...]]:
    """Every room of people that fits the record in the groups that are asked about."""
    listed = [one for one in record.get("people", []) if one.get("role", "participant") in COUNTED]
    dimensions = {_dimension(code) for code in asked}
    tallies = [one for one in record.get("tallies", []) if _dimension(one["group"]) in dimensions]
    binding = [one for one in tallies if one["group"] in {*SEXES, *asked}]
    named = asked | {one["group"] for one in binding}
    kinds = [_distinct(_kinds(one, tallies), named) for one in listed]
    anybody = _distinct(list(ALL), named)
    for number in _heads(record, len(listed)):
        if number < len(listed):
            continue
        for some in product(*kinds):
            for rest in combinations_with_replacement(anybody, number - len(listed)):
                if _fits((*some, *rest), binding, record.get("not_stated", {})):
                    yield (*some, *rest)


def _heads(record: Mapping[str, Any], listed: int) -> range:
    if "heads_low" in record and "heads_high" in record:
        return range(record["heads_low"], record["heads_high"] + 1)
    heads = record.get("heads", listed)
    return range(heads, heads + 1)


def _asked(rule: Mapping[str, Any], outer: Mapping[str, Any] | None) -> frozenset[str]:
    rules = [rule] if outer is None else [rule, outer]
    asked = {code for one in rules for code in _codes(one["numerator"])[0]}
    return frozenset(asked | ({"resident"} if rule.get("who_counts", {}).get("residents_only") else set()))


def _dimension(code: str) -> str:
    return "sex" if code in SEXES else "caste" if code != "resident" else "resident"


def _codes(numerator: Any) -> tuple[list[str], bool]:
    if isinstance(numerator, str):
        return [numerator], False
    if isinstance(numerator, Mapping):
        every = "all_of" in numerator
        return list(numerator["all_of" if every else "any_of"]), every
    return list(numerator), False


def _kinds(person: Mapping[str, Any], tallies: list[Mapping[str, Any]]) -> list[Soul]:
    """Who somebody on the list may be; in a dimension that was tallied the list says nothing."""
    told = {_dimension(one["group"]) for one in tallies}
    groups, not_in = person.get("groups", []), person.get("not_in", [])

    def may_be(soul: Soul) -> bool:
        if "sex" not in told:
            stated = [code for code in groups if code in SEXES]
            if (stated and soul.sex != stated[0]) or soul.sex in not_in:
                return False
        if "caste" not in told:
            answered = any(_dimension(code) == "caste" for code in groups)
            for code in ("dalit", "janajati"):
                said_no = code in not_in or (answered and code not in groups)
                if (code in groups and not soul.is_in(code)) or (said_no and code not in groups and soul.is_in(code)):
                    return False
        return person.get("resident") in {None, soul.resident}

    return [soul for soul in ALL if may_be(soul)]


def _distinct(souls: list[Soul], named: frozenset[str]) -> list[Soul]:
    """One of those who differ only in what nobody asks about."""
    seen: dict[tuple[object, ...], Soul] = {}
    for soul in souls:
        seen.setdefault(
            tuple(soul.resident if code == "resident" else soul.is_in(code) for code in sorted(named)), soul
        )
    return list(seen.values())


def _fits(room: tuple[Soul, ...], tallies: list[Mapping[str, Any]], silent: Mapping[str, int]) -> bool:
    sexes = [one for one in tallies if one["group"] in SEXES]
    rest = len(sexes) > 1
    if rest and sum(_ends(one, len(room))[0] for one in sexes) + silent.get("sex", 0) > len(room):
        return False
    for one in tallies:
        low, high = _ends(one, len(room))
        number = sum(soul.is_in(one["group"]) for soul in room)
        is_sex = one["group"] in SEXES
        quiet = silent.get("sex" if is_sex else "caste", 0)
        if low > high or number < low or (not (is_sex and rest) and number > high + quiet):
            return False
        if not (is_sex and rest) and low + quiet > len(room):
            return False
    return True


def _ends(tally: Mapping[str, Any], heads: int) -> tuple[int, int]:
    if "count" in tally:
        return tally["count"], tally["count"]
    if "percent" in tally:
        written = Fraction(tally["percent"])
        counts = [
            number for number in range(heads + 1) if abs(Fraction(100 * number, heads or 1) - written) <= Fraction(1, 2)
        ]
        return (min(counts), max(counts)) if counts else (1, 0)
    return tally["low"], tally["high"]


def _part(room: tuple[Soul, ...], rule: Mapping[str, Any], outer: Mapping[str, Any] | None) -> int:
    return sum(_holds(soul, rule) for soul in _of_whole(room, rule, outer))


def _whole(room: tuple[Soul, ...], rule: Mapping[str, Any], outer: Mapping[str, Any] | None) -> int:
    return len(_of_whole(room, rule, outer))


def _of_whole(room: tuple[Soul, ...], rule: Mapping[str, Any], outer: Mapping[str, Any] | None) -> list[Soul]:
    residents = rule.get("who_counts", {}).get("residents_only", False)
    return [soul for soul in room if (not residents or soul.resident) and (outer is None or _holds(soul, outer))]


def _holds(soul: Soul, rule: Mapping[str, Any]) -> bool:
    codes, every = _codes(rule["numerator"])
    return (all if every else any)(soul.is_in(code) for code in codes)


# ------------------------------------------------------------------------------------------ judging


def _treated(pairs: set[tuple[int, int]], rule: Mapping[str, Any]) -> set[tuple[int, int]]:
    """With the unknowns not in the group, or left out of both numbers."""
    how = rule.get("unknowns", "bounds")
    if how == "bounds":
        return pairs
    low = {whole: min(part for part, other in pairs if other == whole) for _, whole in pairs}
    high = {whole: max(part for part, other in pairs if other == whole) for _, whole in pairs}
    if how == "count_as_not":
        return {(low[whole], whole) for whole in low}
    return {(low[whole], low[whole] + whole - high[whole]) for whole in low} - {(0, 0)}


def _verdict(answers: set[bool]) -> str:
    if len(answers) > 1:
        return "cannot_determine"
    return "met" if True in answers else "not_met"


def _passes(part: int, whole: int | None, rule: Mapping[str, Any]) -> bool:
    comparison = rule.get("comparison", ">=")
    if comparison == "odd":
        return part % 2 == 1
    if comparison == "between":
        first, last = (_edge(one, whole, rule) for one in rule["threshold"].split(".."))
        return first <= part <= last
    edge = _edge(rule["threshold"], whole, rule)
    return {">=": part >= edge, ">": part > edge, "<=": part <= edge, "<": part < edge, "=": part == edge}[comparison]


def _edge(text: str, whole: int | None, rule: Mapping[str, Any]) -> Fraction:
    chosen = re.fullmatch(r"(min|max)\((.+), (.+)\)", text)
    if chosen:
        both = [_edge(one, whole, {}) for one in (chosen[2], chosen[3])]
        return _rounded(min(both) if chosen[1] == "min" else max(both), rule)
    if text.endswith("%"):
        return _rounded(Fraction(text.rstrip("% ")) / 100 * (whole or 0), rule)
    if "/" in text:
        return _rounded(Fraction(text) * (whole or 0), rule)
    return Fraction(text)


def _rounded(edge: Fraction, rule: Mapping[str, Any]) -> Fraction:
    how = rule.get("rounding", "exact")
    if how == "up":
        return Fraction(ceil(edge))
    return Fraction(floor(edge + Fraction(1, 2))) if how == "half_up" else edge
