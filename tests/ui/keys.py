"""Keys as a person presses them: always on what has the focus."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def focused() -> QWidget:
    """What has the focus; a page without one is a failure of its own."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: Qt.Key, holding: Qt.KeyboardModifier = PLAIN) -> None:
    """Press keys one after the other; the focus may move between them."""
    for key in keys:
        QTest.keyClick(focused(), key, holding)


def type_in(text: str) -> None:
    """Type where the focus is."""
    QTest.keyClicks(focused(), text)


def typed() -> str:
    """What stands in the field that has the focus."""
    return str(focused().property("text"))
