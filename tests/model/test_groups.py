"""Codes of groups, their dimensions, and age bands inside one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrplanner.model.errors import Refused
from hrplanner.model.groups import (
    COUNTRIES,
    Belongs,
    age_band,
    dimension_of,
    groups_of_country,
    in_group,
    is_group,
    standard_groups,
)

PUBLISHED = (
    "women", "men", "another_gender", "dalit", "indigenous", "persons_with_disabilities",
    "age_0_14", "age_15_17", "age_18_24", "age_25_39", "age_40_59", "age_60_up",
)  # fmt: skip


@pytest.mark.parametrize("code", PUBLISHED)
def test_the_published_codes_stay(code: str) -> None:
    assert is_group(code)
    assert code in standard_groups()


@pytest.mark.parametrize("country", [*COUNTRIES, "fj", None])
def test_every_country_begins_with_women_men_and_the_six_bands(country: str | None) -> None:
    codes = [group.code for group in groups_of_country(country)]
    assert codes[:9] == ["women", "men", "another_gender", *PUBLISHED[6:]]
    assert len(codes) == len(set(codes))


def test_a_land_without_a_list_of_its_own_asks_nothing_about_caste() -> None:
    assert "dalit" not in [group.code for group in groups_of_country("fj")]
    assert "dalit" in [group.code for group in groups_of_country("np")]


@pytest.mark.parametrize(
    ("wanted", "held", "answer"),
    [
        ("women", "women", Belongs.YES),
        ("women", "men", Belongs.NO),
        ("age_15_24", "age_18_24", Belongs.YES),
        ("age_18_24", "age_15_24", Belongs.UNKNOWN),
        ("age_15_24", "age_25_39", Belongs.NO),
        ("age_20_30", "age_18_24", Belongs.UNKNOWN),
        ("age_60_up", "age_65_up", Belongs.YES),
        ("age_65_up", "age_60_up", Belongs.UNKNOWN),
    ],
)
def test_one_band_says_of_another_what_its_years_say(wanted: str, held: str, answer: Belongs) -> None:
    assert in_group(wanted, held) is answer


ages = st.integers(0, 110)
bands = st.tuples(ages, ages).map(lambda ends: f"age_{min(ends)}_{max(ends)}")


@given(wanted=bands, held=bands, age=ages)
def test_bands_never_contradict_an_age(wanted: str, held: str, age: int) -> None:
    mine, theirs = age_band(wanted), age_band(held)
    assert mine is not None
    assert theirs is not None
    if theirs.holds(age):
        assert in_group(wanted, held) is not (Belongs.NO if mine.holds(age) else Belongs.YES)


@pytest.mark.parametrize("code", ["age_24_15", "age_x_y", "age_15", "Women", "woman", "", "age_0_1000"])
def test_what_nobody_knows_is_refused_by_name(code: str) -> None:
    assert not is_group(code)
    with pytest.raises(Refused) as refused:
        dimension_of(code)
    assert (refused.value.code, refused.value.params) == ("unknown_group", {"group": code})
