"""Which groups a person is in, or said no to: two sets in the value, one row for each group in the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa

from hrplanner.model.changes import Change, Plain
from hrplanner.model.errors import Refused
from hrplanner.storage.tables import membership, person

FIELDS = ("groups", "not_in")
NONE: Mapping[str, Any] = MappingProxyType({"groups": [], "not_in": []})

_BELONGS = {"groups": 1, "not_in": 0}
_DROP = "delete from membership where person = ? and belongs = ?"
_PUT = (
    'insert into membership (person, "group", belongs) values (?, ?, ?) '
    'on conflict (person, "group") do update set belongs = excluded.belongs'
)


def of_people(
    connection: sa.Connection, whose: sa.ColumnElement[bool] | None = None
) -> dict[bytes, dict[str, list[str]]]:
    """The two lists of every such person who has any, sorted."""
    query = (
        sa.select(membership.c.person, membership.c.group, membership.c.belongs)
        .join(person, person.c.id == membership.c.person)
        .order_by(membership.c.person, membership.c.group)
    )
    found: dict[bytes, dict[str, list[str]]] = {}
    for who, code, belongs in connection.execute(query if whose is None else query.where(whose)):
        lists = found.setdefault(who, {"groups": [], "not_in": []})
        lists["groups" if belongs else "not_in"].append(code)
    return found


def write(connection: sa.Connection, changes: Sequence[Change]) -> None:
    """Write the groups of persons that came or changed; their own row is written already.

    Raises Refused("changed_meanwhile") when the groups of a person are not those the change expects.
    """
    touched = [change for change in changes if any(field in (change.after or {}) for field in FIELDS)]
    _expect(connection, [change for change in touched if change.before is not None])
    for field, belongs in _BELONGS.items():
        having = [change for change in touched if field in (change.after or {})]
        if having:
            connection.exec_driver_sql(_DROP, [(change.id, belongs) for change in having])
    rows = [
        (change.id, code, belongs)
        for change in touched
        for field, belongs in _BELONGS.items()
        for code in (change.after or {}).get(field, ())
    ]
    if rows:
        connection.exec_driver_sql(_PUT, rows)


def _expect(connection: sa.Connection, changes: Sequence[Change]) -> None:
    for start in range(0, len(changes), 500):
        some = changes[start : start + 500]
        there = of_people(connection, person.c.id.in_([change.id for change in some]))
        if any(not _as_expected(change.before or {}, there.get(change.id, NONE)) for change in some):
            raise Refused("changed_meanwhile", kind="person")


def _as_expected(before: Plain, there: Mapping[str, Sequence[str]]) -> bool:
    return all(list(before[field]) == list(there[field]) for field in FIELDS if field in before)
