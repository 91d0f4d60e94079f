"""What can still be read of a damaged book goes into a new one.

Each row was written down twice, in its table and in the log. The log is believed where its digest holds; the tables
give what it does not tell (see `remains`). The new book has a log of its own: what the old one says of who did what
stays in the damaged file, which is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import apsw
from sqlalchemy.exc import DBAPIError

from hrplanner.model.changes import OFFICE_PARTS, PART_KINDS, Change, RowKind, from_plain, plain
from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.ids import SessionId
from hrplanner.model.lines import NewEntry
from hrplanner.model.office import Office, new_office
from hrplanner.model.sealing import BookKey
from hrplanner.model.session import Session
from hrplanner.model.soundness import Salvaged
from hrplanner.storage.book import Book
from hrplanner.storage.driver import name_of
from hrplanner.storage.engine import harden, unlock
from hrplanner.storage.examination import SALVAGE
from hrplanner.storage.interrupted import finish_interrupted_save
from hrplanner.storage.opening import new_book
from hrplanner.storage.remains import Left, rows_left, states_left
from hrplanner.storage.safety import said_of

_OF_OFFICE = frozenset({RowKind.OFFICE, *(kind for kind, _ in OFFICE_PARTS.values())})
_UNCHECKED = frozenset(RowKind) - _OF_OFFICE - {RowKind.SESSION, *(kind for kind, _ in PART_KINDS.values())}

Found = dict[RowKind, dict[bytes, Left]]


def salvage(path: Path, out: Path, *, key: BookKey | None = None) -> Salvaged:
    """Put all that can be read of the book at `path` into a new book; what is lost is counted, never guessed.

    Raises FileProblem: nothing_to_salvage, exists, and what the disk says of `out`. The damaged book stays as it is.
    """
    found = _found(path, key)
    if not found.get(RowKind.SESSION) and not found.get(RowKind.OFFICE):
        raise FileProblem("nothing_to_salvage", path=str(path))
    office, lost = _office(found)
    with new_book(out, office, key=key) as book:
        sessions = rows = 0
        of_session = _by_session(found)
        for session in sorted(of_session):
            changes, unread = _session_changes(session, of_session[session])
            written = _write(book, changes)
            sessions += 1
            rows += written
            lost += unread + len(changes) - written
    return Salvaged(sessions=sessions, rows=rows, lost=lost)


def _found(path: Path, key: BookKey | None) -> Found:
    with said_of(path, doing="reading"):
        finish_interrupted_save(path, key=key)
        connection = apsw.Connection(name_of(path), flags=apsw.SQLITE_OPEN_READONLY)
        try:
            if key is not None:
                unlock(connection, key, path)
            harden(connection)
            found: Found = {kind: {row[0]: row for row in rows_left(connection, kind)} for kind in RowKind}
            for (kind, row_id), (session, state) in states_left(connection).items():
                if state is None:
                    found[kind].pop(row_id, None)
                else:
                    found[kind][row_id] = (row_id, session, state)
        finally:
            connection.close()
    return found


def _office(found: Found) -> tuple[Office, int]:
    """The frame of the book, with how many rows of it could not be read."""
    lost = 0
    parts: dict[str, tuple[Any, ...]] = {}
    for part, (kind, _) in OFFICE_PARTS.items():
        values = [_value(kind, row) for row in found[kind].values()]
        parts[part] = tuple(value for value in values if value is not None)
        lost += values.count(None)
    parts["groups"] = tuple(sorted(parts["groups"], key=lambda group: group.position))
    for row_id, _, own in found[RowKind.OFFICE].values():
        try:
            return from_plain(RowKind.OFFICE, row_id, {**own, **parts}), lost
        except (TypeError, ValueError, KeyError):
            lost += 1
    bare = new_office(name="?")
    return from_plain(RowKind.OFFICE, bare.id, {**plain(bare), **parts}), lost + 1


def _by_session(found: Found) -> dict[bytes, dict[RowKind, list[Left]]]:
    of_session: dict[bytes, dict[RowKind, list[Left]]] = {}
    for kind, rows in found.items():
        if kind in _OF_OFFICE:
            continue
        for row in rows.values():
            session = row[0] if kind is RowKind.SESSION else row[1]
            if isinstance(session, bytes) and len(session) == 16:
                of_session.setdefault(session, {}).setdefault(kind, []).append(row)
    return of_session


def _session_changes(session: bytes, rows: Mapping[RowKind, list[Left]]) -> tuple[list[Change], int]:
    """The rows of a session as changes of a new book, and how many make no sense; a lost head is put in by number."""
    whose, unread = SessionId(session), 0
    changes: list[Change] = []
    for kind, of_kind in rows.items():
        for row_id, _, values in of_kind:
            if kind not in _UNCHECKED and _value(kind, (row_id, session, values)) is None:
                unread += 1
            else:
                changes.append(Change(kind, row_id, whose, None, values))
    if not any(change.kind is RowKind.SESSION for change in changes):
        changes.insert(0, _placeholder(whose))
    return changes, unread


def _placeholder(session: SessionId) -> Change:
    number = session.hex()[-8:]
    made = Session(id=session, number=number, title=number, kind="meeting")
    return Change(RowKind.SESSION, session, session, None, plain(made))


def _write(book: Book, changes: list[Change]) -> int:
    """Write the rows together, and one by one where that is refused; how many are in the book."""
    if _written(book, changes):
        return len(changes)
    head, *rest = sorted(changes, key=lambda change: change.kind is not RowKind.SESSION)
    if not _written(book, [head]):
        return 0
    return 1 + sum(_written(book, [change]) for change in rest)


def _written(book: Book, changes: list[Change]) -> bool:
    try:
        book.write(NewEntry(step=SALVAGE), changes)
    except (Refused, DBAPIError, KeyError, TypeError, ValueError):
        return False
    return True


def _value(kind: RowKind, row: Left) -> Any:
    try:
        return from_plain(kind, row[0], row[2])
    except (TypeError, ValueError, KeyError, AttributeError):
        return None
