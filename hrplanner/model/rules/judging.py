"""From cases to a verdict: met where the threshold is passed in every case, not met where in none, else open."""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil, floor

from hrplanner.model.counts import Count
from hrplanner.model.rules.cases import Case
from hrplanner.model.rules.codes import Comparison, Unknowns
from hrplanner.model.rules.findings import Finding, Verdict
from hrplanner.model.rules.hurdles import Hurdle, Shortfall, shortfall
from hrplanner.model.rules.rule import Rule

Answer = tuple[Verdict, str]


def judged(
    rule: Rule,
    hurdle: Hurdle,
    *,
    session: str | None,
    about: str | None,
    count: Count,
    whole: Count,
    cases: Sequence[Case],
    grows: bool,
) -> Finding:
    """The finding on a number of a whole."""
    count, whole, cases = _treated(rule, count, whole, cases)
    verdict, reason = _answer(hurdle, count, whole, cases)
    missing = shortfall(hurdle, count.low, whole.low if hurdle.is_downward else whole.high, grows=grows)
    short = {Verdict.MET: Shortfall(missing.needed, 0, 0), Verdict.NOT_MET: missing}.get(
        verdict, Shortfall(missing.needed)
    )
    return Finding(
        session=session,
        about=about,
        rule=rule,
        verdict=verdict,
        reason=reason,
        figures={"unknown": count.unknown, "needed": missing.needed},
        numerator=count.known,
        denominator=whole.known,
        count=count,
        whole=whole,
        cases=tuple(cases),
        needed=missing.needed,
        short_same_total=short.same_total,
        short_on_top=short.on_top,
    )


def verdict_on(hurdle: Hurdle, count: Count, whole: Count, cases: Sequence[Case]) -> Verdict:
    """The verdict alone, on unknowns kept as bounds."""
    return _answer(hurdle, count, whole, cases)[0]


def _treated(rule: Rule, count: Count, whole: Count, cases: Sequence[Case]) -> tuple[Count, Count, Sequence[Case]]:
    """The figures as the rule wants its unknowns: as bounds, as not in the group, or left out of both numbers."""
    if rule.unknowns is Unknowns.BOUNDS or count.contradictory:
        return count, whole, cases
    counted = Count(count.low, count.low, count.low)
    if rule.unknowns is Unknowns.AS_NOT:
        return counted, whole, [replace(case, high=case.low) for case in cases]
    stated = [
        Case(case.low + case.whole - case.high, case.low, case.low)
        for case in cases
        if case.whole is not None and case.high is not None
    ]
    if not stated:
        return counted, whole, cases
    wholes = [case.whole or 0 for case in stated]
    return counted, Count(wholes[0] if len(set(wholes)) == 1 else None, min(wholes), max(wholes)), stated


def _answer(hurdle: Hurdle, count: Count, whole: Count, cases: Sequence[Case]) -> Answer:
    unclear = _unclear(hurdle, count, whole)
    if unclear is not None:
        return Verdict.CANNOT_DETERMINE, unclear
    if not cases and whole.high is not None:
        return Verdict.CANNOT_DETERMINE, "figures_contradict"
    counted = [case for case in cases if case.whole != 0] if cases else [Case(whole.high, count.low, count.high)]
    if not counted:  # each figure leaves room for somebody in the whole, all of them together for nobody
        return Verdict.CANNOT_DETERMINE, "whole_not_known"
    if all(_surely(hurdle, case) for case in counted):
        return Verdict.MET, "reached"
    if any(_possibly(hurdle, case) for case in counted):
        return Verdict.CANNOT_DETERMINE, "depends_on_unknown"
    return Verdict.NOT_MET, "even" if hurdle.comparison is Comparison.ODD else "not_reached"


def _unclear(hurdle: Hurdle, count: Count, whole: Count) -> str | None:
    """Why the figures cannot give a verdict at all, whatever the threshold."""
    if count.contradictory or whole.contradictory:
        return "figures_contradict"
    if count.high is None and count.low == 0 and count.known is None:
        return "nobody_counted"
    if whole.high == 0 or (hurdle.needs_whole and whole.high is None and not hurdle.is_enough_of_anything(count.low)):
        return "whole_not_known"
    return None


def _surely(hurdle: Hurdle, case: Case) -> bool:
    """Whether every number of the case is on the right side."""
    if hurdle.comparison is Comparison.ODD:
        return case.high == case.low and case.low % 2 == 1
    if hurdle.is_upward:
        return hurdle.passes(case.low, case.whole)
    if case.high is None:
        return False
    if hurdle.is_downward:
        return hurdle.passes(case.high, case.whole)
    least, most = hurdle.ends(case.whole)
    return least is not None and most is not None and least <= case.low and case.high <= most


def _possibly(hurdle: Hurdle, case: Case) -> bool:
    """Whether some number of the case is on the right side."""
    if hurdle.comparison is Comparison.ODD:
        return case.low % 2 == 1 or case.high is None or case.high > case.low
    if hurdle.is_upward:
        return case.high is None or hurdle.passes(case.high, case.whole)
    if hurdle.is_downward:
        return hurdle.passes(case.low, case.whole)
    least, most = hurdle.ends(case.whole)
    if least is None or most is None:
        return True
    first = max(case.low, ceil(least))
    return first <= (floor(most) if case.high is None else min(case.high, floor(most)))
