"""The open book: what is shown is what was saved, and every step can be taken back and made again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from hrplanner.model.changes import changes_between
from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.groups import GroupCode
from hrplanner.model.ids import PersonId, new_id
from hrplanner.model.lines import NewEntry
from hrplanner.model.office import new_office
from hrplanner.model.people import Person
from hrplanner.model.session import Session
from hrplanner.storage.opening import create_book
from hrplanner.usecases.ports import Book
from hrplanner.usecases.recording import count_one, new_session, raise_issue, register_person, set_total
from hrplanner.usecases.workspace import Workspace
from tests.storage.writers import another_writer
from tests.usecases.fakes import BookInMemory

WOMEN = GroupCode("women")


def desk(*, numbers: tuple[str, ...] = ("W1",)) -> tuple[BookInMemory, Workspace]:
    """A book of ward 5 with sessions of these numbers, the last of them open."""
    book = BookInMemory(new_office(name="Ward 5", country="np"))
    workspace = Workspace(book, actor="Secretary")
    for number in numbers:
        workspace.add_session(meeting(number))
    return book, workspace


def meeting(number: str) -> Session:
    return new_session(number=number, title="Ward assembly", kind="ward_assembly")


def heads(number: int, workspace: Workspace) -> Session:
    return workspace.run("set_total", lambda session: set_total(session, "heads", number), about=str(number))


def test_the_book_in_memory_keeps_the_promises_of_a_book() -> None:
    office = new_office(name="Ward 5", country="np")
    book: Book = BookInMemory(office)
    assert book.office() == office
    book.write(NewEntry(step="add_session"), changes_between(None, session := meeting("W1")))
    assert book.session("W1") == session


def test_what_a_step_gives_is_in_the_book_before_it_is_shown() -> None:
    book, workspace = desk()
    after = workspace.run("register_person", lambda session: register_person(session, groups=[WOMEN], age=33))
    assert workspace.session == after == book.session("W1")
    entry = book.log[-1][0]
    assert (entry.step, entry.actor, entry.session) == ("register_person", "Secretary", after.id)


def test_a_step_that_changes_nothing_writes_nothing() -> None:
    book, workspace = desk()
    written, told = len(book.log), []
    workspace.listen(lambda: told.append(1))
    workspace.run("set_total", lambda session: set_total(session, "heads", None))
    assert (len(book.log), told) == (written, [])
    assert workspace.undo_step is not None
    assert workspace.undo_step.name == "add_session"


def test_a_refused_step_changes_nothing() -> None:
    book, workspace = desk()
    before, rows = workspace.session, dict(book.rows)
    with pytest.raises(Refused):
        workspace.run("raise_issue", lambda session: raise_issue(session, text=" "))
    assert (workspace.session, book.rows) == (before, rows)


def test_what_could_not_be_saved_is_not_shown_as_saved() -> None:
    book, workspace = desk()
    told: list[int] = []
    workspace.listen(lambda: told.append(1))
    before = workspace.session
    book.full = True
    with pytest.raises(FileProblem):
        heads(84, workspace)
    with pytest.raises(FileProblem):
        workspace.undo()
    assert (workspace.session, told) == (before, [])
    assert workspace.undo_step is not None
    book.full = False
    assert heads(84, workspace).heads == 84


def test_a_read_only_book_is_read() -> None:
    book, _ = desk()
    book.read_only = True
    workspace = Workspace(book)
    workspace.open_session("W1")
    with pytest.raises(FileProblem) as problem:
        heads(84, workspace)
    assert problem.value.code == "book_is_read_only"
    assert workspace.opened().heads is None
    assert heads_unchanged(workspace)


def heads_unchanged(workspace: Workspace) -> bool:
    return workspace.run("set_total", lambda session: set_total(session, "heads", None)).heads is None


def test_without_an_open_session_there_is_nothing_to_change() -> None:
    _, workspace = desk()
    workspace.close_session()
    for step in (workspace.opened, workspace.remove_session, lambda: heads(1, workspace)):
        with pytest.raises(Refused) as refused:
            step()
        assert refused.value.code == "no_session_open"
    with pytest.raises(Refused) as refused:
        workspace.open_session("W9")
    assert refused.value.code == "unknown_session"


def test_a_number_belongs_to_one_session() -> None:
    book, workspace = desk(numbers=("W1", "W2"))
    with pytest.raises(Refused) as refused:
        workspace.add_session(meeting("W1"))
    assert (refused.value.code, refused.value.params) == ("number_taken", {"number": "W1"})
    with pytest.raises(Refused):
        workspace.run("rename", lambda session: replace(session, number="W1"))
    assert workspace.opened().number == "W2"
    assert [line.number for line in book.session_lines()] == ["W1", "W2"]


def test_a_removed_session_comes_back_whole() -> None:
    book, workspace = desk()
    whole = workspace.run("register_person", lambda session: register_person(session, name="Maya", groups=[WOMEN]))
    workspace.remove_session()
    assert workspace.session is None
    assert book.session_lines() == ()
    workspace.undo()
    assert workspace.open_session("W1") == whole


def test_undoing_a_new_session_closes_it() -> None:
    book, workspace = desk()
    workspace.undo()
    assert workspace.session is None
    assert book.session_lines() == ()
    workspace.redo()
    assert workspace.open_session("W1").number == "W1"


def test_a_step_of_another_session_is_taken_back_without_touching_the_open_one() -> None:
    book, workspace = desk(numbers=("W1", "W2"))
    workspace.open_session("W1")
    heads(84, workspace)
    workspace.open_session("W2")
    open_one = workspace.opened()
    step = workspace.undo()
    assert step is not None
    assert (step.name, step.about) == ("set_total", "84")
    assert workspace.session is open_one
    assert book.session("W1").heads is None


def test_a_new_step_forgets_what_could_be_made_again() -> None:
    book, workspace = desk()
    heads(84, workspace)
    workspace.undo()
    assert Workspace(book).redo_step is not None
    heads(85, workspace)
    assert Workspace(book).redo_step is None
    assert workspace.redo() is None
    assert workspace.opened().heads == 85


def test_the_frame_of_the_book_is_taken_back_too() -> None:
    book, workspace = desk()
    workspace.run_office("rename_office", lambda office: replace(office, name="Ward 6"))
    assert workspace.office.name == book.office().name == "Ward 6"
    workspace.undo()
    assert workspace.office.name == book.office().name == "Ward 5"
    workspace.redo()
    assert workspace.office.name == "Ward 6"


def test_changes_made_elsewhere_are_one_step_and_reach_the_open_session() -> None:
    book, workspace = desk()
    before = workspace.opened()
    after = before.with_person(Person(id=PersonId(new_id()), groups=frozenset({WOMEN})))
    changes = changes_between(before, after)
    assert not workspace.write("import", changes, rehearse=True)
    assert workspace.session == before
    assert workspace.write("import", changes, about="people.csv")
    assert workspace.session == after == book.session("W1")
    assert not workspace.write("import", [])
    workspace.undo()
    assert workspace.session == before


def test_what_was_handed_out_is_not_taken_back() -> None:
    book, workspace = desk()
    heads(84, workspace)
    before = workspace.opened()
    workspace.write("freeze_minutes", changes_between(before, replace(before, venue="Ward office")))
    for workspace_again in (workspace, Workspace(book)):
        assert workspace_again.undo_step is not None
        assert workspace_again.undo_step.name == "set_total"


def test_who_listens_is_told_after_each_change_until_they_stop() -> None:
    _, workspace = desk()
    told: list[int | None] = []
    stop = workspace.listen(lambda: told.append(workspace.opened().heads))
    heads(84, workspace)
    workspace.undo()
    stop()
    heads(85, workspace)
    assert told == [84, None]


class UndoAndRedo(RuleBasedStateMachine):
    """Any order of steps, undo, redo, opening and closing the book; a plain list of states is the truth."""

    def __init__(self) -> None:
        super().__init__()
        self.book, self.workspace = desk()
        self.workspace.run("set_total", lambda session: set_total(session, "heads", 0))
        self.past: list[Session] = []
        self.now = self.workspace.opened()
        self.future: list[Session] = []

    def _stepped(self, after: Session) -> None:
        if after != self.now:
            self.past.append(self.now)
            self.future.clear()
        self.now = after

    @rule(number=st.integers(0, 5))
    def set_heads(self, number: int) -> None:
        self._stepped(heads(number, self.workspace))

    @rule(group=st.sampled_from(("women", "men", "dalit")), by=st.sampled_from((1, -1)))
    def stroke(self, group: str, by: int) -> None:
        self._stepped(self.workspace.run("count_one", lambda one: count_one(one, GroupCode(group), by=by)))

    @rule(age=st.integers(0, 90))
    def register(self, age: int) -> None:
        self._stepped(self.workspace.run("register_person", lambda one: register_person(one, age=age)))

    @precondition(lambda self: self.now.people)
    @rule(data=st.data())
    def strike_out(self, data: st.DataObject) -> None:
        person = data.draw(st.sampled_from(self.now.people))
        self._stepped(self.workspace.run("remove_row", lambda one: one.without(person.id)))

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        assert self.workspace.undo() is not None
        self.future.append(self.now)
        self.now = self.past.pop()

    @rule()
    def redo(self) -> None:
        assert (self.workspace.redo() is not None) == bool(self.future)
        if self.future:
            self.past.append(self.now)
            self.now = self.future.pop()

    @rule()
    def close_and_open_the_book(self) -> None:
        before = (self.workspace.undo_step, self.workspace.redo_step)
        self.workspace = Workspace(self.book)
        self.workspace.open_session("W1")
        assert (self.workspace.undo_step, self.workspace.redo_step) == before

    @invariant()
    def what_is_shown_is_what_is_saved_and_true(self) -> None:
        assert self.workspace.session == self.now == self.book.session("W1")


TestUndoAndRedo = UndoAndRedo.TestCase
TestUndoAndRedo.settings = settings(max_examples=40, stateful_step_count=25)


def test_what_another_program_wrote_is_read_before_the_next_step(tmp_path: Path) -> None:
    path = tmp_path / "book.hrplan"
    window = Workspace(create_book(path, new_office(name="Ward 5", country="np")))
    window.add_session(new_session(number="1", title="Assembly", kind="ward_assembly"))
    terminal = Workspace(another_writer(path))
    terminal.open_session("1")
    terminal.run("set_total", lambda session: set_total(session, "heads", 84))
    terminal.book.close()
    window.run("set_total", lambda session: set_total(session, "slips", 71))
    assert (window.opened().heads, window.opened().slips) == (84, 71)
    window.book.close()
