"""Figures over years, added up by SQL in one pass over all lists; what they mean is in `model.yearly`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from hrplanner.model.almanac import Period
from hrplanner.model.changes import RowKind, from_plain
from hrplanner.model.groups import Belongs, GroupCode, age_band, dimension_of, in_group
from hrplanner.model.people import COUNTED_ROLES
from hrplanner.model.session import Session
from hrplanner.model.yearly import GroupYear, ListSums, group_years
from hrplanner.storage.rows import plain_rows
from hrplanner.storage.tables import membership, person, session, tally


def yearly_groups(
    connection: sa.Connection, periods: Sequence[Period], codes: Sequence[GroupCode]
) -> tuple[GroupYear, ...]:
    """The counts of groups in periods, by period, then group in the order given."""
    return group_years(_without_people(connection), list_sums(connection, codes), periods, codes)


def list_sums(connection: sa.Connection, codes: Sequence[GroupCode]) -> Mapping[bytes, ListSums]:
    """For each session with a list: how many are on it, and of each group how many said yes or nothing."""
    used = [GroupCode(code) for code in connection.execute(sa.select(membership.c.group).distinct()).scalars()]
    answers = [_answer(code, used).label(f"a{place}") for place, code in enumerate(codes)]
    counted = [str(role) for role in COUNTED_ROLES]
    people = (
        sa.select(person.c.session, *answers)
        .outerjoin(membership, membership.c.person == person.c.id)
        .where(person.c.binned.is_(None), person.c.role.in_(counted))
        .group_by(person.c.id)
        .subquery()
    )
    sums: list[Any] = []
    for place in range(len(codes)):
        answer = people.c[f"a{place}"]
        sums += [sa.func.sum(answer), sa.func.sum(sa.case((answer.is_(None), 1), else_=0))]
    query = sa.select(people.c.session, sa.func.count(), *sums).group_by(people.c.session)
    return {row[0]: _sums(row[1], row[2:], codes) for row in connection.execute(query)}


def _sums(listed: int, numbers: Sequence[int | None], codes: Sequence[GroupCode]) -> ListSums:
    pairs = list(zip(codes, numbers[::2], numbers[1::2], strict=True))
    return ListSums(
        listed,
        {code: yes or 0 for code, yes, _ in pairs},
        {code: unknown or 0 for code, _, unknown in pairs},
    )


def _answer(code: GroupCode, used: Iterable[GroupCode]) -> sa.ColumnElement[Any]:
    """Whether a person is in the group: 1 yes, 0 no, null not known; the order of the questions is that of counting."""
    alike = [one for one in used if dimension_of(one) == dimension_of(code) and one != code]
    inside = [one for one in alike if in_group(code, one) is Belongs.YES]
    outside = [one for one in alike if in_group(code, one) is Belongs.NO]
    band = age_band(code)
    cases: list[tuple[Any, Any]] = [(_has([code], belongs=1), 1)]
    if band is not None:
        within = sa.case((person.c.age.between(band.youngest, band.oldest), 1), else_=0)
        cases.append((person.c.age.is_not(None), within))
    cases += [(_has([code], belongs=0), 0), (_has(inside, belongs=1), 1), (_has(outside, belongs=1), 0)]
    return sa.case(*cases, else_=sa.null())


def _has(codes: Sequence[str], *, belongs: int) -> sa.ColumnElement[bool]:
    """Whether one of a person's rows names one of the groups."""
    named = sa.and_(membership.c.group.in_(codes), membership.c.belongs == belongs)
    return sa.func.max(sa.case((named, 1), else_=0)) == 1


def _without_people(connection: sa.Connection) -> list[Session]:
    """All sessions with their tallies and none of their other rows."""
    tallies: dict[bytes, list[Any]] = {}
    whose = dict(connection.execute(sa.select(tally.c.id, tally.c.session).where(tally.c.binned.is_(None))).all())
    for row_id, own in plain_rows(connection, RowKind.TALLY):
        tallies.setdefault(whose[row_id], []).append(from_plain(RowKind.TALLY, row_id, own))
    return [
        from_plain(RowKind.SESSION, row_id, {**own, "tallies": tuple(tallies.get(row_id, ()))})
        for row_id, own in plain_rows(connection, RowKind.SESSION, session.c.binned.is_(None))
    ]
