"""Copies of the book: what each would bring back, and bringing one back."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from hrplanner.model.backups import Backup, BackupReason
from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.sealing import BookKey
from hrplanner.ui.desk import Desk
from hrplanner.ui.frame import Slot
from hrplanner.ui.jobs import Job, Steps
from hrplanner.ui.page import Page
from hrplanner.ui.parts.buttons import button
from hrplanner.ui.parts.empty import empty
from hrplanner.ui.parts.fields import refusal
from hrplanner.ui.parts.head import Heading
from hrplanner.ui.parts.layout import Spring, Wide, column, frame, row
from hrplanner.ui.parts.message import Message
from hrplanner.ui.parts.secret import secret_field
from hrplanner.ui.parts.table import TableView
from hrplanner.ui.parts.text import label, paragraph
from hrplanner.usecases.sealing import Opener, key_for
from hrplanner.viewmodels.backups import backup_table, difference, made_said
from hrplanner.viewmodels.places import Place
from hrplanner.viewmodels.told import refused

SHEET_WORDS = 24


class BackupsPage(Page):
    """The newest copy is shown first; Enter on another shows that one. Nothing changes before the button."""

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.place = place
        self._path: Path | None = desk.screens.workspace.book.path if desk.screens else desk.last_book
        self._backups = desk.tools.backups_of(self._path) if self._path is not None else ()
        self._view: TableView | None = None
        self._act: QWidget | None = None
        self._key: BookKey | None = None  # of the copy that is shown, once somebody typed its password
        self._shown = Slot("copy")
        say = desk.words.say
        if not self._backups:
            why = say("A copy is made every half hour while something changes, at closing, and before large steps.")
            self.fill(Wide(empty(self.look, icon="import", what=say("No copies yet"), why=why)))
            return
        chosen = next((one for one in self._backups if str(one.path) == place.mode), self._backups[0])
        self._view = TableView(self.look, backup_table(desk.words, self._backups))
        self._view.opened.connect(self._choose)
        self.fill(self._shown, Wide(frame("card", column(self.look, self._view, edges=(1, 4, 1, 4)))))
        self._shown.put(self._card(chosen))

    def heading(self) -> Heading:
        """The name of the page, and of which book."""
        facts = self._path.name if self._path is not None else ""
        return Heading(title=self.desk.words.say("Copies of this book"), facts=facts)

    def head_parts(self) -> list[QWidget]:
        """Make one now."""
        if self.desk.screens is None or self.desk.screens.workspace.book.read_only:
            return []
        return [button(self.look, self.desk.words.say("Make a copy now"), self._make, icon="plus")]

    def start(self) -> None:
        """On the button that brings back what is shown."""
        if self._act is not None:
            self._act.setFocus()

    def _card(self, chosen: Backup) -> QWidget:
        look, words = self.look, self.desk.words
        if self._key is None and self.desk.tools.salt_of(chosen.path) is not None:
            return self._sealed_card(chosen)
        lines = [paragraph(look, line) for line in self._differences(chosen)]
        self._act = button(look, words.say("Bring this copy back"), lambda: self._bring_back(chosen), kind="first")
        note = words.say("The book as it is now is kept beside it under another name.")
        return frame(
            "card",
            column(
                look,
                label(look, words.say("The copy of {made}", made=made_said(words, chosen)), "section"),
                *lines,
                row(look, self._act, Spring()),
                paragraph(look, note, "caption", "muted"),
                edges=(16, 10, 12, 12),
                gap=6,
            ),
        )

    def _sealed_card(self, chosen: Backup) -> QWidget:
        """A copy keeps the password that the book had when it was made: whoever wants to see it types that one."""
        look, words = self.look, self.desk.words
        name = words.say("Password of this copy, or the 24 words of its recovery sheet")
        field, shown = secret_field(look, words, name)
        refused_row, why = refusal(look)

        def failed(problem: BaseException) -> None:
            if not isinstance(problem, Refused | FileProblem):
                self.desk.fail(problem)
            elif isValid(field):
                why.setText(refused(words, problem).why)
                refused_row.setVisible(True)
                field.refuse(why.text())
                field.setFocus()

        def unlock() -> None:
            if field.text():
                self._unlock(chosen, field.text(), failed)

        field.returnPressed.connect(unlock)
        self._act = field
        return frame(
            "card",
            column(
                look,
                label(look, words.say("The copy of {made}", made=made_said(words, chosen)), "section"),
                paragraph(look, words.say("It is sealed with the password that the book had when the copy was made.")),
                label(look, name, "caption", "muted"),
                shown,
                refused_row,
                row(look, button(look, words.say("Look at this copy"), unlock, kind="first"), Spring()),
                edges=(16, 10, 12, 12),
                gap=6,
            ),
        )

    def _unlock(self, chosen: Backup, typed: str, failed: Callable[[BaseException], None]) -> None:
        tools = self.desk.tools
        opener = Opener(words=typed) if len(typed.split()) == SHEET_WORDS else Opener(password=typed)

        def work(_: Steps) -> BookKey:
            key = key_for(tools, chosen.path, opener)
            tools.open_book(chosen.path, read_only=True, key=key).close()
            return key

        def done(key: BookKey) -> None:
            if isValid(self):
                self._key = key
                self._shown.put(self._card(chosen))
                self.start()

        self.desk.run(
            Job(name=self.desk.words.say("Opening {file}", file=chosen.path.name), work=work, done=done, failed=failed)
        )

    def _differences(self, chosen: Backup) -> tuple[str, ...]:
        now = self.desk.screens.workspace.book if self.desk.screens else None
        try:
            then = self.desk.tools.open_book(chosen.path, read_only=True, key=self._key)
        except FileProblem as problem:
            self.desk.fail(problem)
            return ()
        try:
            return difference(self.desk.words, now, then)
        finally:
            then.close()

    def _choose(self, key: bytes) -> None:
        self.desk.go(Place(room="backups", mode=key.decode()))

    def _make(self) -> None:
        book = self.desk.open.workspace.book

        def work(_: Steps) -> Backup | None:
            return book.back_up(BackupReason.ASKED)

        name = self.desk.words.say("Making a copy")
        self.desk.run(Job(name=name, work=work, done=lambda _: self.desk.go(self.place), failed=self.desk.fail))

    def _bring_back(self, chosen: Backup) -> None:
        path = self._path
        if path is not None:
            told = self._told
            self.desk.door.bring_back(
                chosen.path, path, lambda aside: self.desk.say(told(chosen, aside)), key=self._key
            )

    def _told(self, chosen: Backup, aside: Path | None) -> Message:
        words = self.desk.words
        what = words.say("The copy of {made} is the book again.", made=made_said(words, chosen))
        why = words.say("The book as it was is in {file}.", file=aside.name) if aside is not None else ""
        return Message(what=what, why=why, tone="done")
