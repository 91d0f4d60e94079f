"""Totals copied from paper: each number is saved when its field is left; empty says not known."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QGridLayout

from hrplanner.ui.desk import Desk
from hrplanner.ui.faces.face import Face
from hrplanner.ui.parts.fields import Field, named, refusal, select_all_on_focus
from hrplanner.ui.parts.layout import Piece, Spring, column, frame, holding
from hrplanner.ui.parts.text import label, paragraph
from hrplanner.viewmodels.tally import TotalField

ACROSS = {"wide": 4, "narrow": 3, "tight": 2}


class FromPaper(Face):
    """Two cards: the three totals kept apart, and a count per group."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._totals = desk.open.totals
        self._fields: dict[str, Field] = {}
        say = desk.words.say
        self._refused, self._why = refusal(self.look)
        note = say("Leave empty what the paper does not say. The three totals need not be equal; none is corrected.")
        totals = self._card(say("Three totals"), self._totals.fields())
        groups = self._card(say("Counts of groups"), self._totals.groups())
        hint = paragraph(self.look, note, "caption", "muted")
        self.setLayout(column(self.look, self._refused, totals, groups, hint, Spring(), gap=12))

    def refresh(self) -> None:
        """Numbers as they are now; the field that is being typed in keeps its text."""
        for field in (*self._totals.fields(), *self._totals.groups()):
            shown = self._fields[field.code]
            if not shown.hasFocus() or not shown.isModified():
                shown.setText(field.number)

    def start(self) -> None:
        """The first number."""
        next(iter(self._fields.values())).setFocus()

    def _card(self, title: str, fields: Sequence[TotalField]) -> QFrame:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.look.px(12))
        grid.setVerticalSpacing(self.look.px(10))
        across = ACROSS[self.look.space]
        for at, field in enumerate(fields):
            grid.addWidget(holding(named(self.look, field.text, self._field(field))), at // across, at % across)
        for at in range(across):
            grid.setColumnStretch(at, 1)
        pieces: list[Piece] = [label(self.look, title, "section"), grid]
        return frame("card", column(self.look, *pieces, edges=(16, 12, 16, 16), gap=10))

    def _field(self, field: TotalField) -> Field:
        made = Field(self.look, field.text, field.number)
        select_all_on_focus(made)
        made.editingFinished.connect(lambda: self._enter(field.code))
        made.returnPressed.connect(made.focusNextChild)
        self._fields[field.code] = made
        return made

    def _enter(self, code: str) -> None:
        field = self._fields[code]
        told = self._totals.enter(code, field.text())
        field.refuse(told.why)
        self._why.setText(told.why)
        self._refused.setVisible(bool(told.why))
        field.setModified(bool(told.why))
