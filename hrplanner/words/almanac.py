"""The calendar of a country as rules need it: its budget years, and the days of its own calendar."""

from __future__ import annotations

import datetime

from hrplanner.model.errors import Refused
from hrplanner.model.rules.almanac import Period, gregorian_day
from hrplanner.model.rules.rule import DayOfYear
from hrplanner.words.calendars import covers, from_bs, to_bs
from hrplanner.words.fiscal import fiscal_year


class CountryAlmanac:
    """The almanac of one country; Gregorian years where the country's own are not known here."""

    def __init__(self, country: str | None) -> None:
        self._country = country or ""

    def year(self, day: datetime.date) -> Period:
        """The budget year that the day falls in; a Gregorian year for days outside the tables of the calendar."""
        country = self._country if self._country != "np" or covers(day) else ""
        found = fiscal_year(day, country)
        return Period(label=found.label, first=found.first, last=found.last)

    def day_in(self, day: DayOfYear, year: Period) -> datetime.date | None:
        """That day of the budget year; None where the tables do not reach so far."""
        if day.calendar != "bs":
            return gregorian_day(day, year)
        if not covers(year.first) or not covers(year.last):
            return None
        for number in range(to_bs(year.first)[0], to_bs(year.last)[0] + 1):
            try:
                found = from_bs(number, day.month, day.day)
            except Refused:
                continue
            if year.holds(found):
                return found
        return None
