"""People on the list of a session, named or by code; what they say of themselves, never what somebody guessed."""

from dataclasses import dataclass
from enum import StrEnum

from hrplanner.model.groups import GroupCode
from hrplanner.model.ids import PersonId


class Role(StrEnum):
    """What somebody was at the session; only participants are counted in shares."""

    PARTICIPANT = "participant"
    REPRESENTATIVE = "representative"
    OFFICIAL = "official"
    ELECTED = "elected"
    PRESIDING = "presiding"
    SECRETARY = "secretary"
    FACILITATOR = "facilitator"
    INTERPRETER = "interpreter"
    OBSERVER = "observer"
    PRESS = "press"
    ADVISER = "adviser"
    WITNESS = "witness"


COUNTED_ROLES = frozenset({Role.PARTICIPANT, Role.REPRESENTATIVE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One line of the list; `not_in` holds the groups this person said no to, which is more than silence."""

    id: PersonId
    code: str | None = None
    name: str | None = None
    age: int | None = None
    role: Role = Role.PARTICIPANT
    groups: frozenset[GroupCode] = frozenset()
    not_in: frozenset[GroupCode] = frozenset()
    place: str | None = None
    signed: bool | None = None
    resident: bool | None = None
    at: str | None = None
    source: str | None = None

    @property
    def counted(self) -> bool:
        return self.role in COUNTED_ROLES
