"""How many of a group by the tallies of one dimension; `counting` says when tallies are asked and what N is.

In sex and age nobody is counted under two codes, and what is left of N is *not stated*. Other dimensions overlap and
are exact as tallied. Of age bands that overlap each other only those are added up that count nobody twice.
"""

from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from hrplanner.model.attendance import Tally
from hrplanner.model.counts import Count, among, in_any_of
from hrplanner.model.groups import EXCLUSIVE, Belongs, Dimension, GroupCode, age_band, dimension_of, in_group

_CODES_THAT_LEAVE_A_REST = 2


def tallies_of(tallies: Iterable[Tally], dimension: Dimension) -> list[Tally]:
    """Those of one dimension, by the groups they count."""
    return [tally for tally in tallies if dimension_of(tally.group) == dimension]


def leaves_a_rest(tallies: Iterable[Tally], dimension: Dimension) -> bool:
    """Whether those under none of the tallied codes are *not stated*; a single tallied group is exact."""
    return dimension in EXCLUSIVE and len({tally.group for tally in tallies}) >= _CODES_THAT_LEAVE_A_REST


def tallied(tallies: list[Tally], wanted: tuple[GroupCode, ...], total: Count, silent: int) -> Count:
    """Those of N in any of the wanted groups, by tallies of their dimension, with `silent` not stated there."""
    dimension = dimension_of(wanted[0])
    if dimension not in EXCLUSIVE:
        parts = [_exact(tallies, code, total, silent) for code in wanted]
        return in_any_of(parts, total.high)
    if not leaves_a_rest(tallies, dimension) and _is_all_of(wanted, tallies[0].group):
        return _exact(tallies, tallies[0].group, total, silent)
    return _with_rest(tallies, wanted, total, silent)


def sum_of(tallies: list[Tally], total: Count) -> int:
    """What exclusive tallies add up to at least, nobody counted twice."""
    return _at_least(_apart(tallies, total), total)


def complete_sum(tallies: list[Tally], silent: int | None) -> int | None:
    """What tallies of sex or age add up to when they cover everybody.

    Two codes or more, or one and a number not stated.
    """
    apart = _apart(tallies, Count(None, 0, None))
    covers = len({tally.group for tally in apart}) >= _CODES_THAT_LEAVE_A_REST or (tallies and silent is not None)
    if not covers or any(tally.count is None for tally in tallies) or _leaves_a_gap(apart):
        return None
    return sum(tally.count or 0 for tally in apart) + (silent or 0)


def _leaves_a_gap(tallies: list[Tally]) -> bool:
    """Whether somebody of an age between those that were counted was not: then nobody knows how many came."""
    bands = sorted((band.youngest, band.oldest) for tally in tallies if (band := age_band(tally.group)) is not None)
    return any(later[0] > one[1] + 1 for one, later in pairwise(bands))


def _exact(tallies: list[Tally], code: GroupCode, total: Count, silent: int) -> Count:
    """One group as tallied; one that has no tally was not counted, which is not none."""
    own = [tally for tally in tallies if tally.group == code]
    if not own:
        return Count(known=None, low=0, high=total.high)
    low = _at_least(own, total)
    highs = [_bounds(tally, total)[1] for tally in own]
    high = None if None in highs else sum(high for high in highs if high is not None) + silent
    impossible = _impossible(own, total) or (total.high is not None and low + silent > total.high)
    return among(Count(_sum_known(own), low, high, impossible), total.high)


def _with_rest(tallies: list[Tally], wanted: tuple[GroupCode, ...], total: Count, silent: int) -> Count:
    """Those inside the wanted groups for certain; at most all but those outside for certain."""
    places = [(_place(wanted, tally.group), tally) for tally in tallies]
    inside = _apart([tally for place, tally in places if place is Belongs.YES], total)
    outside = [tally for place, tally in places if place is Belongs.NO]
    low, others, counted = _at_least(inside, total), sum_of(outside, total), sum_of(tallies, total)
    known = _sum_known(inside)
    impossible = _impossible(tallies, total)
    if total.high is None:
        return Count(known, low, None, impossible)
    impossible = impossible or counted + silent > total.high
    return Count(known, low, max(low, total.high - others), impossible)


def _place(wanted: tuple[GroupCode, ...], held: GroupCode) -> Belongs:
    answers = {in_group(code, held) for code in wanted}
    if Belongs.YES in answers:
        return Belongs.YES
    return Belongs.UNKNOWN if Belongs.UNKNOWN in answers else Belongs.NO


def _is_all_of(wanted: tuple[GroupCode, ...], group: GroupCode) -> bool:
    """Whether the wanted groups together are just this one: 15 to 24 is more than a tally of 18 to 24."""
    return group in wanted and all(in_group(group, code) is Belongs.YES for code in wanted)


def _apart(tallies: list[Tally], total: Count) -> list[Tally]:
    """The tallies that say most without counting anybody twice; two counters of one code add up.

    Only age bands can overlap: in the order of their ends, each is either taken after the last that ends before it
    begins, or left out.
    """
    of_code: dict[GroupCode, list[Tally]] = {}
    for tally in tallies:
        of_code.setdefault(tally.group, []).append(tally)
    codes = sorted(of_code, key=_end)
    best: list[list[Tally]] = [[]]
    for place, code in enumerate(codes):
        free = sum(1 for other in codes[:place] if in_group(code, other) is Belongs.NO)
        taken = [*best[free], *of_code[code]]
        best.append(max(taken, best[place], key=lambda some: _at_least(some, total)))
    return best[-1]


def _end(code: GroupCode) -> int:
    band = age_band(code)
    return 0 if band is None else band.oldest


# ------------------------------------------------------------------------------------------ one tally


def _at_least(tallies: list[Tally], total: Count) -> int:
    return sum(_bounds(tally, total)[0] for tally in tallies)


def _sum_known(tallies: list[Tally]) -> int | None:
    """The sum of exact tallies, None where there is none or one of them is only a range."""
    if not tallies or any(tally.count is None for tally in tallies):
        return None
    return sum(tally.count or 0 for tally in tallies)


def _bounds(tally: Tally, total: Count) -> tuple[int, int | None]:
    if tally.count is not None:
        return tally.count, tally.count
    if tally.percent is not None:
        low, high = _of_percent(tally.percent, total)
        return (low, high) if high is None else (min(low, high), max(low, high))
    return tally.low or 0, tally.high if tally.high is not None else total.high


def _impossible(tallies: list[Tally], total: Count) -> bool:
    """Whether a percent is one that no count of so few people rounds to, as 50 % of 3."""
    found = [
        _of_percent(tally.percent, total) for tally in tallies if tally.count is None and tally.percent is not None
    ]
    return any(high is not None and low > high for low, high in found)


def _of_percent(percent: str, total: Count) -> tuple[int, int | None]:
    """A percent as written stands for all counts that round to it: 19 of 443 is 82 to 86 people."""
    if total.high is None:
        return 0, None
    written = Fraction(percent)
    half = Fraction(1, 2 * 10 ** len(percent.strip().partition(".")[2]))
    low = ceil((written - half) * total.low / 100)
    high = floor((written + half) * total.high / 100)
    return max(0, low), min(total.high, high)
