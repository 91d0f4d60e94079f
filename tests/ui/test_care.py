"""Check file, copies and bin in the window: what is seen, what is brought back, and who else has the book."""

from pathlib import Path

import apsw
import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from hrplanner.model.backups import BackupReason
from hrplanner.storage.opening import open_book
from hrplanner.ui.main_window import MainWindow
from hrplanner.ui.parts.table import TableView
from hrplanner.ui.settings import Settings
from hrplanner.usecases.recording import new_session
from hrplanner.viewmodels.places import Place
from tests.ui.conftest import OpenWindow


def words(window: MainWindow) -> str:
    return "\n".join(label.text() for label in window.frame.findChildren(QLabel))


def press(window: MainWindow, text: str) -> None:
    next(one for one in window.frame.findChildren(QPushButton) if one.text() == text).click()


@pytest.fixture
def path(window: MainWindow) -> Path:
    assert window.screens is not None
    return window.screens.workspace.book.path


def test_a_sound_file_is_called_sound(window: MainWindow, qtbot: QtBot) -> None:
    window.go(Place(room="check_file"))
    qtbot.waitUntil(lambda: "is sound" in words(window), timeout=20_000)
    assert "Nothing has to be done." in words(window)


def test_a_damaged_file_says_where_and_what_now(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    stranger = apsw.Connection(str(path))
    list(stranger.execute("update issue set text = 'x'"))
    stranger.close()
    window.go(Place(room="check_file"))
    qtbot.waitUntil(lambda: "is damaged" in words(window), timeout=20_000)
    table = window.page.findChild(TableView)
    assert table is not None
    assert "Bring out what can be read" in [one.text() for one in window.frame.findChildren(QPushButton)]


def test_a_copy_comes_back_in_three_clicks(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    screens = window.screens
    assert screens is not None
    screens.workspace.book.back_up(BackupReason.ASKED)
    screens.workspace.add_session(new_session(number="later", title="Later", kind="ward_assembly"))
    window.go(Place(room="backups"))  # two clicks: the menu, and the line in it
    assert "Would no longer be in the book: later" in words(window)
    press(window, "Bring this copy back")
    qtbot.waitUntil(lambda: window.screens not in {None, screens}, timeout=20_000)
    assert window.screens is not None
    assert "later" not in [line.number for line in window.screens.workspace.book.session_lines()]
    assert "is the book again" in words(window)
    asides = list(path.parent.glob("*-before-*.hrplan"))
    assert len(asides) == 1
    old = open_book(asides[0], access="read")
    assert "later" in [line.number for line in old.session_lines()]
    old.close()


def test_what_was_removed_lies_in_the_bin_and_comes_back(window: MainWindow, qtbot: QtBot) -> None:
    screens = window.screens
    assert screens is not None
    space = screens.workspace
    (line,) = space.book.session_lines()
    before = space.open_session(line.number)
    space.remove_session()
    window.go(Place(room="bin"))
    table = window.page.findChild(TableView)
    assert table is not None
    table.opened.emit(line.id)
    assert space.book.session(line.number) == before
    assert "The bin is empty" in words(window)
    space.undo()
    assert space.book.session_lines() == ()


def test_a_copy_is_made_when_the_window_closes(window: MainWindow, path: Path) -> None:
    tools = window.page.desk.tools
    before = len(tools.backups_of(path))
    window.close()
    assert len(tools.backups_of(path)) == before + 1
    assert [one.name for one in path.parent.iterdir() if one.suffix == ".lock"] == []


def test_the_second_window_reads_and_says_who_writes(
    window: MainWindow, bare_window: OpenWindow, qtbot: QtBot, path: Path
) -> None:
    second = bare_window(Settings())
    second.door.open(path)
    qtbot.waitUntil(lambda: second.screens is not None, timeout=20_000)
    assert second.screens is not None
    assert second.screens.workspace.book.read_only
    assert "only one at a time can write" in words(second)


def test_opening_the_open_book_again_keeps_the_right_to_write(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    before = window.screens
    window.door.open(path)
    qtbot.waitUntil(lambda: window.screens not in {None, before}, timeout=20_000)
    assert window.screens is not None
    assert not window.screens.workspace.book.read_only
