"""A long day's work, taken back and made again: what the book shows and its digests agree at every turn."""

import os
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hrplanner.model.changes import changes_between
from hrplanner.model.office import new_office
from hrplanner.storage import digests
from hrplanner.storage.book import Book
from hrplanner.storage.engine import raw
from hrplanner.storage.examination import examine
from hrplanner.storage.opening import create_book
from hrplanner.usecases.privacy import erase_people, find_people, keep_names
from hrplanner.usecases.workspace import Workspace
from tests.storage.records import DALIT, WOMEN, bare_session, full_session, person

STEPS = int(os.environ.get("HRPLANNER_UNDO_STEPS", "500"))
SEGMENT = 40

State = tuple[Any, ...]


def shown(book: Book, known: dict[tuple[Any, ...], object]) -> State:
    """All that people see of the book, without its log; what has the digest of something `known` is not read again.

    That digests tell the truth is checked at the end of each segment.
    """
    with book._asking() as connection:
        kept = {row[0]: tuple(row) for row in connection.exec_driver_sql("select * from digest")}
    sessions = []
    for line in book.session_lines():
        if kept[line.id] not in known:
            known[kept[line.id]] = book.session_of_id(line.id)
        sessions.append(known[kept[line.id]])
    frame = kept[digests.FRAME]
    if frame not in known:
        known[frame] = book.office()
    return known[frame], tuple(sessions)


def add(space: Workspace, chance: random.Random) -> None:
    space.add_session(bare_session(f"N{chance.getrandbits(60):x}"))


def register(space: Workspace, chance: random.Random) -> None:
    name = f"Person {chance.getrandbits(40):x}"
    space.run("register_person", lambda session: session.with_person(person(name, WOMEN, DALIT)))


def count(space: Workspace, chance: random.Random) -> None:
    space.run("set_total", lambda session: replace(session, heads=chance.randrange(10_000)))


def take_away(space: Workspace, chance: random.Random) -> None:
    session = space.opened()
    if session.people:
        gone = chance.choice(session.people)
        space.run("remove", lambda session: session.without(gone.id))


def remove(space: Workspace, chance: random.Random) -> None:
    if len(space.book.session_lines()) > 2:
        space.remove_session()


def take_in(space: Workspace, chance: random.Random) -> None:
    space.write("import", changes_between(None, full_session(f"F{chance.getrandbits(60):x}")))


def keep(space: Workspace, chance: random.Random) -> None:
    months = chance.randrange(1, 100)
    space.run_office("keep_names", lambda office: keep_names(office, months=months, because="s. 5"))


ACTS: tuple[Callable[[Workspace, random.Random], None], ...] = (
    add, register, register, count, count, take_away, remove, take_in, keep,
)  # fmt: skip


@pytest.mark.timeout(120 + STEPS)
def test_undo_and_redo_lead_through_the_same_states(tmp_path: Path) -> None:
    chance = random.Random(11)
    book = create_book(tmp_path / "book.hrplan", new_office(name="W", country="np"))
    list(raw(book._engine).execute("pragma synchronous=off"))  # no power is cut here
    space = Workspace(book)
    space.add_session(bare_session("first"))
    taken = 0
    while taken < STEPS:
        taken += segment(space, chance)
        if people := find_people(book)[:3]:
            erase_people(book, people)
        expect_digests(book)
        space = Workspace(book)
    book.close()
    assert examine(book.path).state == "sound"


def segment(space: Workspace, chance: random.Random) -> int:
    """Work, with undo and redo in between; then back to the beginning, and forward to the end again: how many steps."""
    book, known, place = space.book, {}, 0  # type: ignore[var-annotated]
    states = [shown(book, known)]  # type: ignore[arg-type]
    for _ in range(SEGMENT):
        turn = chance.random()
        if turn < 0.2 and place:
            space.undo()
            place -= 1
        elif turn < 0.35 and place + 1 < len(states):
            space.redo()
            place += 1
        else:
            before = space.undo_step
            if space.session is None:
                space.open_session(chance.choice(book.session_lines()).number)
            chance.choice(ACTS)(space, chance)
            if space.undo_step == before:
                continue
            place += 1
            states[place:] = [shown(book, known)]  # type: ignore[arg-type]
        assert shown(book, known) == states[place]  # type: ignore[arg-type]
    for at in reversed(range(place)):
        space.undo()
        assert shown(book, known) == states[at]  # type: ignore[arg-type]
    expect_digests(book)  # type: ignore[arg-type]
    for state in states[1:]:
        space.redo()
        assert shown(book, known) == state  # type: ignore[arg-type]
    expect_digests(book)  # type: ignore[arg-type]
    return SEGMENT + place + len(states) - 1


def expect_digests(book: Book) -> None:
    with book._asking() as connection:
        assert digests.differing(connection) == frozenset()
