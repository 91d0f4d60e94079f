"""How a verdict was worked out, in plain sentences: what was counted, what it is a share of, what is asked for.

Why it is what it is, and what would change it, is in `reasons`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from math import floor

from hrplanner.model.counts import Count, GroupSet
from hrplanner.model.rules.baseline import Baseline
from hrplanner.model.rules.codes import Comparison, RuleKind, Scope, Unknowns
from hrplanner.model.rules.findings import Finding, Verdict
from hrplanner.model.rules.rule import MeetingsThat, Rule
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels.reasons import FORMAL, reason
from hrplanner.words.labels.words import group, word

_SILENT = frozenset({Verdict.NOT_APPLICABLE, Verdict.WAIVED})
_HUNDRED = 100


def worked_out(
    catalog: Catalog, finding: Finding, *, country: str | None, called: Callable[[str], str]
) -> tuple[str, ...]:
    """The steps from the figures to the verdict, one sentence each; `called` gives the title of a rule by its id."""
    if finding.verdict in _SILENT or finding.rule.kind in FORMAL:
        return (reason(catalog, finding),)
    steps = [*_figures(catalog, finding, country, called), *_asked(catalog, finding), *_who(catalog, finding.rule)]
    return (*steps, reason(catalog, finding))


def why_it_applies(catalog: Catalog, rule: Rule) -> tuple[str, ...]:
    """For which meetings the rule is, over how long, since when, and who says so here."""
    say = catalog.say
    kinds = catalog.list(word(catalog, "kind", kind) for kind in rule.applies_to)
    lines = [
        say("For: {kinds}.", kinds=kinds) if kinds else say("For every kind of meeting."),
        scope_said(catalog, rule.scope),
    ]
    if rule.valid_from is not None:
        lines.append(say("In force from {date}.", date=rule.valid_from))
    if rule.valid_to is not None:
        lines.append(say("In force until {date}.", date=rule.valid_to))
    if rule.switched_by:
        lines.append(say("Switched here by {names}.", names=catalog.list(rule.switched_by)))
    if rule.confirmed_by and rule.confirmed_on:
        lines.append(say("Confirmed here by {who} on {date}.", who=rule.confirmed_by, date=rule.confirmed_on))
    return tuple(lines)


def scope_said(catalog: Catalog, scope: Scope) -> str:
    """Over what the rule is checked."""
    said = {
        Scope.SESSION: catalog.say("Checked for each session."),
        Scope.MOMENT: catalog.say("Checked at every count of heads during the session."),
        Scope.SERIES: catalog.say("Checked over a whole series of sessions."),
        Scope.FISCAL_YEAR: catalog.say("Checked over the budget year."),
        Scope.SEMESTER: catalog.say("Checked over half a budget year."),
        Scope.BODY: catalog.say("Checked for each committee."),
        Scope.PROGRAMME: catalog.say("Checked over all sessions of the book."),
    }
    return said[scope]


def what_would_settle(catalog: Catalog, finding: Finding) -> str:
    """What to ask or count, where the figures leave the verdict open; empty where nothing of that kind would do."""
    unknown, needed = finding.count.unknown, finding.needed
    if finding.verdict is not Verdict.CANNOT_DETERMINE or finding.rule.kind in FORMAL:
        return ""
    if finding.reason == "figures_contradict":
        return catalog.say("Count again from the sheets, and keep both numbers where they differ.")
    if unknown is None or finding.reason == "nobody_counted":
        return catalog.say("Count them, or write down who came.")
    if finding.reason == "whole_not_known":
        return catalog.say("Write down the number this is a share of.")
    if needed is None or not unknown or finding.reason != "depends_on_unknown":
        return ""
    missing = needed - finding.count.low
    if not 0 < missing <= unknown:
        return catalog.count("Ask {n} more person.", "Ask {n} more people.", unknown)
    ask = catalog.count("Ask {n} more person", "Ask {n} more people", unknown)
    find = catalog.count("find {n} more who says yes", "find {n} more who say yes", missing)
    return catalog.say("{ask}, or {find}.", ask=ask, find=find)


def overruled_said(catalog: Catalog, dimensions: Sequence[str]) -> str:
    """That tallies stand for the list in some dimensions; empty where they do not."""
    if not dimensions:
        return ""
    names = catalog.list(word(catalog, "dimension", one) for one in dimensions)
    return catalog.say("Counted by tally, not by the list: {what}. People on the list are not added.", what=names)


def who_is_counted(catalog: Catalog, rule: Rule, country: str | None, called: Callable[[str], str]) -> str:
    """The groups, or the total, that a rule counts."""
    match rule.numerator:
        case GroupSet(groups, every) if every and len(groups) > 1:
            names = catalog.list(group(catalog, code, country) for code in groups)
            return catalog.say("in all of: {groups}", groups=names)
        case GroupSet(groups):
            return ", ".join(group(catalog, code, country) for code in groups)
        case MeetingsThat(other):
            return catalog.say("meetings that met “{rule}”", rule=called(other))
        case "signatures":
            return word(catalog, "total", "signatures")
        case "slips":
            return word(catalog, "total", "slips")
        case "members":
            return word(catalog, "whole", "members")
        case "attendees":
            return word(catalog, "whole", "attendees")
    return ""


def _figures(catalog: Catalog, finding: Finding, country: str | None, called: Callable[[str], str]) -> Iterator[str]:
    say, rule = catalog.say, finding.rule
    if rule.kind is RuleKind.PRESENCE:
        groups = who_is_counted(catalog, rule, country, called)
        names = groups or catalog.list(word(catalog, "role", one) for one in rule.needs)
        yield say("Looked for: {names}.", names=names)
        yield say("Found: {n} of {whole}.", n=_range(catalog, finding.count), whole=finding.denominator or 0)
        return
    counted = who_is_counted(catalog, rule, country, called)
    if rule.kind is RuleKind.REASONED_ANSWER:
        counted = say("answers with a reason")
    yield say("Counted ({what}): {n}.", what=counted, n=_range(catalog, finding.count))
    unknown = finding.count.unknown
    if unknown:
        yield catalog.count(
            "Of {n} person it is not known; the bounds hold with and without.",
            "Of {n} people it is not known; the bounds hold with and without.",
            unknown,
        )
    if finding.is_share:
        what = _whole_of(catalog, rule, called)
        yield say("Share of ({what}): {n}.", what=what, n=_range(catalog, finding.whole))


def _whole_of(catalog: Catalog, rule: Rule, called: Callable[[str], str]) -> str:
    if rule.within is not None:
        return catalog.say("those that “{rule}” counts", rule=called(rule.within))
    if rule.kind is RuleKind.REASONED_ANSWER:
        return catalog.say("answers that need one")
    return word(catalog, "whole", str(rule.denominator)) if rule.denominator else ""


def _asked(catalog: Catalog, finding: Finding) -> Iterator[str]:
    rule, needed, whole = finding.rule, finding.needed, finding.whole
    if rule.baseline is not None:
        yield from _population(catalog, finding, rule.baseline)
    threshold = rule.threshold
    if rule.comparison is Comparison.ODD:
        yield catalog.say("It has to be an odd number.")
        return
    if threshold is None:
        return
    text = catalog.digits(threshold.text)
    edge = threshold.of(whole.high) if whole.exact else None
    if edge is None or needed is None or not finding.is_share:
        yield catalog.say("Asked for: {sign} {threshold}.", sign=_SIGNS[rule.comparison], threshold=text)
        return
    yield catalog.say(
        "{threshold} of {whole} is {exact}; in whole people {needed}.",
        threshold=text,
        whole=whole.high or 0,
        exact=_exact(catalog, edge),
        needed=needed,
    )


def _population(catalog: Catalog, finding: Finding, baseline: Baseline) -> Iterator[str]:
    yield catalog.say(
        "In the population: {part} of {whole} ({source}, {year}).",
        part=baseline.part,
        whole=baseline.of,
        source=baseline.source,
        year=catalog.digits(str(baseline.year)),
    )
    if finding.whole.exact and finding.whole.high:
        low = floor(baseline.reached(finding.count.low, finding.whole.high) * _HUNDRED)
        yield catalog.say("For every 100 expected by that share, at least {n} came.", n=low)


_SIGNS = {
    Comparison.AT_LEAST: "≥",
    Comparison.MORE_THAN: ">",
    Comparison.AT_MOST: "≤",
    Comparison.LESS_THAN: "<",
    Comparison.EXACTLY: "=",
    Comparison.BETWEEN: "",
    Comparison.ODD: "",
}


def _exact(catalog: Catalog, number: Fraction) -> str:
    """155.45, or 9 1/3 where no decimal is exact."""
    if number.denominator == 1:
        return catalog.number(number.numerator)
    if _HUNDRED % number.denominator == 0:
        whole, rest = divmod(number.numerator * (_HUNDRED // number.denominator), _HUNDRED)
        return catalog.digits(f"{whole}.{rest:02d}".rstrip("0"))
    whole, rest = divmod(number.numerator, number.denominator)
    return catalog.digits(f"{whole} {rest}/{number.denominator}" if whole else f"{rest}/{number.denominator}")


def _who(catalog: Catalog, rule: Rule) -> Iterator[str]:
    if not rule.who.everybody:
        roles = catalog.list(word(catalog, "role", str(role)) for role in sorted(rule.who.roles))
        yield catalog.say("Counted are only: {roles}.", roles=roles)
    if rule.who.residents_only:
        yield catalog.say("Only people who live here are counted.")
    if rule.who.ages is not None:
        yield catalog.say("Only this age is counted: {age}.", age=group(catalog, rule.who.ages))
    if rule.unknowns is Unknowns.AS_NOT:
        yield catalog.say("Who is not stated is counted as not in the group, as the rule has it.")
    if rule.unknowns is Unknowns.LEAVE_OUT:
        yield catalog.say("Who is not stated is left out of both numbers, as the rule has it.")


def _range(catalog: Catalog, count: Count) -> str:
    if count.high is None:
        return catalog.say("{n} or more", n=count.low) if count.low else "?"
    if count.exact:
        return catalog.number(count.low)
    return catalog.say("{low} to {high}", low=count.low, high=count.high)
