"""The book over its years: what its rules came to, who came, from where, and who was missing last time."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from hrplanner.model.counting import in_group_alone
from hrplanner.model.groups import GroupCode
from hrplanner.model.rules.almanac import GREGORIAN, Almanac, Period
from hrplanner.model.rules.findings import Finding
from hrplanner.model.rules.office_rules import rules_of
from hrplanner.model.rules.sums import placed
from hrplanner.model.rules.yearly import GroupYear, asked_for, group_years
from hrplanner.model.rules.years import RuleYear, parts_needed, plans_for, rule_years, years_of
from hrplanner.model.session import Session
from hrplanner.usecases.ports import Book

HEARD = frozenset({"turns", "issues", "commitments"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """All years of a book; `sessions` come without their people, `wider` are findings on series and committees."""

    years: tuple[Period, ...]
    sessions: tuple[Session, ...]
    rules: tuple[RuleYear, ...]
    wider: tuple[Finding, ...]
    groups: tuple[GroupYear, ...]

    def year_of(self, session: Session) -> str | None:
        """The label of the budget year that the session fell in."""
        found = (one.label for one in self.years if session.date is not None and one.holds(session.date))
        return next(found, None)

    def in_year(self, label: str) -> tuple[Session, ...]:
        """The sessions of a budget year by day, those put off left out."""
        own = (one for one in self.sessions if one.held is not False and self.year_of(one) == label)
        return tuple(sorted(own, key=lambda one: (one.date or dt.date.min, one.number)))


def overview(book: Book, *, almanac: Almanac = GREGORIAN, today: dt.date | None = None) -> Overview:
    """Everything that the yearly pages show, from one pass over the lists."""
    office = book.office()
    rules = rules_of(office)
    codes = [group.code for group in sorted(office.groups, key=lambda one: one.position)]
    asked = asked_for(codes)
    plans, questions = placed(plans_for(rules), asked)
    sums = book.sums(questions, parts_needed(rules) | HEARD)
    years = years_of(sums.sessions, almanac)
    by_rule, wider = rule_years(
        rules,
        sums,
        plans,
        load=lambda one: book.session_of_id(one.id),
        almanac=almanac,
        bodies=office.bodies,
        seats=office.seats,
        today=today,
    )
    return Overview(
        years=years,
        sessions=sums.sessions,
        rules=by_rule,
        wider=wider,
        groups=group_years(sums, years, codes),
    )


def places_of(book: Book, sessions: Sequence[Session]) -> Sequence[tuple[str, int]]:
    """How many came from each place, over these sessions; the most first."""
    wanted = {one.id for one in sessions}
    found: dict[str, int] = {}
    for which, place, number in book.places():
        if which in wanted:
            found[place] = found.get(place, 0) + number
    return sorted(found.items(), key=lambda one: (-one[1], one[0]))


def missing_from(session: Session, codes: Sequence[GroupCode]) -> tuple[tuple[GroupCode, ...], tuple[GroupCode, ...]]:
    """The groups of which nobody came to a session, and those of which nobody knows whether anybody came."""
    counts = {code: in_group_alone(session, code) for code in codes}
    nobody = tuple(code for code, one in counts.items() if one.high == 0)
    not_known = tuple(code for code, one in counts.items() if one.low == 0 and one.high != 0)
    return nobody, not_known
