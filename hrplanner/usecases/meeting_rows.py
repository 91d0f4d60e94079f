"""What is written down before and after the talking: points of the agenda in their order, head counts in between, where
the record was made public, who signed, which papers were seen, promises of earlier meetings read out or put off.

Each function is one step of `Workspace.run`; people, issues and promises are in `recording`.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hrplanner.model.errors import Refused
from hrplanner.model.formalities import Evidence, Moment, OfficeSignature, Publication
from hrplanner.model.ids import RowId, new_id
from hrplanner.model.principles import Asked, Reply
from hrplanner.model.session import Session


def correct_row(session: Session, part: str, which: bytes, to: Mapping[str, Any]) -> Session:
    """A row of one of the parts ("agenda", "moments" ...) with other values in the named fields."""
    row = next((one for one in getattr(session, part) if one.id == which), None)
    if row is None:
        raise Refused("no_such_row", what="row")
    return session.with_row(part, replace(row, **to))


def move_point(session: Session, which: bytes, by: int) -> Session:
    """A point of the agenda earlier (-1) or later (1); the first and the last stay where they are."""
    points = sorted(session.agenda, key=lambda item: item.position)
    at = next((n for n, point in enumerate(points) if point.id == which), None)
    if at is None:
        raise Refused("no_such_row", what="row")
    points.insert(min(max(0, at + by), len(points) - 1), points.pop(at))
    return replace(session, agenda=tuple(replace(point, position=n) for n, point in enumerate(points)))


def count_again(session: Session, *, heads: int | None, time: str | None = None) -> Session:
    """A head count at a time of its own."""
    if heads is None:
        raise Refused("field_missing", field="heads")
    return session.with_row("moments", Moment(id=RowId(new_id()), heads=heads, time=time))


def publish(session: Session, *, place: str, date: dt.date | None = None) -> Session:
    """The record was made public at a place."""
    if not place.strip():
        raise Refused("field_missing", field="place")
    return session.with_row("published", Publication(id=RowId(new_id()), place=place.strip(), date=date))


def note_office(session: Session, *, office: str, name: str | None = None, signed: bool | None = None) -> Session:
    """Who held an office, and whether they signed on paper; an office is there once."""
    if not office.strip():
        raise Refused("field_missing", field="office")
    old = next((one for one in session.signatures_of if one.office == office.strip()), None)
    row_id = RowId(new_id()) if old is None else old.id
    made = OfficeSignature(id=row_id, office=office.strip(), name=(name or "").strip() or None, signed=signed)
    return session.with_row("signatures_of", made)


def look_for_paper(session: Session, paper: Evidence, *, seen: bool | None) -> Session:
    """A paper was seen, was missing, or (None) nobody looked for it."""
    evidence = {one: found for one, found in session.evidence.items() if one != paper}
    return replace(session, evidence=evidence if seen is None else evidence | {paper: seen})


def read_out(session: Session, promise: str) -> Session:
    """A promise of an earlier meeting ("W5-2026-013/c1") was read out at this one."""
    return replace(session, recalled={**session.recalled, promise: ""})


def put_off(session: Session, promise: str, reason: str) -> Session:
    """It was not read out; why not has to be said."""
    if not reason.strip():
        raise Refused("field_missing", field="reason")
    return replace(session, recalled={**session.recalled, promise: reason.strip()})


def reply_to(session: Session, asked: Asked, reply: Reply | None) -> Session:
    """One of the nine questions is answered, or (None) left open again."""
    others = {one: said for one, said in session.replies.items() if one != asked}
    return replace(session, replies=others if reply is None else {**others, asked: reply})


def plan_step(session: Session, asked: Asked, step: str | None) -> Session:
    """What will be done about one of the nine questions."""
    others = {one: said for one, said in session.next_steps.items() if one != asked}
    text = (step or "").strip()
    return replace(session, next_steps={**others, asked: text} if text else others)


def note_help(session: Session, *, barriers: str | None, support: str | None, referrals: int | None) -> Session:
    """What kept people away, which help was given, and how many complaints were passed on in confidence."""
    return replace(
        session,
        barriers=(barriers or "").strip() or None,
        support=(support or "").strip() or None,
        referrals=referrals,
    )
