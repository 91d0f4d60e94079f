"""The page about privacy, from the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hrplanner.ui.main_window import MainWindow
from hrplanner.ui.pages.privacy import PrivacyPage
from hrplanner.usecases.privacy import find_people
from hrplanner.viewmodels.places import Place


def page_of(window: MainWindow) -> PrivacyPage:
    page = window.page
    assert isinstance(page, PrivacyPage)
    return page


def test_a_name_is_looked_for_before_it_is_erased(window: MainWindow) -> None:
    assert window.screens is not None
    book = window.screens.workspace.book
    window.go(Place(room="privacy"))
    QTest.keyClicks(window.focusWidget(), "Person 3")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert [one.name for one in window.screens.privacy.found()] == ["Person 3"]
    assert find_people(book, name="Person 3"), "looking erases nobody"
    page_of(window)._erase()
    assert not find_people(book, name="Person 3")
    assert len(find_people(book)) == 5
    assert b"Person 3" not in book.path.read_bytes()


def test_a_name_that_is_nowhere_is_said_at_the_field(window: MainWindow) -> None:
    window.go(Place(room="privacy"))
    page = page_of(window)
    QTest.keyClicks(window.focusWidget(), "Nobody at all")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert page._why.text()
    assert page._name.text() == "Nobody at all"


def test_a_restricted_field_needs_a_reason(window: MainWindow) -> None:
    assert window.screens is not None
    office = window.screens.workspace
    window.go(Place(room="privacy"))
    page_of(window)._switching("caste")()
    assert "caste" not in office.office.restricted, "it was on, and needs no reason to go off"
    page_of(window)._switching("caste")()
    assert "caste" not in office.office.restricted
    page_of(window)._reason.setText("act of 2017")
    page_of(window)._switching("caste")()
    assert office.office.restricted["caste"] == "act of 2017"
    assert window.screens.privacy.log().rows
