"""Reviewing a packet: what can be said of each part of a session, what is being written, the file that goes back."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.ids import RowId
from hrplanner.model.minutes import DocumentKind, PrintOrder
from hrplanner.model.review import Mark, ReviewNote
from hrplanner.model.session import Session
from hrplanner.usecases.ports import Tools
from hrplanner.usecases.printing import READERS, preview
from hrplanner.usecases.reviewing import notes, packet_of, strike_note, write_note
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.review_parts import STATEMENT, WHOLE, Part, is_about, parts_of
from hrplanner.viewmodels.reviewing import MARKS, mark_said, written_said
from hrplanner.viewmodels.table import Column, Table, row
from hrplanner.viewmodels.told import Told, refused
from hrplanner.words.catalog import Catalog

_SHORTEST_LINE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteEntry:
    """What is being written, and about which part."""

    part: str = WHOLE
    mark: str = ""
    text: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteShown:
    """A note with who, when and mark; one of this packet's `own` can be taken out again, earlier ones stay."""

    id: RowId
    head: str
    text: str
    own: bool


class Review:
    """The review of one packet, a session at a time."""

    def __init__(self, workspace: Workspace, words: Catalog, tools: Tools, now: Callable[[], dt.datetime]) -> None:
        self.number = ""
        self.entry = NoteEntry()
        self._workspace = workspace
        self.words = words
        self._tools = tools
        self._now = now
        self.lines: tuple[str, ...] = ()
        """Those of the minutes, once they were read."""

    # ------------------------------------------------------------------------------ what it can be about

    def sessions(self) -> tuple[tuple[str, str], ...]:
        """Pairs of number and words."""
        return tuple((line.number, f"{line.number}  {line.title}") for line in self._workspace.book.session_lines())

    def choose_session(self, number: str) -> None:
        """Another session: the lines of its minutes are not read yet."""
        known = [code for code, _ in self.sessions()]
        chosen = number if number in known else known[0] if known else ""
        if chosen != self.number:
            self.number, self.lines = chosen, ()
            self.entry = replace(self.entry, part=WHOLE)

    def parts(self) -> tuple[Part, ...]:
        """Everything in the session that a note can be about."""
        return parts_of(self.words, self._workspace.book, self._session(), self.lines) if self.number else ()

    def lines_work(self) -> Callable[[], tuple[str, ...]]:
        """The work of reading the lines of the minutes, as they would be printed."""
        book, session, press = self._workspace.book, self._session(), self._tools.press()
        packet = packet_of(book)
        reader = packet.reader if packet is not None and packet.reader in READERS else READERS[0]
        order = PrintOrder(
            document=DocumentKind.MINUTES, language=book.office().paper_language, reader=reader, file="txt"
        )

        def work() -> tuple[str, ...]:
            # A line of one sign alone is a rule drawn under a heading.
            lines = (line.strip() for line in preview(book, press, session, order).content.decode().splitlines())
            return tuple(dict.fromkeys(line for line in lines if len(line) >= _SHORTEST_LINE and line[1:] != line[:-1]))

        return work

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """The lines were read: they can be chosen like any other part."""
        self.lines = lines

    def table(self) -> Table:
        """The parts, and how many notes each has."""
        words = self.words
        columns = (
            Column(code="what", title=words.say("What"), width=130),
            Column(code="text", title=words.say("In the record")),
            Column(code="notes", title=words.say("Notes"), width=80, number=True),
        )
        all_notes = self._notes()
        rows = []
        for part in self.parts():
            n = sum(is_about(note, part) for note in all_notes)
            rows.append(row(part.code.encode(), part.what, part.text, words.number(n) if n else ""))
        return Table(words.say("What a note can be about"), columns, tuple(rows))

    # ------------------------------------------------------------------------------ what is written

    def choose(self, code: str) -> None:
        """What the next note is about."""
        self.entry = replace(self.entry, part=code)

    def type(self, *, text: str | None = None, author: str | None = None) -> None:
        """Keep what stands in the fields."""
        kept = self.entry
        self.entry = replace(
            kept, text=kept.text if text is None else text, author=kept.author if author is None else author
        )

    def mark(self, mark: str) -> None:
        """What the reviewer thinks of it."""
        self.entry = replace(self.entry, mark=mark)

    def marks(self) -> tuple[tuple[str, str], ...]:
        """Pairs of code and word, only a remark first."""
        words = self.words
        marks = ((code, words.say_in("mark", text)) for code, text in MARKS.items())
        return (("", words.say_in("mark", "only a remark")), *marks)

    @property
    def is_statement(self) -> bool:
        """Whether the partner's own statement is being written."""
        return self.entry.part == STATEMENT

    def about(self) -> str:
        """What the next note is about, in words."""
        part = self._part()
        return "" if part is None else part.what if part.text == "" else f"{part.what}: {part.text}"

    def notes(self) -> tuple[NoteShown, ...]:
        """The notes about it, oldest first."""
        part, packet = self._part(), packet_of(self._workspace.book)
        if part is None or packet is None:
            return ()
        return tuple(self._note(note, packet.id.hex()) for note in self._notes() if is_about(note, part))

    def write(self) -> Told:
        """Write the note, or the statement, into the packet."""
        part, entry = self._part(), self.entry
        if part is None:
            return Told()
        told = self._tried(
            lambda: write_note(
                self._workspace.book,
                kind=part.kind,
                row=part.row,
                field=part.field,
                text=entry.text,
                author=entry.author,
                mark=Mark(entry.mark) if entry.mark and not self.is_statement else None,
                statement=self.is_statement,
                clock=lambda: int(self._now().timestamp() * 1000),
            ),
            self.words.say("Written into the packet."),
        )
        if told.done:
            self.entry = NoteEntry(part=entry.part, author=entry.author)
        return told

    def strike(self, which: RowId) -> Told:
        """Take a note out again."""
        return self._tried(lambda: strike_note(self._workspace.book, which), self.words.say("Note taken out."))

    def _note(self, note: ReviewNote, packet: str) -> NoteShown:
        words = self.words
        head = ", ".join(one for one in (written_said(words, note), mark_said(words, note)) if one)
        answer = words.say("Answer: {answer}", answer=note.answer) if note.answer else ""
        text = "\n".join(one for one in (note.text, answer) if one)
        return NoteShown(id=note.id, head=head, text=text, own=note.packet == packet)

    def _notes(self) -> tuple[ReviewNote, ...]:
        return notes(self._workspace.book)

    def _tried(self, act: Callable[[], object], news: str) -> Told:
        try:
            act()
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem)
        self._workspace.refresh()
        return Told(news=news)

    def _session(self) -> Session:
        return self._workspace.book.session(self.number)

    def _part(self) -> Part | None:
        return next((part for part in self.parts() if part.code == self.entry.part), None)
