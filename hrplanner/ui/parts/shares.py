"""From coming to being promised something: bars side by side per group, each against its own whole."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hrplanner.ui.look import Look
from hrplanner.ui.parts.painted import Brush
from hrplanner.viewmodels.shares import ShareCell, Shares

FIRST, GAP, HEAD, EACH = 148, 12, 38, 32
INSET = 8  # so that the frame of the focus runs over no word


class SharesView(QWidget):
    """The small triangle repeats the group's known share of those who came; who ends left of it was heard less."""

    def __init__(self, look: Look, shares: Shares) -> None:
        super().__init__()
        self._look, self._shares = look, shares
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_shares(shares)

    def show_shares(self, shares: Shares) -> None:
        """Other counts."""
        self._shares = shares
        self.setFixedHeight(self.sizeHint().height())
        self.setAccessibleName(shares.name)
        self.setAccessibleDescription(shares.spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """A line per group."""
        px = self._look.px
        return QSize(
            px(FIRST + len(self._shares.heads) * 72), px(HEAD) + self._look.row(EACH) * len(self._shares.rows) + px(6)
        )

    def minimumSizeHint(self) -> QSize:
        """Narrower columns still hold their numbers."""
        return QSize(self._look.px(FIRST + len(self._shares.heads) * 64), self.sizeHint().height())

    def paintEvent(self, _: QPaintEvent) -> None:
        """Heads, then a line per group."""
        brush, px = Brush(self._look, self), self._look.px
        if self.hasFocus():
            brush.box(QRectF(self.rect()), border="accent", width=2, radius=4)
        first, gap = px(FIRST), px(GAP)
        columns = len(self._shares.heads)
        wide = (self.width() - first - gap * columns - px(INSET)) / columns
        for at, (head, whole) in enumerate(self._shares.heads):
            left = first + gap + at * (wide + gap)
            brush.write(QRectF(left, 0, wide + gap, px(18)), head, role="caption_strong", token="muted")
            brush.write(QRectF(left, px(17), wide, px(18)), whole, role="caption", token="muted")
        each = self._look.row(EACH)
        for row, shown in enumerate(self._shares.rows):
            top = px(HEAD) + row * each
            brush.fill(QRectF(0, top, self.width(), 1), "line")
            brush.write(QRectF(px(INSET), top, first - px(INSET), each), shown.text)
            for at, cell in enumerate(shown.cells):
                area = QRectF(first + gap + at * (wide + gap), top, wide, each)
                self._cell(brush, area, cell)

    def _cell(self, brush: Brush, area: QRectF, cell: ShareCell) -> None:
        px, middle = self._look.px, area.top() + area.height() / 2
        role = "caption_strong" if cell.strong else "caption"
        brush.write(QRectF(area.left(), middle - px(15), area.width() + px(8), px(16)), cell.text, role=role)  # type: ignore[arg-type]
        bar = QRectF(area.left(), middle + px(3), area.width(), px(6))
        brush.bounds(bar, cell.bar, "accent")
        if cell.came is not None:
            at = area.left() + area.width() * cell.came
            brush.painter.setPen(Qt.PenStyle.NoPen)
            brush.painter.setBrush(self._look.colour("text"))
            low = bar.bottom()
            brush.painter.drawPolygon(
                [QPointF(at, low), QPointF(at - px(3), low + px(4)), QPointF(at + px(3), low + px(4))]
            )
