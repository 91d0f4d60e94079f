"""Checking a rule against a session: all inclusion verdicts are given here, with exact fractions and both bounds.

Nothing is rounded: 659 of 1,999 is below both 1/3 and 33 %. A verdict that the figures cannot give is
`cannot_determine`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from hrplanner.model.counting import attendees, in_every, in_group_alone
from hrplanner.model.counts import NOTHING, Count, GroupSet, exactly
from hrplanner.model.hurdles import Hurdle, Shortfall, shortfall
from hrplanner.model.rules import Comparison, Denominator, Rule, RuleKind
from hrplanner.model.session import Session
from hrplanner.model.thresholds import Amount, Threshold


class Verdict(StrEnum):
    """The five answers."""

    MET = "met"
    NOT_MET = "not_met"
    CANNOT_DETERMINE = "cannot_determine"
    NOT_APPLICABLE = "not_applicable"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A rule's verdict on one session.

    `short_same_total`: how many more if the same number come; `short_on_top`: how many more if they come on top.
    `needed` is the number of people (or units) the threshold asks for. `reason` is a code with figures, which `words`
    turns into a sentence.
    """

    session: str | None
    rule: Rule
    verdict: Verdict
    reason: str
    figures: Mapping[str, object] = field(default_factory=dict)
    numerator: int | None = None
    denominator: int | None = None
    count: Count = NOTHING
    whole: Count = NOTHING
    needed: int | None = None
    short_same_total: int | None = None
    short_on_top: int | None = None

    @property
    def low(self) -> str | int | None:
        return self._bound(self.count.low, self.whole.high)

    @property
    def high(self) -> str | int | None:
        whole = self.whole.low if self.whole.high is not None else None
        number = self.count.high
        if number is not None and whole is not None and _grows(self.rule) and not self.count.contradictory:
            number = min(number, whole)
        return self._bound(number, whole)

    @property
    def is_share(self) -> bool:
        return self.rule.kind in {RuleKind.SHARE, RuleKind.QUORUM}

    def _bound(self, number: int | None, whole: int | None) -> str | int | None:
        if self.verdict in {Verdict.NOT_APPLICABLE, Verdict.WAIVED}:
            return None
        if not self.is_share:
            return number
        return None if number is None or whole is None else f"{number}/{whole}"


def check(rule: Rule, session: Session, others: Mapping[str, Rule] | None = None) -> Finding:
    """The finding of one rule; `others` holds the rules by id that a nested rule refers to."""
    apart = _set_apart(rule, session)
    if apart is not None:
        return apart
    if rule.kind is RuleKind.PRESENCE:
        return _presence(rule, session)
    count = _numerator(rule, session, others or {})
    whole = NOTHING if rule.kind is RuleKind.COUNT else _whole(rule, session, others or {})
    return _judged(rule, session, count, whole)


def check_all(rules: Mapping[str, Rule], session: Session) -> tuple[Finding, ...]:
    """Findings of all rules that are switched on, in the order of their ids."""
    return tuple(check(rules[name], session, rules) for name in sorted(rules) if rules[name].on)


def _set_apart(rule: Rule, session: Session) -> Finding | None:
    """Rules that do not apply to this session, or that the law waives for a re-held one."""
    if rule.applies_to and session.kind not in rule.applies_to:
        return _plain(rule, session, Verdict.NOT_APPLICABLE, "other_kind_of_meeting")
    if session.held is False:
        return _plain(rule, session, Verdict.NOT_APPLICABLE, "not_held")
    early = rule.valid_from is not None and session.date is not None and session.date < rule.valid_from
    late = rule.valid_to is not None and session.date is not None and session.date > rule.valid_to
    if early or late:
        return _plain(rule, session, Verdict.NOT_APPLICABLE, "not_in_force")
    if rule.kind is RuleKind.QUORUM and session.reheld_of is not None and rule.reheld == "waived":
        return _plain(rule, session, Verdict.WAIVED, "waived_for_reheld")
    return None


def _plain(rule: Rule, session: Session, verdict: Verdict, reason: str) -> Finding:
    return Finding(session=session.number, rule=rule, verdict=verdict, reason=reason)


# ------------------------------------------------------------------------------------------ what is counted


def _numerator(rule: Rule, session: Session, others: Mapping[str, Rule]) -> Count:
    counted = rule.numerator
    if not isinstance(counted, GroupSet):
        return _total(session, str(counted))
    if rule.denominator is Denominator.MONEY:
        return _money(session, counted)
    return in_every(session, _nested(rule, counted, others))


def _nested(rule: Rule, counted: GroupSet, others: Mapping[str, Rule]) -> tuple[GroupSet, ...]:
    """The groups of this rule within those of the rules around it, each asked for once."""
    sets = [counted]
    seen = {rule.id}
    outer = others.get(rule.within) if rule.within else None
    while outer is not None and outer.id not in seen:
        seen.add(outer.id)
        if isinstance(outer.numerator, GroupSet):
            sets.append(outer.numerator)
        outer = others.get(outer.within) if outer.within else None
    return tuple(sets)


def _total(session: Session, name: str) -> Count:
    if name == "attendees":
        return attendees(session)
    number = session.signatures if name == "signatures" else session.slips
    return NOTHING if number is None else exactly(number)


def _whole(rule: Rule, session: Session, others: Mapping[str, Rule]) -> Count:
    if rule.within is not None:
        outer = others.get(rule.within)
        return NOTHING if outer is None else _numerator(outer, session, others)
    if rule.denominator is Denominator.ATTENDEES:
        return attendees(session)
    if rule.denominator is Denominator.MONEY:
        wholes = {line.of for line in session.money}
        return exactly(wholes.pop()) if len(wholes) == 1 else NOTHING
    number = getattr(session, rule.denominator.value) if rule.denominator else None
    return NOTHING if number is None else exactly(number)


