"""How many, of whom, with a low and a high bound: all counting lives here.

The rules of counting are those of the published contract: heads beat signatures beat lists; within one dimension a
tally beats the list; in sex and age what is left of a tally is *not stated*; other dimensions overlap and are exact
as tallied. Unknown is never zero: a group nobody asked about is counted as "from none to all".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from hrplanner.model.attendance import Tally
from hrplanner.model.groups import AGE, EXCLUSIVE, Belongs, Dimension, GroupCode, age_band, dimension_of, in_group
from hrplanner.model.people import Person
from hrplanner.model.session import Session

_TALLIES_THAT_LEAVE_A_REST = 2


@dataclass(frozen=True, slots=True)
class Count:
    """How many people, in whole persons.

    `known` is the number that was counted, None where only a range or nothing is known; `high` is None where nothing
    bounds it. `contradictory` says that the figures it comes from cannot all be true.
    """

    known: int | None
    low: int
    high: int | None
    contradictory: bool = False

    @property
    def exact(self) -> bool:
        return self.low == self.high

    @property
    def unknown(self) -> int | None:
        """How many people it is not known of, or None where nothing bounds them."""
        return None if self.high is None else self.high - self.low


@dataclass(frozen=True, slots=True)
class GroupSet:
    """Those in any, or in all, of some groups."""

    groups: tuple[GroupCode, ...]
    every: bool = False


NOTHING = Count(known=None, low=0, high=None)


def exactly(number: int) -> Count:
    return Count(known=number, low=number, high=number)


def listed(session: Session) -> tuple[Person, ...]:
    """The people on the list who count: participants, not officials, facilitators, observers or press."""
    return tuple(person for person in session.people if person.counted)


def attendees(session: Session) -> Count:
    """N: the heads; else the signatures; else the larger of the list and the largest complete tally of sex or age."""
    if session.heads_low is not None and session.heads_high is not None:
        return Count(known=None, low=session.heads_low, high=session.heads_high)
    if session.heads is not None:
        return exactly(session.heads)
    if session.signatures is not None:
        return exactly(session.signatures)
    found = [len(listed(session))] if session.people else []
    found += [total for dimension in EXCLUSIVE if (total := _complete_tally(session, dimension)) is not None]
    return exactly(max(found)) if found else NOTHING


def in_groups(session: Session, wanted: GroupSet) -> Count:
    """How many attendees are in any (or all) of the wanted groups."""
    dimensions = {dimension_of(code) for code in wanted.groups}
    tallied = {dimension_of(tally.group) for tally in session.tallies} & dimensions
    if not tallied:
        return _from_list(session, wanted)
    if len(dimensions) == 1 and not wanted.every:
        return _from_tallies(session, wanted.groups, next(iter(dimensions)))
    return _combined(session, wanted)


def in_group_alone(session: Session, code: GroupCode) -> Count:
    return in_groups(session, GroupSet((code,)))


def not_stated(session: Session, dimension: Dimension) -> int | None:
    """How many attendees' place in a dimension is not known; None where the number of attendees is not known."""
    total = attendees(session).high
    tallies = _of_dimension(session.tallies, dimension)
    given = session.not_stated.get(dimension)
    if tallies and (dimension not in EXCLUSIVE or len(tallies) < _TALLIES_THAT_LEAVE_A_REST):
        return given or 0
    if total is None:
        return given
    if tallies:
        return max(total - sum(_bounds(tally, total)[0] for tally in tallies), given or 0)
    people = listed(session)
    silent = sum(1 for person in people if not _says_something(person, dimension))
    return silent + max(0, total - len(people))


# ------------------------------------------------------------------------------------------ from the list


def _from_list(session: Session, wanted: GroupSet) -> Count:
    """Each person on the list answers yes, no or nothing; those not on the list answer nothing."""
    total = attendees(session)
    people = listed(session)
    if not people:
        return Count(known=None, low=0, high=total.high)
    yes = unknown = 0
    asked = _Asked(wanted)
    for person in people:
        answer = asked.of(person)
        if answer is Belongs.YES:
            yes += 1
        elif answer is Belongs.UNKNOWN:
            unknown += 1
    all_of_them = total.high if total.high is not None else len(people)
    missing = max(0, all_of_them - len(people))
    nobody_said = yes == 0 and unknown == len(people)
    return Count(
        known=None if nobody_said else yes,
        low=yes,
        high=yes + unknown + missing,
        contradictory=len(people) > all_of_them,
    )


