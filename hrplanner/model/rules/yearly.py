"""Counts of groups over years, from the sums of lists instead of the lists: the same as `counting`, for many sessions.

What rules make of such sums is in `years`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from hrplanner.model.counting import attendees, in_group_alone, is_tallied
from hrplanner.model.counts import Count, GroupSet, added, exactly
from hrplanner.model.groups import GroupCode
from hrplanner.model.list_answers import ListAnswer, Question, Row, Sums
from hrplanner.model.rules.almanac import Period
from hrplanner.model.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupYear:
    """A group over a stretch of time: those of it who came, of all who came, in so many sessions; attendances."""

    label: str
    group: GroupCode
    sessions: int
    count: Count
    whole: Count


def asked_for(codes: Iterable[GroupCode]) -> tuple[Question, ...]:
    """How many are in each of the groups, in order."""
    return tuple(Question((), (GroupSet((code,)),)) for code in codes)


def group_years(sums: Sums, periods: Sequence[Period], codes: Sequence[GroupCode]) -> tuple[GroupYear, ...]:
    """The counts of every group in every period; sessions that were not held, and those without a day, are left out.

    The first answers of the sums are those to `asked_for(codes)`.
    """
    held = [one for one in sums.sessions if one.held is not False and one.date is not None]
    found = []
    for period in periods:
        own = [one for one in held if one.date is not None and period.holds(one.date)]
        rows = [row for one in own if (row := plain_row(one, sums)) is not None]
        settled = {row.session.id for row in rows}
        left = [(one, everybody(one, sums.listed(one))) for one in own if one.id not in settled]
        whole = added([exactly(sum(row.heads for row in rows)), *(total for _, total in left)])
        for code, question, first in zip(codes, asked_for(codes), places_of(asked_for(codes)), strict=True):
            counts = [
                _in_group(one, total=total, code=code, answer=_answer(sums, one, question, first))
                for one, total in left
            ]
            count = added([_of_rows(rows, first), *counts])
            found.append(GroupYear(label=period.label, group=code, sessions=len(own), count=count, whole=whole))
    return tuple(found)


def plain_row(session: Session, sums: Sums) -> Row | None:
    """The numbers of a session where they are all that can be said: heads known, no tallies, a list that fits."""
    listed = sums.listed(session)
    if not listed or session.tallies:
        return None
    total = everybody(session, listed)
    return Row(session, total.low, sums.numbers[session.id]) if total.exact and listed <= total.low else None


def _of_rows(rows: Sequence[Row], first: int) -> Count:
    low = high = 0
    known = True
    for row in rows:
        numbers = row.numbers
        sure, unknown = numbers[first], numbers[first + 1]
        known = known and bool(sure or unknown < numbers[0])
        low += sure
        high += sure + unknown + row.heads - numbers[0]
    return Count(low if known else None, low, high)


def places_of(questions: Sequence[Question], first: int = 1) -> tuple[int, ...]:
    """Where the numbers of each question begin; the length of the list stands before them all."""
    return tuple(accumulate((one.width for one in questions), initial=first))[:-1]


def everybody(session: Session, listed: int) -> Count:
    """N, with the list where it is larger than the tallies and nobody counted heads or signatures."""
    total = attendees(session)
    estimated = session.heads_low is not None or session.heads_high is not None
    if estimated or session.heads is not None or session.signatures is not None or not listed:
        return total
    return exactly(max(total.low, listed))


def from_list(answer: ListAnswer, listed: int, total: Count) -> Count:
    """How many answered yes to all that was asked, of a list and of those who are on none."""
    most = total.high if total.high is not None else listed
    nobody_said = answer.sure == 0 and answer.unknown == listed
    return Count(
        known=None if nobody_said else answer.sure,
        low=answer.sure,
        high=answer.sure + answer.unknown + max(0, most - listed),
        contradictory=listed > most,
    )


def _answer(sums: Sums, session: Session, question: Question, first: int) -> ListAnswer | None:
    return sums.answer(session, question, first) if sums.listed(session) else None


def _in_group(session: Session, *, total: Count, code: GroupCode, answer: ListAnswer | None) -> Count:
    if is_tallied(session, (GroupSet((code,)),)):
        return in_group_alone(replace(session, heads=total.low) if total.exact else session, code)
    if answer is None:
        return Count(known=None, low=0, high=total.high)
    return from_list(answer, answer.inside, total)
