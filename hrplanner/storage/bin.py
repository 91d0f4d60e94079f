"""The bin: rows that were taken away, newest first, and the changes that put one back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from hrplanner.model.bin import BinLine
from hrplanner.model.changes import PART_KINDS, Change, RowKind
from hrplanner.model.errors import Refused
from hrplanner.model.ids import SessionId
from hrplanner.storage.rows import plain_rows
from hrplanner.storage.tables import TABLES, session

_SHOWN = (RowKind.SESSION, *(kind for kind, _ in PART_KINDS.values()))
_OWNER = session.alias("owner")
_WORDS = ("title", "name", "text", "group", "office", "place", "code")


def bin_lines(connection: sa.Connection, *, since: int) -> tuple[BinLine, ...]:
    """What went into the bin since then (milliseconds since 1970); rows of a session that went too are not told."""
    found = [line for kind in _SHOWN for line in _of_kind(connection, kind, since)]
    return tuple(sorted(found, key=lambda line: line.gone, reverse=True))


def out_of_bin(connection: sa.Connection, kind: RowKind, row_id: bytes) -> tuple[Change, ...]:
    """The changes that put a row back; a session comes with all that went with it. Refused("not_in_bin")."""
    table = TABLES[kind]
    gone = connection.execute(sa.select(table.c.binned).where(table.c.id == row_id)).scalar()
    if gone is None:
        raise Refused("not_in_bin")
    if kind is not RowKind.SESSION:
        return tuple(_back(connection, kind, table.c.id == row_id))
    return tuple(
        change
        for each in _SHOWN
        for change in _back(
            connection, each, (_session_of(each) == row_id) & (TABLES[each].c.binned == gone)
        )
    )  # fmt: skip


def _of_kind(connection: sa.Connection, kind: RowKind, since: int) -> Iterator[BinLine]:
    table = TABLES[kind]
    query = (
        sa.select(table, _OWNER.c.number.label("of"))
        .join_from(table, _OWNER, _OWNER.c.id == _session_of(kind))
        .where(table.c.binned >= since)
    )
    if kind is not RowKind.SESSION:
        query = query.where(_OWNER.c.binned.is_(None))
    for row in connection.execute(query).mappings():
        yield BinLine(
            kind=kind,
            id=row[table.c.id],
            number=row["of"],
            words=_words(table, row),
            gone=dt.datetime.fromtimestamp(row[table.c.binned] / 1000, dt.UTC),
        )


def _words(table: sa.Table, row: Mapping[Any, Any]) -> str:
    named: Sequence[str] = [name for name in _WORDS if name in table.c]
    return next((str(row[table.c[name]]) for name in named if row[table.c[name]]), "")


def _back(connection: sa.Connection, kind: RowKind, which: sa.ColumnElement[bool]) -> Iterator[Change]:
    owners = {
        row[0]: row[1] for row in connection.execute(sa.select(TABLES[kind].c.id, _session_of(kind)).where(which))
    }
    for row_id, plain in plain_rows(connection, kind, which, binned=True):
        yield Change(kind, row_id, SessionId(owners[row_id]), None, plain)


def _session_of(kind: RowKind) -> sa.ColumnElement[bytes]:
    return session.c.id if kind is RowKind.SESSION else TABLES[kind].c.session
