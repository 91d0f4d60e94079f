"""Erasing people for good: the names in the lists, in the bin, and in what the log says of every change.

A line stays in its list without name, code, place and time, so that no total changes. Entries that spoke of it are
written anew without them: that they were made, and by whom, stays, and the chain holds. The erasing is an entry itself,
so that merging brings it to every copy. What keeps the name all the same is in `naming`, and is counted so that it can
be said.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

import sqlalchemy as sa

from hrplanner.model.changes import Change, RowKind
from hrplanner.model.ids import PersonId, SessionId
from hrplanner.model.lines import EntryKey
from hrplanner.model.privacy import Erased, NamedPerson
from hrplanner.storage import entries, entry_bodies, naming
from hrplanner.storage.digests import Sums
from hrplanner.storage.log_tables import entry
from hrplanner.storage.proof_tables import scan
from hrplanner.storage.tables import minutes, person, session

FIELDS = ("name", "code", "place", "at", "source")
"""What makes a line of a list a person."""

_AT_ONCE = 500


def named(connection: sa.Connection, *, number: str | None = None) -> Iterator[NamedPerson]:
    """Every line with a name, of one session or of all, in the bin or not; by name and day."""
    versions = (
        sa.select(sa.func.count())
        .where(minutes.c.session == session.c.id, minutes.c.binned.is_(None))
        .correlate(session)
        .scalar_subquery()
    )
    columns = (person.c.id, person.c.name, person.c.code, person.c.place, session.c.number, session.c.date)
    query = (
        sa.select(*columns, versions.label("versions"))
        .join(session, session.c.id == person.c.session)
        .where(person.c.name.is_not(None))
        .order_by(person.c.name, session.c.date)
    )
    for row in connection.execute(query if number is None else query.where(session.c.number == number)):
        yield NamedPerson(
            id=PersonId(row.id),
            number=row.number,
            date=dt.date.fromisoformat(row.date) if row.date else None,
            name=row.name,
            code=row.code,
            place=row.place,
            versions=row.versions,
        )


def erase(connection: sa.Connection, ids: Collection[bytes], *, at: int) -> Erased:
    """Take the names off these lines, and out of every entry that spoke of them."""
    sums, known = Sums(connection), sorted(ids)
    kept, names = naming.kept(connection, ids), naming.names_of(connection, ids)
    for start in range(0, len(known), _AT_ONCE):
        some = known[start : start + _AT_ONCE]
        sums.take_off(RowKind.PERSON, some)
        connection.execute(sa.update(person).where(person.c.id.in_(some)).values(dict.fromkeys(FIELDS)))
        sums.add(RowKind.PERSON, some)
    sums.write()
    naming.empty_pages(connection, names)
    told = _redacted(connection, lambda change: naming.in_change(names, _without_name(change, ids)), at=at)
    return Erased(people=len(known), entries=told, kept=kept)


def remove_scans(connection: sa.Connection, people: Collection[bytes], *, at: int) -> list[Change]:
    """Let go of the pictures filed to the meetings of these people, here and in the log; that there were some stays."""
    ids = naming.scans_of(connection, naming.sessions_of(connection, people))
    sums, nothing, changes = Sums(connection), {"content": ""}, []
    for row_id in ids:
        sums.take_off(RowKind.SCAN, [row_id])
        connection.execute(sa.update(scan).where(scan.c.id == row_id).values(nothing))
        sums.add(RowKind.SCAN, [row_id])
        which = connection.execute(sa.select(scan.c.session).where(scan.c.id == row_id)).scalar_one()
        changes.append(Change(RowKind.SCAN, row_id, SessionId(which), nothing, nothing))
    sums.write()
    _redacted(connection, lambda change: _without_picture(change, frozenset(ids)), at=at)
    return changes


def noted(connection: sa.Connection, ids: Collection[bytes]) -> Iterator[Change]:
    """What the entry of an erasing says of each line, without saying anything of the person."""
    sessions = sa.select(person.c.id, person.c.session).order_by(person.c.id)
    for row in connection.execute(sessions):
        if row.id in ids:
            nothing = dict.fromkeys(FIELDS)
            yield Change(RowKind.PERSON, row.id, SessionId(row.session), nothing, nothing)


def _without_name(change: Change, ids: Collection[bytes]) -> Change:
    if change.kind is not RowKind.PERSON or change.id not in ids:
        return change
    before, after = (
        values and {name: None if name in FIELDS else value for name, value in values.items()}
        for values in (change.before, change.after)
    )
    return replace(change, before=before, after=after)


def _without_picture(change: Change, ids: Collection[bytes]) -> Change:
    if change.kind is not RowKind.SCAN or change.id not in ids:
        return change
    before, after = (values and {**values, "content": ""} for values in (change.before, change.after))
    return replace(change, before=before, after=after)


def _redacted(connection: sa.Connection, forget: Callable[[Change], Change], *, at: int) -> int:
    """Write every entry anew that says what is to be forgotten; how many did."""
    speaking = [key for key in _entries(connection) if any(forget(one) != one for one in _changes(connection, key))]
    for key in speaking:
        changes = list(_changes(connection, key))
        entries.redact(connection, key, (forget(change) for change in changes), at=at)
    return len(speaking)


def _entries(connection: sa.Connection) -> list[EntryKey]:
    rows = connection.execute(sa.select(entry.c.replica, entry.c.sequence))
    return [EntryKey(copy, sequence) for copy, sequence in rows]


def _changes(connection: sa.Connection, key: EntryKey) -> Iterator[Change]:
    return entry_bodies.changes_in(entry_bodies.texts(connection, key.replica, key.sequence))
