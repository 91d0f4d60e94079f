"""Register: by name, by tally, or totals from paper; the three totals kept apart are always in view."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QLabel, QLayout

from hrplanner.ui.desk import Desk
from hrplanner.ui.faces.by_consent import ByConsent
from hrplanner.ui.faces.by_name import ByName
from hrplanner.ui.faces.by_tally import ByTally
from hrplanner.ui.faces.face import Face
from hrplanner.ui.faces.from_paper import FromPaper
from hrplanner.ui.page import Page
from hrplanner.ui.parts.buttons import choice_of_parts
from hrplanner.ui.parts.layout import Gap, Piece, Spring, Wide, holding, row
from hrplanner.ui.parts.text import figure, label
from hrplanner.viewmodels.places import Place

MODES: Mapping[str, Callable[[Desk], Face]] = {
    "names": ByName,
    "tally": ByTally,
    "totals": FromPaper,
    "consent": ByConsent,
}


class RegisterPage(Page):
    """Four faces of one page; which one is shown is remembered with the place."""

    writes = True

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.place = place
        screens = desk.open
        if place.mode:
            screens.mode = place.mode
        self._totals: dict[str, QLabel] = {}
        self._face = MODES[screens.mode](desk)
        top = [Wide(holding(self._mode_row(screens.mode)))] if self.look.tight else self._top(screens.mode)
        self.fill(row(self.look, *top, gap=6), Wide(self._face))

    def refresh(self) -> None:
        """Totals and the face."""
        for text, number in self.desk.open.totals.line():
            if text in self._totals:
                self._totals[text].setText(number)
        self._face.refresh()

    def press_digit(self, digit: int) -> None:
        """A group key."""
        self._face.press_digit(digit)

    def start(self) -> None:
        """Where the next person is entered."""
        self._face.start()

    def _top(self, mode: str) -> list[Piece]:
        pieces: list[Piece] = [holding(self._mode_row(mode)), Spring()]
        for text, number in self.desk.open.totals.line():
            self._totals[text] = figure(self.look, number, "section")
            pieces += [label(self.look, text, "body", "muted"), self._totals[text], Gap(10)]
        return pieces

    def _mode_row(self, mode: str) -> QLayout:
        say = self.desk.words.say
        names = (
            ("names", say("By name")),
            ("tally", say("Tally")),
            ("totals", say("Totals from paper")),
            ("consent", say("Consent")),
        )
        return choice_of_parts(self.look, names, mode, self._change_mode)

    def _change_mode(self, mode: str) -> None:
        self.desk.open.mode = mode
        self.desk.go(Place(room="session", number=self.place.number, step="register", mode=mode))
