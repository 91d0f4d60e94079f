"""A sealed book that is opened with its password, or with the words of its recovery sheet."""

from pathlib import Path

from PySide6.QtCore import QTimer
from shiboken6 import isValid

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.ui.desk import Desk
from hrplanner.ui.page import Page
from hrplanner.ui.parts.buttons import button
from hrplanner.ui.parts.fields import Field, refusal
from hrplanner.ui.parts.head import Heading
from hrplanner.ui.parts.layout import Gap, Piece, Spring, column, frame, row
from hrplanner.ui.parts.secret import secret_field
from hrplanner.ui.parts.text import label, paragraph
from hrplanner.usecases.sealing import Opener
from hrplanner.viewmodels.places import START, Place
from hrplanner.viewmodels.sealing import Attempts
from hrplanner.viewmodels.told import refused

WIDTH = 560
SHEET = "sheet"


class UnlockPage(Page):
    """One field; what is wrong is said below it, and after the second slip one has to wait."""

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.place = place
        self._path = Path(place.mode)
        self._by_sheet = place.number == SHEET
        self._attempts = Attempts()
        look, say = self.look, desk.words.say
        name = say("The 24 words of the recovery sheet") if self._by_sheet else say("Password")
        if self._by_sheet:
            self._field = Field(look, name)
            shown: Piece = self._field
        else:
            self._field, shown = secret_field(look, desk.words, name)
        self._field.returnPressed.connect(self._open)
        self._refused, self._why = refusal(look)
        self._verb = button(look, say("Open the book"), self._open, kind="first")
        other = button(look, say("Use the password") if self._by_sheet else say("Use the recovery sheet"), self._turn)
        title = label(look, name, "caption", "muted")
        card = frame(
            "card",
            column(
                look,
                paragraph(look, say("{file} is sealed", file=self._path.name), "section"),
                paragraph(look, self._explanation(), "body", "muted"),
                Gap(4),
                title,
                shown,
                self._refused,
                Gap(4),
                row(look, self._verb, other, button(look, say("Not now"), self._leave), Spring()),
                edges=(24, 20, 24, 24),
                gap=8,
            ),
        )
        title.setBuddy(self._field)
        card.setMaximumWidth(look.px(WIDTH))
        self.fill(card, Spring())

    def heading(self) -> Heading:
        """What is asked."""
        return Heading(title=self.desk.words.say("Sealed book"))

    def start(self) -> None:
        """On the field."""
        self._field.setFocus()

    def _explanation(self) -> str:
        say = self.desk.words.say
        if self._by_sheet:
            return say("The words open the book without its password. Choose a new password afterwards.")
        return say("Nothing of it can be read without the password.")

    def _turn(self) -> None:
        number = "" if self._by_sheet else SHEET
        self.desk.go(Place(room="unlock", mode=self.place.mode, number=number))

    def _leave(self) -> None:
        self.desk.go(START)

    def _open(self) -> None:
        typed = self._field.text()
        if not typed or not self._verb.isEnabled():
            return
        opener = Opener(words=typed) if self._by_sheet else Opener(password=typed)
        self._verb.setEnabled(False)
        self.desk.door.unlock(self._path, opener, self._failed)

    def _failed(self, problem: BaseException) -> None:
        if not isValid(self):
            return
        if not isinstance(problem, (Refused, FileProblem)):
            self._verb.setEnabled(True)
            self.desk.fail(problem)
            return
        self._attempts = self._attempts.and_failed()
        told = refused(self.desk.words, problem)
        self._why.setText(told.why)
        self._refused.setVisible(True)
        self._field.refuse(told.why)
        self._field.selectAll()
        self._field.setFocus()
        QTimer.singleShot(self._attempts.wait * 1000, self, lambda: self._verb.setEnabled(True))
