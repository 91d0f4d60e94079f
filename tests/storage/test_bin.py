"""What was removed can be put back as it was, and undo has a way back for every step."""

import ast
import datetime as dt
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from hrplanner.model.errors import Refused
from hrplanner.model.office import new_office
from hrplanner.storage.book import Book
from hrplanner.storage.examination import examine
from hrplanner.storage.opening import create_book
from hrplanner.usecases.bin import put_back
from hrplanner.usecases.recording import new_session, raise_issue, register_person, set_total
from hrplanner.usecases.workspace import WITHOUT_INVERSE, Workspace
from tests.architecture.source import ROOT

STEPS = int(os.environ.get("HRPLANNER_STEPS", "20"))
RUNS = 10
LONG_AGO = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
HANDED_OUT = {
    "freeze_minutes", "print_document", "read_back_minutes", "sign_minutes", "ratify_minutes", "file_scan", "share",
    "print_draft", "print_recovery", "export", "packet",
}  # fmt: skip
OF_A_REVIEWER = {"write_review", "strike_review"}  # in a packet, which has no other steps; a note is struck out instead
SEALED_OR_ERASED = {
    "make_key",
    "seal_book",
    "unseal_book",
    "change_password",
    "erase_person",
    "erase_names",
    "remove_scans",
}
THE_BOOK_ITSELF = {"create_book", "restore"}


def everything(book: Book) -> tuple[object, ...]:
    return book.office(), tuple(book.session(line.number) for line in book.session_lines())


def test_a_session_comes_back_with_what_went_with_it_and_no_more(book: Book) -> None:
    space = Workspace(book)
    space.add_session(new_session(number="1", title="Assembly", kind="ward_assembly"))
    space.run("register_person", lambda one: register_person(one, name="Sita"))
    space.run("register_person", lambda one: register_person(one, name="Ram"))
    gone = space.opened().people[0]
    space.run("remove_person", lambda one: one.without(gone.id))
    before = space.opened()
    (in_bin,) = book.bin_lines(LONG_AGO)
    assert (in_bin.words, in_bin.number) == (gone.name, "1")
    space.remove_session()
    (in_bin,) = book.bin_lines(LONG_AGO)
    put_back(space, in_bin.kind, in_bin.id)
    assert book.session("1") == before
    (in_bin,) = book.bin_lines(LONG_AGO)
    put_back(space, in_bin.kind, in_bin.id)
    assert {one.name for one in book.session("1").people} == {"Sita", "Ram"}
    assert book.bin_lines(LONG_AGO) == ()


def test_steps_without_a_way_back_are_the_named_ones() -> None:
    """Whatever else is written goes through the same differ, whose changes are turned round."""
    assert WITHOUT_INVERSE == HANDED_OUT | SEALED_OR_ERASED | THE_BOOK_ITSELF | OF_A_REVIEWER


def test_every_write_of_the_use_cases_is_by_changes() -> None:
    """A use case that wrote past `Workspace` or `Book.write` would have no inverse."""
    writers = set()
    for path in sorted((ROOT / "hrplanner" / "usecases").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                writers |= {node.func.attr} & {"execute", "exec_driver_sql", "commit"}
    assert writers == set()


class Working(RuleBasedStateMachine):
    """Edits, removals, undo, redo and the bin in any order; the file always says what memory says, and is sound."""

    @initialize()
    def begin(self) -> None:
        folder = Path(tempfile.mkdtemp())
        self.space = Workspace(create_book(folder / "book.hrplan", new_office(name="Ward 5")))
        self.first = everything(self.book)
        self.count = 0

    @property
    def book(self) -> Book:
        book = self.space.book
        assert isinstance(book, Book)
        return book

    @rule(name=st.text("ab", max_size=3))
    def add(self, name: str) -> None:
        self.count += 1
        self.space.add_session(new_session(number=f"{self.count}", title=name or "x", kind="ward_assembly"))

    @rule(name=st.text("abक", min_size=1, max_size=5), heads=st.integers(0, 9))
    def edit(self, name: str, heads: int) -> None:
        if self.space.session is not None:
            self.space.run("register_person", lambda one: register_person(one, name=name))
            self.space.run("set_total", lambda one: set_total(one, "heads", heads))
            self.space.run("raise_issue", lambda one: raise_issue(one, text=name))

    @rule()
    def remove(self) -> None:
        if self.space.session is not None:
            if self.space.session.people:
                gone = self.space.session.people[0].id
                self.space.run("remove_person", lambda one: one.without(gone))
            else:
                self.space.remove_session()

    @rule(which=st.integers(0, 5))
    def take_out_of_bin(self, which: int) -> None:
        lines = self.book.bin_lines(LONG_AGO)
        if lines:
            line = lines[which % len(lines)]
            with suppress(Refused):  # another session may have its number by now
                put_back(self.space, line.kind, line.id)

    @rule(times=st.integers(1, 3))
    def undo(self, times: int) -> None:
        for _ in range(times):
            self.space.undo()

    @rule(times=st.integers(1, 3))
    def redo(self, times: int) -> None:
        for _ in range(times):
            self.space.redo()

    @invariant()
    def memory_is_the_file(self) -> None:
        if hasattr(self, "space") and self.space.session is not None:
            assert self.book.session_of_id(self.space.session.id) == self.space.session

    def teardown(self) -> None:
        if not hasattr(self, "space"):
            return
        last = everything(self.book)
        while self.space.undo_step is not None:
            self.space.undo()
        assert everything(self.book) == self.first
        while self.space.redo_step is not None:
            self.space.redo()
        assert everything(self.book)[0] == last[0]
        self.book.close()
        assert examine(self.book.path).state == "sound"


Working.TestCase.settings = settings(
    max_examples=RUNS, stateful_step_count=STEPS, deadline=None, suppress_health_check=list(HealthCheck)
)
TestWorking = Working.TestCase
