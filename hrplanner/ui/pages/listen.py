"""Listen: who speaks, what is raised, what is promised, and the four shares."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLayout

from hrplanner.ui.desk import Desk
from hrplanner.ui.faces.issue_face import IssueFace
from hrplanner.ui.faces.promise_face import PromiseFace
from hrplanner.ui.frame import Slot
from hrplanner.ui.page import Page
from hrplanner.ui.parts.buttons import button, choice_of_parts
from hrplanner.ui.parts.group_keys import when_digit
from hrplanner.ui.parts.layout import Spring, Wide, column, frame, holding, row
from hrplanner.ui.parts.shares import SharesView
from hrplanner.ui.parts.speakers import lanes
from hrplanner.ui.parts.text import label, paragraph, sign
from hrplanner.viewmodels.four_shares import four_shares
from hrplanner.viewmodels.places import Place
from hrplanner.viewmodels.told import Told

TICK = 1000  # milliseconds; the clock of a running turn


class ListenPage(Page):
    """The log above; issues or promises below, beside the shares."""

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.place = place
        screens = desk.open
        self._speakers = screens.speakers
        if place.mode:
            screens.face = place.mode
        self._face = PromiseFace(desk) if screens.face == "promises" else IssueFace(desk)
        self._lanes = Slot("lanes")
        self._said = label(self.look, "", "strong", "accent")
        self._shares = SharesView(self.look, four_shares(screens.workspace, desk.words))
        shares = frame("card", column(self.look, self._shares, Spring(), edges=(16, 6, 12, 4)))
        below = column(self.look, self._switch_row(), Wide(self._face), gap=8)
        both = (column if self.look.narrow else row)(self.look, Wide(holding(below), 3), Wide(shares, 2), gap=12)
        self.fill(self._log_card(), Wide(both), gap=8)
        self._show_lanes()
        self._clock = QTimer(self, interval=TICK)
        self._clock.timeout.connect(self._tick)
        self._clock.start()

    def refresh(self) -> None:
        """Lanes, lists and shares."""
        self._show_lanes()
        self._face.refresh()
        self._shares.show_shares(four_shares(self.desk.open.workspace, self.desk.words))

    def press_digit(self, digit: int) -> None:
        """Somebody begins to speak, while an issue is being typed."""
        self.desk.tell(self._speakers.press(digit))

    def start(self) -> None:
        """What is being said goes in here."""
        self._face.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit is the next speaker, Space is silence."""
        if event.key() == Qt.Key.Key_Space:
            self.desk.tell(self._speakers.quiet())
        elif not when_digit(event, self.press_digit):
            super().keyPressEvent(event)

    def _log_card(self) -> QFrame:
        look, say = self.look, self.desk.words.say
        hint = paragraph(
            look, say("Number: next speaker. Space: nobody speaks. Alt and number while typing."), "caption", "muted"
        )
        quiet = button(look, say("Nobody speaks"), lambda: self.desk.tell(self._speakers.quiet()), kind="plain")
        foot = row(look, sign(look, "clock", token="accent"), self._said, Wide(hint), quiet)
        return frame("card", column(look, self._lanes, foot, edges=(16, 6, 16, 4), gap=4))

    def _switch_row(self) -> QLayout:
        say, current = self.desk.words.say, self.desk.open.face
        names = (("issues", say("Issues")), ("promises", say("Promises")))
        return row(self.look, choice_of_parts(self.look, names, current, self._change_face), Spring())

    def _change_face(self, face: str) -> None:
        self.desk.go(Place(room="session", number=self.place.number, step="listen", mode=face))

    def _show_lanes(self) -> None:
        say = self.desk.words.say
        heads = (say("Who speaks"), say("Turns"), say("Time"))
        grid = lanes(self.look, self._speakers.lanes(), self._speakers.clock(), heads, self._pressed)
        self._lanes.put(holding(grid))
        self._said.setText(self._speakers.now_said())

    def _pressed(self, digit: int) -> Told:
        told = self._speakers.press(digit)
        self.desk.tell(told)
        return told

    def _tick(self) -> None:
        if self._speakers.running is not None:
            self._said.setText(self._speakers.now_said())
