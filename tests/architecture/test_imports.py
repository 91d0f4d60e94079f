"""What the import contracts cannot say: what loads at run time, and which parts of a library are used."""

from __future__ import annotations

import subprocess
import sys
from itertools import chain

import pytest

from tests.architecture.source import ROOT, modules

NETWORK = ("socket", "ssl", "http", "urllib", "ftplib", "smtplib", "xmlrpc", "asyncio", "requests", "aiohttp", "httpx")
LOCAL_ONLY = {"PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"}  # a second window finds the first
HEAVY = ("PySide6", "reportlab", "sqlalchemy", "apsw", "PIL", "pikepdf", "openpyxl", "zxingcpp", "pypdfium2")

# Runs a command line as a person would, and tells on standard error which of the named libraries it has loaded.
LOADED = """
import sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split('.')[0] in ('PySide6', 'shiboken6'):
            raise ImportError(name + ' is blocked')
sys.meta_path.insert(0, Blocked())
try:
    from hrplanner.entry.cli import main
    code = main(sys.argv[1:])
except SystemExit as left:
    code = left.code
print(*sorted(name for name in sys.modules if '.' not in name), file=sys.stderr)
sys.exit(code)
"""


def ran(*arguments: str) -> tuple[int, set[str]]:
    command = [sys.executable, "-c", LOADED, *arguments]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    return result.returncode, set((result.stderr.splitlines() or [""])[-1].split())


def test_no_module_but_the_window_needs_qt() -> None:
    core = [
        "hrplanner." + module.place.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for module in modules()
        if module.room not in {"ui", "__init__", "__main__"} and module.place != "entry/gui.py"
    ]
    blocked = "import sys; sys.modules['PySide6'] = sys.modules['shiboken6'] = None\n"
    code = blocked + "\n".join(f"import {name}" for name in core)
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("arguments", [("--help",), ("codes",), ("codes", "--json")], ids=" ".join)
def test_small_commands_load_no_big_library(arguments: tuple[str, ...]) -> None:
    code, loaded = ran(*arguments)
    assert code == 0
    assert not loaded.intersection(HEAVY)


def test_nothing_reaches_for_the_network() -> None:
    reaching = [
        f"hrplanner/{module.place} imports {name}"
        for module in modules()
        for name in module.imported()
        if name.split(".")[0] in NETWORK or (name.startswith("PySide6.QtNetwork") and name not in LOCAL_ONLY)
    ]
    assert not reaching


def test_only_our_own_session_is_called_session() -> None:
    names = chain.from_iterable(((module, name) for name in module.imported()) for module in modules())
    assert not [f"{module.place}: {name}" for module, name in names if name.startswith("sqlalchemy.orm")]


def test_no_part_of_qt_that_is_not_under_the_lgpl() -> None:
    ours = {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtSvgWidgets", "QtPrintSupport", "QtNetwork", "QtTest"}
    used = {name.split(".")[1] for module in modules() for name in module.imported() if name.startswith("PySide6.")}
    assert used <= ours
