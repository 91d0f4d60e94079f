"""Thresholds as written: exact fractions, percents, people, the smaller of two."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrplanner.model.errors import Refused
from hrplanner.model.rules.thresholds import parse_threshold


@pytest.mark.parametrize(
    ("text", "whole", "amount"),
    [
        ("1/3", 1999, Fraction(1999, 3)),
        ("33 %", 1999, Fraction(1999 * 33, 100)),
        ("33%", 100, Fraction(33)),
        ("33.3 %", 1000, Fraction(333)),
        ("5%", 3109, Fraction(15545, 100)),
        ("1/4", 22, Fraction(11, 2)),
        ("50", 3109, Fraction(50)),
        ("min(1/10, 500)", 27985, Fraction(500)),
        ("min(1/10, 500)", 3109, Fraction(3109, 10)),
        ("min( 10 % ,100 )", 3109, Fraction(100)),
        ("max(1/10, 50)", 300, Fraction(50)),
    ],
)
def test_the_amount_of_a_whole_is_exact(text: str, whole: int, amount: Fraction) -> None:
    assert parse_threshold(text, counts_allowed=True).of(whole) == amount


@given(whole=st.integers(1, 100_000))
def test_a_third_is_always_more_than_33_percent(whole: int) -> None:
    third = parse_threshold("1/3", counts_allowed=False).of(whole)
    percent = parse_threshold("33 %", counts_allowed=False).of(whole)
    assert third is not None
    assert percent is not None
    assert third > percent


def test_a_share_of_an_unknown_whole_is_unknown_and_a_number_of_people_is_not() -> None:
    assert parse_threshold("5%", counts_allowed=True).of(None) is None
    assert parse_threshold("min(1/10, 500)", counts_allowed=True).of(None) is None
    assert parse_threshold("50", counts_allowed=True).of(None) == 50


@pytest.mark.parametrize("text", ["3", "33", "0", "min(3, 5)", "1/3..5"])
def test_a_bare_number_is_no_share(text: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_threshold(text, counts_allowed=False)
    assert refused.value.code == "threshold_is_bare_number"


@pytest.mark.parametrize("text", ["", "a third", "1/0", "-1/3", "33,3 %", "1/3 %", "min(1/3)", "0.33", "% 33"])
def test_what_is_not_understood_is_refused_as_written(text: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_threshold(text, counts_allowed=True)
    assert refused.value.code == "threshold_not_understood"
    assert refused.value.params == {"threshold": text}
