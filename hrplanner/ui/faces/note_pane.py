"""The review pane: notes on one part of the record, and a new note, mark or statement of the partner's own."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from hrplanner.model.ids import RowId
from hrplanner.ui.desk import Desk
from hrplanner.ui.faces.face import Face
from hrplanner.ui.frame import Slot
from hrplanner.ui.parts.buttons import bare, button
from hrplanner.ui.parts.fields import Choice, Field, named, refusal
from hrplanner.ui.parts.layout import Piece, Spring, Wide, column, hairline, holding, row
from hrplanner.ui.parts.text import paragraph
from hrplanner.ui.parts.writing import Writing
from hrplanner.ui.surroundings import announce
from hrplanner.viewmodels.review import NoteShown


class NotePane(Face):
    """What was typed stays until it is written, also for another part."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._review = desk.open.review
        look, say, entry = self.look, desk.words.say, self._review.entry
        statement = self._review.is_statement
        name = say("Our statement, printed as it is written") if statement else say("Note")
        self._text = Writing(look, name, entry.text, lines=8 if statement else 4)
        self._text.textChanged.connect(lambda: self._review.type(text=self._text.toPlainText()))
        self._author = Field(look, say("Your name, or your organisation's"), entry.author)
        self._author.textChanged.connect(lambda text: self._review.type(author=text))
        self._author.returnPressed.connect(self._write)
        self._refused, self._why = refusal(look)
        self._notes = Slot("notes")
        pieces: list[Piece] = [paragraph(look, self._review.about(), "section"), self._notes]
        if not statement:
            mark = Choice(look, say("What do you think of it?"), self._review.marks(), entry.mark)
            mark.when_chosen(self._review.mark)
            pieces.append(named(look, mark.accessibleName(), mark))
        verb = say("Add the statement") if statement else say("Write the note")
        pieces += [
            named(look, name, self._text),
            named(look, self._author.accessibleName(), self._author),
            self._refused,
            row(look, button(look, verb, self._write, kind="first", icon="plus"), Spring()),
        ]
        self.setLayout(column(look, *pieces, gap=8))
        self.refresh()

    def refresh(self) -> None:
        """The notes that are there."""
        found = self._review.notes()
        lines = [self._one(note) for note in found]
        self._notes.put(holding(column(self.look, *lines, hairline(), gap=8)) if found else None)

    def start(self) -> None:
        """Where one writes."""
        self._text.setFocus()

    def _one(self, note: NoteShown) -> QWidget:
        look, say = self.look, self.desk.words.say
        lines = [paragraph(look, note.head, "caption", "muted")]
        lines += [paragraph(look, note.text)] if note.text else []
        pieces: list[Piece] = [Wide(column(look, *lines, gap=2))]
        if note.own:
            out = bare(look, "bin", say("Take this note out: {note}", note=note.head), self._striking(note.id))
            pieces.append(column(look, out, Spring()))
        return holding(row(look, *pieces))

    def _striking(self, which: RowId) -> Callable[[], object]:
        return lambda: announce(self, self._review.strike(which).news)

    def _write(self) -> None:
        told = self._review.write()
        self._why.setText(told.why)
        self._refused.setVisible(bool(told.why))
        self._text.refuse(told.why)
        self._author.refuse(told.why if told.field == "name" else "")
        if told.done:
            self._text.setPlainText("")
            announce(self, told.news)  # the note is seen above; a toast would offer an Undo that a packet has not
            self._text.setFocus()
        elif told.field == "name":
            self._author.setFocus()
        else:
            self._text.setFocus()
