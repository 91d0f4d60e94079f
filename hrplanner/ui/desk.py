"""What a page is given: the look, the words, the view models, and ways to say or go somewhere. Pages know no window."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from hrplanner.ui.book_door import BookDoor
from hrplanner.ui.jobs import Job
from hrplanner.ui.look import Look
from hrplanner.ui.parts.message import Message
from hrplanner.ui.parts.preview import DrawPages
from hrplanner.viewmodels.new_book import NewBook
from hrplanner.viewmodels.places import Place
from hrplanner.viewmodels.screens import Screens
from hrplanner.viewmodels.told import Told
from hrplanner.viewmodels.tools import WindowTools
from hrplanner.words.catalog import Catalog


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """`tell` shows news or why not; `run` takes long work off the main thread."""

    window: QWidget
    look: Look
    words: Catalog
    tools: WindowTools
    now: Callable[[], dt.datetime]
    draw_pages: DrawPages
    new_book: NewBook
    screens: Screens | None
    folder: Path
    last_book: Path | None
    go: Callable[[Place], object]
    tell: Callable[[Told], object]
    say: Callable[[Message], object]
    fail: Callable[[BaseException], object]
    run: Callable[[Job], object]
    changed: Callable[[], object]
    door: BookDoor

    @property
    def open(self) -> Screens:
        """The view models of the open book; only pages that need a book ask."""
        if self.screens is None:
            raise ValueError("no book is open")
        return self.screens
