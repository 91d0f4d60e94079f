"""What stands at the head of a session: number, title, kind, day, hours, place, law, offices. One `Workspace.run`."""

import datetime as dt
import re
from dataclasses import dataclass, replace

from hrplanner.model.errors import Refused
from hrplanner.model.formalities import Event, OfficeSignature
from hrplanner.model.ids import RowId, new_id
from hrplanner.model.people import Role
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
    legal_basis: str | None = None
    presiding: str | None = None
    secretary: str | None = None
    next_meeting: dt.date | None = None
    notice_date: dt.date | None = None
    notice_means: tuple[str, ...] = ()
    notice_places: tuple[str, ...] = ()


def describe(session: Session, heading: Heading) -> Session:
    """The session under this heading; number and title must say something."""
    for field in ("number", "title"):
        if not getattr(heading, field).strip():
            raise Refused("field_missing", field=field)
    for role in (Role.PRESIDING, Role.SECRETARY):
        session = _office_held(session, str(role), getattr(heading, role))
    later: dict[Event, dt.date] = {event: day for event, day in session.dates.items() if event != Event.NEXT_MEETING}
    if heading.next_meeting is not None:
        later[Event.NEXT_MEETING] = heading.next_meeting
    return replace(
        session,
        dates=later,
        legal_basis=heading.legal_basis,
        notice_date=heading.notice_date,
        notice_means=heading.notice_means,
        notice_places=heading.notice_places,
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


def holder(session: Session, office: str) -> str | None:
    """Who held an office (`presiding`, `secretary` ...) at the session, where it was written down."""
    return next((one.name for one in session.signatures_of if one.office == office), None)


def _office_held(session: Session, office: str, name: str | None) -> Session:
    """The session with this holder of the office; whether the office signed stays as it is."""
    if holder(session, office) == name:
        return session
    old = next((one for one in session.signatures_of if one.office == office), None)
    others = tuple(one for one in session.signatures_of if one is not old)
    if old is None:
        return replace(session, signatures_of=(*others, OfficeSignature(id=RowId(new_id()), office=office, name=name)))
    kept = (replace(old, name=name),) if name or old.signed is not None else ()
    return replace(session, signatures_of=(*others, *kept))


def read_clock(text: str) -> str | None:
    """Hours and minutes as typed, in digits of any script; None for nothing, Refused for what is no time of day."""
    written = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text.strip())
    if not written:
        return None
    found = _CLOCK.match(written)
    if found is None:
        raise Refused("field_not_understood", field="time", value=text.strip())
    return f"{int(found[1]):02d}:{found[2]}"
