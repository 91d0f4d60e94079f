"""The list of promises is remembered between writes, and never older than what was written."""

from pathlib import Path

import pytest

from hrplanner.model.errors import Refused
from hrplanner.model.office import new_office
from hrplanner.storage.opening import create_book, open_book
from hrplanner.usecases.ports import Book
from hrplanner.usecases.recording import new_session, promise, register_person
from hrplanner.usecases.workspace import Workspace


def _texts(book: Book) -> list[str]:
    return [line.text for line in book.commitment_lines()]


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    made = Workspace(create_book(tmp_path / "one.hrplan", new_office(name="One", country="np")))
    made.add_session(new_session(number="1", title="Ward", kind="ward_assembly"))
    made.run("promise", lambda session: promise(session, text="A tap"))
    return made


def test_a_person_more_leaves_the_list_as_it_is(space: Workspace) -> None:
    before = space.book.commitment_lines()
    space.run("register_person", lambda session: register_person(session, name="Sita Rai"))
    assert space.book.commitment_lines() is before


def test_a_promise_more_is_in_the_list_and_undo_takes_it_out(space: Workspace) -> None:
    assert _texts(space.book) == ["A tap"]
    space.run("promise", lambda session: promise(session, text="A ramp"))
    assert sorted(_texts(space.book)) == ["A ramp", "A tap"]
    space.undo()
    assert _texts(space.book) == ["A tap"]


def test_a_session_in_the_bin_takes_its_promises_along(space: Workspace) -> None:
    assert _texts(space.book) == ["A tap"]
    space.remove_session()
    assert _texts(space.book) == []


def test_what_was_refused_is_not_in_the_list(space: Workspace) -> None:
    with pytest.raises(Refused):
        space.run("promise", lambda session: promise(session, text=" "))
    assert _texts(space.book) == ["A tap"]


def test_what_another_program_wrote_is_seen_when_it_is_caught_up_with(space: Workspace) -> None:
    reader = Workspace(open_book(space.book.path, access="read"))
    assert _texts(reader.book) == ["A tap"]
    space.run("promise", lambda session: promise(session, text="A ramp"))
    assert reader.catch_up()
    assert sorted(_texts(reader.book)) == ["A ramp", "A tap"]
