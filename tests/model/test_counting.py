"""How many, of whom: every way of counting a meeting, against what the published contract says it gives."""

from __future__ import annotations

import pytest

from hrplanner.model.counting import attendees, listed, not_stated
from hrplanner.model.counts import NOTHING, Count, exactly
from hrplanner.model.groups import AGE, SEX, Dimension
from tests.model.meetings import all_of, any_of, meeting, people

WOMEN_AND_MEN = [{"group": "women", "count": 45}, {"group": "men", "count": 37}]
CASTE = Dimension("caste")


# ------------------------------------------------------------------------------------------ N


@pytest.mark.parametrize(
    ("fields", "number"),
    [
        ({"heads": 84, "signatures": 90, "slips": 71, "tallies": WOMEN_AND_MEN}, 84),
        ({"signatures": 80, "slips": 71, "tallies": WOMEN_AND_MEN}, 80),
        ({"slips": 71, "tallies": WOMEN_AND_MEN}, 82),
        ({"tallies": WOMEN_AND_MEN, "not_stated": {"sex": 2}}, 84),
        ({"tallies": [{"group": "women", "count": 45}], "not_stated": {"sex": 2}}, 47),
        ({"tallies": WOMEN_AND_MEN, "people": people(*[["women"]] * 83)}, 83),
        ({"tallies": [*WOMEN_AND_MEN, {"group": "age_0_14", "count": 3}, {"group": "age_15_up", "count": 99}]}, 102),
        ({"heads": 0}, 0),
    ],
)
def test_heads_beat_signatures_beat_lists_and_tallies(fields: dict[str, object], number: int) -> None:
    assert attendees(meeting(**fields)) == exactly(number)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"slips": 71},
        {"tallies": [{"group": "women", "count": 45}]},
        {"tallies": [{"group": "dalit", "count": 9}, {"group": "janajati", "count": 5}]},
        {"tallies": [{"group": "women", "low": 40, "high": 50}, {"group": "men", "count": 37}]},
        {"tallies": [{"group": "women", "percent": "55"}, {"group": "men", "percent": "45"}]},
        {"people": [{"role": "official", "groups": ["women"]}]},
    ],
)
def test_how_many_came_is_not_guessed(fields: dict[str, object]) -> None:
    assert attendees(meeting(**fields)) == NOTHING


def test_about_80_keeps_its_range() -> None:
    assert attendees(meeting(heads=80, heads_low=70, heads_high=90)) == Count(None, 70, 90)
    assert attendees(meeting(signatures=60, heads_low=70)) == Count(None, 70, None)
    assert attendees(meeting(heads=80, heads_high=90)) == Count(None, 0, 90)


def test_two_counters_of_one_group_are_no_complete_tally() -> None:
    counted = [{"group": "women", "count": 20, "counted_by": who} for who in ("A", "B")]
    assert attendees(meeting(tallies=counted)) == NOTHING
    assert any_of(meeting(tallies=counted, heads=84), "women") == exactly(40)


def test_the_three_totals_are_kept_as_they_are() -> None:
    kept = meeting(heads=84, signatures=90, slips=71)
    assert (kept.heads, kept.signatures, kept.slips) == (84, 90, 71)


@pytest.mark.parametrize("role", ["official", "elected", "presiding", "secretary", "facilitator", "observer", "press"])
def test_those_on_duty_are_counted_apart(role: str) -> None:
    session = meeting(people=people(["women"], {"role": role, "groups": ["women"]}))
    assert attendees(session) == any_of(session, "women") == exactly(1)


def test_listed_people_are_among_the_heads() -> None:
    session = meeting(heads=84, people=people(["women"], ["men"], []))
    assert any_of(session, "women") == Count(known=1, low=1, high=1 + 1 + 81)


# ------------------------------------------------------------------------------------------ sex and age


def test_what_two_tallies_leave_of_all_is_not_stated() -> None:
    session = meeting(heads=84, tallies=WOMEN_AND_MEN)
    assert any_of(session, "women") == Count(known=45, low=45, high=47)
    assert any_of(session, "men") == Count(known=37, low=37, high=39)
    assert any_of(session, "another_gender") == Count(known=None, low=0, high=2)
    assert not_stated(session, SEX) == 2


def test_a_single_tallied_group_is_exact_unless_some_did_not_say() -> None:
    women = [{"group": "women", "count": 45}]
    assert any_of(meeting(heads=84, tallies=women), "women") == exactly(45)
    assert any_of(meeting(tallies=women), "women") == exactly(45)
    assert any_of(meeting(heads=84, tallies=women, not_stated={"sex": 2}), "women") == Count(45, 45, 47)


