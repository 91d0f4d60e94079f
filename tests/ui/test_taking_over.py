"""Files that come in by the window: rules, and sessions of somebody else, looked at before they are saved."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from hrplanner.ui import dialogs
from hrplanner.ui.main_window import MainWindow
from hrplanner.ui.parts.table import TableView
from hrplanner.viewmodels.places import Place
from tests.ui.conftest import step

TABLE = "No,What,Came,Women\nA-1,Hearing on roads,40,15\nA-2,Hearing on water,many,9\n"
MAPPING = """
row = "session"
[fields]
number = {column = "No"}
title = {column = "What"}
kind = {value = "public_hearing"}
heads = {column = "Came"}
[[tally]]
group = "women"
count = {column = "Women"}
"""
RULE = '[[rule]]\nid = "three"\ntitle = "Three women"\nkind = "count"\nnumerator = "women"\nthreshold = "3"\n'


def press(window: MainWindow, text: str) -> None:
    """Press the button that says this."""
    buttons = [one for one in window.frame.findChildren(QPushButton) if one.text() == text and one.isVisibleTo(window)]
    buttons[0].click()


def verbs(window: MainWindow) -> list[str]:
    return [one.text() for one in window.page.findChildren(QPushButton)]


def said(window: MainWindow) -> list[str]:
    return [label.text() for label in window.frame.findChildren(QLabel) if label.isVisibleTo(window)]


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    table, mapping = tmp_path / "hearings.csv", tmp_path / "hearings.toml"
    table.write_text(TABLE, encoding="utf-8")
    mapping.write_text(MAPPING, encoding="utf-8")
    monkeypatch.setattr(dialogs, "choose_source", lambda *_: table)
    monkeypatch.setattr(dialogs, "choose_mapping", lambda *_: mapping)
    return table


def test_a_table_asks_for_its_mapping_then_shows_every_row_before_it_is_saved(
    window: MainWindow, qtbot: QtBot, source: Path
) -> None:
    window.go(Place(room="import"))
    press(window, "Choose a file")
    qtbot.waitUntil(lambda: "Choose the mapping" in verbs(window), timeout=20_000)
    press(window, "Choose the mapping")
    qtbot.waitUntil(lambda: "Take over" in verbs(window), timeout=20_000)
    table = window.page.findChild(TableView)
    assert table is not None
    assert [cell.text for cell in table.rows.table.rows[0].cells][:2] == ["3", "Came"]
    assert window.screens is not None
    assert len(window.screens.workspace.book.session_lines()) == 1
    press(window, "Take over")
    qtbot.waitUntil(lambda: "To the sessions" in verbs(window), timeout=20_000)
    assert next(line.number for line in window.screens.workspace.book.session_lines()) == "A-1"
    window.undo()
    assert len(window.screens.workspace.book.session_lines()) == 1


def test_a_file_that_went_away_is_explained(window: MainWindow, qtbot: QtBot, source: Path) -> None:
    window.go(Place(room="import"))
    source.unlink()
    press(window, "Choose a file")
    qtbot.waitUntil(lambda: window.frame.message.part is not None, timeout=20_000)
    assert window.place.room == "import"


def test_rules_come_from_a_file_and_show_in_the_strip(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = tmp_path / "rules.toml"
    pack.write_text(RULE, encoding="utf-8")
    monkeypatch.setattr(dialogs, "choose_rules", lambda *_: pack)
    window.go(Place(room="rules"))
    press(window, "Add rules from a file")
    assert "1 rule added." in [frame.accessibleName() for frame in window.frame.head.findChildren(QLabel)]
    window.go(step("register", "names"))
    qtbot.wait(20)
    assert "Three women" in said(window)
