"""A group's count as one large button: one stroke per press, minus takes one back."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from hrplanner.ui.look import Look
from hrplanner.ui.parts.buttons import bare
from hrplanner.ui.parts.layout import Spring, column, row
from hrplanner.ui.parts.painted import Brush, Painted
from hrplanner.viewmodels.tally import Tile


class TallyTile(Painted):
    """The whole tile is the button."""

    def __init__(self, look: Look, tile: Tile, strike: Callable[[int], object], take_back: Callable[[int], object]):
        super().__init__(look, tile.text, key=tile.cap, note=tile.count)
        self.setMinimumSize(look.px(128), look.px(112))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setToolTip(tile.tip)
        minus = bare(look, "minus", tile.less, lambda: take_back(tile.digit), kind="")
        minus.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the keyboard takes back with Undo or minus and the digit
        self.setLayout(column(look, Spring(), row(look, Spring(), minus), edges=(12, 12, 14, 14)))
        self.clicked.connect(lambda: strike(tile.digit))

    def show_count(self, count: str, *, last: bool) -> None:
        """Say the count, and whether this was the last one struck."""
        self.say(count)
        self.setChecked(last)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Cap and group above, count below."""
        brush, px, on = Brush(self.look, self), self.look.px, self.isChecked()
        border, width = self.border()
        brush.box(QRectF(self.rect()), fill=self.ground(), border=border, width=width, radius=8)
        brush.cap(QRectF(px(14), px(15), px(24), px(24)), self.key, on=on)
        area = QRectF(px(48), px(12), self.width() - px(56), px(30))
        brush.write(area, self.text(), role="section", token="accent" if on else "text")
        known = self.note.isnumeric()
        below = QRectF(px(16), self.height() - px(68), self.width() - px(72), px(60))
        brush.write(below, self.note, role="tally" if known else "body", token="text" if known else "muted")
