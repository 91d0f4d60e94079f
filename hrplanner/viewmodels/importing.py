"""Taking over from a file: first a preview of every row, then the same thing saved."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from hrplanner.model.incoming import Incoming, NotTaken
from hrplanner.usecases.importing import OpenSource, Report, import_rows, learned_words
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.columns import Columns, mapping, meanings, suggested
from hrplanner.viewmodels.table import Column, Table, row
from hrplanner.words.catalog import Catalog
from hrplanner.words.refusals.explain import explain_row

EVERY = 50  # rows between two reports of how far it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What is to be taken over; the mapping says which column is what, our own records need none."""

    path: Path
    mapping: Path | None = None
    columns: Columns | None = None
    """What was said of each column, where there is no mapping file."""


class Importing:
    """The file, its preview, and the work of both."""

    def __init__(self, workspace: Workspace, words: Catalog, open_source: OpenSource) -> None:
        self.source: Source | None = None
        self.report: Report | None = None
        self.saved = False
        self._workspace = workspace
        self.words = words
        self._open_source = open_source

    def choose(self, path: Path) -> None:
        """Another file: the preview of the one before is gone."""
        self.source, self.report, self.saved = Source(path=path), None, False

    def ask_columns(self, have: Sequence[str]) -> None:
        """The file has no mapping: what its columns mean has to be said."""
        if self.source is not None:
            columns = suggested(Columns(names=tuple(have)), self.words, self._workspace.office)
            self.source, self.report, self.saved = replace(self.source, columns=columns), None, False

    def say_columns(self, columns: Columns) -> None:
        """Another meaning of a column, of the rows, or of the days."""
        if self.source is not None:
            self.source, self.report, self.saved = replace(self.source, columns=columns), None, False

    def meanings(self, columns: Columns) -> tuple[tuple[str, str], ...]:
        """What a column of this file may mean in this book."""
        return meanings(columns, self.words, self._workspace.office)

    def choose_mapping(self, mapping: Path) -> None:
        """Another meaning of the columns."""
        if self.source is not None:
            source = replace(self.source, mapping=mapping, columns=None)
            self.source, self.report, self.saved = source, None, False

    def work(self, *, rehearse: bool) -> Callable[[Callable[[int, int], object]], Report]:
        """The work of reading all rows; it is given a function to say how far it is, which may raise to stop it."""
        source, workspace, opened = self.source, self._workspace, self._open_source
        learned = learned_words(workspace.office)
        if source is None:
            raise ValueError("no source")

        def work(at: Callable[[int, int], object]) -> Report:
            said = mapping(source.columns) if source.columns is not None else source.mapping
            file = opened(source.path, said, learned=learned)
            return import_rows(workspace, replace(file, rows=_watched(file.rows, at)), rehearse=rehearse)

        return work

    def show(self, report: Report, *, saved: bool) -> None:
        """What came of it."""
        self.report, self.saved = report, saved

    def counts(self) -> tuple[tuple[str, str], ...]:
        """Pairs of word and number: new, changed, already there, left out."""
        report, words = self.report, self.words
        if report is None:
            return ()
        pairs = (
            (words.say_in("rows", "New"), report.new),
            (words.say_in("rows", "Changed"), report.changed),
            (words.say_in("rows", "In the book already"), report.duplicate),
            (words.say_in("rows", "Left out"), len(report.refused)),
        )
        return tuple((text, words.number(n)) for text, n in pairs)

    def news(self) -> str:
        """What to say after saving."""
        taken = 0 if self.report is None else self.report.new + self.report.changed
        return self.words.count("{n} row taken over.", "{n} rows taken over.", taken)

    def left_out(self) -> Table:
        """The rows that are left out, each with its line and why."""
        say = self.words.say
        columns = (
            Column(code="line", title=say("Line"), width=72, number=True),
            Column(code="column", title=say("Column"), width=180),
            Column(code="why", title=say("Why it is left out")),
        )
        refused = self.report.refused if self.report else ()
        rows = tuple(
            row(str(at).encode(), self.words.digits(str(one.line)), one.column or "", self._why(one))
            for at, one in enumerate(refused)
        )
        return Table(say("Rows that are left out"), columns, rows)

    def restricted(self) -> tuple[str, ...]:
        """What the file says of named people in fields that are switched off; nothing where it does not."""
        return () if self.report is None else restricted_said(self.words, self.report)

    def sessions(self) -> tuple[str, ...]:
        """The numbers of the sessions the file speaks of."""
        return self.report.sessions if self.report else ()

    def _why(self, one: NotTaken) -> str:
        return explain_row(self.words, one.code, {"line": one.line, "column": one.column})


def restricted_said(words: Catalog, report: Report) -> tuple[str, ...]:
    """What was left out of lines with a name, and what a record brought, because a field is switched off."""
    withheld = words.count(
        "{n} answer of named people is left out: this book does not ask for it. Switch the field on under Privacy, "
        "with a reason, to take it in.",
        "{n} answers of named people are left out: this book does not ask for them. Switch the fields on under "
        "Privacy, with a reason, to take them in.",
        report.withheld,
    )
    brought = words.count(
        "{n} answer of named people comes with the record, although this book does not ask for it.",
        "{n} answers of named people come with the record, although this book does not ask for them.",
        report.restricted,
    )
    return (*((withheld,) if report.withheld else ()), *((brought,) if report.restricted else ()))


def _watched(rows: Iterator[Incoming | NotTaken], at: Callable[[int, int], object]) -> Iterator[Incoming | NotTaken]:
    """The same rows, with a word now and then on how many there were; how many will come is not known."""
    for count, one in enumerate(rows):
        if count % EVERY == 0:
            at(count, 0)
        yield one
