"""Fields under their names, and the sentence that says why one was not taken."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLabel, QLineEdit, QWidget

from hrplanner.ui import icons
from hrplanner.ui.look import Look
from hrplanner.ui.parts.layout import column, holding, row
from hrplanner.ui.parts.text import label, paragraph, sign


class Field(QLineEdit):
    """One line to type in; `refuse` marks it and says why to a screen reader, what was typed stays."""

    def __init__(self, look: Look, name: str, text: str = "") -> None:
        super().__init__(text)
        self.setFont(look.font("body"))
        self.setAccessibleName(name)

    def event(self, event: QEvent) -> bool:
        """Undo and Redo belong to the book, unless something was typed here that can be taken back."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            undoes = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redoes = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undoes or redoes:
                event.ignore()
                return False
        return super().event(event)

    def refuse(self, why: str) -> None:
        """Mark the field as not taken; an empty reason takes the mark away."""
        self.setProperty("refused", "true" if why else "false")
        self.setAccessibleDescription(why)
        self.style().unpolish(self)
        self.style().polish(self)


def named(look: Look, name: str, part: QWidget) -> QBoxLayout:
    """A field under its name; the name is its buddy."""
    title = label(look, name, "caption", "muted")
    title.setBuddy(part)
    return column(look, title, part, gap=4)


def refusal(look: Look) -> tuple[QWidget, QLabel]:
    """The place below a row for why a field was not taken: hidden until there is something to say."""
    said = paragraph(look, "", "caption_strong", "not_met")
    made = holding(row(look, sign(look, "attention", token="not_met"), said, gap=6))
    made.hide()
    return made, said


class Choice(QComboBox):
    """One of a few; codes stay apart from words, the arrow is our own drawing."""

    def __init__(self, look: Look, name: str, options: Sequence[tuple[str, str]], current: str) -> None:
        super().__init__()
        self._look = look
        self.setFont(look.font("body"))
        self.setAccessibleName(name)
        for code, text in options:
            self.addItem(text, code)
        self.setCurrentIndex(max(0, self.findData(current)))
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.view().setFont(look.font("body"))
        self.installEventFilter(self)

    @property
    def code(self) -> str:
        """What is chosen."""
        return str(self.currentData() or "")

    def when_chosen(self, act: Callable[[str], object]) -> None:
        """Call with the code when a person chooses, not when the program does."""
        self.activated.connect(lambda _: act(self.code))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the page; it does not change a choice by accident."""
        if event.type() == QEvent.Type.Wheel and not self.view().isVisible():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        side = self._look.px(14)
        arrow = icons.picture(self._look, "down", token="text" if self.isEnabled() else "muted", size=14)
        painter.drawImage(self.width() - side - self._look.px(9), (self.height() - side) // 2, arrow)


def select_all_on_focus(field: QLineEdit) -> None:
    """Tabbing into a number replaces it."""
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    field.installEventFilter(_SelectAll(field))


class _SelectAll(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QLineEdit):
            watched.selectAll()
        return False
