"""What an office promises at the session: owner, first step, day, money, status."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from hrplanner.model.commitments import Commitment, Status, is_overdue
from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.ids import RowId
from hrplanner.model.session import Session
from hrplanner.usecases.recording import correct_commitment, promise, remove_row
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.numbers import read_day, read_number, shown_day
from hrplanner.viewmodels.table import Cell, Column, Row, Table, row
from hrplanner.viewmodels.told import Told, refused
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels import words as labels


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseEntry:
    """What is typed for the next promise."""

    text: str = ""
    owner: str = ""
    first_step: str = ""
    due_text: str = ""
    money_text: str = ""


class Promises:
    """The promise that is being typed, and those made at this session."""

    def __init__(self, workspace: Workspace, words: Catalog, now: Callable[[], dt.datetime]) -> None:
        self.entry = PromiseEntry()
        self._workspace = workspace
        self.words = words
        self._now = now

    def type(self, entry: PromiseEntry) -> None:
        """Keep what stands in the fields."""
        self.entry = entry

    def add(self) -> Told:
        """The promise is written down, saved; the owner stays for the next one."""
        entry = self.entry
        try:
            due = self._due(entry.due_text)
            money = read_number(entry.money_text, "money")
            self._workspace.run(
                "promise",
                lambda session: promise(
                    session, text=entry.text, owner=entry.owner, first_step=entry.first_step, due=due, money=money
                ),
            )
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem, "text")
        self.entry = PromiseEntry(owner=entry.owner)
        return Told(news=self.words.say("Promise written down."))

    def statuses(self) -> tuple[tuple[str, str], ...]:
        """Pairs of code and word."""
        return tuple((str(one), labels.word(self.words, "promise", str(one))) for one in Status)

    def table(self) -> Table:
        """Promises of this session in the order they were made."""
        say = self.words.say
        columns = (
            Column(code="text", title=say("Promise"), editable=True),
            Column(code="owner", title=say("Owner"), width=120, editable=True),
            Column(code="first_step", title=say("First step"), width=140, editable=True),
            Column(code="due", title=say("Due"), width=128, editable=True),
            Column(code="money", title=say("Money"), width=84, number=True, editable=True),
            Column(code="status", title=say("Status"), width=96),
        )
        return Table(
            say("Promises made"), columns, tuple(self._line(one) for one in self._workspace.opened().commitments)
        )

    def edit(self, key: bytes, column: str, text: str) -> Told:
        """Correct one cell."""
        try:
            value = self._read(column, text)
            self._workspace.run(
                "correct_promise", lambda session: correct_commitment(session, RowId(key), {column: value})
            )
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem, column)
        return Told(news=self.words.say("Corrected."))

    def typed(self, key: bytes, column: str) -> str:
        """What stands in a cell while it is edited."""
        value = getattr(self._workspace.opened().commitment(RowId(key)), column)
        if isinstance(value, dt.date):
            return shown_day(value, country=self._workspace.office.country)
        return "" if value is None else str(value)

    def set_status(self, key: bytes, status: str) -> Told:
        """Where the promise stands."""
        return self._run(
            "correct_promise",
            lambda session: correct_commitment(session, RowId(key), {"status": Status(status)}),
            self.words.say("Corrected."),
        )

    def remove(self, key: bytes) -> Told:
        """The promise goes to the bin."""
        news = self.words.say("Promise removed.")
        return self._run("remove_promise", lambda session: remove_row(session, key), news)

    def _due(self, text: str) -> dt.date | None:
        return read_day(text, "due", country=self._workspace.office.country)

    def _read(self, column: str, text: str) -> object:
        if column == "due":
            return self._due(text)
        if column == "money":
            return read_number(text, "money")
        if column == "text" and not text.strip():
            raise Refused("field_missing", field="text")
        return text.strip() or None

    def _line(self, one: Commitment) -> Row:
        words, unknown = self.words, self.words.say_in("promise", "not said")
        late = is_overdue(one, self._now().date())
        return row(
            one.id,
            one.text,
            one.owner or unknown,
            one.first_step or unknown,
            self._day(one.due, late=late),
            unknown if one.money is None else words.number(one.money),
            labels.word(words, "promise", str(one.status)),
        )

    def _day(self, due: dt.date | None, *, late: bool) -> Cell:
        if due is None:
            return Cell(labels.word(self.words, "promise", "undated"), "attention")
        return Cell(self.words.date(due), "clock" if late else "")

    def _run(self, step: str, change: Callable[[Session], Session], news: str) -> Told:
        try:
            self._workspace.run(step, change)
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem)
        return Told(news=news)
