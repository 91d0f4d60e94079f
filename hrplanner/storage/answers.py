"""What a book answers when it is asked: the frame, whole sessions, lists across sessions, and its log."""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

import sqlalchemy as sa

from hrplanner.model.bin import BinLine
from hrplanner.model.changes import Change, RowKind
from hrplanner.model.errors import FileProblem
from hrplanner.model.ids import SessionId
from hrplanner.model.lines import CommitmentLine, EntryKey, EntryLine, KnownName, KnownRow, SessionLine
from hrplanner.model.list_answers import Question, Sums
from hrplanner.model.minutes import MinutesVersion, Printout, Proofs, Scan
from hrplanner.model.office import Office
from hrplanner.model.privacy import Kept, NamedPerson
from hrplanner.model.session import Session
from hrplanner.storage import bin, entries, erasing, naming, proofs, queries, replicas, yearly
from hrplanner.storage.remembered import RememberedPromises
from hrplanner.storage.tables import session


class Answers(ABC):
    """The questions to an open book; how a connection comes about is the book's."""

    @property
    @abstractmethod
    def path(self) -> Path:
        """Where the book lies."""

    _promises: RememberedPromises

    @abstractmethod
    def _asking(self) -> AbstractContextManager[sa.Connection]:
        """A connection to ask with."""

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
            return self._promises.lines(lambda: queries.commitment_lines(connection))

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

    def proofs(self, which: SessionId) -> Proofs:
        """What is kept beside the frozen versions of a session: their steps and their signed summaries."""
        with self._asking() as connection:
            return proofs.proofs(connection, which)

    def scans(self, which: SessionId) -> tuple[Scan, ...]:
        """The signed sheets of a session that came back."""
        with self._asking() as connection:
            return proofs.scans(connection, which)

    def kept_of(self, people: Collection[bytes]) -> Kept:
        """What keeps the names of these lines when they are erased."""
        with self._asking() as connection:
            return naming.kept(connection, people)

    def version_with(self, beginning: str) -> tuple[str, int] | None:
        """The number and version whose digest begins like this, in hex."""
        with self._asking() as connection:
            return proofs.number_with(connection, beginning)

    def known_rows(self, kind: RowKind, sources: Sequence[str]) -> Mapping[str, KnownRow]:
        """Rows outside the bin by their `source`, the key an import knows them again by."""
        with self._asking() as connection:
            return queries.known_rows(connection, kind, sources)

    def sums(self, questions: Sequence[Question], parts: Collection[str] = ()) -> Sums:
        """What all lists answer, added up, and all sessions without their people."""
        with self._asking() as connection:
            return yearly.sums(connection, questions, parts)

    def places(self) -> Sequence[tuple[bytes, str, int]]:
        """Of each session how many on its list came from where."""
        with self._asking() as connection:
            return yearly.places(connection)

    def named_people(self, number: str | None) -> tuple[NamedPerson, ...]:
        """Every line with a name, of one session or of all, in the bin or not."""
        with self._asking() as connection:
            return tuple(erasing.named(connection, number=number))

    def last_entries(self, limit: int = 100) -> tuple[EntryLine, ...]:
        """The newest lines of the log that this copy of the book wrote, newest first."""
        with self._asking() as connection:
            return entries.last_lines(connection, replicas.copy_here(connection, self.path), limit)

    def bin_lines(self, since: dt.datetime) -> tuple[BinLine, ...]:
        """What went into the bin since then, newest first."""
        with self._asking() as connection:
            return bin.bin_lines(connection, since=int(since.timestamp() * 1000))

    def out_of_bin(self, kind: RowKind, row: bytes) -> tuple[Change, ...]:
        """The changes that put a row back, a session with all that went with it; Refused("not_in_bin")."""
        with self._asking() as connection:
            return bin.out_of_bin(connection, kind, row)

    def lines_of(self, steps: Collection[str], limit: int) -> tuple[EntryLine, ...]:
        """The newest lines of these steps that any copy of the book wrote, newest first."""
        with self._asking() as connection:
            return entries.lines_of(connection, steps, limit)

    def changes_of(self, key: EntryKey) -> tuple[Change, ...]:
        """What an entry changed, in order, without what was erased since."""
        with self._asking() as connection:
            changes = entries.changes_of(connection, key)
            if changes is None:
                raise FileProblem("damaged", path=str(self.path))
            return tuple(changes)

    def entry_of_head(self, head: str) -> EntryLine | None:
        """The entry whose link a paper shows as the head of the log; None where the log was cut or rewritten since."""
        with self._asking() as connection:
            return entries.line_of_head(connection, head)

    def log_head(self) -> str:
        """The last link of this copy's log, in hex; zeros where nothing was written yet."""
        with self._asking() as connection:
            return entries.tail(connection, replicas.copy_here(connection, self.path))[1].hex()
