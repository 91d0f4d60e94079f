"""Merging another copy: choose it, look at what would come of it, merge, and settle what was written twice."""

from pathlib import Path

from PySide6.QtWidgets import QFrame, QWidget
from shiboken6 import isValid

from hrplanner.model.merging.outcome import MergeOutcome
from hrplanner.ui import dialogs
from hrplanner.ui.desk import Desk
from hrplanner.ui.jobs import Job, Steps
from hrplanner.ui.page import Page
from hrplanner.ui.parts.buttons import Press, button
from hrplanner.ui.parts.empty import empty
from hrplanner.ui.parts.head import Heading
from hrplanner.ui.parts.layout import Flow, Piece, Spring, Wide, column, frame, holding, row
from hrplanner.ui.parts.secret import secret_field
from hrplanner.ui.parts.table import TableView
from hrplanner.ui.parts.text import label, paragraph, sign
from hrplanner.viewmodels.places import QUESTIONS, SESSIONS, Place
from hrplanner.viewmodels.told import Told


class MergePage(Page):
    """What is shown before is what happens: both are the same work, the first one is let go of."""

    writes = True

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.place = place
        self._merging = desk.open.merging
        self._first: QWidget | None = None
        if self._merging.path is None:
            self._show_nothing()
        else:
            self.fill(self._file(self._merging.path.name), *self._result())

    def heading(self) -> Heading:
        """What is done here."""
        return Heading(title=self.desk.words.say("Merge another copy"))

    def refresh(self) -> None:
        """Undo may have taken the merge back."""
        self.desk.go(self.place)

    def start(self) -> None:
        """On the button that goes on; where much would change, on the list of it."""
        if self._first is not None:
            self._first.setFocus()

    def _show_nothing(self) -> None:
        say = self.desk.words.say
        made = empty(
            self.look,
            icon="import",
            what=say("No other copy is chosen"),
            why=say(
                "A copy of this book that was worked on elsewhere, as on the laptop at the other door: everything that "
                "is new there comes in here, and nothing that was written here is lost."
            ),
            verb=say("Choose the other copy"),
            act=self._choose,
        )
        self._first = made.findChild(Press)
        self.fill(Wide(made))

    def _file(self, name: str) -> QFrame:
        look, say = self.look, self.desk.words.say
        another = button(look, say("Another file"), self._choose)
        head = (column if look.tight else row)(look, Wide(label(look, name, "section")), another)
        return frame("card", column(look, head, edges=(16, 10, 12, 10)))

    def _result(self) -> list[Piece]:
        merging, look, say = self._merging, self.look, self.desk.words.say
        if merging.outcome is None and merging.sealed and merging.path is not None:
            return [self._password(merging.path), Spring()]
        if merging.outcome is None:
            self._first = button(look, say("Look at what would come"), self._look, kind="first")
            return [row(look, self._first, Spring()), Spring()]
        if not merging.has_news:
            nothing = say("There is nothing new in the other copy.")
            self._first = button(look, say("To the sessions"), lambda: self.desk.go(SESSIONS), kind="first")
            return [paragraph(look, nothing, "strong"), row(look, self._first, Spring()), Spring()]
        pieces: list[Piece] = [self._counts(), *self._remarks()]
        if merging.merged:
            return [*pieces, *self._after(), Spring()]
        if merging.much:
            pieces.append(self._much())
        return [*pieces, *self._touched(), row(look, self._merge_button(), Spring())]

    def _password(self, path: Path) -> QFrame:
        look, say = self.look, self.desk.words.say
        field, shown = secret_field(look, self.desk.words, say("Password"))

        def go_on() -> None:
            if field.text():
                self._merging.choose(path, password=field.text())
                self._look()

        field.returnPressed.connect(go_on)
        self._first = field
        title = label(look, say("Password"), "caption", "muted")
        title.setBuddy(field)
        verb = button(look, say("Look at what would come"), go_on, kind="first")
        pieces: list[Piece] = [paragraph(look, say("{file} is sealed", file=path.name), "strong"), title, shown]
        return frame("card", column(look, *pieces, row(look, verb, Spring()), edges=(16, 12, 16, 12), gap=8))

    def _counts(self) -> QFrame:
        look = self.look
        cells = [
            holding(column(look, label(look, text, "caption", "muted"), label(look, number, "section"), gap=1))
            for text, number in self._merging.counts()
        ]
        return frame("card", column(look, Flow(look.px(28), cells), edges=(16, 10, 12, 10)))

    def _remarks(self) -> list[Piece]:
        look = self.look
        return [
            row(look, column(look, sign(look, "attention", token="unsure"), Spring()), Wide(paragraph(look, text)))
            for text in self._merging.remarks()
        ]

    def _much(self) -> QFrame:
        look, say = self.look, self.desk.words.say
        what = say("Nothing was merged yet: more than a tenth of this book would change or go.")
        why = say("Look at the list first. If it is right, merge; the merge can be taken back.")
        words = column(look, paragraph(look, what, "strong"), paragraph(look, why), gap=2)
        made = frame("attention", row(look, sign(look, "attention", token="unsure", size=20), Wide(words),
                                      edges=(16, 8, 16, 8), gap=12))  # fmt: skip
        made.setAccessibleName(f"{what} {why}")
        return made

    def _touched(self) -> list[Piece]:
        look, table = self.look, self._merging.touched()
        if not table.rows:
            nothing = self.desk.words.say("Nothing that is in this book would change or go.")
            return [paragraph(look, nothing, "body", "muted"), Spring()]
        view = TableView(look, table)
        title = row(look, label(look, table.name, "section"), Spring(), edges=(16, 8, 8, 0))
        pieces: list[Piece] = [title, Wide(view)]
        if more := self._merging.more():
            pieces.append(row(look, label(look, more, "caption", "muted"), Spring(), edges=(16, 0, 8, 4)))
        if self._merging.much:
            self._first = view
        return [Wide(frame("card", column(look, *pieces, edges=(1, 1, 1, 4), gap=4)))]

    def _merge_button(self) -> Press:
        say = self.desk.words.say
        text = say("I have seen the list: merge") if self._merging.much else say("Merge")
        made = button(self.look, text, self._merge, kind="first", icon="import")
        self._first = self._first or made
        return made

    def _after(self) -> list[Piece]:
        look, words, merging = self.look, self.desk.words, self._merging
        asked, acts = merging.asked(), []
        if asked:
            said = words.count("{n} question waits for somebody.", "{n} questions wait for somebody.", asked)
            acts.append(button(look, words.say("To the questions"), lambda: self.desk.go(QUESTIONS), kind="first"))
        else:
            said = words.say("Nothing has to be chosen: both copies agree.")
        sessions = button(
            look, words.say("To the sessions"), lambda: self.desk.go(SESSIONS), kind="" if asked else "first"
        )
        acts.append(sessions)
        if merging.can_take_back:
            acts.append(button(look, words.say("Take the merge back"), self._take_back, icon="undo"))
        self._first = acts[0]
        return [paragraph(look, said, "strong"), Flow(look.px(8), acts)]

    def _choose(self) -> None:
        path = dialogs.choose_copy(self.desk.window, self.desk.words, self.desk.folder)
        if path is not None:
            self._merging.choose(path)
            self._look()

    def _look(self) -> None:
        self._run(self.desk.words.say("Looking at the other copy"), merged=False)

    def _merge(self) -> None:
        self._run(self.desk.words.say("Merging"), merged=True)

    def _run(self, name: str, *, merged: bool) -> None:
        work, desk = self._merging.work(rehearse=not merged), self.desk

        def read(steps: Steps) -> MergeOutcome:
            steps.at(0, 0)
            return work(steps.at)

        def done(outcome: MergeOutcome) -> None:
            self._merging.show(outcome, merged=merged)
            if isValid(self) and self.isVisible():
                desk.go(self.place)
            if merged:
                desk.changed()
                desk.tell(Told(news=self._merging.news()))

        desk.run(Job(name=name, work=read, done=done, failed=self._not_read))

    def _not_read(self, problem: BaseException) -> None:
        asked_before = self._merging.sealed
        if self._merging.asks_password(problem) and isValid(self) and self.isVisible():
            self.desk.go(self.place)
            if not asked_before:
                return
        self.desk.fail(problem)

    def _take_back(self) -> None:
        told = self._merging.take_back()
        self.desk.go(self.place)
        self.desk.tell(told)
