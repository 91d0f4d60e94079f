"""A book that was double-clicked on macOS: there it comes as an event, not as an argument."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent


class OpenedByDesktop(QObject):
    """Listens for such events and opens what they name."""

    def __init__(self, parent: QObject, open_book: Callable[[Path], object]) -> None:
        super().__init__(parent)
        self._open = open_book

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Every event passes; this one stops here."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self._open(Path(event.file()))
            return True
        return super().eventFilter(watched, event)
