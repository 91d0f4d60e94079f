"""Rules over more than one session: a series, a budget year, half of one, all the book; and over committees.

Attendances are added up, not people. Sessions that were not held, or that a rule is not for, are left out. A session
without a day cannot be put into a year; rules that count meetings say that it may belong there.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from hrplanner.model.bodies import Body, Seat
from hrplanner.model.counts import NOTHING, Count, added, exactly
from hrplanner.model.rules.almanac import GREGORIAN, Almanac, Period, parts_of
from hrplanner.model.rules.cases import independent, summed, without_whole
from hrplanner.model.rules.codes import Each, RuleKind, Scope
from hrplanner.model.rules.composition import composed
from hrplanner.model.rules.counted import Counted, Rules, answers_needed, counted, grows
from hrplanner.model.rules.findings import Finding, Verdict
from hrplanner.model.rules.judging import judged
from hrplanner.model.rules.presence import counts_of, present
from hrplanner.model.rules.rule import MeetingsThat, Rule
from hrplanner.model.rules.verdicts import check, hurdle_of, is_of_a_session, set_apart
from hrplanner.model.session import Session

_MONTHS = {Each.MONTH: 1, Each.TWO_MONTHS: 2, Each.QUARTER: 3, Each.HALF_YEAR: 6}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What a book holds that rules over more than one session look at, and the day on which they look."""

    sessions: tuple[Session, ...]
    bodies: tuple[Body, ...] = ()
    seats: tuple[Seat, ...] = ()
    today: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Sessions that are taken together under one name; `undated` may belong to it too."""

    label: str
    sessions: tuple[Session, ...]
    undated: int = 0
    period: Period | None = None
    over: bool = True


def check_wider(rules: Rules, gathered: Gathered, *, almanac: Almanac = GREGORIAN) -> tuple[Finding, ...]:
    """The findings of all rules that are wider than a session, by rule, then by what they are about."""
    asked = (rules[name] for name in sorted(rules) if rules[name].on and not is_of_a_session(rules[name]))
    return tuple(finding for rule in asked for finding in _findings(rule, rules, gathered, almanac))


def _findings(rule: Rule, rules: Rules, gathered: Gathered, almanac: Almanac) -> Iterator[Finding]:
    if rule.scope is Scope.BODY:
        yield from composed(rule, gathered.bodies, gathered.seats, gathered.today)
        return
    for stretch in stretches(rule, gathered, almanac):
        yield _on_stretch(rule, rules, stretch, almanac)


def stretches(rule: Rule, gathered: Gathered, almanac: Almanac) -> list[Stretch]:
    """The stretches that a rule is checked over, each with the sessions that it is about."""
    ours = [one for one in gathered.sessions if set_apart(rule, one) is None and rule.body in {None, one.body}]
    if rule.scope is Scope.PROGRAMME:
        return [Stretch(label="", sessions=tuple(ours))] if ours else []
    if rule.scope is Scope.SERIES:
        codes = sorted({one.series for one in gathered.sessions if one.series is not None and one.held is not False})
        return [Stretch(label=code, sessions=tuple(one for one in ours if one.series == code)) for code in codes]
    periods = _periods(rule, gathered.sessions, almanac)
    undated = sum(1 for one in ours if one.date is None)
    return [
        Stretch(
            label=period.label,
            sessions=tuple(one for one in ours if one.date is not None and period.holds(one.date)),
            undated=undated,
            period=period,
            over=gathered.today is None or gathered.today > period.last,
        )
        for period in periods
    ]


def _periods(rule: Rule, sessions: Iterable[Session], almanac: Almanac) -> list[Period]:
    """The years of which the book knows anything, those without a meeting of this kind too."""
    years = {year.label: year for one in sessions if one.date is not None for year in (almanac.year(one.date),)}
    ordered = sorted(years.values(), key=lambda year: year.first)
    return ordered if rule.scope is Scope.FISCAL_YEAR else [half for year in ordered for half in parts_of(year, 6)]


# ------------------------------------------------------------------------------------------ one stretch


def _on_stretch(rule: Rule, rules: Rules, stretch: Stretch, almanac: Almanac) -> Finding:
    if rule.kind is RuleKind.FREQUENCY:
        return _early(_judged(rule, stretch, _meetings(rule, stretch)), stretch)
    if not stretch.sessions:
        return Finding(
            session=None, about=stretch.label, rule=rule, verdict=Verdict.NOT_APPLICABLE, reason="no_meeting"
        )
    if rule.kind is RuleKind.PRESENCE:
        counts = [counts_of(rule, session) for session in stretch.sessions]
        return present(rule, None, stretch.label, [added(one) for one in zip(*counts, strict=True)])
    if isinstance(rule.numerator, MeetingsThat):
        return _judged(rule, stretch, _meetings_that(rule.numerator, rules, stretch, almanac))
    if rule.kind is RuleKind.REASONED_ANSWER and not any(any(answers_needed(rule, one)) for one in stretch.sessions):
        return Finding(
            session=None, about=stretch.label, rule=rule, verdict=Verdict.NOT_APPLICABLE, reason="nothing_to_answer"
        )
    return _judged(rule, stretch, _sum(rule, rules, stretch.sessions))


def _judged(rule: Rule, stretch: Stretch, found: Counted) -> Finding:
    finding = judged(
        rule,
        hurdle_of(rule),
        session=None,
        about=stretch.label,
        count=found.count,
        whole=found.whole,
        cases=found.cases,
        grows=grows(rule),
    )
    figures = {**finding.figures, "sessions": len(stretch.sessions), "undated": stretch.undated}
    return replace(finding, figures=figures, rows=tuple(one.id for one in stretch.sessions))


def _early(finding: Finding, stretch: Stretch) -> Finding:
    """What is missing may still come while the year is not over."""
    if stretch.over or finding.verdict is not Verdict.NOT_MET or not hurdle_of(finding.rule).is_upward:
        return finding
    return replace(
        finding,
        verdict=Verdict.CANNOT_DETERMINE,
        reason="period_not_over",
        short_same_total=None,
        short_on_top=None,
    )


def _sum(rule: Rule, rules: Rules, sessions: Sequence[Session]) -> Counted:
    parts = [counted(rule, session, rules) for session in sessions]
    whole = added([part.whole for part in parts])
    count = added([part.count for part in parts])
    if rule.denominator is None and rule.within is None and rule.kind is not RuleKind.REASONED_ANSWER:
        return Counted(count, NOTHING, without_whole(count))
    return Counted(count, whole, summed([part.cases for part in parts]))


def _meetings_that(wanted: MeetingsThat, rules: Rules, stretch: Stretch, almanac: Almanac) -> Counted:
    """Meetings that met another rule, of all those that it was for."""
    inner = rules.get(wanted.rule)
    if inner is None:
        return Counted(NOTHING, NOTHING, ())
    verdicts = [check(inner, one, rules, almanac=almanac).verdict for one in stretch.sessions]
    whole = exactly(sum(1 for one in verdicts if one not in {Verdict.NOT_APPLICABLE, Verdict.WAIVED}))
    met, not_known = verdicts.count(Verdict.MET), verdicts.count(Verdict.CANNOT_DETERMINE)
    count = Count(met if not not_known else None, met, met + not_known)
    return Counted(count, whole, independent(count, whole))


# ------------------------------------------------------------------------------------------ how often


def _meetings(rule: Rule, stretch: Stretch) -> Counted:
    """Meetings on the right days; or the stretches of the year that had one, where a rule asks for one in each."""
    fitting = [one for one in stretch.sessions if _on_the_right_day(rule, one)]
    sure = [one for one in fitting if one.held is True]
    maybe = [one for one in fitting if one.held is None]
    low, high = len(sure), len(sure) + len(maybe) + stretch.undated
    if rule.each is not None and stretch.period is not None:
        parts = parts_of(stretch.period, _MONTHS[rule.each])
        low = _parts_with(parts, sure)
        high = min(len(parts), _parts_with(parts, [*sure, *maybe]) + stretch.undated)
    count = Count(low if low == high else None, low, high)
    return Counted(count, NOTHING, without_whole(count))


def _parts_with(parts: Iterable[Period], sessions: Sequence[Session]) -> int:
    return sum(1 for part in parts if any(one.date is not None and part.holds(one.date) for one in sessions))


def _on_the_right_day(rule: Rule, session: Session) -> bool:
    if session.date is None:
        return not rule.months and not rule.weekdays
    in_month = not rule.months or session.date.month in rule.months
    return in_month and (not rule.weekdays or session.date.weekday() in rule.weekdays)
