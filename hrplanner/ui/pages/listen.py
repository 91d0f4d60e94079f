"""Listen: who speaks, what is raised, what kept people away, and the four shares."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLayout

from hrplanner.ui.desk import Desk
from hrplanner.ui.faces.face import Face
from hrplanner.ui.faces.form_faces import SupportFace
from hrplanner.ui.faces.issue_face import IssueFace
from hrplanner.ui.faces.shares_face import SharesFace
from hrplanner.ui.frame import Slot
from hrplanner.ui.page import Page
from hrplanner.ui.parts.buttons import button, choice_of_parts
from hrplanner.ui.parts.group_keys import when_digit
from hrplanner.ui.parts.layout import Spring, Wide, column, frame, holding, row
from hrplanner.ui.parts.speakers import lanes
from hrplanner.ui.parts.text import Elided, label, paragraph, sign
from hrplanner.viewmodels.places import Place
from hrplanner.viewmodels.told import Told

FACES: Mapping[str, Callable[[Desk], Face]] = {"issues": IssueFace, "support": SupportFace, "shares": SharesFace}
TICK = 1000  # milliseconds; the clock of a running turn


class ListenPage(Page):
    """The log above; issues, barriers and help, or the four shares below."""

    writes = True

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.place = place
        screens = desk.open
        self._speakers = screens.speakers
        if place.mode:
            screens.face = place.mode
        self._face = FACES[screens.face](desk)
        self._lanes = Slot("lanes")
        end = desk.words.say("End the turn")
        self._quiet = button(self.look, end, lambda: desk.tell(self._speakers.quiet()), kind="plain")
        self._said = label(self.look, "", "strong", "accent")
        self._unheard = paragraph(self.look, "", "caption", "muted")
        self.fill(self._log_card(), Wide(self._face), gap=8)
        self._show_lanes()
        self._clock = QTimer(self, interval=TICK)
        self._clock.timeout.connect(self._tick)
        self._clock.start()

    def refresh(self) -> None:
        """Lanes, and the face below."""
        self._show_lanes()
        self._face.refresh()

    def press_digit(self, digit: int) -> None:
        """With Alt: who raised what is being typed; else somebody begins to speak."""
        if self._face.typing:
            self._face.press_digit(digit)
        else:
            self._speak(digit)

    def start(self) -> None:
        """What is being said goes in here."""
        self._face.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit is the next speaker, Space is silence."""
        if event.key() == Qt.Key.Key_Space:
            self.desk.tell(self._speakers.quiet())
        elif not when_digit(event, self._speak):
            super().keyPressEvent(event)

    def _log_card(self) -> QFrame:
        look, say = self.look, self.desk.words.say
        hint = Elided(look, say("Number: next speaker. Space: nobody speaks."), "caption", "muted")
        now = [sign(look, "clock", token="accent"), self._said, self._quiet]
        if look.tight:
            foot = column(look, row(look, *now, Spring()), self._faces())
        else:
            foot = row(look, *now, Wide(hint), self._faces())
        return frame("card", column(look, self._lanes, self._unheard, foot, edges=(16, 6, 16, 8), gap=4))

    def _faces(self) -> QLayout:
        say, current = self.desk.words.say, self.desk.open.face
        names = (("issues", say("Issues")), ("support", say("Barriers and help")), ("shares", say("Four shares")))
        return choice_of_parts(self.look, names, current, self._change_face)

    def _change_face(self, face: str) -> None:
        self.desk.go(Place(room="session", number=self.place.number, step="listen", mode=face))

    def _show_lanes(self) -> None:
        say = self.desk.words.say
        heads = (say("Who speaks"), say("Turns"), say("Time"))
        grid = lanes(self.look, self._speakers.lanes(), self._speakers.clock(), heads, self._pressed)
        shown = holding(grid)
        shown.setEnabled(not self.is_for_reading)
        self._lanes.put(shown)
        self._said.setText(self._speakers.now_said())
        unheard = self._speakers.unheard_said()
        self._unheard.setText(unheard)
        self._unheard.setVisible(bool(unheard))
        self._quiet.setVisible(self._speakers.running is not None)

    def _speak(self, digit: int) -> None:
        self.desk.tell(self._speakers.press(digit))

    def _pressed(self, digit: int) -> Told:
        told = self._speakers.press(digit)
        self.desk.tell(told)
        return told

    def _tick(self) -> None:
        if self._speakers.running is not None:
            self._said.setText(self._speakers.now_said())
