"""The bin in words: what was taken away in the last ninety days, and putting it back."""

import datetime as dt
from collections.abc import Callable

from hrplanner.model.bin import KEPT_FOR, BinLine
from hrplanner.model.errors import FileProblem, Refused
from hrplanner.usecases.bin import put_back
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.soundness_said import said
from hrplanner.viewmodels.table import Column, Row, Table, row
from hrplanner.viewmodels.told import Told, refused
from hrplanner.words.catalog import Catalog


class Bin:
    """The list, and one thing to do with a row of it."""

    def __init__(self, workspace: Workspace, words: Catalog, now: Callable[[], dt.datetime]) -> None:
        self._workspace = workspace
        self.words = words
        self._now = now

    def table(self) -> Table:
        """What lies in the bin, newest first."""
        say = self.words.say
        columns = (
            Column(code="gone", title=say("Removed"), width=200),
            Column(code="kind", title=say("Kind"), width=150),
            Column(code="words", title=say("What")),
            Column(code="number", title=say("Session"), width=150),
        )
        return Table(say("Bin"), columns, tuple(self._line(line) for line in self._lines()))

    def put_back(self, key: bytes) -> Told:
        """Put a row back, and say which."""
        line = next((one for one in self._lines() if one.id == key), None)
        if line is None:
            return refused(self.words, Refused("not_in_bin"))
        try:
            put_back(self._workspace, line.kind, line.id, about=line.number)
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem)
        return Told(news=self.words.say("Put back: {what}", what=said(self.words, "row", line.kind)))

    def _lines(self) -> tuple[BinLine, ...]:
        return self._workspace.book.bin_lines(self._now() - KEPT_FOR)

    def _line(self, line: BinLine) -> Row:
        gone = line.gone.astimezone()
        when = f"{self.words.date(gone.date())}, {self.words.time(gone.time())}"
        return row(line.id, when, said(self.words, "row", line.kind), line.words, line.number or "")
