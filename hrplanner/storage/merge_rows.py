"""The rows that two copies of a book touched since they went apart, and what each becomes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from hrplanner.model.changes import Change, Plain, RowKind
from hrplanner.model.ids import SessionId
from hrplanner.model.lines import EntryKey
from hrplanner.model.merging.entries import Knowledge, Op, Written
from hrplanner.model.merging.numbers import MENTIONED, NUMBERED
from hrplanner.model.merging.rows import Clash, RowKey, Settled, before_all, clashes, settle, void_removals
from hrplanner.model.privacy import ERASING
from hrplanner.storage.merge_reading import Log
from hrplanner.storage.rows import plain_rows
from hrplanner.storage.tables import TABLES

_ASKED_AT_ONCE = 500
_TOLD_EVERY = 100
_FIELDS_OF_NUMBERS = frozenset(
    {(kind, field) for kind, field in NUMBERED.items()}
    | {mention for mentions in MENTIONED.values() for mention in mentions}
)


Moved = Callable[[int, int], object]
"""Hears how far the work is, of how much; what it raises ends the work."""


class Progress:
    """Counts the changes that were read and written, and tells of it now and then."""

    def __init__(self, moved: Moved = max, *, whole: int = 0) -> None:
        self._moved, self._whole, self._done = moved, whole, 0

    def step(self) -> None:
        """One change more."""
        if self._done % _TOLD_EVERY == 0:
            self._moved(min(self._done, self._whole), self._whole)
        self._done += 1


class BothCopies:
    """What both copies did since they went apart, row by row."""

    def __init__(
        self,
        connection: sa.Connection,
        here: Log,
        there: Log,
        incoming: Sequence[Written],
        past: Knowledge,
        progress: Progress,
    ) -> None:
        self.connection = connection
        self.births: dict[RowKey, Written] = {}
        self._ours: dict[RowKey, list[Op]] = defaultdict(list)
        self._all: dict[RowKey, list[Op]] = defaultdict(list)
        self._by_session: dict[bytes, list[Op]] = defaultdict(list)
        self.sessions: dict[RowKey, SessionId | None] = {}
        self.current: dict[RowKey, Plain] = {}
        self.targets: dict[RowKey, Settled] = {}
        self._void: frozenset[EntryKey] = frozenset()
        theirs = []
        for one in incoming:
            for change in there.changes(one.key):
                progress.step()
                theirs.append(Op(one, change))
        self._touched = {_key(op.change) for op in theirs}
        removed = {op.change.id for op in theirs if op.change.kind is RowKind.SESSION and op.change.after is None}
        since = here.beyond(past)
        binned = {_key(change) for one in since for change in here.changes(one.key) if change.after is None}
        for one in since:
            for change in here.changes(one.key):
                self._born(one, change)
                if _key(change) in binned or self._matters(change, removed):
                    self._ours[_key(change)].append(Op(one, change))
        for op in theirs:
            self._born(op.entry, op.change)
        self._join(theirs)

    @classmethod
    def without(
        cls,
        connection: sa.Connection,
        log: Log,
        brought: Knowledge,
        *,
        leaving_out: EntryKey,
        undone: frozenset[EntryKey],
        past: Knowledge,
    ) -> BothCopies:
        """The rows as they are without the entries that a merge brought, and without what it put right.

        Of steps made since and `undone` again, each with its undo, nothing is left either: the undo wrote what came.
        """
        self = cls(connection, log, log, (), {**past, **log.known()}, Progress())
        self._touched = set()
        staying: defaultdict[RowKey, list[Op]] = defaultdict(list)
        for one in log.beyond(past):
            came = one.key.sequence > brought.get(one.key.replica, one.key.sequence)
            for change in log.changes(one.key):
                key = _key(change)
                self.sessions.setdefault(key, change.session)
                self._ours[key].append(Op(one, change))
                if not came:
                    staying[key].append(Op(one, change))
                if came or one.key == leaving_out:
                    self._touched.add(key)
                elif one.key not in undone:
                    self._all[key].append(Op(one, change))
        self._read_current(self._touched)
        for key in self._touched:
            base = before_all(self.current.get(key), self._ours[key])
            left = settle(key[0], base, self._all[key], frozenset())
            replayed = settle(key[0], base, staying[key], frozenset()).replayed
            self.targets[key] = Settled(replayed, left.resolved)
        return self

    def settle(self) -> None:
        """Work out every row that the other copy touched, or whose removal does not count."""
        self._void = void_removals(self._all, self._by_session)
        wanted = self._touched | {
            key
            for key, ops in self._all.items()
            if any(op.change.after is None and op.entry.key in self._void for op in ops)
        }
        self._read_current(wanted)
        for key in wanted:
            base = before_all(self.current.get(key), self._ours.get(key, ()))
            self.targets[key] = settle(key[0], base, self._all[key], self._void)

    def clashes(self) -> Iterator[Clash]:
        """What people must be asked, in an order that is the same everywhere."""
        for key in sorted(self.targets):
            if self.targets[key].resolved is not None:
                yield from clashes(key, self._all.get(key, ()), self._void)

    def differences(self) -> Iterator[Change]:
        """From the rows as they are here to what they become."""
        for key, settled in self.targets.items():
            yield from self._difference(key, self.current.get(key), settled.resolved)

    def erased(self) -> frozenset[bytes]:
        """The people whose names were taken away for good on either copy."""
        return frozenset(row for (kind, row), ops in self._all.items() if any(op.entry.step in ERASING for op in ops))

    def passed_by(self) -> Iterator[tuple[RowKind, bytes, SessionId | None, Plain]]:
        """Rows that came and went on the other copy and were never here, with their last values."""
        for key, settled in self.targets.items():
            if settled.resolved is None and key not in self.current:
                removals = [op for op in self._all.get(key, ()) if op.change.after is None]
                if removals:
                    yield (*key, self.sessions.get(key), removals[-1].change.before or {})

    def repairs(self) -> Iterator[Change]:
        """From what both logs alone would make of the rows to what they become."""
        for key in sorted(self.targets):
            yield from self._difference(key, self.targets[key].replayed, self.targets[key].resolved)

    def now(self, key: RowKey) -> Plain | None:
        """The row as it becomes, or as it is where nothing touches it."""
        return self.targets[key].resolved if key in self.targets else self.current.get(key)

    def put(self, key: RowKey, session: SessionId | None, values: Plain) -> None:
        """Let a row become this, also one that neither copy touched."""
        if key not in self.targets:
            self._read_current({key})
        self.sessions.setdefault(key, session)
        replayed = self.targets[key].replayed if key in self.targets else self.current.get(key)
        self.targets[key] = Settled(replayed, values)

    def last_writer(self, key: RowKey, field: str) -> Written | None:
        """Who wrote this field last since the copies went apart; None where nobody did."""
        writers = [op.entry for op in self._all.get(key, ()) if field in (op.change.after or {})]
        return writers[-1] if writers else None

    def as_seen_by(self, reader: Written, key: RowKey, field: str) -> Any:
        """The field as the writer of an entry saw it; None where the row was not there for them."""
        seen = [op for op in self._all.get(key, ()) if op.entry.key == reader.key or reader.knows(op.entry.key)]
        written = [op for op in seen if field in (op.change.after or {})]
        if written:
            return (written[-1].change.after or {})[field]
        if key in self.births:
            return None
        earliest = next((op for op in self._all.get(key, ()) if field in (op.change.before or {})), None)
        return (earliest.change.before or {})[field] if earliest else (self.now(key) or {}).get(field)

    def _matters(self, change: Change, removed: set[bytes]) -> bool:
        return (
            _key(change) in self._touched
            or change.session in removed
            or any((change.kind, field) in _FIELDS_OF_NUMBERS for field in change.after or ())
        )

    def _born(self, one: Written, change: Change) -> None:
        if change.before is None:
            self.births.setdefault(_key(change), one)

    def _join(self, theirs: Iterable[Op]) -> None:
        for ops in (*self._ours.values(), [*theirs]):
            for op in ops:
                self._all[_key(op.change)].append(op)
                self.sessions.setdefault(_key(op.change), op.change.session)
                if op.change.session is not None:
                    self._by_session[op.change.session].append(op)
        for ops in self._all.values():
            ops.sort(key=lambda op: op.entry.place)

    def _read_current(self, wanted: Iterable[RowKey]) -> None:
        by_kind: dict[RowKind, list[bytes]] = defaultdict(list)
        for kind, row in sorted(wanted):
            by_kind[kind].append(row)
        for kind, rows in by_kind.items():
            for start in range(0, len(rows), _ASKED_AT_ONCE):
                some = TABLES[kind].c.id.in_(rows[start : start + _ASKED_AT_ONCE])
                self.current |= {(kind, row): plain for row, plain in plain_rows(self.connection, kind, some)}

    def _difference(self, key: RowKey, before: Plain | None, after: Plain | None) -> Iterator[Change]:
        kind, row = key
        session = self.sessions.get(key)
        if before is None or after is None:
            if before is not after:
                yield Change(kind, row, session, before, after)
            return
        names = [name for name in after if before.get(name) != after[name]]
        if names:
            yield Change(
                kind, row, session, {name: before[name] for name in names}, {name: after[name] for name in names}
            )


def _key(change: Change) -> RowKey:
    return change.kind, change.id


def alive(connection: sa.Connection, kind: RowKind, session: bytes | None) -> Mapping[bytes, Plain]:
    """The rows of a kind outside the bin, of one session where it is of one."""
    table = TABLES[kind]
    whose = table.c.session == session if session is not None and "session" in table.c else None
    return dict(plain_rows(connection, kind, whose))
