"""Checking a rule against a session: all inclusion verdicts are given here, with exact fractions and both bounds.

Nothing is rounded: 659 of 1,999 is below both 1/3 and 33 %. A verdict that the figures cannot give is
`cannot_determine`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from hrplanner.model.counting import NOTHING, Count, GroupSet, attendees, exactly, in_group_alone, in_groups
from hrplanner.model.rules import Comparison, Denominator, Rule, RuleKind
from hrplanner.model.session import Session


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
        return self._bound(self.count.high, self.whole.low if self.whole.high is not None else None)

    @property
    def is_share(self) -> bool:
        return self.rule.kind in {RuleKind.SHARE, RuleKind.QUORUM}

    def _bound(self, number: int | None, whole: int | None) -> str | int | None:
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
    if rule.kind is RuleKind.COUNT:
        return _judged(rule, session, count, exactly(0))
    if rule.kind is RuleKind.QUORUM and session.reheld_of is not None and rule.reheld is not None:
        return _judged(rule, session, count, _whole(rule, session, others or {}), smaller=int(rule.reheld))
    return _judged(rule, session, count, _whole(rule, session, others or {}))


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
    if isinstance(counted, GroupSet):
        outer = others.get(rule.within) if rule.within else None
        if outer is not None and isinstance(outer.numerator, GroupSet):
            return in_groups(session, _both(outer.numerator, counted))
        if rule.denominator is Denominator.MONEY:
            return _money(session, counted)
        return in_groups(session, counted)
    return _total(session, str(counted))


def _both(outer: GroupSet, inner: GroupSet) -> GroupSet:
    return GroupSet((*outer.groups, *inner.groups), every=True)


def _total(session: Session, name: str) -> Count:
    if name == "attendees":
        return attendees(session)
    number = session.signatures if name == "signatures" else session.slips
    return NOTHING if number is None else exactly(number)


def _whole(rule: Rule, session: Session, others: Mapping[str, Rule]) -> Count:
    outer = others.get(rule.within) if rule.within else None
    if rule.within is not None:
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


def _judged(rule: Rule, session: Session, count: Count, whole: Count, smaller: int | None = None) -> Finding:
    verdict, reason = _verdict(rule, count, whole, smaller)
    needed, same, on_top = _shortfall(rule, count, whole, smaller)
    settled = verdict in {Verdict.MET, Verdict.NOT_MET}
    shares = rule.kind is not RuleKind.COUNT
    return Finding(
        session=session.number,
        rule=rule,
        verdict=verdict,
        reason=reason,
        figures={"unknown": count.unknown, "needed": needed},
        numerator=count.known,
        denominator=whole.known if shares else None,
        count=count,
        whole=whole if shares else NOTHING,
        needed=needed,
        short_same_total=(0 if verdict is Verdict.MET else same) if settled else None,
        short_on_top=(0 if verdict is Verdict.MET else on_top) if settled else None,
    )


def _verdict(rule: Rule, count: Count, whole: Count, smaller: int | None) -> tuple[Verdict, str]:
    unclear = _unclear(rule, count, whole, smaller)
    if unclear is not None:
        return Verdict.CANNOT_DETERMINE, unclear
    if rule.comparison is Comparison.ODD:
        return _odd(count)
    if rule.comparison in {Comparison.EXACTLY, Comparison.BETWEEN}:
        return _inside(rule, count, whole)
    surely = _passes(rule, count.low, whole.high, smaller)
    possibly = count.high is None or _passes(rule, count.high, whole.low, smaller)
    if rule.comparison in {Comparison.AT_MOST, Comparison.LESS_THAN}:
        surely, possibly = count.high is not None and possibly, surely
    if surely:
        return Verdict.MET, "reached"
    return (Verdict.CANNOT_DETERMINE, "depends_on_unknown") if possibly else (Verdict.NOT_MET, "not_reached")


def _unclear(rule: Rule, count: Count, whole: Count, smaller: int | None) -> str | None:
    """Why the figures cannot give a verdict at all, whatever the threshold."""
    if count.contradictory or whole.contradictory:
        return "figures_contradict"
    if count.high is None and count.low == 0 and count.known is None:
        return "nobody_counted"
    needs_whole = smaller is None and rule.kind is not RuleKind.COUNT
    if needs_whole and not whole.high and not _enough_whatever_the_whole(rule, count):
        return "whole_not_known"
    return None


def _enough_whatever_the_whole(rule: Rule, count: Count) -> bool:
    enough = rule.threshold.largest_count if rule.threshold else None
    return enough is not None and rule.comparison is Comparison.AT_LEAST and count.low >= enough


def _passes(rule: Rule, number: int, whole: int | None, smaller: int | None) -> bool:
    edge = Fraction(smaller) if smaller is not None else rule.threshold.of(whole) if rule.threshold else None
    if edge is None:
        return _enough_whatever_the_whole(rule, exactly(number))
    if rule.comparison is Comparison.AT_LEAST:
        return number >= edge
    if rule.comparison is Comparison.MORE_THAN:
        return number > edge
    return number <= edge if rule.comparison is Comparison.AT_MOST else number < edge


def _inside(rule: Rule, count: Count, whole: Count) -> tuple[Verdict, str]:
    """For `=` and `between`: inside at both bounds, outside at both on one side, or open."""
    if rule.threshold is None or count.high is None or (rule.kind is not RuleKind.COUNT and not whole.exact):
        return Verdict.CANNOT_DETERMINE, "depends_on_unknown"
    least, most = rule.threshold.ends_of(whole.high)
    if least is None or most is None:
        return Verdict.CANNOT_DETERMINE, "whole_not_known"
    if least <= count.low and count.high <= most:
        return Verdict.MET, "reached"
    if count.high < least or count.low > most:
        return Verdict.NOT_MET, "not_reached"
    return Verdict.CANNOT_DETERMINE, "depends_on_unknown"


def _odd(count: Count) -> tuple[Verdict, str]:
    if not count.exact:
        return Verdict.CANNOT_DETERMINE, "depends_on_unknown"
    return (Verdict.MET, "reached") if count.low % 2 else (Verdict.NOT_MET, "even")


def _shortfall(
    rule: Rule, count: Count, whole: Count, smaller: int | None
) -> tuple[int | None, int | None, int | None]:
    """How many are needed in whole people, and how many are missing in both readings, from what is known now."""
    least = _least(rule, whole, smaller)
    if rule.comparison in {Comparison.AT_MOST, Comparison.LESS_THAN}:
        return _too_many(rule, count, whole)
    if least is None:
        return None, None, None
    same = max(0, least - count.low)
    grows = rule.denominator is Denominator.ATTENDEES and smaller is None and isinstance(rule.numerator, GroupSet)
    if not grows or whole.high is None or rule.threshold is None or rule.threshold.amounts[0].share is None:
        return least, same, same
    return least, same, _on_top(rule, count.low, whole.high)


def _least(rule: Rule, whole: Count, smaller: int | None) -> int | None:
    """The smallest whole number that passes: 5 % of 3,109 voters is 155.45, so 156 people."""
    if smaller is not None:
        return smaller
    edge = rule.threshold.of(whole.high) if rule.threshold else None
    if edge is None:
        return None
    return floor(edge) + 1 if rule.comparison is Comparison.MORE_THAN else ceil(edge)


def _on_top(rule: Rule, known: int, whole: int) -> int | None:
    """The fewest more of the group who, coming on top, bring the share there; None where no number ever would."""
    share = rule.threshold.amounts[0].share if rule.threshold else None
    if share is None or share > 1 or (share == 1 and known < whole):
        return None
    if share == 1:
        return 0
    more = (share * whole - known) / (1 - share)
    return max(0, floor(more) + 1 if rule.comparison is Comparison.MORE_THAN else ceil(more))


def _too_many(rule: Rule, count: Count, whole: Count) -> tuple[int | None, int | None, int | None]:
    """For "at most": how many fewer, and how many others on top would dilute the share enough."""
    edge = rule.threshold.of(whole.low) if rule.threshold else None
    if edge is None:
        return None, None, None
    most = ceil(edge) - 1 if rule.comparison is Comparison.LESS_THAN else floor(edge)
    fewer = max(0, count.low - most)
    share = rule.threshold.amounts[0].share if rule.threshold else None
    if rule.denominator is not Denominator.ATTENDEES or not share:
        return most, fewer, fewer
    needed = Fraction(count.low) / share
    whole_needed = floor(needed) + 1 if rule.comparison is Comparison.LESS_THAN else ceil(needed)
    return most, fewer, max(0, whole_needed - whole.low)


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
