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

LARGE, SMALL = (128, 112), (112, 92)  # unscaled pixels; small ones are for bands of age, of which there are many


class TallyTile(Painted):
    """The whole tile is the button; Enter does not press it, for it ends a line elsewhere and would count somebody."""

    enter_presses = False
    writes = True

    def __init__(self, look: Look, tile: Tile, strike: Callable[[int], object], take_back: Callable[[int], object]):
        super().__init__(look, tile.text, key=tile.cap, note=tile.spoken)
        self._shown = tile.count
        self._small = tile.small
        self.setMinimumSize(*(look.px(side) for side in (SMALL if tile.small else LARGE)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setToolTip(tile.tip)
        minus = bare(look, "minus", tile.less, lambda: take_back(tile.digit), kind="")
        minus.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the keyboard takes back with Undo or minus and the digit
        edge = 8 if tile.small else 12
        self.setLayout(column(look, Spring(), row(look, Spring(), minus), edges=(edge, edge, edge, edge)))
        self.clicked.connect(lambda: strike(tile.digit))

    def show_count(self, tile: Tile, *, last: bool) -> None:
        """Show the count, and whether this was the last one struck."""
        self._shown = tile.count
        self.say(tile.spoken)
        self.setChecked(last)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Cap and group above, count below."""
        brush, px, on = Brush(self.look, self), self.look.px, self.isChecked()
        border, width = self.border()
        brush.box(QRectF(self.rect()), fill=self.ground(), border=border, width=width, radius=8)
        left = px(12 if self._small else 14)
        if self.key:
            brush.cap(QRectF(left, px(14), px(24), px(24)), self.key, on=on)
        beside = left + (px(34) if self.key else 0)
        name = QRectF(beside, px(10 if self._small else 15), self.width() - beside - px(6), px(48))
        token = "accent" if on else "text" if self.isEnabled() else "muted"
        brush.wrap(name, self.text(), role="strong" if self._small else "section", token=token)
        self._count(brush, left)

    def _count(self, brush: Brush, left: int) -> None:
        px = self.look.px
        tall = px(44 if self._small else 60)
        area = QRectF(left, self.height() - tall - px(6), self.width() - left - px(56), tall)
        token = "text" if self._shown.isdecimal() and self.isEnabled() else "muted"
        brush.write(area, self._shown, role="title" if self._small else "tally", token=token)
