"""Two short forms: how minutes were read back and signed, and what kept people away; what is typed is kept or saved."""

from PySide6.QtWidgets import QFrame, QLabel

from hrplanner.model.minutes import Stage
from hrplanner.ui.desk import Desk
from hrplanner.ui.faces.face import Face
from hrplanner.ui.frame import Slot
from hrplanner.ui.parts.buttons import button
from hrplanner.ui.parts.fields import Field, named, refusal
from hrplanner.ui.parts.layout import Piece, Spring, Wide, column, frame, holding, row
from hrplanner.ui.parts.text import label, paragraph
from hrplanner.viewmodels.places import Place

WIDTH = 720


class ReadBackFace(Face):
    """The state of the minutes, how they are read back, and the one step that comes next."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._reading = desk.open.read_back
        look, say = self.look, desk.words.say
        self._fields = {code: Field(look, name, text) for code, name, text in self._reading.fields()}
        for code, field in self._fields.items():
            field.textChanged.connect(lambda text, code=code: self._reading.type(code, text))
        self._said: QLabel = paragraph(look, "")
        self._next = Slot("next")
        fields = [holding(named(look, field.accessibleName(), field)) for field in self._fields.values()]
        hint = say("Signatures and thumb prints are made on paper. Who signed is noted under Offices.")
        pieces: list[Piece] = [
            label(look, say("Reading back and signing"), "section"),
            self._said,
            (column if look.tight else row)(look, *fields[:3], gap=12),
            fields[3],
            self._next,
            paragraph(look, hint, "caption", "muted"),
        ]
        card = frame("card", column(look, *pieces, edges=(24, 16, 24, 20), gap=10))
        card.setMaximumWidth(look.px(WIDTH))
        self.setLayout(column(look, card, Spring()))
        self.refresh()

    def refresh(self) -> None:
        """The state, and the step that comes next."""
        self._said.setText("\n".join(self._reading.lines()))
        following, look, say = self._reading.following(), self.look, self.desk.words.say
        if following is None:
            made = button(look, say("Go to Print"), self._print, kind="first", icon="print")
        else:
            stage, text = following
            made = button(look, text, lambda: self._take(stage), kind="first")
        self._next.put(holding(row(look, made, Spring())))
        for code, _, text in self._reading.fields():
            if self._fields[code].text() != text:
                self._fields[code].setText(text)

    def start(self) -> None:
        """The language comes first."""
        self._fields["language"].setFocus()

    def _take(self, stage: Stage) -> None:
        told = self._reading.take(stage)
        self.desk.changed()
        self.desk.tell(told)

    def _print(self) -> None:
        number = self.desk.open.workspace.opened().number
        self.desk.go(Place(room="session", number=number, step="print"))


class SupportFace(Face):
    """Barriers, help, and a number that never leaves the book; saved when a field is left."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._support = desk.open.support
        look, say = self.look, desk.words.say
        self._refused, self._why = refusal(look)
        self._fields = {code: Field(look, name, text) for code, name, text in self._support.fields()}
        for field in self._fields.values():
            field.editingFinished.connect(self._save)
            field.returnPressed.connect(field.focusNextChild)
        hint = say(
            "A complaint that could put somebody in danger does not belong in the minutes. Pass it on as agreed and "
            "count it here: the number stays in this book, no paper, packet or export of records holds it."
        )
        self.setLayout(column(look, self._card(hint), Spring()))

    def refresh(self) -> None:
        """As the book has it; the field that is being typed in keeps its text."""
        for code, _, text in self._support.fields():
            field = self._fields[code]
            if not (field.hasFocus() and field.isModified()):
                field.setText(text)

    def start(self) -> None:
        """Barriers come first."""
        self._fields["barriers"].setFocus()

    def _card(self, hint: str) -> QFrame:
        look = self.look
        parts = [holding(named(look, field.accessibleName(), field)) for field in self._fields.values()]
        words = paragraph(look, hint, "caption", "muted")
        barriers, support, referrals = parts
        together = (column if look.tight else row)(look, Wide(barriers), Wide(support), gap=12)
        return frame("card", column(look, together, referrals, words, self._refused, edges=(16, 8, 16, 12), gap=8))

    def _save(self) -> None:
        told = self._support.enter({code: field.text() for code, field in self._fields.items()})
        self._fields["referrals"].refuse(told.why)
        self._why.setText(told.why)
        self._refused.setVisible(bool(told.why))
        for field in self._fields.values():
            field.setModified(bool(told.why))
