"""Sessions and due promises as an iCalendar file (RFC 5545), for the calendar that an office already has."""

import datetime as dt
from collections.abc import Iterable

from icalendar import Calendar, Event, Todo

from hrplanner.model.commitments import Status
from hrplanner.model.office import Office
from hrplanner.model.session import Session

_DONE = frozenset({Status.DONE, Status.STOPPED})


def calendar_of(office: Office, sessions: Iterable[Session]) -> bytes:
    """The file's bytes; a session without a day is not in it, and no name of a person ever."""
    calendar = Calendar()
    calendar.add("prodid", "-//hrplanner//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", office.name)
    for session in sessions:
        if session.date is not None:
            calendar.add_component(_event(office, session, session.date))
        for promise in session.commitments:
            if promise.due is not None and promise.status not in _DONE:
                todo = Todo()
                todo.add("uid", f"{promise.id.hex()}@hrplanner")
                todo.add("summary", _named(office, f"{session.number} {promise.code}: {promise.text}"))
                todo.add("due", promise.due)
                todo.add("dtstamp", _stamp(promise.due))
                calendar.add_component(todo)
    return bytes(calendar.to_ical())


def _event(office: Office, session: Session, day: dt.date) -> Event:
    event = Event()
    event.add("uid", f"{session.id.hex()}@hrplanner")
    event.add("summary", _named(office, f"{session.number} {session.title}"))
    event.add("dtstart", _at(day, session.start))
    if session.start and session.end:
        event.add("dtend", _at(day, session.end))
    event.add("dtstamp", _stamp(day))
    if session.venue:
        event.add("location", session.venue)
    return event


def _at(day: dt.date, clock: str | None) -> dt.date | dt.datetime:
    """The time of the place where the meeting is, which has no zone; the whole day where no time was said."""
    try:
        return dt.datetime.combine(day, dt.time.fromisoformat(clock)) if clock else day
    except ValueError:
        return day


def _stamp(day: dt.date) -> dt.datetime:
    """The same book gives the same bytes, so this is not the time of writing."""
    return dt.datetime.combine(day, dt.time(), dt.UTC)


def _named(office: Office, text: str) -> str:
    return f"PRACTICE {text}" if office.practice else text
