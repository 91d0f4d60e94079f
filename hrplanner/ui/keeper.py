"""Care while the window is open: a look at all pages soon after opening, copies every half hour and at closing."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer

from hrplanner.model.backups import Backup, BackupReason
from hrplanner.model.errors import FileProblem
from hrplanner.ui.jobs import Job, Steps
from hrplanner.ui.parts.message import Message
from hrplanner.usecases.ports import Book
from hrplanner.viewmodels.backups import is_due
from hrplanner.words.catalog import Catalog
from hrplanner.words.refusals.explain import explain

LOOKS_EVERY = 60_000  # milliseconds


class Keeper(QObject):
    """Watches the window it belongs to; a copy that cannot be made is said before the window closes, once."""

    def __init__(
        self,
        window: QObject,
        *,
        book: Callable[[], Book | None],
        words: Callable[[], Catalog],
        now: Callable[[], dt.datetime],
        run: Callable[[Job], object],
        say: Callable[[Message], object],
        close: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._book, self._words, self._now, self._run, self._say, self._close = book, words, now, run, say, close
        self._newest: Backup | None = None
        self._of: Book | None = None
        self._told = False
        self._clock = QTimer(self, interval=LOOKS_EVERY)
        self._clock.timeout.connect(self.look)
        self._clock.start()
        window.installEventFilter(self)

    def look(self) -> None:
        """Make a copy where one is due."""
        book = self._book()
        if book is None:
            return
        if book is not self._of:
            self._of, self._newest = book, None
            self._run(self._check(book))
        if book.read_only:
            return
        last = book.last_entries(1)
        if not is_due(self._newest, last[0].at if last else None, self._now()):
            return

        def work(_: Steps) -> Backup | None:
            return book.back_up(BackupReason.TIME)

        name = self._words().say("Making a copy")
        self._run(Job(name=name, work=work, done=self._made, failed=self._not_made, quiet=True))

    def _check(self, book: Book) -> Job:
        def work(_: Steps) -> None:
            book.check_pages()

        name = self._words().say("Checking")
        return Job(name=name, work=work, done=lambda _: None, failed=self._not_whole, quiet=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold the closing window for a copy."""
        if event.type() == QEvent.Type.Close and not self._kept():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _kept(self) -> bool:
        book = self._book()
        if book is None or book.read_only or self._told:
            return True
        try:
            book.back_up(BackupReason.CLOSE)
        except FileProblem as problem:
            self._told = True
            self._not_made(problem, verb=self._words().say("Close all the same"))
            return False
        return True

    def _made(self, made: Backup | None) -> None:
        self._newest = made

    def _not_whole(self, problem: BaseException) -> None:
        if not isinstance(problem, FileProblem):
            raise problem
        told = explain(self._words(), problem)
        if problem.code == "damaged":
            self._say(Message(what=told.why, why=told.now))

    def _not_made(self, problem: BaseException, verb: str = "") -> None:
        if not isinstance(problem, FileProblem):
            raise problem
        words = self._words()
        why = str(explain(words, problem))
        what = words.say("No copy of the book could be made. The book itself is saved.")
        self._say(Message(what=what, why=why, verb=verb, act=self._close if verb else None))
