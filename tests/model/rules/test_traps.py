"""Traps that were found in real rules and records, one test each: it fails where the trap is fallen into."""

from __future__ import annotations

import datetime as dt

import pytest

from hrplanner.model.counting import attendees, in_group_alone
from hrplanner.model.counts import NOTHING, exactly
from hrplanner.model.errors import Refused
from hrplanner.model.groups import GroupCode
from hrplanner.model.rules.composition import composed
from hrplanner.model.rules.findings import Verdict
from hrplanner.words.calendars import read_date
from hrplanner.words.numbers import whole_number
from tests.model.meetings import any_of, found, meeting, people, rule
from tests.model.rules.packs import committee

WOMEN = GroupCode("women")


def women(number: int, heads: int, **fields: object) -> object:
    return meeting(heads=heads, tallies=[{"group": "women", "count": number}], **fields)


@pytest.mark.parametrize("threshold", ["1/3", "33 %"])
def test_trap_01_a_share_that_is_shown_as_33_percent_is_below_both(threshold: str) -> None:
    assert found(women(659, 1999), rule(threshold)).verdict is Verdict.NOT_MET  # type: ignore[arg-type]


def test_trap_02_an_exact_hit_passes() -> None:
    assert found(women(2, 8), rule("1/4")).verdict is Verdict.MET  # type: ignore[arg-type]


def test_trap_03_a_word_where_a_number_was_planned_is_no_number() -> None:
    with pytest.raises(Refused):
        whole_number("desired")


def test_trap_04_what_was_held_with_nothing_planned_has_no_percentage() -> None:
    asked = rule("1/2", kind="quorum", numerator="attendees", denominator="invitees")
    finding = found(meeting(heads=5, invitees=0), asked)
    assert finding.verdict is not Verdict.MET
    assert finding.low in {None, "5/0"}


def test_trap_05_blank_is_not_zero() -> None:
    assert in_group_alone(meeting(heads=25), WOMEN).known is None
    assert found(meeting(heads=25), rule()).verdict is Verdict.CANNOT_DETERMINE
    assert found(women(0, 25), rule()).verdict is Verdict.NOT_MET  # type: ignore[arg-type]


def test_trap_06_more_turns_than_people_is_normal() -> None:
    session = meeting(heads=179, turns=[{"group": "women", "role": "raised", "count": 410}])
    assert (attendees(session), session.turns[0].count) == (exactly(179), 410)


def test_trap_07_an_end_before_the_start_is_kept_as_printed() -> None:
    session = meeting(start="14:00", end="11:30")
    assert (session.start, session.end) == ("14:00", "11:30")


def test_trap_08_a_participant_of_two_years_is_kept_and_counted() -> None:
    session = meeting(people=[{"age": 2}, {"age": 40}])
    assert in_group_alone(session, GroupCode("age_0_14")) == exactly(1)


@pytest.mark.parametrize(("number", "verdict"), [(30, "met"), (23, "not_met"), (27, "cannot_determine")])
def test_trap_09_about_80_decides_nothing_inside_its_range(number: int, verdict: str) -> None:
    session = meeting(heads_low=70, heads_high=90, tallies=[{"group": "women", "count": number}])
    assert str(found(session, rule()).verdict) == verdict


def test_trap_10_a_percent_without_a_base_is_no_number_of_people() -> None:
    session = meeting(tallies=[{"group": "women", "percent": "19"}])
    assert any_of(session, "women") == NOTHING
    assert found(session, rule()).verdict is Verdict.CANNOT_DETERMINE


def test_trap_11_no_year_is_guessed_and_a_local_day_is_read_in_its_calendar() -> None:
    with pytest.raises(Refused):
        read_date("10 November")
    assert read_date("2083-01-29", calendar="bs") == dt.date(2026, 5, 12)
    session = meeting(date_as_written="10 November")
    assert (session.date, session.date_as_written) == (None, "10 November")


@pytest.mark.parametrize(
    ("rounding", "seats", "enough"), [("half_up", 10, 3), ("half_up", 11, 4), ("up", 10, 4), ("exact", 10, 4)]
)
def test_trap_12_statutory_rounding_is_not_that_of_whole_persons(rounding: str, seats: int, enough: int) -> None:
    asked = rule("1/3", kind="composition", denominator="seats", rounding=rounding)
    for number, verdict in ((enough, Verdict.MET), (enough - 1, Verdict.NOT_MET)):
        body, held = committee("council", *["women"] * number, *["men"] * (seats - number))
        assert composed(asked, (body,), held, None)[0].verdict is verdict


def test_trap_13_of_two_texts_the_one_in_force_on_the_day_counts() -> None:
    count = {"kind": "count", "numerator": "attendees", "denominator": None}
    older, newer = rule("10", **count, valid_to="2026-05-31"), rule("15", **count, valid_from="2026-06-01")
    for day, verdicts in (("2026-05-12", ("met", "not_applicable")), ("2026-06-12", ("not_applicable", "not_met"))):
        session = meeting(heads=12, date=day)
        assert tuple(str(found(session, one).verdict) for one in (older, newer)) == verdicts


def test_trap_14_sums_that_disagree_are_kept_and_decide_nothing() -> None:
    tallies = [{"group": "women", "count": 700}, {"group": "men", "count": 715}]
    session = meeting(heads=1231, tallies=tallies)
    assert [one.count for one in session.tallies] == [700, 715]
    assert in_group_alone(session, WOMEN).contradictory
    assert found(session, rule()).verdict is Verdict.CANNOT_DETERMINE


def test_trap_15_an_outcome_that_is_not_defined_is_refused() -> None:
    with pytest.raises(Refused):
        meeting(issues=[{"text": "Water", "response": {"answer": "partial agreement"}}])


def test_trap_17_empty_seats_of_a_fully_organised_council_count() -> None:
    of_all, of_members = (rule("1/4", kind="composition", denominator=one) for one in ("fully_organised", "members"))
    body, seats = committee("council", *["women"] * 5, *["men"] * 13, places=22, empty=4)
    assert composed(of_all, (body,), seats, None)[0].verdict is Verdict.NOT_MET
    assert composed(of_members, (body,), seats, None)[0].verdict is Verdict.MET


def test_trap_18_a_chair_who_is_a_member_counts_once() -> None:
    body, seats = committee("council", "chair women", "men", "men")
    (finding,) = composed(rule("1/3", kind="composition", denominator="members"), (body,), seats, None)
    assert finding.low == "1/3"


def test_trap_19_who_signed_twice_is_no_second_person() -> None:
    session = meeting(heads=2, signatures=3, people=[{"signed": True}, {"signed": True}])
    assert (attendees(session), session.signatures) == (exactly(2), 3)
    assert attendees(meeting(people=[{"signed": True}, {"signed": True}])) == exactly(2)


def test_trap_20_who_comes_for_two_groups_is_one_person() -> None:
    session = meeting(people=people(["women", "dalit"], {"groups": ["men"], "not_in": ["dalit"]}))
    assert (attendees(session), any_of(session, "dalit", "women")) == (exactly(2), exactly(1))
