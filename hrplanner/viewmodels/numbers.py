"""Numbers and days as they stand in fields: nothing typed is not known, what cannot be read names its field."""

import datetime as dt

from hrplanner.model.errors import Refused
from hrplanner.words import calendars
from hrplanner.words.numbers import whole_number


def read_number(text: str, field: str) -> int | None:
    """The number that was typed, in digits of any script; None for an empty field."""
    if not text.strip():
        return None
    try:
        return whole_number(text)
    except Refused as problem:
        raise Refused(problem.code, **{**problem.params, "field": field}) from None


def read_day(text: str, field: str, *, country: str | None) -> dt.date | None:
    """The day that was typed, in the calendar of the country or the common one; None for an empty field."""
    if not text.strip():
        return None
    try:
        return calendars.read_date(text, calendar=calendars.of_country(country or ""))
    except Refused as problem:
        raise Refused(problem.code, **{**problem.params, "field": field}) from None


def shown(number: int | None) -> str:
    """A number as it stands in a field."""
    return "" if number is None else str(number)


def shown_day(day: dt.date | None, *, country: str | None) -> str:
    """A day as it stands in a field, in the calendar of the country, so that it is read back as the same day."""
    if day is None:
        return ""
    if calendars.of_country(country or "") == "bs" and calendars.covers(day):
        year, month, of_month = calendars.to_bs(day)
        if year >= calendars.FIRST_WITHOUT_NAME:
            return f"{year:04d}-{month:02d}-{of_month:02d}"
    return day.isoformat()
