"""What stands at the head of a session: number, title, kind, day, hours, place. One step of `Workspace.run`."""

import datetime as dt
import re
from dataclasses import dataclass, replace

from hrplanner.model.errors import Refused
from hrplanner.model.session import Session

_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The head of a session as values; None is not known."""

    number: str
    title: str
    kind: str
    date: dt.date | None = None
    start: str | None = None
    end: str | None = None
    venue: str | None = None
    voters: int | None = None


def describe(session: Session, heading: Heading) -> Session:
    """The session under this heading; number and title must say something."""
    for field in ("number", "title"):
        if not getattr(heading, field).strip():
            raise Refused("field_missing", field=field)
    return replace(
        session,
        number=heading.number.strip(),
        title=heading.title.strip(),
        kind=heading.kind,
        date=heading.date,
        date_as_written=session.date_as_written if heading.date == session.date else None,
        start=heading.start,
        end=heading.end,
        venue=heading.venue,
        voters=heading.voters,
    )


def read_clock(text: str) -> str | None:
    """Hours and minutes as typed, in digits of any script; None for nothing, Refused for what is no time of day."""
    written = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text.strip())
    if not written:
        return None
    found = _CLOCK.match(written)
    if found is None:
        raise Refused("field_not_understood", field="time", value=text.strip())
    return f"{int(found[1]):02d}:{found[2]}"
