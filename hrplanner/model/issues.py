"""What people raised, by which groups, and the one answer each issue gets; and what the body decided."""

from dataclasses import dataclass
from enum import StrEnum

from hrplanner.model.groups import GroupCode
from hrplanner.model.ids import RowId


class Answer(StrEnum):
    """You said, we did, we could not: anything but accepted needs a plain reason and an office."""

    ACCEPTED = "accepted"
    PARTLY = "partly"
    NOT_ACCEPTED = "not_accepted"
    PUT_OFF = "put_off"
    PASSED_ON = "passed_on"


class HowDecided(StrEnum):
    """How a decision came about."""

    CONSENSUS = "consensus"
    MAJORITY = "majority"
    UNANIMOUS = "unanimous"
    CHAIR = "chair"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Something people raised; no group in `raised_by` means that it was not noted who raised it.

    One that asks for a thing is a proposal: how much of it (`volume`, as said) and what it would cost.
    """

    id: RowId
    code: str
    text: str
    raised_by: tuple[GroupCode, ...] = ()
    theme: str | None = None
    place: str | None = None
    volume: str | None = None
    cost: int | None = None
    answer: Answer | None = None
    reason: str | None = None
    office: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the body resolved; dissent is kept in words."""

    id: RowId
    code: str
    text: str
    how: HowDecided | None = None
    dissent: str | None = None
    answers: tuple[str, ...] = ()
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """A point to be dealt with, in the order of `position`; without `minutes` it takes its share of what is left."""

    id: RowId
    text: str
    position: int = 0
    minutes: int | None = None
    source: str | None = None
