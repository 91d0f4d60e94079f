"""One rule at one session from the sums of its list, and many of them taken together: what `years` is made of."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import ceil, floor

from hrplanner.model.counting import is_tallied
from hrplanner.model.counts import NOTHING, Count, GroupSet, added, exactly
from hrplanner.model.list_answers import ListAnswer, Question, Row, Sums
from hrplanner.model.rules.almanac import Almanac
from hrplanner.model.rules.cases import Case, independent, list_cases, summed, without_whole
from hrplanner.model.rules.codes import Comparison, Denominator, RuleKind, Scope, Unknowns
from hrplanner.model.rules.counted import Rules, answers_needed, counted, grows, nesting
from hrplanner.model.rules.findings import Finding, Verdict
from hrplanner.model.rules.hurdles import Hurdle
from hrplanner.model.rules.judging import judged, verdict_on
from hrplanner.model.rules.loops import Sum, all_who_came, alone, is_plain_share, nested, one_way, there
from hrplanner.model.rules.presence import counts_of, present
from hrplanner.model.rules.rule import Rule
from hrplanner.model.rules.verdicts import check, hurdle_of, set_apart
from hrplanner.model.rules.yearly import everybody, from_list, places_of
from hrplanner.model.session import Session

_SUMMED = frozenset({
    RuleKind.SHARE, RuleKind.COUNT, RuleKind.PRESENCE, RuleKind.MONEY_SHARE, RuleKind.REASONED_ANSWER,
})  # fmt: skip
_STRICT = frozenset({Comparison.MORE_THAN, Comparison.LESS_THAN})
Loop = Callable[[Rule, Sequence[tuple[Row, int]], int], Sum]


@dataclass(frozen=True, slots=True)
class Part:
    """What one session adds to a rule's year; `counts` are several where a rule asks who was present."""

    verdict: Verdict
    counts: tuple[Count, ...] = ()
    whole: Count = NOTHING
    cases: tuple[Case, ...] = ()
    answer: ListAnswer | None = None
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """How a rule is worked out: the questions it puts to a list, from the `first` answer on; none where it asks else.

    `edges` remembers the threshold in whole people for each whole, `verdicts` what came out of the same figures.
    """

    rule: Rule
    questions: tuple[Question, ...] = ()
    first: int = 0
    edges: dict[tuple[bool, int | None], int | None] = field(default_factory=dict, compare=False)
    verdicts: dict[object, Verdict] = field(default_factory=dict, compare=False)

    def part(self, session: Session, sums: Sums, rules: Rules, whole: Callable[[], Session], almanac: Almanac) -> Part:
        """The verdict at the session and what it adds to its year."""
        apart = set_apart(self.rule, session)
        if apart is not None:
            return Part(apart.verdict)
        number = sums.listed(session)
        total = everybody(session, number)
        if self.questions and number and total.exact and number <= total.low and not self._tallied(session):
            starts = places_of(self.questions, self.first)
            answers = [sums.answer(session, one, at) for one, at in zip(self.questions, starts, strict=True)]
            if self.rule.kind is RuleKind.PRESENCE:
                return _presence(self, [from_list(one, number, total) for one in answers])
            return _counted(self, session, answers[0], number, total)
        if _is_of_the_total(self.rule):
            return _of_total(self, session, total)
        people_matter = bool(number) and _looks_at_people(self.rule)
        return _checked(self.rule, whole() if people_matter else session, rules, almanac)

    def _tallied(self, session: Session) -> bool:
        return bool(session.tallies) and any(is_tallied(session, (*one.outer, *one.inner)) for one in self.questions)


def plan_for(rule: Rule, rules: Rules) -> Plan:
    """The plan of a rule; without questions where sums of lists cannot answer it."""
    return Plan(rule, tuple(_questions(rule, rules)))


def placed(plans: Sequence[Plan], before: Sequence[Question] = ()) -> tuple[tuple[Plan, ...], tuple[Question, ...]]:
    """The plans with the places of their numbers, and all that is asked, after the questions `before` them."""
    first = 1 + sum(one.width for one in before)
    asked: list[Question] = []
    found = []
    for plan in plans:
        found.append(replace(plan, first=first + sum(one.width for one in asked)))
        asked += plan.questions
    return tuple(found), (*before, *asked)


