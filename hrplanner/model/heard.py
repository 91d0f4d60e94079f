"""How far a group was heard: its turns, the issues it raised, the promises that answer them, each with both bounds.

A turn or an issue that was noted for women says nothing about who of them is Dalit: what was noted in another
dimension, or not at all, is not known of a group. Presence is counted in `counting`; this is voice and result.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from hrplanner.model.commitments import Commitment, Status
from hrplanner.model.counting import in_group_alone
from hrplanner.model.groups import Belongs, GroupCode, dimension_of, in_group
from hrplanner.model.issues import Issue
from hrplanner.model.session import Session
from hrplanner.model.voice import TurnRole


@dataclass(frozen=True, slots=True)
class Heard:
    """Between `low` and `high` of `whole` things are this group's."""

    low: int
    high: int
    whole: int


def spoke(session: Session, group: GroupCode) -> Heard:
    """Of the turns in which people raised something; answers and chairing are not counted."""
    turns = [turn for turn in session.turns if turn.role is TurnRole.RAISED]
    return _heard((_belongs(group, (turn.group,) if turn.group else ()), turn.count) for turn in turns)


def raised(session: Session, group: GroupCode) -> Heard:
    """Of the issues on record."""
    return _heard((_belongs(group, issue.raised_by), 1) for issue in session.issues)


def promised(session: Session, group: GroupCode) -> Heard:
    """Of the promises; one counts for a group when it answers an issue of that group."""
    issues = {issue.code: issue for issue in session.issues}
    return _heard((_answered(group, promise, issues), 1) for promise in session.commitments)


def kept(session: Session, group: GroupCode) -> Heard:
    """Of the promises that are done, in the same manner."""
    issues = {issue.code: issue for issue in session.issues}
    done = [promise for promise in session.commitments if promise.status is Status.DONE]
    return _heard((_answered(group, promise, issues), 1) for promise in done)


def unheard(session: Session, groups: Iterable[GroupCode]) -> tuple[GroupCode, ...]:
    """Those of the groups that are surely here and of whom no turn and no issue is noted, once anything is noted."""
    if not session.issues and not any(turn.role is TurnRole.RAISED for turn in session.turns):
        return ()
    silent = (group for group in groups if not spoke(session, group).low and not raised(session, group).low)
    return tuple(group for group in silent if in_group_alone(session, group).low)


def together(parts: Iterable[Heard]) -> Heard:
    """Several meetings as one."""
    found = list(parts)
    return Heard(sum(one.low for one in found), sum(one.high for one in found), sum(one.whole for one in found))


def _answered(group: GroupCode, promise: Commitment, issues: dict[str, Issue]) -> Belongs:
    answers = {_belongs(group, issues[code].raised_by) for code in promise.answers if code in issues}
    if Belongs.YES in answers:
        return Belongs.YES
    return Belongs.NO if answers == {Belongs.NO} else Belongs.UNKNOWN


def _belongs(group: GroupCode, noted: tuple[GroupCode, ...]) -> Belongs:
    """Whether what was noted is this group's; another dimension tells nothing."""
    dimension = dimension_of(group)
    answers = {in_group(group, code) for code in noted if dimension_of(code) == dimension}
    if Belongs.YES in answers:
        return Belongs.YES
    return Belongs.NO if answers == {Belongs.NO} else Belongs.UNKNOWN


def _heard(answers: Iterable[tuple[Belongs, int]]) -> Heard:
    low = unknown = whole = 0
    for answer, times in answers:
        whole += times
        low += times if answer is Belongs.YES else 0
        unknown += times if answer is Belongs.UNKNOWN else 0
    return Heard(low, low + unknown, whole)
