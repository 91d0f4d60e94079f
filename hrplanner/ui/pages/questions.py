"""The questions that merging left, one by one: both values, who wrote them, where and when; one key settles each."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from hrplanner.ui.desk import Desk
from hrplanner.ui.page import Page
from hrplanner.ui.parts.buttons import button
from hrplanner.ui.parts.empty import empty
from hrplanner.ui.parts.group_keys import when_digit
from hrplanner.ui.parts.head import Heading
from hrplanner.ui.parts.layout import Gap, Piece, Spring, Wide, column, frame, hairline, row
from hrplanner.ui.parts.text import label, paragraph
from hrplanner.viewmodels.places import TODAY, Place
from hrplanner.viewmodels.settling import Asked


class QuestionsPage(Page):
    """A digit chooses; what is passed over stays open and is listed in Today."""

    writes = True

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.place = place
        self._settling = desk.open.settling
        self._first: QWidget | None = None
        shown = self._settling.shown()
        if shown is None:
            self._show_nothing()
        else:
            self.fill(self._card(shown), Spring())

    def heading(self) -> Heading:
        """How many are open."""
        words, n = self.desk.words, self._settling.waiting()
        return Heading(title=words.say("Questions after merging"), facts=words.count("{n} open", "{n} open", n))

    def refresh(self) -> None:
        """Something was settled, or taken back."""
        self.desk.go(self.place)

    def start(self) -> None:
        """On the first value; digits work at once."""
        if self._first is not None:
            self._first.setFocus()

    def press_digit(self, digit: int) -> None:
        """Alt and a digit choose as well."""
        self._settle(digit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses."""
        if not when_digit(event, self._settle):
            super().keyPressEvent(event)

    def _show_nothing(self) -> None:
        say = self.desk.words.say
        made = empty(
            self.look,
            icon="tick",
            what=say("Nothing has to be chosen"),
            why=say("What two laptops wrote differently is asked here, once, and settled on every copy."),
        )
        back = button(self.look, say("To Today"), lambda: self.desk.go(TODAY))
        self._first = back
        self.fill(Wide(made), row(self.look, back, Spring()))

    def _card(self, shown: Asked) -> QFrame:
        look, say = self.look, self.desk.words.say
        head = row(look, label(look, shown.where, "caption", "muted"), Spring(), label(look, shown.place, "caption"))
        pieces: list[Piece] = [head, paragraph(look, shown.heading, "section")]
        pieces += [paragraph(look, fact) for fact in shown.facts]
        for digit, text in shown.options:
            pieces += [Gap(2), hairline(), Gap(2), self._option(digit, text)]
        acts: list[Piece] = [button(look, say("Later: the next question"), self._pass_over)]
        if shown.number:
            place = Place(room="session", number=shown.number)
            acts.append(button(look, say("Open the session"), lambda: self.desk.go(place)))
        hint = say("The number is the key that chooses. The choice holds on every copy, and can be undone here.")
        foot = (column if look.tight else row)(look, *acts, *([] if look.tight else [Spring()]))
        pieces += [Gap(2), hairline(), Gap(2), paragraph(look, hint, "caption", "muted"), foot]
        return frame("card", column(look, *pieces, edges=(24, 16, 24, 18), gap=8))

    def _option(self, digit: int, text: str) -> Piece:
        look, words = self.look, self.desk.words
        made = button(look, words.say("{n}: this one", n=digit), lambda: self._settle(digit))
        made.setAccessibleName(f"{words.number(digit)}: {text}")
        self._first = self._first or made
        return row(look, column(look, made, Spring()), Wide(paragraph(look, text, "strong")), gap=16)

    def _settle(self, digit: int) -> None:
        desk = self.desk
        told = self._settling.settle(digit)
        desk.tell(told)

    def _pass_over(self) -> None:
        self._settling.pass_over()
        self.desk.go(self.place)
