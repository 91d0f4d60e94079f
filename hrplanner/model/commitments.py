"""Promises: what an office says it will do, by when, and how it went. Overdue is computed, never stored."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from hrplanner.model.groups import GroupCode
from hrplanner.model.ids import RowId


class Status(StrEnum):
    """Where a promise stands."""

    MADE = "made"
    STARTED = "started"
    DONE = "done"
    PARTLY_DONE = "partly_done"
    LATE = "late"
    CHANGED = "changed"
    STOPPED = "stopped"


_SETTLED = frozenset({Status.DONE, Status.STOPPED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """A promise; its owner is an office, so that it survives a change of mayor. `answers` holds codes of issues."""

    id: RowId
    code: str
    text: str
    answers: tuple[str, ...] = ()
    owner: str | None = None
    first_step: str | None = None
    due: dt.date | None = None
    money: int | None = None
    status: Status = Status.MADE
    progress: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyLine:
    """Money for proposals that a group put first, of a whole; in the unit the office counts in."""

    id: RowId
    group: GroupCode
    amount: int
    of: int
    source: str | None = None


def is_overdue(promise: Commitment, today: dt.date) -> bool:
    """Past its day and neither done nor stopped; a promise without a day is never overdue, only undated."""
    return promise.due is not None and promise.due < today and promise.status not in _SETTLED


def is_open(promise: Commitment) -> bool:
    """Neither done nor stopped; partly done stays open."""
    return is_unsettled(promise.status)


def is_unsettled(status: Status) -> bool:
    """Whether a promise that stands here is still open."""
    return status not in _SETTLED
