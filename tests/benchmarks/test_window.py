"""From the press of Enter to the painted window: a long list in a large book against an empty one, on screen or off."""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hrplanner.entry.gui import draw_pages
from hrplanner.model.office import new_office
from hrplanner.places import resources
from hrplanner.storage.opening import create_book, open_book
from hrplanner.ui.application import make_application
from hrplanner.ui.main_window import MainWindow
from hrplanner.ui.settings import Settings
from hrplanner.usecases.checking import add_rules
from hrplanner.usecases.recording import new_session
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.places import Place
from tests.benchmarks.test_counting import large_session
from tests.benchmarks.years import large_book, rule_tables
from tests.viewmodels.town import TestTools, now

PROMISED = 2.0
SESSIONS = 200  # of a hundred people each, beside the list of 5,000
PEOPLE = 15


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return make_application(["hrplanner"], resources() / "fonts")


@pytest.fixture
def entered(qtbot: QtBot, qapp: QApplication) -> Callable[[Path, str], float]:
    """How long one Enter takes until all is painted, in seconds: the median of several people."""

    def measured(path: Path, number: str) -> float:
        window = MainWindow(qapp, TestTools(), Settings(), draw_pages, now)
        window.resize(1366, 700)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        window.door.open(path)
        qtbot.waitUntil(lambda: window.screens is not None, timeout=60_000)
        window.go(Place(room="session", number=number, step="register", mode="names"))
        qtbot.wait(200)
        taken = [_one(qapp, qtbot, at) for at in range(PEOPLE)]
        window.close()
        return statistics.median(taken)

    return measured


def _one(qapp: QApplication, qtbot: QtBot, at: int) -> float:
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, f"Resident {at}")
    qtbot.wait(30)
    begun = time.perf_counter()
    QTest.keyClick(field, Qt.Key.Key_Return)
    qapp.processEvents()
    return time.perf_counter() - begun


def test_enter_in_a_long_list(
    tmp_path: Path, entered: Callable[[Path, str], float], report: Callable[[str], None]
) -> None:
    large, small = tmp_path / "large.hrplan", tmp_path / "small.hrplan"
    large_book(large, SESSIONS)
    space = Workspace(open_book(large))
    space.add_session(large_session())
    number, people = space.opened().number, len(space.opened().people)
    space.book.close()
    space = Workspace(create_book(small, add_rules(new_office(name="Small", country="bd"), rule_tables())))
    space.add_session(new_session(number="1", title="Small", kind="ward_assembly"))
    space.book.close()
    ours, floor = entered(large, number), entered(small, "1")
    report(
        f"Enter to painted among {people:,} people in a book of {SESSIONS} sessions: {ours * 1000:.0f} ms, "
        f"in an empty book {floor * 1000:.0f} ms, ratio {ours / floor:.2f} (promised under {PROMISED})"
    )
    assert ours < 2 * PROMISED * floor
