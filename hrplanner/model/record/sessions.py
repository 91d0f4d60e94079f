"""The record of a session as plain values: the object of `hrplan-session/1`, read and written.

Only the shape is here; files are in `storage`, the canonical text and its digest in `usecases`. What is not
understood is refused with the place where it stands. Fields that are not known are left out when writing, and unknown
when reading.
"""

from enum import StrEnum
from typing import Any

from hrplanner.model.attendance import Tally
from hrplanner.model.commitments import Commitment, MoneyLine, Status
from hrplanner.model.errors import Refused
from hrplanner.model.groups import Dimension, standard_dimensions
from hrplanner.model.ids import PersonId, RowId, SessionId, new_id
from hrplanner.model.issues import AgendaItem, Answer, Decision, HowDecided, Issue
from hrplanner.model.people import Person, Purpose, Role
from hrplanner.model.record.formalities import FORMALITIES, formalities_from, formalities_record
from hrplanner.model.record.reader import RecordReader
from hrplanner.model.session import Session
from hrplanner.model.voice import Turn, TurnRole

FORMAT = "hrplan-session/1"
TEXTS = ("country", "series", "body", "legal_basis", "reheld_of", "date_as_written", "venue", "barriers", "support")
NUMBERS = (
    "heads", "heads_low", "heads_high", "signatures", "slips",
    "voters", "invitees", "members", "fully_organised", "seats", "chairs",
)  # fmt: skip
ROWS = ("people", "tallies", "turns", "agenda", "issues", "decisions", "commitments", "money")
_FIELDS = {
    "format", "number", "title", "kind", "held", "date", "start", "end", "not_stated", "not_asked",
    *TEXTS, *NUMBERS, *ROWS, *FORMALITIES,
}  # fmt: skip


def record_of(session: Session) -> dict[str, Any]:
    """The session as an object of `hrplan-session/1`; reading it gives an equal session but for the ids of its rows."""
    record: dict[str, Any] = {"format": FORMAT, "number": session.number, "title": session.title, "kind": session.kind}
    record |= {name: getattr(session, name) for name in (*TEXTS, "held", "start", "end", *NUMBERS)}
    record["date"] = session.date.isoformat() if session.date else None
    record["not_stated"] = dict(session.not_stated)
    record["not_asked"] = sorted(session.not_asked)
    record["tallies"] = [
        _kept({name: getattr(one, name) for name in ("group", "count", "low", "high", "percent", "counted_by")})
        for one in session.tallies
    ]
    record["people"] = [_person_record(one) for one in session.people]
    record["turns"] = [
        _kept(
            {
                "group": one.group,
                "role": str(one.role),
                "seconds": one.seconds,
                "count": one.count if one.count != 1 else None,
                "at": one.at,
            }
        )
        for one in session.turns
    ]
    points = sorted(session.agenda, key=lambda item: item.position)
    record["agenda"] = [_kept({"text": one.text, "minutes": one.minutes}) for one in points]
    record["issues"] = [_issue_record(one) for one in session.issues]
    record["decisions"] = [
        _kept(
            {
                "id": one.code,
                "text": one.text,
                "how": _word(one.how),
                "dissent": one.dissent,
                "answers": list(one.answers),
            }
        )
        for one in session.decisions
    ]
    record["commitments"] = [_commitment_record(one) for one in session.commitments]
    record["money"] = [{"for": one.group, "amount": one.amount, "of": one.of} for one in session.money]
    return _kept(record | formalities_record(session))


def session_from(record: object, *, source: str | None = None) -> Session:
    """A session from an object of `hrplan-session/1`; Refused names the field that is not right."""
    top = RecordReader(record, "")
    if top.text("format") != FORMAT:
        raise Refused("unknown_format", format=str(top.raw("format")))
    top.only(_FIELDS)
    top.in_order("heads_low", "heads_high")
    return Session(
        id=SessionId(new_id()),
        number=top.text("number"),
        title=top.text("title"),
        kind=top.text("kind"),
        country=top.text_or_none("country"),
        series=top.text_or_none("series"),
        body=top.text_or_none("body"),
        legal_basis=top.text_or_none("legal_basis"),
        reheld_of=top.text_or_none("reheld_of"),
        held=top.yes_no("held"),
        date=top.date("date"),
        date_as_written=top.text_or_none("date_as_written"),
        start=top.time("start"),
        end=top.time("end"),
        venue=top.text_or_none("venue"),
        barriers=top.text_or_none("barriers"),
        support=top.text_or_none("support"),
        heads=top.number("heads"),
        heads_low=top.number("heads_low"),
        heads_high=top.number("heads_high"),
        signatures=top.number("signatures"),
        slips=top.number("slips"),
        voters=top.number("voters"),
        invitees=top.number("invitees"),
        members=top.number("members"),
        fully_organised=top.number("fully_organised"),
        seats=top.number("seats"),
        chairs=top.number("chairs"),
        not_stated={
            _dimension(name, "not_stated"): top.below("not_stated").whole(name)
            for name in top.below("not_stated").names
        },
        not_asked=frozenset(_dimension(name, "not_asked") for name in top.texts("not_asked")),
        source=source,
        people=tuple(_person(one) for one in top.rows("people")),
        tallies=tuple(_tally(one) for one in top.rows("tallies")),
        turns=tuple(_turn(one) for one in top.rows("turns")),
        agenda=tuple(_agenda_item(one, place) for place, one in enumerate(top.rows("agenda"))),
        issues=tuple(_issue(one, place) for place, one in enumerate(top.rows("issues"))),
        decisions=tuple(_decision(one, place) for place, one in enumerate(top.rows("decisions"))),
        commitments=tuple(_commitment(one, place) for place, one in enumerate(top.rows("commitments"))),
        money=tuple(_money(one) for one in top.rows("money")),
        **formalities_from(top),
    )


