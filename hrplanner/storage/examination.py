"""Check file: whether a book is sound, by its pages, its links, its log, and its rows against its log.

A plain SQLite file hides damage: flipped bits inside a value pass every check of pages. But each row was written down
twice, in its table and in the log, and the log is chained; so the two are compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import sqlalchemy as sa

from hrplanner.model.changes import Change, RowKind
from hrplanner.model.errors import FileProblem
from hrplanner.storage import entries, entry_bodies, schema
from hrplanner.storage.engine import open_engine
from hrplanner.storage.file_format import VERSION, probe
from hrplanner.storage.log_tables import entry
from hrplanner.storage.rows import plain_rows
from hrplanner.storage.safety import said_by_book, said_by_rows
from hrplanner.storage.tables import TABLES

COMPARED_AT_ONCE = 100_000
"""Rows whose state by the log is held in memory at a time; a larger book is read several times."""

READ_AT_ONCE = 5_000

States = dict[tuple[RowKind, bytes], Mapping[str, Any] | None]
State = Literal["sound", "damaged", "cannot_be_opened"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something in the book that is not as it was written: a code, and how often."""

    code: str
    count: int = 1
    kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """What a check found. `problem` is the code of what kept the book from being opened at all."""

    state: State
    faults: tuple[Fault, ...] = ()
    problem: FileProblem | None = None


def examine(path: Path) -> Examination:
    """Look at everything in a book without changing a byte of it."""
    try:
        header = probe(path)
        engine = open_engine(path, access="read")
        try:
            with said_by_book(path, doing="reading"), said_by_rows(path), engine.begin() as connection:
                if header.version == VERSION and not schema.is_ours(connection):
                    raise FileProblem("altered", path=str(path))
                schema.limits(connection)
                faults = tuple(_faults(connection))
        finally:
            engine.dispose()
    except FileProblem as problem:
        state: State = "damaged" if problem.code in {"damaged", "cut_short", "altered"} else "cannot_be_opened"
        return Examination(state=state, problem=problem)
    return Examination(state="damaged" if faults else "sound", faults=faults)


def states_by_log(connection: sa.Connection, *, part: int, parts: int) -> States:
    """What the log says of every row whose id falls into this part: its plain values, None for one in the bin."""
    states: States = {}
    for change in _all_changes(connection):
        if change.id[-1] % parts == part:
            key = (change.kind, change.id)
            known = states.get(key)
            states[key] = {**known, **change.after} if known and change.after else change.after
    return states


def _faults(connection: sa.Connection) -> Iterator[Fault]:
    told = [row[0] for row in connection.exec_driver_sql("pragma integrity_check(100)")]
    if told != ["ok"]:
        yield Fault(code="pages", count=len(told))
        return
    links = connection.exec_driver_sql("pragma foreign_key_check").all()
    if links:
        yield Fault(code="links", count=len(links))
    in_log = tuple(_of_log(connection))
    yield from in_log
    if not in_log:
        yield from _of_rows(connection)


def _of_log(connection: sa.Connection) -> Iterator[Fault]:
    found: dict[str, int] = {}
    for fault in entries.check_chain(connection):
        found[fault.code] = found.get(fault.code, 0) + 1
    for code, count in sorted(found.items()):
        yield Fault(code=f"log_{code}", count=count)


def _of_rows(connection: sa.Connection) -> Iterator[Fault]:
    """Rows that differ from what the log says; entries that were blanked leave rows it knows nothing of."""
    changes = connection.execute(sa.select(sa.func.sum(entry.c.changes))).scalar() or 0
    blanked = connection.execute(sa.select(sa.func.count()).where(entry.c.blanked.is_not(None))).scalar() or 0
    parts = min(256, changes // COMPARED_AT_ONCE + 1)
    found: dict[RowKind, int] = {}
    for part in range(parts):
        states = states_by_log(connection, part=part, parts=parts)
        for kind in RowKind:
            differing = _differing(connection, kind, states, part=part, parts=parts, unknown_allowed=blanked > 0)
            if differing:
                found[kind] = found.get(kind, 0) + differing
    for kind, count in found.items():
        yield Fault(code="rows_not_as_logged", count=count, kind=kind.value)


def _differing(
    connection: sa.Connection,
    kind: RowKind,
    states: States,
    *,
    part: int,
    parts: int,
    unknown_allowed: bool,
) -> int:
    expected = {row_id: state for (of, row_id), state in states.items() if of is kind and state is not None}
    differing = 0
    for row_id, values in _page_by_page(connection, kind):
        if row_id[-1] % parts != part:
            continue
        state = expected.pop(row_id, None)
        if state is None:
            differing += 0 if unknown_allowed else 1
        elif not unknown_allowed or len(state) == len(values):
            differing += state != values
    return differing + len(expected)


def _page_by_page(connection: sa.Connection, kind: RowKind) -> Iterator[tuple[bytes, dict[str, Any]]]:
    """All rows of a kind, without holding them all at once."""
    key = TABLES[kind].c.id
    last = b""
    while True:
        end = sa.select(key).where(key > last).order_by(key).limit(1).offset(READ_AT_ONCE - 1)
        until = connection.execute(end).scalar()
        yield from plain_rows(
            connection, kind, key > last if until is None else key.between(last, until) & (key > last)
        )
        if until is None:
            return
        last = until


def _all_changes(connection: sa.Connection) -> Iterator[Change]:
    """Every change of every copy, in the order of the clock."""
    keys = sa.select(entry.c.replica, entry.c.sequence).order_by(entry.c.clock, entry.c.replica)
    for copy, sequence in connection.execute(keys).all():
        yield from entry_bodies.changes_in(entry_bodies.texts(connection, copy, sequence))
