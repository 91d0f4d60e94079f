"""Nothing is cut: not at 1366x768, not at 150 or 200 %, in none of the languages the screen speaks."""

from contextlib import suppress

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea
from pytestqt.exceptions import TimeoutError as QtBotTimeout
from pytestqt.qtbot import QtBot

from hrplanner.ui.main_window import MainWindow
from hrplanner.ui.parts.group_keys import KeyChip
from hrplanner.ui.parts.text import Elided
from hrplanner.ui.settings import Settings
from tests.ui.conftest import PLACES, OpenWindow
from tests.ui.keys import type_in, typed

LANGUAGES = ("en", "id", "bn")


def cut(window: MainWindow) -> list[str]:
    """Words that have less room than they need; those that end in dots on purpose keep the whole in a tip."""
    found = [
        label.text()
        for label in window.findChildren(QLabel)
        if label.isVisibleTo(window)
        and not isinstance(label, Elided)
        and not label.wordWrap()
        and label.text()
        and label.width() < label.sizeHint().width()
    ]
    found += [
        label.text()
        for label in window.findChildren(QLabel)
        if label.isVisibleTo(window)
        and label.wordWrap()
        and label.text()
        and label.height() < label.heightForWidth(label.width())
    ]
    for button in window.findChildren(QAbstractButton):
        if button.isVisibleTo(window) and button.text() and button.metaObject().className() == "QPushButton":
            found += [button.text()] if button.width() < button.sizeHint().width() else []
    found += [chip.text() for chip in window.findChildren(KeyChip) if chip.width() < chip.sizeHint().width()]
    return found


def too_wide(window: MainWindow) -> int:
    area = window.frame.page.part
    assert isinstance(area, QScrollArea)
    return window.page.minimumSizeHint().width() - area.viewport().width()


@pytest.mark.parametrize("percent", [80, 100, 150, 200])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_cut_and_nothing_needs_scrolling_sideways(
    open_window: OpenWindow, qtbot: QtBot, language: str, percent: int
) -> None:
    window = open_window(Settings(language=language, percent=percent))
    lacking: dict[str, object] = {}
    for name, place in PLACES.items():
        window.go(place)
        with suppress(QtBotTimeout):  # boxes settle when events have come round
            qtbot.waitUntil(lambda: not cut(window), timeout=600)
        if words := cut(window):
            lacking[name] = words
        if (much := too_wide(window)) > 0:
            lacking[f"{name} is too wide"] = much
    assert not lacking


def test_a_narrow_window_has_icons_and_the_strip_as_one_line(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(Settings(percent=150))
    window.go(PLACES["register by name"])
    qtbot.wait(30)
    assert window.frame.rail.width() == 84
    assert window.frame.strip.part is None
    assert "2 met" in [label.text() for label in window.frame.head.findChildren(QLabel)]


def test_the_strip_opens_over_a_narrow_page(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(Settings(percent=150))
    window.go(PLACES["register by name"])
    before = window.frame.findChildren(QScrollArea)
    window.strip_key()
    assert len(window.frame.findChildren(QScrollArea)) == len(before) + 1
    window.strip_key()
    qtbot.wait(10)
    assert window.focusWidget() is not None


def test_resizing_changes_the_layout_and_keeps_what_is_typed(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(Settings())
    window.go(PLACES["register by name"])
    type_in("Half a na")
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: window.look.narrow)
    assert window.screens is not None
    assert window.screens.register.entry.name_text == "Half a na"
    assert typed() == "Half a na"
    assert window.layoutDirection() is Qt.LayoutDirection.LeftToRight
