"""Rules over a series, a year or a whole book; head counts in between; who counts; what becomes of unknowns."""

from __future__ import annotations

import datetime as dt

import pytest

from hrplanner.model.rules.findings import Finding, Verdict
from hrplanner.model.rules.reading import Rule, read_rule
from hrplanner.model.rules.wider import Gathered, check_wider
from hrplanner.model.session import Session
from hrplanner.words.almanac import CountryAlmanac
from tests.model.meetings import found, meeting, rule

MET, NOT_MET, OPEN = Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_DETERMINE
NEPAL = CountryAlmanac("np")


def over(asked: Rule, *sessions: Session, today: dt.date | None = None, others: tuple[Rule, ...] = ()) -> list[Finding]:
    rules = {one.id: one for one in (asked, *others)}
    gathered = Gathered(sessions=sessions, today=today)
    return [one for one in check_wider(rules, gathered, almanac=NEPAL) if one.rule.id == asked.id]


def women(count: int, heads: int, **fields: object) -> Session:
    return meeting(heads=heads, tallies=[{"group": "women", "count": count}], held=True, **fields)


# ------------------------------------------------------------------------------------------ years and series


def test_trap_16_a_share_met_in_no_session_but_one_may_hold_over_the_year() -> None:
    small = [women(1, 10, number=f"S{n}", date="2026-05-12") for n in range(3)]
    large = women(40, 60, number="L", date="2026-06-12")
    (finding,) = over(rule(scope="fiscal_year"), *small, large)
    assert (finding.session, finding.about, finding.verdict, finding.low) == (None, "2082/83", MET, "43/90")
    assert [found(one, rule()).verdict for one in (*small, large)] == [NOT_MET] * 3 + [MET]


def test_trap_16_a_share_met_in_every_session_but_one_may_be_broken_over_the_year() -> None:
    small = [women(4, 10, number=f"S{n}", date="2026-05-12") for n in range(3)]
    (finding,) = over(rule(scope="fiscal_year"), *small, women(10, 90, number="L", date="2026-06-12"))
    assert (finding.verdict, finding.low, finding.short_same_total) == (NOT_MET, "22/120", 18)


def test_a_budget_year_of_nepal_ends_in_asar() -> None:
    before, after = women(9, 10, date="2026-07-16", number="A"), women(1, 10, date="2026-07-17", number="B")
    assert [(one.about, one.verdict) for one in over(rule(scope="fiscal_year"), before, after)] == [
        ("2082/83", MET),
        ("2083/84", NOT_MET),
    ]


def test_one_session_that_nobody_counted_leaves_the_year_open() -> None:
    counted = women(9, 10, date="2026-05-12", number="A")
    (finding,) = over(rule(scope="fiscal_year"), counted, meeting(date="2026-05-13", number="B", held=True))
    assert (finding.verdict, finding.high) == (OPEN, None)
    (finding,) = over(rule(scope="fiscal_year"), counted, meeting(date="2026-05-13", number="B", heads=2, held=True))
    assert (finding.verdict, finding.low, finding.high) == (MET, "9/12", "11/12")


def test_a_series_is_checked_by_its_code_and_sessions_not_held_are_left_out() -> None:
    asked = rule(scope="series")
    sessions = [women(4, 10, series="plan", number="A"), meeting(series="plan", held=False, heads=90, number="B")]
    assert [(one.about, one.verdict) for one in over(asked, *sessions, women(1, 10, number="C"))] == [("plan", MET)]


def test_estimates_of_several_sessions_are_taken_together() -> None:
    about = [
        meeting(heads_low=70, heads_high=90, tallies=[{"group": "women", "count": 27}], number=name, date="2026-05-12")
        for name in "AB"
    ]
    (finding,) = over(rule(scope="fiscal_year"), *about)
    assert (finding.verdict, finding.low, finding.high) == (OPEN, "54/180", "54/140")


