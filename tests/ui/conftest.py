"""The window on a book, off screen, with our own typefaces."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hrplanner.entry.gui import draw_pages
from hrplanner.places import resources
from hrplanner.ui.application import make_application
from hrplanner.ui.main_window import MainWindow
from hrplanner.ui.settings import Settings
from hrplanner.viewmodels.places import Place, StepCode
from tests.viewmodels.town import NUMBER, TestTools, now, with_record

OpenWindow = Callable[[Settings], MainWindow]
SIZE = (1366, 768)


@pytest.fixture(scope="module", autouse=True)
def no_widgets_left() -> Iterator[None]:
    """Later tests have threads of their own, and a widget that is collected on one of them ends the program."""
    yield
    gc.collect()


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return make_application(["hrplanner"], resources() / "fonts")


@pytest.fixture
def bare_window(qtbot: QtBot, qapp: QApplication) -> OpenWindow:
    """A window without a book."""

    def opened(settings: Settings) -> MainWindow:
        window = MainWindow(qapp, TestTools(), settings, draw_pages, now)
        window.resize(*SIZE)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        qtbot.wait(90)
        return window

    return opened


@pytest.fixture
def open_window(bare_window: OpenWindow, qtbot: QtBot, tmp_path: Path) -> OpenWindow:
    """A window on a book with one meeting."""
    space = with_record(tmp_path)
    path = space.book.path
    space.book.close()

    def opened(settings: Settings) -> MainWindow:
        window = bare_window(settings)
        window.door.open(path)
        qtbot.waitUntil(lambda: window.screens is not None, timeout=20_000)
        return window

    return opened


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    return open_window(Settings())


def step(code: StepCode, mode: str = "") -> Place:
    """A step of the meeting."""
    return Place(room="session", number=NUMBER, step=code, mode=mode)


PLACES: dict[str, Place] = {
    "today": Place(room="today"),
    "sessions": Place(room="sessions"),
    "new session": Place(room="new_session"),
    "register by name": step("register", "names"),
    "register by tally": step("register", "tally"),
    "totals from paper": step("register", "totals"),
    "listen, issues": step("listen", "issues"),
    "listen, support": step("listen", "support"),
    "listen, shares": step("listen", "shares"),
    "prepare, agenda": step("prepare", "agenda"),
    "prepare, missing": step("prepare", "missing"),
    "decide, answers": step("decide", "answers"),
    "decide, decisions": step("decide", "decisions"),
    "decide, promises": step("decide", "promises"),
    "decide, earlier": step("decide", "earlier"),
    "close, missing": step("close", "missing"),
    "close, papers": step("close", "papers"),
    "close, counts": step("close", "counts"),
    "close, offices": step("close", "offices"),
    "close, public": step("close", "public"),
    "close, read back": step("close", "read_back"),
    "print": step("print"),
    "rules": Place(room="rules"),
    "a rule of our own": Place(room="own_rule"),
    "targets": Place(room="targets"),
    "bodies": Place(room="bodies"),
    "overview, rules": Place(room="overview", mode="rules"),
    "overview, who came": Place(room="overview", mode="who"),
    "overview, shares": Place(room="overview", mode="shares"),
    "check file": Place(room="check_file"),
    "copies": Place(room="backups"),
    "bin": Place(room="bin"),
    "import": Place(room="import"),
    "merge": Place(room="merge"),
    "questions": Place(room="questions"),
    "share": Place(room="share"),
    "reviews": Place(room="share", mode="reviews"),
    "take everything out": Place(room="share", mode="everything"),
    "nothing to review": Place(room="review"),
    "check": Place(room="check"),
    "office key": Place(room="office_key"),
    "new book": Place(room="new_book"),
    "help": Place(room="help"),
    "about": Place(room="about"),
    "head of session": Place(room="heading"),
}
