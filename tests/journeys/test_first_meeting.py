"""A first meeting in the real window, by key strokes alone: from a new book to printed minutes that verify."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from hrplanner.entry.cli import main
from hrplanner.entry.wiring import Wiring
from hrplanner.model.people import Person

NEEDED = ("Xvfb", "openbox", "xdotool")
PATIENCE = 30.0  # seconds; only a window that does not come takes this long

pytestmark = [
    pytest.mark.skipif(
        any(shutil.which(name) is None for name in NEEDED), reason=f"a real window needs {', '.join(NEEDED)}"
    ),
    pytest.mark.timeout(180),
]


@dataclass(frozen=True)
class Screen:
    """A display of its own with a window manager, and hands on its keyboard."""

    display: str
    home: Path

    @property
    def surroundings(self) -> dict[str, str]:
        folders = {name: str(self.home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")}
        return os.environ | folders | {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb", "HRPLANNER_LANGUAGE": "en"}

    def press(self, *keys: str) -> None:
        for key in keys:
            subprocess.run(["xdotool", "key", key], check=True, env=self.surroundings)
            time.sleep(0.25)

    def write(self, text: str) -> None:
        subprocess.run(["xdotool", "type", "--delay", "20", text], check=True, env=self.surroundings)
        time.sleep(0.25)

    def wait_for_window(self, name: str) -> None:
        words = ["xdotool", "search", "--sync", "--onlyvisible", "--name", name]
        subprocess.run(words, check=True, env=self.surroundings, timeout=PATIENCE, capture_output=True)


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    number = os.read(reading, 16).decode().strip()
    made = Screen(f":{number}", tmp_path)
    manager = subprocess.Popen(["openbox"], env=made.surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(0.5)
    yield made
    for process in (manager, server):
        process.terminate()
        process.wait()


@pytest.fixture
def window(screen: Screen) -> Iterator[subprocess.Popen[bytes]]:
    packed = os.environ.get("HRPLANNER_PROGRAM")
    program = subprocess.Popen([packed] if packed else [sys.executable, "-m", "hrplanner"], env=screen.surroundings)
    screen.wait_for_window("hrplanner")
    time.sleep(1)
    yield program
    program.terminate()
    program.wait()


def until(ready: Callable[[], bool]) -> None:
    """Waits for what the window does on its own time."""
    ends = time.monotonic() + PATIENCE
    while not ready():
        assert time.monotonic() < ends, "the window did not come to it"
        time.sleep(0.2)


def people_in(book: Path) -> tuple[Person, ...]:
    opened = Wiring().open_book(book, read_only=True)
    try:
        return opened.session("2026-001").people if opened.session_lines() else ()
    finally:
        opened.close()


def test_from_a_new_book_to_minutes_that_verify(
    screen: Screen, window: subprocess.Popen[bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book, paper = tmp_path / "ward.hrplan", tmp_path / "minutes.pdf"
    screen.press("Return")  # New record book
    screen.write("Ward 7, Lakhanpur")
    screen.press("Return")
    screen.wait_for_window("New record book")
    screen.press("ctrl+a")
    screen.write(str(book))
    screen.press("Return")
    until(book.is_file)
    screen.wait_for_window("Ward 7")
    time.sleep(1)

    screen.press("Return")  # New session
    screen.write("Tole meeting on water")
    screen.press("Tab", "Tab", "ctrl+a")
    screen.write("2026-05-12")
    screen.press("Return")
    time.sleep(1)

    screen.write("Sita Rai")
    screen.press("Tab")
    screen.write("34")
    screen.press("Tab", "Tab", "1", "Return")  # place, groups: women
    until(lambda: len(people_in(book)) == 1)
    screen.write("Ram Lama")
    screen.press("alt+2", "Return")
    until(lambda: len(people_in(book)) == 2)
    screen.press("ctrl+z")
    until(lambda: len(people_in(book)) == 1)
    screen.press("ctrl+y")
    until(lambda: len(people_in(book)) == 2)
    assert [(one.name, one.age, sorted(one.groups)) for one in people_in(book)] == [
        ("Sita Rai", 34, ["women"]),
        ("Ram Lama", None, ["men"]),
    ]

    screen.press("ctrl+3")
    screen.write("The tap is dry in April")
    screen.press("Return")
    screen.press("ctrl+6", "ctrl+p")
    screen.wait_for_window("Save")
    screen.press("ctrl+a")
    screen.write(str(paper))
    screen.press("Return")
    until(paper.is_file)
    screen.press("ctrl+q")
    assert window.wait(timeout=PATIENCE) == 0

    assert main(["verify", str(paper), "--file", str(book)]) == 0
    assert capsys.readouterr().out.startswith("genuine:")
