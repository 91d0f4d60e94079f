"""Reviews in the office's book: the files that come back, what they say beside what it is about, and the answers."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.ids import RowId
from hrplanner.model.review import ReviewNote, is_open
from hrplanner.usecases.ports import Tools
from hrplanner.usecases.reviewing import answer_note, notes, take_review
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.places import Place
from hrplanner.viewmodels.reviewing import about, mark_said, state_said, written_said
from hrplanner.viewmodels.table import Cell, Column, Row, Table, row
from hrplanner.viewmodels.told import Told, refused
from hrplanner.words.catalog import Catalog

_STEPS = {"issue": "issues", "decision": "issues", "commitment": "promises"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One note in full; `place` is where the thing that it is about is worked on."""

    about: str
    written: str
    mark: str
    text: str
    answer: str
    is_open: bool
    is_statement: bool
    place: Place | None


class Answering:
    """Which note is shown, and the answer that is being typed."""

    def __init__(self, workspace: Workspace, words: Catalog, tools: Tools) -> None:
        self.current: RowId | None = None
        self.answer_text = ""
        self.by = ""
        self.number = ""
        self._workspace = workspace
        self.words = words
        self._tools = tools

    def waiting(self) -> int:
        """How many notes the office owes an answer."""
        return sum(is_open(note) for note in self._notes())

    def on_session(self, number: str) -> int:
        """How many notes there are on a session and its parts."""
        return sum(about(self.words, self._workspace.book, note).number == number for note in self._notes())

    def only(self, number: str) -> None:
        """Show the notes of one session only; all of them where there is no number."""
        self.number = number

    def table(self) -> Table:
        """The notes, those that wait for an answer first."""
        say = self.words.say
        columns = (
            Column(code="session", title=say("Session"), width=120),
            Column(code="about", title=say("About"), width=210),
            Column(code="note", title=say("Note")),
            Column(code="state", title=say("State"), width=140),
        )
        return Table(say("Notes of reviews"), columns, tuple(self._line(note) for note in self._chosen()))

    def show(self, key: bytes) -> None:
        """Another note; an answer that was typed for the one before is put away."""
        if self.current != key:
            self.current, self.answer_text = RowId(key), ""

    def shown(self) -> Shown | None:
        """The note that is current; the first one where none was chosen."""
        found = self._chosen()
        note = next((one for one in found if one.id == self.current), found[0] if found else None)
        if note is None:
            return None
        self.current = note.id
        words = self.words
        where = about(words, self._workspace.book, note)
        return Shown(
            about=where.text,
            written=written_said(words, note),
            mark=mark_said(words, note),
            text=note.text,
            answer=note.answer or "",
            is_open=is_open(note),
            is_statement=note.statement,
            place=self._place(note, where.number),
        )

    def type(self, *, answer: str | None = None, by: str | None = None) -> None:
        """Keep what stands in the fields."""
        self.answer_text = self.answer_text if answer is None else answer
        self.by = self.by if by is None else by

    def answer(self) -> Told:
        """The answer is saved, and goes out with the next packet."""
        which = self.current
        if which is None:
            return Told()
        told = self._tried(
            lambda: answer_note(self._workspace.book, which, answer=self.answer_text, by=self.by),
            self.words.say("Answered. The answer goes out with the next packet."),
        )
        if told.done:
            self.answer_text = ""
            self.current = next((note.id for note in self._chosen() if is_open(note)), which)
        return told

    def take(self, path: Path) -> Told:
        """Put what a review file says beside what it is about."""
        taken: list[int] = []
        told = self._tried(lambda: taken.append(take_review(self._workspace.book, self._tools.read_bytes(path))), "")
        if not told.done:
            return told
        n = taken[0]
        if not n:
            return Told(news=self.words.say("All of these notes were in the book already."))
        return Told(news=self.words.count("{n} note taken in.", "{n} notes taken in.", n))

    def _tried(self, act: Callable[[], object], news: str) -> Told:
        try:
            act()
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem)
        self._workspace.refresh()
        return Told(news=news)

    def _notes(self) -> tuple[ReviewNote, ...]:
        return notes(self._workspace.book)

    def _chosen(self) -> list[ReviewNote]:
        found = [
            note
            for note in self._notes()
            if not self.number or about(self.words, self._workspace.book, note).number == self.number
        ]
        return sorted(found, key=lambda note: (not is_open(note), -note.written))

    def _line(self, note: ReviewNote) -> Row:
        words = self.words
        where = about(words, self._workspace.book, note)
        said = " ".join((note.text or mark_said(words, note)).split())
        state = Cell(state_said(words, note), "attention" if is_open(note) else "")
        return row(note.id, where.number, where.text, said, state)

    def _place(self, note: ReviewNote, number: str) -> Place | None:
        if not number:
            return None
        if note.kind in _STEPS:
            return Place(room="session", number=number, step="listen", mode=_STEPS[note.kind])
        return Place(room="session", number=number, step="print" if note.kind == "minutes" else "register")
