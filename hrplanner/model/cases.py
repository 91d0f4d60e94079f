"""All that may be true of a share: for every whole that is possible, the fewest and the most that may be in it.

A verdict is sure when it holds in every case. Where the whole is exact there is one case; where heads were estimated,
or a share is taken of a group that is not known of everybody, there are as many as the whole may have values.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hrplanner.model.counting import answers, attendees, in_every, is_tallied, listed, on_top
from hrplanner.model.counts import Count, GroupSet
from hrplanner.model.groups import Belongs
from hrplanner.model.session import Session
from hrplanner.model.who import EVERYBODY, Who

_MOST = 400
"""Cases looked at one by one; of a longer range the ends are enough, as shares of a list grow or shrink steadily."""

Sets = tuple[GroupSet, ...]


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
    """The cases of several meetings taken together; none where one of them has none."""
    if any(not part for part in parts):
        return ()
    total: dict[int | None, tuple[int, int | None]] = {0: (0, 0)}
    for part in parts:
        found: dict[int | None, tuple[int, int | None]] = {}
        for whole, (low, high) in total.items():
            for case in part:
                number = None if whole is None or case.whole is None else whole + case.whole
                most = None if high is None or case.high is None else high + case.high
                found[number] = _wider(found.get(number), low + case.low, most)
        total = found
    return tuple(Case(whole, low, high) for whole, (low, high) in total.items())


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
    pairs = list(zip(answers(session, outer, who), answers(session, inner), strict=True))
    missing = max(0, everyone - len(pairs))
    inside = sum(one is Belongs.YES for one, _ in pairs)
    sure = sum(pair == (Belongs.YES, Belongs.YES) for pair in pairs)
    open_inside = sum(pair == (Belongs.YES, Belongs.UNKNOWN) for pair in pairs)
    never = sum(pair == (Belongs.UNKNOWN, Belongs.NO) for pair in pairs)
    either = sum(pair == (Belongs.UNKNOWN, Belongs.UNKNOWN) for pair in pairs) + missing
    always = sum(pair == (Belongs.UNKNOWN, Belongs.YES) for pair in pairs)
    found = []
    for more in range(never + either + always + 1):
        low = sure + max(0, more - never - either)
        high = sure + open_inside + min(more, either + always)
        found.append(Case(inside + more, low, high))
    return tuple(found)


def _some(low: int, high: int) -> Iterable[int]:
    return range(low, high + 1) if high - low < _MOST else (low, high)
