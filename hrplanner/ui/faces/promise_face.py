"""A promise of an office: what, who, the first step, by when, how much."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QMenu

from hrplanner.ui.desk import Desk
from hrplanner.ui.faces.face import Face
from hrplanner.ui.menu import Entry, Part, menu
from hrplanner.ui.parts.buttons import button
from hrplanner.ui.parts.fields import Field, named, refusal
from hrplanner.ui.parts.layout import Piece, Spring, Wide, column, frame, holding, row
from hrplanner.ui.parts.message import Message
from hrplanner.ui.parts.table import TableView
from hrplanner.viewmodels.promises import PromiseEntry
from hrplanner.viewmodels.told import Told

FIELDS = ("text", "owner", "first_step", "due_text", "money_text")
OF_REFUSAL = {"due": "due_text", "money": "money_text"}


class PromiseFace(Face):
    """The entry above, the promises below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._promises = desk.open.promises
        look, say, entry = self.look, desk.words.say, self._promises.entry
        names = (
            say("Promise"),
            say("Owner: the office that does it"),
            say("First step"),
            say("Due"),
            say("Money"),
        )
        self._fields = {code: Field(look, name, getattr(entry, code)) for code, name in zip(FIELDS, names, strict=True)}
        for field in self._fields.values():
            field.textChanged.connect(lambda _: self._typed())
            field.returnPressed.connect(self._add)
        self._refused, self._why = refusal(look)
        self._table = PromiseTable(desk)
        table = frame("card", column(look, self._table, edges=(1, 4, 1, 4)))
        self.setLayout(column(look, self._entry_card(), Wide(table), gap=8))

    def refresh(self) -> None:
        """The list."""
        self._table.fill(self._promises.table())

    def start(self) -> None:
        """The next promise."""
        self._fields["text"].setFocus()

    def _entry_card(self) -> QFrame:
        look, say = self.look, self.desk.words.say
        add = button(look, say("Add"), self._add, kind="first", icon="plus")
        parts = {code: holding(named(look, field.accessibleName(), field)) for code, field in self._fields.items()}
        pressed = holding(column(look, Spring(), add, gap=0))
        first = row(look, Wide(parts["text"], 3), Wide(parts["owner"], 2), gap=12)
        lines: list[Piece] = [first]
        if look.tight:
            lines = [parts["text"], parts["owner"], parts["first_step"]]
            lines.append(row(look, Wide(parts["due_text"]), Wide(parts["money_text"]), pressed, gap=12))
        else:
            rest = (Wide(parts["first_step"], 3), Wide(parts["due_text"], 2), Wide(parts["money_text"], 1), pressed)
            lines.append(row(look, *rest, gap=12))
        return frame("card", column(look, *lines, self._refused, edges=(16, 6, 16, 10), gap=8))

    def _typed(self) -> None:
        self._promises.type(PromiseEntry(**{code: field.text() for code, field in self._fields.items()}))

    def _add(self) -> None:
        told = self._promises.add()
        refused = OF_REFUSAL.get(told.field, "text")
        for code, field in self._fields.items():
            field.refuse(told.why if code == refused else "")
        self._why.setText(told.why)
        self._refused.setVisible(bool(told.why))
        if told.done:
            self._show_entry()
            self.desk.tell(told)
        self._fields[refused if told.why else "text"].setFocus()

    def _show_entry(self) -> None:
        entry = self._promises.entry
        for code, field in self._fields.items():
            field.setText(getattr(entry, code))


class PromiseTable(TableView):
    """Promises; Enter on the status offers the others."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, desk.open.promises.table(), self._corrected)
        self._desk, self._promises = desk, desk.open.promises
        self.binned.connect(lambda key: desk.tell(self._promises.remove(key)))
        self.opened.connect(self._offer)

    def _offer(self, key: bytes) -> None:
        made = self._statuses(key)
        cell = self.visualRect(self.currentIndex())
        made.popup(self.viewport().mapToGlobal(cell.bottomLeft()))

    def _statuses(self, key: bytes) -> QMenu:
        entries = [Entry(text=text, act=self._setter(key, code)) for code, text in self._promises.statuses()]
        made = menu(self, self._desk.look, [Part(entries=entries)])
        made.aboutToHide.connect(made.deleteLater)
        return made

    def _setter(self, key: bytes, code: str) -> Callable[[], object]:
        return lambda: self._desk.tell(self._promises.set_status(key, code))

    def _corrected(self, key: bytes, column: str, text: str) -> str:
        told = self._promises.edit(key, column, text)
        if told.why:
            self._desk.say(Message(what=told.why, tone="refused"))
        else:
            self._desk.tell(Told(news=told.news))
        return told.why
