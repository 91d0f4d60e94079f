"""What holds for every test: no network, no screen, no unexpected dialog, nobody's home folder touched.

Fixtures of one room belong into the conftest.py of that room.
"""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Never

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("house", deadline=None, print_blob=True)  # no deadline: machines differ, the rules do not
settings.load_profile("house")

HERE = Path(__file__).resolve().parent


def _refuse_internet(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.__new__" and arguments[1] in {socket.AF_INET, socket.AF_INET6}:
        raise AssertionError("the program opens no internet socket, ever")
    if event == "socket.getaddrinfo":
        raise AssertionError("the program looks up no host, ever")


if sys.platform != "win32":  # there socketpair() itself is made of internet sockets
    sys.addaudithook(_refuse_internet)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave the measurements out unless they are asked for by name."""
    asked = any("benchmarks" in argument for argument in config.args)
    return True if HERE / "benchmarks" in (collection_path, *collection_path.parents) and not asked else None


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Reports of bugs and window settings go to a folder of this run."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA", "APPDATA"):
            patch.setenv(name, str(home / name.lower()))
        yield home


@pytest.fixture(autouse=True)
def no_unexpected_dialog(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that nobody answers would hang; a test that expects one puts its own answer here."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None:
        return

    def opened(*arguments: object, **_: object) -> Never:
        raise AssertionError(f"an unexpected dialog: {arguments!r}")

    for name in ("QDialog", "QMessageBox", "QFileDialog", "QInputDialog"):
        monkeypatch.setattr(getattr(widgets, name), "exec", opened)
    for name in ("information", "question", "warning", "critical"):
        monkeypatch.setattr(widgets.QMessageBox, name, opened)
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(widgets.QFileDialog, name, opened)
