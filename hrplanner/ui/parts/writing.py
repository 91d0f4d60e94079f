"""A field for more than one line: what is typed stays as it is, Tab leaves it."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit

from hrplanner.ui.look import Look


class Writing(QPlainTextEdit):
    """Some lines to write in; `refuse` says why to a screen reader, what was typed stays."""

    def __init__(self, look: Look, name: str, text: str = "", *, lines: int = 3) -> None:
        super().__init__()
        self.setFont(look.font("body"))
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setPlainText(text)
        self.setMinimumHeight(look.row(22) * lines + look.px(12))

    def event(self, event: QEvent) -> bool:
        """Undo and Redo belong to the book, unless something was typed here that can be taken back."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            document = self.document()
            undoes = event.matches(QKeySequence.StandardKey.Undo) and not document.isUndoAvailable()
            redoes = event.matches(QKeySequence.StandardKey.Redo) and not document.isRedoAvailable()
            if undoes or redoes:
                event.ignore()
                return False
        return super().event(event)

    def refuse(self, why: str) -> None:
        """Say why it was not taken."""
        self.setAccessibleDescription(why)