class _Asked:
    """One question put to every person of a list; answers for equal sets of groups are remembered, lists being long."""

    def __init__(self, wanted: GroupSet) -> None:
        self.wanted = wanted
        self.by_age = any(age_band(code) is not None for code in wanted.groups)
        self.answers: dict[tuple[object, ...], Belongs] = {}

    def of(self, person: Person) -> Belongs:
        key = (person.groups, person.not_in, person.age if self.by_age else None)
        answer = self.answers.get(key)
        if answer is None:
            answer = self.answers[key] = _says(person, self.wanted)
        return answer


def _says(person: Person, wanted: GroupSet) -> Belongs:
    answers = {_says_of_one(person, code) for code in wanted.groups}
    decisive, otherwise = (Belongs.NO, Belongs.YES) if wanted.every else (Belongs.YES, Belongs.NO)
    if decisive in answers:
        return decisive
    return Belongs.UNKNOWN if Belongs.UNKNOWN in answers else otherwise


def _says_of_one(person: Person, wanted: GroupCode) -> Belongs:
    dimension = dimension_of(wanted)
    if wanted in person.groups:
        return Belongs.YES
    band = age_band(wanted)
    if band is not None and person.age is not None:
        return Belongs.YES if band.holds(person.age) else Belongs.NO
    if wanted in person.not_in:
        return Belongs.NO
    held = [in_group(wanted, code) for code in person.groups if dimension_of(code) == dimension]
    if Belongs.YES in held:
        return Belongs.YES
    return Belongs.NO if Belongs.NO in held else Belongs.UNKNOWN


def _says_something(person: Person, dimension: Dimension) -> bool:
    if dimension == AGE and person.age is not None:
        return True
    return any(dimension_of(code) == dimension for code in (*person.groups, *person.not_in))


# ------------------------------------------------------------------------------------------ from tallies


def _from_tallies(session: Session, wanted: tuple[GroupCode, ...], dimension: Dimension) -> Count:
    tallies = _of_dimension(session.tallies, dimension)
    total = attendees(session).high
    if dimension not in EXCLUSIVE:
        return _overlapping(session, tallies, wanted)
    inside, outside, partly = _sorted(tallies, wanted)
    low = sum(_bounds(tally, total)[0] for tally in inside)
    counted = sum(_bounds(tally, total)[0] for tally in tallies)
    known = _sum_exact(inside)
    contradictory = total is not None and counted > total
    if len(tallies) < _TALLIES_THAT_LEAVE_A_REST and inside:
        rest = session.not_stated.get(dimension, 0)
        return Count(known, low, _plus(_sum_high(inside, total), rest), contradictory)
    others = sum(_bounds(tally, total)[0] for tally in outside)
    given = session.not_stated.get(dimension, 0)
    if total is None:
        return Count(known, low, None, contradictory)
    exact = known is not None and not partly and all(_is_exact(tally) for tally in tallies)
    high = low + max(total - counted, given) if exact else total - others
    return Count(known, low, max(low, high), contradictory or counted + given > total)


def _overlapping(session: Session, tallies: list[Tally], wanted: tuple[GroupCode, ...]) -> Count:
    """Exact as tallied; a group of the dimension that has no tally was not counted, which is not none."""
    total = attendees(session).high
    counted = {code: [tally for tally in tallies if tally.group == code] for code in wanted}
    if not all(counted.values()):
        low = max((sum(_bounds(one, total)[0] for one in found) for found in counted.values()), default=0)
        return Count(known=None, low=low, high=total)
    if len(wanted) == 1:
        found = counted[wanted[0]]
        rest = session.not_stated.get(dimension_of(wanted[0]), 0)
        low = sum(_bounds(one, total)[0] for one in found)
        high = _plus(_sum_high(found, total), rest)
        return Count(_sum_exact(found), low, high, total is not None and low > total)
    parts = [_overlapping(session, tallies, (code,)) for code in wanted]
    return _any_of(parts, total)


