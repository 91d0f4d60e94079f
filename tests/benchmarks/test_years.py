"""The yearly overview against SQL by hand on the same file; and one keystroke at the registration desk.

`HRPLANNER_BENCH_SESSIONS=10000` measures the whole curve, up to a million attendances.
"""

from __future__ import annotations

import random
import resource
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from hrplanner.model.ids import PersonId, SessionId, new_id
from hrplanner.model.people import Person
from hrplanner.model.rules.reading import read_rule
from hrplanner.model.rules.verdicts import check_all
from hrplanner.model.session import Session
from hrplanner.storage.opening import open_book
from hrplanner.usecases.overview import overview
from hrplanner.words.almanac import CountryAlmanac
from tests.benchmarks.conftest import best_of
from tests.benchmarks.years import GROUPS, PER_SESSION, by_hand, large_book, rule_tables, sizes

PROMISED = 1.5
MOST_MEMORY = 350
KEYSTROKE = 50


@pytest.mark.parametrize("sessions", sizes())
def test_the_yearly_overview(tmp_path: Path, report: Callable[[str], None], sessions: int) -> None:
    path = tmp_path / "large.hrplan"
    large_book(path, sessions)
    book = open_book(path, access="read")
    almanac = CountryAlmanac("bd")
    times = 2 if sessions > 1_000 else 3
    by_hand(path)  # so that neither reads from a cold disk
    ours = best_of(times, lambda: overview(book, almanac=almanac))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    floor = best_of(times, lambda: by_hand(path))
    found = overview(book, almanac=almanac) if sessions <= 1_000 else None
    book.close()
    ratio = ours / floor
    report(
        f"yearly overview, 40 rules, {sessions} sessions, {sessions * PER_SESSION} attendances: {ours * 1000:.0f} ms, "
        f"SQL by hand {floor * 1000:.0f} ms, ratio {ratio:.2f} (promised {PROMISED}), {memory} MB at most"
    )
    if found is not None:
        women = sum(one.count.low for one in found.groups if one.group == "women")
        assert women == sum(row[5] for row in by_hand(path))
    assert memory < MOST_MEMORY
    if sessions >= 300:  # below, opening and reading the rules is all there is to measure
        assert ratio < 2 * PROMISED


def test_one_keystroke_checks_forty_rules_on_a_thousand_people(report: Callable[[str], None]) -> None:
    chance = random.Random(7)
    people = tuple(
        Person(
            id=PersonId(new_id()),
            age=chance.randrange(12, 90),
            groups=frozenset({chance.choice(GROUPS[:2]), *chance.sample(GROUPS[2:], chance.randrange(3))}),  # type: ignore[arg-type]
        )
        for _ in range(1_000)
    )
    session = Session(
        id=SessionId(new_id()), number="L", title="Large", kind="ward_assembly", people=people, voters=1_500
    )
    rules = {str(table["id"]): read_rule(table) for table in rule_tables()}
    taken = []
    for age in range(20, 30):
        begun = time.perf_counter()
        session = session.with_person(replace(session.people[500], age=age))
        assert len(check_all(rules, session)) == 35
        taken.append((time.perf_counter() - begun) * 1000)
    report(
        f"a keystroke, 40 rules, 1,000 people: {min(taken):.0f} ms, at worst {max(taken):.0f} (promised {KEYSTROKE})"
    )
    assert min(taken) < 2 * KEYSTROKE