def _money(session: Session, counted: GroupSet) -> Count:
    lines = [line.amount for line in session.money if line.group in counted.groups]
    return exactly(sum(lines)) if lines else NOTHING


# ------------------------------------------------------------------------------------------ judging


def _judged(rule: Rule, session: Session, count: Count, whole: Count) -> Finding:
    hurdle = _hurdle(rule, session)
    verdict, reason = _verdict(hurdle, count, whole)
    missing = _missing(rule, hurdle, count, whole)
    short = {
        Verdict.MET: Shortfall(missing.needed, 0, 0),
        Verdict.NOT_MET: missing,
    }.get(verdict, Shortfall(missing.needed))
    return Finding(
        session=session.number,
        rule=rule,
        verdict=verdict,
        reason=reason,
        figures={"unknown": count.unknown, "needed": missing.needed},
        numerator=count.known,
        denominator=whole.known,
        count=count,
        whole=whole,
        needed=missing.needed,
        short_same_total=short.same_total,
        short_on_top=short.on_top,
    )


def _hurdle(rule: Rule, session: Session) -> Hurdle:
    """What has to be reached: the rule's threshold, or the smaller number of people for a re-held session."""
    if rule.kind is RuleKind.QUORUM and session.reheld_of is not None and rule.reheld is not None:
        return Hurdle(Comparison.AT_LEAST, Threshold(rule.reheld, (Amount(count=int(rule.reheld)),)))
    return Hurdle(rule.comparison, rule.threshold)


def _missing(rule: Rule, hurdle: Hurdle, count: Count, whole: Count) -> Shortfall:
    """What is missing as far as is known now; fewer at the most people there may have been."""
    grows = _grows(rule) and hurdle.needs_whole
    return shortfall(hurdle, count.low, whole.low if hurdle.is_downward else whole.high, grows=grows)


def _grows(rule: Rule) -> bool:
    """Whether somebody who comes on top is counted in the whole too."""
    present = rule.within is not None or rule.denominator is Denominator.ATTENDEES
    return present and isinstance(rule.numerator, GroupSet)


def _verdict(hurdle: Hurdle, count: Count, whole: Count) -> tuple[Verdict, str]:
    unclear = _unclear(hurdle, count, whole)
    if unclear is not None:
        return Verdict.CANNOT_DETERMINE, unclear
    if hurdle.comparison is Comparison.ODD:
        surely = possibly = count.exact and count.low % 2 == 1
        if not count.exact:
            return Verdict.CANNOT_DETERMINE, "depends_on_unknown"
    elif hurdle.is_upward:
        surely = hurdle.passes(count.low, whole.high)
        possibly = count.high is None or hurdle.passes(count.high, whole.low)
    elif hurdle.is_downward:
        surely = count.high is not None and hurdle.passes(count.high, whole.low)
        possibly = hurdle.passes(count.low, whole.high)
    else:
        surely, possibly = _inside(hurdle, count, whole)
    if surely:
        return Verdict.MET, "reached"
    if possibly:
        return Verdict.CANNOT_DETERMINE, "depends_on_unknown"
    return Verdict.NOT_MET, "even" if hurdle.comparison is Comparison.ODD else "not_reached"


def _unclear(hurdle: Hurdle, count: Count, whole: Count) -> str | None:
    """Why the figures cannot give a verdict at all, whatever the threshold."""
    if count.contradictory or whole.contradictory:
        return "figures_contradict"
    if count.high is None and count.low == 0 and count.known is None:
        return "nobody_counted"
    if hurdle.needs_whole and not whole.high and not hurdle.is_enough_of_anything(count.low):
        return "whole_not_known"
    return None


def _inside(hurdle: Hurdle, count: Count, whole: Count) -> tuple[bool, bool]:
    """For `=` and `between`: surely between both ends, and possibly so."""
    least, _ = hurdle.ends(whole.low)
    surely_least, most = hurdle.ends(whole.high)
    _, surely_most = hurdle.ends(whole.low)
    if least is None or most is None or surely_least is None or surely_most is None:
        return False, True
    surely = count.high is not None and surely_least <= count.low and count.high <= surely_most
    return surely, (count.high is None or count.high >= least) and count.low <= most


# ------------------------------------------------------------------------------------------ presence


def _presence(rule: Rule, session: Session) -> Finding:
    """Whether any, or all, of the named groups had at least one person there; counted in groups."""
    wanted = rule.numerator
    groups = wanted.groups if isinstance(wanted, GroupSet) else ()
    counts = [in_group_alone(session, code) for code in groups]
    surely = sum(1 for count in counts if count.low > 0)
    possibly = sum(1 for count in counts if count.high is None or count.high > 0)
    needed = len(groups) if isinstance(wanted, GroupSet) and wanted.every else 1
    if any(count.contradictory for count in counts):
        verdict, reason = Verdict.CANNOT_DETERMINE, "figures_contradict"
    elif surely >= needed:
        verdict, reason = Verdict.MET, "all_present"
    elif possibly < needed:
        verdict, reason = Verdict.NOT_MET, "group_absent"
    else:
        verdict, reason = Verdict.CANNOT_DETERMINE, "presence_not_known"
    short = None if verdict is Verdict.CANNOT_DETERMINE else max(0, needed - surely)
    return Finding(
        session=session.number,
        rule=rule,
        verdict=verdict,
        reason=reason,
        figures={"present": surely, "groups": len(groups)},
        numerator=surely if surely == possibly else None,
        denominator=len(groups),
        count=Count(surely if surely == possibly else None, surely, possibly),
        needed=needed,
        short_same_total=short,
        short_on_top=short,
    )
