"""The window itself: what it loads before the first paint, its look, its jobs, its messages."""

import gc
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from hrplanner.model.errors import FileProblem
from hrplanner.ui import dialogs
from hrplanner.ui.jobs import Job, Jobs, Steps
from hrplanner.ui.main_window import MainWindow
from hrplanner.ui.palettes import PaletteName
from hrplanner.ui.parts.preview import Preview
from hrplanner.ui.parts.step_bar import Step
from hrplanner.ui.settings import Settings, keep_settings, read_settings
from hrplanner.usecases.ports import Book
from hrplanner.viewmodels.places import Place
from tests.ui.conftest import PLACES, OpenWindow, step
from tests.ui.keys import press, type_in, typed
from tests.viewmodels.town import TestTools

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {"sqlalchemy", "apsw", "reportlab", "pypdfium2", "pikepdf", "uharfbuzz", "openpyxl", "PIL", "zxingcpp"}
FIRST_PAINT = """
import sys
from hrplanner.entry import gui
from hrplanner.ui.main_window import MainWindow
from hrplanner.ui.settings import Settings
app = gui.make_application(["x"], gui.resources() / "fonts")
window = MainWindow(app, gui.WindowWiring(), Settings(), gui.draw_pages, gui.dt.datetime.now)
window.show()
app.processEvents()
print(*{name.split(".")[0] for name in sys.modules})
"""


