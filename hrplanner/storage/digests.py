"""A digest of every session as it was written, so that damage to a plain file never passes for what was recorded.

The digest of a session is the sum of the SHA-256 of each of its rows, bins included, modulo 2 to the 256th: an edit
takes the old row off and adds the new one, so that it costs the same in a session of five people and of five thousand.
Rows that belong to no session are summed under sixteen zeros. It finds what a disk or a stick did; against somebody
who recounts it there are the log (see `entries`), sealing and signatures.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

import sqlalchemy as sa

from hrplanner.model.changes import RowKind
from hrplanner.storage.columns import identity, needed_whole, table
from hrplanner.storage.engine import rows_of
from hrplanner.storage.entry_bodies import canonical
from hrplanner.storage.tables import TABLES

FRAME = bytes(16)
"""Stands for the session of rows that have none."""

_MODULUS = 1 << 256
_NONE = (0, bytes(32))
_AT_ONCE = 500

digest = table(
    "digest",
    identity("session"),
    needed_whole("rows"),
    sa.Column("sum", sa.LargeBinary, nullable=False),
)

_KNOWN = 'select "rows", "sum" from digest where session = ?'
_KEEP = (
    'insert into digest (session, "rows", "sum") values (?, ?, ?) '
    'on conflict (session) do update set "rows" = excluded."rows", "sum" = excluded."sum"'
)
_GROUPS = 'select person, "group", belongs from membership where person in ({}) order by person, "group"'


class Sums:
    """What the rows of one transaction take off and add, until it is written down with them."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._found: dict[bytes, list[int]] = {}

    def take_off(self, kind: RowKind, ids: Sequence[bytes]) -> None:
        """The rows of these ids as they are now are about to change."""
        self._count(kind, ids, -1)

    def add(self, kind: RowKind, ids: Sequence[bytes]) -> None:
        """The rows of these ids are as they stay."""
        self._count(kind, ids, 1)

    def write(self) -> None:
        """Keep the digests of all sessions that were touched."""
        found, self._found = self._found, {}
        for session, (rows, total) in found.items():
            known = rows_of(self._connection, _KNOWN, (session,))
            before = (known[0][0], int.from_bytes(known[0][1], "big")) if known else (0, 0)
            _keep(self._connection, session, before[0] + rows, before[1] + total)

    def _count(self, kind: RowKind, ids: Sequence[bytes], sign: int) -> None:
        for session, value in _hashed(self._connection, kind, ids):
            counted = self._found.setdefault(session, [0, 0])
            counted[0] += sign
            counted[1] += sign * value


def differing(connection: sa.Connection) -> frozenset[bytes]:
    """The sessions whose rows are not those that were written; `FRAME` among them for the frame of the book."""
    kept = {
        session: (rows, total)
        for session, rows, total in connection.exec_driver_sql('select session, "rows", "sum" from digest')
    }
    found = _counted(connection)
    return frozenset(
        session for session in kept.keys() | found.keys() if kept.get(session, _NONE) != found.get(session, _NONE)
    )


def renew(connection: sa.Connection) -> None:
    """Keep all digests anew, after tables were changed, or rows, in another way than by changes."""
    connection.exec_driver_sql("delete from digest")
    for session, (rows, total) in _counted(connection).items():
        connection.exec_driver_sql(_KEEP, (session, rows, total))


def _counted(connection: sa.Connection) -> dict[bytes, tuple[int, bytes]]:
    found: dict[bytes, list[int]] = {}
    for kind in RowKind:
        for some in _chunks(connection, kind):
            for session, value in _hashed(connection, kind, some):
                counted = found.setdefault(session, [0, 0])
                counted[0] += 1
                counted[1] += value
    return {session: (rows, _bytes(total)) for session, (rows, total) in found.items()}


def _chunks(connection: sa.Connection, kind: RowKind) -> Iterator[Sequence[bytes]]:
    last = b""
    sql = f'select id from "{kind}" where id > ? order by id limit {_AT_ONCE}'
    while ids := [row[0] for row in connection.exec_driver_sql(sql, (last,))]:
        yield ids
        last = ids[-1]


def _hashed(connection: sa.Connection, kind: RowKind, ids: Sequence[bytes]) -> Iterator[tuple[bytes, int]]:
    """The session and the number of each row that is there."""
    for start in range(0, len(ids), _AT_ONCE):
        some = tuple(ids[start : start + _AT_ONCE])
        marks = ",".join("?" * len(some))
        groups = _groups(connection, some, marks) if kind is RowKind.PERSON else {}
        for row in rows_of(connection, f"{_select(kind)} ({marks})", some):
            yield _session_of(kind, row), _number(kind, row, groups.get(row[0], ()))


def _groups(connection: sa.Connection, ids: tuple[bytes, ...], marks: str) -> dict[bytes, list[Any]]:
    found: dict[bytes, list[Any]] = {}
    for who, group, belongs in rows_of(connection, _GROUPS.format(marks), ids):
        found.setdefault(who, []).append([group, belongs])
    return found


def _number(kind: RowKind, row: Iterable[Any], groups: Iterable[Any]) -> int:
    values = [value.hex() if isinstance(value, bytes) else value for value in row]
    text = canonical([str(kind), *values, *groups])
    return int.from_bytes(hashlib.sha256(text.encode(errors="surrogatepass")).digest(), "big")


@cache
def _select(kind: RowKind) -> str:
    return f'select * from "{kind}" where id in'


@cache
def _place_of_session(kind: RowKind) -> int | None:
    names = [column.name for column in TABLES[kind].columns]
    return names.index("session") if "session" in names else None


def _session_of(kind: RowKind, row: Sequence[Any]) -> bytes:
    if kind is RowKind.SESSION:
        return bytes(row[0])
    place = _place_of_session(kind)
    return FRAME if place is None else bytes(row[place])


def _keep(connection: sa.Connection, session: bytes, rows: int, total: int) -> None:
    rows_of(connection, _KEEP, (session, rows, _bytes(total)))


def _bytes(total: int) -> bytes:
    return (total % _MODULUS).to_bytes(32, "big")
