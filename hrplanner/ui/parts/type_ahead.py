"""A field that offers names while somebody types. Enter in the list chooses; Enter in the field goes on."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from hrplanner.ui.look import Look
from hrplanner.ui.parts.fields import Field
from hrplanner.ui.parts.painted import LEFT, RIGHT
from hrplanner.viewmodels.names import Suggestion

MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
NOTE = Qt.ItemDataRole.UserRole
PAUSE = 60  # milliseconds without a key before names are looked for; typing is never waited for


class TypeAhead(Field):
    """The list is a part of the window, so the focus never leaves the field."""

    chosen = Signal(str)
    entered = Signal()

    def __init__(self, look: Look, name: str, text: str, look_up: Callable[[str], Sequence[Suggestion]]) -> None:
        super().__init__(look, name, text)
        self._look, self._look_up = look, look_up
        self._list: QListWidget | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._offer)
        self.textEdited.connect(lambda _: self._pause.start())

    @property
    def offering(self) -> bool:
        """Whether the list is open."""
        return self._list is not None and self._list.isVisible()

    def close_list(self) -> None:
        """Put the list away without choosing."""
        self._pause.stop()
        if self._list is not None:
            self._list.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move in the list, Enter chooses what was moved to, Escape closes."""
        key = Qt.Key(event.key())
        if self.offering and key in MOVES:
            self._move(MOVES[key])
        elif self.offering and key is Qt.Key.Key_Escape:
            self.close_list()
        elif key in ENTERS:
            at = self._list.currentRow() if self.offering and self._list is not None else -1
            self._choose(at) if at >= 0 else self._enter()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever goes on has not chosen."""
        super().focusOutEvent(event)
        self.close_list()

    def _enter(self) -> None:
        self.close_list()
        self.entered.emit()

    def _offer(self) -> None:
        found = self._look_up(self.text())
        if not found or not self.hasFocus():
            self.close_list()
            return
        listed = self._made_list()
        listed.clear()
        for suggestion in found:
            item = QListWidgetItem(suggestion.text)
            item.setData(NOTE, suggestion.note)
            item.setData(NOTE + 1, suggestion.key)
            listed.addItem(item)
        self._place(listed)

    def _made_list(self) -> QListWidget:
        if self._list is None or self._list.parent() is not self.window():
            self._list = QListWidget(self.window())
            self._list.setObjectName("popup")
            self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._list.setItemDelegate(_Lines(self._look, self._list))
            self._list.setAccessibleName(self.accessibleName())
            self._list.itemClicked.connect(self._clicked)
            self.destroyed.connect(self._list.deleteLater)
        return self._list

    def _place(self, listed: QListWidget) -> None:
        tall = self._look.row(34) * listed.count() + self._look.px(4)
        listed.resize(max(self.width(), self._look.px(320)), tall)
        listed.move(self.mapTo(self.window(), self.rect().bottomLeft()) + QPoint(0, self._look.px(4)))
        listed.show()
        listed.raise_()

    def _move(self, step: int) -> None:
        if self._list is not None:
            at = self._list.currentRow() + step
            self._list.setCurrentRow(at % self._list.count())
            self.setAccessibleDescription(self._list.currentItem().text())

    def _clicked(self, item: QListWidgetItem) -> None:
        if self._list is not None:
            self._choose(self._list.row(item))

    def _choose(self, at: int) -> None:
        if self._list is not None and at >= 0:
            key = str(self._list.item(at).data(NOTE + 1))
            self.close_list()
            self.chosen.emit(key)


class _Lines(QStyledItemDelegate):
    """The name at the left, where and when at the right; the current one is bold beside a bar."""

    def __init__(self, look: Look, parent: QListWidget) -> None:
        super().__init__(parent)
        self._look, self._list = look, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One line of the language."""
        return QSize(super().sizeHint(option, index).width(), self._look.row(34))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Both texts, neither over the other."""
        look, area = self._look, QRectF(option.rect)
        current = self._list.currentRow() == index.row()
        if current:
            painter.fillRect(area, look.colour("accent_soft"))
            painter.fillRect(QRectF(area.left(), area.top(), look.px(3), area.height()), look.colour("accent"))
        inside = area.adjusted(look.px(12), 0, -look.px(12), 0)
        note = str(index.data(NOTE) or "")
        painter.setFont(look.font("caption"))
        painter.setPen(look.colour("muted"))
        painter.drawText(inside, RIGHT, note)
        room = inside.width() - painter.fontMetrics().horizontalAdvance(note) - look.px(12)
        painter.setFont(look.font("strong" if current else "body"))
        painter.setPen(look.colour("text"))
        shown = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(inside, LEFT, shown)
