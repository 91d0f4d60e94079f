"""A list of which one is chosen: soft ground, bold, a bar at its left."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from hrplanner.ui.look import Look
from hrplanner.ui.parts.painted import LEFT

CODE = Qt.ItemDataRole.UserRole


class PickList(QListWidget):
    """Arrows pick at once."""

    picked = Signal(str)

    def __init__(self, look: Look, name: str, options: Sequence[tuple[str, str]], current: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFont(look.font("body"))
        self.setItemDelegate(_Lines(look, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for code, text in options:
            item = QListWidgetItem(text)
            item.setData(CODE, code)
            item.setToolTip(text)
            self.addItem(item)
            if code == current:
                self.setCurrentItem(item)
        self.currentItemChanged.connect(self._changed)

    def _changed(self, item: QListWidgetItem | None, _: object) -> None:
        if item is not None:
            self.picked.emit(str(item.data(CODE)))


class _Lines(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QListWidget) -> None:
        super().__init__(parent)
        self._look, self._list = look, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), self._look.row(34))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, area = self._look, QRectF(option.rect)
        current = self._list.currentRow() == index.row()
        if current:
            painter.fillRect(area, look.colour("accent_soft"))
            painter.fillRect(QRectF(area.left(), area.top(), look.px(3), area.height()), look.colour("accent"))
        if current and self._list.hasFocus():
            painter.setPen(look.colour("accent"))
            painter.drawRect(area.adjusted(1, 1, -2, -2))
        inside = area.adjusted(look.px(12), 0, -look.px(8), 0)
        painter.setFont(look.font("strong" if current else "body"))
        painter.setPen(look.colour("accent" if current else "text"))
        text = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, int(inside.width()))
        painter.drawText(inside, LEFT, text)
