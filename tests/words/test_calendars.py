"""Days as people type them, in either calendar and in any digits, and the years of budgets."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrplanner.model.bangla_days import from_bangla, to_bangla
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


@given(
    st.sampled_from(sorted(LANGUAGES)),
    st.sampled_from(("bs", "bangla")),
    st.dates(dt.date(1990, 1, 1), dt.date(2033, 12, 31)),
)
def test_a_day_of_another_calendar_can_be_typed_as_it_is_written(code: str, calendar: str, day: dt.date) -> None:
    assert read_date(Catalog(code).date(day, calendar), calendar=calendar) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("২৯ বৈশাখ ১৪৩৩", DAY),
        ("২৯শে বৈশাখ ১৪৩৩ বঙ্গাব্দ", DAY),
        ("29 Boishakh 1433", DAY),
        ("১ বৈশাখ ১৪৩৩", dt.date(2026, 4, 14)),
        ("৮ ফাল্গুন ১৪২৬", dt.date(2020, 2, 21)),
        ("১২ চৈত্র ১৪৩২", dt.date(2026, 3, 26)),
        ("১ পৌষ ১৪৩৩", dt.date(2026, 12, 16)),
        ("৮ ফাল্গুন ১৪৩২", dt.date(2026, 2, 21)),
        ("30 Falgun 1430", dt.date(2024, 3, 14)),
        ("31 Ashwin 1426", dt.date(2019, 10, 16)),
    ],
)
def test_the_calendar_of_bangladesh_is_read_by_its_months(typed: str, day: dt.date) -> None:
    assert read_date(typed) == day


@pytest.mark.parametrize("typed", ["30 Falgun 1431", "31 Kartik 1433", "৩২ বৈশাখ ১৪৩৩", "1 Boishakh 1390"])
def test_a_day_that_the_bangla_calendar_has_not_is_refused(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        read_date(typed)
    assert refused.value.code == "no_such_day"


@given(st.dates(dt.date(1987, 4, 14), dt.date(2190, 1, 1)))
def test_every_day_has_one_place_in_the_bangla_calendar(day: dt.date) -> None:
    found = to_bangla(day)
    assert found is not None
    assert from_bangla(*found) == day


def test_months_of_nepal_are_written_in_the_letters_of_the_reader() -> None:
    written = {code: Catalog(code).date(DAY, "bs") for code in ("en", "ne", "bn", "hi", "ko")}
    assert written["bn"] == "২০৮৩ বৈশাখ ২৯"
    assert len({text.split()[1] for text in written.values()}) == 5


def test_a_page_of_bangladesh_says_both_days() -> None:
    assert Catalog("en", domain="printouts").date_with_local(DAY, "bd") == "12 May 2026 (Bangla year 29 Boishakh 1433)"
    assert "২৯ বৈশাখ ১৪৩৩" in Catalog("bn", domain="printouts").date_with_local(DAY, "bd")


@pytest.mark.parametrize(
    ("country", "label", "first", "last"),
    [
        ("np", "2082/83", dt.date(2025, 7, 17), dt.date(2026, 7, 16)),
        ("bd", "2025-26", dt.date(2025, 7, 1), dt.date(2026, 6, 30)),
        ("in", "2026-27", dt.date(2026, 4, 1), dt.date(2027, 3, 31)),
        ("id", "2026", dt.date(2026, 1, 1), dt.date(2026, 12, 31)),
        ("ph", "2026", dt.date(2026, 1, 1), dt.date(2026, 12, 31)),
        ("kr", "2026", dt.date(2026, 1, 1), dt.date(2026, 12, 31)),
    ],
)
def test_the_budget_year_of_a_country(country: str, label: str, first: dt.date, last: dt.date) -> None:
    year = fiscal_year(DAY, country)
    assert (year.label, year.first, year.last) == (label, first, last)
