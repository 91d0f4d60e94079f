"""Counts of groups over years, from the sums of lists instead of the lists: the same as `counting`, for many sessions.

Storage adds up the people of each list in one pass; what tallies, heads and signatures say is in the sessions, which
come without their people.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from hrplanner.model.almanac import Period
from hrplanner.model.counting import attendees, in_group_alone, is_tallied
from hrplanner.model.counts import Count, GroupSet, added, exactly
from hrplanner.model.groups import GroupCode
from hrplanner.model.session import Session


@dataclass(frozen=True, slots=True)
class ListSums:
    """How many who count are on the list of a session, and of a group: how many said yes, how many nothing."""

    listed: int = 0
    yes: Mapping[GroupCode, int] | None = None
    unknown: Mapping[GroupCode, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupYear:
    """A group over a stretch of time: those of it who came, of all who came, in so many sessions; attendances."""

    label: str
    group: GroupCode
    sessions: int
    count: Count
    whole: Count


EMPTY = ListSums()


def group_years(
    sessions: Iterable[Session], sums: Mapping[bytes, ListSums], periods: Sequence[Period], codes: Sequence[GroupCode]
) -> tuple[GroupYear, ...]:
    """The counts of every group in every period; sessions that were not held, and those without a day, are left out."""
    held = [one for one in sessions if one.held is not False and one.date is not None]
    found = []
    for period in periods:
        own = [one for one in held if one.date is not None and period.holds(one.date)]
        wholes = [_everybody(one, sums.get(one.id, EMPTY)) for one in own]
        for code in codes:
            counts = [
                _in_group(one, sums.get(one.id, EMPTY), code, whole) for one, whole in zip(own, wholes, strict=True)
            ]
            found.append(
                GroupYear(label=period.label, group=code, sessions=len(own), count=added(counts), whole=added(wholes))
            )
    return tuple(found)


def _everybody(session: Session, sums: ListSums) -> Count:
    """N, with the list where it is larger than the tallies and nobody counted heads or signatures."""
    total = attendees(session)
    counted = session.heads is not None or session.signatures is not None
    if counted or (session.heads_low is not None and session.heads_high is not None) or not sums.listed:
        return total
    return exactly(max(total.low, sums.listed))


def _in_group(session: Session, sums: ListSums, code: GroupCode, total: Count) -> Count:
    if is_tallied(session, (GroupSet((code,)),)):
        return in_group_alone(replace(session, heads=total.low) if total.exact else session, code)
    if not sums.listed:
        return Count(known=None, low=0, high=total.high)
    yes, unknown = (sums.yes or {}).get(code, 0), (sums.unknown or {}).get(code, 0)
    everybody = total.high if total.high is not None else sums.listed
    nobody_said = yes == 0 and unknown == sums.listed
    return Count(
        known=None if nobody_said else yes,
        low=yes,
        high=yes + unknown + max(0, everybody - sums.listed),
        contradictory=sums.listed > everybody,
    )
