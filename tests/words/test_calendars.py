"""Days as people type them, in either calendar and in any digits, and the years of budgets."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrplanner.model.errors import Refused
from hrplanner.words.calendars import FIRST_COVERED, LAST_COVERED, from_bs, read_date, to_bs
from hrplanner.words.catalog import Catalog
from hrplanner.words.fiscal import fiscal_year
from hrplanner.words.languages import LANGUAGES

DAY = dt.date(2026, 5, 12)


@pytest.mark.parametrize(
    "typed",
    [
        "2083-1-29", "२०८३-०१-२९", "2083/01/29", "२०८३ बैशाख २९", "२०८३ साल वैशाख २९ गते", "29 Baisakh 2083",
        "2026-05-12", "12 May 2026", "May 12, 2026", "12/05/2026", "12.5.2026", "२०२६ मे १२", "১২ মে ২০২৬",
        "12 Mei 2026", "Mayo 12, 2026", "2026년 5월 12일",
    ],
)  # fmt: skip
def test_either_calendar_may_be_typed_in_a_book_that_counts_in_bikram_sambat(typed: str) -> None:
    assert read_date(typed, calendar="bs") == DAY


@pytest.mark.parametrize("typed", ["2083-02-33", "2026-02-30", "31/04/2026", "29 February 2025"])
def test_a_day_that_does_not_exist_is_refused(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        read_date(typed, calendar="bs")
    assert refused.value.code == "no_such_day"


@pytest.mark.parametrize(
    "typed", ["", "soon", "12", "12/05/26", "12 Nonesuch 2026", "10 November", "2026-05-12-01", "१२ मे"]
)
def test_half_a_date_is_refused_and_never_completed(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        read_date(typed)
    assert refused.value.code == "not_a_date"


def test_a_year_beyond_the_table_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        from_bs(2091, 1, 1)
    assert refused.value.code == "date_outside_calendar"


@given(st.dates(min_value=FIRST_COVERED, max_value=LAST_COVERED))
def test_bikram_sambat_and_back(day: dt.date) -> None:
    assert from_bs(*to_bs(day)) == day


@given(st.sampled_from(sorted(LANGUAGES)), st.dates(dt.date(1950, 1, 1), dt.date(2030, 12, 31)))
def test_what_a_catalog_writes_can_be_typed_again(code: str, day: dt.date) -> None:
    assert read_date(Catalog(code).date(day)) == day


@pytest.mark.parametrize(
    ("country", "label", "first", "last"),
    [
        ("np", "2082/83", dt.date(2025, 7, 17), dt.date(2026, 7, 16)),
        ("bd", "2025-26", dt.date(2025, 7, 1), dt.date(2026, 6, 30)),
        ("in", "2026-27", dt.date(2026, 4, 1), dt.date(2027, 3, 31)),
        ("id", "2026", dt.date(2026, 1, 1), dt.date(2026, 12, 31)),
    ],
)
def test_the_budget_year_of_a_country(country: str, label: str, first: dt.date, last: dt.date) -> None:
    year = fiscal_year(DAY, country)
    assert (year.label, year.first, year.last) == (label, first, last)
