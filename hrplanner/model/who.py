"""Who counts for a rule: usually participants, whoever they are; a law may count others, or only some of them."""

from dataclasses import dataclass

from hrplanner.model.groups import Belongs, GroupCode
from hrplanner.model.people import COUNTED_ROLES, Person, Role

_OLDEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """`roles` beyond participants and representatives come on top of the heads; fewer leave some of them out."""

    roles: frozenset[Role] = COUNTED_ROLES
    residents_only: bool = False
    youngest: int | None = None
    oldest: int | None = None

    @property
    def everybody(self) -> bool:
        return not self.narrows and not self.on_top

    @property
    def on_top(self) -> frozenset[Role]:
        """Roles that are counted apart unless a rule counts them."""
        return self.roles - COUNTED_ROLES

    @property
    def narrows(self) -> bool:
        """Whether some of those who came do not count."""
        return self.residents_only or self.ages is not None or not self.roles >= COUNTED_ROLES

    @property
    def ages(self) -> GroupCode | None:
        """The band of ages that counts, as a group."""
        if self.youngest is None and self.oldest is None:
            return None
        last = "up" if self.oldest is None else str(min(self.oldest, _OLDEST))
        return GroupCode(f"age_{self.youngest or 0}_{last}")

    def counts(self, person: Person) -> Belongs:
        """Whether somebody on the list counts, as far as role and residence say."""
        if person.role not in self.roles or (self.residents_only and person.resident is False):
            return Belongs.NO
        return Belongs.UNKNOWN if self.residents_only and person.resident is None else Belongs.YES


EVERYBODY = Who()
