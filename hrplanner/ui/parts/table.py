"""The table of every list: rows come ready as words, are sorted by whoever made them, and can be edited in place."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from hrplanner.ui import icons
from hrplanner.ui.look import Look
from hrplanner.ui.parts.text import width_of
from hrplanner.usecases.spreadsheets import tabbed
from hrplanner.viewmodels.table import Cell, Table

Index = QModelIndex | QPersistentModelIndex
FLAT = QModelIndex()
Edited = Callable[[bytes, str, str], str]  # row, column and text in; why it was refused out, empty where it was taken
SAMPLE = 60  # rows that are measured for the width of a column
PADDING = 26  # unscaled pixels round the words of a cell
STRETCHED = 160  # unscaled pixels that are left to the column that takes the rest


class Rows(QAbstractTableModel):
    """A table of words for Qt to ask; what is edited goes out, and comes back only as a new table."""

    refused = Signal(str)

    def __init__(self, look: Look, table: Table, edited: Edited | None = None) -> None:
        super().__init__()
        self._look = look
        self.table = table
        self._edited = edited

    def fill(self, table: Table) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def rowCount(self, parent: Index = FLAT) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = FLAT) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.table.columns)

    def cell(self, index: Index) -> Cell:
        """What one cell says."""
        return self.table.rows[index.row()].cells[index.column()]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, mark, side, and the sentence a screen reader says."""
        cell = self.cell(index)
        match role:
            case Qt.ItemDataRole.EditRole if cell.typed is not None:
                return cell.typed
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole | Qt.ItemDataRole.ToolTipRole:
                return cell.text
            case Qt.ItemDataRole.DecorationRole if cell.mark:
                return icons.icon(self._look, cell.mark, token=_token(cell.mark), size=16)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(self.table.columns[index.column()].number)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.table.columns[index.column()].title}: {cell.text}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles of columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.table.columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.title
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(column.number)
            case Qt.ItemDataRole.FontRole:
                return self._look.font("caption_strong")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Columns that may be edited say so."""
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        editable = self._edited is not None and self.table.columns[index.column()].editable
        return base | Qt.ItemFlag.ItemIsEditable if editable else base

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Send what was typed on its way; the cell changes when the new table comes back."""
        if role != Qt.ItemDataRole.EditRole or self._edited is None or str(value) == self.data(index, role):
            return False
        key, column = self.table.rows[index.row()].key, self.table.columns[index.column()].code
        why = self._edited(key, column, str(value))
        if why:
            self.refused.emit(why)
        return not why


class Cells(QStyledItemDelegate):
    """A frame round the current cell, as in a spreadsheet."""

    def __init__(self, look: Look, view: QTableView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell, then its frame."""
        super().paint(painter, option, index)
        if self._view.hasFocus() and self._view.currentIndex() == index:
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))


class TableView(QTableView):
    """A list with hairlines between rows and nothing between columns; Enter opens, Delete bins, Ctrl+C copies."""

    opened = Signal(bytes)
    binned = Signal(bytes)
    moved = Signal(bytes)

    def __init__(self, look: Look, table: Table, edited: Edited | None = None) -> None:
        super().__init__()
        self._look = look
        self.rows = Rows(look, table, edited)
        self.setModel(self.rows)
        self.setItemDelegate(Cells(look, self))
        self.setAccessibleName(table.name)
        self.setFont(look.font("body"))
        self._set_up(look)
        self._set_modes(table)
        self.doubleClicked.connect(self._double)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say which row is current now."""
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.moved.emit(self.rows.table.rows[current.row()].key)

    def fill(self, table: Table) -> None:
        """Show other rows; the current cell stays with its row where it is still there."""
        key, column = self.current_key, max(0, self.currentIndex().column())
        self.rows.fill(table)
        self._fit_columns()
        at = next((n for n, row in enumerate(table.rows) if row.key == key), None)
        if at is not None:
            self.make_current(at, column)

    def make_current(self, row: int, column: int = 0) -> None:
        """Put the frame on a cell."""
        index = self.rows.index(row, column)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)

    @property
    def current_key(self) -> bytes | None:
        """The row that is current."""
        index = self.currentIndex()
        return self.rows.table.rows[index.row()].key if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits or opens, Delete bins, Ctrl+C copies, Tab leaves the table."""
        key = self.current_key
        index = self.currentIndex()
        editable = bool(self.rows.flags(index) & Qt.ItemFlag.ItemIsEditable) if index.isValid() else False
        if key is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if editable and self.state() != QAbstractItemView.State.EditingState:
                self.edit(index)
            elif not editable:
                self.opened.emit(key)
        elif key is not None and event.key() == Qt.Key.Key_Delete:
            self._bin(key)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns follow the width."""
        super().resizeEvent(event)
        self._fit_columns()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever tabs in lands on a cell."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.make_current(0)
        self.viewport().update()

    def _bin(self, key: bytes) -> None:
        """Several rows can be marked, for copying; only one goes, and which one is shown before it goes."""
        index = self.currentIndex()
        if len(self.selectionModel().selectedRows()) > 1:
            self.make_current(index.row(), index.column())
        else:
            self.binned.emit(key)

    def _copy(self) -> None:
        marked = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = (self.rows.table.rows[at].cells for at in marked)
        if marked:
            QGuiApplication.clipboard().setText(tabbed((cell.text for cell in cells) for cells in rows))

    def _double(self, index: QModelIndex) -> None:
        if not self.rows.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.opened.emit(self.rows.table.rows[index.row()].key)

    def _set_up(self, look: Look) -> None:
        self.setShowGrid(False)
        self.setIconSize(QSize(look.px(16), look.px(16)))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        self.setEditTriggers(
            triggers
            if any(c.editable for c in self.rows.table.columns)
            else QAbstractItemView.EditTrigger.NoEditTriggers
        )
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(look.row(32))
        self.horizontalHeader().setFixedHeight(look.row(32))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setMinimumSectionSize(look.px(40))
        self.setMinimumHeight(look.row(32) * 3)

    def _set_modes(self, table: Table) -> None:
        fixed, stretched = QHeaderView.ResizeMode.Fixed, QHeaderView.ResizeMode.Stretch
        for at, column in enumerate(table.columns):
            self.horizontalHeader().setSectionResizeMode(at, stretched if column.width is None else fixed)

    def _fit_columns(self) -> None:
        """Planned widths, more where a title needs it, and what is left over to columns whose words are longer."""
        planned = [(at, column.width) for at, column in enumerate(self.rows.table.columns) if column.width is not None]
        widths = {at: self._for_title(at, width) for at, width in planned}
        room = self.viewport().width() - sum(widths.values()) - self._look.px(STRETCHED)
        for at, width in widths.items():
            more = min(max(0, room), max(0, self._for_cells(at) - width))
            self.setColumnWidth(at, width + more)
            room -= more

    def _for_title(self, at: int, width: int) -> int:
        title = width_of(self._look, self.rows.table.columns[at].title, "caption_strong")
        return max(self._look.px(width), title + self._look.px(PADDING))

    def _for_cells(self, at: int) -> int:
        look, cells = self._look, [row.cells[at] for row in self.rows.table.rows[:SAMPLE]]
        widths = (width_of(look, cell.text, "body") + (look.px(24) if cell.mark else 0) for cell in cells)
        return max(widths, default=0) + look.px(PADDING)


def _side(number: bool) -> Qt.AlignmentFlag:
    return (Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter


def _token(mark: str) -> str:
    return {"clock": "not_met", "attention": "unsure"}.get(mark, "muted")
