"""Stretches of days as laws write them: "7 days", "3 clear days", "14 working days", "1 week"."""

import datetime as dt
import re
from dataclasses import dataclass

from hrplanner.model.errors import Refused

_WRITTEN = re.compile(r"(\d{1,4})\s+(clear |working )?(day|week)s?\Z")
_ONE_DAY = dt.timedelta(days=1)
# Monday is 0. Offices close on Friday and Saturday in Bangladesh, on Saturday alone in Nepal.
_WEEKENDS = {"bd": frozenset({4, 5}), "np": frozenset({5})}
_WEEKEND = frozenset({5, 6})
# Public holidays are not known here; in none of the countries do more working days in a row fall to them (Dashain).
MOST_HOLIDAYS = 15


@dataclass(frozen=True, slots=True)
class Span:
    """A number of days: calendar days, clear days (neither the first nor the last counts) or working days."""

    text: str
    days: int
    clear: bool = False
    working: bool = False

    def between(self, first: dt.date, last: dt.date, country: str | None = None) -> int:
        """How many such days lie between two; negative where the last comes first."""
        if self.working:
            return _working_days(first, last, _WEEKENDS.get(country or "", _WEEKEND))
        return (last - first).days - (1 if self.clear else 0)


def parse_span(text: str) -> Span:
    """Reads a stretch of days; Refused where it is none."""
    found = _WRITTEN.match(text.strip().lower())
    if found is None:
        raise Refused("span_not_understood", span=text)
    kind = (found[2] or "").strip()
    days = int(found[1]) * (7 if found[3] == "week" else 1)
    return Span(text, days, clear=kind == "clear", working=kind == "working")


def _working_days(first: dt.date, last: dt.date, weekend: frozenset[int]) -> int:
    if last < first:
        return -_working_days(last, first, weekend)
    weeks, rest = divmod((last - first).days, 7)
    others = (first + _ONE_DAY * (weeks * 7 + step) for step in range(1, rest + 1))
    return weeks * (7 - len(weekend)) + sum(1 for day in others if day.weekday() not in weekend)
