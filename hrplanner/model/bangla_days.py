"""The calendar of Bangladesh: plain arithmetic, set by the Bangla Academy, with other months from the year 1426 on.

The year begins on 14 April. West Bengal counts in another way, by a day; its records are not read here.
"""

import datetime as dt
from calendar import isleap

FIRST_YEAR, LAST_YEAR = 1394, 1600
"""From 1987, when 14 April was fixed; the last is where the arithmetic is no longer worth trusting."""
_REVISED = 1426
_YEARS_APART = 593


def to_bangla(day: dt.date) -> tuple[int, int, int] | None:
    """Year, month and day of the Bangla calendar; None before it was fixed."""
    year = day.year - _YEARS_APART - (day < dt.date(day.year, 4, 14))
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    left = (day - _new_year(year)).days
    for month, length in enumerate(_months(year), start=1):
        if left < length:
            return year, month, left + 1
        left -= length
    return None


def from_bangla(year: int, month: int, day: int) -> dt.date | None:
    """The Gregorian day; None where the calendar has no such day or does not reach so far."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return None
    months = _months(year)
    if not 1 <= day <= months[month - 1]:
        return None
    return _new_year(year) + dt.timedelta(days=sum(months[: month - 1]) + day - 1)


def _new_year(year: int) -> dt.date:
    return dt.date(year + _YEARS_APART, 4, 14)


def _months(year: int) -> tuple[int, ...]:
    """How long the months are; Falgun, the eleventh, is longer where February of that spring is."""
    leap = isleap(year + _YEARS_APART + 1)
    if year >= _REVISED:
        return (31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 29 + leap, 30)
    return (31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 30 + leap, 30)
