"""The languages of the program and what is fixed about each: its own name, its digits, the order of a date.

Names of months and days, plurals and the grouping of digits come from Babel, not from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

LATIN = "0123456789"
DEVANAGARI = "०१२३४५६७८९"
BENGALI = "০১২৩৪৫৬৭৮৯"


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language: `long`, `full` and `short` are patterns of a date; `clock` parts hours from minutes.

    `last_joint` stands before the last of a list where Babel's own joint does not read well.
    """

    code: str
    own_name: str
    script: str = "Latn"
    direction: str = "ltr"
    digits: str = LATIN
    digits_by_choice: str = LATIN
    long: str
    full: str
    short: str
    clock: str = ":"
    local_first: bool = False
    last_joint: str = ""
    plural_forms: str = "nplurals=2; plural=(n != 1);"


_EACH = (
    Language(
        code="en",
        own_name="English",
        long="{day} {month} {year}",
        full="{weekday} {day} {month} {year}",
        short="{year:04d}-{month_number:02d}-{day:02d}",
        last_joint=" and ",  # "a, b and c"; American English, as Babel has it, puts one more comma
    ),
    Language(
        code="id",
        own_name="Bahasa Indonesia",
        long="{day} {month} {year}",
        full="{weekday}, {day} {month} {year}",
        short="{day:02d}/{month_number:02d}/{year:04d}",
        clock=".",
        plural_forms="nplurals=1; plural=0;",
    ),
    Language(
        code="fil",
        own_name="Filipino",
        long="{month} {day}, {year}",
        full="{weekday}, {month} {day}, {year}",
        short="{year:04d}-{month_number:02d}-{day:02d}",
        plural_forms="nplurals=2; plural=(n > 1);",
    ),
    Language(
        code="ne",
        own_name="नेपाली",
        script="Deva",
        digits=DEVANAGARI,
        digits_by_choice=DEVANAGARI,
        long="{year} {month} {day}",
        full="{year} {month} {day}, {weekday}",
        short="{year:04d}-{month_number:02d}-{day:02d}",
        local_first=True,
        last_joint=" र ",  # Babel puts no space after the comma
    ),
    Language(
        code="hi",
        own_name="हिन्दी",
        script="Deva",
        digits_by_choice=DEVANAGARI,  # the everyday digits of Hindi are Latin (CLDR); a printout may choose
        long="{day} {month} {year}",
        full="{weekday}, {day} {month} {year}",
        short="{day:02d}/{month_number:02d}/{year:04d}",
        plural_forms="nplurals=2; plural=(n > 1);",
    ),
    Language(
        code="bn",
        own_name="বাংলা",
        script="Beng",
        digits=BENGALI,
        digits_by_choice=BENGALI,
        long="{day} {month} {year}",
        full="{weekday}, {day} {month} {year}",
        short="{day:02d}/{month_number:02d}/{year:04d}",
        plural_forms="nplurals=2; plural=(n > 1);",
    ),
    Language(
        code="ko",
        own_name="한국어",
        script="Kore",
        long="{year}년 {month_number}월 {day}일",
        full="{year}년 {month_number}월 {day}일 {weekday}",
        short="{year:04d}-{month_number:02d}-{day:02d}",
        plural_forms="nplurals=1; plural=0;",
    ),
)

LANGUAGES: Mapping[str, Language] = MappingProxyType({each.code: each for each in _EACH})
SCREEN_LANGUAGES = ("en", "id", "bn")  # those whose every word on the screen is translated; paper speaks all of them


def language(code: str) -> Language:
    """The language of a code such as "ne" or "ne_NP"; English where the program does not speak it."""
    return LANGUAGES.get(code.replace("-", "_").split("_")[0].lower(), LANGUAGES["en"])


def in_digits(text: str, digits: str) -> str:
    """The text with its Latin digits written in these ten; everything else stays."""
    return text if digits == LATIN else text.translate(str.maketrans(LATIN, digits))
