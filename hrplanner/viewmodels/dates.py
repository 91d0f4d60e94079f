"""Days as people type them: 2026-05-12, 12/5/2026, 12.5.2026; in digits of any script."""

import datetime as dt
import re

from hrplanner.model.errors import Refused

YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\Z")
DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\Z")
FIRST_YEAR, LAST_YEAR = 1990, 2099


def read_date(text: str, field: str) -> dt.date | None:
    """The day that was typed, None for nothing; Refused for what is no day, or could be of another calendar.

    Day before month where the year stands last, as in all seven languages' own writing.
    """
    written = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text.strip())
    if not written:
        return None
    parts = [int(part) for part in match.groups()] if (match := YEAR_FIRST.match(written)) else _day_first(written)
    if parts is None or not FIRST_YEAR <= parts[0] <= LAST_YEAR:
        raise Refused("not_a_date", text=text.strip(), field=field)
    try:
        return dt.date(*parts)
    except ValueError:
        raise Refused("not_a_date", text=text.strip(), field=field) from None


def shown_date(day: dt.date | None) -> str:
    """A day as it stands in a field, so that it is read back as the same day."""
    return "" if day is None else day.isoformat()


def _day_first(written: str) -> list[int] | None:
    match = DAY_FIRST.match(written)
    return [int(match[3]), int(match[2]), int(match[1])] if match else None
