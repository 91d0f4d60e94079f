"""Whole numbers as typed in any script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrplanner.model.errors import Refused
from hrplanner.words.catalog import Catalog
from hrplanner.words.languages import LANGUAGES
from hrplanner.words.numbers import whole_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("84", 84), ("८४", 84), ("৮৪", 84), ("１２", 12), (" 84 ", 84), ("0", 0),
        ("1,234", 1234), ("1.234", 1234), ("12,34,567", 1234567), ("१,२३४", 1234),
    ],
)  # fmt: skip
def test_digits_of_any_script_grouped_or_not(typed: str, number: int) -> None:
    assert whole_number(typed) == number


@pytest.mark.parametrize("typed", ["", "about 80", "1.5", "-3", "1,23", "1,2,3", "८४a", "1,234.567,89", "²", "9" * 30])
def test_anything_else_is_refused_and_not_guessed(typed: str) -> None:
    with pytest.raises(Refused):
        whole_number(typed)


@given(st.sampled_from(sorted(LANGUAGES)), st.integers(min_value=0, max_value=999_999_999))
def test_what_a_catalog_writes_can_be_typed_again(code: str, n: int) -> None:
    assert whole_number(Catalog(code).number(n)) == n
