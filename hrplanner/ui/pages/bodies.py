"""Bodies: councils and committees, their seats, and what their rules say of them."""

from PySide6.QtWidgets import QLayout, QWidget

from hrplanner.ui.desk import Desk
from hrplanner.ui.frame import Slot
from hrplanner.ui.page import Page
from hrplanner.ui.parts.buttons import Press
from hrplanner.ui.parts.empty import empty
from hrplanner.ui.parts.finding_card import verdict_rows
from hrplanner.ui.parts.head import Heading
from hrplanner.ui.parts.layout import Gap, Piece, Spring, Wide, column, frame, hairline, row
from hrplanner.ui.parts.table import TableView
from hrplanner.ui.parts.text import label, paragraph
from hrplanner.viewmodels.places import Place

SIDE = 460


class BodiesPage(Page):
    """The list, and the opened body beside it."""

    writes = True

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.place = place
        self._bodies = desk.open.bodies
        self._view: TableView | None = None
        self._first: QWidget | None = None
        table = self._bodies.table()
        if not table.rows:
            self.fill(Wide(self._nothing()))
            return
        self._view = TableView(self.look, table)
        self._view.moved.connect(self._open)
        self._detail = Slot("detail")
        self.fill(Wide(self._sides(frame("card", column(self.look, Wide(self._view), edges=(1, 4, 1, 4))))))
        self._fill_detail()

    def heading(self) -> Heading:
        """How many there are."""
        words, n = self.desk.words, len(self._bodies.table().rows)
        return Heading(title=words.say("Bodies"), facts=words.count("{n} body", "{n} bodies", n))

    def refresh(self) -> None:
        """The list as it is now."""
        self.desk.go(self.place)

    def start(self) -> None:
        """On the list."""
        target = self._view or self._first
        if target is not None:
            target.setFocus()

    def _nothing(self) -> QWidget:
        say = self.desk.words.say
        made = empty(
            self.look,
            icon="bodies",
            what=say("No bodies yet"),
            why=say("Councils and committees with their seats come from a file; their rules are checked here."),
            verb=say("Take over from a file"),
            act=lambda: self.desk.go(Place(room="import")),
        )
        self._first = made.findChild(Press)
        return made

    def _sides(self, listed: QWidget) -> QLayout:
        if self.look.narrow:
            return column(self.look, listed, self._detail, Spring(), gap=12)
        self._detail.setFixedWidth(self.look.px(SIDE))
        return row(self.look, Wide(listed), self._detail, gap=16)

    def _open(self, key: bytes) -> None:
        self._bodies.open(key)
        self._fill_detail()

    def _fill_detail(self) -> None:
        body, say = self._bodies.body(), self.desk.words.say
        if body is None:
            self._detail.put(None)
            return
        seats = TableView(self.look, self._bodies.seats())
        seats.setMinimumHeight(self.look.row(32) * min(12, len(seats.rows.table.rows) + 1) + self.look.px(4))
        findings = verdict_rows(self.look, self._bodies.findings())
        none = paragraph(self.look, say("No rule of this book is for this body."), "body", "muted")
        pieces: list[Piece] = [
            paragraph(self.look, body.title, "section"),
            paragraph(self.look, self._bodies.facts(), "caption", "muted"),
            label(self.look, say("Seats"), "strong"),
            seats,
            Gap(4),
            hairline(),
            label(self.look, say("What the rules say"), "strong"),
            *(findings or [none]),
            Spring(),
        ]
        self._detail.put(frame("card", column(self.look, *pieces, edges=(20, 16, 20, 16), gap=6)))
