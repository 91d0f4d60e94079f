"""Whatever is done to a book can be taken back and done again, in any order that a person could choose."""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from hrplanner.model.changes import changes_between, inverted
from hrplanner.model.lines import EntryKey, NewEntry
from hrplanner.model.office import new_office
from hrplanner.model.session import Session
from hrplanner.storage import entries
from hrplanner.storage.engine import open_engine
from hrplanner.storage.opening import create_book, open_book
from tests.storage import records

NUMBERS = ("A", "B")
State = dict[str, Session | None]


class Undoing(RuleBasedStateMachine):
    """Steps on two sessions, undo and redo, closing and opening; a plain list of states is the truth."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.book = create_book(self.folder / "a.hrplan", new_office(name="Ward 5"))
        self.state: State = dict.fromkeys(NUMBERS)
        self.done: list[tuple[EntryKey, State]] = []
        self.undone: list[tuple[EntryKey, State]] = []

    @initialize()
    def begin(self) -> None:
        self._become("A", records.full_session("A"))

    @rule(number=st.sampled_from(NUMBERS), person=records.people)
    def register(self, number: str, person: Any) -> None:
        session = self.state[number] or records.bare_session(number)
        self._become(number, session.with_person(person))

    @rule(number=st.sampled_from(NUMBERS), issue=records.issues, tally=records.tallies)
    def note(self, number: str, issue: Any, tally: Any) -> None:
        session = self.state[number] or records.bare_session(number)
        self._become(number, session.with_issue(issue).with_tally(tally))

    @rule(number=st.sampled_from(NUMBERS), data=st.data())
    def correct(self, number: str, data: st.DataObject) -> None:
        session = self.state[number]
        if session is None or not session.people:
            return
        person = data.draw(st.sampled_from(session.people))
        other = data.draw(records.people)
        self._become(
            number, replace(session.with_person(replace(other, id=person.id)), heads=data.draw(st.integers(0, 9)))
        )

    @rule(number=st.sampled_from(NUMBERS), data=st.data())
    def take_away(self, number: str, data: st.DataObject) -> None:
        session = self.state[number]
        if session is not None and session.people:
            self._become(number, session.without(data.draw(st.sampled_from(session.people)).id))

    @rule(number=st.sampled_from(NUMBERS))
    def remove(self, number: str) -> None:
        if self.state[number] is not None:
            self._become(number, None)

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        self.undone.append(self._take_back(self.done, "undo"))

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        self.done.append(self._take_back(self.undone, "redo"))

    @rule()
    def reopen(self) -> None:
        self.book.close()
        self.book = open_book(self.book.path)

    @invariant()
    def the_book_says_the_same(self) -> None:
        kept = {number: session for number, session in self.state.items() if session is not None}
        assert [line.number for line in self.book.session_lines()] == sorted(kept)
        assert {number: self.book.session(number) for number in kept} == kept

    def teardown(self) -> None:
        while self.done:
            self._take_back(self.done, "undo")
        assert self.book.session_lines() == ()
        self.book.close()
        engine = open_engine(self.book.path, access="read")
        with engine.begin() as connection:
            assert list(entries.check_chain(connection)) == []
            assert connection.exec_driver_sql("pragma foreign_key_check").all() == []
        engine.dispose()
        shutil.rmtree(self.folder)

    def _become(self, number: str, after: Session | None) -> None:
        before = dict(self.state)
        key = self.book.write(NewEntry(step="step"), changes_between(self.state[number], after))
        self.state[number] = after
        if key is not None:
            self.done.append((key, before))
            self.undone.clear()

    def _take_back(self, of: list[tuple[EntryKey, State]], step: str) -> tuple[EntryKey, State]:
        key, then = of.pop()
        before, self.state = self.state, then
        back = self.book.write(NewEntry(step=step, undoes=key), inverted(self.book.changes_of(key)))
        assert back is not None
        return back, before


Undoing.TestCase.settings = settings(
    max_examples=15, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
TestUndoing = Undoing.TestCase
