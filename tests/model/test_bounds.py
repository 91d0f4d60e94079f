"""Bounds hold the truth: whatever a recorder left out, no verdict contradicts the room as it was."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from hrplanner.model.counting import in_every, in_groups
from hrplanner.model.counts import Count, GroupSet
from hrplanner.model.rules.hurdles import Hurdle, shortfall
from hrplanner.model.rules.reading import Comparison, Rule
from hrplanner.model.rules.thresholds import parse_threshold
from hrplanner.model.rules.verdicts import Verdict, check
from hrplanner.model.session import Session
from tests.model.meetings import rule
from tests.model.populations import Soul, lists, tallied_rooms, wanted_sets

SHARES = ("1/3", "33 %", "1/2", "1/4", "40 %", "0 %", "1/1", "2/7")
SIDES = {
    ">=": lambda number, edge: number >= edge,
    ">": lambda number, edge: number > edge,
    "<=": lambda number, edge: number <= edge,
    "<": lambda number, edge: number < edge,
    "=": lambda number, edge: number == edge,
}
comparisons = st.sampled_from(tuple(SIDES))


def asked(wanted: GroupSet, comparison: str, threshold: str, **fields: object) -> Rule:
    groups = {"all_of" if wanted.every else "any_of": list(wanted.groups)}
    return rule(threshold, numerator=groups, comparison=comparison, **fields)


def holds(count: Count, truth: int) -> bool:
    return not count.contradictory and count.low <= truth and (count.high is None or truth <= count.high)


def agrees(found: Verdict, truth: bool) -> bool:
    return found is Verdict.CANNOT_DETERMINE or (found is Verdict.MET) == truth


@given(made=lists(), wanted=wanted_sets)
def test_a_list_bounds_the_truth_and_learning_more_never_widens_it(
    made: tuple[list[Soul], Session, Session], wanted: GroupSet
) -> None:
    room, before, after = made
    truth = sum(soul.is_in_set(wanted) for soul in room)
    first, second = in_groups(before, wanted), in_groups(after, wanted)
    assert holds(first, truth)
    assert holds(second, truth)
    assert first.low <= second.low
    assert first.high is not None
    assert second.high is not None
    assert second.high <= first.high


@given(made=tallied_rooms(), wanted=wanted_sets)
def test_tallies_bound_the_truth(made: tuple[list[Soul], Session], wanted: GroupSet) -> None:
    room, session = made
    assert holds(in_groups(session, wanted), sum(soul.is_in_set(wanted) for soul in room))


@given(made=st.one_of(lists(), tallied_rooms()), sets=st.tuples(wanted_sets, wanted_sets))
def test_one_set_within_another_bounds_the_truth(made: tuple[list[Soul], Session], sets: tuple[GroupSet, ...]) -> None:
    room, session = made[:2]
    assert holds(in_every(session, sets), sum(all(soul.is_in_set(one) for one in sets) for soul in room))


@given(
    made=st.one_of(lists(), tallied_rooms()),
    wanted=wanted_sets,
    comparison=comparisons,
    threshold=st.sampled_from(SHARES),
)
def test_no_verdict_on_a_share_contradicts_the_room(
    made: tuple[list[Soul], Session], wanted: GroupSet, comparison: str, threshold: str
) -> None:
    room, session = made[:2]
    finding = check(asked(wanted, comparison, threshold), session)
    edge = parse_threshold(threshold, counts_allowed=False).of(len(room))
    truth = SIDES[comparison](sum(soul.is_in_set(wanted) for soul in room), edge)
    assert agrees(finding.verdict, truth)
    assert (finding.short_same_total is None) == (finding.verdict is Verdict.CANNOT_DETERMINE) or comparison != ">="


@given(
    made=st.one_of(lists(), tallied_rooms()),
    inner=wanted_sets,
    outer=wanted_sets,
    comparison=comparisons,
    threshold=st.sampled_from(SHARES),
)
def test_no_verdict_on_a_nested_share_contradicts_the_room(
    made: tuple[list[Soul], Session], inner: GroupSet, outer: GroupSet, comparison: str, threshold: str
) -> None:
    room, session = made[:2]
    around = asked(outer, ">=", "1/3", id="outer")
    within = asked(inner, comparison, threshold, denominator=None, within="outer")
    finding = check(within, session, {"outer": around})
    whole = sum(soul.is_in_set(outer) for soul in room)
    part = sum(soul.is_in_set(outer) and soul.is_in_set(inner) for soul in room)
    edge = parse_threshold(threshold, counts_allowed=False).of(whole)
    assert whole == 0 or agrees(finding.verdict, SIDES[comparison](part, edge))


@given(made=st.one_of(lists(), tallied_rooms()), wanted=wanted_sets, comparison=comparisons, number=st.integers(0, 15))
def test_no_verdict_on_a_count_contradicts_the_room(
    made: tuple[list[Soul], Session], wanted: GroupSet, comparison: str, number: int
) -> None:
    room, session = made[:2]
    counted = asked(wanted, comparison, str(number), kind="count", denominator=None)
    truth = SIDES[comparison](sum(soul.is_in_set(wanted) for soul in room), number)
    assert agrees(check(counted, session).verdict, truth)


@given(made=st.one_of(lists(), tallied_rooms()), wanted=wanted_sets)
def test_no_verdict_on_presence_contradicts_the_room(made: tuple[list[Soul], Session], wanted: GroupSet) -> None:
    room, session = made[:2]
    groups = {"all_of" if wanted.every else "any_of": list(wanted.groups)}
    present = rule(None, kind="presence", numerator=None, denominator=None, **groups)  # type: ignore[arg-type]
    there = [any(soul.is_in(code) for soul in room) for code in wanted.groups]
    assert agrees(check(present, session).verdict, all(there) if wanted.every else any(there))


# ------------------------------------------------------------------------------------------ what is missing

thresholds = st.sampled_from(
    ("1/3", "33 %", "1/2", "2/3", "1/1", "0 %", "3/2", "min(1/3, 5)", "max(1/10, 4)", "min(7, 1/2)", "max(3, 2/3)")
)


@given(number=st.integers(0, 30), more=st.integers(0, 30), comparison=st.sampled_from(list(SIDES)[:4]), text=thresholds)
def test_what_is_missing_is_the_smallest_number_that_passes(number: int, more: int, comparison: str, text: str) -> None:
    whole = number + more
    hurdle = Hurdle(Comparison(comparison), parse_threshold(text, counts_allowed=True))
    found = shortfall(hurdle, number, whole, grows=True)
    up = hurdle.is_upward

    def reached(number: int, whole: int) -> bool:
        edge = hurdle.threshold.of(whole) if hurdle.threshold else None
        return bool(SIDES[comparison](number, edge))

    step = 1 if up else -1
    same = (more_of_them for more_of_them in range(whole + 1) if 0 <= number + step * more_of_them <= whole)
    on_top = range(1000)
    assert found.same_total == next((one for one in same if reached(number + step * one, whole)), None)
    assert found.on_top == next((one for one in on_top if reached(number + (one if up else 0), whole + one)), None)


@given(number=st.integers(0, 30), more=st.integers(0, 30), ends=st.tuples(st.integers(0, 10), st.integers(0, 10)))
def test_what_is_missing_to_get_between_is_the_smallest_too(number: int, more: int, ends: tuple[int, int]) -> None:
    whole, least, most = number + more, min(ends), max(ends)
    hurdle = Hurdle(Comparison.BETWEEN, parse_threshold(f"{least}/10..{most}/10", counts_allowed=False))
    found = shortfall(hurdle, number, whole, grows=True)
    below = Fraction(number) < Fraction(least, 10) * whole

    def reached(number: int, whole: int) -> bool:
        return Fraction(least, 10) * whole <= number <= Fraction(most, 10) * whole

    step = 1 if below else -1
    same = (one for one in range(whole + 1) if 0 <= number + step * one <= whole)
    assert found.same_total == next((one for one in same if reached(number + step * one, whole)), None)
    assert found.on_top == next(
        (one for one in range(1000) if reached(number + (one if below else 0), whole + one)), None
    )


@given(number=st.integers(0, 9), seats=st.integers(1, 9))
def test_seats_do_not_grow(number: int, seats: int) -> None:
    hurdle = Hurdle(Comparison.AT_LEAST, parse_threshold("1/2", counts_allowed=False))
    found = shortfall(hurdle, number, seats, grows=False)
    assert found.same_total == found.on_top == max(0, -(-seats // 2) - number)
