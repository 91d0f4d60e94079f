"""The year table: rules stay at the left while meetings scroll sideways; arrows move, Enter opens the meeting."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from hrplanner.ui.icons import TONES
from hrplanner.ui.look import Look
from hrplanner.ui.parts.painted import Brush
from hrplanner.viewmodels.year_table import YearCell, YearTable

Index = QModelIndex | QPersistentModelIndex
FLAT = QModelIndex()
RULE, CELL, TALL, HEAD = 232, 104, 56, 44
NARROW_RULE = 150
FEW = 8  # meetings that share the room there is


class YearCells(QAbstractTableModel):
    """The cells for Qt to ask; what a screen reader says is a whole sentence."""

    def __init__(self, table: YearTable) -> None:
        super().__init__()
        self.table = table

    def rowCount(self, parent: Index = FLAT) -> int:
        """How many rules."""
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = FLAT) -> int:
        """How many meetings, and the year."""
        return 0 if parent.isValid() else len(self.table.columns) + 1

    def cell(self, index: Index) -> YearCell:
        """One cell."""
        return self.table.cell(index.row(), index.column())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The sentence; the picture is painted."""
        wanted = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        return self.cell(index).spoken if role in wanted else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Day and title of a meeting; title and source of a rule."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation is Qt.Orientation.Vertical:
            row = self.table.rows[section]
            return f"{row.title}\n{row.note}"
        if section >= len(self.table.columns):
            return f"{self.table.year}\n"
        column = self.table.columns[section]
        return f"{column.title}\n{column.note}"


class _Heads(QHeaderView):
    """Two lines: a strong one and a muted one."""

    def __init__(self, look: Look, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._look = look
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: Any, logicalIndex: int) -> None:  # noqa: N803  Qt names it
        """One head."""
        look, px = self._look, self._look.px
        title, _, note = str(self.model().headerData(logicalIndex, self.orientation())).partition("\n")
        painter.save()
        painter.fillRect(rect, look.colour("surface"))
        line = QRectF(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, look.colour("edge" if self.orientation() is Qt.Orientation.Horizontal else "line"))
        area = QRectF(rect).adjusted(px(10), px(4), -px(6), -px(4))
        half = area.height() / 2
        for text, top, role, token in ((title, 0.0, "strong", "text"), (note, half, "caption", "muted")):
            painter.setFont(look.font(role))  # type: ignore[arg-type]
            painter.setPen(look.colour(token))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
            place = QRectF(area.left(), area.top() + top, area.width(), half)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()


class _Cell(QStyledItemDelegate):
    """A bar over a mark and a fraction."""

    def __init__(self, look: Look, view: QTableView) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        model = index.model()
        if not isinstance(model, YearCells):
            return
        cell, px, area = model.cell(index), self._look.px, QRectF(option.rect)
        brush = Brush(self._look, painter)
        current = self._view.currentIndex() == index
        painter.save()
        if current:
            brush.fill(area, "accent_soft")
        brush.fill(QRectF(area.left(), area.bottom(), area.width(), 1), "line")
        inside = area.adjusted(px(10), px(8), -px(8), -px(6))
        shown = cell.shown
        if shown is not None:
            if shown.bar is not None:
                bar = QRectF(inside.left(), inside.top() + px(3), inside.width(), px(6))
                brush.bounds(bar, shown.bar, TONES[shown.verdict])
            low = inside.bottom() - px(20)
            brush.icon(inside.left(), low + px(2), shown.verdict, size=16)
            text = cell.text or shown.fraction or shown.word
            brush.write(QRectF(inside.left() + px(21), low, inside.width() - px(21), px(20)), text, role="caption")
        elif cell.text:
            brush.write(inside, cell.text, role="caption_strong")
        if current and self._view.hasFocus():
            brush.box(area.adjusted(1, 1, -1, -1), border="accent", width=2, radius=0)
        painter.restore()


class YearView(QTableView):
    """Says the current cell as a sentence to whoever listens; Enter opens its meeting."""

    moved = Signal(int, int)
    opened = Signal(int)

    def __init__(self, look: Look, table: YearTable) -> None:
        super().__init__()
        self._look = look
        self.cells = YearCells(table)
        self.setModel(self.cells)
        self.setItemDelegate(_Cell(look, self))
        self.setVerticalHeader(_Heads(look, Qt.Orientation.Vertical, self))
        self.setHorizontalHeader(_Heads(look, Qt.Orientation.Horizontal, self))
        self.setAccessibleName(table.name)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().setDefaultSectionSize(look.row(TALL))
        self.verticalHeader().setFixedWidth(look.px(NARROW_RULE if look.narrow else RULE))
        self.horizontalHeader().setFixedHeight(look.row(HEAD))
        self.horizontalHeader().setDefaultSectionSize(look.px(CELL))
        if len(table.columns) < FEW and not look.narrow:
            self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setMinimumHeight(look.row(HEAD) + look.row(TALL) * min(3, max(1, len(table.rows))))
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().maximum())

    def minimumSizeHint(self) -> QSize:
        """The rules and one meeting; the rest scrolls."""
        return QSize(self._look.px((NARROW_RULE if self._look.narrow else RULE) + CELL), self.minimumHeight())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The line at the foot follows."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.moved.emit(current.row(), current.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the meeting of the cell."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().column())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever tabs in lands on the newest meeting of the first rule."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.cells.rowCount():
            self.setCurrentIndex(self.cells.index(0, max(0, self.cells.columnCount() - 2)))
        self.viewport().update()
