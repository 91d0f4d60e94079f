"""What the use cases ask of the world.

A book on disk and a press for paper. Storage and reports answer, wiring connects them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from hrplanner.model.changes import Change, RowKind
from hrplanner.model.ids import SessionId
from hrplanner.model.lines import CommitmentLine, EntryKey, EntryLine, KnownName, KnownRow, NewEntry, SessionLine
from hrplanner.model.minutes import MinutesVersion, PrintOrder, Printout
from hrplanner.model.office import Office
from hrplanner.model.page_code import PageCode
from hrplanner.model.session import Session


class Book(Protocol):
    """One office's record book. Every write is one transaction and one entry of the log, done when the call returns."""

    @property
    def path(self) -> Path: ...
    @property
    def read_only(self) -> bool: ...
    def close(self) -> None: ...

    def office(self) -> Office: ...
    def session(self, number: str) -> Session:
        """The session of this number; Refused("unknown_session") where there is none outside the bin."""
        ...

    def session_of_id(self, which: SessionId) -> Session: ...
    def session_lines(self) -> tuple[SessionLine, ...]:
        """All sessions outside the bin, by number."""
        ...

    def commitment_lines(self) -> tuple[CommitmentLine, ...]: ...
    def known_names(self, beginning: str, limit: int = 6) -> tuple[KnownName, ...]: ...
    def minutes(self, which: SessionId) -> tuple[MinutesVersion, ...]:
        """The frozen versions of a session, oldest first."""
        ...

    def printouts(self, which: SessionId) -> tuple[Printout, ...]:
        """What was printed of a session, with the words of each page."""
        ...

    def known_rows(self, kind: RowKind, sources: Sequence[str]) -> Mapping[str, KnownRow]:
        """Rows outside the bin by their `source`, the key an import knows them again by."""
        ...

    def write(self, entry: NewEntry, changes: Iterable[Change], *, rehearse: bool = False) -> EntryKey | None:
        """Makes the changes and their entry in one transaction; None where there was nothing to change.

        `changes` may be a generator that asks the book while it runs. With `rehearse` the same transaction is rolled
        back.
        """
        ...

    def last_entries(self, limit: int = 100) -> tuple[EntryLine, ...]:
        """The newest lines of the log written on this laptop, newest first."""
        ...

    def changes_of(self, key: EntryKey) -> tuple[Change, ...]: ...
    def log_head(self) -> str:
        """The chain's head of this laptop's log, in hex; zeros where nothing was written yet."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What was read from a paper.

    `medium` is pdf, picture or text; `pages` the words of its pages, empty from a picture.

    `foreign` says that a code was read that is not of our grammar.
    """

    medium: str
    codes: tuple[PageCode, ...]
    pages: tuple[str, ...] = ()
    foreign: bool = False


class Press(Protocol):
    """Makes paper: the bytes of a PDF, and the same words as plain text."""

    def pdf(self, order: PrintOrder, *, office: Office, session: Session, version: MinutesVersion | None) -> bytes: ...
    def text(self, order: PrintOrder, *, office: Office, session: Session, version: MinutesVersion | None) -> str: ...
    def page_texts(self, pdf: bytes) -> tuple[str, ...]:
        """The words of each page, as a reader of the PDF extracts them."""
        ...
