"""What the use cases ask of the world.

A book on disk and a press for paper. Storage and reports answer, wiring connects them.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from hrplanner.model.backups import Backup, BackupReason, Holder
from hrplanner.model.bin import BinLine
from hrplanner.model.changes import Change, RowKind
from hrplanner.model.conflicts import Conflict
from hrplanner.model.disclosure import Protection
from hrplanner.model.ids import SessionId
from hrplanner.model.incoming import IncomingFile
from hrplanner.model.lines import CommitmentLine, EntryKey, EntryLine, KnownName, KnownRow, NewEntry, SessionLine
from hrplanner.model.list_answers import Question, Sums
from hrplanner.model.medium import Medium
from hrplanner.model.merging.outcome import MergeOutcome
from hrplanner.model.minutes import MinutesVersion, PrintOrder, Printout, Proofs, Scan
from hrplanner.model.minutes_life import Standing
from hrplanner.model.office import Office
from hrplanner.model.office_key import OfficeKey
from hrplanner.model.page_code import PageCode
from hrplanner.model.privacy import Erased, Kept, NamedPerson
from hrplanner.model.review import ReviewNote
from hrplanner.model.sealing import BookKey, Recovery
from hrplanner.model.session import Session
from hrplanner.model.signed_summary import SignedSummary
from hrplanner.model.soundness import Examination, Salvaged
from hrplanner.model.year_sheet import YearSheet


class Book(Protocol):
    """One office's record book. Every write is one transaction and one entry of the log, done when the call returns."""

    @property
    def path(self) -> Path: ...
    @property
    def read_only(self) -> bool: ...
    @property
    def sealed(self) -> bool: ...
    @property
    def left_open(self) -> Holder | None:
        """Whose program died with the book open before it was opened now; None where it was closed."""
        ...

    @property
    def holder(self) -> Holder | None:
        """Who has the book open for writing, where that is somebody else and it can only be read here."""
        ...

    @property
    def locked_because(self) -> str | None:
        """Why nothing can be written: asked, newer_book, cannot_write, packet; None where it can."""
        ...

    def close(self) -> None: ...
    def back_up(self, reason: BackupReason) -> Backup | None:
        """Makes a copy of the book as it is now, looked at whole, or at closing its pages only.

        None where this book makes none. Raises FileProblem.
        """
        ...

    def check_pages(self) -> None:
        """Looks at all pages while the book stays in use; FileProblem("damaged") where they do not hang together."""
        ...

    def compact(self) -> tuple[int, int]:
        """Packs the older part of the log, which says the same afterwards; bytes of the file before and after."""
        ...

    def office(self) -> Office: ...
    def session(self, number: str) -> Session:
        """The session of this number; Refused("unknown_session") where there is none outside the bin."""
        ...

    def session_of_id(self, which: SessionId) -> Session: ...
    def session_lines(self) -> tuple[SessionLine, ...]:
        """All sessions outside the bin, by number."""
        ...

    def commitment_lines(self) -> tuple[CommitmentLine, ...]: ...
    def sums(self, questions: Sequence[Question], parts: Collection[str] = ()) -> Sums:
        """What all lists answer, added up, and all sessions with these parts but without their people."""
        ...

    def places(self) -> Sequence[tuple[bytes, str, int]]:
        """Of each session (by id) how many on its list came from where."""
        ...

    def known_names(self, beginning: str, limit: int = 6) -> tuple[KnownName, ...]: ...
    def minutes(self, which: SessionId) -> tuple[MinutesVersion, ...]:
        """The frozen versions of a session, oldest first."""
        ...

    def printouts(self, which: SessionId) -> tuple[Printout, ...]:
        """What was printed of a session, with the words of each page."""
        ...

    def proofs(self, which: SessionId) -> Proofs:
        """What is kept beside the frozen versions: their steps and their signed summaries."""
        ...

    def scans(self, which: SessionId) -> tuple[Scan, ...]:
        """The signed sheets of a session that came back, with their files."""
        ...

    def version_with(self, beginning: str) -> tuple[str, int] | None:
        """The number and version whose digest begins like this, in hex; None where none does."""
        ...

    def known_rows(self, kind: RowKind, sources: Sequence[str]) -> Mapping[str, KnownRow]:
        """Rows outside the bin by their `source`, the key an import knows them again by."""
        ...

    def write(
        self, entry: NewEntry, changes: Iterable[Change], *, rehearse: bool = False, from_outside: bool = False
    ) -> EntryKey | None:
        """Makes the changes and their entry in one transaction; None where there was nothing to change.

        `changes` may be a generator that asks the book while it runs. With `rehearse` the same transaction is rolled
        back. Rows `from_outside` that the tables do not take are Refused("record_damaged").
        """
        ...

    def merge(
        self, other: Any, entry: NewEntry, *, rehearse: bool = False, moved: Callable[[int, int], object] = max
    ) -> tuple[EntryKey | None, MergeOutcome]:
        """Takes another open copy of this book in, in one transaction; Refused("not_a_copy") where it is none.

        `moved` hears how far it is; what it raises takes all of it back.
        """
        ...

    def take_merge_back(self, entry: NewEntry, merge: EntryKey) -> EntryKey: ...
    def conflicts(self) -> tuple[Conflict, ...]:
        """What merging asked and nobody has settled."""
        ...

    def conflict_ids(self) -> frozenset[bytes]:
        """Everything that was asked and not taken back."""
        ...

    def book_id(self) -> str:
        """Which book this is in all its copies, in hex."""
        ...

    def write_review(self, entry: NewEntry, changes: Iterable[Change]) -> None:
        """Writes notes into a packet, which takes nothing else."""
        ...

    def all_rows(self, kind: RowKind) -> tuple[tuple[bytes, bytes | None, Mapping[str, Any]], ...]:
        """Every row of a kind outside the bin, with its session, in plain values, by id."""
        ...

    def row_now(self, kind: RowKind, row: bytes) -> tuple[SessionId | None, Mapping[str, Any] | None]:
        """A row with its session, in plain values; None where it is not there, or in the bin."""
        ...

    def entry_line(self, key: EntryKey) -> EntryLine | None: ...
    def this_copy(self) -> bytes: ...
    def named_people(self, number: str | None) -> tuple[NamedPerson, ...]:
        """Every line with a name, of one session or of all, in the bin or not."""
        ...

    def erase(self, entry: NewEntry, ids: Collection[bytes]) -> Erased:
        """Takes what makes these lines persons out of the lists, the bin and the log, for good."""
        ...

    def kept_of(self, people: Collection[bytes]) -> Kept:
        """What keeps the names of these lines when they are erased."""
        ...

    def remove_scans(self, entry: NewEntry, people: Collection[bytes]) -> int:
        """Lets go of the pictures of sheets of these people's meetings, for good; how many there were."""
        ...

    def note(self, entry: NewEntry) -> EntryKey:
        """Puts an entry into the log that changes no row: something was handed out, restored, sealed or erased."""
        ...

    def last_entries(self, limit: int = 100) -> tuple[EntryLine, ...]:
        """The newest lines of the log written on this laptop, newest first."""
        ...

    def bin_lines(self, since: dt.datetime) -> tuple[BinLine, ...]:
        """What went into the bin since then, newest first."""
        ...

    def out_of_bin(self, kind: RowKind, row: bytes) -> tuple[Change, ...]:
        """The changes that put a row back, a session with all that went with it; Refused("not_in_bin")."""
        ...

    def lines_of(self, steps: Collection[str], limit: int) -> tuple[EntryLine, ...]:
        """The newest lines of these steps that any copy of the book wrote, newest first."""
        ...

    def changes_of(self, key: EntryKey) -> tuple[Change, ...]: ...
    def changed_elsewhere(self) -> bool:
        """Whether another program wrote into the book since this was last asked."""
        ...

    def entry_of_head(self, head: str) -> EntryLine | None:
        """The entry whose link a paper shows as the head of the log; None where the log was cut or rewritten since."""
        ...

    def log_head(self) -> str:
        """The chain's head of this laptop's log, in hex; zeros where nothing was written yet."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What was read from a paper.

    `pages` are the words of its pages, none from a picture or a bare code; `words` the facts in plain words that a
    code held, `beginning` the digest as far as somebody typed it from a fingerprint, in hex. `foreign` says that a code
    was read that is not of our grammar, `damaged` that one begins like ours and is not whole.
    """

    codes: tuple[PageCode, ...] = ()
    summaries: tuple[SignedSummary, ...] = ()
    keys: tuple[OfficeKey, ...] = ()
    words: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    beginning: str | None = None
    foreign: bool = False
    damaged: bool = False


