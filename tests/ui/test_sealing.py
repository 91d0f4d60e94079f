"""A sealed book in the window: sealed, hidden, opened again, and nothing that was typed is lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hrplanner.model.backups import BackupReason
from hrplanner.ui import dialogs
from hrplanner.ui.idle_lock import IdleLock
from hrplanner.ui.main_window import MainWindow
from hrplanner.ui.pages.new_book import NewBookPage
from hrplanner.ui.pages.seal import SealPage
from hrplanner.ui.pages.unlock import UnlockPage
from hrplanner.usecases.privacy import told_lines
from hrplanner.viewmodels.places import Place
from hrplanner.viewmodels.sealing import Attempts
from tests.viewmodels.town import NUMBER

PASSWORD = "four words of ours"


@pytest.fixture
def sealed(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window on a book that was sealed from the keyboard."""
    window.go(Place(room="seal"))
    QTest.keyClicks(window.focusWidget(), PASSWORD)
    for _ in range(2):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClicks(window.focusWidget(), PASSWORD)
    page = window.page
    assert isinstance(page, SealPage)
    page._seal()
    qtbot.waitUntil(lambda: window.door.sheet_key is not None, timeout=20_000)
    return window


def shown(window: MainWindow) -> str:
    """Every word that is to be seen."""
    page = window.page
    labels = [part.text() for part in page.findChildren(QLabel) if part.isVisible()]
    return " ".join([*labels, *(part.text() for part in page.findChildren(QLineEdit) if part.isVisible())])


def typed(window: MainWindow, text: str) -> None:
    page = window.page
    assert isinstance(page, UnlockPage)
    page._field.selectAll()
    QTest.keyClicks(page._field, text)
    QTest.keyClick(page._field, Qt.Key.Key_Return)


def test_sealing_leads_to_the_sheet_and_the_book_stays_open(sealed: MainWindow, tmp_path: Path) -> None:
    assert sealed.screens is not None
    assert sealed.screens.workspace.book.sealed
    assert b"Person 3" not in sealed.screens.workspace.book.path.read_bytes()
    assert "recovery sheet" in shown(sealed)


def test_a_hidden_book_shows_nothing_and_comes_back_as_it_was(sealed: MainWindow, qtbot: QtBot) -> None:
    sealed.go(Place(room="session", number=NUMBER))
    before = sealed.screens
    assert before is not None
    sealed.lock()
    assert not sealed.isHidden() and sealed._book.screens is None
    assert "Person" not in shown(sealed)
    assert "Ward 5" not in sealed.windowTitle()
    typed(sealed, "another password")
    qtbot.waitUntil(lambda: "not opened" in shown(sealed), timeout=20_000)
    qtbot.waitUntil(lambda: isinstance(sealed.page, UnlockPage) and sealed.page._verb.isEnabled())
    typed(sealed, PASSWORD)
    qtbot.waitUntil(lambda: sealed.screens is before, timeout=20_000)
    assert sealed.place == Place(room="session", number=NUMBER)
    before.workspace.run("set_total", lambda session: session)


def test_a_new_book_is_sealed_from_the_start(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new.hrplan"
    monkeypatch.setattr(dialogs, "choose_new_book", lambda *_: path)
    window.go(Place(room="new_book"))
    page = window.page
    assert isinstance(page, NewBookPage)
    page._name.setText("Ward 9")
    page._password.setText("four words not alike")
    page._make()
    assert not path.exists(), "the password was typed once only"
    page._again.setText("four words not alike")
    page._make()
    qtbot.waitUntil(lambda: isinstance(window.page, SealPage), timeout=20_000)
    assert window.screens is not None
    assert window.screens.workspace.book.sealed
    assert not path.read_bytes().startswith(b"SQLite format 3")


def test_the_clock_hides_it_and_a_plain_book_is_left_open(window: MainWindow, qtbot: QtBot) -> None:
    window.lock()
    assert window.screens is not None
    calls: list[int] = []
    idle = IdleLock(window, window._app, lambda: calls.append(1), 1)
    idle._timer.setInterval(20)
    idle._timer.start()
    qtbot.waitUntil(lambda: bool(calls))
    calls.clear()
    window._app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationSuspended)
    assert calls, "a computer that goes to sleep hides the book at once"
    idle.wait(0)
    assert not idle._timer.isActive()


@pytest.mark.parametrize("elsewhere", [False, True], ids=["in the window", "in a dialog"])
def test_every_key_begins_the_count_again(window: MainWindow, qtbot: QtBot, elsewhere: bool) -> None:
    touched: QWidget = QDialog(window) if elsewhere else window
    touched.show()
    qtbot.waitUntil(lambda: touched.windowHandle() is window._app.focusWindow())
    timer = window._idle._timer
    timer.start(60_000)
    qtbot.wait(60)
    left = timer.remainingTime()
    QTest.keyClick(touched.windowHandle(), Qt.Key.Key_Shift)
    assert timer.remainingTime() > left


def test_wrong_passwords_have_to_wait_longer_and_longer() -> None:
    attempts, waits = Attempts(), []
    for _ in range(8):
        attempts = attempts.and_failed()
        waits.append(attempts.wait)
    assert waits == [0, 1, 2, 4, 8, 16, 30, 30]


def test_a_copy_from_before_another_password_is_opened_with_its_own_and_comes_back(
    sealed: MainWindow, qtbot: QtBot
) -> None:
    screens = sealed.screens
    assert screens is not None
    path = screens.workspace.book.path
    screens.workspace.book.back_up(BackupReason.ASKED)
    copy = next(one for one in sealed._desk.tools.backups_of(path) if sealed._desk.tools.salt_of(one.path))
    sealed.go(Place(room="backups", mode=str(copy.path)))
    assert "Bring this copy back" not in [one.text() for one in sealed.page.findChildren(QPushButton)]
    QTest.keyClicks(sealed.focusWidget(), "something else")
    QTest.keyClick(sealed.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "was not opened" in shown(sealed), timeout=20_000)
    field = sealed.focusWidget()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, PASSWORD)
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "The copy holds" in shown(sealed), timeout=20_000)
    next(one for one in sealed.page.findChildren(QPushButton) if one.text() == "Bring this copy back").click()
    qtbot.waitUntil(lambda: sealed.screens not in {None, screens}, timeout=20_000)
    assert sealed.screens is not None
    assert sealed.screens.workspace.book.sealed
    assert told_lines(sealed.screens.workspace.book)[0].step == "restore"
