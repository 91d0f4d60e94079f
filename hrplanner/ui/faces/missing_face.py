"""What is still missing, each with the button that goes there; and who was missing last time."""

from PySide6.QtWidgets import QWidget

from hrplanner.ui.desk import Desk
from hrplanner.ui.faces.face import Face
from hrplanner.ui.parts.buttons import Press, button
from hrplanner.ui.parts.empty import empty
from hrplanner.ui.parts.layout import Piece, Spring, Wide, clear, column, frame, hairline, holding, row
from hrplanner.ui.parts.table import TableView
from hrplanner.ui.parts.text import label, paragraph, sign
from hrplanner.viewmodels.closing import Gap, gaps
from hrplanner.viewmodels.missing import missing_people
from hrplanner.viewmodels.places import Place

WIDTH = 720


class GapsFace(Face):
    """A line per thing that a reader of the record would look for and not find."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._box = column(self.look)
        self.setLayout(self._box)
        self._first: QWidget | None = None
        self.refresh()

    def refresh(self) -> None:
        """As it is now."""
        clear(self._box)
        say, found = self.desk.words.say, gaps(self.desk.open.workspace, self.desk.words)
        if not found:
            made = empty(
                self.look, icon="tick", what=say("Nothing is missing"),
                why=say("Read the record back, then print the final copy."), verb=say("Go to Print"),
                act=lambda: self._go(Place(room="session", step="print")),
            )  # fmt: skip
            self._first = made.findChild(Press)
            self._box.addWidget(made)
            return
        pieces: list[Piece] = [label(self.look, say("Before the final copy"), "section")]
        self._first = None
        for gap in found:
            pieces += [hairline(), self._line(gap)]
        card = frame("card", column(self.look, *pieces, edges=(20, 14, 20, 14), gap=8))
        card.setMaximumWidth(self.look.px(WIDTH))
        self._box.addWidget(card)
        self._box.addStretch(1)

    def start(self) -> None:
        """The first thing to mend."""
        if self._first is not None:
            self._first.setFocus()

    def _line(self, gap: Gap) -> QWidget:
        look = self.look
        mend = button(look, self.desk.words.say("Go there"), lambda: self._go(gap.place))
        mend.setAccessibleName(f"{gap.what}: {self.desk.words.say('Go there')}")
        self._first = self._first or mend
        icon = sign(look, "attention", token="unsure", size=18)
        return holding(row(look, icon, Wide(paragraph(look, gap.what)), mend, gap=12))

    def _go(self, place: Place) -> None:
        number = self.desk.open.workspace.opened().number
        self.desk.go(Place(room=place.room, number=number, step=place.step, mode=place.mode))


class InvitedFace(Face):
    """The groups of which nobody came last time: whom to invite first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        look, say, screens = self.look, desk.words.say, desk.open
        session = screens.workspace.opened()
        table = missing_people(screens.workspace, screens.years, desk.words, before=session)
        why = say("After the first meeting this list says of which groups nobody came.")
        if not table.rows:
            self._list: QWidget = empty(look, icon="sessions", what=say("Nobody is known to be missing"), why=why)
            self.setLayout(column(look, self._list))
            self._focus: QWidget | None = None
            return
        self._focus = TableView(look, table)
        title = label(look, table.name, "section")
        card = frame("card", column(look, row(look, title, edges=(16, 8, 8, 0)), Wide(self._focus), edges=(1, 1, 1, 4)))
        hint = say("Ask somebody of each group who would have to be invited, and what would help them to come.")
        self.setLayout(column(look, Wide(card), paragraph(look, hint, "caption", "muted"), Spring()))

    def start(self) -> None:
        """The list."""
        if self._focus is not None:
            self._focus.setFocus()
