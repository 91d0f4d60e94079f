"""Check file: whether a book is sound, by its pages, its links, its log, and its rows against its log.

A plain SQLite file hides damage: flipped bits inside a value pass every check of pages. But each row was written down
twice, in its table and in the log, and the log is chained; so the two are compared.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from hrplanner.model.changes import Change, RowKind
from hrplanner.model.errors import FileProblem
from hrplanner.model.sealing import BookKey
from hrplanner.model.soundness import SPOTS_TOLD, Examination, Fault, Soundness, Spot
from hrplanner.storage import digests, entries, entry_bodies, queries, schema, spots
from hrplanner.storage.engine import open_engine
from hrplanner.storage.file_format import VERSION, probe
from hrplanner.storage.interrupted import finish_interrupted_save
from hrplanner.storage.log_tables import entry
from hrplanner.storage.rows import plain_rows
from hrplanner.storage.safety import said_by_book, said_by_rows
from hrplanner.storage.tables import TABLES, minutes

COMPARED_AT_ONCE = 100_000
"""Rows whose state by the log is held in memory at a time; a larger book is read several times."""

READ_AT_ONCE = 5_000

SALVAGE = "salvage"
"""The step of a book that was brought out of a damaged one."""

States = dict[tuple[RowKind, bytes], Mapping[str, Any] | None]


def examine(path: Path, *, key: BookKey | None = None) -> Examination:
    """Look at everything in a book, in a sealed one with its key; no byte is changed, save to take back half a save."""
    try:
        header = probe(path, key=key)
        finish_interrupted_save(path, key=key)
        engine = open_engine(path, access="read", key=key)
        try:
            with said_by_book(path, doing="reading"), said_by_rows(path), engine.begin() as connection:
                if header.version == VERSION and not schema.is_ours(connection):
                    raise FileProblem("altered", path=str(path))
                schema.limits(connection)
                faults = tuple(_faults(connection))
        finally:
            engine.dispose()
    except FileProblem as problem:
        state: Soundness = "damaged" if problem.code in {"damaged", "cut_short", "altered"} else "cannot_be_opened"
        return Examination(state=state, problem=problem)
    return Examination(state="damaged" if faults else "sound", faults=faults)


def states_by_log(connection: sa.Connection, *, part: int, parts: int) -> States:
    """What the log says of every row whose id falls into this part: its plain values, None for one in the bin."""
    states: States = {}
    for change in _all_changes(connection):
        if change.id[-1] % parts == part:
            key = (change.kind, change.id)
            known = states.get(key)
            if change.before is None or change.after is None:
                states[key] = change.after
            elif known is not None:
                states[key] = {**known, **change.after}
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
    yield from _of_minutes(connection)
    unreadable = tuple(_unreadable(connection))
    if unreadable:  # rows without a value cannot be compared, nor be added up
        yield from unreadable
        return
    of_rows = () if in_log else tuple(_of_rows(connection))
    yield from of_rows
    differing = digests.differing(connection)
    if differing and not of_rows:
        told = [spots.session_spot(connection, session) for session in sorted(differing)]
        yield Fault(code="digest", count=len(differing), spots=tuple(told[:SPOTS_TOLD]))


def _of_log(connection: sa.Connection) -> Iterator[Fault]:
    found: dict[str, list[Spot]] = {}
    for fault in entries.check_chain(connection):
        found.setdefault(fault.code, []).append(spots.entry_spot(fault.key))
    for code, places in sorted(found.items()):
        yield Fault(code=f"log_{code}", count=len(places), kind="entry", spots=tuple(places[:SPOTS_TOLD]))


def _of_minutes(connection: sa.Connection) -> Iterator[Fault]:
    """Frozen versions whose text is not that of their digest, or whose head of the log is no longer in the log."""
    if queries.is_packet(connection):  # its versions say what their reader may see; their digests are the paper's
        return
    versions = sa.select(minutes.c.id, minutes.c.canonical, minutes.c.digest, minutes.c.log_head)
    heads = {bytes(64).hex(), bytes(32).hex()}
    if connection.execute(sa.select(entry.c.step).where(entry.c.step == SALVAGE).limit(1)).first() is not None:
        heads |= {head for *_, head in connection.execute(versions)}  # the log they saw stayed in the damaged file
    heads |= {chain.hex() for chain in connection.execute(sa.select(entry.c.chain)).scalars()}
    altered, headless = [], []
    for row_id, canonical, digest, head in connection.execute(versions):
        if hashlib.sha256(canonical.encode()).hexdigest() != digest:
            altered.append(row_id)
        if head not in heads:
            headless.append(row_id)
    for code, ids in (("minutes_altered", altered), ("minutes_log_head", headless)):
        if ids:
            yield _fault(connection, code, RowKind.MINUTES, ids)


def _unreadable(connection: sa.Connection) -> Iterator[Fault]:
    """Rows with a list or a table that is no JSON any more."""
    for kind in RowKind:
        table = TABLES[kind]
        lists = [column for column in table.columns if column.info.get("holds") == "json"]
        wrong = [column.is_not(None) & (sa.func.json_valid(column) == 0) for column in lists]
        if wrong:
            ids = connection.execute(sa.select(table.c.id).where(sa.or_(*wrong)).order_by(table.c.id)).scalars().all()
            if ids:
                yield _fault(connection, "rows_not_as_logged", kind, ids)


def _of_rows(connection: sa.Connection) -> Iterator[Fault]:
    """Rows that differ from what the log says."""
    changes = connection.execute(sa.select(sa.func.sum(entry.c.changes))).scalar() or 0
    parts = min(256, changes // COMPARED_AT_ONCE + 1)
    found: dict[RowKind, list[bytes]] = {}
    for part in range(parts):
        states = states_by_log(connection, part=part, parts=parts)
        for kind in RowKind:
            found.setdefault(kind, []).extend(_differing(connection, kind, states, part=part, parts=parts))
    for kind, ids in found.items():
        if ids:
            yield _fault(connection, "rows_not_as_logged", kind, ids)


def _fault(connection: sa.Connection, code: str, kind: RowKind, ids: Sequence[bytes]) -> Fault:
    told = tuple(spots.row_spot(connection, kind, one) for one in ids[:SPOTS_TOLD])
    return Fault(code=code, count=len(ids), kind=kind.value, spots=told)


def _differing(connection: sa.Connection, kind: RowKind, states: States, *, part: int, parts: int) -> list[bytes]:
    expected = {row_id: state for (of, row_id), state in states.items() if of is kind and state is not None}
    differing: list[bytes] = []
    for row_id, values in _page_by_page(connection, kind):
        if row_id[-1] % parts != part:
            continue
        if expected.pop(row_id, None) != values:
            differing.append(row_id)
    return [*differing, *expected]


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
