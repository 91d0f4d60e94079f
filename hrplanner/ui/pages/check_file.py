"""Check file: one of three sentences, what is wrong where, and the next step as a button."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from hrplanner.model.soundness import Examination, Salvaged
from hrplanner.ui import dialogs
from hrplanner.ui.desk import Desk
from hrplanner.ui.jobs import Job, Steps
from hrplanner.ui.page import Page
from hrplanner.ui.parts.buttons import button
from hrplanner.ui.parts.head import Heading
from hrplanner.ui.parts.layout import Piece, Spring, Wide, column, frame, row
from hrplanner.ui.parts.message import Message
from hrplanner.ui.parts.table import TableView
from hrplanner.ui.parts.text import label, paragraph
from hrplanner.usecases.compacting import compact_book
from hrplanner.viewmodels.check_file import compacted_said, fault_table, next_step, salvaged_said, sentence
from hrplanner.viewmodels.places import Place


class CheckFilePage(Page):
    """The check runs when the page is opened, beside the work; the file is only read."""

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.place = place
        self._path: Path | None = desk.screens.workspace.book.path if desk.screens else desk.last_book
        self._act: QWidget | None = None
        say = desk.words.say
        other = button(self.look, say("Check another file"), self._choose)
        if place.mode:
            self._path = Path(place.mode)
        text = say("Looking at every page, every row and every line of the log …")
        self.fill(frame("card", column(self.look, paragraph(self.look, text), edges=(16, 12, 16, 12))), other, Spring())

    def heading(self) -> Heading:
        """The name of the page, and which file."""
        facts = self._path.name if self._path is not None else ""
        return Heading(title=self.desk.words.say("Check file"), facts=facts)

    def start(self) -> None:
        """Begin the check."""
        path = self._path
        if path is None or self._act is not None:
            return

        def work(_: Steps) -> Examination:
            return self.desk.tools.examine(path)

        self.desk.run(
            Job(name=self.desk.words.say("Checking"), work=work, done=self._show, failed=self.desk.fail, quiet=True)
        )

    def _show(self, found: Examination) -> None:
        path = self._path
        if path is None or self.desk.window.findChild(CheckFilePage) is not self:
            return
        look, words = self.look, self.desk.words
        have = self.desk.tools.backups_of(path)
        acts: list[Piece] = []
        if found.state != "sound":
            if have:
                go = self.desk.go
                acts.append(
                    button(look, words.say("Copies of this book"), lambda: go(Place(room="backups")), kind="first")
                )
            acts.append(button(look, words.say("Bring out what can be read"), self._salvage))
        acts.append(button(look, words.say("Check another file"), self._choose))
        if found.state == "sound" and self._is_open_for_writing(path):
            acts.append(button(look, words.say("Make the file smaller"), self._compact))
        card = frame(
            "card",
            column(
                look,
                label(look, sentence(words, found), "section"),
                paragraph(look, next_step(words, found, backups=len(have))),
                row(look, *acts, Spring()) if not look.tight else column(look, *acts),
                edges=(16, 12, 16, 12),
            ),
        )
        self._swap(card, found)

    def _swap(self, card: QWidget, found: Examination) -> None:
        old = self.layout()
        if old is not None:
            QWidget().setLayout(old)  # Qt lets go of a layout only to another widget
        pieces: list[Piece] = [card]
        if found.faults:
            table = TableView(self.look, fault_table(self.desk.words, found))
            pieces.append(Wide(frame("card", column(self.look, table, edges=(1, 4, 1, 4)))))
        else:
            pieces.append(Spring())
        self.fill(*pieces)

    def _is_open_for_writing(self, path: Path) -> bool:
        book = self.desk.screens.workspace.book if self.desk.screens else None
        return book is not None and book.path == path and not book.read_only

    def _compact(self) -> None:
        book, words = self.desk.open.workspace.book, self.desk.words

        def work(_: Steps) -> tuple[int, int]:
            return compact_book(book)

        def done(saved: tuple[int, int]) -> None:
            self.desk.say(Message(what=compacted_said(words, *saved), tone="done"))

        self.desk.run(Job(name=words.say("Making the file smaller"), work=work, done=done, failed=self.desk.fail))

    def _choose(self) -> None:
        path = dialogs.choose_book(self.desk.window, self.desk.words, self.desk.folder)
        if path is not None:
            self.desk.go(Place(room="check_file", mode=str(path)))

    def _salvage(self) -> None:
        source = self._path
        out = dialogs.choose_new_book(self.desk.window, self.desk.words, self.desk.folder)
        if source is None or out is None:
            return

        def work(_: Steps) -> Salvaged:
            return self.desk.tools.salvage(source, out)

        def done(came: Salvaged) -> None:
            what = salvaged_said(self.desk.words, came, out.name)
            verb = self.desk.words.say("Open it")
            self.desk.say(Message(what=what, tone="done", verb=verb, act=lambda: self.desk.door.open(out)))

        name = self.desk.words.say("Bringing out what can be read")
        self.desk.run(Job(name=name, work=work, done=done, failed=self.desk.fail))
