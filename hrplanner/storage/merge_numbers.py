"""Numbers that both copies gave: the later row gets another one, and those who mention it follow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

import sqlalchemy as sa

from hrplanner.model.changes import Plain, RowKind
from hrplanner.model.ids import SessionId
from hrplanner.model.merging.numbers import MENTIONED, NUMBERED, Number, Numbered, new_numbers, with_new_number
from hrplanner.model.merging.outcome import Renumbered
from hrplanner.model.merging.rows import RowKey
from hrplanner.storage.merge_rows import BothCopies, alive

_ONCE_IN_A_BOOK = frozenset({RowKind.SESSION, RowKind.SERIES, RowKind.BODY, RowKind.RULE})


def give_numbers(connection: sa.Connection, both: BothCopies) -> tuple[Renumbered, ...]:
    """Change the targets so that no number is given twice; what changed, in words of the record."""
    found: list[Renumbered] = []
    for kind, field in NUMBERED.items():
        for session in _touched_places(both, kind, field):
            rows = _rows(connection, both, kind, session)
            given = new_numbers(kind, _numbered(connection, both, kind, field, rows))
            for row, number in given.items():
                old = rows[row][field]
                _follow(connection, both, kind, row, session=session, old=old, new=number)
            for row, number in given.items():
                old = rows[row][field]
                both.put((kind, row), session, {**rows[row], field: number})
                found.append(Renumbered(kind=kind, session=_name(both, session), old=str(old), new=str(number)))
    return tuple(found)


def _touched_places(both: BothCopies, kind: RowKind, field: str) -> list[SessionId | None]:
    """The sessions (None: the book) in which a number came or changed."""
    found: dict[SessionId | None, None] = {}
    for key, settled in both.targets.items():
        if key[0] is not kind or settled.resolved is None:
            continue
        if (both.current.get(key) or {}).get(field) != settled.resolved[field]:
            found[None if kind in _ONCE_IN_A_BOOK else both.sessions[key]] = None
    return list(found)


def _rows(connection: sa.Connection, both: BothCopies, kind: RowKind, session: SessionId | None) -> dict[bytes, Plain]:
    """The rows of a kind in one place as they become."""
    rows = dict(alive(connection, kind, session))
    for key, settled in both.targets.items():
        if key[0] is kind and (kind in _ONCE_IN_A_BOOK or both.sessions[key] == session):
            if settled.resolved is None:
                rows.pop(key[1], None)
            else:
                rows[key[1]] = settled.resolved
    return rows


def _numbered(
    connection: sa.Connection, both: BothCopies, kind: RowKind, field: str, rows: Mapping[bytes, Plain]
) -> Iterator[Numbered]:
    by_number: dict[Number, list[bytes]] = defaultdict(list)
    for row, values in rows.items():
        by_number[values[field]].append(row)
    for number, same in by_number.items():
        for row in same:
            born = both.births.get((kind, row))
            printed = len(same) > 1 and kind is RowKind.SESSION and _is_printed(connection, both, row)
            place = born.place if born else (-1, b"", 0)
            yield Numbered(id=row, number=number, place=(not printed, *place, row))


def _is_printed(connection: sa.Connection, both: BothCopies, session: bytes) -> bool:
    return any(_rows(connection, both, RowKind.MINUTES, SessionId(session)))


def _follow(
    connection: sa.Connection,
    both: BothCopies,
    kind: RowKind,
    row: bytes,
    *,
    session: SessionId | None,
    old: Number,
    new: Number,
) -> None:
    """Let the mentions that meant this row say its new number."""
    for where, field in MENTIONED.get(kind, ()):
        for other, values in _rows(connection, both, where, session).items():
            mention = values.get(field)
            if mention != old and not (isinstance(mention, list) and old in mention):
                continue
            key = (where, other)
            if _meant(both, key, field, (kind, row), old):
                told = with_new_number(mention, old, new)
                both.put(key, both.sessions.get(key, session), {**values, field: told})


def _meant(both: BothCopies, key: RowKey, field: str, row: RowKey, old: Number) -> bool:
    """Whether who wrote the mention meant this row: the one that had the number as they saw it."""
    writer = both.last_writer(key, field)
    if writer is None:
        return row not in both.births
    return bool(both.as_seen_by(writer, row, NUMBERED[row[0]]) == old)


def _name(both: BothCopies, session: SessionId | None) -> str | None:
    values = both.now((RowKind.SESSION, session)) if session is not None else None
    return str(values["number"]) if values else None
