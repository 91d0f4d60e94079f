"""Numbers, days and words as people write them; what is not known is never zero, and nothing is guessed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrplanner.model.groups import is_group
from hrplanner.storage.exchange.amounts import Estimate, Percent, Unreadable, read_count, read_money, read_percent
from hrplanner.storage.exchange.days import Day, read_day, read_time
from hrplanner.storage.exchange.markup import text_of_html
from hrplanner.storage.exchange.wordlists import About, folded, wordlists


def answer(read: Callable[[object], object], cell: object) -> object:
    """What reading the cell gives, or its refusal."""
    try:
        return read(cell)
    except Unreadable as refused:
        return refused


@pytest.mark.parametrize(
    ("cell", "count"),
    [
        ("84", 84), ("৮৪ জন", 84), ("৬টি", 6), ("२५", 25), ("25명", 25), ("١٢", 12), ("８４", 84), (" 84 people ", 84),
        ("1,234", 1234), ("12,34,567", 1_234_567), ("25.0", 25), (25.0, 25), (25, 25), ("0", 0), ("0042", 42),
        ("২ কোটি ২০ লাখ", 22_000_000), ("1.5 lakh", 150_000), ("3천명", 3_000), ("12 orang", 12),
    ],
)  # fmt: skip
def test_counts(cell: object, count: int) -> None:
    assert read_count(cell) == count


@pytest.mark.parametrize("cell", ["", "  ", "\u00a0", None, "N/A", "n/a", "-", "?", "unknown", "অজানা", "미상"])
def test_blank_and_unknown_are_not_zero(cell: object) -> None:
    assert read_count(cell) is None


@pytest.mark.parametrize(
    ("cell", "low", "high"),
    [
        ("80여명", 72, 90), ("약 30명", 27, 33), ("about 80", 72, 88), ("~ 80", 72, 88), ("প্রায় ১০০ জন", 90, 110),
        ("80-100", 80, 100), ("80 – 100 people", 80, 100),
    ],
)  # fmt: skip
def test_estimates_stay_estimates(cell: str, low: int, high: int) -> None:
    assert read_count(cell) == Estimate(low, high)


def test_a_mapping_says_how_wide_an_estimate_is() -> None:
    assert read_count("80여명", about=About(5, 20)) == Estimate(76, 96)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("কাংখিত", "not_a_number"), ("many", "not_a_number"), ("-5", "below_zero"), (-5, "below_zero"),
        ("19%", "percent_not_count"), ("2.5", "not_whole"), (2.5, "not_whole"), ("1.234", "not_whole"),
        ("84 women and 3 goats", "unit_unknown"), ("84 goats", "unit_unknown"), (True, "not_a_number"),
        (float("nan"), "not_a_number"), (float("inf"), "not_a_number"), (1e300, "number_too_large"),
        ("9" * 40, "number_too_large"), ("100-80", "not_a_number"), ("5 6", "not_a_number"),
    ],
)  # fmt: skip
def test_what_is_no_count_is_refused(cell: object, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_count(cell)
    assert str(refused.value) == code


def test_a_mapping_names_its_own_units() -> None:
    assert read_count("84 goats", units=["goats"]) == 84


@given(st.integers(0, 10**9), st.sampled_from("٠०০০௦๐０"))
def test_every_script_counts_alike(number: int, zero: str) -> None:
    assert read_count("".join(chr(ord(zero) + int(digit)) for digit in str(number))) == number


@given(st.text(max_size=30))
def test_any_text_is_a_count_an_estimate_unknown_or_refused(text: str) -> None:
    for read in (read_count, read_money, read_percent):
        assert isinstance(answer(read, text), int | Estimate | Percent | Unreadable | None)


@pytest.mark.parametrize(
    ("cell", "amount"),
    [("২ কোটি ২০ লাখ টাকা", 22_000_000), ("Rs. 1,234.50", 1_235), ("400000.0", 400_000), ("€ 75000", 75_000), (75.5, 76)],
)
def test_money(cell: object, amount: int) -> None:
    assert read_money(cell) == amount


@pytest.mark.parametrize(
    ("cell", "text"), [("19%", "19"), ("১৯%", "19"), ("54.5 %", "54.5"), ("12,5", "12.5"), (7, "7")]
)
def test_percents_are_kept_as_written(cell: object, text: str) -> None:
    assert read_percent(cell) == Percent(text)


@pytest.mark.parametrize(("cell", "code"), [("101%", "above_hundred_percent"), ("half", "not_a_percent")])
def test_what_is_no_percent_is_refused(cell: str, code: str) -> None:
    with pytest.raises(Unreadable, match=code):
        read_percent(cell)


@pytest.mark.parametrize(
    ("cell", "formats", "day", "kept"),
    [
        ("২১-০৯-২০১৪", ("%d-%m-%Y",), "2014-09-21", False),
        ("16/10/2016", ("%d-%m-%Y", "%d/%m/%Y"), "2016-10-16", False),
        ("Jumat, 27/09/2024", ("%d/%m/%Y",), "2024-09-27", True),
        ("11 Februari 2020", (), "2020-02-11", False),
        ("14 November 2011", (), "2011-11-14", False),
        ("2025/9/19", (), "2025-09-19", False),
        ("2019. 11. 25.(월) 16:30", ("%Y. %m. %d.",), "2019-11-25", True),
        ("2024-05-22 22:14:51", (), "2024-05-22", False),
        ("2024-05-22T22:14:51.000+07:00", (), "2024-05-22", False),
        (dt.datetime(2026, 5, 12, 9, 30), (), "2026-05-12", False),
        (dt.date(2026, 5, 12), (), "2026-05-12", False),
    ],
)
def test_days(cell: object, formats: tuple[str, ...], day: str, kept: bool) -> None:
    assert read_day(cell, formats=formats) == Day(dt.date.fromisoformat(day), str(cell) if kept else None)


@pytest.mark.parametrize(
    ("cell", "day"),
    [("२०८३ बैशाख २९", "2026-05-12"), ("2083-1-29", "2026-05-12"), ("२१ जेठ २०८२ (प्रकाशन मिति)", "2025-06-04")],
)
def test_days_of_bikram_sambat_keep_their_words(cell: str, day: str) -> None:
    assert read_day(cell, calendar="bs") == Day(dt.date.fromisoformat(day), cell)


@pytest.mark.parametrize(
    "cell",
    ["10 November", "বৃহস্পতিবার (১০ নভেম্বর) দুপুর ১২টা", "15일(월) 오후 6시 30분", "10일", "2015. 4. 30.(목) ~ 5. 8.(금)",
     "7 फ़रवरी दिन बुधवार", "next Monday"],
)  # fmt: skip
def test_part_of_a_date_is_kept_as_written(cell: str) -> None:
    assert read_day(cell, formats=("%Y. %m. %d.",)) == Day(None, cell)
    assert read_day(cell) == Day(None, cell)


@pytest.mark.parametrize(
    ("cell", "formats", "code"),
    [
        ("5", (), "not_a_date"), (5, (), "not_a_date"), (45000.0, (), "not_a_date"), (True, (), "not_a_date"),
        ("২০১৬", (), "not_a_date"), ("31/02/2016", ("%d/%m/%Y",), "no_such_day"),
        ("05/06/2016", (), "date_order_unclear"),
        ("2016-10-16", ("%d/%m/%Y",), "not_a_date"),
    ],
)  # fmt: skip
def test_what_is_no_day_is_refused(cell: object, formats: tuple[str, ...], code: str) -> None:
    with pytest.raises(Unreadable, match=code):
        read_day(cell, formats=formats)


@given(
    st.one_of(st.text(max_size=25), st.integers(), st.floats(), st.none()),
    st.sampled_from(["gregorian", "bs", "bangla"]),
)
def test_any_cell_is_a_day_or_words_or_refused(cell: object, calendar: str) -> None:
    found = answer(partial(read_day, calendar=calendar), cell)
    assert isinstance(found, Unreadable | None) or (isinstance(found, Day) and (found.date or found.as_written))


@given(
    st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1)),
    st.sampled_from(["%d/%m/%Y", "%Y-%m-%d", "%d %B %Y", "%m.%d.%Y"]),
)
def test_a_day_comes_back_from_its_format(day: dt.date, form: str) -> None:
    months = [
        "januari",
        "february",
        "mart",
        "abril",
        "mei",
        "june",
        "juli",
        "ago",
        "september",
        "oktubre",
        "nov",
        "diciembre",
    ]
    written = form.replace("%B", months[day.month - 1])
    assert read_day(day.strftime(written), formats=(form,)) == Day(day, None)


@pytest.mark.parametrize(
    ("cell", "time"), [("9:05", "09:05"), ("১৬:৩০", "16:30"), ("3:00 pm", "15:00"), ("12:10 am", "00:10")]
)
def test_times(cell: str, time: str) -> None:
    assert read_time(cell) == time
    assert read_time(dt.time(16, 30)) == "16:30"
    with pytest.raises(Unreadable, match="not_a_time"):
        read_time("25:00")


def test_markup_goes_and_words_stay() -> None:
    markup = '<div>A &amp; B<script>alert(1)</script></div><p onclick="x()">C <b>d</b><br>e</p><img src="file:///x">'
    assert text_of_html(markup) == "A & B\nC d\ne"
    assert text_of_html("a < b, c > d") == "a < b, c > d"


def test_words_for_groups_in_seven_languages_and_more() -> None:
    words = wordlists().groups
    for women in ["F", "female", "महिला", "mahila", "নারী", "মহিলা", "perempuan", "babae", "여성", "mujer", "dona"]:
        assert words[folded(women)] == "women"
    for men in ["M", "male", "पुरुष", "পুরুষ", "laki-laki", "lalaki", "남성", "hombre"]:
        assert words[folded(men)] == "men"
    assert all(map(is_group, words.values()))
    assert not words.keys() & wordlists().silence


@pytest.mark.parametrize("cell", ["২৯ বৈশাখ ১৪৩৩", "29 Boishakh 1433", "1433-01-29"])
def test_a_column_may_be_in_the_bangla_calendar(cell: str) -> None:
    assert read_day(cell, calendar="bangla") == Day(dt.date(2026, 5, 12), cell)


def test_a_day_that_the_bangla_calendar_has_not_is_refused() -> None:
    with pytest.raises(Unreadable, match="no_such_day"):
        read_day("30 Falgun 1431", calendar="bangla")
