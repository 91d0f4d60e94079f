"""Prepare, Decide and Close by keyboard."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hrplanner.model.session import Session
from hrplanner.ui.faces.written_face import WrittenTable
from hrplanner.ui.main_window import MainWindow
from hrplanner.ui.parts.buttons import Press
from tests.ui.conftest import step
from tests.ui.keys import ALT, CTRL, focused, press, type_in


def session(window: MainWindow) -> Session:
    assert window.screens is not None
    return window.screens.workspace.opened()


def table(window: MainWindow) -> WrittenTable:
    found = window.page.findChild(WrittenTable)
    assert found is not None
    return found


def test_two_points_typed_and_put_in_order(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("prepare", "agenda"))
    for text, minutes in (("Water", "20"), ("Budget", "40")):
        type_in(text)
        press(Qt.Key.Key_Tab)
        type_in(minutes)
        press(Qt.Key.Key_Return)
    rows = table(window)
    rows.setFocus()
    rows.make_current(2)
    press(Qt.Key.Key_Up, holding=ALT)
    points = sorted(session(window).agenda, key=lambda item: item.position)
    assert [(point.text, point.minutes) for point in points] == [("Budget", 40), ("Water", 20)]


def test_the_paper_kit_is_one_press_away(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("prepare", "agenda"))
    kit = next(one for one in window.page.findChildren(Press) if one.text() == "Paper kit")
    kit.click()
    assert window.screens is not None
    assert (window.place.step, window.screens.printing.chosen.document) == ("print", "kit")


def test_a_paper_is_seen_from_the_menu_of_its_row(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("close", "papers"))
    rows = table(window)
    key = rows.current_key
    assert rows.hasFocus() and key is not None
    rows.offers(key).actions()[0].trigger()
    assert list(session(window).evidence.values()) == [True]


def test_each_gap_has_the_button_that_goes_there(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("close", "missing"))
    assert focused().accessibleName() == "1 issue has no answer: Go there"
    press(Qt.Key.Key_Return)
    assert (window.place.step, window.place.mode) == ("decide", "answers")


def test_six_steps_by_keys_and_the_face_is_remembered(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("close", "papers"))
    for key, code in ((Qt.Key.Key_1, "prepare"), (Qt.Key.Key_4, "decide"), (Qt.Key.Key_5, "close")):
        press(key, holding=CTRL)
        assert window.place.step == code
    assert table(window).accessibleName() == "Papers"


def test_complaints_are_saved_when_the_field_is_left(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("listen", "support"))
    type_in("Steps at the door")
    press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    type_in("2")
    press(Qt.Key.Key_Tab)
    assert (session(window).barriers, session(window).referrals) == ("Steps at the door", 2)
