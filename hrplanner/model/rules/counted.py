"""What a rule counts at one session: its number, its whole, and the cases of both."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from hrplanner.model.commitments import Status
from hrplanner.model.counting import attendees, in_every
from hrplanner.model.counts import NOTHING, Count, GroupSet, exactly
from hrplanner.model.issues import Answer
from hrplanner.model.list_answers import Sets
from hrplanner.model.rules.cases import Case, cases_of, independent, without_whole
from hrplanner.model.rules.codes import Answered, Denominator, RuleKind, Scope
from hrplanner.model.rules.rule import Rule
from hrplanner.model.session import Session

Rules = Mapping[str, Rule]
_KEPT_OR_OPEN = frozenset({Status.DONE, Status.PARTLY_DONE, Status.STARTED, Status.MADE})


@dataclass(frozen=True, slots=True)
class Counted:
    """A number and its whole, with the cases that are possible together."""

    count: Count
    whole: Count
    cases: tuple[Case, ...]


def counted(rule: Rule, session: Session, others: Rules) -> Counted:
    """What the rule counts at the session."""
    if rule.kind is RuleKind.REASONED_ANSWER:
        return _answered(rule, session)
    if rule.denominator is Denominator.MONEY:
        return _money(rule, session)
    outer, inner = nesting(rule, others), _inner(rule)
    count = _number(rule, session, outer)
    if rule.within is not None and not outer:
        return _within_total(rule, session, others, count)
    if rule.denominator is None and rule.within is None:
        return _number_alone(rule, session, inner, count)
    if not outer and rule.denominator is not Denominator.ATTENDEES:
        whole = _of_session(rule, session)
        return Counted(count, whole, independent(count, whole))
    whole = in_every(session, outer, rule.who)
    if not outer and rule.who.everybody and whole.exact and not count.contradictory:
        return Counted(count, whole, (Case(whole.low, count.low, count.high),))
    cases = cases_of(session, outer, inner, rule.who) if inner else independent(count, whole)
    return Counted(count, whole, cases)


def _number_alone(rule: Rule, session: Session, inner: Sets, count: Count) -> Counted:
    """A number without a whole; where heads were estimated, only heads that the other figures allow are looked at."""
    total = attendees(session)
    if not inner or total.high is None or total.exact:
        return Counted(count, NOTHING, without_whole(count))
    cases = cases_of(session, (), inner, rule.who)
    if not cases:
        return Counted(replace(count, contradictory=True), NOTHING, ())
    if any(case.high is None for case in cases):
        return Counted(count, NOTHING, without_whole(count))
    low, high = min(case.low for case in cases), max(case.high or 0 for case in cases)
    known = count.known if count.known is not None and low == count.low else None
    return Counted(Count(known, low, high), NOTHING, (Case(None, low, high),))


def _within_total(rule: Rule, session: Session, others: Rules, count: Count) -> Counted:
    """A share of those that a rule without groups counts: of all who came, or of those who signed."""
    outer = others.get(rule.within or "")
    if outer is None:
        return Counted(count, NOTHING, ())
    whole = _number(outer, session, ())
    inner = _inner(rule)
    cases = cases_of(session, (), inner, rule.who) if outer.numerator == "attendees" and inner else ()
    return Counted(count, whole, cases or independent(count, whole))


def nesting(rule: Rule, others: Rules) -> Sets:
    """The groups of the rules around this one; asking twice for the same changes nothing."""
    found: dict[GroupSet, None] = {}
    seen = {rule.id}
    outer = others.get(rule.within) if rule.within else None
    while outer is not None and outer.id not in seen:
        seen.add(outer.id)
        if isinstance(outer.numerator, GroupSet):
            found[outer.numerator] = None
        outer = others.get(outer.within) if outer.within else None
    return tuple(found)


def grows(rule: Rule) -> bool:
    """Whether somebody who comes on top is counted in the whole too."""
    present = rule.within is not None or rule.denominator is Denominator.ATTENDEES
    return present and isinstance(rule.numerator, GroupSet)


def _inner(rule: Rule) -> Sets:
    return (rule.numerator,) if isinstance(rule.numerator, GroupSet) else ()


def _number(rule: Rule, session: Session, outer: Sets) -> Count:
    if isinstance(rule.numerator, GroupSet):
        return in_every(session, (rule.numerator, *outer), rule.who)
    if rule.numerator == "attendees":
        return in_every(session, (), rule.who) if rule.scope is not Scope.MOMENT else _at_the_lowest(session)
    number = session.signatures if rule.numerator == "signatures" else session.slips
    return NOTHING if number is None else exactly(number)


def _at_the_lowest(session: Session) -> Count:
    """The fewest who were counted at any time in between: a quorum has to hold at each."""
    heads = [moment.heads for moment in session.moments]
    return exactly(min(heads)) if heads else NOTHING


def _of_session(rule: Rule, session: Session) -> Count:
    number = getattr(session, rule.denominator.value) if rule.denominator else None
    return NOTHING if number is None else exactly(number)


def _money(rule: Rule, session: Session) -> Counted:
    wholes = {line.of for line in session.money}
    whole = exactly(wholes.pop()) if len(wholes) == 1 else NOTHING
    groups = rule.numerator.groups if isinstance(rule.numerator, GroupSet) else ()
    lines = [line.amount for line in session.money if line.group in groups]
    count = exactly(sum(lines)) if lines else NOTHING
    contradictory = whole.high is not None and count.low > whole.high
    return Counted(
        Count(count.known, count.low, count.high, contradictory), whole, independent(count, whole) if lines else ()
    )


def _answered(rule: Rule, session: Session) -> Counted:
    """Those with a reason, of all that need one; what has no answer yet may turn out to need one or not."""
    needing, given, not_known = answers_needed(rule, session)
    cases = tuple(Case(needing + more, given, given + more) for more in range(not_known + 1))
    return Counted(
        Count(given if not not_known else None, given, given + not_known),
        Count(needing if not not_known else None, needing, needing + not_known),
        cases,
    )


def answers_needed(rule: Rule, session: Session) -> tuple[int, int, int]:
    """How many answers need a reason, how many of these have one, and of how many it is not known."""
    if rule.of is Answered.ISSUES:
        refused = [one for one in session.issues if one.answer not in {None, Answer.ACCEPTED}]
        given = sum(1 for one in refused if one.reason and one.office)
        return len(refused), given, sum(1 for one in session.issues if one.answer is None)
    undone = [one for one in session.commitments if one.status not in _KEPT_OR_OPEN]
    given = sum(1 for one in undone if one.progress)
    return len(undone), given, sum(1 for one in session.commitments if one.status is Status.MADE)
