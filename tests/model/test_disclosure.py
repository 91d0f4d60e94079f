"""Public figures give no hidden count away: by hand, and against an attacker with a solver."""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from typing import Any

import pytest

from hrplanner.model.disclosure import Protection, groups_named, protect
from hrplanner.model.groups import GroupCode
from hrplanner.model.rules.rule import Rule
from hrplanner.model.session import Session
from tests.model.attacker import recovered
from tests.model.meetings import meeting, rule

BOOKS = max(20, int(os.environ.get("HRPLANNER_CASES", "0")) // 50)
SEXES, CASTES = ("women", "men", "another_gender"), ("dalit", "janajati", "persons_with_disabilities", "indigenous")
BANDS = ("age_0_14", "age_15_17", "age_18_24", "age_25_39", "age_40_59", "age_60_up")


def tallied(heads: int = 84, **counts: int) -> Session:
    return meeting(heads=heads, tallies=[{"group": code, "count": count} for code, count in counts.items()])


def shown(session: Session, *rules: Rule, before: Sequence[Session] = ()) -> Protection:
    return protect(session, groups_named(session, rules), before)


def visible(protection: Protection) -> set[str]:
    return set(protection.shown)


# ------------------------------------------------------------------------------------------ one table


def test_large_counts_are_shown() -> None:
    assert visible(shown(tallied(women=45, men=37, dalit=12))) == {"women", "men", "dalit"}


@pytest.mark.parametrize(("count", "is_shown"), [(0, True), (1, False), (4, False), (5, True), (79, True), (80, False)])
def test_five_is_the_smallest_count_on_either_side(count: int, is_shown: bool) -> None:
    assert ("women" in visible(shown(tallied(women=count)))) is is_shown


@pytest.mark.parametrize(("count", "is_shown"), [(9, False), (10, True), (74, True), (75, False), (84, True)])
def test_ten_is_the_smallest_for_disability_and_ethnicity(count: int, is_shown: bool) -> None:
    for code in ("persons_with_disabilities", "dalit", "indigenous"):
        assert (code in visible(shown(tallied(**{code: count})))) is is_shown


def test_a_small_count_does_not_follow_from_the_others() -> None:
    protection = shown(tallied(women=45, men=37, another_gender=2))
    assert visible(protection) == {"women"}
    protection = shown(tallied(women=45, men=20, another_gender=2))
    assert visible(protection) == {"women", "men"}
    assert set(protection.silent) == {"sex"}


def test_two_small_counts_that_add_up_to_few_take_a_third_with_them() -> None:
    assert visible(shown(tallied(women=80, men=2, another_gender=2))) == set()


def test_nothing_is_shown_of_a_handful_of_people() -> None:
    assert visible(shown(tallied(4, women=4, men=0))) == set()


def test_bands_of_ages_that_overlap_are_not_shown_beside_each_other() -> None:
    counts = {"age_15_17": 12, "age_18_24": 20, "age_25_39": 52}
    protection = shown(tallied(**counts), rule(numerator="age_15_24"))
    assert "age_15_24" not in visible(protection)


# ------------------------------------------------------------------------------------------ verdicts


def test_a_verdict_on_a_hidden_count_is_hidden_too() -> None:
    session = tallied(women=45, men=37, dalit=4)
    protection = shown(session, rule(numerator="dalit"))
    assert not protection.tells(rule(numerator="dalit"))
    assert protection.tells(rule())
    assert protection.tells(rule("1/10", kind="quorum", numerator="attendees", denominator="voters"))


@pytest.mark.parametrize(
    "fields",
    [
        {"numerator": {"all_of": ["women", "dalit"]}},
        {"numerator": ["women", "dalit"]},
        {"numerator": "dalit", "denominator": None, "within": "target"},
        {"who_counts": {"residents_only": True}},
        {"who_counts": {"youngest": 15}},
    ],
)
def test_verdicts_on_people_in_two_groups_at_once_are_never_shown(fields: dict[str, Any]) -> None:
    session = tallied(women=45, men=37, dalit=40)
    assert not shown(session, rule(**fields)).tells(rule(**fields))


# ------------------------------------------------------------------------------------------ successive copies


def test_one_woman_more_does_not_show_who_came_late() -> None:
    first, second = tallied(84, women=45, men=37), tallied(85, women=46, men=37)
    protection = shown(second, before=[first])
    assert (protection.figures, visible(protection)) == (first, {"women", "men"})
    later = tallied(102, women=56, men=44)
    assert shown(later, before=[first, second]).figures is later


def test_what_was_hidden_once_stays_hidden() -> None:
    first, second = tallied(84, women=43, men=37, another_gender=4), tallied(104, women=50, men=45, another_gender=9)
    assert visible(shown(second)) == {"women", "men", "another_gender"}
    assert visible(shown(second, before=[first])) == {"women"}


# ------------------------------------------------------------------------------------------ the attacker


@pytest.mark.parametrize("seed", range(BOOKS))
def test_an_attacker_with_a_solver_recovers_nothing(seed: int) -> None:
    chance = random.Random(seed)
    sessions = _successive(chance)
    rules = {one.id: one for one in _rules(chance)}
    copies = []
    for number, session in enumerate(sessions):
        codes = groups_named(session, rules.values())
        codes = codes.union(*(groups_named(one, ()) for one in sessions[:number]))
        copies.append((protect(session, codes, sessions[:number]), rules))
    assert recovered(copies) == []


def test_the_attacker_is_no_straw_man() -> None:
    session = tallied(women=45, men=37, another_gender=2)
    careless = Protection(figures=session, shown=frozenset({GroupCode("women"), GroupCode("men")}))
    assert recovered([(careless, {})])
    told = Protection(figures=tallied(84, women=45, dalit=4), shown=frozenset({GroupCode("women")}))
    assert recovered([(told, {})]) == []
    leaking = Protection(figures=tallied(60, women=4), shown=frozenset({GroupCode("women")}))
    assert recovered([(leaking, {})]) == []


def _successive(chance: random.Random) -> list[Session]:
    """One meeting as it stood at up to three printings, a few people more each time, or many."""
    heads = chance.randint(6, 120)
    cells = {dimension: _spread(chance, codes, heads) for dimension, codes in (("sex", SEXES), ("age", BANDS))}
    others = {code: chance.randint(0, heads) for code in CASTES if chance.random() < 0.6}
    stated = {code: 0 if chance.random() < 0.5 else chance.randint(0, 6) for code in others}
    found = []
    for _ in range(chance.randint(1, 3)):
        counts = {**cells["sex"], **cells["age"], **others}
        silent = {"caste": max([0, *(stated[code] for code in others)])}
        tallies = [{"group": code, "count": count} for code, count in counts.items()]
        found.append(meeting(heads=heads, tallies=tallies, not_stated=silent))
        for _ in range(chance.choice((0, 1, 2, 3, 30))):
            heads += 1
            for codes in cells.values():
                codes[chance.choice(list(codes))] += 1
            for code in others:
                others[code] += chance.random() < 0.3
    return found


def _spread(chance: random.Random, codes: Sequence[str], heads: int) -> dict[str, int]:
    """The heads over the codes, some of them rare, and a few not stated."""
    left = heads - chance.choice((0, 0, 1, 2, 5))
    weights = [chance.choice((0, 1, 10)) for _ in codes]
    weights[0] = 10
    chosen = chance.choices(codes, weights, k=max(0, left))
    return {code: chosen.count(code) for code in codes}


def _rules(chance: random.Random) -> list[Rule]:
    groups = chance.sample((*SEXES, *CASTES, *BANDS), 5)
    return [
        rule(chance.choice(("1/3", "1/10", "5 %", "1/2")), id=f"r{place}", numerator=code)
        for place, code in enumerate(groups)
    ]
