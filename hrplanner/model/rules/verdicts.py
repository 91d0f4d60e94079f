"""Checking a rule against a session: all inclusion verdicts are given here, with exact fractions and both bounds.

Nothing is rounded unless the law says so: 659 of 1,999 is below both 1/3 and 33 %. A verdict that the figures cannot
give is `cannot_determine`. Rules over more than one session are in `wider`, those over committees in `composition`.
"""

from collections.abc import Callable, Mapping

from hrplanner.model.rules.almanac import GREGORIAN, Almanac
from hrplanner.model.rules.codes import Comparison, RuleKind, Scope
from hrplanner.model.rules.counted import Rules, answers_needed, counted, grows
from hrplanner.model.rules.findings import Finding, Verdict
from hrplanner.model.rules.formal import deadline, notice, publication, record_field, signature
from hrplanner.model.rules.hurdles import Hurdle
from hrplanner.model.rules.judging import judged
from hrplanner.model.rules.presence import presence
from hrplanner.model.rules.rule import Rule
from hrplanner.model.rules.thresholds import Amount, Threshold
from hrplanner.model.session import Session

__all__ = ["Finding", "Verdict", "check", "check_all", "is_of_a_session"]

_FORMAL: Mapping[RuleKind, Callable[[Rule, Session, Almanac], Finding]] = {
    RuleKind.PRESENCE: presence,
    RuleKind.NOTICE: notice,
    RuleKind.DEADLINE: deadline,
    RuleKind.RECORD_FIELD: record_field,
    RuleKind.SIGNATURE: signature,
    RuleKind.PUBLICATION: publication,
}


def check(rule: Rule, session: Session, others: Rules | None = None, *, almanac: Almanac = GREGORIAN) -> Finding:
    """The finding of one rule; `others` holds the rules by id that a nested rule refers to."""
    apart = set_apart(rule, session)
    if apart is not None:
        return apart
    if rule.kind in _FORMAL:
        return _FORMAL[rule.kind](rule, session, almanac)
    if rule.kind is RuleKind.REASONED_ANSWER and not any(answers_needed(rule, session)):
        return _plain(rule, session, Verdict.NOT_APPLICABLE, "nothing_to_answer")
    found = counted(rule, session, others or {})
    return judged(
        rule,
        hurdle_of(rule, session),
        session=session.number,
        about=None,
        count=found.count,
        whole=found.whole,
        cases=found.cases,
        grows=grows(rule) and rule.kind is not RuleKind.COUNT and _needs_whole(rule, session),
    )


def check_all(rules: Rules, session: Session, *, almanac: Almanac = GREGORIAN) -> tuple[Finding, ...]:
    """Findings of all rules on one session that are switched on, in the order of their ids."""
    asked = (rules[name] for name in sorted(rules) if rules[name].on)
    return tuple(check(rule, session, rules, almanac=almanac) for rule in asked if is_of_a_session(rule))


def is_of_a_session(rule: Rule) -> bool:
    """Whether the rule is checked session by session."""
    return rule.scope in {Scope.SESSION, Scope.MOMENT}


def set_apart(rule: Rule, session: Session) -> Finding | None:
    """The finding where a rule does not apply to this session, or the law waives it for a re-held one."""
    if rule.applies_to and session.kind not in rule.applies_to:
        return _plain(rule, session, Verdict.NOT_APPLICABLE, "other_kind_of_meeting")
    if session.held is False:
        return _plain(rule, session, Verdict.NOT_APPLICABLE, "not_held")
    early = rule.valid_from is not None and session.date is not None and session.date < rule.valid_from
    late = rule.valid_to is not None and session.date is not None and session.date > rule.valid_to
    if early or late:
        return _plain(rule, session, Verdict.NOT_APPLICABLE, "not_in_force")
    if session.reheld_of is not None and rule.reheld == "waived":
        return _plain(rule, session, Verdict.WAIVED, "waived_for_reheld")
    return None


def hurdle_of(rule: Rule, session: Session | None = None) -> Hurdle:
    """What has to be reached: the rule's threshold, or the smaller number of people for a re-held session."""
    reheld = session is not None and session.reheld_of is not None
    if reheld and rule.reheld is not None:
        return Hurdle(Comparison.AT_LEAST, Threshold(rule.reheld, (Amount(count=int(rule.reheld)),)))
    return Hurdle(rule.comparison, rule.threshold, rule.rounding)


def _needs_whole(rule: Rule, session: Session) -> bool:
    return hurdle_of(rule, session).needs_whole


def _plain(rule: Rule, session: Session, verdict: Verdict, reason: str) -> Finding:
    return Finding(session=session.number, rule=rule, verdict=verdict, reason=reason)