def together(plan: Plan, label: str, parts: Sequence[Part]) -> Finding | None:
    """The verdict on all sessions of a year as if they were one meeting; None where that means nothing."""
    rule = plan.rule
    if rule.kind not in _SUMMED or rule.scope is Scope.MOMENT:
        return None
    asked = [part for part in parts if part.verdict is not Verdict.NOT_APPLICABLE or part.counts]
    rule = replace(rule, scope=Scope.FISCAL_YEAR)
    if not asked:
        return Finding(session=None, about=label, rule=rule, verdict=Verdict.NOT_APPLICABLE, reason="no_meeting")
    if rule.kind is RuleKind.PRESENCE:
        return present(rule, None, label, [added(one) for one in zip(*(part.counts for part in asked), strict=True)])
    if rule.kind is RuleKind.REASONED_ANSWER and all(part.whole == exactly(0) == part.counts[0] for part in asked):
        return Finding(session=None, about=label, rule=rule, verdict=Verdict.NOT_APPLICABLE, reason="nothing_to_answer")
    count = added([part.counts[0] for part in asked])
    alone = rule.denominator is None and rule.within is None and rule.kind is not RuleKind.REASONED_ANSWER
    return judged(
        rule,
        hurdle_of(rule),
        session=None,
        about=label,
        count=count,
        whole=NOTHING if alone else added([part.whole for part in asked]),
        cases=without_whole(count) if alone else _cases(asked),
        grows=grows(rule),
    )


def loop_of(plan: Plan) -> Loop | None:
    """The loop that adds up many sessions at once; None where each has to be looked at by itself."""
    rule = plan.rule
    if _is_of_the_total(rule):
        return all_who_came if one_way(rule) else None
    if not plan.questions:
        return None
    if rule.kind is RuleKind.PRESENCE:
        return there
    if plan.questions[0].outer:
        return nested if is_plain_share(rule) else None
    return alone if one_way(rule) else None


def part_of(total: Sum) -> Part:
    """What the sessions of a loop add to the year."""
    plain = () if total.answer is not None else total.cases
    return Part(Verdict.MET, total.counts, total.whole, plain, total.answer, total.missing)


def _questions(rule: Rule, rules: Rules) -> Iterator[Question]:
    if not rule.who.everybody or rule.unknowns is not Unknowns.BOUNDS or not isinstance(rule.numerator, GroupSet):
        return
    if rule.kind is RuleKind.PRESENCE and not rule.needs and not rule.heard:
        yield from (Question((), (GroupSet((code,)),)) for code in rule.numerator.groups)
    if rule.kind not in {RuleKind.SHARE, RuleKind.COUNT, RuleKind.QUORUM}:
        return
    outer = nesting(rule, rules)
    if rule.within is None or outer:
        yield Question(outer, (rule.numerator,))


def _is_of_the_total(rule: Rule) -> bool:
    """Whether it counts all who came, against a number that the session names."""
    counts = rule.kind in {RuleKind.SHARE, RuleKind.COUNT, RuleKind.QUORUM} and rule.numerator == "attendees"
    plain = rule.who.everybody and rule.unknowns is Unknowns.BOUNDS and rule.within is None
    return counts and plain and rule.scope is not Scope.MOMENT and rule.denominator is not Denominator.ATTENDEES


def _looks_at_people(rule: Rule) -> bool:
    """Whether the list of people changes what the rule says, beside the number of those who came."""
    formal = {RuleKind.NOTICE, RuleKind.DEADLINE, RuleKind.PUBLICATION, RuleKind.SIGNATURE, RuleKind.MONEY_SHARE}
    return rule.kind not in formal | {RuleKind.REASONED_ANSWER} and not rule.heard


# ------------------------------------------------------------------------------------------ one session


def _presence(plan: Plan, counts: Sequence[Count]) -> Part:
    key = tuple((count.low > 0, count.high == 0) for count in counts)
    verdict = plan.verdicts.get(key)
    if verdict is None:
        verdict = plan.verdicts[key] = present(plan.rule, None, None, counts).verdict
    return Part(verdict, tuple(counts))


def _counted(plan: Plan, session: Session, answer: ListAnswer, listed: int, total: Count) -> Part:
    rule, nested = plan.rule, bool(plan.questions[0].outer)
    count, missing = from_list(answer, listed, total), total.low - listed
    reheld = session.reheld_of is not None
    if rule.denominator is None and rule.within is None:
        return Part(_quick(plan, count, None, reheld=reheld), (count,))
    if not nested and rule.denominator is not Denominator.ATTENDEES:
        own = getattr(session, rule.denominator.value) if rule.denominator else None
        if own is None:
            return Part(_slow(plan, count, NOTHING, (), session), (count,))
        return Part(_quick(plan, count, own, reheld=reheld), (count,), exactly(own), independent(count, exactly(own)))
    if not nested:
        return Part(_quick(plan, count, total.low, reheld=reheld), (count,), total, (_case(total.low, count),))
    inside = ListAnswer(sure=answer.inside, open_inside=answer.never + answer.either + answer.always)
    whole = from_list(inside, listed, total)
    cases = list_cases(answer, missing)
    return Part(_slow(plan, count, whole, cases, session), (count,), whole, (), answer, missing)


