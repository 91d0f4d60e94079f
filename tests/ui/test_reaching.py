"""Who cannot see or cannot use a mouse reaches everything: names for screen readers, the way of Tab, the keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from hrplanner.ui.main_window import MainWindow
from hrplanner.ui.parts.strip import Opened
from hrplanner.ui.parts.table import TableView
from hrplanner.viewmodels.places import Place
from tests.ui.conftest import PLACES, step
from tests.ui.keys import focused, press


def focusable(window: MainWindow) -> list[QWidget]:
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(window) and widget.isEnabled()
    ]


def spoken(widget: QWidget) -> str:
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name).strip()


def focused_name() -> str:
    widget = QApplication.focusWidget()
    return "" if widget is None else spoken(widget)


@pytest.mark.parametrize("name", sorted(PLACES))
def test_everything_that_takes_the_focus_has_a_name(window: MainWindow, qtbot: QtBot, name: str) -> None:
    window.go(PLACES[name])
    qtbot.wait(30)
    nameless = [widget for widget in focusable(window) if not spoken(widget)]
    assert not [f"{type(widget).__name__} {widget.objectName()}" for widget in nameless]


@pytest.mark.parametrize("name", sorted(PLACES))
def test_work_begins_where_the_focus_is(window: MainWindow, qtbot: QtBot, name: str) -> None:
    window.go(PLACES[name])
    qtbot.wait(30)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.page.isAncestorOf(focused)


def test_tab_goes_from_the_name_to_the_list(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("register", "names"))
    way = [focused_name()]
    for _ in range(5):
        press(Qt.Key.Key_Tab)
        way.append(focused_name())
    assert way == ["Name", "Age", "Village or lane", "Women", "Add", "People on the list"]


def test_tab_never_falls_into_a_trap(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("register", "names"))
    seen = set()
    for _ in range(60):
        press(Qt.Key.Key_Tab)
        seen.add(focused_name())
    assert {"Today 1 late", "Sessions", "Help", "Menu", "People on the list"} <= seen


def test_steps_strip_help_and_back_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("register", "names"))
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert (window.place.room, window.place.step) == ("session", "listen")
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert isinstance(QApplication.focusWidget(), Opened)
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert window.page.isAncestorOf(focused())
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.place.room == "help"


def test_a_row_of_the_strip_opens_with_enter(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("register", "names"))
    QTest.keyClick(window, Qt.Key.Key_F6)
    before = len(window.frame.strip.findChildren(QWidget))
    press(Qt.Key.Key_Return)
    qtbot.wait(20)
    assert len([w for w in window.frame.strip.findChildren(QWidget) if w.isVisibleTo(window)]) > 0
    assert len(window.frame.strip.findChildren(QWidget)) >= before
    assert isinstance(QApplication.focusWidget(), Opened)


def test_cells_say_their_column(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("register", "names"))
    table = window.page.findChild(TableView)
    assert table is not None
    said = table.model().data(table.model().index(0, 1), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Name: Person 5"


def test_a_refusal_is_said_at_its_field(window: MainWindow, qtbot: QtBot) -> None:
    window.go(Place(room="new_session"))
    title = QApplication.focusWidget()
    assert isinstance(title, QLineEdit)
    QTest.keyClick(title, Qt.Key.Key_Return)
    assert title.accessibleDescription()
    assert title.hasFocus()


def test_scrolling_areas_hold_no_focus_of_their_own(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("register", "names"))
    areas = [area for area in window.findChildren(QAbstractScrollArea) if not spoken(area)]
    assert all(not area.focusPolicy() & Qt.FocusPolicy.TabFocus for area in areas)