def test_meetings_that_met_another_rule_are_a_share_of_meetings() -> None:
    asked = rule(
        "1/2", id="often", numerator={"rule": "target"}, denominator="meetings", scope="fiscal_year"
    )  # fmt: skip
    sessions = [women(4, 10, number="A", date="2026-05-12"), women(1, 10, number="B", date="2026-05-12")]
    open_one = meeting(number="C", heads=10, date="2026-05-12")
    (finding,) = over(asked, *sessions, others=(rule(),))
    assert (finding.verdict, finding.low) == (MET, "1/2")
    (finding,) = over(asked, *sessions, open_one, others=(rule(),))
    assert (finding.verdict, finding.low, finding.high) == (OPEN, "1/3", "2/3")


def test_what_is_missing_may_still_come_while_the_year_is_not_over() -> None:
    asked = read_rule({"id": "two", "title": "Two", "kind": "frequency", "threshold": "2", "scope": "fiscal_year"})
    once = meeting(date="2026-05-12", held=True)
    (early,) = over(asked, once, today=dt.date(2026, 6, 1))
    (late,) = over(asked, once, today=dt.date(2026, 8, 1))
    assert [(one.verdict, one.reason) for one in (early, late)] == [(OPEN, "period_not_over"), (NOT_MET, "not_reached")]


# ------------------------------------------------------------------------------------------ moments, who counts


def test_a_quorum_can_be_lost_during_the_meeting() -> None:
    fields = {"kind": "quorum", "numerator": "attendees", "denominator": "members"}
    whole, moment = rule("1/2", **fields), rule("1/2", **fields, scope="moment")
    later = [{"time": "10:30", "heads": 12}, {"time": "11:45", "heads": 9}]
    session = meeting(heads=12, members=20, moments=later)
    assert found(session, whole).verdict is MET
    assert (found(session, moment).verdict, found(session, moment).low) == (NOT_MET, "9/20")
    assert found(meeting(heads=12, members=20), moment).verdict is OPEN


def test_officials_count_only_where_a_rule_counts_them() -> None:
    people = [{"groups": ["women"]}, {"groups": ["men"]}, {"groups": ["women"], "role": "official"}]
    session = meeting(people=people, heads=2)
    counted = rule("2/3", who_counts={"roles": ["participant", "representative", "official"]})
    assert (found(session, rule("2/3")).low, found(session, rule("2/3")).verdict) == ("1/2", NOT_MET)
    assert (found(session, counted).low, found(session, counted).verdict) == ("2/3", MET)


def test_only_those_of_an_age_count() -> None:
    people = [{"age": 14, "groups": ["women"]}, {"age": 15, "groups": ["men"]}, {"age": 40, "groups": ["women"]}]
    asked = rule("1/2", who_counts={"youngest": 15})
    assert (found(meeting(people=people), asked).low, found(meeting(people=people), asked).verdict) == ("1/2", MET)


@pytest.mark.parametrize(
    ("unknowns", "low", "high", "verdict"),
    [
        ("bounds", "27/84", "29/84", OPEN),
        ("count_as_not", "27/84", "27/84", NOT_MET),
        ("leave_out", "27/82", "27/82", NOT_MET),
    ],
)
def test_unknowns_are_treated_as_the_rule_says(unknowns: str, low: str, high: str, verdict: Verdict) -> None:
    tallies = [{"group": "women", "count": 27}, {"group": "men", "count": 55}]
    finding = found(meeting(heads=84, tallies=tallies), rule("1/3", unknowns=unknowns))
    assert (finding.low, finding.high, finding.verdict) == (low, high, verdict)


@pytest.mark.parametrize(
    ("rounding", "seats", "needed"),
    [("exact", 10, 4), ("up", 10, 4), ("half_up", 10, 3), ("half_up", 11, 4), ("half_up", 12, 4), ("exact", 11, 4)],
)
def test_whole_persons_are_not_statutory_rounding(rounding: str, seats: int, needed: int) -> None:
    asked = rule("1/3", denominator="seats", rounding=rounding)
    finding = found(women(needed - 1, 60, seats=seats), asked)
    assert (finding.needed, finding.verdict, finding.short_same_total) == (needed, NOT_MET, 1)
    assert found(women(needed, 60, seats=seats), asked).verdict is MET
