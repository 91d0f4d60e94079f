"""One office's record book on disk: made, opened, asked and written. Every write is one transaction and one entry.

What may be opened is in `file_format` and `schema`; the lists are in `queries`; the rows in `rows`; the log in
`entries`.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import RLock

import apsw
import sqlalchemy as sa

from hrplanner.model.backups import Backup, BackupReason, Holder
from hrplanner.model.changes import Change, RowKind
from hrplanner.model.errors import FileProblem
from hrplanner.model.lines import EntryKey, NewEntry
from hrplanner.model.merging.outcome import MergeOutcome
from hrplanner.model.privacy import Erased
from hrplanner.storage import driver, entries, erasing, merging, packs, replicas, schema
from hrplanner.storage.answers import Answers
from hrplanner.storage.copy_answers import CopyAnswers
from hrplanner.storage.engine import key_of, open_engine, raw, writing
from hrplanner.storage.entry_bodies import BodyWriter
from hrplanner.storage.locks import Lock, in_use_by
from hrplanner.storage.remembered import RememberedPromises
from hrplanner.storage.rows import RowWriter
from hrplanner.storage.safety import refused_by_tables, said_by_book, said_by_rows
from hrplanner.storage.seen import note_seen
from hrplanner.storage.shelf import back_up

Milliseconds = Callable[[], int]


def now() -> int:
    """What the computer's clock says, in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


