"""Who spoke, by group and never by name; presence is not voice."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from hrplanner.model.groups import GroupCode
from hrplanner.model.ids import RowId


class TurnRole(StrEnum):
    """What the turn was: residents raise, officials answer, somebody chairs."""

    RAISED = "raised"
    ANSWERED = "answered"
    CHAIRED = "chaired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One turn, or `count` turns that were only counted; no group means that it was not noted."""

    id: RowId
    group: GroupCode | None = None
    role: TurnRole = TurnRole.RAISED
    seconds: int | None = None
    count: int = 1
    at: str | None = None
    source: str | None = None


def is_running(turns: Sequence[Turn]) -> bool:
    """Whether the last turn goes on: it began at an hour, and nobody has ended it."""
    last = turns[-1] if turns else None
    return last is not None and last.seconds is None and last.at is not None and last.count == 1
