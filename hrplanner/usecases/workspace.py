"""The open book and the open session: run a step, undo, redo, and tell those who watch.

The window and the terminal work through this one object. A step is a function from a value to a value; what differs
is written in one transaction before `run` returns, so "saved" is said after the disk said so.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hrplanner.model.changes import Change, applied, changes_between, inverted, office_changes
from hrplanner.model.errors import Refused
from hrplanner.model.lines import EntryKey, EntryLine, NewEntry
from hrplanner.model.office import Office
from hrplanner.model.session import Session
from hrplanner.usecases.ports import Book

_STEPS_REMEMBERED = 200


@dataclass(frozen=True, slots=True)
class Step:
    """A step that can be taken back or made again: its code, and what it was about."""

    key: EntryKey
    name: str
    about: str | None


class Workspace:
    """One open book, the session that is worked on, and the steps that can be undone."""

    def __init__(self, book: Book, *, actor: str | None = None) -> None:
        self.book = book
        self.office: Office = book.office()
        self.session: Session | None = None
        self.actor = actor
        self._watchers: list[Callable[[], None]] = []
        self._done, self._undone = _stacks(book.last_entries(_STEPS_REMEMBERED))

    # -------------------------------------------------------------------------------------- opening

    def open_session(self, number: str) -> Session:
        self.catch_up()
        self.session = self.book.session(number)
        self._tell()
        return self.session

    def close_session(self) -> None:
        self.session = None
        self._tell()

    def opened(self) -> Session:
        """The session that is open; Refused where none is."""
        if self.session is None:
            raise Refused("no_session_open")
        return self.session

    # -------------------------------------------------------------------------------------- changing

    def run(self, step: str, change: Callable[[Session], Session], *, about: str | None = None) -> Session:
        """Changes the open session and saves the difference as one entry of the log."""
        self.catch_up()
        before = self.opened()
        after = change(before)
        if self._save(step, changes_between(before, after), about=about, session=after):
            self.session = after
            self._tell()
        return after

    def add_session(self, session: Session) -> Session:
        """A new session, saved and opened."""
        if any(line.number == session.number for line in self.book.session_lines()):
            raise Refused("number_taken", number=session.number)
        self._save("add_session", changes_between(None, session), about=session.number, session=session)
        self.session = session
        self._tell()
        return session

    def remove_session(self) -> None:
        """The open session goes to the bin, with all its rows."""
        session = self.opened()
        self._save("remove_session", changes_between(session, None), about=session.number, session=session)
        self.session = None
        self._tell()

    def run_office(self, step: str, change: Callable[[Office], Office], *, about: str | None = None) -> Office:
        """Changes the frame of the book: its name, languages, groups, series, rules, learned words."""
        self.catch_up()
        after = change(self.office)
        if self._save(step, office_changes(self.office, after), about=about, session=None):
            self.office = after
            self._tell()
        return after

    def write(self, step: str, changes: Iterable[Change], *, about: str | None = None, rehearse: bool = False) -> bool:
        """Writes changes that were made elsewhere (an import) as one step; True where something changed."""
        entry = NewEntry(step=step, about=about, actor=self.actor)
        key = self.book.write(entry, changes, rehearse=rehearse)
        if rehearse:
            return False
        self.refresh()
        return key is not None

    # -------------------------------------------------------------------------------------- undo and redo

    @property
    def undo_step(self) -> Step | None:
        return self._done[-1] if self._done else None

    @property
    def redo_step(self) -> Step | None:
        return self._undone[-1] if self._undone else None

    def undo(self) -> Step | None:
        """Takes the last step back, by an entry of its own; None where there is none."""
        return self._take_back("undo", self._done, self._undone)

    def redo(self) -> Step | None:
        """Makes the last undone step again."""
        return self._take_back("redo", self._undone, self._done)

    def _take_back(self, step: str, of: list[Step], to: list[Step]) -> Step | None:
        if not of:
            return None
        last = of[-1]
        if last.name == MERGE:
            self.book.take_merge_back(NewEntry(step=step, about=MERGE, actor=self.actor, undoes=last.key), last.key)
            self.refresh()
            return last
        changes = tuple(inverted(self.book.changes_of(last.key)))
        entry = NewEntry(step=step, about=last.name, actor=self.actor, undoes=last.key)
        key = self.book.write(entry, changes)
        of.pop()
        if key is not None:
            to.append(Step(key, last.name, last.about))
        self._follow(changes)
        self._tell()
        return last

    def _follow(self, changes: tuple[Change, ...]) -> None:
        """Brings the values in memory to what was just written."""
        if any(change.session is None for change in changes):
            self.office = self.book.office()
        if self.session is not None:
            own = [change for change in changes if change.session == self.session.id]
            gone = any(change.id == self.session.id and change.after is None for change in own)
            self.session = None if gone else applied(self.session, own)

    # -------------------------------------------------------------------------------------- watching

    def refresh(self) -> None:
        """Reads the frame, the open session and the steps again from the book; a session that is gone is closed."""
        self._done, self._undone = _stacks(self.book.last_entries(_STEPS_REMEMBERED))
        self.office = self.book.office()
        if self.session is not None:
            try:
                self.session = self.book.session_of_id(self.session.id)
            except Refused:
                self.session = None
        self._tell()

    def catch_up(self) -> bool:
        """Reads again what another program, the terminal beside the window, has written meanwhile; whether it did."""
        changed = self.book.changed_elsewhere()
        if changed:
            self.refresh()
        return changed

    def listen(self, watcher: Callable[[], None]) -> Callable[[], None]:
        """Calls the watcher after each change; the answer ends that."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    def _tell(self) -> None:
        for watcher in tuple(self._watchers):
            watcher()

    def _save(self, step: str, changes: list[Change], *, about: str | None, session: Session | None) -> bool:
        if not changes:
            return False
        entry = NewEntry(step=step, about=about, actor=self.actor, session=session.id if session else None)
        key = self.book.write(entry, changes)
        if key is not None:
            self._remember(key, step, about)
        return key is not None

    def _remember(self, key: EntryKey, step: str, about: str | None) -> None:
        if step in WITHOUT_INVERSE:
            return
        self._done.append(Step(key, step, about))
        self._undone.clear()


