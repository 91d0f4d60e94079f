"""Files that come to the window from outside: dropped on it, double-clicked, or named when the program starts."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from hrplanner.ui.desk import Desk
from hrplanner.ui.dialogs import BOOK
from hrplanner.ui.faces.answers_face import take_in
from hrplanner.ui.parts.message import Message
from hrplanner.usecases.reviewing import ENDING


class Arrivals(QObject):
    """A book is opened, a review is taken into the book that is open; anything else goes to the page."""

    def __init__(self, window: QWidget, desk: Callable[[], Desk]) -> None:
        super().__init__(window)
        self._desk = desk
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def take(self, path: Path) -> None:
        """Open it, or take it in."""
        desk = self._desk()
        if path.suffix.lower() != ENDING:
            desk.door.open(path)
        elif desk.screens is None:
            say = desk.words.say
            what = say("This file is a review. Open the book it belongs to first.")
            why = say("Then drop the file on the window, or take it in under Share, Reviews.")
            desk.say(Message(what=what, why=why))
        else:
            take_in(desk, path)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Books and reviews that are dropped stop here."""
        if isinstance(event, QDragEnterEvent | QDropEvent) and (path := _one_of_ours(event)) is not None:
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self.take(path)
            return True
        return super().eventFilter(watched, event)


def _one_of_ours(event: QDropEvent) -> Path | None:
    local = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return next((path for path in local if path.suffix.lower() in {BOOK, ENDING}), None)
