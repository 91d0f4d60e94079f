"""What the columns of a table mean: one choice for each, beside its name."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from hrplanner.ui.look import Look
from hrplanner.ui.parts.fields import Choice, named
from hrplanner.ui.parts.layout import Piece, Wide, column, holding, row
from hrplanner.ui.parts.text import label, paragraph
from hrplanner.viewmodels.columns import Columns, calendars, rows
from hrplanner.viewmodels.importing import Importing

IN_A_LINE, IN_A_NARROW_LINE = 3, 2


class ColumnsCard(QFrame):
    """Says what a row is, how days are written, and what each column holds; every choice is kept at once."""

    def __init__(self, look: Look, importing: Importing, columns: Columns, said: Callable[[Columns], object]) -> None:
        super().__init__()
        self.setObjectName("card")
        self._look, self._columns, self._said = look, columns, said
        words, self._meanings = importing.words, importing.meanings(columns)
        kinds = Choice(look, words.say("What a row is"), rows(words), columns.row)
        kinds.when_chosen(lambda code: said(columns.of_row(code)))
        days = Choice(look, words.say("How days are written"), calendars(words), columns.calendar)
        days.when_chosen(lambda code: said(columns.in_calendar(code)))
        whole = (named(look, words.say("What a row is"), kinds), named(look, words.say("How days are written"), days))
        hint = words.say("Say what each column holds. Columns that nobody needs stay as they are.")
        lines: list[Piece] = [
            label(look, words.say("What the columns mean"), "section"),
            paragraph(look, hint, "caption", "muted"),
            row(look, *(Wide(holding(one)) for one in whole), gap=12),
            *self._lines(),
        ]
        self.setLayout(column(look, *lines, edges=(16, 10, 16, 12), gap=8))

    def _lines(self) -> list[Piece]:
        wide = IN_A_NARROW_LINE if self._look.narrow else IN_A_LINE
        cells = [Wide(holding(named(self._look, name, self._choice(name)))) for name in self._columns.names]
        return [row(self._look, *cells[at : at + wide], gap=12) for at in range(0, len(cells), wide)]

    def _choice(self, name: str) -> Choice:
        made = Choice(self._look, name, self._meanings, self._columns.meanings.get(name, ""))
        made.when_chosen(lambda code: self._said(self._columns.meaning(name, code)))
        return made
