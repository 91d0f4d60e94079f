"""Changes become rows, and rows become values again; one kind of row is one table.

Every write says what it expects to find: a row that somebody else changed meanwhile is refused, never overwritten.
What is logged about a write is in `entries`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from hrplanner.model.changes import Change, RowKind, from_plain
from hrplanner.model.errors import Refused
from hrplanner.storage import memberships
from hrplanner.storage.digests import Sums
from hrplanner.storage.engine import ApswDialect
from hrplanner.storage.entry_bodies import canonical
from hrplanner.storage.tables import TABLES

CHUNK = 10_000
"""Changes held in memory at once; an import of a million rows streams through this window."""

Write = tuple[str, tuple[str, ...]]
"""A statement and the names of its values in order; a name with a leading `was ` is the value expected to be there."""

_WAS = "was "
_APART = frozenset({"id", "session", "binned"})
_DIALECT = ApswDialect()
_DECODERS: dict[str, Callable[[Any], Any]] = {"json": json.loads, "yes_no": bool}


class RowWriter:
    """Takes changes one by one and writes them in runs of at most `CHUNK`; `at` is the time put into `binned`.

    Raises Refused("changed_meanwhile") when a row is not as its change expects it.
    """

    def __init__(self, connection: sa.Connection, *, at: int) -> None:
        self._connection = connection
        self._at = at
        self._run: list[Change] = []
        self._seen: set[tuple[RowKind, bytes]] = set()
        self._sums = Sums(connection)

    def add(self, change: Change) -> None:
        """Write the change, now or with the next ones; two changes of one row keep their order."""
        key = (change.kind, change.id)
        if key in self._seen or len(self._run) >= CHUNK:
            self.flush()
        self._seen.add(key)
        self._run.append(change)

    def lay_in_bin(self, kind: RowKind, row: bytes, session: bytes | None, values: Mapping[str, Any]) -> None:
        """A row that came and went on another copy; it lies in the bin here too, so that what stays has its place."""
        table = TABLES[kind]
        own = {name: _encoder(kind, name)(value) for name, value in values.items() if name in table.c}
        place = {"session": session} if "session" in table.c else {}
        putting = insert(table).values(id=row, binned=self._at, **place, **own).on_conflict_do_nothing()
        if self._connection.execute(putting).rowcount == 1:
            self._sums.add(kind, [row])

    def flush(self) -> None:
        """Write what waits, so that a question to the book sees it."""
        run, self._run = self._run, []
        self._seen.clear()
        for kind, names, rows in _alike(run):
            ids = [change.id for change in rows]
            self._sums.take_off(kind, ids)
            _write_alike(self._connection, kind, names, rows, self._at)
            self._sums.add(kind, ids)

    def finish(self) -> None:
        """Write what waits, and the digests of all sessions that were touched."""
        self.flush()
        self._sums.write()


def read_rows(connection: sa.Connection, kind: RowKind, *, session: bytes | None = None) -> list[Any]:
    """The values of one kind, of a session or of the frame, in the order of their ids and without the binned ones."""
    whose = TABLES[kind].c.session == session if session is not None else None
    return [from_plain(kind, row_id, plain) for row_id, plain in plain_rows(connection, kind, whose)]


def plain_rows(
    connection: sa.Connection, kind: RowKind, whose: sa.ColumnElement[bool] | None = None, *, binned: bool = False
) -> Iterator[tuple[bytes, dict[str, Any]]]:
    """The ids and plain values of the rows outside the bin, or of those in it, in the order of their ids."""
    table = TABLES[kind]
    fields = [column for column in table.columns if column.name not in _APART]
    query = (
        sa.select(table.c.id, *fields)
        .where(table.c.binned.is_not(None) if binned else table.c.binned.is_(None))
        .order_by(table.c.id)
    )
    groups: Mapping[bytes, Mapping[str, Any]] = {}
    if whose is not None:
        query = query.where(whose)
    if kind is RowKind.PERSON:
        groups = memberships.of_people(connection, whose)
    names = [column.name for column in fields]
    decoded = [(place, decode) for place, column in enumerate(fields) if (decode := _decoder(kind, column.name))]
    for row_id, *values in connection.execute(query):
        for place, decode in decoded:
            if values[place] is not None:
                values[place] = decode(values[place])
        plain = dict(zip(names, values, strict=True))
        if kind is RowKind.PERSON:
            plain |= groups.get(row_id, memberships.NONE)
        yield row_id, plain


# ------------------------------------------------------------------------------------------ in what order


def _alike(run: Sequence[Change]) -> Iterator[tuple[RowKind, tuple[str, ...] | None, list[Change]]]:
    """Changes of one kind that come (no names), go (no names) or touch the same fields, as one statement each."""
    found: dict[tuple[RowKind, str, tuple[str, ...] | None], list[Change]] = {}
    for change in run:
        names = tuple(change.after) if change.before is not None and change.after is not None else None
        found.setdefault((change.kind, "put" if change.before is None else "rest", names), []).append(change)
    for (kind, _, names), rows in found.items():
        yield kind, names, rows


# ------------------------------------------------------------------------------------------ one statement


def _write_alike(
    connection: sa.Connection, kind: RowKind, names: tuple[str, ...] | None, rows: list[Change], at: int
) -> None:
    if names is not None:
        own = tuple(name for name in names if kind is not RowKind.PERSON or name not in memberships.FIELDS)
        if own:
            _run(connection, _setting(kind, own), kind, rows)
    elif rows[0].before is None:
        _run(connection, _putting(kind), kind, rows)
    else:
        _run(connection, _binning(kind), kind, rows, at=at)
        return
    if kind is RowKind.PERSON:
        memberships.write(connection, rows)


def _run(connection: sa.Connection, write: Write, kind: RowKind, rows: list[Change], *, at: int = 0) -> None:
    sql, names = write
    takers = [_taker(kind, name, at) for name in names]
    done = connection.exec_driver_sql(sql, [tuple([take(change) for take in takers]) for change in rows])
    if done.rowcount != len(rows):
        raise Refused("changed_meanwhile", kind=str(kind))


def _taker(kind: RowKind, name: str, at: int) -> Callable[[Change], Any]:
    """How a value of the statement is taken out of a change."""
    if name == "id":
        return lambda change: change.id
    if name == "session":
        return lambda change: change.session
    if name == "binned":
        return lambda _: at
    field = name.removeprefix(_WAS)
    encode = _encoder(kind, field)
    if name.startswith(_WAS):
        return lambda change: encode((change.before or {})[field])
    if encode is _as_is:
        return lambda change: change.after[field]  # type: ignore[index]  # checked when the rows were sorted
    return lambda change: encode((change.after or {})[field])


@cache
def _putting(kind: RowKind) -> Write:
    """Insert a row, or take it out of the bin again with these values; a row that is there already stays."""
    table = TABLES[kind]
    fields = [column.name for column in table.columns if column.name != "binned"]
    statement = insert(table).values({name: sa.bindparam(name) for name in fields})
    return _compiled(
        statement.on_conflict_do_update(
            index_elements=["id"],
            set_={**{name: statement.excluded[name] for name in fields if name != "id"}, "binned": sa.null()},
            where=table.c.binned.is_not(None),
        )
    )


@cache
def _setting(kind: RowKind, names: tuple[str, ...]) -> Write:
    table = TABLES[kind]
    expected = [table.c[name].is_not_distinct_from(sa.bindparam(_WAS + name)) for name in names]
    return _compiled(
        sa.update(table)
        .where(table.c.id == sa.bindparam("id"), table.c.binned.is_(None), *expected)
        .values({name: sa.bindparam(name) for name in names})
    )


@cache
def _binning(kind: RowKind) -> Write:
    """Put a row into the bin, if it is as it was seen."""
    table = TABLES[kind]
    fields = [column for column in table.columns if column.name not in _APART]
    expected = [column.is_not_distinct_from(sa.bindparam(_WAS + column.name)) for column in fields]
    return _compiled(
        sa.update(table)
        .where(table.c.id == sa.bindparam("id"), table.c.binned.is_(None), *expected)
        .values(binned=sa.bindparam("binned"))
    )


def _compiled(statement: sa.Insert | sa.Update) -> Write:
    compiled = statement.compile(dialect=_DIALECT)
    return str(compiled), tuple(compiled.positiontup or ())


# ------------------------------------------------------------------------------------------ single values


def _encoder(kind: RowKind, name: str) -> Callable[[Any], Any]:
    return canonical if TABLES[kind].c[name].info.get("holds") == "json" else _as_is


def _decoder(kind: RowKind, name: str) -> Callable[[Any], Any] | None:
    return _DECODERS.get(TABLES[kind].c[name].info.get("holds", ""))


def _as_is(value: Any) -> Any:
    return value
