"""A list that is typed row by row: fields above where there are any, the rows below; Enter corrects or offers."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QMenu, QStackedWidget, QWidget

from hrplanner.ui.desk import Desk
from hrplanner.ui.faces.face import Face
from hrplanner.ui.menu import Entry, Part, menu
from hrplanner.ui.parts.buttons import button
from hrplanner.ui.parts.empty import empty
from hrplanner.ui.parts.fields import Choice, Field, named, refusal
from hrplanner.ui.parts.layout import Piece, Spring, Wide, column, frame, holding, row
from hrplanner.ui.parts.message import Message
from hrplanner.ui.parts.table import TableView
from hrplanner.ui.parts.text import paragraph
from hrplanner.viewmodels.told import Told
from hrplanner.viewmodels.written import Blank, Written

EARLIER, LATER = -1, 1


class WrittenFace(Face):
    """One of the lists of Prepare, Decide and Close."""

    def __init__(self, desk: Desk, written: Written, note: Callable[[], str] = str) -> None:
        super().__init__(desk)
        self._written = written
        kind, look = written.kind, self.look
        self._parts = {blank.code: self._part(blank) for blank in kind.blanks}
        self._refused, self._why = refusal(look)
        self._table = WrittenTable(desk, written)
        self._list = QStackedWidget()
        self._list.addWidget(empty(look, icon="sessions", what=kind.empty, why=note()))
        self._list.addWidget(frame("card", column(look, self._table, edges=(1, 4, 1, 4))))
        pieces: list[Piece] = [self._entry_card()] if self._parts else []
        pieces.append(Wide(self._list))
        self._note = note
        self._noted = paragraph(look, note(), "caption", "muted")
        below = self._below()
        self.setLayout(column(look, *pieces, below, gap=8))
        self._show_rows()

    def refresh(self) -> None:
        """The list; what is being typed stays."""
        self._table.fill(self._written.table())
        self._show_rows()

    def start(self) -> None:
        """The next row, or the list where rows come from elsewhere."""
        if self._parts:
            next(iter(self._parts.values())).setFocus()
        elif self._table.rows.rowCount():
            self._table.setFocus()

    def _part(self, blank: Blank) -> Field | Choice:
        text = self._written.texts.get(blank.code, "")
        if blank.options:
            made = Choice(self.look, blank.title, blank.options, text or blank.options[0][0])
            made.when_chosen(lambda _: self._typed())
            return made
        field = Field(self.look, blank.title, text)
        field.textChanged.connect(lambda _: self._typed())
        field.returnPressed.connect(self._add)
        return field

    def _entry_card(self) -> QFrame:
        look, kind = self.look, self._written.kind
        add = button(look, self.desk.words.say("Add"), self._add, kind="first", icon="plus")
        held = {one.code: holding(named(look, one.title, self._parts[one.code])) for one in kind.blanks}
        pressed = holding(column(look, Spring(), add, gap=0))
        if look.tight:
            lines: list[Piece] = [*held.values(), row(look, add, Spring())]
            pressed.deleteLater()
        elif look.narrow and len(kind.blanks) > 2:
            first, *rest = kind.blanks
            lines = [held[first.code], row(look, *(Wide(held[one.code], one.share) for one in rest), pressed, gap=12)]
        else:
            lines = [row(look, *(Wide(held[one.code], one.share) for one in kind.blanks), pressed, gap=12)]
        return frame("card", column(look, *lines, self._refused, edges=(16, 6, 16, 10), gap=8))

    def _below(self) -> QWidget:
        look, say, kind = self.look, self.desk.words.say, self._written.kind
        pieces: list[Piece] = []
        if kind.ordered:
            pieces += [
                button(look, say("Earlier"), lambda: self._table.move_row(EARLIER)),
                button(look, say("Later"), lambda: self._table.move_row(LATER)),
            ]
        return holding((column if look.tight else row)(look, *pieces, Wide(self._noted)))

    def _typed(self) -> None:
        self._written.type(
            {code: part.code if isinstance(part, Choice) else part.text() for code, part in self._parts.items()}
        )

    def _add(self) -> None:
        self._typed()
        told = self._written.add()
        first = next(iter(self._parts))
        refused = told.field if told.field in self._parts else first
        for code, part in self._parts.items():
            if isinstance(part, Field):
                part.refuse(told.why if code == refused else "")
        self._why.setText(told.why)
        self._refused.setVisible(bool(told.why))
        if told.done:
            self._clear()
            self.desk.tell(told)
        self._parts[refused if told.why else first].setFocus()

    def _clear(self) -> None:
        for part in self._parts.values():
            part.blockSignals(True)
            if isinstance(part, Choice):
                part.setCurrentIndex(0)
            else:
                part.setText("")
            part.blockSignals(False)

    def _show_rows(self) -> None:
        rows = self._table.rows.rowCount()
        self._list.setCurrentIndex(1 if rows else 0)
        self._noted.setText(self._note())
        self._noted.setVisible(bool(rows and self._note()))


class WrittenTable(TableView):
    """The rows; Enter on a cell that is not typed offers what can be said of the row, Alt and arrows move it."""

    def __init__(self, desk: Desk, written: Written) -> None:
        super().__init__(desk.look, written.table(), self._corrected)
        self._desk, self._written = desk, written
        self.binned.connect(lambda key: self._told(written.remove(key)))
        self.opened.connect(self._offer)

    def move_row(self, by: int) -> None:
        """The current row earlier or later."""
        key = self.current_key
        if key is not None:
            self._told(self._written.move(key, by))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow move the row."""
        arrows = {Qt.Key.Key_Up: EARLIER, Qt.Key.Key_Down: LATER}
        by = arrows.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier and self._written.kind.ordered:
            self.move_row(by)
        else:
            super().keyPressEvent(event)

    def _offer(self, key: bytes) -> None:
        if self._written.kind.offered:
            made = self.offers(key)
            made.popup(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft()))

    def offers(self, key: bytes) -> QMenu:
        """What can be said of a row, as a menu."""
        entries = [Entry(text=text, act=self._chooser(key, code)) for code, text in self._written.kind.offered]
        made = menu(self, self._desk.look, [Part(entries=entries)])
        made.aboutToHide.connect(made.deleteLater)
        return made

    def _chooser(self, key: bytes, code: str) -> Callable[[], object]:
        return lambda: self._told(self._written.choose(key, code))

    def _corrected(self, key: bytes, column: str, text: str) -> str:
        told = self._written.edit(key, column, text)
        self._told(told)
        return told.why

    def _told(self, told: Told) -> None:
        if told.why:
            self._desk.say(Message(what=told.why, tone="refused"))
        else:
            self._desk.tell(Told(news=told.news))
