"""Which key of the window does what; the sentences of the help page say the same."""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hrplanner.ui.menus import Menus
from hrplanner.ui.page import Page
from hrplanner.ui.shortcuts import bind, bind_digits
from hrplanner.viewmodels.help import topic_of
from hrplanner.viewmodels.places import STEPS, Place


class Keyed(Protocol):
    """What keys can do to the window."""

    @property
    def page(self) -> Page: ...
    @property
    def place(self) -> Place: ...
    @property
    def menus(self) -> Menus: ...
    def go(self, place: Place) -> None: ...
    def go_to_step(self, code: str) -> None: ...
    def strip_key(self) -> None: ...
    def undo(self) -> None: ...
    def redo(self) -> None: ...
    def choose_book(self) -> None: ...
    def lock(self) -> None: ...


def bind_keys(window: QWidget, keyed: Keyed) -> None:
    """Work the window by keys."""
    bind(
        window,
        {
            "F1": lambda: keyed.go(Place(room="help", mode=topic_of(keyed.place))),
            "F6": keyed.strip_key,
            "F10": keyed.menus.show_all,
            "Ctrl+Z": keyed.undo,
            "Ctrl+Y": keyed.redo,
            "Ctrl+Shift+Z": keyed.redo,
            "Ctrl+N": lambda: keyed.go(Place(room="new_book")),
            "Ctrl+O": keyed.choose_book,
            "Ctrl+P": lambda: _hand_out(keyed),
            "Ctrl+L": keyed.lock,
            "Ctrl+Q": window.close,
        },
    )
    bind_digits(window, Qt.KeyboardModifier.ControlModifier, lambda digit: _step(keyed, digit))
    bind_digits(window, Qt.KeyboardModifier.AltModifier, lambda digit: _group(keyed, digit))


def _step(keyed: Keyed, digit: int) -> None:
    if 1 <= digit <= len(STEPS):
        keyed.go_to_step(STEPS[digit - 1])


def _hand_out(keyed: Keyed) -> None:
    keyed.page.hand_out()


def _group(keyed: Keyed, digit: int) -> None:
    page = keyed.page  # the one that is shown now, not the one the keys were bound on
    if not page.is_for_reading:
        page.press_digit(digit)