class Book(Answers, CopyAnswers):
    """An open book. One thread at a time: others wait for their turn."""

    def __init__(
        self,
        engine: sa.Engine,
        path: Path,
        *,
        locked_because: str | None,
        clock: Milliseconds = now,
        lock: Lock | None = None,
        holder: Holder | None = None,
        backups: Path | None = None,
    ) -> None:
        self._engine = engine
        self._path = path
        self._clock = clock
        self._turn = RLock()
        self._rows: RowWriter | None = None
        self._inside: sa.Connection | None = None
        self._promises = RememberedPromises()
        self._sealed = key_of(engine) is not None
        self._seen_version = self._first_version = self._data_version()
        self._lock, self._backups = lock, backups
        self._closed = False
        self.locked_because = locked_because
        """Why nothing can be written: asked, newer_book, cannot_write, packet, in_use; None where it can."""
        self.holder = holder
        """Who has the book open for writing, where that is somebody else."""
        self.left_open = None if lock is None else lock.left_by
        """Whose program died with the book open before it was opened now; None where it was closed."""

    @property
    def path(self) -> Path:
        """Where the book lies."""
        return self._path

    @property
    def read_only(self) -> bool:
        """Whether writing is refused."""
        return self.locked_because is not None

    @property
    def sealed(self) -> bool:
        """Whether its file is sealed with a password."""
        return self._sealed

    def close(self) -> None:
        """Close the file; nothing is left beside it. A second time does nothing."""
        with self._turn:
            if self._closed:
                return
            self._closed, ours_alone = True, self._ours_alone()
            self._engine.dispose()
            if ours_alone:
                note_seen(self._path, self._backups)
            if self._lock is not None:
                self._lock.let_go()

    def back_up(self, reason: BackupReason) -> Backup | None:
        """Make a copy of the book as it is now, looked at whole, or at closing its pages only.

        None where this book makes none. Raises FileProblem.
        """
        if self._backups is None or self.read_only:
            return None
        at = dt.datetime.fromtimestamp(self._clock() / 1000, dt.UTC)
        with self._turn:
            return back_up(self._engine, self._path, self._backups, reason=reason, now=at)

    def check_pages(self) -> None:
        """Look at all pages while the book stays in use; FileProblem("damaged") where they do not hang together."""
        engine = open_engine(self._path, access="read", key=key_of(self._engine))
        try:
            with said_by_book(self._path, doing="reading"), engine.begin() as connection:
                if not schema.pages_hang_together(connection):
                    raise FileProblem("damaged", path=str(self._path))
        finally:
            engine.dispose()

    def compact(self) -> tuple[int, int]:
        """Pack the older part of the log and give the room back to the disk; the size of the file before and after.

        Nothing that the book says changes. FileProblem("damaged") where the log does not hold; nothing was done then.
        """
        before = self._path.stat().st_size
        with self._transaction() as connection:
            packs.pack(connection)
            if next(entries.check_chain(connection), None) is not None:
                raise FileProblem("damaged", path=str(self._path))
        with self._turn, said_by_book(self._path, doing="writing"):
            list(raw(self._engine).execute("vacuum"))
        return before, self._path.stat().st_size

    def changed_elsewhere(self) -> bool:
        """Whether another program wrote into the book since this was last asked."""
        with self._turn:
            before, self._seen_version = self._seen_version, self._data_version()
            if before != self._seen_version:
                self._promises.forget()
            return before != self._seen_version

    # ------------------------------------------------------------------------------------------ writing

    def write(
        self, entry: NewEntry, changes: Iterable[Change], *, rehearse: bool = False, from_outside: bool = False
    ) -> EntryKey | None:
        """Make the changes and their entry in one transaction; None where there was nothing to change.

        Returns after the disk confirmed. `changes` may be a generator that asks the book while it runs. With
        `rehearse` the same transaction is rolled back. Raises Refused changed_meanwhile or number_taken, and
        FileProblem; for rows `from_outside` also record_damaged. Nothing was changed then.
        """
        otherwise = "record_damaged" if from_outside else None
        with self._transaction(rehearse=rehearse, otherwise=otherwise) as connection:
            return self._record(connection, entry, self._promises.watching(changes))

    def write_review(self, entry: NewEntry, changes: Iterable[Change]) -> None:
        """Write notes into a packet, which takes nothing else."""
        with self._transaction(may_be_packet=True) as connection:
            self._record(connection, entry, (one for one in changes if one.kind is RowKind.REVIEW_NOTE))

    def merge(
        self, other: Book, entry: NewEntry, *, rehearse: bool = False, moved: Callable[[int, int], object] = max
    ) -> tuple[EntryKey | None, MergeOutcome]:
        """Take another copy of this book in, in one transaction; `rehearse` says what it would do, and does nothing.

        `moved` hears how far it is. Raises Refused not_a_copy, FileProblem, and what `moved` raises to break it off;
        nothing was changed then.
        """
        with self._transaction(rehearse=rehearse) as connection, other._asking() as theirs:
            self._promises.forget()
            copy = replicas.enrol(connection, self._path)
            return merging.take_in(connection, theirs, entry, copy=copy, at=self._clock(), moved=moved)

    def take_merge_back(self, entry: NewEntry, merge: EntryKey) -> EntryKey:
        """Let go of what a merge brought; the other file keeps it and may be merged again."""
        with self._transaction() as connection:
            self._promises.forget()
            at = self._clock()
            copy = replicas.enrol(connection, self._path)
            last, link = entries.tail(connection, copy)
            key = EntryKey(copy, last + 1)
            body = BodyWriter(connection, replica=key.replica, sequence=key.sequence)
            merging.take_back(connection, merge=merge, body=body, at=at)
            entries.append(connection, entry, key=key, previous=link, body=body, at=at)
            return key

    @contextmanager
    def _transaction(
        self, *, rehearse: bool = False, otherwise: str | None = None, may_be_packet: bool = False
    ) -> Iterator[sa.Connection]:
        if self.holder is not None:
            raise in_use_by(self._path, self.holder)
        if self.read_only and not (may_be_packet and self.locked_because == "packet"):
            raise FileProblem("book_is_read_only", path=str(self._path), because=self.locked_because)
        with (
            self._turn,
            said_by_book(self._path, doing="writing"),
            refused_by_tables(otherwise=otherwise),
            writing(self._engine).connect() as connection,
            connection.begin() as transaction,
        ):
            yield connection
            if rehearse:
                transaction.rollback()

    def erase(self, entry: NewEntry, ids: Collection[bytes]) -> Erased:
        """Erase these people for good, in one transaction with the entry that says so and names nobody."""
        with self._transaction() as connection:
            self._promises.forget()
            erased = erasing.erase(connection, ids, at=self._clock())
            self._noted(connection, replace(entry, about=str(erased.people)), erasing.noted(connection, ids))
            return erased

    def remove_scans(self, entry: NewEntry, people: Collection[bytes]) -> int:
        """Let go of the pictures of sheets of these people's meetings, for good; how many there were."""
        with self._transaction() as connection:
            changes = erasing.remove_scans(connection, people, at=self._clock())
            if changes:
                self._noted(connection, replace(entry, about=str(len(changes))), changes)
            return len(changes)

    def note(self, entry: NewEntry) -> EntryKey:
        """Put an entry into the log that changes no row: something was handed out, restored, sealed or erased."""
        with self._transaction() as connection:
            return self._noted(connection, entry)

    def _noted(self, connection: sa.Connection, entry: NewEntry, changes: Iterable[Change] = ()) -> EntryKey:
        copy = replicas.enrol(connection, self._path)
        last, link = entries.tail(connection, copy)
        key = EntryKey(copy, last + 1)
        body = BodyWriter(connection, replica=key.replica, sequence=key.sequence)
        for change in changes:
            body.add(change)
        entries.append(connection, entry, key=key, previous=link, body=body, at=self._clock())
        return key

    def _record(self, connection: sa.Connection, entry: NewEntry, changes: Iterable[Change]) -> EntryKey | None:
        at = self._clock()
        copy = replicas.enrol(connection, self._path)
        last, link = entries.tail(connection, copy)
        key = EntryKey(copy, last + 1)
        body = BodyWriter(connection, replica=key.replica, sequence=key.sequence)
        self._rows, self._inside = RowWriter(connection, at=at), connection
        try:
            for change in changes:
                self._rows.add(change)
                body.add(change)
            self._rows.finish()
        finally:
            self._rows = self._inside = None
        if body.changes == 0:
            return None
        entries.append(connection, entry, key=key, previous=link, body=body, at=at)
        return key

    @contextmanager
    def _asking(self) -> Iterator[sa.Connection]:
        """A connection that sees all that was written, also in the middle of a write of this book."""
        with self._turn, said_by_book(self._path, doing="reading"), said_by_rows(self._path):
            if self._inside is not None and self._rows is not None:
                self._rows.flush()
                yield self._inside
            else:
                with self._engine.begin() as connection:
                    yield connection

    def _ours_alone(self) -> bool:
        """Whether no other program wrote since the book was opened; no also where the disk does not answer."""
        try:
            return self._data_version() == self._first_version
        except (apsw.Error, driver.Error):
            return False

    def _data_version(self) -> int:
        ((version,),) = raw(self._engine).execute("pragma data_version")
        return int(version)
