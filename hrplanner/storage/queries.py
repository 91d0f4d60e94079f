"""Questions across sessions, answered by SQL with the frozen lines that lists show.

One session as a whole is read in `rows`; verdicts are never computed here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from hrplanner.model.changes import PART_KINDS, RowKind, from_plain, plain
from hrplanner.model.commitments import Status
from hrplanner.model.conflicts import Conflict
from hrplanner.model.errors import Refused
from hrplanner.model.ids import RowId, SessionId
from hrplanner.model.lines import CommitmentLine, KnownName, KnownRow, SessionLine
from hrplanner.model.minutes import MinutesVersion, Printout
from hrplanner.model.office import Office
from hrplanner.model.session import Session
from hrplanner.storage.log_tables import book
from hrplanner.storage.rows import plain_rows, read_rows
from hrplanner.storage.tables import TABLES, commitment, issue, minutes, person, printout, session

_LONGEST_BEGINNING = 100
_ASKED_AT_ONCE = 500


def read_office(connection: sa.Connection) -> Office:
    """The frame of the book."""
    ((row_id, own),) = plain_rows(connection, RowKind.OFFICE)
    groups = sorted(read_rows(connection, RowKind.GROUP), key=lambda one: (one.position, one.code))
    parts = {
        "groups": tuple(groups),
        "series": tuple(read_rows(connection, RowKind.SERIES)),
        "rules": tuple(read_rows(connection, RowKind.RULE)),
        "learned_words": tuple(read_rows(connection, RowKind.LEARNED_WORD)),
        "bodies": tuple(read_rows(connection, RowKind.BODY)),
        "seats": tuple(read_rows(connection, RowKind.SEAT)),
        "keys": tuple(read_rows(connection, RowKind.OFFICE_KEY)),
    }
    return from_plain(RowKind.OFFICE, row_id, {**own, **parts})  # type: ignore[no-any-return]


def read_session(connection: sa.Connection, whose: sa.ColumnElement[bool]) -> Session:
    """One session with all its rows; Refused("unknown_session") where there is none outside the bin."""
    found = list(plain_rows(connection, RowKind.SESSION, whose))
    if not found:
        raise Refused("unknown_session")
    row_id, own = found[0]
    parts = {part: tuple(read_rows(connection, kind, session=row_id)) for part, (kind, _) in PART_KINDS.items()}
    return from_plain(RowKind.SESSION, row_id, {**own, **parts})  # type: ignore[no-any-return]


def session_lines(connection: sa.Connection) -> tuple[SessionLine, ...]:
    """All sessions outside the bin, by number."""
    query = (
        sa.select(
            session,
            _how_many(person).label("listed"),
            _how_many(issue).label("issues"),
            _how_many(commitment).label("commitments"),
            _how_many(minutes).label("versions"),
        )
        .where(session.c.binned.is_(None))
        .order_by(session.c.number)
    )
    return tuple(_session_line(row) for row in connection.execute(query).mappings())


def commitment_lines(connection: sa.Connection) -> tuple[CommitmentLine, ...]:
    """Every promise of every session outside the bin; those with a day come first, by day."""
    query = (
        sa.select(commitment, session.c.number, session.c.date)
        .join(session, session.c.id == commitment.c.session)
        .where(commitment.c.binned.is_(None), session.c.binned.is_(None))
        .order_by(commitment.c.due.is_(None), commitment.c.due, session.c.number, commitment.c.id)
    )
    return tuple(
        CommitmentLine(
            id=RowId(row["id"]),
            session=SessionId(row["session"]),
            number=row["number"],
            made=_date(row["date"]),
            code=row["code"],
            text=row["text"],
            owner=row["owner"],
            due=_date(row["due"]),
            status=Status(row["status"]),
        )
        for row in connection.execute(query).mappings()
    )


def known_names(connection: sa.Connection, beginning: str, limit: int) -> tuple[KnownName, ...]:
    """People of earlier lists whose name begins like this, those seen last first; one line for each name and place."""
    if not beginning.strip() or len(beginning) > _LONGEST_BEGINNING:
        return ()
    last_seen = sa.func.max(session.c.date).label("last_seen")
    query = (
        sa.select(person.c.name, person.c.place, sa.func.max(person.c.age).label("age"), last_seen)
        .join(session, session.c.id == person.c.session)
        .where(
            person.c.name.istartswith(beginning, autoescape=True), person.c.binned.is_(None), session.c.binned.is_(None)
        )
        .group_by(person.c.name, person.c.place)
        .order_by(last_seen.desc(), person.c.name)
        .limit(limit)
    )
    return tuple(
        KnownName(name=name, place=place, age=age, last_seen=_date(seen))
        for name, place, age, seen in connection.execute(query)
    )


def minutes_versions(connection: sa.Connection, which: SessionId) -> tuple[MinutesVersion, ...]:
    """The frozen versions of a session, oldest first."""
    found = plain_rows(connection, RowKind.MINUTES, minutes.c.session == which)
    versions = [MinutesVersion(id=RowId(row_id), **own) for row_id, own in found]
    return tuple(sorted(versions, key=lambda one: one.version))


def conflicts(connection: sa.Connection) -> tuple[Conflict, ...]:
    """What merging asked and nobody has settled."""
    table = TABLES[RowKind.CONFLICT]
    return tuple(
        Conflict(id=RowId(row_id), **{**own, "heads": tuple(own["heads"])})
        for row_id, own in plain_rows(connection, RowKind.CONFLICT, table.c.settled.is_(None))
    )


def book_id(connection: sa.Connection) -> str:
    """Which book this is in all its copies, in hex."""
    return bytes(connection.execute(sa.select(book.c.id)).scalar_one()).hex()


def is_packet(connection: sa.Connection) -> bool:
    """Whether the book was made from another one to be read."""
    table = TABLES[RowKind.PACKET]
    from_elsewhere = sa.select(table.c.id).where(table.c.source != book_id(connection))
    return connection.execute(from_elsewhere).first() is not None


def all_rows(connection: sa.Connection, kind: RowKind) -> Iterator[tuple[bytes, bytes | None, Mapping[str, Any]]]:
    """Every row of a kind outside the bin, with its session, in plain values, by id."""
    table = TABLES[kind]
    sessions: dict[bytes, bytes] = {}
    if "session" in table.c:
        sessions = {row.id: row.session for row in connection.execute(sa.select(table.c.id, table.c.session))}
    for row, values in plain_rows(connection, kind):
        yield row, sessions.get(row), values


def row_now(connection: sa.Connection, kind: RowKind, row: bytes) -> tuple[SessionId | None, Mapping[str, Any] | None]:
    """A row with its session, in plain values; None where it is not there, or in the bin."""
    table = TABLES[kind]
    values = dict(plain_rows(connection, kind, table.c.id == row)).get(row)
    if kind is RowKind.SESSION:
        return SessionId(row), values
    if "session" not in table.c:
        return None, values
    session = connection.execute(sa.select(table.c.session).where(table.c.id == row)).scalar()
    return (SessionId(session) if session is not None else None), values


def printouts(connection: sa.Connection, which: SessionId) -> tuple[Printout, ...]:
    """What was printed of a session, in the order of printing."""
    return tuple(
        Printout(id=RowId(row_id), **{**own, "pages": tuple(own["pages"])})
        for row_id, own in plain_rows(connection, RowKind.PRINTOUT, printout.c.session == which)
    )


def known_rows(connection: sa.Connection, kind: RowKind, sources: Sequence[str]) -> Mapping[str, KnownRow]:
    """Rows outside the bin by their source."""
    table = TABLES[kind]
    found: dict[str, KnownRow] = {}
    for start in range(0, len(sources), _ASKED_AT_ONCE):
        some = sources[start : start + _ASKED_AT_ONCE]
        whose = sa.select(table.c.id, *([table.c.session] if "session" in table.c else [])).where(
            table.c.source.in_(some), table.c.binned.is_(None)
        )
        sessions = {row[0]: row[1] if len(row) > 1 else row[0] for row in connection.execute(whose)}
        for row_id, own in plain_rows(connection, kind, table.c.id.in_(list(sessions))):
            values = plain(from_plain(kind, row_id, own))
            found[own["source"]] = KnownRow(row_id, SessionId(sessions[row_id]), values)
    return found


def _how_many(table: sa.Table) -> sa.ScalarSelect[Any]:
    counted = sa.select(sa.func.count()).select_from(table)
    return counted.where(table.c.session == session.c.id, table.c.binned.is_(None)).scalar_subquery()


def _session_line(row: Any) -> SessionLine:
    return SessionLine(
        id=SessionId(row["id"]),
        number=row["number"],
        title=row["title"],
        kind=row["kind"],
        date=_date(row["date"]),
        date_as_written=row["date_as_written"],
        held=None if row["held"] is None else bool(row["held"]),
        series=row["series"],
        heads=row["heads"],
        listed=row["listed"],
        issues=row["issues"],
        commitments=row["commitments"],
        versions=row["versions"],
    )


def _date(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)
