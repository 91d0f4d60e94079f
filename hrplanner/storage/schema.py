"""The tables of a file: how they are made, and whether they are those of a book.

A well-formed file can hold a view in place of a table, or a trigger that deletes; a check of its pages says ok.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import sqlalchemy as sa

from hrplanner.storage.columns import metadata
from hrplanner.storage.digests import digest
from hrplanner.storage.engine import open_engine, writing
from hrplanner.storage.file_format import APPLICATION_ID, MIN_READ, MIN_WRITE, VERSION
from hrplanner.storage.log_tables import book, entry, entry_body, entry_pack, replica
from hrplanner.storage.tables import TABLES, membership

TABLES_OF_A_BOOK = (*TABLES.values(), membership, digest, book, replica, entry, entry_body, entry_pack)
_SAYS = sa.text("select 1 from pragma_table_info('book') where name = 'min_write'")
_SCHEMA = sa.text("select type, name, sql from sqlite_schema order by type, name")


def make_tables(connection: sa.Connection, *, book_id: bytes, made: int) -> None:
    """Turn an empty file into a book without an office; the version is written last."""
    metadata.create_all(connection, tables=TABLES_OF_A_BOOK)
    own = {"one": 1, "id": book_id, "min_read": MIN_READ, "min_write": MIN_WRITE, "made": made}
    connection.execute(sa.insert(book).values(own))
    connection.exec_driver_sql(f"pragma application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"pragma user_version = {VERSION}")


def limits(connection: sa.Connection) -> tuple[int, int]:
    """The versions that may read and write the book; NoResultFound where it does not say."""
    connection.execute(_SAYS).one()
    least = connection.execute(sa.select(book.c.min_read, book.c.min_write)).one()
    return least.min_read, least.min_write


def is_ours(connection: sa.Connection) -> bool:
    """Whether every table and index is as this version makes it, and nothing else is there."""
    return _schema(connection) == _expected()


def pages_hang_together(connection: sa.Connection) -> bool:
    """Whether SQLite finds every page in its place; values inside them are compared by Check file."""
    return bool(connection.exec_driver_sql("pragma quick_check(1)").scalar() == "ok")


@cache
def _expected() -> tuple[tuple[str, ...], ...]:
    engine = open_engine(Path(":memory:"), access="create")
    try:
        with writing(engine).begin() as connection:
            metadata.create_all(connection, tables=TABLES_OF_A_BOOK)
            return _schema(connection)
    finally:
        engine.dispose()


def _schema(connection: sa.Connection) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row) for row in connection.execute(_SCHEMA))