class Press(Protocol):
    """Makes paper, and the same words as a file of HTML or of plain text."""

    def made(
        self,
        order: PrintOrder,
        *,
        office: Office,
        session: Session,
        version: MinutesVersion | None,
        protection: Protection | None = None,
        standing: Standing | None = None,
        earlier: Sequence[CommitmentLine] = (),
        statements: Sequence[ReviewNote] = (),
    ) -> bytes:
        """The file that the order asks for.

        `protection` says what must not be shown to its reader, `standing` what else of its version, `earlier` are the
        promises still open from meetings before, `statements` what partners handed back to be printed.
        """
        ...

    def facts(self, order: PrintOrder, *, office: Office, session: Session, version: MinutesVersion) -> str:
        """The facts of a version in plain words, as the code of its first page has them."""
        ...

    def recovery_sheet(self, recovery: Recovery, *, language: str, paper: str = "A4") -> bytes:
        """The page with the words that open a secret again when its password is forgotten."""
        ...

    def key_sheet(
        self, key: OfficeKey, *, short: str, language: str, practice: bool = False, paper: str = "A4"
    ) -> bytes:
        """The page with a public key as a code and in six words."""
        ...

    def unprintable(self, text: str, language: str) -> tuple[str, ...]:
        """The characters of a text that no font has, printed as a replacement."""
        ...

    def year_table(self, sheet: YearSheet, office: Office, *, language: str, reader: str, paper: str = "A4") -> bytes:
        """The yearly target table as a PDF."""
        ...

    def page_texts(self, pdf: bytes) -> tuple[str, ...]:
        """The words of each page, as a reader of the PDF extracts them."""
        ...


