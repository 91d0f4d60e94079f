"""The list of those who came; cells are corrected in place, digits switch groups of a row, Space notes a signature."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from hrplanner.ui.desk import Desk
from hrplanner.ui.parts.empty import empty
from hrplanner.ui.parts.group_keys import when_digit
from hrplanner.ui.parts.layout import column, frame
from hrplanner.ui.parts.message import Message
from hrplanner.ui.parts.table import TableView
from hrplanner.viewmodels.table import Table
from hrplanner.viewmodels.told import Told


class PeopleTable(TableView):
    """A table whose rows are people."""

    def __init__(self, desk: Desk, table: Table) -> None:
        super().__init__(desk.look, table, self._corrected)
        self._desk = desk
        self._register = desk.open.register
        self.binned.connect(lambda key: desk.tell(self._register.remove(key)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and Space work the current row."""
        key = self.current_key
        if key is not None and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            if event.key() == Qt.Key.Key_Space:
                self._desk.tell(self._register.switch_signed(key))
                return
            if when_digit(event, lambda digit: self._desk.tell(self._register.switch_in_row(key, digit))):
                return
        super().keyPressEvent(event)

    def _corrected(self, key: bytes, column: str, text: str) -> str:
        told = self._register.edit(key, column, text)
        if told.why:
            self._desk.say(Message(what=told.why, tone="refused"))
        else:
            self._desk.tell(Told(news=told.news))
        return told.why


class PeopleList(QStackedWidget):
    """The table, or what belongs there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        look, say = desk.look, desk.words.say
        self._register = desk.open.register
        self._table = PeopleTable(desk, self._register.table())
        self._table.setMinimumHeight(look.row(32) * 5)
        why = say("Type a name above and press Enter. People without a name can be counted on the tally.")
        self.addWidget(empty(look, icon="sessions", what=say("Nobody is on the list yet"), why=why))
        self.addWidget(frame("card", column(look, self._table, edges=(1, 4, 1, 4))))
        self.setCurrentIndex(1 if self._register.listed else 0)

    def refresh(self) -> None:
        """The list as it is now."""
        self._table.fill(self._register.table())
        self.setCurrentIndex(1 if self._register.listed else 0)
