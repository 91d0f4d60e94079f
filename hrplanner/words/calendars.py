"""Days in the calendars of a country, as written and as typed: Gregorian, Bikram Sambat and the Bangla calendar.

The day that is stored is always Gregorian. The lengths of future months of Bikram Sambat are announced year by year,
so that days after `KNOWN_UNTIL` are called provisional. Budget years are in `fiscal`.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from functools import cache

from hrplanner.model.bangla_days import LAST_YEAR, from_bangla, to_bangla
from hrplanner.model.errors import Refused
from hrplanner.words.languages import Language
from hrplanner.words.month_names import (
    BANGLA_MONTHS,
    BANGLA_MONTHS_EN,
    BS_MONTHS,
    BS_MONTHS_EN,
    BS_MONTHS_IN,
    DAYS_EN,
    GREGORIAN_MONTHS,
    MONTHS_EN,
)
from hrplanner.words.numbers import latin_digits

# Two independent tables agree day by day up to here and part for weeks of every year afterwards (compared in 2026).
KNOWN_UNTIL = datetime.date(2027, 6, 14)
FIRST_COVERED = datetime.date(1943, 4, 14)  # 1 Baisakh 2000
LAST_COVERED = datetime.date(2034, 4, 13)  # 30 Chaitra 2090
FIRST_WITHOUT_NAME = 2040
"""From this year on numbers alone are taken for Bikram Sambat where that is the calendar; before it for Gregorian."""
_BS_YEARS = range(2000, 2091)
_WORDS = re.compile(r"\d+|[^\W\d_][\w\u0900-\u097f\u0980-\u09ff]*")
_FILLERS = frozenset(
    (
        "साल",
        "गते",
        "वि",
        "सं",
        "bs",
        "ad",
        "सन्",
        "को",
        "of",
        "বঙ্গাব্দ",
        "সন",
        "সাল",
        "সালের",
        "শে",
        "লা",
        "রা",
        "ঠা",
        "ই",
        "的",
        "년",
        "월",
        "일",
    )
)


def of_country(country: str) -> str:
    """ "bs" where the official calendar is Bikram Sambat, else "gregorian"."""
    return "bs" if country.lower() == "np" else "gregorian"


def covers(day: datetime.date) -> bool:
    """Whether the day can be written in Bikram Sambat."""
    return FIRST_COVERED <= day <= LAST_COVERED


def provisional(day: datetime.date) -> bool:
    """Whether the date in Bikram Sambat may still move by a day, because the months are not announced yet."""
    return day > KNOWN_UNTIL


def to_bs(day: datetime.date) -> tuple[int, int, int]:
    """Year, month and day in Bikram Sambat."""
    if not covers(day):
        raise Refused("date_outside_calendar", date=day.isoformat())
    return _to_bs(day)


def from_bs(year: int, month: int, day: int) -> datetime.date:
    """The Gregorian day of a day in Bikram Sambat; refuses a day that the month does not have."""
    if year not in _BS_YEARS:
        raise Refused("date_outside_calendar", date=f"{year:04d}-{month:02d}-{day:02d}")
    return _from_bs(year, month, day)


def written(day: datetime.date, language: Language, *, calendar: str, style: str) -> str:
    """The day in a language's own order, in Latin digits."""
    pattern = {"long": language.long, "full": language.full, "short": language.short}[style]
    if calendar == "bs":
        year, number, of_month = to_bs(day)
        month = BS_MONTHS_IN.get(language.code, BS_MONTHS_EN)[number - 1]
        if style != "short":  # the year leads in every language, as on Nepali papers
            pattern = "{year} {month} {day}, {weekday}" if style == "full" else "{year} {month} {day}"
    elif calendar == "bangla":
        year, number, of_month = _to_bangla(day)
        month = (BANGLA_MONTHS if language.code == "bn" else BANGLA_MONTHS_EN)[number - 1]
    else:
        year, number, of_month = day.year, day.month, day.day
        month = _month_name(number, language.code) if "{month}" in pattern else ""
    weekday = _weekday_name(day.weekday(), language.code) if "{weekday}" in pattern else ""
    return pattern.format(year=year, month=month, month_number=number, day=of_month, weekday=weekday)


