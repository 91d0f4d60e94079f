"""Invented books of a few meetings: lists with officials on them, tallies, both; without a day, put off, estimated."""

from __future__ import annotations

import datetime as dt
import random

from hrplanner.model.attendance import Tally
from hrplanner.model.groups import GroupCode
from hrplanner.model.ids import PersonId, RowId, SessionId, new_id
from hrplanner.model.people import Person, Role
from hrplanner.model.session import Session
from tests.model.populations import ASKED, BANDS, CASTES, SEXES

ROLES = (*[Role.PARTICIPANT] * 8, Role.REPRESENTATIVE, Role.OFFICIAL, Role.OBSERVER)


def some_sessions(seed: int) -> list[Session]:
    """One to five meetings; the same for the same seed."""
    chance = random.Random(seed)
    return [_session(chance, number) for number in range(chance.randrange(1, 6))]


def _session(chance: random.Random, number: int) -> Session:
    people = tuple(_person(chance) for _ in range(chance.choice((0, 0, 3, 9, 25))))
    heads = chance.choice((None, len(people), len(people) + chance.randrange(9)))
    estimated = heads is not None and chance.random() < 0.2
    tallied = chance.sample(ASKED, chance.randrange(1, 4)) if chance.random() < 0.3 else []
    day = dt.date(2025, 11, 1) + dt.timedelta(days=chance.randrange(120))
    return Session(
        id=SessionId(new_id()),
        number=f"S{number}",
        title="Meeting",
        kind="ward_assembly",
        date=None if chance.random() < 0.1 else day,
        held=chance.choice((True, True, None, False)),
        reheld_of="S0" if chance.random() < 0.1 else None,
        heads=None if estimated else heads,
        heads_low=heads if estimated else None,
        heads_high=None if heads is None or not estimated else heads + 4,
        voters=chance.choice((None, 20, 100)),
        people=people,
        tallies=tuple(Tally(id=RowId(new_id()), group=GroupCode(code), count=chance.randrange(6)) for code in tallied),
    )


def _person(chance: random.Random) -> Person:
    groups = {chance.choice(SEXES)} if chance.random() < 0.8 else set()
    groups |= set(chance.sample(CASTES, chance.randrange(3)))
    groups |= {chance.choice((*BANDS, "age_15_24", "age_25_up"))} if chance.random() < 0.3 else set()
    denied = {code for code in CASTES if code not in groups and chance.random() < 0.5}
    return Person(
        id=PersonId(new_id()),
        age=chance.randrange(90) if chance.random() < 0.5 else None,
        role=chance.choice(ROLES),
        groups=frozenset(GroupCode(code) for code in groups),
        not_in=frozenset(GroupCode(code) for code in denied),
    )
