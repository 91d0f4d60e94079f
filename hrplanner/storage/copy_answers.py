"""What a book answers about its copies: what merging asked, and which copy wrote what."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from hrplanner.model.changes import RowKind
from hrplanner.model.conflicts import Conflict
from hrplanner.model.ids import SessionId
from hrplanner.model.lines import EntryKey, EntryLine
from hrplanner.storage import entries, queries, replicas
from hrplanner.storage.merge_tables import conflict


class CopyAnswers(ABC):
    """The questions about copies; how a connection comes about is the book's."""

    @property
    @abstractmethod
    def path(self) -> Path:
        """Where the book lies."""

    @abstractmethod
    def _asking(self) -> AbstractContextManager[sa.Connection]:
        """A connection to ask with."""

    def conflicts(self) -> tuple[Conflict, ...]:
        """What merging asked and nobody has settled."""
        with self._asking() as connection:
            return queries.conflicts(connection)

    def conflict_ids(self) -> frozenset[bytes]:
        """Everything that was asked and not taken back, settled or not."""
        with self._asking() as connection:
            asked = sa.select(conflict.c.id).where(conflict.c.binned.is_(None))
            return frozenset(connection.execute(asked).scalars())

    def book_id(self) -> str:
        """Which book this is in all its copies, in hex."""
        with self._asking() as connection:
            return queries.book_id(connection)

    def all_rows(self, kind: RowKind) -> tuple[tuple[bytes, bytes | None, Mapping[str, Any]], ...]:
        """Every row of a kind outside the bin, with its session, in plain values, by id."""
        with self._asking() as connection:
            return tuple(queries.all_rows(connection, kind))

    def row_now(self, kind: RowKind, row: bytes) -> tuple[SessionId | None, Mapping[str, Any] | None]:
        """A row with its session, in plain values; None where it is not there, or in the bin."""
        with self._asking() as connection:
            return queries.row_now(connection, kind, row)

    def entry_line(self, key: EntryKey) -> EntryLine | None:
        """One line of the log."""
        with self._asking() as connection:
            return entries.line(connection, key)

    def this_copy(self) -> bytes:
        """The name of the copy that lies here; zeros where it never wrote."""
        with self._asking() as connection:
            return replicas.copy_here(connection, self.path)
