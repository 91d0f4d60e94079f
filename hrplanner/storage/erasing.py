"""Erasing people for good: the names in the lists, in the bin, and in what the log says of every change.

A line stays in its list without name, code, place and time, so that no total changes. Entries that spoke of it are
written anew without them: that they were made, and by whom, stays, and the chain holds. The erasing is an entry itself,
so that merging brings it to every copy. Frozen versions of minutes and scans
of signed sheets are the record that the law makes an office keep; they stay, and are counted so that it can be said.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import replace

import sqlalchemy as sa

from hrplanner.model.changes import Change, RowKind
from hrplanner.model.ids import PersonId, SessionId
from hrplanner.model.lines import EntryKey
from hrplanner.model.privacy import Erased, NamedPerson
from hrplanner.storage import entries, entry_bodies
from hrplanner.storage.digests import Sums
from hrplanner.storage.log_tables import entry
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
    frozen: set[tuple[bytes, int]] = set()
    for start in range(0, len(known), _AT_ONCE):
        some = known[start : start + _AT_ONCE]
        frozen |= _versions(connection, some)
        sums.take_off(RowKind.PERSON, some)
        connection.execute(sa.update(person).where(person.c.id.in_(some)).values(dict.fromkeys(FIELDS)))
        sums.add(RowKind.PERSON, some)
    sums.write()
    speaking = [key for key in _entries(connection) if _speaks_of(connection, key, ids)]
    for key in speaking:
        changes = list(_changes(connection, key))
        entries.redact(connection, key, (_without_name(change, ids) for change in changes), at=at)
    return Erased(people=len(known), entries=len(speaking), versions=len(frozen))


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


def _versions(connection: sa.Connection, ids: Collection[bytes]) -> set[tuple[bytes, int]]:
    query = (
        sa.select(minutes.c.session, minutes.c.version)
        .join(person, person.c.session == minutes.c.session)
        .where(person.c.id.in_(ids), minutes.c.binned.is_(None))
    )
    return {(which, version) for which, version in connection.execute(query)}


def _entries(connection: sa.Connection) -> list[EntryKey]:
    rows = connection.execute(sa.select(entry.c.replica, entry.c.sequence))
    return [EntryKey(copy, sequence) for copy, sequence in rows]


def _speaks_of(connection: sa.Connection, key: EntryKey, ids: Collection[bytes]) -> bool:
    """Whether an entry still says more of them than that they were there."""
    return any(_without_name(change, ids) != change for change in _changes(connection, key))


def _changes(connection: sa.Connection, key: EntryKey) -> Iterator[Change]:
    return entry_bodies.changes_in(entry_bodies.texts(connection, key.replica, key.sequence))
