"""What a rule needs to know of the calendar of a country: its budget years, and days that come every year.

The calendars themselves are above the model; without one, years are those of the Gregorian calendar.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Protocol

from hrplanner.model.rules.rule import DayOfYear

_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of time with a name, first and last day included."""

    label: str
    first: dt.date
    last: dt.date

    def holds(self, day: dt.date) -> bool:
        """Whether the day falls in it."""
        return self.first <= day <= self.last


class Almanac(Protocol):
    """The calendar of one country."""

    def year(self, day: dt.date) -> Period:
        """The budget year that the day falls in."""
        ...

    def day_in(self, day: DayOfYear, year: Period) -> dt.date | None:
        """That day of a budget year; None where the calendar does not reach so far."""
        ...


class GregorianAlmanac:
    """Budget years that are years of the Gregorian calendar, for who has nothing better."""

    def year(self, day: dt.date) -> Period:
        """The calendar year."""
        return Period(label=str(day.year), first=dt.date(day.year, 1, 1), last=dt.date(day.year, 12, 31))

    def day_in(self, day: DayOfYear, year: Period) -> dt.date | None:
        """The day, where it is one of this calendar."""
        if day.calendar != "gregorian":
            return None
        return gregorian_day(day, year)


GREGORIAN = GregorianAlmanac()


def gregorian_day(day: DayOfYear, year: Period) -> dt.date | None:
    """The day of the Gregorian calendar that falls in the period."""
    for number in range(year.first.year, year.last.year + 1):
        try:
            found = dt.date(number, day.month, day.day)
        except ValueError:
            continue
        if year.holds(found):
            return found
    return None


def parts_of(year: Period, months: int) -> tuple[Period, ...]:
    """The year cut into stretches of so many months, counted from its first day; the last holds what is left."""
    starts = [year.first]
    for step in range(months, 12, months):
        number = year.first.month - 1 + step
        last_of_month = min(year.first.day, 28)
        starts.append(dt.date(year.first.year + number // 12, number % 12 + 1, last_of_month))
    ends = [*(start - _ONE_DAY for start in starts[1:]), year.last]
    return tuple(
        Period(label=f"{year.label}/{place}", first=first, last=last)
        for place, (first, last) in enumerate(zip(starts, ends, strict=True), start=1)
    )
