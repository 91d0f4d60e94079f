"""When nobody touched keys or mouse for some minutes, a sealed book is hidden; Ctrl and L does the same at once."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)


class IdleLock(QObject):
    """Calls `lock` after so many minutes without a touch; `minutes` of 0 never does.

    It listens to the window of the system that has the focus, where only what people do arrives: a listener on the
    application would be asked in Python about every event of every part.
    """

    def __init__(self, parent: QObject, app: QGuiApplication, lock: Callable[[], object], minutes: int) -> None:
        super().__init__(parent)
        self._lock = lock
        self._heard: QWindow | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(lock)
        self.wait(minutes)
        self._listen_to(app.focusWindow())
        app.focusWindowChanged.connect(self._listen_to)
        app.applicationStateChanged.connect(self._put_to_sleep)

    def wait(self, minutes: int) -> None:
        """Count anew, with this patience."""
        self._minutes = minutes
        if minutes:
            self._timer.start(minutes * 60_000)
        else:
            self._timer.stop()

    def _listen_to(self, window: QWindow | None) -> None:
        """Dialogs and menus are windows too; without any, the last one stays heard for the wheel and the mouse."""
        if window is None:
            return
        if self._heard is not None and isValid(self._heard):
            self._heard.removeEventFilter(self)
        window.installEventFilter(self)
        self._heard = window

    def _put_to_sleep(self, state: Qt.ApplicationState) -> None:
        """The computer goes to sleep, where the system tells it; waking up must show nothing."""
        if state is Qt.ApplicationState.ApplicationSuspended and self._minutes:
            self._lock()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Any touch begins the count again."""
        if self._minutes and event.type() in _TOUCHES:
            self._timer.start(self._minutes * 60_000)
        return super().eventFilter(watched, event)


def leave_nothing_open() -> None:
    """Menus and dialogs go, because they show or cover what is hidden; so does what we put on the clipboard."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
        if QApplication.activePopupWidget() is popup:
            break
    modal = QApplication.activeModalWidget()
    if modal is not None:
        modal.close()
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear()
