"""A list that is typed row by row: the fields of the next row, the rows written down, how a cell is corrected.

What there is to write down is told by a `Kind` of list; which kinds there are is in `written_lists`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.session import Session
from hrplanner.usecases.headings import read_clock
from hrplanner.usecases.meeting_rows import correct_row, move_point
from hrplanner.usecases.recording import remove_row
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.numbers import read_day, read_number
from hrplanner.viewmodels.table import Column, Row, Table
from hrplanner.viewmodels.told import Told, refused
from hrplanner.words.catalog import Catalog

Reading = Literal["text", "number", "day", "clock", "codes"]
Change = Callable[[Session], Session]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """A field to type in: its code and name, its part of the width, and the choices where there are any."""

    code: str
    title: str
    share: int = 1
    reading: Reading = "text"
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of list in words: what it is called, its columns and rows, and what Add, Enter and Delete do.

    `blanks` are typed for the next row; there are none where rows come from elsewhere. `offered` are what Enter offers
    on a row, and `choose` what becomes of it. `noun` ends the names of the steps.
    """

    name: str
    noun: str
    columns: tuple[Column, ...]
    rows: Callable[[Session], tuple[Row, ...]]
    empty: str
    part: str = ""
    blanks: tuple[Blank, ...] = ()
    add: Callable[[Session, Mapping[str, Any]], Session] | None = None
    offered: tuple[tuple[str, str], ...] = ()
    choose: Callable[[Session, bytes, str], Session] | None = None
    correct: Callable[[Session, bytes, str, Any], Session] | None = None
    ordered: bool = False


class Written:
    """What is typed for the next row, and the list; the kind is asked anew where words or the book change."""

    def __init__(self, workspace: Workspace, words: Catalog, kind: Callable[[Workspace, Catalog], Kind]) -> None:
        self.texts: dict[str, str] = {}
        self.words = words
        self._workspace = workspace
        self._kind = kind

    @property
    def kind(self) -> Kind:
        """The list in the words of now."""
        return self._kind(self._workspace, self.words)

    def type(self, texts: Mapping[str, str]) -> None:
        """Keep what stands in the fields."""
        self.texts = dict(texts)

    def table(self) -> Table:
        """The rows in their order."""
        kind = self.kind
        return Table(kind.name, kind.columns, kind.rows(self._workspace.opened()))

    def add(self) -> Told:
        """The row is written down, saved, and the fields are empty again."""
        kind, country = self.kind, self._workspace.office.country
        add, first = kind.add, kind.blanks[0].code if kind.blanks else ""
        if add is None:
            return Told()
        try:
            values = {one.code: read(one, self.texts.get(one.code, ""), country=country) for one in kind.blanks}
        except Refused as problem:
            return refused(self.words, problem, first, self._names)
        told = self._run(f"add_{kind.noun}", lambda session: add(session, values), self.words.say("Added."), first)
        if told.done:
            self.texts = {}
        return told

    def edit(self, key: bytes, column: str, text: str) -> Told:
        """Correct one cell."""
        kind = self.kind
        blank = next((one for one in kind.blanks if one.code == column), Blank(code=column, title=""))
        try:
            value = read(blank, text, country=self._workspace.office.country)
        except Refused as problem:
            return refused(self.words, problem, column, self._names)
        if value is None and kind.blanks and column == kind.blanks[0].code:
            return refused(self.words, Refused("field_missing", field=column), column, self._names)

        def change(session: Session) -> Session:
            if kind.correct is not None:
                return kind.correct(session, key, column, value)
            return correct_row(session, kind.part, key, {column: value})

        return self._run(f"correct_{kind.noun}", change, self.words.say("Corrected."), column)

    def choose(self, key: bytes, code: str) -> Told:
        """One of what Enter offers on a row."""
        kind = self.kind
        choose = kind.choose
        if choose is None:
            return Told()
        news = self.words.say("Written down.")
        return self._run(f"correct_{kind.noun}", lambda session: choose(session, key, code), news)

    def remove(self, key: bytes) -> Told:
        """The row goes to the bin; rows that come from elsewhere stay."""
        kind = self.kind
        if kind.add is None:
            return Told()
        return self._run(f"remove_{kind.noun}", lambda session: remove_row(session, key), self.words.say("Removed."))

    def move(self, key: bytes, by: int) -> Told:
        """A row earlier or later, where their order says something."""
        if not self.kind.ordered:
            return Told()
        return self._run("move_point", lambda session: move_point(session, key, by), self.words.say("Moved."))

    @property
    def _names(self) -> dict[str, str]:
        kind = self.kind
        columns = {one.code: one.title for one in kind.columns}
        return columns | {one.code: one.title for one in kind.blanks}

    def _run(self, step: str, change: Change, news: str, field: str = "") -> Told:
        try:
            self._workspace.run(step, change)
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem, field, self._names)
        return Told(news=news)


def read(blank: Blank, text: str, *, country: str | None) -> Any:
    """One field as its value; None (no codes) for an empty one, Refused for what cannot be read."""
    match blank.reading:
        case "number":
            return read_number(text, blank.code)
        case "day":
            return read_day(text, blank.code, country=country)
        case "clock":
            return read_clock(text)
        case "codes":
            return tuple(part for one in text.replace(",", ";").split(";") if (part := one.strip()))
    return text.strip() or None
