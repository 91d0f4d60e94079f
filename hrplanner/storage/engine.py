"""How a book's file is opened: the SQLAlchemy dialect over our driver, and the settings of every connection.

What the tables are is in `tables`; what may be opened at all is in `file_format`.

A rollback journal that is deleted after each commit (DELETE) keeps the book one file that anyone may copy while
it is open: with write-ahead logging, 100 of 100 copies missed every edit. `synchronous=EXTRA` is the one setting
under which no acknowledged commit was lost in 1,000 simulated power cuts with that journal.
"""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any, Literal

import apsw
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.pool import StaticPool

from hrplanner.model.errors import FileProblem
from hrplanner.model.sealing import BookKey
from hrplanner.storage import driver

Access = Literal["read", "write", "create"]

LEAST_SQLITE = (3, 53)
"""Older ones cannot add a CHECK or drop NOT NULL in place, and up to 3.51.2 could damage a file."""

SETTINGS = (
    "foreign_keys=on",
    "journal_mode=delete",
    "synchronous=extra",
    "fullfsync=on",  # macOS answers fsync before the disk has the bytes
    "secure_delete=on",  # an erased name must not stay in a free page
    "trusted_schema=off",
    "cell_size_check=on",
    "mmap_size=0",  # a pulled stick is an error message, not a crash of the process
    "cache_size=-65536",
    "temp_store=memory",
    "recursive_triggers=off",
)

_FLAGS: dict[Access, int] = {
    "read": apsw.SQLITE_OPEN_READONLY,
    "write": apsw.SQLITE_OPEN_READWRITE,
    "create": apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE,
}
_SWITCHES = (
    (apsw.SQLITE_DBCONFIG_DEFENSIVE, 1),
    (apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
    (apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0),
    (apsw.SQLITE_DBCONFIG_ENABLE_VIEW, 0),
    (apsw.SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0),
    (apsw.SQLITE_DBCONFIG_DQS_DML, 0),
    (apsw.SQLITE_DBCONFIG_DQS_DDL, 0),
)
_LIMITS = (
    (apsw.SQLITE_LIMIT_LENGTH, 16_000_000),
    (apsw.SQLITE_LIMIT_SQL_LENGTH, 100_000),
    (apsw.SQLITE_LIMIT_COLUMN, 200),
    (apsw.SQLITE_LIMIT_FUNCTION_ARG, 16),
    (apsw.SQLITE_LIMIT_ATTACHED, 1),  # VACUUM INTO needs one
    (apsw.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200),
    (apsw.SQLITE_LIMIT_TRIGGER_DEPTH, 5),
)
_CIPHER = "aegis"
_BEGIN = "begin"


class ApswDialect(SQLiteDialect_pysqlite):
    """SQLite's dialect, spoken through our driver."""

    driver = "apsw"
    supports_statement_cache = True
    default_paramstyle = "qmark"

    @classmethod
    def import_dbapi(cls) -> ModuleType:
        """The module that plays the driver."""
        return driver

    def do_begin(self, dbapi_connection: Any) -> None:
        """Nothing here: the engine begins in words, reading or writing."""


registry.register("sqlite.apsw", __name__, ApswDialect.__name__)


def open_engine(path: Path, *, access: Access, busy_ms: int = 5000, key: BookKey | None = None) -> Engine:
    """An engine with one connection to the file; reading begins deferred, `writing(engine)` at once.

    With `key` the file is a sealed one, or becomes one when it is made.
    """
    if driver.sqlite_version_info < LEAST_SQLITE:
        raise RuntimeError(f"SQLite {driver.sqlite_version} is too old")

    def connect() -> driver.Connection:
        connection = driver.connect(driver.name_of(path), flags=_FLAGS[access], busy_ms=busy_ms)
        try:
            if key is not None:
                unlock(connection.apsw, key, path)
                connection.key = key
            harden(connection.apsw)
            for setting in SETTINGS:
                connection.execute(f"pragma {setting}")
        except BaseException:
            connection.close()
            raise
        return connection

    engine = create_engine("sqlite+apsw://", creator=connect, poolclass=StaticPool)
    event.listen(engine, "begin", _begin)
    return engine


def writing(engine: Engine) -> Engine:
    """The same engine, whose transactions take the right to write when they begin (BEGIN IMMEDIATE)."""
    return engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})


def raw(engine: Engine) -> apsw.Connection:
    """The SQLite connection itself, for what SQL cannot say (backup, data version, read-only)."""
    lent = engine.raw_connection()
    try:
        connection: driver.Connection = lent.driver_connection  # type: ignore[assignment]
        return connection.apsw
    finally:
        lent.close()


def rows_of(connection: Connection, sql: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """What one statement gives, in the connection's own transaction, past SQLAlchemy.

    For the few statements of every single save: SQLAlchemy takes longer to describe their results than SQLite to run
    them. Raises apsw.Error.
    """
    lent: driver.Connection = connection.connection.driver_connection  # type: ignore[assignment]
    return list(lent.apsw.execute(sql, values))


def key_of(engine: Engine) -> BookKey | None:
    """What the engine's file is sealed with; a copy of it that SQLite makes is sealed with the same."""
    lent = engine.raw_connection()
    try:
        connection: driver.Connection = lent.driver_connection  # type: ignore[assignment]
        return connection.key
    finally:
        lent.close()


def unlock(connection: apsw.Connection, key: BookKey, path: Path) -> None:
    """Let the connection read and write sealed pages.

    FileProblem("cannot_seal") where this SQLite cannot: it would say nothing, and write the book unsealed.
    """
    told = [row[0] for row in connection.execute(f"pragma cipher = '{_CIPHER}'")]
    if told != [_CIPHER]:
        raise FileProblem("cannot_seal", path=str(path))
    list(connection.execute(f"pragma key = '{raw_form(key)}'"))


def raw_form(key: BookKey) -> str:
    """The key as the engine takes it without deriving it again."""
    return f"raw:{key.secret.hex()}{key.salt.hex()}"


def harden(connection: apsw.Connection) -> None:
    """Refuse what only a tampered file would ask for: triggers, views, extensions, oversized values."""
    for switch, value in _SWITCHES:
        connection.config(switch, value)
    for limit, value in _LIMITS:
        connection.limit(limit, value)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN"))
