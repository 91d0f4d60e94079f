"""Phrases that several printouts share: when and where, how many, from the values of a session.

What is not known is said in words, never left blank and never a zero.
"""

from __future__ import annotations

import datetime as dt

from hrplanner.model.counting import Count
from hrplanner.model.disclosure import Smallest
from hrplanner.model.session import Session
from hrplanner.words import calendars
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels.words import word


def not_known(catalog: Catalog) -> str:
    """The words that stand where a number or a text would."""
    return catalog.say("not known")


def when(session: Session, catalog: Catalog, style: str = "full") -> str:
    """The day in both calendars, and the hours; as it was written where the day was not understood.

    In the style "long" without the weekday.
    """
    if session.date is not None:
        day = catalog.date_with_local(session.date, session.country or "", style)
    else:
        day = session.date_as_written or catalog.say("date not known")
    if session.start and session.end:
        hours = catalog.say("{start} to {end}", start=catalog.digits(session.start), end=catalog.digits(session.end))
        return f"{day}, {hours}"
    return f"{day}, {catalog.digits(session.start)}" if session.start else day


def day(date: dt.date, session: Session, catalog: Catalog) -> str:
    """One day in the calendar of the country and the common one."""
    return catalog.date_with_local(date, session.country or "")


def short_day(date: dt.date, session: Session, catalog: Catalog) -> str:
    """The same in figures for a narrow column, a line for each calendar."""
    calendar = calendars.of_country(session.country or "")
    common = catalog.date(date, style="short")
    if calendar == "gregorian" or not calendars.covers(date):
        return common
    return f"{catalog.date(date, calendar, 'short')}\n{common}"


def where(session: Session, catalog: Catalog) -> str:
    """The venue as written."""
    return session.venue or catalog.say("place not known")


def kind_of_meeting(session: Session, catalog: Catalog) -> str:
    """The kind in words; a kind of the office's own as it was written."""
    return word(catalog, "kind", session.kind)


def numbers(count: int, catalog: Catalog) -> tuple[str, ...]:
    """What stands before the points of a list: `1.` and so on, in the digits of the language."""
    return tuple(f"{catalog.digits(str(place))}." for place in range(1, count + 1))


def number_of(count: int | None, catalog: Catalog) -> str:
    """A whole number, or that it is not known."""
    return not_known(catalog) if count is None else catalog.number(count)


def total(count: int | None, catalog: Catalog, smallest: Smallest | None) -> str:
    """A total as `number_of` says it; where it points at persons, only that it is small. Inside, nothing is hidden."""
    if smallest is not None and smallest.points_at_persons(count):
        return catalog.say("fewer than {n}", n=smallest.usual)
    return number_of(count, catalog)


def heads(session: Session, catalog: Catalog, smallest: Smallest | None = None) -> str | None:
    """The heads as counted, or as an estimate; None where nobody counted."""
    if session.heads is not None:
        return total(session.heads, catalog, smallest)
    if session.heads_low is not None and session.heads_high is not None:
        if smallest is not None and smallest.points_at_persons(session.heads_high):
            return total(session.heads_high, catalog, smallest)
        low, high = catalog.number(session.heads_low), catalog.number(session.heads_high)
        return f"{low}\u2013{high}"
    return None


def stated(count: Count, catalog: Catalog) -> str:
    """How many said so: a number, at least a number, or not known."""
    if count.known is not None:
        return catalog.number(count.known)
    return catalog.say("at least {n}", n=count.low) if count.low else not_known(catalog)


def of_all(low: int, high: int | None, whole: Count, catalog: Catalog) -> str:
    """`42 to 54 of 84`: both bounds and the whole they are of, or what of it is not known."""
    total = None if whole.high is None else _between(whole.low, whole.high, catalog)
    if low == high:
        part = catalog.number(low)
    elif high is None:
        part = catalog.say("at least {n}", n=low)
    else:
        part = _between(low, high, catalog)
    if total is None:
        return catalog.say("{part}, total not known", part=part)
    return catalog.say("{part} of {total}", part=part, total=total)


def _between(low: int, high: int, catalog: Catalog) -> str:
    return catalog.number(low) if low == high else catalog.say("{low} to {high}", low=low, high=high)
