"""Reading a damaged file as far as it goes: rows of its tables, and what its log says of them."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import apsw

from hrplanner.model.changes import Change, RowKind
from hrplanner.storage import packs
from hrplanner.storage.entry_bodies import PART_BYTES, changes_in
from hrplanner.storage.tables import TABLES

_APART = frozenset({"id", "session", "binned"})
_BEFORE_LAST = b"\xff" * 17

Left = tuple[bytes, bytes | None, Mapping[str, Any]]
"""The id of a row, its session, and its plain values."""
States = dict[tuple[RowKind, bytes], tuple[bytes | None, Mapping[str, Any] | None]]


def rows_left(connection: apsw.Connection, kind: RowKind) -> Iterator[Left]:
    """The rows outside the bin that can be read, from the first up to the damage, then from the last down to it."""
    columns = [column.name for column in TABLES[kind].columns]
    names = ", ".join(f'"{name}"' for name in columns)
    seen: set[bytes] = set()
    for order in ("asc", "desc"):
        for row in _walk(connection, f'select {names} from "{kind}" order by id {order}'):  # damage ends the walk
            values = dict(zip(columns, row, strict=True))
            row_id = values["id"]
            if isinstance(row_id, bytes) and row_id not in seen:
                seen.add(row_id)
                if values["binned"] is None:
                    yield row_id, values.get("session"), _plain(connection, kind, row_id, values)


def states_left(connection: apsw.Connection) -> States:
    """The last state of each row by those entries of the log whose bodies are whole; None for a row in the bin."""
    states: States = {}
    entries = "select replica, sequence, body_hash from entry order by clock, replica"
    for copy, sequence, expected in list(_walk(connection, entries)):
        for change in _changes(connection, copy, sequence, expected):
            key = (change.kind, change.id)
            _, known = states.get(key, (None, None))
            complete = change.before is None
            if change.after is None:
                states[key] = (change.session, None)
            elif known is not None:
                states[key] = (change.session, {**known, **change.after})
            elif complete:
                states[key] = (change.session, change.after)
    return states


def _changes(connection: apsw.Connection, copy: Any, sequence: Any, expected: Any) -> Sequence[Change]:
    parts = "select content from entry_body where replica = ? and sequence = ? order by part"
    try:
        packed = [
            packs.body_in(first, content, sequence)
            for first, content in _walk(connection, packs.HOLDING, (copy, sequence))
        ]
        texts = [
            zlib.decompressobj().decompress(row[0], PART_BYTES) for row in _walk(connection, parts, (copy, sequence))
        ]
        texts = texts or [text for text in packed if text is not None]
        if hashlib.sha256(b"".join(texts)).digest() != expected:
            return ()
        return tuple(changes_in(texts))
    except (zlib.error, TypeError, ValueError, KeyError):
        return ()


def _walk(connection: apsw.Connection, sql: str, values: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The rows up to the first that cannot be read."""
    try:
        yield from connection.execute(sql, values)
    except (apsw.Error, UnicodeDecodeError):
        return


def _plain(connection: apsw.Connection, kind: RowKind, row_id: bytes, values: Mapping[str, Any]) -> Mapping[str, Any]:
    plain: dict[str, Any] = {}
    for name, value in values.items():
        if name not in _APART:
            holds = TABLES[kind].c[name].info.get("holds")
            plain[name] = value if value is None else _decoded(holds, value)
    if kind is RowKind.PERSON:
        told = list(_walk(connection, 'select "group", belongs from membership where person = ?', (row_id,)))
        plain["groups"] = sorted(group for group, belongs in told if belongs)
        plain["not_in"] = sorted(group for group, belongs in told if not belongs)
    return plain


def _decoded(holds: str | None, value: Any) -> Any:
    if holds == "json":
        try:
            return json.loads(value)
        except (ValueError, TypeError):
            return None
    return bool(value) if holds == "yes_no" else value
