"""Large books for measuring, written straight into the file; and the yearly figures as a person would ask SQL."""

from __future__ import annotations

import datetime as dt
import os
import random
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import apsw

from hrplanner.model.changes import changes_between
from hrplanner.model.ids import SessionId, new_id
from hrplanner.model.lines import NewEntry
from hrplanner.model.office import new_office
from hrplanner.model.session import Session
from hrplanner.storage.opening import create_book
from hrplanner.usecases.checking import add_rules

PER_SESSION = 100
GROUPS = ("women", "men", "dalit", "janajati", "persons_with_disabilities", "indigenous", "muslim", "madhesi")

AGES = ((0, 14), (15, 17), (18, 24), (25, 39), (40, 59), (60, 200))


def rule_tables() -> list[Mapping[str, Any]]:
    """Forty rules: shares, shares inside shares, counts, quorums, presence, over sessions and over the year."""
    found: list[Mapping[str, Any]] = []
    for place in range(40):
        code, other = GROUPS[place % 8], GROUPS[(place + 3) % 8]
        rule: dict[str, Any] = {"id": f"r{place:02}", "title": f"Rule {place}"}
        match place % 8:
            case 0 | 1:
                rule |= {"kind": "share", "numerator": code, "denominator": "attendees", "threshold": "1/3"}
            case 2:
                both = {"all_of": [code, other]}
                rule |= {"kind": "share", "numerator": both, "denominator": "attendees", "threshold": "1/10"}
            case 3:
                rule |= {"kind": "share", "numerator": [code, other], "denominator": "attendees", "threshold": "1/2"}
                rule |= {"scope": "fiscal_year"}
            case 4:
                rule |= {"kind": "share", "numerator": other, "within": "r00", "threshold": "1/5"}
            case 5:
                rule |= {"kind": "count", "numerator": code, "threshold": "10"}
            case 6:
                rule |= {"kind": "quorum", "numerator": "attendees", "denominator": "voters", "threshold": "5%"}
            case _:
                rule |= {"kind": "presence", "all_of": [code, other]}
        found.append(rule)
    return found


def large_book(path: Path, sessions: int) -> None:
    """A book of so many sessions, each with a list of a hundred people; four years."""
    book = create_book(path, add_rules(new_office(name="Large", country="bd"), rule_tables()))
    chance = random.Random(5)
    first = dt.date(2022, 7, 1)
    made = [
        Session(
            id=SessionId(new_id()),
            number=f"S{place:05}",
            title="Ward shava",
            kind="ward_assembly",
            held=True,
            date=first + dt.timedelta(days=chance.randrange(1_400)),
            heads=PER_SESSION + chance.randrange(5),
            voters=1_500,
        )
        for place in range(sessions)
    ]
    book.write(NewEntry(step="import"), (change for one in made for change in changes_between(None, one)))
    book.close()
    _people(path, [one.id for one in made], chance)


def _people(path: Path, sessions: list[SessionId], chance: random.Random) -> None:
    connection = apsw.Connection(str(path))
    connection.execute("pragma synchronous=off; pragma journal_mode=memory")
    with connection:
        for which in sessions:
            ids = [new_id() for _ in range(PER_SESSION)]
            connection.executemany(
                "insert into person (id, session, age, role, consent) values (?, ?, ?, 'participant', '{}')",
                [(one, which, chance.randrange(12, 90)) for one in ids],
            )
            connection.executemany(
                'insert into membership (person, "group", belongs) values (?, ?, ?)',
                [(one, code, belongs) for one in ids for code, belongs in _groups(chance)],
            )
    connection.close()


def _groups(chance: random.Random) -> Iterator[tuple[str, int]]:
    draw = chance.random()
    if draw < 0.95:
        yield ("women" if draw < 0.45 else "men"), 1
    for code in GROUPS[2:]:
        draw = chance.random()
        if draw < 0.2:
            yield code, int(draw < 0.1)


def by_hand(path: Path) -> list[Any]:
    """The same numbers for every session and rule, as one query that joins, groups by person, then by session."""
    holds = "max(case when m.\"group\" = '{0}' then m.belongs end)"
    ages = [f"case when p.age is null then 1 when p.age between {one} and {two} then 2 else 0 end" for one, two in AGES]
    answers = [*(_answer(code, holds) for code in GROUPS), *ages]
    names = [*GROUPS, *(f"age_{one}" for one, _ in AGES)]
    codes = ", ".join(f"{answer} as {name}" for answer, name in zip(answers, names, strict=True))
    of_groups = [f"sum({name} = 2), sum({name} = 1)" for name in names]
    numbers = ", ".join([*of_groups, *(_numbers(table) for table in rule_tables() if table["kind"] != "quorum")])
    query = f"""
    select s.id, s.date, s.heads, s.voters, count(*), {numbers}
    from session s join (
        select p.session as session, {codes}
        from person p left join membership m on m.person = p.id
        where p.binned is null and p.role in ('participant', 'representative')
        group by p.id
    ) a on a.session = s.id
    where s.binned is null and s.held is not 0
    group by s.id
    """
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    return list(connection.execute(query))


def _answer(code: str, holds: str) -> str:
    """2 yes, 1 not known, 0 no; who is in one sex is not in the other."""
    own = f"case {holds.format(code)} when 1 then 2 when 0 then 0"
    other = {"women": "men", "men": "women"}.get(code)
    return (
        f"{own} else 1 end" if other is None else f"{own} else case {holds.format(other)} when 1 then 0 else 1 end end"
    )


def _numbers(table: Mapping[str, Any]) -> str:
    numerator = table.get("numerator") or {"all_of": table["all_of"]}
    if table["kind"] == "presence":
        return ", ".join(f"sum({code} = 2), sum({code} = 1)" for code in table["all_of"])
    if isinstance(numerator, dict):
        inner = f"min({', '.join(numerator['all_of'])})"
    else:
        inner = numerator if isinstance(numerator, str) else f"max({', '.join(numerator)})"
    if "within" not in table:
        return f"sum({inner} = 2), sum({inner} = 1)"
    pairs = ((2, 2), (2, 1), (1, 0), (1, 1), (1, 2))
    return ", ".join(["sum(women = 2)", *(f"sum(women = {one} and {inner} = {two})" for one, two in pairs)])


def sizes() -> list[int]:
    """How many sessions each book has; all four where the environment asks for the whole curve."""
    most = int(os.environ.get("HRPLANNER_BENCH_SESSIONS", "300"))
    return [size for size in (10, 100, 300, 1_000, 10_000) if size <= most]
