"""The kinds of table and column that a book is made of; which tables there are is in `tables` and `log_tables`."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import sqlalchemy as sa

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
    }
)


def table(name: str, *parts: sa.schema.SchemaItem) -> sa.Table:
    """A table whose rows are short: kept in the index of its key itself."""
    return sa.Table(name, metadata, *parts, sqlite_strict=True, sqlite_with_rowid=False)


def table_of_texts(name: str, *parts: sa.schema.SchemaItem) -> sa.Table:
    """A table of long texts: smaller, and faster to look up, when its rows have numbers of their own."""
    return sa.Table(name, metadata, *parts, sqlite_strict=True)


def check(name: str, condition: str) -> sa.CheckConstraint:
    """A named CHECK, so that a later version can replace it."""
    return sa.CheckConstraint(condition, name=name)


def text(name: str) -> sa.Column[str]:
    """Text, or not known."""
    return sa.Column(name, sa.Text)


def needed_text(name: str) -> sa.Column[str]:
    """Text that every row has."""
    return sa.Column(name, sa.Text, nullable=False)


def whole(name: str) -> sa.Column[int]:
    """A count: not known, or zero and up."""
    return sa.Column(name, sa.Integer, check(name, f'"{name}" >= 0'))


def needed_whole(name: str) -> sa.Column[int]:
    """A count that every row has."""
    return sa.Column(name, sa.Integer, check(name, f'"{name}" >= 0'), nullable=False)


def yes_no(name: str) -> sa.Column[int]:
    """Yes, no, or not known."""
    return sa.Column(name, sa.Integer, check(name, f'"{name}" in (0, 1)'), info={"holds": "yes_no"})


def day(name: str) -> sa.Column[str]:
    """A day as YYYY-MM-DD, which sorts as text."""
    shape = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
    return sa.Column(name, sa.Text, check(name, f"\"{name}\" glob '{shape}'"))


def json_text(name: str) -> sa.Column[str]:
    """A short list or table as JSON text."""
    return sa.Column(name, sa.Text, check(name, f'json_valid("{name}")'), nullable=False, info={"holds": "json"})


def coded(name: str, codes: Iterable[StrEnum]) -> sa.Column[str]:
    """One of the codes, or not known."""
    allowed = ", ".join(f"'{code.value}'" for code in codes)
    return sa.Column(name, sa.Text, check(name, f'"{name}" in ({allowed})'))


def needed_code(name: str, codes: Iterable[StrEnum]) -> sa.Column[str]:
    """One of the codes, on every row."""
    column = coded(name, codes)
    column.nullable = False
    return column


def identity(name: str = "id") -> sa.Column[bytes]:
    """The 16 bytes that are this row everywhere."""
    return sa.Column(name, sa.LargeBinary, check(name, f"length({name}) = 16"), primary_key=True)


def binned() -> sa.Column[int]:
    """When the row was taken away, in milliseconds since 1970."""
    return sa.Column("binned", sa.Integer)


def of_session() -> sa.Column[bytes]:
    """The session the row belongs to; looked at when the transaction ends, so that rows may come in any order."""
    key = sa.ForeignKey("session.id", deferrable=True, initially="DEFERRED")
    return sa.Column("session", sa.LargeBinary, key, nullable=False, index=True)
