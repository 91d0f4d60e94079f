"""A catalog says messages, numbers and dates as people of its language write them."""

import datetime as dt
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrplanner.words.catalog import Catalog
from hrplanner.words.labels.words import word
from hrplanner.words.languages import LANGUAGES

DAY = dt.date(2026, 5, 12)


@pytest.mark.parametrize(
    ("code", "number", "day"),
    [
        ("en", "1,234,567", "12 May 2026"),
        ("id", "1.234.567", "12 Mei 2026"),
        ("fil", "1,234,567", "Mayo 12, 2026"),
        ("ne", "१२,३४,५६७", "२०२६ मे १२"),
        ("hi", "12,34,567", "12 मई 2026"),
        ("bn", "১২,৩৪,৫৬৭", "১২ মে ২০২৬"),
        ("ko", "1,234,567", "2026년 5월 12일"),
    ],
)
def test_numbers_and_days_follow_the_language(code: str, number: str, day: str) -> None:
    catalog = Catalog(code)
    assert (catalog.number(1_234_567), catalog.date(DAY)) == (number, day)


def test_a_share_is_written_whole_in_the_digits_of_the_language() -> None:
    assert Catalog("ne").fraction(42, 84) == "४२/८४"
    assert Catalog("hi").fraction(42, 84) == "42/84"
    assert Catalog("hi", own_digits=True).fraction(42, 84) == "४२/८४"
    assert Catalog().bounds(3, 12, 84) == "3 to 12/84"
    assert Catalog().bounds(3, 3, None) == "3/?"


def test_numbers_in_a_message_follow_the_language_and_codes_stay() -> None:
    said = Catalog("ne").say("{code}: {n} at {at}", code="W5-2026-014", n=1234, at=dt.time(9, 5))
    assert said == "W5-2026-014: १,२३४ at ०९:०५"


def test_both_calendars_for_nepal_the_local_one_first_on_nepali_paper() -> None:
    assert Catalog("en").date_with_local(DAY, "np") == "12 May 2026 (BS 2083 Baisakh 29)"
    assert Catalog("ne").date_with_local(DAY, "np").startswith("२०८३ वैशाख २९ (")
    assert Catalog("en").date_with_local(DAY, "id") == "12 May 2026"


def test_a_day_whose_month_is_not_announced_yet_is_called_provisional() -> None:
    assert "provisional" in Catalog().date_with_local(dt.date(2028, 1, 1), "np")
    assert "provisional" not in Catalog().date_with_local(dt.date(2027, 6, 14), "np")


def test_a_day_outside_the_table_is_written_without_its_local_date() -> None:
    assert Catalog().date_with_local(dt.date(1890, 1, 1), "np") == "1 January 1890"


def test_lists_read_as_a_phrase() -> None:
    assert Catalog().list(["a", "b", "c"]) == "a, b and c"
    assert Catalog("ne").list(["a", "b", "c"]) == "a, b र c"
    assert Catalog().list(["a"]) == "a"
    assert Catalog().list([]) == ""


@given(st.text())
def test_what_people_typed_is_never_read_as_a_placeholder(text: str) -> None:
    assert Catalog().say("“{text}” was kept", text=text) == f"“{text}” was kept"


@given(st.sampled_from(sorted(LANGUAGES)), st.integers(min_value=0, max_value=10**9))
def test_every_number_can_be_read_back(code: str, n: int) -> None:
    written = Catalog(code).number(n)
    assert int("".join(mark for mark in written if mark.isdecimal())) == n


@pytest.mark.parametrize("code", sorted(LANGUAGES))
@pytest.mark.parametrize("n", [0, 1, 2, 5, 21])
def test_every_language_has_a_form_for_every_number(code: str, n: int) -> None:
    assert Catalog(code).count("{n} day late", "{n} days late", n)


def test_english_counts() -> None:
    assert Catalog().count("{n} person", "{n} people", 1) == "1 person"
    assert Catalog().count("{n} person", "{n} people", 0) == "0 people"


def test_a_language_the_program_does_not_speak_is_english() -> None:
    assert Catalog("xx").date(DAY) == "12 May 2026"
    assert Catalog("ne_NP").own_name == "नेपाली"


def test_saying_english_words_loads_neither_babel_nor_the_nepali_calendar() -> None:
    program = (
        "import sys; from hrplanner.words.catalog import Catalog; Catalog().say('Add');"
        "print(sorted({'babel', 'nepali_datetime'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_voice_says_the_same_thing_in_its_own_words() -> None:
    assert word(Catalog(voice="rights"), "role", "official") == "Duty-bearer"
    assert word(Catalog("id", voice="rights"), "role", "official") == "Pengemban kewajiban"
    assert Catalog(voice="rights").say("Promises made") == "Commitments made"


def test_a_voice_without_words_of_its_own_speaks_everyday_words() -> None:
    assert word(Catalog(voice="rights"), "verdict", "met") == "Met"
    assert word(Catalog(voice="sdg"), "role", "official") == "Official"
    assert word(Catalog("ne", voice="sdg"), "verdict", "met") == word(Catalog("ne"), "verdict", "met")
