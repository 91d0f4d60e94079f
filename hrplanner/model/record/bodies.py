"""The record of a committee as plain values: the object of `hrplan-body/1`, read and written."""

import datetime as dt
from typing import Any

from hrplanner.model.bodies import Body, Post, Seat
from hrplanner.model.errors import Refused
from hrplanner.model.ids import RowId, new_id
from hrplanner.model.record.reader import RecordReader

FORMAT = "hrplan-body/1"
_FIELDS = {"format", "code", "title", "kind", "places", "legal_basis", "seats"}
_SEAT = {"post", "groups", "not_in", "empty", "since", "until"}


def body_record(body: Body, seats: tuple[Seat, ...]) -> dict[str, Any]:
    """A committee and its seats as an object of `hrplan-body/1`."""
    record = {
        "format": FORMAT,
        "code": body.code,
        "title": body.title,
        "kind": body.kind,
        "places": body.places,
        "legal_basis": body.legal_basis,
        "seats": [_seat_record(seat) for seat in seats if seat.body == body.code],
    }
    return {name: value for name, value in record.items() if value is not None}


def body_from(record: object) -> tuple[Body, tuple[Seat, ...]]:
    """A committee and its seats from an object of `hrplan-body/1`; Refused names the field that is not right."""
    top = RecordReader(record, "")
    if top.text("format") != FORMAT:
        raise Refused("unknown_format", format=str(top.raw("format")))
    top.only(_FIELDS)
    body = Body(
        id=RowId(new_id()),
        code=top.text("code"),
        title=top.text("title"),
        kind=top.text("kind"),
        places=top.number("places"),
        legal_basis=top.text_or_none("legal_basis"),
    )
    return body, tuple(_seat(body.code, row) for row in top.rows("seats"))


def _seat(body: str, row: RecordReader) -> Seat:
    row.only(_SEAT)
    return Seat(
        id=RowId(new_id()),
        body=body,
        post=row.code(Post, "post") or Post.MEMBER,
        groups=frozenset(row.groups("groups")),
        not_in=frozenset(row.groups("not_in")),
        empty=row.yes_no("empty") or False,
        since=row.date("since"),
        until=row.date("until"),
    )


def _seat_record(seat: Seat) -> dict[str, Any]:
    record = {
        "post": str(seat.post),
        "groups": sorted(seat.groups),
        "not_in": sorted(seat.not_in),
        "empty": seat.empty or None,
        "since": _day(seat.since),
        "until": _day(seat.until),
    }
    return {name: value for name, value in record.items() if value not in (None, [])}


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()
