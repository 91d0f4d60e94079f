"""One office's record book on disk: made, opened, asked and written. Every write is one transaction and one entry.

What may be opened is in `file_format` and `schema`; the lists are in `queries`; the rows in `rows`; the log in
`entries`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

import sqlalchemy as sa

from hrplanner.model.changes import Change, RowKind
from hrplanner.model.errors import FileProblem
from hrplanner.model.ids import SessionId
from hrplanner.model.lines import CommitmentLine, EntryKey, EntryLine, KnownName, KnownRow, NewEntry, SessionLine
from hrplanner.model.minutes import MinutesVersion, Printout
from hrplanner.model.office import Office
from hrplanner.model.session import Session
from hrplanner.storage import entries, queries, replicas
from hrplanner.storage.engine import raw, writing
from hrplanner.storage.entry_bodies import BodyWriter
from hrplanner.storage.rows import RowWriter
from hrplanner.storage.safety import refused_by_tables, said_by_book
from hrplanner.storage.tables import session

Milliseconds = Callable[[], int]


def now() -> int:
    """What the computer's clock says, in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


class Book:
    """An open book. One thread at a time: others wait for their turn."""

    def __init__(self, engine: sa.Engine, path: Path, *, locked_because: str | None, clock: Milliseconds = now) -> None:
        self._engine = engine
        self._path = path
        self._clock = clock
        self._turn = RLock()
        self._rows: RowWriter | None = None
        self._inside: sa.Connection | None = None
        self._seen_version = self._data_version()
        self.locked_because = locked_because
        """Why nothing can be written: asked, newer_book, cannot_write; None where it can."""

    @property
    def path(self) -> Path:
        """Where the book lies."""
        return self._path

    @property
    def read_only(self) -> bool:
        """Whether writing is refused."""
        return self.locked_because is not None

    def close(self) -> None:
        """Close the file; nothing is left beside it."""
        with self._turn:
            self._engine.dispose()

    # ------------------------------------------------------------------------------------------ asking

    def office(self) -> Office:
        """The frame of the book."""
        with self._asking() as connection:
            return queries.read_office(connection)

    def session(self, number: str) -> Session:
        """The session of this number; Refused("unknown_session") where there is none outside the bin."""
        with self._asking() as connection:
            return queries.read_session(connection, session.c.number == number)

    def session_of_id(self, which: SessionId) -> Session:
        """The session with this id."""
        with self._asking() as connection:
            return queries.read_session(connection, session.c.id == which)

    def session_lines(self) -> tuple[SessionLine, ...]:
        """All sessions outside the bin, by number."""
        with self._asking() as connection:
            return queries.session_lines(connection)

    def commitment_lines(self) -> tuple[CommitmentLine, ...]:
        """Every promise outside the bin; those with a day come first, by day."""
        with self._asking() as connection:
            return queries.commitment_lines(connection)

    def known_names(self, beginning: str, limit: int = 6) -> tuple[KnownName, ...]:
        """People of earlier lists whose name begins like this, those seen last first."""
        with self._asking() as connection:
            return queries.known_names(connection, beginning, limit)

    def minutes(self, which: SessionId) -> tuple[MinutesVersion, ...]:
        """The frozen versions of a session, oldest first."""
        with self._asking() as connection:
            return queries.minutes_versions(connection, which)

    def printouts(self, which: SessionId) -> tuple[Printout, ...]:
        """What was printed of a session, with the words of each page."""
        with self._asking() as connection:
            return queries.printouts(connection, which)

    def known_rows(self, kind: RowKind, sources: Sequence[str]) -> Mapping[str, KnownRow]:
        """Rows outside the bin by their `source`, the key an import knows them again by."""
        with self._asking() as connection:
            return queries.known_rows(connection, kind, sources)

    def last_entries(self, limit: int = 100) -> tuple[EntryLine, ...]:
        """The newest lines of the log that this copy of the book wrote, newest first."""
        with self._asking() as connection:
            return entries.last_lines(connection, replicas.copy_here(connection, self._path), limit)

    def changes_of(self, key: EntryKey) -> tuple[Change, ...]:
        """What an entry changed, in order; nothing where it was blanked."""
        with self._asking() as connection:
            changes = entries.changes_of(connection, key)
            if changes is None:
                raise FileProblem("damaged", path=str(self._path))
            return tuple(changes)

    def log_head(self) -> str:
        """The last link of this copy's log, in hex; zeros where nothing was written yet."""
        with self._asking() as connection:
            return entries.head(connection, replicas.copy_here(connection, self._path)).hex()

    def changed_elsewhere(self) -> bool:
        """Whether another program wrote into the book since this was last asked."""
        with self._turn:
            before, self._seen_version = self._seen_version, self._data_version()
            return before != self._seen_version

    # ------------------------------------------------------------------------------------------ writing

    def write(self, entry: NewEntry, changes: Iterable[Change], *, rehearse: bool = False) -> EntryKey | None:
        """Make the changes and their entry in one transaction; None where there was nothing to change.

        Returns after the disk confirmed. `changes` may be a generator that asks the book while it runs. With
        `rehearse` the same transaction is rolled back. Raises Refused changed_meanwhile or number_taken, and
        FileProblem; nothing was changed then.
        """
        if self.read_only:
            raise FileProblem("book_is_read_only", path=str(self._path), because=self.locked_because)
        with self._turn, said_by_book(self._path, doing="writing"), refused_by_tables():
            with writing(self._engine).connect() as connection, connection.begin() as transaction:
                key = self._record(connection, entry, changes)
                if key is None or rehearse:
                    transaction.rollback()
            return key

    def _record(self, connection: sa.Connection, entry: NewEntry, changes: Iterable[Change]) -> EntryKey | None:
        at = self._clock()
        copy = replicas.enrol(connection, self._path)
        key = EntryKey(copy, entries.next_sequence(connection, copy))
        body = BodyWriter(connection, replica=key.replica, sequence=key.sequence)
        self._rows, self._inside = RowWriter(connection, at=at), connection
        try:
            for change in changes:
                self._rows.add(change)
                body.add(change)
            self._rows.flush()
        finally:
            self._rows = self._inside = None
        if body.changes == 0:
            return None
        entries.append(connection, entry, key=key, body=body, at=at)
        return key

    @contextmanager
    def _asking(self) -> Iterator[sa.Connection]:
        """A connection that sees all that was written, also in the middle of a write of this book."""
        with self._turn, said_by_book(self._path, doing="reading"):
            if self._inside is not None and self._rows is not None:
                self._rows.flush()
                yield self._inside
            else:
                with self._engine.begin() as connection:
                    yield connection

    def _data_version(self) -> int:
        ((version,),) = raw(self._engine).execute("pragma data_version")
        return int(version)
