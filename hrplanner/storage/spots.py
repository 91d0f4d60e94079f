"""Where a row of a damaged book is, in numbers and codes: a person's name must not get into a report."""

from __future__ import annotations

import sqlalchemy as sa

from hrplanner.model.changes import RowKind
from hrplanner.model.lines import EntryKey
from hrplanner.model.soundness import Spot
from hrplanner.storage.digests import FRAME
from hrplanner.storage.tables import TABLES, session

_SAID_BY = ("number", "version", "code")
_END = 8


def row_spot(connection: sa.Connection, kind: RowKind, row_id: bytes) -> Spot:
    """The place of a row, as far as it can still be told."""
    table = TABLES[kind]
    row = connection.execute(sa.select(table).where(table.c.id == row_id)).mappings().one_or_none()
    if row is None:
        return Spot(kind=kind.value, row=row_id.hex()[-_END:])
    said = next((str(row[name]) for name in _SAID_BY if row.get(name) is not None), row_id.hex()[-_END:])
    whose = row_id if kind is RowKind.SESSION else row.get("session")
    return Spot(kind=kind.value, row=said, session=_number(connection, whose) if whose is not None else None)


def session_spot(connection: sa.Connection, which: bytes) -> Spot:
    """A session whose rows are not what they were, or the frame of the book."""
    if which == FRAME:
        return Spot(kind=RowKind.OFFICE.value, row="")
    return Spot(kind=RowKind.SESSION.value, row=which.hex()[-_END:], session=_number(connection, which))


def entry_spot(key: EntryKey) -> Spot:
    """A line of the log."""
    return Spot(kind="entry", row=f"{key.replica.hex()[-_END:]}:{key.sequence}")


def _number(connection: sa.Connection, which: bytes) -> str | None:
    return connection.execute(sa.select(session.c.number).where(session.c.id == which)).scalar()
