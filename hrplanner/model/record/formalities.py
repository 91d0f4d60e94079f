"""The part of a record that laws ask for beside who came: notice, days, evidence, head counts in between, signatures.

Every field here is optional; the rest of the record is in `record`.
"""

import datetime as dt
from typing import Any

from hrplanner.model.errors import Refused
from hrplanner.model.formalities import Event, Evidence, Moment, OfficeSignature, Publication
from hrplanner.model.ids import RowId, new_id
from hrplanner.model.people import Role
from hrplanner.model.principles import Asked, Reply
from hrplanner.model.record.reader import RecordReader
from hrplanner.model.session import Session

FORMALITIES = (
    "absent", "notice", "dates", "evidence", "recalled", "replies", "next_steps", "moments", "signatures_of",
    "published",
)  # fmt: skip
_NOTICE = {"date", "means", "places", "proof"}


def formalities_record(session: Session) -> dict[str, Any]:
    """These fields of a record; empty values where nothing is known."""
    notice = {
        "date": _day(session.notice_date),
        "means": list(session.notice_means),
        "places": list(session.notice_places),
        "proof": session.notice_proof,
    }
    return {
        "absent": sorted(map(str, session.absent)),
        "notice": _known(notice),
        "dates": {str(event): day.isoformat() for event, day in session.dates.items()},
        "evidence": {str(paper): seen for paper, seen in session.evidence.items()},
        "recalled": dict(session.recalled),
        "replies": {str(asked): str(reply) for asked, reply in session.replies.items()},
        "next_steps": {str(asked): step for asked, step in session.next_steps.items()},
        "moments": [_known({"time": one.time, "heads": one.heads}) for one in session.moments],
        "signatures_of": [
            _known({"office": one.office, "name": one.name, "signed": one.signed}) for one in session.signatures_of
        ],
        "published": [_known({"place": one.place, "date": _day(one.date)}) for one in session.published],
    }


def formalities_from(top: RecordReader) -> dict[str, Any]:
    """The fields of a session that a record says here; Refused names the one that is not right."""
    notice = top.below("notice")
    notice.only(_NOTICE)
    dates, evidence, recalled = top.below("dates"), top.below("evidence"), top.below("recalled")
    return {
        "absent": frozenset(_role(name) for name in top.texts("absent")),
        "notice_date": notice.date("date"),
        "notice_means": notice.texts("means"),
        "notice_places": notice.texts("places"),
        "notice_proof": notice.text_or_none("proof"),
        "dates": {_event(name): day for name in dates.names if (day := dates.date(name)) is not None},
        "evidence": {_paper(name): seen for name in evidence.names if (seen := evidence.yes_no(name)) is not None},
        "recalled": {name: recalled.text_or_none(name) or "" for name in recalled.names},
        **_principles(top),
        "moments": tuple(_moment(row) for row in top.rows("moments")),
        "signatures_of": tuple(_signature(row) for row in top.rows("signatures_of")),
        "published": tuple(_publication(row) for row in top.rows("published")),
    }


def _known(record: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if value is not None and value != []}


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _moment(row: RecordReader) -> Moment:
    row.only({"time", "heads"})
    return Moment(id=RowId(new_id()), time=row.time("time"), heads=row.whole("heads"))


def _signature(row: RecordReader) -> OfficeSignature:
    row.only({"office", "name", "signed"})
    return OfficeSignature(
        id=RowId(new_id()),
        office=row.text("office"),
        name=row.text_or_none("name"),
        signed=row.yes_no("signed"),
    )


def _publication(row: RecordReader) -> Publication:
    row.only({"place", "date"})
    return Publication(id=RowId(new_id()), place=row.text("place"), date=row.date("date"))


def _principles(top: RecordReader) -> dict[str, Any]:
    replies, steps = top.below("replies"), top.below("next_steps")
    return {
        "replies": {_asked(name, "replies"): _reply(replies.text(name), name) for name in replies.names},
        "next_steps": {_asked(name, "next_steps"): steps.text(name) for name in steps.names},
    }


def _asked(name: str, where: str) -> Asked:
    try:
        return Asked(name)
    except ValueError:
        raise Refused("field_not_understood", field=f"{where}.{name}", value=name) from None


def _reply(value: str, name: str) -> Reply:
    try:
        return Reply(value)
    except ValueError:
        raise Refused("field_not_understood", field=f"replies.{name}", value=value) from None


def _role(name: str) -> Role:
    try:
        return Role(name)
    except ValueError:
        raise Refused("field_not_understood", field="absent", value=name) from None


def _event(name: str) -> Event:
    try:
        return Event(name)
    except ValueError:
        raise Refused("field_not_understood", field=f"dates.{name}", value=name) from None


def _paper(name: str) -> Evidence:
    try:
        return Evidence(name)
    except ValueError:
        raise Refused("field_not_understood", field=f"evidence.{name}", value=name) from None
