"""A meeting is recorded with the keyboard: people, counts, speakers, issues, promises, undo."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from hrplanner.model.session import Session
from hrplanner.ui.faces.people_list import PeopleTable
from hrplanner.ui.main_window import MainWindow
from hrplanner.ui.parts.group_keys import KeyChip
from hrplanner.ui.parts.tally_tile import TallyTile
from hrplanner.ui.parts.type_ahead import TypeAhead
from hrplanner.viewmodels.places import Place
from tests.ui.conftest import step
from tests.ui.keys import ALT, CTRL, focused, press, type_in, typed

PEOPLE_BEFORE = 6


def session(window: MainWindow) -> Session:
    assert window.screens is not None
    return window.screens.workspace.opened()


def news(window: MainWindow) -> list[str]:
    toasts = window.frame.head.findChildren(QFrame, "toast")
    return [toast.accessibleName() for toast in toasts if toast.isVisibleTo(window)]


def test_name_tab_numbers_enter(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("register", "names"))
    type_in("Rahima Begum")
    press(Qt.Key.Key_Tab)
    type_in("34")
    press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_1, Qt.Key.Key_4, Qt.Key.Key_Return)
    person = session(window).people[-1]
    assert (person.name, person.age) == ("Rahima Begum", 34)
    assert person.groups == {"women", "persons_with_disabilities"}
    assert news(window) == ["Rahima Begum added."]
    assert isinstance(focused(), TypeAhead)
    assert typed() == ""


def test_ten_people_in_a_row_lose_nothing(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("register", "names"))
    for at in range(10):
        type_in(f"Resident {at}")
        press(Qt.Key.Key_1, holding=ALT)
        press(Qt.Key.Key_Return)
    assert [person.name for person in session(window).people[-10:]] == [f"Resident {at}" for at in range(10)]
    assert all(person.groups == {"women"} for person in session(window).people[-10:])


def test_enter_in_the_list_of_names_chooses_and_does_not_save(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("register", "names"))
    field = focused()
    assert isinstance(field, TypeAhead)
    type_in("Perso")
    qtbot.waitUntil(lambda: field.offering)
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert len(session(window).people) == PEOPLE_BEFORE
    assert field.text().startswith("Person ")
    assert not field.offering
    press(Qt.Key.Key_Return)
    assert len(session(window).people) == PEOPLE_BEFORE + 1


def test_enter_without_a_choice_adds_the_new_person(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("register", "names"))
    field = focused()
    assert isinstance(field, TypeAhead)
    type_in("Perso")
    qtbot.waitUntil(lambda: field.offering)
    press(Qt.Key.Key_Return)
    assert session(window).people[-1].name == "Perso"
    assert not field.offering


def test_escape_and_leaving_close_the_list(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("register", "names"))
    field = focused()
    assert isinstance(field, TypeAhead)
    type_in("Perso")
    qtbot.waitUntil(lambda: field.offering)
    press(Qt.Key.Key_Escape)
    assert not field.offering
    assert field.text() == "Perso"


def test_a_refused_age_keeps_everything_and_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("register", "names"))
    type_in("Maya")
    press(Qt.Key.Key_Tab)
    type_in("340")
    press(Qt.Key.Key_Return)
    field = focused()
    assert isinstance(field, QLineEdit)
    assert (field.accessibleName(), field.text()) == ("Age", "340")
    assert field.property("refused") == "true"
    assert len(session(window).people) == PEOPLE_BEFORE
    field.selectAll()
    type_in("34")
    press(Qt.Key.Key_Return)
    assert session(window).people[-1].age == 34


def test_undo_and_redo_work_from_the_field_of_the_next_name(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("register", "names"))
    type_in("Maya")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Z, holding=CTRL)
    assert len(session(window).people) == PEOPLE_BEFORE
    assert news(window) == ["Undone: Add a person"]
    press(Qt.Key.Key_Y, holding=CTRL)
    assert session(window).people[-1].name == "Maya"


def test_undo_takes_back_letters_while_somebody_types(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("register", "names"))
    type_in("Maya")
    press(Qt.Key.Key_Z, holding=CTRL)
    assert len(session(window).people) == PEOPLE_BEFORE
    assert typed() == ""


def test_arrows_and_space_reach_keys_without_a_digit(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("register", "names"))
    type_in("A fisher")
    press(*[Qt.Key.Key_Tab] * 3)
    press(Qt.Key.Key_Left, Qt.Key.Key_Space)
    chip = focused()
    assert isinstance(chip, KeyChip)
    assert chip.text() == "Fishing families"
    press(Qt.Key.Key_Return)
    assert session(window).people[-1].groups == {"fishers"}


def test_digits_and_space_work_a_row_of_the_list(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("register", "names"))
    press(*[Qt.Key.Key_Tab] * 5)
    press(Qt.Key.Key_6, Qt.Key.Key_Space)
    person = session(window).people[-1]
    assert "religious_minority" in person.groups
    assert person.signed
    press(Qt.Key.Key_Delete)
    assert len(session(window).people) == PEOPLE_BEFORE - 1


def test_a_cell_is_corrected_in_place(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("register", "names"))
    press(*[Qt.Key.Key_Tab] * 5)
    press(Qt.Key.Key_Right, Qt.Key.Key_Return)
    editor = focused()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    type_in("Nasima Akter")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session(window).people[-1].name != "Person 5")
    assert session(window).people[-1].name == "Nasima Akter"


def test_tally_by_digits_and_minus(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("register", "tally"))
    press(Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_2)
    press(Qt.Key.Key_Minus, Qt.Key.Key_1)
    counts = {tally.group: tally.count for tally in session(window).tallies}
    assert counts == {"women": 1, "men": 1}
    tile = window.page.findChildren(TallyTile)[1]
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert [tally.count for tally in session(window).tallies if tally.group == "men"] == [2]


def test_totals_are_saved_when_a_field_is_left(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("register", "totals"))
    type_in("84")
    press(Qt.Key.Key_Tab)
    type_in("80")
    press(Qt.Key.Key_Return)
    assert (session(window).heads, session(window).signatures) == (84, 80)


def test_alt_and_a_digit_say_who_raised_what_is_typed(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("listen", "issues"))
    type_in("The road")
    press(Qt.Key.Key_2, holding=ALT)
    type_in(" is cut")
    assert typed() == "The road is cut"
    press(Qt.Key.Key_Return)
    issue = session(window).issues[-1]
    assert (issue.text, issue.raised_by) == ("The road is cut", ("men",))
    assert session(window).turns == ()


def test_a_digit_is_the_next_speaker_where_nothing_is_typed(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("listen", "shares"))
    press(Qt.Key.Key_2, holding=ALT)
    assert [turn.group for turn in session(window).turns] == ["men"]


def test_enter_on_the_tally_counts_nobody(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("register", "tally"))
    press(Qt.Key.Key_Return)
    assert session(window).tallies == ()
    press(Qt.Key.Key_Space)
    assert [tally.count for tally in session(window).tallies] == [1]


def test_escape_leaves_the_form_of_a_new_book(window: MainWindow, qtbot: QtBot) -> None:
    window.go(Place(room="new_book"))
    press(Qt.Key.Key_Escape)
    assert window.place.room == "today"


def test_a_promise_by_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("decide", "promises"))
    for text in ("A pipe", "Ward office", "Measure", "2026-12-24", "45000"):
        type_in(text)
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    made = session(window).commitments[-1]
    assert (made.text, made.owner, made.money, str(made.due)) == ("A pipe", "Ward office", 45000, "2026-12-24")


def test_undoing_a_new_session_leads_back_to_the_list(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("register", "names"))
    assert window.screens is not None
    while window.screens.workspace.session is not None:
        window.undo()
    assert window.place.room == "sessions"


def test_saved_is_said_after_each_change(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("register", "names"))
    type_in("Maya")
    press(Qt.Key.Key_Return)
    assert "Saved 10:40" in [label.text() for label in window.frame.status.findChildren(QLabel)]


def test_marked_rows_go_to_the_clipboard_and_only_a_single_row_into_the_bin(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("register", "names"))
    view = window.page.findChild(PeopleTable)
    assert view is not None
    view.setFocus()
    view.make_current(0)
    press(Qt.Key.Key_Down, holding=Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_C, holding=CTRL)
    pasted = QGuiApplication.clipboard().text().split("\n")
    names = [person.name for person in session(window).people]
    assert len(pasted) == 2
    assert all(any(name in line.split("\t") for name in names) for line in pasted)
    press(Qt.Key.Key_Delete)
    assert len(session(window).people) == PEOPLE_BEFORE
    press(Qt.Key.Key_Delete)
    assert len(session(window).people) == PEOPLE_BEFORE - 1


def test_listen_says_who_has_not_been_heard(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("listen", "shares"))
    line = next(one for one in window.page.findChildren(QLabel) if one.text() == "Nothing noted yet from: Men")
    assert line.isVisibleTo(window)
    press(Qt.Key.Key_2, holding=ALT)
    assert not line.isVisibleTo(window)
