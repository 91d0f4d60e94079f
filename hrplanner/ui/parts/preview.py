"""Pages of paper as they will be printed: white in every palette, from the bytes that are printed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from hrplanner.ui.look import Look

EDGE = 8  # unscaled pixels round a page
SETTLES = 120  # milliseconds after the last change of size before pages are drawn anew
Zoom = float | None  # pixels per point; None is the width of the page


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One page as rows of 32-bit pixels in the order Qt wants (BGRX)."""

    width: int
    height: int
    stride: int
    pixels: bytes

    def image(self) -> QImage:
        """The page for Qt, in memory of its own."""
        return QImage(self.pixels, self.width, self.height, self.stride, QImage.Format.Format_RGB32).copy()


DrawPages = Callable[[bytes, int], Sequence[Picture]]  # the PDF, and how many pixels wide a page is to be


class Sheet(QWidget):
    """One page, drawn black on white with an edge line."""

    def __init__(self, look: Look, picture: Picture, *, name: str) -> None:
        super().__init__()
        self._look, self._image = look, picture.image()
        self.setFixedSize(QSize(picture.width + 2, picture.height + 2))
        self.setAccessibleName(name)

    def paintEvent(self, _: QPaintEvent) -> None:
        """The page and its edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#FFFFFF"))
        painter.drawImage(1, 1, self._image)
        painter.setPen(QPen(self._look.colour("edge"), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))


class Preview(QScrollArea):
    """All pages under each other; asks for new pictures when its width settles."""

    def __init__(self, look: Look, name: str, ask: Callable[[int], object], page_name: Callable[[int], str]) -> None:
        super().__init__()
        self._look, self._ask, self._page_name = look, ask, page_name
        self._wide = 0
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(look.px(240), look.px(240))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLES)
        self._settled.timeout.connect(self._ask_again)
        self._sheets: list[Sheet] = []

    @property
    def room(self) -> int:
        """Pixels a page may be wide now."""
        return max(120, self.viewport().width() - 2 * self._look.px(EDGE) - 2)

    def show_pages(self, pictures: Sequence[Picture]) -> None:
        """Put pages up; the place on the paper is kept."""
        place = self.verticalScrollBar().value()
        body = QWidget()
        box = QVBoxLayout(body)
        box.setContentsMargins(*(self._look.px(EDGE),) * 4)
        box.setSpacing(self._look.px(12))
        self._sheets = [Sheet(self._look, one, name=self._page_name(at)) for at, one in enumerate(pictures, start=1)]
        for sheet in self._sheets:
            box.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(1)
        self.setWidget(body)
        self._wide = pictures[0].width if pictures else 0
        self.verticalScrollBar().setValue(place)

    def go_to(self, page: int) -> None:
        """Scroll to a page, counted from 1."""
        if 1 <= page <= len(self._sheets):
            self.verticalScrollBar().setValue(self._sheets[page - 1].y() - self._look.px(EDGE))

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self._sheets)

    @property
    def page(self) -> int:
        """The page that is in view, counted from 1; 0 without any."""
        top = self.verticalScrollBar().value() + self.viewport().height() // 3
        return max((at for at, sheet in enumerate(self._sheets, start=1) if sheet.y() <= top), default=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew when the size has settled."""
        super().resizeEvent(event)
        self._settled.start()

    def _ask_again(self) -> None:
        if abs(self.room - self._wide) > 1:
            self._ask(self.room)
