"""All sessions of the book."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from hrplanner.ui.desk import Desk
from hrplanner.ui.page import Page
from hrplanner.ui.parts.buttons import Press, button
from hrplanner.ui.parts.empty import empty
from hrplanner.ui.parts.head import Heading
from hrplanner.ui.parts.layout import Wide, column, frame
from hrplanner.ui.parts.table import TableView
from hrplanner.ui.parts.text import paragraph
from hrplanner.viewmodels.places import Place


class SessionsPage(Page):
    """The list; Enter opens, Delete puts into the bin."""

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.place = place
        self._sessions = desk.open.sessions
        table = self._sessions.table()
        self._view: TableView | None = None
        self._first: QWidget | None = None
        if not table.rows:
            self._show_nothing()
            return
        self._view = TableView(self.look, table)
        self._view.opened.connect(self._open)
        self._view.binned.connect(self._remove)
        hint = desk.words.say("Enter opens the session, Delete puts it into the bin.")
        card = frame("card", column(self.look, self._view, edges=(1, 4, 1, 4)))
        self.fill(Wide(card), paragraph(self.look, hint, "caption", "muted"))

    def heading(self) -> Heading:
        """How many there are."""
        words, n = self.desk.words, len(self._sessions.table().rows)
        return Heading(title=words.say("Sessions"), facts=words.count("{n} session", "{n} sessions", n))

    def head_parts(self) -> Sequence[QWidget]:
        """Take over, and new."""
        if self._view is None or self.desk.open.handing_back.is_packet:
            return ()
        say, go = self.desk.words.say, self.desk.go
        new = button(self.look, say("New session"), lambda: go(Place(room="new_session")), kind="first", icon="plus")
        take = button(self.look, say("Take over from a file"), lambda: go(Place(room="import")), icon="import")
        return (new,) if self.look.tight else (take, new)

    def refresh(self) -> None:
        """The list as it is now."""
        table = self._sessions.table()
        if self._view is None or not table.rows:
            self.desk.go(self.place)
        else:
            self._view.fill(table)

    def start(self) -> None:
        """On the first row."""
        if self._view is not None:
            self._view.make_current(0)
            self._view.setFocus()
        elif self._first is not None:
            self._first.setFocus()

    def _show_nothing(self) -> None:
        say, go = self.desk.words.say, self.desk.go
        made = empty(
            self.look,
            icon="sessions",
            what=say("No sessions yet"),
            why=say("A session is one meeting: who came, what was raised, what was promised."),
            verb=say("New session"),
            act=lambda: go(Place(room="new_session")),
        )
        self._first = made.findChild(Press)
        take = button(self.look, say("Take over from a file"), lambda: go(Place(room="import")), icon="import")
        self.fill(Wide(made), take)

    def _open(self, key: bytes) -> None:
        self.desk.go(Place(room="session", number=self._sessions.number_of(key)))

    def _remove(self, key: bytes) -> None:
        self.desk.tell(self._sessions.remove(key))