def read_date(text: str, *, calendar: str = "gregorian") -> datetime.date:
    """The day that was typed, in the digits of any script: `2083-1-29`, `२०८३ बैशाख २९`, `12 May 2026`, `12/05/2026`.

    Numbers alone are year first or day first, never month first. With `calendar` "bs" a month's Gregorian name, or a
    year before 2040, still means a Gregorian day, so that people may type either; refuses a day that does not exist.
    The month of a year like 1433 is one of the Bangla calendar.
    """
    year, month, day, named = _parts(text)
    if (named == "bs" or (calendar == "bangla" and named is None)) and year <= LAST_YEAR:
        found = from_bangla(year, month, day)
        if found is None:
            raise Refused("no_such_day", date=text)
        return found
    if named == "bs" or (calendar == "bs" and named is None and year >= FIRST_WITHOUT_NAME):
        return from_bs(year, month, day)
    try:
        return datetime.date(year, month, day)
    except ValueError:
        raise Refused("no_such_day", date=text) from None


def _parts(text: str) -> tuple[int, int, int, str | None]:
    found = [
        word
        for word in _WORDS.findall(unicodedata.normalize("NFC", latin_digits(text).lower()))
        if word not in _FILLERS
    ]
    numbers = [int(word) for word in found if word.isdigit() and len(word) <= 4]
    names = [word for word in found if not word.isdigit()]
    if len(numbers) == 3 and not names and len(found) == 3:
        year, month, day = numbers if numbers[0] > 31 else reversed(numbers)
        return _plausible(year, text), month, day, None
    if len(numbers) == 2 and len(names) == 1 and len(found) == 3:
        day, year = sorted(numbers)
        month, calendar = _named_month(names[0], text)
        return _plausible(year, text), month, day, calendar
    raise Refused("not_a_date", text=text)


def _plausible(year: int, text: str) -> int:
    if not 1000 <= year <= 2999:  # two digits of a year are not guessed at
        raise Refused("not_a_date", text=text)
    return year


def _named_month(name: str, text: str) -> tuple[int, str]:
    if name in BS_MONTHS:
        return BS_MONTHS[name], "bs"
    month = GREGORIAN_MONTHS.get(name) or _local_months().get(name)
    if month is None:
        raise Refused("not_a_date", text=text)
    return month, "gregorian"


def _to_bangla(day: datetime.date) -> tuple[int, int, int]:
    found = to_bangla(day)
    if found is None:
        raise Refused("date_outside_calendar", date=day.isoformat())
    return found


@cache
def _to_bs(day: datetime.date) -> tuple[int, int, int]:
    import nepali_datetime  # noqa: PLC0415  its table takes a tenth of a second to load

    found = nepali_datetime.date.from_datetime_date(day)
    return found.year, found.month, found.day


@cache
def _from_bs(year: int, month: int, day: int) -> datetime.date:
    import nepali_datetime  # noqa: PLC0415

    try:
        found: datetime.date = nepali_datetime.date(year, month, day).to_datetime_date()
    except ValueError:
        raise Refused("no_such_day", date=f"{year:04d}-{month:02d}-{day:02d}") from None
    return found


@cache
def _month_name(number: int, code: str) -> str:
    if code == "en":
        return MONTHS_EN[number - 1]
    from babel.dates import get_month_names  # noqa: PLC0415  most commands write no date

    return str(get_month_names("wide", locale=code)[number])


@cache
def _weekday_name(number: int, code: str) -> str:
    if code == "en":
        return DAYS_EN[number]
    from babel.dates import get_day_names  # noqa: PLC0415

    return str(get_day_names("wide", locale=code)[number])


@cache
def _local_months() -> dict[str, int]:
    from babel.dates import get_month_names  # noqa: PLC0415

    codes = ("id", "fil", "ne", "hi", "bn")
    return {str(name).lower(): n for code in codes for n, name in get_month_names("wide", locale=code).items()}
