"""Opening the window: first the window alone, then the libraries of books in a thread."""

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from hrplanner.entry import ahead_of_qt  # noqa: F401
from hrplanner.entry.bugs import report_bug
from hrplanner.entry.wiring import Wiring
from hrplanner.places import resources
from hrplanner.ui.application import make_application, palette_of_system
from hrplanner.ui.main_window import MainWindow
from hrplanner.ui.parts.preview import Picture
from hrplanner.ui.settings import read_settings
from hrplanner.words.catalog import Catalog

START_SIZE = (1366, 700)


class WindowWiring(Wiring):
    """The tools of this computer, with what only the window asks for."""

    def report_bug(self, bug: BaseException, words: Catalog) -> str:
        """Keep a report and say where."""
        return report_bug(bug, words)


def draw_pages(pdf: bytes, width: int) -> Sequence[Picture]:
    """Pages as pictures; the library for it is loaded when the first page is shown."""
    from hrplanner.ui.paper import draw_pages as draw

    return draw(pdf, width)


def main(given: Sequence[str]) -> int:
    """The window, on the book of the first argument where there is one."""
    app = make_application([sys.argv[0]], resources() / "fonts")
    settings = read_settings(palette_of_system(app))
    window = MainWindow(app, WindowWiring(), settings, draw_pages, dt.datetime.now)
    catch_bugs(window)
    window.resize(*START_SIZE)
    if given:
        book = Path(given[0])
        window.first_painted.connect(lambda: window.door.open(book))
    window.show()
    return app.exec()


def catch_bugs(window: MainWindow) -> None:
    """What nobody foresaw ends in a sentence in the window and a report, not in a closed program."""

    def caught(_: type[BaseException], bug: BaseException, __: TracebackType | None) -> None:
        window.fail(bug)

    sys.excepthook = caught