def _of_total(plan: Plan, session: Session, total: Count) -> Part:
    own = getattr(session, plan.rule.denominator.value) if plan.rule.denominator else None
    whole = NOTHING if own is None else exactly(own)
    cases = without_whole(total) if plan.rule.denominator is None else independent(total, whole)
    if total.high is None or (own is None and plan.rule.denominator is not None):
        return Part(_slow(plan, total, whole, cases, session), (total,), whole, cases)
    return Part(_quick(plan, total, own, reheld=session.reheld_of is not None), (total,), whole, cases)


def _case(whole: int | None, count: Count) -> Case:
    return Case(whole, count.low, count.high)


def _slow(plan: Plan, count: Count, whole: Count, cases: tuple[Case, ...], session: Session) -> Verdict:
    key = (count, whole, cases, session.reheld_of is not None)
    found = plan.verdicts.get(key)
    if found is None:
        found = plan.verdicts[key] = verdict_on(hurdle_of(plan.rule, session), count, whole, cases)
    return found


def _quick(plan: Plan, count: Count, whole: int | None, *, reheld: bool) -> Verdict:
    """The verdict on bounds of a known whole, by the threshold in whole people."""
    hurdle = _hurdle(plan.rule, reheld=reheld)
    if whole == 0 or count.high is None or not (hurdle.is_upward or hurdle.is_downward):
        cases = (_case(whole, count),)
        return verdict_on(hurdle, count, NOTHING if whole is None else exactly(whole), cases)
    edge = _edge(plan, hurdle, whole, reheld=reheld)
    if edge is None:
        return verdict_on(hurdle, count, NOTHING if whole is None else exactly(whole), (_case(whole, count),))
    surely, perhaps = (count.low, count.high) if hurdle.is_upward else (-count.high, -count.low)
    if surely >= edge:
        return Verdict.MET
    return Verdict.CANNOT_DETERMINE if perhaps >= edge else Verdict.NOT_MET


def _hurdle(rule: Rule, *, reheld: bool) -> Hurdle:
    return hurdle_of(rule) if not reheld else hurdle_of(rule, _REHELD)


_REHELD = Session(id=b"", number="", title="", kind="", reheld_of="")  # type: ignore[arg-type]


def _edge(plan: Plan, hurdle: Hurdle, whole: int | None, *, reheld: bool) -> int | None:
    """The fewest that pass; for "at most" the most, with the sign turned."""
    key = (reheld, whole)
    if key not in plan.edges:
        exact = hurdle.edge(whole)
        strict = hurdle.comparison in _STRICT
        if exact is None:
            plan.edges[key] = None
        elif hurdle.is_upward:
            plan.edges[key] = floor(exact) + 1 if strict else ceil(exact)
        else:
            plan.edges[key] = -(ceil(exact) - 1 if strict else floor(exact))
    return plan.edges[key]


def _checked(rule: Rule, session: Session, rules: Rules, almanac: Almanac) -> Part:
    """The same from the session itself, as a single one is checked."""
    of_a_session = replace(rule, scope=Scope.SESSION) if rule.scope is Scope.FISCAL_YEAR else rule
    verdict = check(of_a_session, session, rules, almanac=almanac).verdict
    if rule.kind not in _SUMMED or rule.scope is Scope.MOMENT:
        return Part(verdict)
    if rule.kind is RuleKind.PRESENCE:
        return Part(verdict, counts_of(rule, session))
    if rule.kind is RuleKind.REASONED_ANSWER and not any(answers_needed(rule, session)):
        return Part(verdict, (exactly(0),), exactly(0), (Case(0, 0, 0),))
    found = counted(rule, session, rules)
    return Part(verdict, (found.count,), found.whole, found.cases)


# ------------------------------------------------------------------------------------------ many sessions


def _cases(parts: Sequence[Part]) -> tuple[Case, ...]:
    """All that may be true of the sum; lists are added up before anything is made of them."""
    lists = [part for part in parts if part.answer is not None]
    found = [part.cases for part in parts if part.answer is None]
    if lists:
        names = ("inside", "sure", "open_inside", "never", "either", "always")
        answer = ListAnswer(*(sum(getattr(part.answer, name) for part in lists) for name in names))
        found.append(list_cases(answer, sum(part.missing for part in lists)))
    return summed(found)
