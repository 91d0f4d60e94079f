"""The notes of reviews that came back: listed, each in full beside it, and the answer."""

from pathlib import Path

from PySide6.QtWidgets import QFrame, QWidget

from hrplanner.ui import dialogs
from hrplanner.ui.desk import Desk
from hrplanner.ui.faces.face import Face
from hrplanner.ui.frame import Slot
from hrplanner.ui.parts.buttons import Press, button
from hrplanner.ui.parts.empty import empty
from hrplanner.ui.parts.fields import Field, named, refusal
from hrplanner.ui.parts.layout import Flow, Gap, Piece, Spring, Wide, column, frame, hairline, row
from hrplanner.ui.parts.message import Message
from hrplanner.ui.parts.table import TableView
from hrplanner.ui.parts.text import paragraph
from hrplanner.ui.parts.writing import Writing
from hrplanner.viewmodels.answering import Shown
from hrplanner.viewmodels.places import REVIEWS, Place

SIDE = 420


class AnswersFace(Face):
    """Enter on a note goes to its answer."""

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self._place = place
        self._answering = desk.open.answering
        self._answering.only(place.number)
        self._first: QWidget | None = None
        self._writing: Writing | None = None
        self._note = Slot("note")
        self._note.setParent(self)  # filled before it lies in a box, and it should not be a window of its own
        self._view = TableView(self.look, self._answering.table())
        self.setLayout(column(self.look, *(self._list() if self._view.rows.table.rows else self._nothing()), gap=12))

    def refresh(self) -> None:
        """The list and the note as they are now."""
        self.desk.go(self._place)

    def start(self) -> None:
        """On the list."""
        if self._first is not None:
            self._first.setFocus()

    def _nothing(self) -> list[Piece]:
        say = self.desk.words.say
        made = empty(
            self.look,
            icon="share",
            what=say("No review came back yet"),
            why=say("The small file that a partner hands back is taken in here, or dropped anywhere on this window."),
            verb=say("Take a review in"),
            act=self._choose,
        )
        self._first = made.findChild(Press)
        return [Wide(made)]

    def _list(self) -> list[Piece]:
        look, say, view = self.look, self.desk.words.say, self._view
        acts: list[QWidget] = [button(look, say("Take a review in"), self._choose, icon="import")]
        if self._place.number:
            acts.append(button(look, say("Notes on all sessions"), lambda: self.desk.go(REVIEWS)))
        self._first = view
        self._show_note()
        at = next((n for n, one in enumerate(view.rows.table.rows) if one.key == self._answering.current), 0)
        view.make_current(at)
        view.moved.connect(self._turn_to)
        view.opened.connect(lambda _: self._writing.setFocus() if self._writing is not None else None)
        left = frame("card", column(look, view, edges=(1, 4, 1, 4)))
        if look.narrow:
            return [Flow(look.px(8), acts), Wide(left), self._note]
        self._note.setFixedWidth(look.px(SIDE))
        return [Flow(look.px(8), acts), Wide(row(look, Wide(left), column(look, self._note, Spring()), gap=16))]

    def _turn_to(self, key: bytes) -> None:
        self._answering.show(key)
        self._show_note()

    def _show_note(self) -> None:
        shown = self._answering.shown()
        self._writing = None
        self._note.put(None if shown is None else self._in_full(shown))

    def _in_full(self, shown: Shown) -> QFrame:
        look, say = self.look, self.desk.words.say
        pieces: list[Piece] = [
            paragraph(look, shown.about, "section"),
            paragraph(look, shown.written, "caption", "muted"),
        ]
        pieces += [paragraph(look, shown.mark, "strong")] if shown.mark else []
        pieces += [paragraph(look, shown.text)] if shown.text else []
        if shown.is_statement:
            unedited = say("A statement is printed with the minutes as it is; it needs no answer.")
            pieces.append(paragraph(look, unedited, "caption", "muted"))
        if shown.answer:
            answer = say("Answer: {answer}", answer=shown.answer)
            pieces += [hairline(), paragraph(look, answer)]
        if shown.is_open:
            pieces += [Gap(2), hairline(), *self._answer_fields()]
        place = shown.place
        if place is not None:
            pieces.append(row(look, button(look, say("Go to what it is about"), lambda: self.desk.go(place)), Spring()))
        return frame("card", column(look, *pieces, edges=(16, 12, 16, 14), gap=8))

    def _answer_fields(self) -> list[Piece]:
        look, say, answering = self.look, self.desk.words.say, self._answering
        writing = Writing(look, say("Answer"), answering.answer_text)
        writing.textChanged.connect(lambda: answering.type(answer=writing.toPlainText()))
        by = Field(look, say("Answered by"), answering.by)
        by.textChanged.connect(lambda text: answering.type(by=text))
        refused, why = refusal(look)
        self._writing = writing

        def answer() -> None:
            told = answering.answer()
            why.setText(told.why)
            refused.setVisible(bool(told.why))
            writing.refuse(told.why)
            if told.why:
                writing.setFocus()
            else:
                self.desk.tell(told)

        by.returnPressed.connect(answer)
        act = button(look, say("Save the answer"), answer, kind="first")
        return [named(look, say("Answer"), writing), named(look, say("Answered by"), by), refused,
                row(look, act, Spring())]  # fmt: skip

    def _choose(self) -> None:
        path = dialogs.choose_review(self.desk.window, self.desk.words, self.desk.folder)
        if path is not None:
            take_in(self.desk, path)


def take_in(desk: Desk, path: Path) -> None:
    """Put a review that came back beside what it is about, and go to its notes."""
    told = desk.open.answering.take(path)
    desk.go(REVIEWS)
    if told.why:
        desk.say(Message(what=told.why, tone="refused"))
    else:
        desk.tell(told)
