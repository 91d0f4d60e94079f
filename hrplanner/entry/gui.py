"""Opening the window: first the window alone, then the libraries of books in a thread."""

import datetime as dt
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QIcon

from hrplanner.cli.exit_codes import REFUSED
from hrplanner.entry import ahead_of_qt  # noqa: F401
from hrplanner.entry.bugs import report_bug
from hrplanner.entry.screen import refusal, tell
from hrplanner.entry.wiring import Wiring
from hrplanner.places import resources
from hrplanner.ui.application import make_application, palette_of_system
from hrplanner.ui.main_window import MainWindow
from hrplanner.ui.opened_by_desktop import OpenedByDesktop
from hrplanner.ui.parts.preview import Picture
from hrplanner.ui.settings import read_settings
from hrplanner.viewmodels.tools import Part
from hrplanner.words.catalog import Catalog

START_SIZE = (1366, 700)


class WindowWiring(Wiring):
    """The tools of this computer, with what only the window asks for."""

    patience = 0.5

    def report_bug(self, bug: BaseException, words: Catalog) -> str:
        """Keep a report and say where."""
        return report_bug(bug, words)

    def versions(self, words: Catalog) -> str:
        """What counts when somebody asks for help."""
        from hrplanner.entry.versions import versions

        return versions(words)

    def parts(self) -> Sequence[Part]:
        """What comes along, with its licences."""
        from hrplanner.entry.parts import parts

        return parts()


def draw_pages(pdf: bytes, width: int) -> Sequence[Picture]:
    """Pages as pictures; the library for it is loaded when the first page is shown."""
    from hrplanner.ui.paper import draw_pages as draw

    return draw(pdf, width)


def main(given: Sequence[str], catalog: Catalog) -> int:
    """The window, on the book of the first argument where there is one; the catalog says why there is none."""
    _say_it_ourselves(catalog)
    app = make_application([sys.argv[0]], resources() / "fonts")
    qInstallMessageHandler(None)
    app.setWindowIcon(QIcon(str(resources() / "icons" / "hrplanner.svg")))
    settings = read_settings(palette_of_system(app))
    window = MainWindow(app, WindowWiring(), settings, draw_pages, dt.datetime.now)
    catch_bugs(window)
    if sys.platform == "darwin":  # there alone: a filter in Python is asked about every event
        app.installEventFilter(OpenedByDesktop(window, window.arrivals.take))
    window.resize(*START_SIZE)
    if given:
        book = Path(given[0])
        window.first_painted.connect(lambda: window.arrivals.take(book))
    window.show()
    return app.exec()


def catch_bugs(window: MainWindow) -> None:
    """What nobody foresaw ends in a sentence in the window and a report, not in a closed program."""

    def caught(_: type[BaseException], bug: BaseException, __: TracebackType | None) -> None:
        window.fail(bug)

    sys.excepthook = caught


def _say_it_ourselves(catalog: Catalog) -> None:
    """Where Qt reaches no screen it says so in many lines for programmers, and kills the process; we say it in one."""

    def said(kind: QtMsgType, _: QMessageLogContext, __: str | None) -> None:
        if kind is QtMsgType.QtFatalMsg:
            tell(refusal(catalog, Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))))
            sys.stderr.flush()
            os._exit(REFUSED)

    qInstallMessageHandler(said)