class KeyShelf(Protocol):
    """Where this computer keeps wrapped secrets; never inside a book."""

    def read(self, name: str) -> str | None:
        """What was kept under this name; None where nothing was."""
        ...

    def keep(self, name: str, content: str) -> None: ...


class Tools(Protocol):
    """What a command or a window asks of the world beyond one open book; wiring has the only one."""

    def create_book(self, path: Path, office: Office, *, key: BookKey | None = None) -> Book:
        """An empty book, sealed where there is a key; FileProblem where something is there already."""
        ...

    def new_book(self, path: Path, office: Office) -> AbstractContextManager[Book]:
        """A book that takes this name when the context ends well, and is gone when it does not."""
        ...

    def open_book(self, path: Path, *, read_only: bool = False, key: BookKey | None = None) -> Book: ...
    def visiting(self, path: Path, *, key: BookKey | None = None) -> AbstractContextManager[Book]:
        """A clean copy of a book that comes from elsewhere, to be read while the context lasts."""
        ...

    def salt_of(self, path: Path) -> bytes | None:
        """What the key of a sealed book is made with; None where the file is not sealed."""
        ...

    def reseal(self, path: Path, *, key: BookKey | None, new: BookKey | None, entry: NewEntry) -> None:
        """Seals the book with another key, or takes the seal off; whole or not at all, and noted in its log."""
        ...

    def examine(self, path: Path, *, key: BookKey | None = None) -> Examination:
        """Looks at everything in a book; never raises for what it finds."""
        ...

    def salvage(self, path: Path, out: Path) -> Salvaged:
        """Brings what can be read of a book out into a new one; FileProblem where that is nothing."""
        ...

    def medium_of(self, path: Path) -> Medium:
        """What the file lies on; nothing is written to find out."""
        ...

    def backups_of(self, path: Path) -> tuple[Backup, ...]:
        """The copies of the book that lies, or lay, here; the one with the most in it first."""
        ...

    def bring_back(self, copy: Path, path: Path, *, key: BookKey | None = None) -> Path | None:
        """Puts a copy in the place of the book, which must not be open; where the old one was set aside."""
        ...

    def press(self) -> Press: ...
    def key_shelf(self) -> KeyShelf: ...
    def read_paper(self, source: str) -> Evidence:
        """What a path, `-` (standard input) or the text of a code shows."""
        ...

    def read_content(self, content: bytes, name: str) -> Evidence:
        """What bytes show that came another way, as the clipboard."""
        ...

    def open_source(
        self, path: Path, mapping: Path | Mapping[str, Any] | None = None, *, learned: Mapping[str, str]
    ) -> IncomingFile:
        """The rows of a source in the words of the record, through its mapping; `learned` are words for groups."""
        ...

    def read_bytes(self, path: Path) -> bytes:
        """A file as it is, as far as one is kept whole in a book."""
        ...

    def read_whole_book(self, path: Path) -> Mapping[str, Any] | None:
        """A book that was taken out as JSON; None where the file is something else."""
        ...

    def read_text(self, path: Path) -> str:
        """A small text file in UTF-8."""
        ...

    def write_file(self, path: Path, content: bytes) -> None:
        """A whole file or none: on any problem the old one is still there."""
        ...

    def staged(self, path: Path, content: bytes) -> AbstractContextManager[object]:
        """Inside, the whole file is on the disk, but not under its name: it takes that at the end, or is gone."""
        ...

    def check_target(self, path: Path) -> None:
        """FileProblem where no file could be put under this name, or a book lies there."""
        ...

    def make_folder(self, path: Path) -> None: ...
    def practice(self) -> Path:
        """The folder of the practice town."""
        ...

    def rule_pack(self, country: str | None) -> str | None:
        """The text of the country's rule file; None where none ships."""
        ...

    def is_country(self, code: str) -> bool:
        """Whether these two small letters are a country of ISO 3166-1."""
        ...
