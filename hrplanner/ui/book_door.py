"""Opening and making books: off the main thread, because the libraries that read them take longer than a window."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDir, QFileInfo, QStandardPaths
from PySide6.QtWidgets import QWidget

from hrplanner.model.errors import FileProblem
from hrplanner.model.office import Office
from hrplanner.model.sealing import BookKey
from hrplanner.ui import dialogs
from hrplanner.ui.explained import message_of
from hrplanner.ui.jobs import Job, Steps
from hrplanner.ui.parts.message import Message
from hrplanner.usecases.ports import Book
from hrplanner.usecases.practice import practice_town
from hrplanner.usecases.sealing import Opener, key_for, make_sealed
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.places import Place
from hrplanner.viewmodels.tools import WindowTools
from hrplanner.words.catalog import Catalog

Reseal = Callable[[Path, BookKey | None], BookKey | None]


@dataclass(frozen=True, slots=True)
class Resealed:
    """The book again, the key whose sheet is to be printed, and what went wrong where something did."""

    space: Workspace
    key: BookKey | None
    problem: FileProblem | None


class BookDoor:
    """The way in: a file is opened or made, and given on as a workspace."""

    def __init__(
        self,
        window: QWidget,
        tools: WindowTools,
        *,
        words: Callable[[], Catalog],
        run: Callable[[Job], object],
        opened: Callable[[Workspace], object],
        say: Callable[[Message], object],
        fail: Callable[[BaseException], object],
        go: Callable[[Place], object],
    ) -> None:
        self._window, self._tools, self._words = window, tools, words
        self._run, self._opened, self._say, self._fail, self._go = run, opened, say, fail, go
        self.sheet_key: BookKey | None = None  # until the recovery sheet of a new password is printed, or left
        self.leave: Callable[[Path], object] = lambda _: None
        """Lets go of the book of this path where it is open: one program opens a book for writing only once."""

    def choose(self, folder: Path) -> None:
        """Ask for a book and open it."""
        path = dialogs.choose_book(self._window, self._words(), folder)
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        """Open a book; one that is in use elsewhere can be opened for reading."""
        self._start(path, lambda: self._tools.open_book(path), lambda problem: self._not_opened(problem, path))

    def unlock(self, path: Path, opener: Opener, failed: Callable[[BaseException], object]) -> None:
        """Open a sealed book with what somebody typed."""
        self._start(path, lambda: self._tools.open_book(path, key=key_for(self._tools, path, opener)), failed)

    def reseal(self, book: Book, act: Reseal, opener: Opener) -> None:
        """Seal the open book anew, which closes it meanwhile; then to its recovery sheet, where there is one."""
        path, words = book.path, self._words()

        def work(_: Steps) -> Resealed:
            old = key_for(self._tools, path, opener) if book.sealed else None
            if old is not None:
                self._tools.open_book(path, read_only=True, key=old).close()  # a wrong password ends here
            book.close()
            try:
                new = act(path, old)
            except FileProblem as problem:
                return Resealed(Workspace(self._tools.open_book(path, key=old)), None, problem)
            return Resealed(Workspace(self._tools.open_book(path, key=new)), new, None)

        job = Job(name=words.say("Writing {file} anew", file=path.name), work=work, done=self._resealed,
                  failed=self._fail)  # fmt: skip
        self._run(job)

    def _resealed(self, done: Resealed) -> None:
        self._opened(done.space)
        self.sheet_key = done.key
        self._go(Place(room="seal"))
        if done.problem is not None:
            self._fail(done.problem)

    def open_for_reading(self, path: Path) -> None:
        """Open a book without the right to change it."""
        self._start(path, lambda: self._tools.open_book(path, read_only=True), self._fail)

    def practise(self) -> None:
        """Open the practice town, which lies among this person's documents."""
        path = documents() / f"practice{dialogs.BOOK}"
        self._start(path, lambda: practice_town(self._tools, path), lambda problem: self._not_opened(problem, path))

    def make(self, office: Office, folder: Path, *, password: str = "") -> None:
        """Ask where, and make a new book there; with a password it is sealed from the start, and its sheet is next."""
        path = dialogs.choose_new_book(self._window, self._words(), folder)
        if path is None:
            return
        keys: list[BookKey] = []

        def work() -> object:
            if not password:
                return self._tools.create_book(path, office)
            book, key = make_sealed(self._tools, path, office, password)
            keys.append(key)
            return book

        def opened(space: Workspace) -> None:
            self._opened(space)
            if keys:
                self.sheet_key = keys[-1]
                self._go(Place(room="seal"))

        self._start(path, work, self._fail, opened)

    def bring_back(
        self, copy: Path, path: Path, told: Callable[[Path | None], object], *, key: BookKey | None = None
    ) -> None:
        """Put a copy, with its key where it is sealed, in the place of the book and open it; `told` hears where the
        old one is.
        """
        aside: list[Path | None] = []

        def work() -> object:
            aside.append(self._tools.bring_back(copy, path, key=key))
            return self._tools.open_book(path, key=key)

        def opened(workspace: Workspace) -> None:
            self._opened(workspace)
            told(aside[0])

        self._start(path, work, self._fail, opened)

    def _start(
        self,
        path: Path,
        work: Callable[[], object],
        failed: Callable[[BaseException], object],
        opened: Callable[[Workspace], object] | None = None,
    ) -> None:
        def open_it(_: Steps) -> Workspace:
            return Workspace(work())  # type: ignore[arg-type]

        self.leave(path)
        name = self._words().say("Opening {file}", file=path.name)
        self._run(Job(name=name, work=open_it, done=opened or self._opened, failed=failed, quiet=True))

    def _not_opened(self, problem: BaseException, path: Path) -> None:
        if isinstance(problem, FileProblem) and problem.code == "sealed":
            self._go(Place(room="unlock", mode=str(path)))
            return
        if not isinstance(problem, FileProblem) or problem.code != "in_use":
            self._fail(problem)
            return
        message = message_of(problem, self._words(), self._tools.report_bug)
        verb = self._words().say("Open for reading")
        self._say(
            Message(
                what=message.what,
                why=message.why,
                tone="attention",
                verb=verb,
                act=lambda: self.open_for_reading(path),
            )
        )


def documents() -> Path:
    """Where this person keeps documents; where nothing can be kept there, where things are kept for a while."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folders = (documents, QDir.homePath(), QDir.tempPath())
    return Path(next((folder for folder in folders if QFileInfo(folder).isWritable()), documents))
