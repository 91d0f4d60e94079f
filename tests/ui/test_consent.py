"""Consent in the window: Space answers the current cell, and the answer is saved."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hrplanner.model.people import Purpose
from hrplanner.ui.faces.by_consent import ConsentTable
from hrplanner.ui.main_window import MainWindow
from tests.ui.conftest import step


def test_space_answers_the_current_cell(window: MainWindow) -> None:
    window.go(step("register", "consent"))
    table = window.findChildren(ConsentTable)[-1]
    table.make_current(0, 1)
    purpose = Purpose(table.purpose)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert window.screens is not None
    people = window.screens.workspace.opened().people
    assert [one.consent for one in people if one.consent] == [{purpose: True}]
    QTest.keyClick(table, Qt.Key.Key_2)
    people = window.screens.workspace.opened().people
    assert [one.consent for one in people if one.consent] == [{purpose: False}]
