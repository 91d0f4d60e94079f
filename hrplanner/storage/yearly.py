"""Figures over years, added up by SQL in one pass over all lists; what they mean is in `model.yearly`.

Each answer is a number, so that "any of" is the largest and "all of" the smallest: 2 yes, 1 not known, 0 no.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

from hrplanner.model.changes import PART_KINDS, RowKind, from_plain
from hrplanner.model.counts import GroupSet
from hrplanner.model.groups import Belongs, GroupCode, age_band, dimension_of, in_group
from hrplanner.model.list_answers import Question, Sets, Sums
from hrplanner.model.people import COUNTED_ROLES
from hrplanner.model.session import Session
from hrplanner.storage.engine import ApswDialect
from hrplanner.storage.rows import plain_rows
from hrplanner.storage.tables import TABLES, membership, person, session

YES, UNKNOWN, NO = 2, 1, 0
_NOT_IN = 31
"""A person's groups are one number: a bit for each group they are in, and one 31 further for each they are not in."""

Number = sa.ColumnElement[Any]


def sums(connection: sa.Connection, questions: Sequence[Question], parts: Collection[str]) -> Sums:
    """All sessions with these parts and their tallies, and the answers of their lists."""
    return Sums(
        sessions=_sessions(connection, {"tallies", *parts} - {"people"}), numbers=_answers(connection, questions)
    )


def places(connection: sa.Connection) -> Sequence[tuple[bytes, str, int]]:
    """Of each session how many on its list came from where, for those whose place is known."""
    query = (
        sa.select(person.c.session, person.c.place, sa.func.count())
        .where(person.c.binned.is_(None), person.c.place.is_not(None), person.c.role.in_(_counted()))
        .group_by(person.c.session, person.c.place)
        .order_by(person.c.session, person.c.place)
    )
    return [(row[0], row[1], row[2]) for row in connection.execute(query)]


def _answers(connection: sa.Connection, questions: Sequence[Question]) -> Mapping[bytes, Sequence[int]]:
    asked = tuple(dict.fromkeys(questions))
    used = connection.execute(sa.select(membership.c.group).distinct().order_by(membership.c.group)).scalars()
    rows = connection.exec_driver_sql(_text(asked, tuple(GroupCode(code) for code in used))).all()
    starts = dict(zip(asked, accumulate((one.width for one in asked), initial=2), strict=False))
    places = [start + place for one in questions for start in (starts[one],) for place in range(one.width)]
    chosen = itemgetter(1, *places) if places else itemgetter(slice(1, 2))
    return {row[0]: chosen(row) for row in rows}


@lru_cache(maxsize=8)
def _text(asked: tuple[Question, ...], used: tuple[GroupCode, ...]) -> str:
    """The query with its values in it: SQLite works out a sum once where it is written the same, not where it is bound
    anew each time. Forty rules take longer to write down than a hundred sessions to add up, so it is written once.
    """
    codes = sorted({code for one in asked for some in (*one.outer, *one.inner) for code in some.groups})
    people = _people(codes, used)
    of_code = {code: people.c[f"a{place}"] for place, code in enumerate(codes)}
    numbers = [number for one in asked for number in _numbers(one, of_code)]
    query = sa.select(people.c.session, sa.func.count(), *numbers).group_by(people.c.session)
    return str(query.compile(dialect=ApswDialect(), compile_kwargs={"literal_binds": True}))


