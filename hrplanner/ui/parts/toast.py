"""News of what was just done, beside Undo: it covers nothing and is always at the same place."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy

from hrplanner.ui.look import Look
from hrplanner.ui.parts.buttons import button
from hrplanner.ui.parts.layout import row
from hrplanner.ui.parts.text import Elided, width_of

STAYS = 8000  # milliseconds; longer while the pointer or the focus is on it
WIDEST = 420  # longer news end in dots, with the whole in a tip


class Toast(QFrame):
    """What was done, with Undo; goes by itself, and never asks anything."""

    def __init__(self, look: Look, news: str, *, undo: str, act: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("toast")
        self.setAccessibleName(news)
        said = Elided(look, news, "body")
        said.setFixedWidth(min(width_of(look, news, "body") + look.px(4), look.px(WIDEST)))
        self.again = button(look, undo, act, kind="plain")
        self.setLayout(row(look, said, self.again, edges=(16, 3, 4, 3), gap=8))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._clock = QTimer(self)
        self._clock.setInterval(STAYS)
        self._clock.timeout.connect(self._time_is_up)
        self._clock.start()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Whoever points at it is still reading."""
        self._clock.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Start the clock again."""
        self._clock.start()
        super().leaveEvent(event)

    def _time_is_up(self) -> None:
        if not self.isAncestorOf(QApplication.focusWidget() or self.window()):
            self._clock.stop()
            self.hide()
