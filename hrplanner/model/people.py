"""People on the list of a session, named or by code; what they say of themselves, never what somebody guessed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Self

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


class Purpose(StrEnum):
    """What a named person is asked to agree to, each apart from the others; a yes can be taken back at any time."""

    MINUTES = "minutes"  # the name stands in copies of the minutes that others read
    PARTNERS = "partners"  # the name goes along to partner organisations
    CONTACT = "contact"
    QUOTE = "quote"
    PHOTO = "photo"  # photographs and recordings of the voice
    RESEARCH = "research"


class Consent(StrEnum):
    """The three answers; who was not asked has not agreed."""

    YES = "yes"
    NO = "no"
    NOT_ASKED = "not_asked"


OF_AGE = 18
_CHILDREN = frozenset({GroupCode("age_0_14"), GroupCode("age_15_17")})
NOBODY_ASKED: Mapping[Purpose, bool] = MappingProxyType({})
COUNTED_ROLES = frozenset({Role.PARTICIPANT, Role.REPRESENTATIVE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One line of the list; `not_in` holds the groups this person said no to, which is more than silence.

    `consent` holds a yes or a no for each purpose that was asked about; a purpose that is not in it was not asked.
    """

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
    consent: Mapping[Purpose, bool] = field(default_factory=lambda: NOBODY_ASKED, hash=False)

    def allows(self, purpose: Purpose) -> bool:
        """Whether the name may be used so: somebody of age, or of no stated age, said yes to just that."""
        child = bool(self.groups & _CHILDREN) or (self.age is not None and self.age < OF_AGE)
        return self.name is not None and self.consent.get(purpose) is True and not child

    def answer(self, purpose: Purpose) -> Consent:
        """What was said when it was asked for."""
        said = self.consent.get(purpose)
        return Consent.NOT_ASKED if said is None else Consent.YES if said else Consent.NO

    def answering(self, purpose: Purpose, answer: Consent) -> Self:
        """The person with another answer."""
        rest = {one: said for one, said in self.consent.items() if one != purpose}
        return replace(self, consent=rest if answer is Consent.NOT_ASKED else {**rest, purpose: answer is Consent.YES})

    @property
    def counted(self) -> bool:
        return self.role in COUNTED_ROLES
