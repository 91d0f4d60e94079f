"""Taking in a file of somebody else: one transaction, one entry of the log, and a report that the preview equals.

What the file means was settled before (a mapping, or our own records); here rows are known again, compared and written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from hrplanner.model.backups import BackupReason
from hrplanner.model.incoming import IncomingFile, NotTaken
from hrplanner.model.lines import NewEntry
from hrplanner.model.office import Office
from hrplanner.usecases.import_rows import Taking
from hrplanner.usecases.ports import Book
from hrplanner.usecases.workspace import Workspace

_STEP = "import"


class OpenSource(Protocol):
    """Opens a file for an import: with a mapping, or by what the file says of itself."""

    def __call__(
        self, path: Path, mapping: Path | Mapping[str, Any] | None = None, *, learned: Mapping[str, str]
    ) -> IncomingFile: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What came of an import, counted in rows of the source; `sessions` are the numbers of those it speaks of.

    `withheld` are values of named people that were left out because their field is switched off, `restricted` those
    that a record of this program brought all the same.
    """

    new: int
    changed: int
    duplicate: int
    refused: tuple[NotTaken, ...]
    sessions: tuple[str, ...]
    differences: tuple[Mapping[str, Any], ...]
    withheld: int = 0
    restricted: int = 0

    @property
    def taken(self) -> int:
        """How many rows could be read and understood; none at all is a refusal of the whole file."""
        return self.new + self.changed + self.duplicate

    def as_record(self) -> dict[str, Any]:
        """The report as `import --json` prints it."""
        return {
            "new": self.new,
            "changed": self.changed,
            "duplicate": self.duplicate,
            "refused": [{"line": row.line, "column": row.column, "code": row.code} for row in self.refused],
            "sessions": list(self.sessions),
            "differences": list(self.differences),
            "withheld": self.withheld,
            "restricted": self.restricted,
        }


def import_file(
    book: Book,
    open_source: OpenSource,
    source: Path,
    *,
    mapping: Path | None = None,
    actor: str | None = None,
    rehearse: bool = False,
) -> Report:
    """Takes in what the file holds; with `rehearse` the same is done and taken back, so that the report is the preview.

    Raises FileProblem or Refused where the file, the mapping or a column of it cannot be used; then nothing changed.
    """
    if not rehearse:
        book.back_up(BackupReason.IMPORT)
    taking = Taking(book, open_source(source, mapping, learned=learned_words(book.office())))
    book.write(NewEntry(step=_STEP, about=taking.mark, actor=actor), taking.changes(), rehearse=rehearse)
    return _report(taking)


def import_rows(space: Workspace, file: IncomingFile, *, rehearse: bool = False) -> Report:
    """The same from the window, with a file that is open already: a step that can be undone."""
    if not rehearse:
        space.book.back_up(BackupReason.IMPORT)
    taking = Taking(space.book, file)
    space.write(_STEP, taking.changes(), about=taking.mark, rehearse=rehearse)
    return _report(taking)


def learned_words(office: Office) -> dict[str, str]:
    """The words for groups that the book remembers, by the code of the group."""
    return {known.word: str(known.group) for known in office.learned_words}


def _report(taking: Taking) -> Report:
    return Report(
        new=taking.new,
        changed=taking.changed,
        duplicate=taking.duplicate,
        refused=tuple(taking.refused),
        sessions=tuple(taking.sessions),
        differences=tuple(taking.differences),
        withheld=taking.withheld,
        restricted=taking.restricted,
    )
