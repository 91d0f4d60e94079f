"""Taking everything out of a book: where to, and what was written."""

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

from hrplanner.usecases.ports import Tools
from hrplanner.usecases.taking_out import take_out
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.questions import row_title
from hrplanner.viewmodels.table import Column, Table, row
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels.words import word


class TakingOut:
    """The folder, and how many rows of each kind went there."""

    def __init__(self, workspace: Workspace, words: Catalog, tools: Tools, now: Callable[[], dt.datetime]) -> None:
        self.folder: Path | None = None
        self._rows: Mapping[str, int] = {}
        self._workspace = workspace
        self.words = words
        self._tools = tools
        self._now = now

    def into(self, folder: Path) -> Path:
        """The folder of its own inside the one that was chosen, by the book and the day."""
        return folder / f"{self._workspace.book.path.stem}-{self._now().date().isoformat()}"

    def work(self, folder: Path) -> Callable[[], Mapping[str, int]]:
        """The work of writing everything there."""
        book, tools, words = self._workspace.book, self._tools, self.words
        return lambda: take_out(book, tools, folder, title=lambda name: word(words, "field", name))

    def show(self, rows: Mapping[str, int], folder: Path) -> str:
        """What was written where."""
        self.folder, self._rows = folder, rows
        return self.words.count(
            "Wrote {n} row to {folder}.", "Wrote {n} rows to {folder}.", sum(rows.values()), folder=folder.name
        )

    def table(self) -> Table:
        """The files that hold something, and how many rows each has."""
        words = self.words
        columns = (
            Column(code="file", title=words.say("File"), width=220),
            Column(code="what", title=words.say("What")),
            Column(code="rows", title=words.say("Rows"), width=90, number=True),
        )
        rows = tuple(
            row(kind.encode(), f"{kind}.csv", row_title(words, kind), words.number(n))
            for kind, n in self._rows.items()
            if n
        )
        return Table(words.say("What was written"), columns, rows)
