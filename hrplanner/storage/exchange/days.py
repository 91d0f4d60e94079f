"""Days and times as people write them. What is only part of a date is kept as written, never completed by a guess."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

import nepali_datetime

from hrplanner.model.bangla_days import from_bangla
from hrplanner.storage.exchange.amounts import Unreadable
from hrplanner.storage.exchange.rows import blank
from hrplanner.storage.exchange.wordlists import folded, latin_digits, wordlists

CALENDARS = ("gregorian", "bs", "bangla")
# Year first, or with the month in letters: forms that can be read in one way only.
_CLEAR_FORMATS = (
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%d %B %Y",
    "%d %B, %Y",
    "%B %d, %Y",
    "%B %d %Y",
    "%Y %B %d",
    "%Y %B %d",
    "%d-%B-%Y",
)
_DIRECTIVES = {
    "%d": r"(?P<day>\d{1,2})",
    "%m": r"(?P<month>\d{1,2})",
    "%Y": r"(?P<year>\d{4})",
    "%y": r"(?P<short>\d{2})",
    "%B": r"(?P<name>[^\W\d_](?:[^\d\s,]*[^\d\s,.])?)\.?",
    "%H": r"\d{1,2}",
    "%M": r"\d{2}",
    "%S": r"\d{2}",
}
_TIME = re.compile(r"(?<!\d)(\d{1,2})[:.](\d{2})(?::\d{2})?(?!\d)\s*(am|pm|a\.m\.|p\.m\.)?")
_TIME_AFTER = re.compile(r"[t ]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:?\d{2})?$")
_BRACKETS = re.compile(r"\([^()]*\)")
_THREE_NUMBERS = re.compile(r"\d{1,4}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{1,4}")
_ANY_WORD = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Day:
    """A day, and the words it was written in where these say more than the day or do not make a whole one."""

    date: dt.date | None
    as_written: str | None


def read_day(cell: object, *, formats: tuple[str, ...] = (), calendar: str = "gregorian") -> Day | None:
    """The day of a cell; None where it is blank. Raises Unreadable: not_a_date, no_such_day, date_order_unclear."""
    if isinstance(cell, dt.datetime):
        return Day(cell.date(), None)
    if isinstance(cell, dt.date):
        return Day(cell, None)
    if blank(cell):
        return None
    if not isinstance(cell, str):
        raise Unreadable("not_a_date")
    return _day(cell.strip(), formats, calendar)


def read_time(cell: object) -> str | None:
    """A time of day as HH:MM; the first one where a cell holds more."""
    if isinstance(cell, dt.datetime | dt.time):
        return f"{cell.hour:02d}:{cell.minute:02d}"
    if blank(cell) or (isinstance(cell, str) and folded(cell) in wordlists().unknown):
        return None
    found = _TIME.search(folded(latin_digits(cell))) if isinstance(cell, str) else None
    if found is None:
        raise Unreadable("not_a_time")
    hour, minute, half = int(found[1]), int(found[2]), (found[3] or "")[:1]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59:
        raise Unreadable("not_a_time")
    return f"{hour:02d}:{minute:02d}"


@lru_cache(maxsize=4096)
def _day(cell: str, formats: tuple[str, ...], calendar: str) -> Day | None:
    text = folded(latin_digits(cell))
    if text in wordlists().unknown:
        return None
    day_only = _TIME_AFTER.sub("", text).rstrip(" .,")
    bare = _bare(text)
    for form in formats or _CLEAR_FORMATS:
        for version in dict.fromkeys((text, day_only, bare)):
            found = _pattern(form.rstrip(" .,")).fullmatch(version)
            date = None if found is None else _date(found, calendar)
            if date is not None:
                return Day(date, cell if version == bare != day_only or calendar != "gregorian" else None)
    if _THREE_NUMBERS.fullmatch(bare):
        raise Unreadable("not_a_date" if formats else "date_order_unclear")
    if not _ANY_WORD.search(bare) and not re.search(r"\d\D+\d", bare):
        raise Unreadable("not_a_date")
    return Day(None, cell)


def _date(found: re.Match[str], calendar: str) -> dt.date | None:
    """The day; None where a word in the place of the month is no month, so that another form may be tried."""
    parts = found.groupdict()
    lists = wordlists()
    months = {"bs": lists.bs_months, "bangla": lists.bangla_months}.get(calendar, lists.months)
    month = months.get(parts["name"]) if parts.get("name") else int(parts["month"])
    if month is None:
        return None
    year = int(parts["year"]) if parts.get("year") else 2000 + int(parts["short"])
    try:
        if calendar == "bs":
            day: dt.date = nepali_datetime.date(year, month, int(parts["day"])).to_datetime_date()
            return day
        if calendar == "bangla":
            bangla = from_bangla(year, month, int(parts["day"]))
            if bangla is None:
                raise Unreadable("no_such_day")
            return bangla
        return dt.date(year, month, int(parts["day"]))
    except (ValueError, OverflowError, KeyError, IndexError):
        raise Unreadable("no_such_day") from None


def _bare(text: str) -> str:
    """The text without weekdays, remarks in brackets and the time of day."""
    text = _TIME_AFTER.sub("", _BRACKETS.sub(" ", text).strip())
    words = [word for word in text.split() if word.strip(",.-") not in wordlists().weekdays]
    return " ".join(words).strip(" ,.-")


@lru_cache(maxsize=64)
def _pattern(form: str) -> re.Pattern[str]:
    parts = re.split(r"(%[A-Za-z])", form.replace("%b", "%B").replace("%e", "%d"))
    out = [_DIRECTIVES.get(part) or _literal(part) for part in parts]
    return re.compile("".join(out))


def _literal(text: str) -> str:
    return r"\s*".join(re.escape(folded(piece)) for piece in re.split(r"\s+", text))
