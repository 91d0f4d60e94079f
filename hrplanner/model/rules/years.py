"""What the rules of a book come to over years, from the sums of lists: the same as `verdicts` and `wider`, fast.

Most sessions are settled by a handful of numbers. Those that are not (estimated heads, tallies beside a list, rules
that ask for a role) are loaded whole and checked one by one.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from hrplanner.model.bodies import Body, Seat
from hrplanner.model.list_answers import Row, Sums
from hrplanner.model.rules.almanac import Almanac, Period
from hrplanner.model.rules.codes import RuleKind, Scope
from hrplanner.model.rules.counted import Rules
from hrplanner.model.rules.findings import Finding, Verdict
from hrplanner.model.rules.loops import whole_of
from hrplanner.model.rules.rule import MeetingsThat, Rule
from hrplanner.model.rules.sums import Part, Plan, loop_of, part_of, plan_for, together
from hrplanner.model.rules.verdicts import is_of_a_session, set_apart
from hrplanner.model.rules.wider import Gathered, check_wider
from hrplanner.model.rules.yearly import plain_row
from hrplanner.model.session import Session

_PARTS_OF: Mapping[RuleKind, frozenset[str]] = {
    RuleKind.REASONED_ANSWER: frozenset({"issues", "commitments"}),
    RuleKind.MONEY_SHARE: frozenset({"money"}),
    RuleKind.PRESENCE: frozenset({"turns"}),
    RuleKind.QUORUM: frozenset({"moments"}),
    RuleKind.SIGNATURE: frozenset({"signatures_of"}),
    RuleKind.PUBLICATION: frozenset({"published"}),
    RuleKind.DEADLINE: frozenset({"published"}),
    RuleKind.RECORD_FIELD: frozenset({"agenda", "issues", "decisions", "commitments", "moments"}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleYear:
    """A rule over a budget year: how often each verdict came out, and the verdict on the year taken together."""

    rule: Rule
    label: str
    verdicts: Mapping[Verdict, int]
    together: Finding | None = None

    @property
    def as_one_meeting(self) -> Finding | None:
        """The year taken together, where that means something: ten people at each meeting are not ten in a year."""
        alone = self.rule.kind is RuleKind.COUNT and is_of_a_session(self.rule)
        return None if alone else self.together

    @property
    def broken_in_sum(self) -> bool:
        """Whether it was met in every session and yet not over the year."""
        asked = {one for one, number in self.verdicts.items() if number} - {Verdict.NOT_APPLICABLE, Verdict.WAIVED}
        return asked == {Verdict.MET} and self.together is not None and self.together.verdict is Verdict.NOT_MET


class YearAlmanac:
    """An almanac that works out the year of each day once: books hold thousands of sessions and few days."""

    def __init__(self, almanac: Almanac) -> None:
        self._almanac = almanac
        self._years: dict[dt.date, Period] = {}
        self.day_in = almanac.day_in

    def year(self, day: dt.date) -> Period:
        """The budget year that the day falls in."""
        found = self._years.get(day)
        if found is None:
            found = self._years[day] = self._almanac.year(day)
        return found


def parts_needed(rules: Rules) -> frozenset[str]:
    """The parts of a session, without people, that the rules look at."""
    return frozenset().union(*(_PARTS_OF.get(rule.kind, frozenset()) for rule in rules.values() if rule.on))


def rule_years(
    rules: Rules,
    sums: Sums,
    plans: Sequence[Plan],
    *,
    load: Callable[[Session], Session],
    almanac: Almanac,
    bodies: tuple[Body, ...] = (),
    seats: tuple[Seat, ...] = (),
    today: dt.date | None = None,
) -> tuple[tuple[RuleYear, ...], tuple[Finding, ...]]:
    """Rules checked by session or budget year, by rule and year; and the findings of all that are wider otherwise.

    `load` gives a session with its people. `plans` are those of `plans_for`, whose questions the sums answer.
    """
    almanac = YearAlmanac(almanac)
    by_label: dict[str, list[_Dated]] = {}
    for session in sums.sessions:
        if session.date is not None:
            by_label.setdefault(almanac.year(session.date).label, []).append(_dated(session, sums, load))
    years = tuple(
        _rule_year(plan, label, _Over(sums, rules, almanac), rows)
        for plan in plans
        for label, rows in sorted(by_label.items())
    )
    return years, _others(
        rules, sums, load, Gathered(sessions=sums.sessions, bodies=bodies, seats=seats, today=today), almanac
    )


def plans_for(rules: Rules) -> tuple[Plan, ...]:
    """How each rule that is on, and is checked by session or budget year, is worked out from sums."""
    asked = (rules[name] for name in sorted(rules) if rules[name].on)
    return tuple(plan_for(rule, rules) for rule in asked if _is_summed(rule))


def _is_summed(rule: Rule) -> bool:
    if is_of_a_session(rule):
        return True
    counts = rule.kind is not RuleKind.FREQUENCY and not isinstance(rule.numerator, MeetingsThat)
    return rule.scope is Scope.FISCAL_YEAR and counts


def _others(
    rules: Rules, sums: Sums, load: Callable[[Session], Session], gathered: Gathered, almanac: Almanac
) -> tuple[Finding, ...]:
    """Rules on how often and on committees need no people; the rest of the wider ones are given whole sessions."""
    left = {name: rule for name, rule in rules.items() if rule.on and not _is_summed(rule)}
    plain = {name for name, rule in left.items() if rule.kind is RuleKind.FREQUENCY or rule.scope is Scope.BODY}
    found = check_wider({name: rules[name] for name in plain}, gathered, almanac=almanac)
    if left.keys() == plain:
        return found
    loaded = replace(gathered, sessions=tuple(load(one) for one in sums.sessions))
    switched = {name: replace(rule, on=name in left and name not in plain) for name, rule in rules.items()}
    return (*found, *check_wider(switched, loaded, almanac=almanac))


@dataclass(frozen=True, slots=True)
class _Over:
    """What every part needs."""

    sums: Sums
    rules: Rules
    almanac: Almanac


@dataclass(frozen=True, slots=True)
class _Dated:
    """A session of a year; `row` where its list is all that was written of who came."""

    session: Session
    whole: "_Loaded"
    row: Row | None


def _dated(session: Session, sums: Sums, load: Callable[[Session], Session]) -> _Dated:
    row = plain_row(session, sums)
    return _Dated(session, _Loaded(session, load), row if session.reheld_of is None else None)


def _rule_year(plan: Plan, label: str, over: _Over, dated: Sequence[_Dated]) -> RuleYear:
    """Sessions that a loop can add up, and the others one by one."""
    loop = loop_of(plan)
    free = not (plan.rule.applies_to or plan.rule.valid_from or plan.rule.valid_to)
    quick: list[tuple[Row, int]] = []
    parts: list[Part] = []
    verdicts: Counter[Verdict] = Counter()
    for one in dated:
        row = one.row if loop is not None else None
        whole = whole_of(plan.rule, row) if row is not None else None
        held = one.session.held is not False
        fits = whole is not None and (whole > 0 or plan.rule.denominator is None) and held
        if row is not None and whole is not None and fits and (free or set_apart(plan.rule, one.session) is None):
            quick.append((row, whole))
            continue
        part = plan.part(one.session, over.sums, over.rules, one.whole, over.almanac)
        verdicts[part.verdict] += 1
        parts.append(part)
    if quick and loop is not None:
        total = loop(plan.rule, quick, plan.first)
        verdicts.update({verdict: number for verdict, number in total.verdicts.items() if number})
        parts.append(part_of(total))
    return RuleYear(rule=plan.rule, label=label, verdicts=verdicts, together=together(plan, label, parts))


class _Loaded:
    """One session with its people, loaded when a rule first needs them."""

    def __init__(self, session: Session, load: Callable[[Session], Session]) -> None:
        self._session = session
        self._load = load
        self._whole: Session | None = None

    def __call__(self) -> Session:
        if self._whole is None:
            self._whole = self._load(self._session)
        return self._whole


def years_of(sessions: Iterable[Session], almanac: Almanac) -> tuple[Period, ...]:
    """The budget years that the sessions fall in, the earliest first."""
    known = YearAlmanac(almanac)
    found = {year.label: year for one in sessions if one.date is not None for year in (known.year(one.date),)}
    return tuple(sorted(found.values(), key=lambda year: year.first))
