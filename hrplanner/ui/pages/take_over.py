"""Taking over from a file: choose it, look at every row that would be taken or left out, save."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QFrame, QWidget

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.ui import dialogs
from hrplanner.ui.desk import Desk
from hrplanner.ui.explained import message_of
from hrplanner.ui.faces.columns_card import ColumnsCard
from hrplanner.ui.jobs import Job, Steps
from hrplanner.ui.page import Page
from hrplanner.ui.parts.buttons import Press, button
from hrplanner.ui.parts.empty import empty
from hrplanner.ui.parts.head import Heading
from hrplanner.ui.parts.layout import Piece, Spring, Wide, column, frame, holding, row
from hrplanner.ui.parts.table import TableView
from hrplanner.ui.parts.text import label, paragraph
from hrplanner.usecases.importing import Report
from hrplanner.viewmodels.columns import Columns
from hrplanner.viewmodels.importing import Source
from hrplanner.viewmodels.places import SESSIONS, Place
from hrplanner.viewmodels.told import Told


class TakeOverPage(Page):
    """What the preview shows is what is saved: both are the same transaction."""

    writes = True

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.place = place
        self._importing = desk.open.importing
        self._first: QWidget | None = None
        if self._importing.source is None:
            self._show_nothing()
        else:
            self._show_source(self._importing.source)

    def heading(self) -> Heading:
        """What is done here."""
        return Heading(title=self.desk.words.say("Take over from a file"))

    def head_parts(self) -> Sequence[QWidget]:
        """To the other way in which a colleague's work comes here."""
        merge = self.desk.words.say("Merge another copy")
        return (button(self.look, merge, lambda: self.desk.go(Place(room="merge"))),)

    def start(self) -> None:
        """On the button that goes on."""
        if self._first is not None:
            self._first.setFocus()

    def _show_nothing(self) -> None:
        say = self.desk.words.say
        made = empty(
            self.look,
            icon="import",
            what=say("No file is chosen"),
            why=say("Tables (CSV, XLSX), records of this program (JSON) and budget votes (.pb) can be taken over."),
            verb=say("Choose a file"),
            act=self._choose,
        )
        self._first = made.findChild(Press)
        self.fill(Wide(made))

    def _show_source(self, source: Source) -> None:
        look, say, mapping = self.look, self.desk.words.say, source.mapping
        meaning = say("What the columns mean: {file}", file=mapping.name) if mapping else say("No mapping is chosen")
        names = column(look, label(look, source.path.name, "section"), label(look, meaning, "caption", "muted"), gap=2)
        acts = row(
            look,
            button(look, say("Another file"), self._choose),
            button(look, say("Choose the mapping"), self._choose_mapping),
        )
        head = (column if look.tight else row)(look, Wide(names), acts)
        pieces: list[Piece] = [frame("card", column(look, head, edges=(16, 10, 12, 10)))]
        if source.columns is not None:
            pieces.append(ColumnsCard(look, self._importing, source.columns, self._say_columns))
        self.fill(*pieces, *self._result(source))

    def _result(self, source: Source) -> list[Piece]:
        look, say = self.look, self.desk.words.say
        if self._importing.report is None:
            again = button(look, say("Look at the rows"), self._rehearse, kind="first")
            again.setEnabled(source.columns is None or source.columns.complete)
            self._first = again
            return [row(look, again, Spring()), Spring()]
        pieces: list[Piece] = [self._counts()]
        pieces += [paragraph(look, line, "strong") for line in self._importing.restricted()]
        if self._importing.report.refused:
            table = TableView(look, self._importing.left_out())
            pieces.append(Wide(frame("card", column(look, table, edges=(1, 4, 1, 4)))))
        else:
            pieces += [paragraph(look, say("Every row was understood."), "body", "muted"), Spring()]
        return pieces

    def _counts(self) -> QFrame:
        look, say = self.look, self.desk.words.say
        cells = [
            Wide(holding(column(look, label(look, text, "caption", "muted"), label(look, number, "section"), gap=1)))
            for text, number in self._importing.counts()
        ]
        if self._importing.saved:
            act = button(look, say("To the sessions"), lambda: self.desk.go(SESSIONS), kind="first")
        else:
            act = button(look, say("Take over"), self._take, kind="first", icon="import")
        self._first = act
        return frame("card", row(look, *cells, act, edges=(16, 10, 12, 10), gap=16))

    def _choose(self) -> None:
        path = dialogs.choose_source(self.desk.window, self.desk.words, self.desk.folder)
        if path is not None:
            self._importing.choose(path)
            self._rehearse()

    def _choose_mapping(self) -> None:
        path = dialogs.choose_mapping(self.desk.window, self.desk.words, self.desk.folder)
        if path is not None:
            self._importing.choose_mapping(path)
            self._rehearse()

    def _say_columns(self, columns: Columns) -> None:
        self._importing.say_columns(columns)
        self.desk.go(self.place)

    def _rehearse(self) -> None:
        self._run(self.desk.words.say("Reading the rows"), saved=False)

    def _take(self) -> None:
        self._run(self.desk.words.say("Taking over"), saved=True)

    def _run(self, name: str, *, saved: bool) -> None:
        work = self._importing.work(rehearse=not saved)

        def read(steps: Steps) -> Report:
            return work(steps.at)

        def done(report: Report) -> None:
            self._importing.show(report, saved=saved)
            self.desk.go(self.place)
            if saved:
                self.desk.changed()
                self.desk.tell(Told(news=self._importing.news()))

        self.desk.run(Job(name=name, work=read, done=done, failed=self._not_read))

    def _not_read(self, problem: BaseException) -> None:
        have = problem.params.get("have") if isinstance(problem, Refused) else None
        if isinstance(problem, Refused) and problem.code == "mapping_needed" and isinstance(have, tuple):
            self._importing.ask_columns(have)
            self.desk.go(self.place)
            return
        self.desk.go(self.place)
        if isinstance(problem, Refused | FileProblem) and problem.code.startswith("mapping"):
            said = message_of(problem, self.desk.words, self.desk.tools.report_bug)
            verb = self.desk.words.say("Choose the mapping")
            self.desk.say(replace(said, tone="attention", verb=verb, act=self._choose_mapping))
        else:
            self.desk.fail(problem)
