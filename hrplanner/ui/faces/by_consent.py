"""Register who agreed to what: a line for each named person, Space or 1, 2 and 0 answer the current cell."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from hrplanner.ui.desk import Desk
from hrplanner.ui.faces.face import Face
from hrplanner.ui.parts.empty import empty
from hrplanner.ui.parts.group_keys import when_digit
from hrplanner.ui.parts.layout import Wide, column, frame
from hrplanner.ui.parts.table import Index, TableView
from hrplanner.ui.parts.text import paragraph
from hrplanner.viewmodels.consents import ANSWERS


class ConsentTable(TableView):
    """A table whose cells are answers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._consents = desk.open.consents
        super().__init__(desk.look, self._consents.table())
        self.opened.connect(self._tell_turned)

    @property
    def purpose(self) -> str:
        """The column that is current."""
        return self.rows.table.columns[max(0, self.currentIndex().column())].code

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space turns an answer, a digit gives one."""
        key = self.current_key
        if key is not None and event.key() == Qt.Key.Key_Space:
            self._tell_turned(key)
        elif key is None or not when_digit(event, lambda digit: self._answer(key, digit)):
            super().keyPressEvent(event)

    def _tell_turned(self, key: bytes) -> None:
        self._desk.tell(self._consents.turn(key, self.purpose))

    def _answer(self, key: bytes, digit: int) -> None:
        if digit in ANSWERS:
            self._desk.tell(self._consents.answer(key, self.purpose, ANSWERS[digit]))


class ByConsent(Face):
    """The table, what the current column means, and that nobody is asked in a crowd."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        look, say = self.look, desk.words.say
        self._stack = QStackedWidget()
        self._table = ConsentTable(desk)
        why = say("Put people on the list by name first; who has no name has nothing to agree to.")
        self._stack.addWidget(empty(look, icon="sessions", what=say("Nobody is on the list by name yet"), why=why))
        self._stack.addWidget(frame("card", column(look, self._table, edges=(1, 4, 1, 4))))
        self._meaning = paragraph(look, "", "strong")
        told = say(
            "Ask for each thing apart, and not in front of others. Space changes the answer; 1 is yes, 2 is no, 0 is "
            "not asked. Without a yes nothing is given on, and a child's yes is not enough."
        )
        self.setLayout(column(look, Wide(self._stack), self._meaning, paragraph(look, told, "caption", "muted"), gap=8))
        self._table.selectionModel().currentChanged.connect(self._show_meaning)
        self.refresh()

    def refresh(self) -> None:
        """Answers as they are now."""
        self._table.fill(self.desk.open.consents.table())
        self._stack.setCurrentIndex(1 if self._table.rows.rowCount() else 0)

    def start(self) -> None:
        """On the first answer."""
        if self._table.rows.rowCount() and not self._table.currentIndex().isValid():
            self._table.make_current(0, 1)
        self._table.setFocus()

    def _show_meaning(self, current: Index) -> None:
        code = self._table.rows.table.columns[max(0, current.column())].code
        self._meaning.setText(self.desk.open.consents.meaning(code))