# ------------------------------------------------------------------------------------------ writing the rows


def _kept(record: dict[str, Any]) -> dict[str, Any]:
    """What is known: nothing is said by leaving out, never by an empty value."""
    return {name: value for name, value in record.items() if value is not None and value not in ([], {})}


def _word(code: StrEnum | None) -> str | None:
    return None if code is None else str(code)


def _person_record(one: Person) -> dict[str, Any]:
    return _kept(
        {
            "code": one.code,
            "name": one.name,
            "age": one.age,
            "role": str(one.role),
            "groups": sorted(one.groups),
            "not_in": sorted(one.not_in),
            "place": one.place,
            "signed": one.signed,
            "resident": one.resident,
            "at": one.at,
            "consent": dict(one.consent),
        }
    )


def _issue_record(one: Issue) -> dict[str, Any]:
    response = _kept({"answer": _word(one.answer), "reason": one.reason, "office": one.office})
    record = {name: getattr(one, name) for name in ("text", "theme", "place", "volume", "cost")}
    return _kept({"id": one.code, "raised_by": list(one.raised_by), "response": response, **record})


def _commitment_record(one: Commitment) -> dict[str, Any]:
    return _kept(
        {
            "id": one.code,
            "text": one.text,
            "answers": list(one.answers),
            "owner": one.owner,
            "first_step": one.first_step,
            "due": one.due.isoformat() if one.due else None,
            "money": one.money,
            "status": str(one.status),
            "progress": one.progress,
        }
    )


# ------------------------------------------------------------------------------------------ reading the rows


def _person(row: RecordReader) -> Person:
    row.only({"code", "name", "age", "role", "groups", "not_in", "place", "signed", "resident", "at", "consent"})
    consent = row.below("consent")
    consent.only(set(Purpose))
    return Person(
        id=PersonId(new_id()),
        code=row.text_or_none("code"),
        name=row.text_or_none("name"),
        age=row.number("age"),
        role=row.code(Role, "role") or Role.PARTICIPANT,
        groups=frozenset(row.groups("groups")),
        not_in=frozenset(row.groups("not_in")),
        place=row.text_or_none("place"),
        signed=row.yes_no("signed"),
        resident=row.yes_no("resident"),
        at=row.text_or_none("at"),
        consent={purpose: said for purpose in Purpose if (said := consent.yes_no(purpose)) is not None},
    )


def _tally(row: RecordReader) -> Tally:
    row.only({"group", "count", "low", "high", "percent", "counted_by"})
    tally = Tally(
        id=RowId(new_id()),
        group=row.group("group"),
        count=row.number("count"),
        low=row.number("low"),
        high=row.number("high"),
        percent=row.percent("percent"),
        counted_by=row.text_or_none("counted_by"),
    )
    if tally.count is None and tally.low is None and tally.high is None and tally.percent is None:
        raise Refused("field_missing", field=f"{row.where}.count")
    row.in_order("low", "high")
    return tally


def _turn(row: RecordReader) -> Turn:
    row.only({"group", "role", "seconds", "count", "at"})
    return Turn(
        id=RowId(new_id()),
        group=None if row.raw("group") is None else row.group("group"),
        role=row.code(TurnRole, "role") or TurnRole.RAISED,
        seconds=row.number("seconds"),
        count=1 if row.raw("count") is None else row.whole("count"),
        at=row.text_or_none("at"),
    )


def _agenda_item(row: RecordReader, place: int) -> AgendaItem:
    row.only({"text", "minutes"})
    return AgendaItem(id=RowId(new_id()), text=row.text("text"), position=place, minutes=row.number("minutes"))


def _issue(row: RecordReader, place: int) -> Issue:
    row.only({"id", "text", "raised_by", "theme", "place", "volume", "cost", "response"})
    response = row.below("response")
    response.only({"answer", "reason", "office"})
    return Issue(
        id=RowId(new_id()),
        code=row.text_or_none("id") or f"i{place + 1}",
        text=row.text("text"),
        raised_by=row.groups("raised_by"),
        theme=row.text_or_none("theme"),
        place=row.text_or_none("place"),
        volume=row.text_or_none("volume"),
        cost=row.number("cost"),
        answer=response.code(Answer, "answer"),
        reason=response.text_or_none("reason"),
        office=response.text_or_none("office"),
    )


def _decision(row: RecordReader, place: int) -> Decision:
    row.only({"id", "text", "how", "dissent", "answers"})
    return Decision(
        id=RowId(new_id()),
        code=row.text_or_none("id") or f"d{place + 1}",
        text=row.text("text"),
        how=row.code(HowDecided, "how"),
        dissent=row.text_or_none("dissent"),
        answers=row.texts("answers"),
    )


def _commitment(row: RecordReader, place: int) -> Commitment:
    row.only({"id", "text", "answers", "owner", "first_step", "due", "money", "status", "progress"})
    return Commitment(
        id=RowId(new_id()),
        code=row.text_or_none("id") or f"c{place + 1}",
        text=row.text("text"),
        answers=row.texts("answers"),
        owner=row.text_or_none("owner"),
        first_step=row.text_or_none("first_step"),
        due=row.date("due"),
        money=row.number("money"),
        status=row.code(Status, "status") or Status.MADE,
        progress=row.text_or_none("progress"),
    )


def _money(row: RecordReader) -> MoneyLine:
    row.only({"for", "amount", "of"})
    return MoneyLine(id=RowId(new_id()), group=row.group("for"), amount=row.whole("amount"), of=row.whole("of"))


def _dimension(name: str, where: str) -> Dimension:
    if name not in standard_dimensions():
        raise Refused("field_not_understood", field=where, value=name)
    return Dimension(name)
