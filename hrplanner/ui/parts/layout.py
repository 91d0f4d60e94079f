"""Boxes, flows and frames: where parts lie. What they say is in the other files."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout, QScrollArea, QSizePolicy, QWidget

from hrplanner.ui.look import Look


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty space of a fixed size, in unscaled pixels."""

    size: int


@dataclass(frozen=True, slots=True)
class Spring:
    """Empty space that takes what is left."""


@dataclass(frozen=True, slots=True)
class Wide:
    """A part that grows, by its share of what is left."""

    part: "QWidget | QLayout"
    share: int = 1


Piece = QWidget | QLayout | Gap | Spring | Wide
Edges = tuple[int, int, int, int]  # left, top, right, bottom
NONE: Edges = (0, 0, 0, 0)


def row(look: Look, *pieces: Piece, edges: Edges = NONE, gap: int = 8) -> QBoxLayout:
    """Pieces side by side, in reading order."""
    return _box(look, QBoxLayout.Direction.LeftToRight, pieces, edges=edges, gap=gap)


def column(look: Look, *pieces: Piece, edges: Edges = NONE, gap: int = 8) -> QBoxLayout:
    """Pieces under each other."""
    return _box(look, QBoxLayout.Direction.TopToBottom, pieces, edges=edges, gap=gap)


def frame(
    name: Literal[
        "card",
        "head",
        "steps",
        "status",
        "strip",
        "rail",
        "toast",
        "popup",
        "body",
        "window",
        "attention",
        "refused",
        "done",
        "plain",
    ],
    box: QLayout,
) -> QFrame:
    """A ground with a look of its own, by the names of the style sheet."""
    made = QFrame()
    made.setObjectName(name)
    made.setLayout(box)
    return made


def hairline() -> QFrame:
    """A line that only separates."""
    made = QFrame()
    made.setObjectName("hairline")
    made.setFixedHeight(1)
    return made


def scrolled(body: QWidget) -> QScrollArea:
    """What is too tall scrolls under its head; nothing is squeezed or cut."""
    made = QScrollArea()
    made.setWidget(body)
    made.setWidgetResizable(True)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made


def holding(box: QLayout) -> QWidget:
    """A plain widget around a layout."""
    made = QWidget()
    made.setLayout(box)
    return made


class Flow(QWidget):
    """Parts in reading order, on as many lines as the language needs; never squeezed."""

    def __init__(self, gap: int, parts: Sequence[QWidget]) -> None:
        super().__init__()
        self._parts, self._gap = parts, gap
        for part in parts:
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """Height of all lines at this width."""
        return self._place(width, moved=False)

    def sizeHint(self) -> QSize:
        """As wide as all parts on one line would like."""
        sizes = [part.sizeHint() for part in self._parts]
        wide = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest part."""
        sizes = [part.sizeHint() for part in self._parts]
        wide = max((size.width() for size in sizes), default=0)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts anew."""
        super().resizeEvent(event)
        self._place(self.width(), moved=True)

    def _place(self, width: int, *, moved: bool) -> int:
        x = y = tall = 0
        for part in self._parts:
            size = part.sizeHint()
            if x and x + size.width() > width:
                x, y, tall = 0, y + tall + self._gap, 0
            if moved:
                part.setGeometry(QRect(QPoint(x, y), size))
            x, tall = x + size.width() + self._gap, max(tall, size.height())
        return y + tall


def clear(box: QLayout) -> None:
    """Take everything out of a layout, for a part that is filled anew."""
    while box.count():
        item = box.takeAt(0)
        if item is None:
            return
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def keep_height(widget: QWidget) -> QWidget:
    """A part that is never stretched upwards."""
    widget.setSizePolicy(widget.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Maximum)
    return widget


def _box(look: Look, direction: QBoxLayout.Direction, pieces: Sequence[Piece], *, edges: Edges, gap: int) -> QBoxLayout:
    made = QBoxLayout(direction)
    made.setContentsMargins(*(look.px(edge) for edge in edges))
    made.setSpacing(look.px(gap))
    for piece in pieces:
        _add(look, made, piece)
    return made


def _add(look: Look, box: QBoxLayout, piece: Piece) -> None:
    match piece:
        case Gap(size):
            box.addSpacing(look.px(size))
        case Spring():
            box.addStretch(1)
        case Wide(QWidget() as part, share):
            box.addWidget(part, share)
        case Wide(QLayout() as part, share):
            box.addLayout(part, share)
        case QWidget():
            box.addWidget(piece)
        case QLayout():
            box.addLayout(piece)