def test_the_first_paint_loads_qt_and_nothing_else_that_is_large() -> None:
    made = subprocess.run([sys.executable, "-c", FIRST_PAINT], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not HEAVY & set(made.stdout.split())


def test_calls_of_qt_leave_none_alone(window: MainWindow) -> None:
    """Wheels of PySide6 6.12.0 take a reference from None at each call that answers nothing, below Python 3.12."""
    gc.collect()
    gc.disable()  # what other tests left behind goes in its own time
    before = sys.getrefcount(None)
    for _ in range(2000):
        window.update()
    lost = before - sys.getrefcount(None)
    gc.enable()
    assert lost < 1000


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_every_page_is_painted_in_every_palette(open_window: OpenWindow, qtbot: QtBot, name: PaletteName) -> None:
    window = open_window(Settings(palette=name))
    for place in PLACES.values():
        window.go(place)
        qtbot.wait(15)
        picture = window.grab().toImage()
        corner = QColor(picture.pixel(picture.width() - 300, picture.height() - 60))
        assert corner.name().upper() in {window.look.colours.window, window.look.colours.surface, "#FFFFFF"}


def test_language_size_and_palette_change_while_somebody_types(window: MainWindow, qtbot: QtBot) -> None:
    window.go(step("register", "names"))
    type_in("Half a na")
    for settings in (Settings(language="id"), Settings(palette="dark"), Settings(percent=150)):
        window.change(settings)
        qtbot.wait(10)
        assert typed() == "Half a na"
    window.change(Settings(language="id"))
    assert "Pendaftaran" in [step.text() for step in window.frame.steps.findChildren(Step)]


def test_qt_says_its_own_words_in_the_language(window: MainWindow) -> None:
    window.change(Settings(language="id"))
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Batal"
    assert QCoreApplication.translate("QLineEdit", "&Copy") == "Salin"
    window.change(Settings())
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_settings_come_back_and_nonsense_is_left_out(tmp_path: Path) -> None:
    settings = Settings(language="ne", palette="dark", percent=175, last_book=tmp_path / "a.hrplan")
    keep_settings(settings)
    assert read_settings("light") == settings
    keep_settings(Settings(language="xx", percent=9000))
    assert (read_settings("light").language, read_settings("light").percent) == ("en", 200)


def test_a_file_that_is_no_book_is_explained_and_the_window_stays(
    bare_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = bare_window(Settings())
    wrong = tmp_path / "wrong.hrplan"
    wrong.write_text("not a book")
    window.door.open(wrong)
    qtbot.waitUntil(lambda: window.frame.message.part is not None, timeout=20_000)
    assert window.screens is None
    assert window.place.room == "start"


def test_a_book_in_use_is_offered_for_reading(
    window: MainWindow, bare_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.screens is not None
    path = window.screens.workspace.book.path
    opened = TestTools.open_book

    def locked(tools: TestTools, path: Path, *, read_only: bool = False) -> Book:
        if not read_only:
            raise FileProblem("in_use", path=str(path))
        return opened(tools, path, read_only=True)

    monkeypatch.setattr(TestTools, "open_book", locked)
    other = bare_window(Settings())
    other.door.open(path)
    qtbot.waitUntil(lambda: other.frame.message.part is not None, timeout=20_000)
    verbs = [button for button in other.frame.message.findChildren(QPushButton) if button.text() == "Open for reading"]
    verbs[0].click()
    qtbot.waitUntil(lambda: other.screens is not None, timeout=20_000)
    other.go(step("register", "names"))
    type_in("Maya")
    assert other.screens is not None
    assert other.screens.register.add().why
    assert "Only for reading" in [label.text() for label in other.frame.status.findChildren(QLabel)]


def test_from_a_new_book_to_the_first_session(
    bare_window: OpenWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = bare_window(Settings())
    window.go(Place(room="new_book"))
    monkeypatch.setattr(dialogs, "choose_new_book", lambda *_: tmp_path / "new.hrplan")
    type_in("Ward 9")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.screens is not None, timeout=20_000)
    assert window.windowTitle() == "Ward 9 – hrplanner"
    assert window.place.room == "today"


def test_pages_appear_and_minutes_are_saved_as_pdf(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "minutes.pdf"
    monkeypatch.setattr(dialogs, "choose_printout", lambda *_: target)
    window.go(step("print"))
    preview = window.page.findChild(Preview)
    assert preview is not None
    qtbot.waitUntil(lambda: preview.pages > 0, timeout=20_000)
    save = next(b for b in window.page.findChildren(QPushButton) if b.text() == "Save as a file")
    save.click()
    qtbot.waitUntil(lambda: window.frame.message.part is not None, timeout=20_000)
    assert target.read_bytes().startswith(b"%PDF")
    assert "Version 1: printed" in [label.text() for label in window.frame.head.findChildren(QLabel)]


def test_a_full_disk_is_explained_and_nothing_is_lost(window: MainWindow, qtbot: QtBot) -> None:
    window.fail(FileProblem("disk_full", path="x.pdf"))
    band = window.frame.message.part
    assert band is not None
    assert band.accessibleName() or [label.text() for label in band.findChildren(QLabel)]


def test_cancel_is_heard_within_half_a_second(qapp: QApplication, qtbot: QtBot) -> None:
    jobs = Jobs()
    done: list[object] = []
    started = threading.Event()

    def work(steps: Steps) -> None:
        started.set()
        for at in range(1000):
            steps.at(at, 1000)
            time.sleep(0.02)

    jobs.run(Job(name="long", work=work, done=done.append, failed=done.append))
    assert started.wait(5)
    began = time.monotonic()
    with qtbot.waitSignal(jobs.ended, timeout=2000):
        jobs.cancel()
    assert time.monotonic() - began < 0.5
    assert not done


def test_closing_waits_for_whoever_is_at_work(bare_window: OpenWindow, qtbot: QtBot) -> None:
    window = bare_window(Settings())
    ended = threading.Event()

    def work(_: Steps) -> None:
        time.sleep(0.3)
        ended.set()

    window.run(Job(name="pages", work=work, done=lambda _: None, failed=window.fail, quiet=True))
    window.close()
    assert ended.is_set()
    ended.clear()
    window.run(Job(name="more pages", work=work, done=lambda _: None, failed=window.fail, quiet=True))
    qtbot.wait(400)
    assert not ended.is_set()


def test_jobs_run_one_at_a_time_and_failures_come_back(qapp: QApplication, qtbot: QtBot) -> None:
    jobs = Jobs()
    said: list[str] = []
    running = threading.Lock()

    def work(_: Steps) -> str:
        assert running.acquire(blocking=False)
        time.sleep(0.02)
        running.release()
        return threading.current_thread().name

    def broken(_: Steps) -> str:
        raise FileProblem("disk_full")

    for name in ("one", "two", "three"):
        jobs.run(Job(name=name, work=work, done=said.append, failed=lambda _: None))
    jobs.run(
        Job(name="four", work=broken, done=said.append, failed=lambda problem: said.append(type(problem).__name__))
    )
    qtbot.waitUntil(lambda: len(said) == 4, timeout=5000)
    assert said == ["one", "two", "three", "FileProblem"]


def test_a_long_job_shows_its_name_and_holds_the_page(window: MainWindow, qtbot: QtBot) -> None:
    release = threading.Event()

    def work(steps: Steps) -> None:
        steps.at(3, 10)
        release.wait(5)

    window.run(Job(name="Reading the rows", work=work, done=lambda _: None, failed=window.fail))
    qtbot.waitUntil(lambda: "3 of 10" in [label.text() for label in window.frame.progress.findChildren(QLabel)])
    assert not window.frame.page.isEnabled()
    window.undo()
    release.set()
    qtbot.waitUntil(window.frame.page.isEnabled)
    assert window.frame.progress.part is None