def test_a_single_tally_says_nothing_of_the_other_groups() -> None:
    session = meeting(heads=84, tallies=[{"group": "women", "count": 45}])
    assert any_of(session, "men") == Count(known=None, low=0, high=39)
    assert any_of(session, "women", "another_gender") == Count(known=45, low=45, high=84)


def test_a_tally_of_a_band_is_not_the_tally_of_a_wider_one() -> None:
    session = meeting(heads=84, tallies=[{"group": "age_18_24", "count": 10}])
    assert any_of(session, "age_18_24") == exactly(10)
    assert any_of(session, "age_15_24") == Count(known=10, low=10, high=84)
    assert any_of(session, "age_20_22").low == 0


def test_bands_inside_one_another_count_nobody_twice() -> None:
    bands = [
        {"group": "age_15_24", "count": 20},
        {"group": "age_18_24", "count": 12},
        {"group": "age_60_up", "count": 10},
    ]
    session = meeting(heads=84, tallies=bands)
    assert any_of(session, "age_15_24") == Count(known=20, low=20, high=74)
    assert any_of(session, "age_18_24").low == 12
    assert not_stated(session, AGE) == 54
    assert not any_of(meeting(heads=35, tallies=bands), "age_15_24").contradictory


def test_bands_that_meet_in_part_are_open_in_part() -> None:
    bands = [
        {"group": "age_0_17", "count": 5},
        {"group": "age_18_29", "count": 20},
        {"group": "age_30_up", "count": 35},
    ]
    session = meeting(heads=60, tallies=bands)
    assert any_of(session, "age_15_24") == Count(known=None, low=0, high=25)
    assert any_of(session, "age_0_24") == Count(known=5, low=5, high=25)
    assert any_of(session, "age_18_up") == exactly(55)


def test_a_tally_beats_the_list_within_its_dimension_only() -> None:
    listed_people = people(["men", "dalit"], ["men", "dalit"], ["women"])
    session = meeting(heads=10, people=listed_people, tallies=[{"group": "women", "count": 6}])
    assert any_of(session, "women") == exactly(6)
    assert any_of(session, "dalit") == Count(known=2, low=2, high=10)


def test_a_sum_above_all_is_kept_and_contradicts() -> None:
    count = any_of(meeting(heads=80, tallies=WOMEN_AND_MEN), "women")
    assert (count.known, count.low, count.contradictory) == (45, 45, True)
    more = meeting(heads=84, tallies=WOMEN_AND_MEN, not_stated={"sex": 3})
    assert any_of(more, "women").contradictory
    assert any_of(meeting(heads=46, tallies=WOMEN_AND_MEN[:1], not_stated={"sex": 2}), "women").contradictory


# ------------------------------------------------------------------------------------------ what overlaps


def test_a_dalit_woman_of_19_counts_in_three_groups_and_once_in_all() -> None:
    session = meeting(people=people({"groups": ["women", "dalit"], "age": 19}))
    assert attendees(session) == exactly(1)
    for code in ("women", "dalit", "age_18_24", "age_15_24"):
        assert any_of(session, code) == exactly(1)
    assert all_of(session, "women", "dalit", "age_18_24") == exactly(1)


def test_groups_that_overlap_may_add_up_to_more_than_came() -> None:
    tallies = [{"group": "small_farmers", "count": 60}, {"group": "fishers", "count": 50}]
    session = meeting(heads=84, tallies=tallies)
    assert any_of(session, "small_farmers") == exactly(60)
    assert any_of(session, "fishers") == exactly(50)
    assert any_of(session, "small_farmers", "fishers") == Count(None, 60, 84)
    assert all_of(session, "small_farmers", "fishers") == Count(None, 26, 50)


def test_one_who_comes_for_two_groups_is_one_person() -> None:
    session = meeting(people=people(["ngos", "womens_organisations"], ["ngos"]))
    assert (
        attendees(session) == any_of(session, "ngos", "womens_organisations") == any_of(session, "ngos") == exactly(2)
    )
    assert any_of(session, "womens_organisations") == exactly(1)


def test_a_group_of_the_dimension_without_a_tally_was_not_counted() -> None:
    session = meeting(heads=84, tallies=[{"group": "dalit", "count": 9}])
    assert any_of(session, "janajati") == Count(None, 0, 84)
    assert any_of(session, "dalit", "janajati") == Count(None, 9, 84)


def test_more_of_a_group_than_came_contradicts() -> None:
    assert any_of(meeting(heads=84, tallies=[{"group": "dalit", "count": 85}]), "dalit").contradictory


def test_not_stated_opens_an_overlapping_tally_too_but_not_beyond_all() -> None:
    tallies = [{"group": "dalit", "low": 8, "high": 80}]
    assert any_of(meeting(heads=84, tallies=tallies, not_stated={"caste": 10}), "dalit") == Count(None, 8, 84)