def last_merge(workspace: Workspace) -> Step | None:
    """The last merge that was not taken back."""
    return next((step for step in reversed(workspace._done) if step.name == MERGE), None)


NOTED = frozenset(
    {
        "seal_book",
        "unseal_book",
        "change_password",
        "print_recovery",
        "print_draft",
        "export",
        "restore",
        "erase_person",
        "erase_names",
        "remove_scans",
    }
)
"""Steps that are told in the log and cannot be taken back."""

MERGE = "merge"
"""Its undo lets go of what came; to make it again, the other file is merged again."""

# Handing out cannot be taken back: what was frozen for paper may lie on a desk already.
WITHOUT_INVERSE = frozenset(
    {
        "freeze_minutes", "create_book", "print_document", "read_back_minutes", "sign_minutes", "ratify_minutes",
        "make_key", "file_scan", "share", "packet", "write_review", "strike_review", *NOTED,
    }
)  # fmt: skip


def _stacks(newest_first: Iterable[EntryLine]) -> tuple[list[Step], list[Step]]:
    """The steps to undo and to redo as the log of this laptop has them, so that undo survives closing the book."""
    done: list[Step] = []
    undone: list[Step] = []
    for line in reversed(tuple(newest_first)):
        if line.step in WITHOUT_INVERSE:
            continue
        if line.undoes is None:
            done.append(Step(line.key, line.step, line.about))
            undone.clear()
            continue
        of, to = (done, undone) if line.step == "undo" else (undone, done)
        last = next((step for step in reversed(of) if step.key == line.undoes), None)
        if last is not None:
            of.remove(last)
        if last is not None and last.name != MERGE:
            to.append(Step(line.key, last.name, last.about))
    return done, undone
