"""APSW seen as the driver that SQLAlchemy expects (PEP 249), and nothing more.

Settings of a book are in `engine`; what an error means to a person is in `safety`.
One SQLite library serves the whole process: with a second one, or with a plain `open()` of a live book,
closing any handle drops the locks of the other (POSIX), which was shown to lose a commit.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import apsw

from hrplanner.model.errors import FileProblem
from hrplanner.model.sealing import BookKey

apilevel = "2.0"
threadsafety = 1
paramstyle = "qmark"
sqlite_version = apsw.sqlite_lib_version()
sqlite_version_info = tuple(int(part) for part in sqlite_version.split("."))
Binary = bytes
PARSE_DECLTYPES = 1
PARSE_COLNAMES = 2

Row = tuple[Any, ...]
Described = tuple[str, str | None, None, None, None, None, None]


class Warning(Exception):
    """Never raised; PEP 249 asks for the name."""


class Error(Exception):
    """Whatever SQLite refused, with its extended result code."""

    def __init__(self, text: str, result: int = 0) -> None:
        super().__init__(text)
        self.result = result


class InterfaceError(Error):
    """The driver was used wrongly."""


class DatabaseError(Error):
    """The file is not one that SQLite can read, or it is damaged."""


class DataError(DatabaseError):
    """A value does not fit its column."""


class OperationalError(DatabaseError):
    """The world is in the way: disk, lock, medium, memory."""


class IntegrityError(DatabaseError):
    """A constraint of the tables refused the rows."""


class InternalError(DatabaseError):
    """SQLite found itself in a state it does not know."""


class ProgrammingError(DatabaseError):
    """The statement and its values do not go together."""


class NotSupportedError(DatabaseError):
    """Never raised; PEP 249 asks for the name."""


_MEANINGS: tuple[tuple[type[Exception], type[Error]], ...] = (
    (apsw.ConstraintError, IntegrityError),
    (apsw.MismatchError, DataError),
    (apsw.TooBigError, DataError),
    (apsw.RangeError, ProgrammingError),
    (apsw.BindingsError, ProgrammingError),
    (apsw.InternalError, InternalError),
    (apsw.NotADBError, DatabaseError),
    (apsw.CorruptError, DatabaseError),
)


def translated(error: apsw.Error) -> Error:
    """The PEP 249 error that stands for an error of APSW."""
    kind = next((ours for theirs, ours in _MEANINGS if isinstance(error, theirs)), OperationalError)
    return kind(str(error), getattr(error, "extendedresult", 0))


class Cursor:
    """Runs statements; rows are read at once, because an open statement would make COMMIT fail."""

    arraysize = 1
    __slots__ = ("_cursor", "_rows", "connection", "description", "lastrowid", "rowcount")

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.description: tuple[Described, ...] | None = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self._rows: Iterator[Row] = iter(())
        self._cursor = connection.apsw.cursor()
        # APSW forgets the description of a SELECT that found no row, so it is noted when the statement starts.
        self._cursor.exec_trace = self._describe

    def execute(self, sql: str, values: Sequence[Any] = ()) -> Cursor:
        """Run one statement to its end."""
        self.description = None
        connection = self.connection.apsw
        before = connection.total_changes()
        try:
            self._rows = iter(list(self._cursor.execute(sql, values)))
        except apsw.Error as error:
            raise translated(error) from error
        self.rowcount = connection.changes() if connection.total_changes() != before else 0
        self.lastrowid = connection.last_insert_rowid()
        return self

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> Cursor:
        """Run one statement for every row; the fast path of imports."""
        self.description = None
        self._cursor.exec_trace = None
        connection = self.connection.apsw
        before = connection.total_changes()
        try:
            self._cursor.executemany(sql, rows)
        except apsw.Error as error:
            raise translated(error) from error
        finally:
            self._cursor.exec_trace = self._describe
        self.rowcount = connection.total_changes() - before
        return self

    def fetchone(self) -> Row | None:
        """The next row, or None."""
        return next(self._rows, None)

    def fetchmany(self, size: int | None = None) -> list[Row]:
        """At most `size` rows."""
        return list(islice(self._rows, size or self.arraysize))

    def fetchall(self) -> list[Row]:
        """All rows that are left."""
        return list(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return self._rows

    def close(self) -> None:
        """Give the cursor back."""
        self._cursor.close(True)

    def setinputsizes(self, *_sizes: object) -> None:
        """Nothing to do; PEP 249 asks for the name."""

    def setoutputsize(self, *_sizes: object) -> None:
        """Nothing to do; PEP 249 asks for the name."""

    def _describe(self, cursor: apsw.Cursor, _sql: str, _values: object) -> bool:
        found = cursor.get_description()
        self.description = tuple((name, kind, None, None, None, None, None) for name, kind in found) or None
        return True


class Connection:
    """One connection to one file; transactions are begun by the engine in words, never by the driver."""

    Error = Error

    def __init__(self, connection: apsw.Connection) -> None:
        self.apsw = connection
        self.isolation_level: str | None = None
        self.key: BookKey | None = None

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return self.apsw.in_transaction

    def cursor(self) -> Cursor:
        """A new cursor."""
        return Cursor(self)

    def execute(self, sql: str, values: Sequence[Any] = ()) -> Cursor:
        """Run one statement on a new cursor."""
        return self.cursor().execute(sql, values)

    def commit(self) -> None:
        """End the transaction and keep it; returns only after the disk confirmed."""
        if self.in_transaction:
            self.execute("COMMIT")

    def rollback(self) -> None:
        """End the transaction and forget it."""
        if self.in_transaction:
            self.execute("ROLLBACK")

    def close(self) -> None:
        """Close the file."""
        try:
            self.apsw.close()
        except apsw.Error as error:
            raise translated(error) from error

    def create_function(
        self, name: str, arguments: int, function: Callable[..., Any], *, deterministic: bool = False
    ) -> None:
        """Make a Python function callable in SQL; the dialect of SQLAlchemy asks for it."""
        self.apsw.create_scalar_function(name, function, arguments, deterministic=deterministic)


def name_of(path: Path) -> str:
    """The path as SQLite wants it, which is UTF-8 whatever the locale; FileProblem where its bytes are not."""
    try:
        return os.fsencode(path).decode()
    except UnicodeDecodeError:
        raise FileProblem("name_not_utf8", path=str(path)) from None


def connect(path: str, *, flags: int, busy_ms: int) -> Connection:
    """Open a file with SQLite's own open flags; waits `busy_ms` milliseconds for another writer."""
    try:
        connection = apsw.Connection(path, flags=flags)
        connection.set_busy_timeout(busy_ms)
    except apsw.Error as error:
        raise translated(error) from error
    return Connection(connection)
