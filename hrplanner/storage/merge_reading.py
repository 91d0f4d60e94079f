"""The log of another copy of the book, read in the names of this one.

Two files may have gone on as the same copy: copied by hand, and copied back. Their entries then bear the same names
but other links; those of the other file are kept as a branch with a name of its own, the same on every copy.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from hrplanner.model.changes import Change
from hrplanner.model.lines import EntryKey
from hrplanner.model.merging.entries import Knowledge, Written
from hrplanner.storage import entry_bodies, packs
from hrplanner.storage.entries import link_at
from hrplanner.storage.log_tables import entry, entry_body, replica


@dataclass(frozen=True, slots=True)
class Branch:
    """The name of a copy here; one with an origin left it after an entry, and is named after what came next."""

    name: bytes
    origin: bytes | None = None
    after: int = 0


class Log:
    """The entries of one file, under the names given; without names, under its own."""

    def __init__(self, connection: sa.Connection, names: Mapping[bytes, Branch] | None = None) -> None:
        self._connection = connection
        self.names = names if names is not None else {row.name: row for row in _branches(connection).values()}
        self._own = {branch.name: own for own, branch in self.names.items()}

    def known(self) -> dict[bytes, int]:
        """The last number of every copy."""
        found: dict[bytes, int] = {}
        for own, last in _last(self._connection).items():
            branch = self.names[own]
            found[branch.name] = max(found.get(branch.name, 0), last)
            if branch.origin is not None:
                found[branch.origin] = max(found.get(branch.origin, 0), branch.after)
        return found

    def beyond(self, past: Knowledge) -> list[Written]:
        """The entries that a knowledge does not hold, in the order of time."""
        found = []
        for own, branch in self.names.items():
            least = min(past.get(branch.name, 0), past.get(branch.origin or branch.name, 0))
            rows = sa.select(entry).where(entry.c.replica == own, entry.c.sequence > least)
            for row in self._connection.execute(rows).mappings():
                one = self._written(row, branch)
                if one.key.sequence > past.get(one.key.replica, 0):
                    found.append(one)
        return sorted(found, key=lambda one: one.place)

    def changes(self, key: EntryKey) -> Iterator[Change]:
        """What an entry changed."""
        return entry_bodies.changes_in(entry_bodies.texts(self._connection, self._own_name(key), key.sequence))

    def had_before(self, key: EntryKey) -> dict[bytes, int] | None:
        """What the book held of every copy before a merge; None for other entries."""
        texts = entry_bodies.texts(self._connection, self._own_name(key), key.sequence)
        return entry_bodies.had_before(texts)

    def copies(self) -> Iterator[dict[str, Any]]:
        """The copies that wrote into the file, under their names here."""
        for row in self._connection.execute(sa.select(replica)).mappings():
            branch = self.names[row["id"]]
            yield {
                "id": branch.name,
                "home": row["home"],
                "origin": branch.origin,
                "branched_after": branch.after if branch.origin is not None else None,
            }

    def row(self, key: EntryKey) -> dict[str, Any]:
        """The entry as it stands in the file."""
        own = self._own_name(key)
        this = sa.select(entry).where(entry.c.replica == own, entry.c.sequence == key.sequence)
        return dict(self._connection.execute(this).mappings().one())

    def bodies(self, key: EntryKey) -> Iterator[dict[str, Any]]:
        """The parts of an entry's body as they stand in the file; one part where it was packed with others."""
        kept = entry_body
        this = sa.select(kept).where(kept.c.replica == self._own_name(key), kept.c.sequence == key.sequence)
        rows = [dict(row) for row in self._connection.execute(this.order_by(kept.c.part)).mappings()]
        packed = None if rows else packs.body(self._connection, self._own_name(key), key.sequence)
        if packed is not None:
            rows = [{"sequence": key.sequence, "part": 0, "content": zlib.compress(packed)}]
        yield from rows

    def _own_name(self, key: EntryKey) -> bytes:
        """The copy's name in the file; the entries of a branch from before it left stand under its origin."""
        if key.replica in self._own:
            return self._own[key.replica]
        return next(own for own, one in self.names.items() if one.origin == key.replica and key.sequence <= one.after)

    def _written(self, row: Any, branch: Branch) -> Written:
        ours = branch.name if row["sequence"] > branch.after or branch.origin is None else branch.origin
        return Written(
            key=EntryKey(ours, row["sequence"]),
            clock=row["clock"],
            seen=self._seen(json.loads(row["seen"] or row["vector"])),
            step=row["step"],
            actor=row["actor"],
            at=row["at"],
            changes=row["changes"],
        )

    def _seen(self, told: Mapping[str, int]) -> dict[bytes, int]:
        seen: dict[bytes, int] = {}
        for name, last in told.items():
            branch = self.names.get(bytes.fromhex(name), Branch(bytes.fromhex(name)))
            if branch.origin is not None:
                seen[branch.origin] = max(seen.get(branch.origin, 0), min(last, branch.after))
            if branch.origin is None or last > branch.after:
                seen[branch.name] = max(seen.get(branch.name, 0), last)
        return seen


def names_here(ours: sa.Connection, theirs: sa.Connection) -> dict[bytes, Branch]:
    """What each copy of the other file is called in this one."""
    here, there = _branches(ours), _branches(theirs)
    lasts, their_lasts = _last(ours), _last(theirs)
    return {
        own: _name_here(ours, theirs, branch, own, here, lasts, their_lasts.get(own, 0))
        for own, branch in there.items()
    }


def _name_here(
    ours: sa.Connection,
    theirs: sa.Connection,
    branch: Branch,
    own: bytes,
    here: Mapping[bytes, Branch],
    lasts: Mapping[bytes, int],
    last: int,
) -> Branch:
    origin = branch.origin or own
    shared = None
    for name, known in here.items():
        both = min(last, lasts.get(name, 0))
        if (known.origin or name) != origin or both <= max(known.after, branch.after):
            continue
        if link_at(ours, name, both) == link_at(theirs, own, both):
            return known
        if known.origin is None:
            shared = _last_shared(ours, theirs, origin=origin, own=own, within=(branch.after, both))
    if shared is None:
        return branch
    first_apart = link_at(theirs, own, shared + 1)
    return Branch(hashlib.sha256(origin + first_apart).digest()[:16], origin, shared)


def _last_shared(
    ours: sa.Connection, theirs: sa.Connection, *, origin: bytes, own: bytes, within: tuple[int, int]
) -> int:
    """The last entry that both files have: links are chained, so all before an equal one are equal."""
    low, high = within
    while low < high:
        middle = (low + high + 1) // 2
        if link_at(ours, origin, middle) == link_at(theirs, own, middle):
            low = middle
        else:
            high = middle - 1
    return low


def _branches(connection: sa.Connection) -> dict[bytes, Branch]:
    rows = connection.execute(sa.select(replica.c.id, replica.c.origin, replica.c.branched_after))
    return {row.id: Branch(row.id, row.origin, row.branched_after or 0) for row in rows}


def _last(connection: sa.Connection) -> dict[bytes, int]:
    lasts = sa.select(entry.c.replica, sa.func.max(entry.c.sequence)).group_by(entry.c.replica)
    return {row[0]: row[1] for row in connection.execute(lasts)}
