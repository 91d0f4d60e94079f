"""The window: which page is shown, what is round it, and what happens when the book or the look changes."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from hrplanner.ui import surroundings
from hrplanner.ui.application import wear
from hrplanner.ui.around import Around
from hrplanner.ui.arrivals import Arrivals
from hrplanner.ui.book_door import BookDoor
from hrplanner.ui.desk import Desk
from hrplanner.ui.explained import message_of
from hrplanner.ui.frame import Frame
from hrplanner.ui.idle_lock import IdleLock, leave_nothing_open
from hrplanner.ui.job_band import JobBand
from hrplanner.ui.jobs import Job, Jobs
from hrplanner.ui.keeper import Keeper
from hrplanner.ui.keys import bind_keys
from hrplanner.ui.look import Look, space_for
from hrplanner.ui.menus import MenuActs, Menus, Shown
from hrplanner.ui.open_book import OpenBook
from hrplanner.ui.page import Page
from hrplanner.ui.parts.layout import scrolled
from hrplanner.ui.parts.message import Message, message_band
from hrplanner.ui.parts.preview import DrawPages
from hrplanner.ui.qt_words import QtWords, speak
from hrplanner.ui.rooms import page_for
from hrplanner.ui.settings import Settings, keep_settings
from hrplanner.ui.taking_back import TakingBack
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.medium_said import medium_said
from hrplanner.viewmodels.new_book import NewBook
from hrplanner.viewmodels.places import SESSIONS, START, STEPS, Place
from hrplanner.viewmodels.screens import Screens
from hrplanner.viewmodels.shell import held_said, last_saved, left_said
from hrplanner.viewmodels.told import Told
from hrplanner.viewmodels.tools import WindowTools
from hrplanner.words.catalog import Catalog

SMALLEST_WINDOW = (640, 420)
SETTLES = 60  # milliseconds after the last change of size before the window is laid out anew


class MainWindow(QMainWindow):
    """Everything that outlives a page: the book, the place, the look. Pages are built anew and keep nothing."""

    book_changed = Signal()
    first_painted = Signal()

    def __init__(
        self,
        app: QApplication,
        tools: WindowTools,
        settings: Settings,
        draw_pages: DrawPages,
        now: Callable[[], dt.datetime],
    ) -> None:
        super().__init__()
        self._app, self._tools, self.settings = app, tools, settings
        self._draw_pages, self._now = draw_pages, now
        self.words = Catalog(settings.language)
        self._book = OpenBook(lambda space: Screens(space, self.words, self._tools, now), self.book_changed.emit)
        self.place = START
        self._new_book = NewBook(self.words)
        self._qt_words: QtWords | None = None
        self._saved_at: dt.datetime | None = None
        self._painted = False
        self.jobs = Jobs(self)
        self.door = BookDoor(
            self, tools, words=lambda: self.words, run=self.run, opened=self._opened, say=self.say, fail=self.fail,
            go=self.go,
        )  # fmt: skip
        self._back = TakingBack(
            screens=lambda: self.screens, words=lambda: self.words, busy=lambda: self.jobs.busy, show=self._show_news,
            fail=self.fail,
        )  # fmt: skip
        self.undo, self.redo = self._back.undo, self._back.redo
        self.door.leave = self._leave
        Keeper(
            self,
            book=lambda: self.screens.workspace.book if self.screens else None,
            words=lambda: self.words,
            now=now,
            run=self.run,
            say=self.say,
            close=self.close,
        )
        self.frame = Frame()
        self.setCentralWidget(self.frame)
        self.setMinimumSize(*SMALLEST_WINDOW)
        self.arrivals = Arrivals(self, lambda: self._desk)
        acts = MenuActs(go=self.go, open_book=self.choose_book, change=self.change, lock=self.lock, quit=self.close)
        self.menus = Menus(self, self._shown, acts)
        self._resized = QTimer(self, singleShot=True, interval=SETTLES)
        self._resized.timeout.connect(self._fit)
        self.book_changed.connect(self._refresh)
        self._job_band = JobBand(self.frame, self.jobs, lambda: (self.look, self.words))
        self._around = Around(self.frame, self._acts_around())
        self.look = self._look_now()
        bind_keys(self, self)
        self._idle = IdleLock(self, app, self.lock, settings.idle_minutes)
        self._dress()

    @property
    def screens(self) -> Screens | None:
        """The view models of the open book; none where none is open, or where it is hidden."""
        return self._book.screens

    # ------------------------------------------------------------------------------ what pages ask for

    def go(self, place: Place) -> None:
        """Another page."""
        if place.room == "session" and self.screens is not None:
            self.screens.open_session(place.number)
        if place.room not in {"new_session", "heading"} and self.screens is not None:
            self.screens.close_form()
        self.place = place
        self.frame.message.put(None)
        self._build_page()

    def go_to_step(self, code: str) -> None:
        """Another step of the open session; nothing where none is open."""
        session = self.screens.workspace.session if self.screens else None
        if session is not None and code in STEPS:
            self.go(Place(room="session", number=session.number, step=code))

    def tell(self, told: Told) -> None:
        """News in the head with Undo; why not as a band, unless the page shows it at its field."""
        if told.why and not told.field:
            self.say(Message(what=told.why, tone="refused"))
        else:
            self._show_news(told.news, self.words.say("Undo"), self.undo)

    def say(self, message: Message) -> None:
        """A band above the page, until it is put away or another page is shown."""
        band = message_band(
            self.look, message, dismiss=self.words.say("Close"), close=lambda: self.frame.message.put(None)
        )
        self.frame.message.put(band)
        surroundings.announce(band, band.accessibleName())

    def fail(self, problem: BaseException) -> None:
        """What was refused or did not work, in words; what nobody expected as a bug with its report."""
        self.say(message_of(problem, self.words, self._tools.report_bug))

    def run(self, job: Job) -> None:
        """Long work, off the main thread."""
        self.jobs.run(job)

    def choose_book(self) -> None:
        """Ask for a book, where the last one lies."""
        self.door.choose(self._folder)

    @property
    def _folder(self) -> Path:
        """Where files are looked for first."""
        last = self.settings.last_book
        return last.parent if last is not None and last.parent.is_dir() else Path.home()

    def lock(self) -> None:
        """Hide a sealed book at once; its file is closed, and its key forgotten, as soon as nobody works with it."""
        screens = self.screens
        if screens is None or not screens.workspace.book.sealed:
            return
        leave_nothing_open()
        self._book.hide(self.place)
        self.go(Place(room="unlock", mode=str(screens.workspace.book.path)))
        self.jobs.when_idle(screens.workspace.book.close)

    def strip_key(self) -> None:
        """To the strip, and from there back to the page."""
        if not self._around.strip.take_focus(self.look):
            self.page.begin()

    def change(self, settings: Settings) -> None:
        """Another language, size or palette: everything is said and drawn anew, nothing typed is lost."""
        self.settings = settings
        keep_settings(settings)
        self._idle.wait(settings.idle_minutes)
        self.words = Catalog(settings.language)
        self._new_book.words = self.words
        if self.screens is not None:
            self.screens.speak(self.words)
        self.look = self._look_now()
        self._dress()

    def _dress(self) -> None:
        """Draw everything in the look of now."""
        wear(self._app, self.look)
        side, top = (self.look.px(12 if self.look.narrow else 24)), self.look.px(8)
        for slot in (self.frame.message, self.frame.progress):
            slot.inset(side, top)
        self._qt_words = speak(self.words, self._qt_words)
        self._build_page()

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._page

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say once that the window is there: only then are the libraries of books loaded."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew when the width asks for it."""
        super().resizeEvent(event)
        self._resized.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The book is saved already; it is only let go."""
        self.jobs.finish()
        self._book.let_go()
        super().closeEvent(event)

    def _make_desk(self) -> Desk:
        """What pages are given."""
        return Desk(
            window=self,
            look=self.look,
            words=self.words,
            tools=self._tools,
            now=self._now,
            draw_pages=self._draw_pages,
            new_book=self._new_book,
            screens=self.screens,
            folder=self._folder,
            last_book=self.settings.last_book,
            go=self.go,
            tell=self.tell,
            say=self.say,
            fail=self.fail,
            run=self.run,
            changed=self.book_changed.emit,
            door=self.door,
        )

    def _build_page(self) -> None:
        self._desk = self._make_desk()
        self._page = page_for(self._desk, self.place)
        self.frame.page.put(scrolled(self._page))
        self._dress_around()
        self._page.begin()

    def _dress_around(self) -> None:
        self._around.dress(self._desk, self.place, self._page, self._saved_at)
        office = "" if self.screens is None else f"{self.screens.workspace.office.name} – "
        self.setWindowTitle(f"{office}hrplanner")

    def _show_news(self, text: str, verb: str, act: Callable[[], object]) -> None:
        if text:
            news = surroundings.News(text=text, verb=verb, act=act)
            self._around.dress_head(self._desk, self.place, self._page, news)

    def _look_now(self) -> Look:
        s, space = self.settings, space_for(self.width(), self.settings.percent)
        return Look(name=s.palette, percent=s.percent, language=s.language, space=space)

    def _shown(self) -> Shown:
        session = self.screens.workspace.session if self.screens else None
        return Shown(
            look=self.look,
            words=self.words,
            settings=self.settings,
            has_book=self.screens is not None,
            has_session=session is not None,
            is_sealed=self.screens is not None and self.screens.workspace.book.sealed,
        )

    def _fit(self) -> None:
        look = self._look_now()
        if look != self.look:
            self.look = look
            self._dress()

    def _opened(self, workspace: Workspace) -> None:
        place = self._book.take(workspace)
        self._saved_at = last_saved(workspace)
        self.settings = replace(self.settings, last_book=workspace.book.path)
        keep_settings(self.settings)
        self.go(place)
        holder = workspace.book.holder
        lies, careful = medium_said(self.words, self._tools.medium_of(workspace.book.path))
        if lies:
            self.say(Message(what=lies, why=careful))
        if workspace.book.left_open is not None:
            what = self.words.say("The program ended without closing this book.")
            self.say(Message(what=what, why=left_said(self.words, workspace), tone="attention"))
        if holder is not None:
            self.say(Message(what=self.words.say("Only for reading"), why=held_said(self.words, holder)))

    def _leave(self, path: Path) -> None:
        """Let go of the book that is about to be opened again, or replaced."""
        if self.screens is not None and self.screens.workspace.book.path.resolve() == path.resolve():
            self._book.let_go()
            self.go(START)

    def _acts_around(self) -> surroundings.Acts:
        menus = self.menus
        return surroundings.Acts(
            undo=self.undo, redo=self.redo, menu=menus.show_all, languages=menus.show_languages,
            sizes=menus.show_sizes, strip=self.strip_key, step=self.go_to_step,
        )  # fmt: skip

    def _refresh(self) -> None:
        if self.screens is None:
            return
        self._saved_at = self._now()
        session = self.screens.workspace.session
        if self.place.room in {"session", "heading"}:
            if session is None:
                self.go(SESSIONS)
                return
            self.place = replace(self.place, number=session.number)
        self._page.refresh()
        self._dress_around()
