"""All that may be true of a share: for every whole that is possible, the fewest and the most that may be in it.

A verdict is sure when it holds in every case. Where the whole is exact there is one case; where heads were estimated,
or a share is taken of a group that is not known of everybody, there are as many as the whole may have values.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from hrplanner.model.counting import answers, attendees, in_every, is_tallied, listed, on_top
from hrplanner.model.counts import Count
from hrplanner.model.groups import Belongs
from hrplanner.model.list_answers import ListAnswer, Sets
from hrplanner.model.session import Session
from hrplanner.model.who import EVERYBODY, Who

_MOST = 400
"""Cases looked at one by one; of a longer range the ends are enough, as shares of a list grow or shrink steadily."""


@dataclass(frozen=True, slots=True)
class Case:
    """A whole, and the fewest and most of it who count; the most is None where nothing bounds them."""

    whole: int | None
    low: int
    high: int | None


def cases_of(session: Session, outer: Sets, inner: Sets, who: Who = EVERYBODY) -> tuple[Case, ...]:
    """The cases of those in all inner sets among those in all outer sets; none where the whole is not known."""
    plain = replace(who, roles=who.roles & EVERYBODY.roles) if who.on_top else who
    here = _cases(session, outer, inner, plain)
    if not who.on_top:
        return here
    apart = on_top(session, who)
    return () if apart is None else summed((here, _cases(apart, outer, inner, plain)))


def independent(count: Count, whole: Count) -> tuple[Case, ...]:
    """The cases of two numbers that have nothing to do with each other: voters and those who came."""
    if whole.high is None:
        return ()
    return tuple(Case(number, count.low, count.high) for number in _some(whole.low, whole.high))


def without_whole(count: Count) -> tuple[Case, ...]:
    """The one case of a plain number."""
    return (Case(None, count.low, count.high),)


def summed(parts: Sequence[tuple[Case, ...]]) -> tuple[Case, ...]:
    """The cases of several meetings taken together; none where one of them has none.

    Where the fewest rise ever faster with the whole and the most ever slower, as those of a list do, the best way to
    spread a whole over meetings is to take the cheapest steps first: adding up the steps is enough.
    """
    if any(not part for part in parts):
        return ()
    curves = [_curve_of(part) for part in parts]
    total: dict[int | None, tuple[int, int | None]] = {0: (0, 0)}
    for part in (*(one for one, curve in zip(parts, curves, strict=True) if curve is None), _joined(curves)):
        found: dict[int | None, tuple[int, int | None]] = {}
        for whole, (low, high) in total.items():
            for case in part:
                number = None if whole is None or case.whole is None else whole + case.whole
                most = None if high is None or case.high is None else high + case.high
                found[number] = _wider(found.get(number), low + case.low, most)
        total = found
    return tuple(Case(whole, low, high) for whole, (low, high) in total.items())


@dataclass(frozen=True, slots=True)
class _Curve:
    """Where the cases of a meeting begin, and by how much the fewest and the most rise with each one more."""

    whole: int
    low: int
    high: int
    low_steps: Counter[int]
    high_steps: Counter[int]


def _curve_of(part: tuple[Case, ...]) -> _Curve | None:
    """The steps of cases that are bent the right way and leave out no whole; None for others."""
    rows = sorted(
        (case.whole, case.low, case.high) for case in part if case.whole is not None and case.high is not None
    )
    if len(rows) < len(part):
        return None
    lows = [later[1] - one[1] for one, later in pairwise(rows)]
    highs = [later[2] - one[2] for one, later in pairwise(rows)]
    gaps = any(later[0] - one[0] != 1 for one, later in pairwise(rows))
    if gaps or lows != sorted(lows) or highs != sorted(highs, reverse=True):
        return None
    return _Curve(*rows[0], Counter(lows), Counter(highs))


def _joined(curves: Iterable[_Curve | None]) -> tuple[Case, ...]:
    """All cases of meetings with curves; of a long range those where a curve bends."""
    own = [curve for curve in curves if curve is not None]
    whole, low, high = (sum(getattr(curve, name) for curve in own) for name in ("whole", "low", "high"))
    low_steps = sorted(sum((curve.low_steps for curve in own), Counter()).items())
    high_steps = sorted(sum((curve.high_steps for curve in own), Counter()).items(), reverse=True)
    length = sum(number for _, number in low_steps)
    return tuple(
        Case(whole + more, low + _risen(low_steps, more), high + _risen(high_steps, more))
        for more in _places(length, (low_steps, high_steps))
    )


def _places(length: int, steps: Iterable[Sequence[tuple[int, int]]]) -> Iterable[int]:
    if length < _MOST:
        return range(length + 1)
    bends = {0, length}
    for one in steps:
        at = 0
        for _, number in one:
            at += number
            bends.add(at)
    return sorted(bends)


def _risen(steps: Sequence[tuple[int, int]], more: int) -> int:
    total = 0
    for step, number in steps:
        total += step * min(number, more)
        more -= min(number, more)
    return total


def _wider(known: tuple[int, int | None] | None, low: int, high: int | None) -> tuple[int, int | None]:
    if known is None:
        return low, high
    return min(known[0], low), None if known[1] is None or high is None else max(known[1], high)


def _cases(session: Session, outer: Sets, inner: Sets, who: Who) -> tuple[Case, ...]:
    total = attendees(session)
    if total.high is None:
        return ()
    fewest = max(total.low, len(listed(session)))
    numbers = _some(min(fewest, total.high), total.high)
    found = [case for number in numbers for case in _at(_with_heads(session, number, total), outer, inner, who)]
    return summed((tuple(found),))


def _with_heads(session: Session, heads: int, total: Count) -> Session:
    if total.exact:
        return session
    return replace(session, heads=heads, heads_low=None, heads_high=None)


def _at(session: Session, outer: Sets, inner: Sets, who: Who) -> tuple[Case, ...]:
    """The cases where the number of attendees is known."""
    everyone = attendees(session).low
    if not outer and who.everybody:
        count = in_every(session, inner)
        return () if count.contradictory else (Case(everyone, count.low, count.high),)
    if is_tallied(session, (*outer, *inner)):
        return _by_tallies(session, outer, inner, who, everyone)
    return _by_list(session, outer, inner, who, everyone)


def _by_tallies(session: Session, outer: Sets, inner: Sets, who: Who, everyone: int) -> tuple[Case, ...]:
    whole, part = in_every(session, outer, who), in_every(session, inner)
    if whole.contradictory or part.contradictory:
        return ()
    most = everyone if whole.high is None else whole.high
    found = []
    for number in _some(whole.low, most):
        low = max(0, number + part.low - everyone)
        high = number if part.high is None else min(number, part.high)
        found.append(Case(number, min(low, high), high))
    return tuple(found)


def _by_list(session: Session, outer: Sets, inner: Sets, who: Who, everyone: int) -> tuple[Case, ...]:
    """Each person may be in the whole or not, and in the part of it or not; those not on the list may be anything."""
    return list_cases(_answered(session, outer, inner, who), max(0, everyone - len(listed(session))))


def _answered(session: Session, outer: Sets, inner: Sets, who: Who) -> ListAnswer:
    pairs = Counter(zip(answers(session, outer, who), answers(session, inner), strict=True))
    yes, no, unknown = Belongs.YES, Belongs.NO, Belongs.UNKNOWN
    return ListAnswer(
        inside=pairs[yes, yes] + pairs[yes, no] + pairs[yes, unknown],
        sure=pairs[yes, yes],
        open_inside=pairs[yes, unknown],
        never=pairs[unknown, no],
        either=pairs[unknown, unknown],
        always=pairs[unknown, yes],
    )


def list_cases(answer: ListAnswer, missing: int) -> tuple[Case, ...]:
    """The cases of a list, or of many taken together, with so many people more who are on none."""
    never, either, always = answer.never, answer.either + missing, answer.always
    length = never + either + always
    bends = range(length + 1) if length < _MOST else sorted({0, never + either, either + always, length})
    return tuple(
        Case(
            answer.inside + more,
            answer.sure + max(0, more - never - either),
            answer.sure + answer.open_inside + min(more, either + always),
        )
        for more in bends
    )


def _some(low: int, high: int) -> Iterable[int]:
    return range(low, high + 1) if high - low < _MOST else (low, high)
