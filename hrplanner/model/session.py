"""One session: a meeting and all that was recorded at it, as one frozen value."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol, Self, TypeVar

from hrplanner.model.attendance import Tally
from hrplanner.model.commitments import Commitment, MoneyLine
from hrplanner.model.errors import Refused
from hrplanner.model.formalities import Event, Evidence, Moment, OfficeSignature, Publication
from hrplanner.model.groups import Dimension
from hrplanner.model.ids import PersonId, RowId, SessionId
from hrplanner.model.issues import AgendaItem, Decision, Issue
from hrplanner.model.people import Person, Role
from hrplanner.model.principles import Asked, Reply
from hrplanner.model.voice import Turn


class _Part(Protocol):
    """A row below a session; all have an id."""

    @property
    def id(self) -> bytes: ...


Row = TypeVar("Row", bound=_Part)
PARTS = (
    "people", "tallies", "turns", "agenda", "issues", "decisions", "commitments", "money",
    "moments", "signatures_of", "published",
)  # fmt: skip
NOTHING_NOT_STATED: Mapping[Dimension, int] = MappingProxyType({})
NO_DAYS: Mapping[Event, dt.date] = MappingProxyType({})
NOTHING_RECALLED: Mapping[str, str] = MappingProxyType({})
NOTHING_REPLIED: Mapping[Asked, Reply] = MappingProxyType({})
NO_NEXT_STEPS: Mapping[Asked, str] = MappingProxyType({})
NOTHING_LOOKED_FOR: Mapping[Evidence, bool] = MappingProxyType({})


class Kind(StrEnum):
    """Kinds of session that have a name of their own; others are kept as written."""

    WARD_ASSEMBLY = "ward_assembly"
    SETTLEMENT_MEETING = "settlement_meeting"
    NEIGHBOURHOOD_MEETING = "neighbourhood_meeting"
    PUBLIC_HEARING = "public_hearing"
    BUDGET_SESSION = "budget_session"
    COUNCIL_MEETING = "council_meeting"
    COMMITTEE_MEETING = "committee_meeting"
    FOCUS_GROUP = "focus_group"
    VILLAGE_DELIBERATION = "village_deliberation"
    BARANGAY_ASSEMBLY = "barangay_assembly"
    GRAM_SABHA = "gram_sabha"
    RESIDENT_BUDGET_MEETING = "resident_budget_meeting"
    SOCIAL_AUDIT = "social_audit"
    WRITTEN_CONSULTATION = "written_consultation"
    BUDGET_VOTE = "budget_vote"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A meeting as it was recorded. None means not known; nothing here turns an unknown into a zero."""

    id: SessionId
    number: str
    title: str
    kind: str
    country: str | None = None
    series: str | None = None
    body: str | None = None
    legal_basis: str | None = None
    reheld_of: str | None = None
    held: bool | None = None
    date: dt.date | None = None
    date_as_written: str | None = None
    start: str | None = None
    end: str | None = None
    venue: str | None = None
    heads: int | None = None
    heads_low: int | None = None
    heads_high: int | None = None
    signatures: int | None = None
    slips: int | None = None
    voters: int | None = None
    invitees: int | None = None
    members: int | None = None
    fully_organised: int | None = None
    seats: int | None = None
    chairs: int | None = None
    not_stated: Mapping[Dimension, int] = field(default_factory=lambda: NOTHING_NOT_STATED)
    not_asked: frozenset[Dimension] = frozenset()
    absent: frozenset[Role] = frozenset()
    """Roles that nobody had at the meeting; a role that is neither here nor on the list is not known."""
    notice_date: dt.date | None = None
    notice_means: tuple[str, ...] = ()
    notice_places: tuple[str, ...] = ()
    notice_proof: str | None = None
    dates: Mapping[Event, dt.date] = field(default_factory=lambda: NO_DAYS)
    evidence: Mapping[Evidence, bool] = field(default_factory=lambda: NOTHING_LOOKED_FOR)
    recalled: Mapping[str, str] = field(default_factory=lambda: NOTHING_RECALLED)
    """Promises of earlier meetings ("W5-2026-013/c1"): why each was put off, nothing where it was read out."""
    replies: Mapping[Asked, Reply] = field(default_factory=lambda: NOTHING_REPLIED)
    """The nine questions of the three principles; one that is not here was not answered."""
    next_steps: Mapping[Asked, str] = field(default_factory=lambda: NO_NEXT_STEPS)
    barriers: str | None = None
    support: str | None = None
    referrals: int | None = None
    """Complaints passed on in confidence. The number stays in the book: no record, paper or copy holds it."""
    source: str | None = None

    people: tuple[Person, ...] = ()
    tallies: tuple[Tally, ...] = ()
    turns: tuple[Turn, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    issues: tuple[Issue, ...] = ()
    decisions: tuple[Decision, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    money: tuple[MoneyLine, ...] = ()
    moments: tuple[Moment, ...] = ()
    signatures_of: tuple[OfficeSignature, ...] = ()
    published: tuple[Publication, ...] = ()

    def person(self, who: PersonId) -> Person:
        return _found(self.people, who, "person")

    def issue(self, which: RowId) -> Issue:
        return _found(self.issues, which, "issue")

    def commitment(self, which: RowId) -> Commitment:
        return _found(self.commitments, which, "commitment")

    def with_person(self, person: Person) -> Self:
        return replace(self, people=_put(self.people, person))

    def with_tally(self, tally: Tally) -> Self:
        return replace(self, tallies=_put(self.tallies, tally))

    def with_turn(self, turn: Turn) -> Self:
        return replace(self, turns=_put(self.turns, turn))

    def with_issue(self, issue: Issue) -> Self:
        return replace(self, issues=_put(self.issues, issue))

    def with_decision(self, decision: Decision) -> Self:
        return replace(self, decisions=_put(self.decisions, decision))

    def with_commitment(self, promise: Commitment) -> Self:
        return replace(self, commitments=_put(self.commitments, promise))

    def with_agenda_item(self, item: AgendaItem) -> Self:
        return replace(self, agenda=_put(self.agenda, item))

    def with_row(self, part: str, row: _Part) -> Self:
        """The session with this row in one of its parts ("moments" ...), in its old place or at the end."""
        changed: Self = replace(self, **{part: _put(getattr(self, part), row)})  # type: ignore[arg-type]
        return changed

    def without(self, row: bytes) -> Self:
        """The session without the person, issue or other row of this id, wherever it stands."""
        for part in PARTS:
            rows = getattr(self, part)
            kept = tuple(one for one in rows if one.id != row)
            if len(kept) < len(rows):
                changed: Self = replace(self, **{part: kept})  # type: ignore[arg-type]
                return changed
        raise Refused("no_such_row", what="row")


def _found(rows: tuple[Row, ...], wanted: bytes, what: str) -> Row:
    for row in rows:
        if row.id == wanted:
            return row
    raise Refused("no_such_row", what=what)


def _put(rows: tuple[Row, ...], row: Row) -> tuple[Row, ...]:
    """The row in the place of the one with its id, or after the others."""
    for place, old in enumerate(rows):
        if old.id == row.id:
            return (*rows[:place], row, *rows[place + 1 :])
    return (*rows, row)
