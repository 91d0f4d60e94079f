"""Before and beside the book: three ways in, the practice town, and what comes along with its licences."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from hrplanner.ui.opened_by_desktop import OpenedByDesktop
from hrplanner.ui.parts.table import TableView
from hrplanner.ui.settings import Settings
from hrplanner.viewmodels.places import Place
from tests.ui.conftest import OpenWindow


def test_the_first_start_offers_three_ways(bare_window: OpenWindow) -> None:
    page = bare_window(Settings()).page
    ways = [made.text() for made in page.findChildren(QPushButton)]
    assert ways == ["New record book", "Open a record book", "Try the practice town"]


def test_the_practice_town_opens_from_the_first_page(
    bare_window: OpenWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hrplanner.ui.book_door.documents", lambda: tmp_path)
    window = bare_window(Settings())
    next(made for made in window.page.findChildren(QPushButton) if "practice" in made.text()).click()
    qtbot.waitUntil(lambda: window.screens is not None, timeout=20_000)
    assert window.screens is not None and window.screens.workspace.office.practice
    assert (tmp_path / "practice.hrplan").is_file()


def test_every_part_shows_its_licence(bare_window: OpenWindow, qtbot: QtBot) -> None:
    window = bare_window(Settings())
    window.go(Place(room="about"))
    listed, text = (window.page.findChild(kind) for kind in (TableView, QPlainTextEdit))
    assert isinstance(listed, TableView) and isinstance(text, QPlainTextEdit)
    names = [line.cells[0].text for line in listed.rows.table.rows]
    assert {"pyside6-essentials", "sqlalchemy", "reportlab"} <= set(names)
    for at in range(len(names)):
        listed.make_current(at)
        assert text.toPlainText().strip(), names[at]


def test_a_book_that_the_desktop_names_in_an_event_is_opened(qapp: QApplication, tmp_path: Path) -> None:
    opened: list[Path] = []
    listener = OpenedByDesktop(qapp, opened.append)
    assert listener.eventFilter(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(tmp_path / "वडा.hrplan"))))
    assert not listener.eventFilter(qapp, QEvent(QEvent.Type.User))
    assert opened == [tmp_path / "वडा.hrplan"]