def _people(codes: Sequence[GroupCode], used: Sequence[GroupCode]) -> sa.Subquery:
    """Everybody who counts with an answer for each code, session by session; `used` are all groups in the book."""
    known = [one for one in used if any(dimension_of(one) == dimension_of(code) for code in codes)]
    masks = [_mask(known[start : start + _NOT_IN]) for start in range(0, len(known), _NOT_IN)]
    bits = {one: (masks[place // _NOT_IN], 1 << place % _NOT_IN) for place, one in enumerate(known)}
    answers = [_answer(code, bits).label(f"a{place}") for place, code in enumerate(codes)]
    return (
        sa.select(person.c.session, *answers)
        .outerjoin(membership, membership.c.person == person.c.id)
        .where(person.c.binned.is_(None), person.c.role.in_(_counted()))
        .group_by(person.c.session, person.c.id)
        .subquery()
    )


def _counted() -> list[str]:
    return [str(role) for role in COUNTED_ROLES]


def _mask(codes: Sequence[GroupCode]) -> Number:
    """The number of a person's groups; every pair of a person and a group is there once, so adding up sets bits."""
    bit = sa.case({str(code): 1 << place for place, code in enumerate(codes)}, value=membership.c.group, else_=0)
    return sa.func.sum(sa.case((membership.c.belongs == 1, bit), else_=bit.op("<<")(_NOT_IN)))


def _answer(code: GroupCode, bits: Mapping[GroupCode, tuple[Number, int]]) -> Number:
    """Whether a person is in the group; the order of the questions is that of counting."""
    alike = [one for one in bits if dimension_of(one) == dimension_of(code) and one != code]
    inside = [one for one in alike if in_group(code, one) is Belongs.YES]
    outside = [one for one in alike if in_group(code, one) is Belongs.NO]
    own = [code] if code in bits else []
    band = age_band(code)
    cases = [(test, YES) for test in _has(own, bits, shift=0)]
    if band is not None:
        cases.append((person.c.age.between(band.youngest, band.oldest), YES))
        cases.append((person.c.age.is_not(None), NO))
    cases += [(test, NO) for test in _has(own, bits, shift=_NOT_IN)]
    cases += [(test, YES) for test in _has(inside, bits, shift=0)]
    cases += [(test, NO) for test in _has(outside, bits, shift=0)]
    return sa.case(*cases, else_=UNKNOWN) if cases else sa.literal(UNKNOWN)


def _has(
    codes: Iterable[GroupCode], bits: Mapping[GroupCode, tuple[Number, int]], *, shift: int
) -> list[sa.ColumnElement[bool]]:
    """Whether a person has one of the groups, one test for each number that holds some of them."""
    wanted: dict[int, tuple[Number, int]] = {}
    for code in codes:
        mask, bit = bits[code]
        wanted[id(mask)] = (mask, wanted.get(id(mask), (mask, 0))[1] | bit << shift)
    return [mask.op("&")(bit) != 0 for mask, bit in wanted.values()]


def _numbers(asked: Question, of_code: Mapping[GroupCode, Number]) -> list[Number]:
    inner = _all_of(asked.inner, of_code)
    if not asked.outer:
        return [_how_many(inner == YES), _how_many(inner == UNKNOWN)]
    outer = _all_of(asked.outer, of_code)
    tests = (
        outer == YES,
        sa.and_(outer == YES, inner == YES),
        sa.and_(outer == YES, inner == UNKNOWN),
        sa.and_(outer == UNKNOWN, inner == NO),
        sa.and_(outer == UNKNOWN, inner == UNKNOWN),
        sa.and_(outer == UNKNOWN, inner == YES),
    )
    return [_how_many(test) for test in tests]


def _all_of(sets: Sets, of_code: Mapping[GroupCode, Number]) -> Number:
    return _one_of(sa.func.min, [_of_set(one, of_code) for one in sets])


def _of_set(wanted: GroupSet, of_code: Mapping[GroupCode, Number]) -> Number:
    return _one_of(sa.func.min if wanted.every else sa.func.max, [of_code[code] for code in wanted.groups])


def _one_of(choose: Any, numbers: Sequence[Number]) -> Number:
    """The least or the most of several numbers of one row; of a single one SQLite would make the least of a column."""
    return numbers[0] if len(numbers) == 1 else choose(*numbers)


def _how_many(test: sa.ColumnElement[bool]) -> Number:
    return sa.func.sum(sa.type_coerce(test, sa.Integer))


def _sessions(connection: sa.Connection, parts: Collection[str]) -> tuple[Session, ...]:
    """All sessions with the rows of these parts and no other."""
    rows: dict[bytes, dict[str, list[Any]]] = {}
    for part in sorted(parts):
        kind, _ = PART_KINDS[part]
        table = TABLES[kind]
        query = sa.select(table.c.id, table.c.session).where(table.c.binned.is_(None))
        whose = {row[0]: row[1] for row in connection.execute(query)}
        for row_id, own in plain_rows(connection, kind):
            rows.setdefault(whose[row_id], {}).setdefault(part, []).append(from_plain(kind, row_id, own))
    return tuple(
        from_plain(
            RowKind.SESSION, row_id, {**own, **{part: tuple(rows.get(row_id, {}).get(part, ())) for part in parts}}
        )
        for row_id, own in plain_rows(connection, RowKind.SESSION, session.c.binned.is_(None))
    )
