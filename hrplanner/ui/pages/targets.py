"""Targets: the rules of a session, of a year or of committees; one of them in full beside the list."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLayout, QWidget

from hrplanner.ui.desk import Desk
from hrplanner.ui.frame import Slot
from hrplanner.ui.page import Page
from hrplanner.ui.parts.buttons import Press, button
from hrplanner.ui.parts.empty import empty
from hrplanner.ui.parts.fields import Choice, named
from hrplanner.ui.parts.finding_card import finding_card
from hrplanner.ui.parts.head import Heading
from hrplanner.ui.parts.layout import Piece, Spring, Wide, column, frame, row
from hrplanner.ui.parts.table import TableView
from hrplanner.ui.parts.text import label
from hrplanner.viewmodels.places import Place

SIDE = 400
ROWS = 8


class TargetsPage(Page):
    """A choice of what is shown, the list, and the rule that is opened."""

    writes = True

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.place = place
        self._targets = desk.open.targets
        self._view: TableView | None = None
        self._first: QWidget | None = None
        say = desk.words.say
        if not desk.open.workspace.office.rules or not self._targets.choices():
            self.fill(Wide(self._nothing()))
            return
        self._choice = Choice(self.look, say("Shown for"), self._targets.choices(), self._targets.shown_for())
        self._choice.when_chosen(self._chosen)
        self._choice.setMinimumContentsLength(28)
        self._detail, self._used = Slot("detail"), Slot("used")
        self._view = TableView(self.look, self._targets.table())
        self._view.setMinimumHeight(self.look.row(32) * 4)
        self._view.moved.connect(self._open)
        self._view.opened.connect(lambda _: self._show_rows())
        top = row(self.look, named(self.look, say("Shown for"), self._choice), Spring())
        listed = frame("card", column(self.look, Wide(self._view), edges=(1, 4, 1, 4)))
        self.fill(top, Wide(self._sides(listed)), gap=10)
        self._fill_detail()

    def heading(self) -> Heading:
        """How many are met."""
        return Heading(title=self.desk.words.say("Targets"), facts=self._targets.facts() if self._view else "")

    def head_parts(self) -> Sequence[QWidget]:
        """The list of all rules."""
        if self._view is None:
            return ()
        rules = Place(room="rules")
        return (button(self.look, self.desk.words.say("Rules of this book"), lambda: self.desk.go(rules)),)

    def refresh(self) -> None:
        """Verdicts as they are now."""
        self.desk.go(self.place)

    def start(self) -> None:
        """On the list."""
        target = self._view or self._first
        if target is not None:
            target.setFocus()

    def _sides(self, listed: QWidget) -> QLayout:
        if self.look.narrow:
            return column(self.look, listed, self._used, self._detail, Spring(), gap=12)
        self._detail.setFixedWidth(self.look.px(SIDE))
        return row(self.look, Wide(column(self.look, Wide(listed), self._used, gap=12)), self._detail, gap=16)

    def _nothing(self) -> QWidget:
        say = self.desk.words.say
        if not self.desk.open.workspace.office.rules:
            why = say("Rules say what is asked of a meeting: by law, by a form, or as an own target.")
            made = empty(
                self.look,
                icon="targets",
                what=say("No rules yet"),
                why=why,
                verb=say("Rules of this book"),
                act=lambda: self.desk.go(Place(room="rules")),
            )
        else:
            made = empty(
                self.look,
                icon="targets",
                what=say("Nothing to check yet"),
                why=say("Verdicts come with the first session."),
                verb=say("New session"),
                act=lambda: self.desk.go(Place(room="new_session")),
            )
        self._first = made.findChild(Press)
        return made

    def _chosen(self, code: str) -> None:
        self._targets.about, self._targets.opened, self._targets.with_rows = code, "", False
        self.desk.go(self.place)

    def _open(self, key: bytes) -> None:
        self._targets.opened = key.decode()
        self._fill_detail()

    def _show_rows(self) -> None:
        self._targets.with_rows = not self._targets.with_rows
        self._fill_detail()

    def _fill_detail(self) -> None:
        detail = self._targets.detail()
        if detail is None:
            self._detail.put(None)
            return
        say = self.desk.words.say
        verb = say("Hide the rows used") if self._targets.with_rows else say("Show the rows used")
        foot: list[Piece] = [row(self.look, button(self.look, verb, self._show_rows), Spring())]
        self._used.put(self._rows() if self._targets.with_rows else None)
        self._make_room()
        trend = (say("Over the last sessions"), detail.trend)
        self._detail.put(finding_card(self.look, detail.shown, detail.parts, trend=trend, foot=foot))

    def _make_room(self) -> None:
        """The list is as high as it has lines while rows stand below it."""
        view, look = self._view, self.look
        if view is not None:
            lines = view.rows.rowCount() + 1
            wanted = look.row(32) * min(9, lines) + look.px(6)
            view.setMaximumHeight(wanted if self._targets.with_rows else 16_777_215)

    def _rows(self) -> QWidget:
        detail, look = self._targets.detail(), self.look
        if detail is None or not detail.rows.rows:
            return label(look, self.desk.words.say("It rests on no single rows."), "caption", "muted")
        view = TableView(look, detail.rows)
        view.setMinimumHeight(look.row(32) * min(ROWS, len(detail.rows.rows) + 1) + look.px(4))
        title = row(look, label(look, detail.rows.name, "section"), Spring(), edges=(16, 8, 16, 0))
        return frame("card", column(look, title, view, edges=(1, 1, 1, 4), gap=4))
