"""Tables and values say the same: a field without a column would be lost in silence."""

from dataclasses import fields

import pytest
import sqlalchemy as sa

from hrplanner.model.changes import CLASS_OF_KIND, RowKind, own_fields
from hrplanner.storage.columns import metadata
from hrplanner.storage.memberships import FIELDS
from hrplanner.storage.tables import TABLES


def test_every_kind_has_its_table() -> None:
    assert set(CLASS_OF_KIND) == set(RowKind) == set(TABLES)


@pytest.mark.parametrize("kind", list(RowKind))
def test_columns_are_the_fields(kind: RowKind) -> None:
    expected = set(own_fields(CLASS_OF_KIND[kind])) - (set(FIELDS) if kind is RowKind.PERSON else set())
    apart = {"id", "binned", *(["session"] if "session" not in expected else [])}
    assert {column.name for column in TABLES[kind].columns} - apart == expected


@pytest.mark.parametrize("kind", list(RowKind))
def test_fields_that_may_be_unknown_may_be_null(kind: RowKind) -> None:
    may_be_none = {one.name for one in fields(CLASS_OF_KIND[kind]) if "None" in str(one.type)}
    nullable = {column.name for column in TABLES[kind].columns if column.nullable} - {"binned"}
    assert may_be_none - set(FIELDS) <= nullable | {"practice"}


def test_all_tables_are_strict() -> None:
    assert all(one.dialect_options["sqlite"]["strict"] for one in metadata.tables.values())
    kinds = {type(column.type) for one in metadata.tables.values() for column in one.columns}
    assert kinds <= {sa.Integer, sa.Text, sa.LargeBinary}