# ------------------------------------------------------------------------------------------ estimates, percents


def test_19_percent_of_443_is_82_to_86_people() -> None:
    session = meeting(heads=443, tallies=[{"group": "age_60_up", "percent": "19"}])
    assert any_of(session, "age_60_up") == Count(known=None, low=82, high=86)


def test_a_digit_more_makes_a_percent_finer() -> None:
    session = meeting(heads=443, tallies=[{"group": "women", "percent": "19.0"}])
    assert any_of(session, "women") == Count(known=None, low=84, high=84)


def test_a_percent_without_a_base_says_no_number() -> None:
    assert any_of(meeting(tallies=[{"group": "women", "percent": "19"}]), "women") == NOTHING


def test_a_percent_that_no_number_of_people_rounds_to_contradicts() -> None:
    count = any_of(meeting(heads=3, tallies=[{"group": "women", "percent": "50"}]), "women")
    assert count.contradictory
    assert count.high is not None
    assert count.low <= count.high


def test_a_percent_of_about_80_is_as_wide_as_both() -> None:
    session = meeting(heads_low=70, heads_high=90, tallies=[{"group": "women", "percent": "19"}])
    assert any_of(session, "women") == Count(None, 13, 17)


def test_an_estimate_keeps_its_range_beside_an_exact_tally() -> None:
    tallies = [{"group": "women", "low": 8, "high": 12}, {"group": "men", "count": 60}]
    session = meeting(heads=84, tallies=tallies)
    assert any_of(session, "women") == Count(None, 8, 24)
    assert any_of(session, "men") == Count(60, 60, 76)


# ------------------------------------------------------------------------------------------ not known


def test_blank_is_not_zero() -> None:
    assert any_of(meeting(heads=84), "women") == Count(known=None, low=0, high=84)
    assert any_of(meeting(), "women") == NOTHING
    none = [{"group": "women", "count": 0}]
    assert any_of(meeting(heads=84, tallies=none), "women") == exactly(0)


def test_silence_no_and_not_asked_are_three_answers() -> None:
    silent: dict[str, object] = {"groups": []}
    no, yes = {"not_in": ["dalit"]}, {"groups": ["dalit"]}
    assert any_of(meeting(people=people(silent, no, yes)), "dalit") == Count(known=1, low=1, high=2)
    assert any_of(meeting(people=people(no, no)), "dalit") == exactly(0)
    assert any_of(meeting(people=people(silent), not_asked=["caste"]), "dalit") == Count(None, 0, 1)
    assert any_of(meeting(people=people(no)), "janajati") == Count(None, 0, 1)


def test_one_who_named_a_group_of_the_dimension_has_stated_it() -> None:
    session = meeting(people=people(["janajati"], ["men"]))
    assert any_of(session, "dalit") == Count(known=0, low=0, high=1)
    assert not_stated(session, CASTE) == 1


def test_a_list_shorter_than_the_heads_leaves_the_rest_not_stated() -> None:
    session = meeting(heads=10, people=people(["women"], ["men"], []))
    assert not_stated(session, SEX) == 8
    assert any_of(session, "women") == Count(known=1, low=1, high=9)


def test_a_list_longer_than_the_heads_contradicts() -> None:
    assert any_of(meeting(heads=1, people=people(["women"], ["men"])), "women").contradictory


def test_an_age_decides_where_a_band_leaves_it_open() -> None:
    rows = people({"age": 19}, {"groups": ["age_15_24"]}, {"groups": ["age_25_39"]}, {"age": 2})
    assert any_of(meeting(people=rows), "age_18_24") == Count(known=1, low=1, high=2)
    assert any_of(meeting(people=rows), "age_0_14") == exactly(1)


def test_all_of_asks_one_person_at_a_time() -> None:
    rows = people(["women", "dalit"], ["women"], ["men", "dalit"], {"groups": ["women"], "not_in": ["dalit"]})
    assert all_of(meeting(people=rows), "women", "dalit") == Count(known=1, low=1, high=2)
    assert any_of(meeting(people=rows), "women", "dalit") == exactly(4)


def test_all_of_tallies_stays_between_the_bounds_that_numbers_allow() -> None:
    session = meeting(heads=84, tallies=[*WOMEN_AND_MEN, {"group": "dalit", "count": 50}])
    assert all_of(session, "women", "dalit") == Count(None, 11, 47)
    assert all_of(session, "women") == any_of(session, "women")


def test_only_participants_stand_on_the_list_that_counts() -> None:
    session = meeting(people=people(["women"], {"role": "representative"}, {"role": "press"}))
    assert len(listed(session)) == 2
