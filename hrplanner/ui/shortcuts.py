"""The keys of the window: steps, strip, help, menu, undo, group keys while typing."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

DIGITS = (
    Qt.Key.Key_0,
    Qt.Key.Key_1,
    Qt.Key.Key_2,
    Qt.Key.Key_3,
    Qt.Key.Key_4,
    Qt.Key.Key_5,
    Qt.Key.Key_6,
    Qt.Key.Key_7,
    Qt.Key.Key_8,
    Qt.Key.Key_9,
)
PAD = Qt.KeyboardModifier.KeypadModifier


def bind(window: QWidget, keys: Mapping[str, Callable[[], object]]) -> None:
    """Work the window by keys, wherever the focus is."""
    for key, act in keys.items():
        _bind(window, [QKeySequence(key)], act)


def bind_digits(window: QWidget, modifier: Qt.KeyboardModifier, act: Callable[[int], object]) -> None:
    """A modifier and a digit, on the row above the letters and on the number block."""
    for digit, key in enumerate(DIGITS):
        combinations = (QKeyCombination(modifier, key), QKeyCombination(modifier | PAD, key))
        _bind_digit(window, [QKeySequence(one) for one in combinations], digit, act)


def _bind_digit(window: QWidget, keys: Sequence[QKeySequence], digit: int, act: Callable[[int], object]) -> None:
    _bind(window, keys, lambda: act(digit))


def _bind(window: QWidget, keys: Sequence[QKeySequence], act: Callable[[], object]) -> None:
    made = QAction(window)
    made.setShortcuts(list(keys))
    made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    made.triggered.connect(lambda _: act())
    window.addAction(made)