def _sorted(tallies: list[Tally], wanted: tuple[GroupCode, ...]) -> tuple[list[Tally], list[Tally], list[Tally]]:
    """Tallies inside the wanted groups, outside them, and those that are only partly inside."""
    inside: list[Tally] = []
    outside: list[Tally] = []
    partly: list[Tally] = []
    for tally in tallies:
        answers = {in_group(code, tally.group) for code in wanted}
        place = inside if Belongs.YES in answers else partly if Belongs.UNKNOWN in answers else outside
        place.append(tally)
    return inside, outside, partly


def _of_dimension(tallies: Iterable[Tally], dimension: Dimension) -> list[Tally]:
    return [tally for tally in tallies if dimension_of(tally.group) == dimension]


def _complete_tally(session: Session, dimension: Dimension) -> int | None:
    """What a tally of a dimension adds up to when it covers everybody.

    Two codes or more, or one and a number not stated.
    """
    tallies = _of_dimension(session.tallies, dimension)
    given = session.not_stated.get(dimension)
    complete = len({tally.group for tally in tallies}) >= _TALLIES_THAT_LEAVE_A_REST or (tallies and given is not None)
    if not complete or not all(_is_exact(tally) for tally in tallies):
        return None
    return sum(tally.count or 0 for tally in tallies) + (given or 0)


def _is_exact(tally: Tally) -> bool:
    return tally.count is not None


def _bounds(tally: Tally, total: int | None) -> tuple[int, int | None]:
    if tally.count is not None:
        return tally.count, tally.count
    if tally.percent is not None:
        return _percent_bounds(tally.percent, total)
    return tally.low or 0, tally.high if tally.high is not None else total


def _percent_bounds(percent: str, total: int | None) -> tuple[int, int | None]:
    """A percent as written stands for all counts that round to it: 19 of 443 is 82 to 86 people."""
    if total is None:
        return 0, None
    written = Fraction(percent)
    digits = len(percent.partition(".")[2])
    half = Fraction(1, 2 * 10**digits)
    low = ceil((written - half) * total / 100)
    high = floor((written + half) * total / 100)
    return max(0, low), min(total, high)


def _sum_exact(tallies: list[Tally]) -> int | None:
    """The sum of exact tallies, None where there is none or one of them is only a range."""
    if not tallies or not all(_is_exact(tally) for tally in tallies):
        return None
    return sum(tally.count or 0 for tally in tallies)


def _sum_high(tallies: list[Tally], total: int | None) -> int | None:
    highs = [_bounds(tally, total)[1] for tally in tallies]
    return None if None in highs else sum(high for high in highs if high is not None)


def _plus(high: int | None, more: int) -> int | None:
    return None if high is None else high + more


# ------------------------------------------------------------------------------------------ several groups


def _combined(session: Session, wanted: GroupSet) -> Count:
    """Bounds on the union or the intersection of counts that were taken apart (Fréchet's bounds)."""
    parts = [in_group_alone(session, code) for code in wanted.groups]
    total = attendees(session).high
    if not wanted.every:
        return _any_of(parts, total)
    highs = [part.high for part in parts if part.high is not None]
    low = 0 if total is None else max(0, sum(part.low for part in parts) - (len(parts) - 1) * total)
    high = min(highs) if highs else total
    contradictory = any(part.contradictory for part in parts)
    return Count(low if low == high else None, low, high, contradictory)


def _any_of(parts: list[Count], total: int | None) -> Count:
    low = max(part.low for part in parts)
    highs = [part.high for part in parts]
    summed = None if None in highs else sum(high for high in highs if high is not None)
    high = total if summed is None else summed if total is None else min(total, summed)
    contradictory = any(part.contradictory for part in parts)
    return Count(low if low == high else None, low, None if high is None else max(low, high), contradictory)
