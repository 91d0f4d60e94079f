"""The budget year of a country: when it begins, and how offices write it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from hrplanner.words.calendars import from_bs, to_bs

# Month in which the budget year begins; Nepal counts in its own calendar, from Shrawan (the fourth month).
_STARTS: Mapping[str, int] = MappingProxyType({"bd": 7, "in": 4, "id": 1, "ph": 1, "kr": 1, "np": 4})
_ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class FiscalYear:
    """First and last day of a budget year; `label` as offices write it ("2083/84", "2026-27", "2026"), Latin digits."""

    label: str
    first: datetime.date
    last: datetime.date


def fiscal_year(day: datetime.date, country: str) -> FiscalYear:
    """The budget year that a day falls in; the calendar year where the country's is not known here."""
    code = country.lower()
    start = _STARTS.get(code, 1)
    if code == "np":
        year, month, _ = to_bs(day)
        year -= month < start
        return FiscalYear(
            label=f"{year}/{(year + 1) % 100:02d}",
            first=from_bs(year, start, 1),
            last=from_bs(year + 1, start, 1) - _ONE_DAY,
        )
    year = day.year - (day.month < start)
    return FiscalYear(
        label=f"{year}" if start == 1 else f"{year}-{(year + 1) % 100:02d}",
        first=datetime.date(year, start, 1),
        last=datetime.date(year + 1, start, 1) - _ONE_DAY,
    )
