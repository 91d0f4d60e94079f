"""The head of a session: a new one, or the one that is open."""

from PySide6.QtWidgets import QWidget

from hrplanner.ui.desk import Desk
from hrplanner.ui.page import Page
from hrplanner.ui.parts.buttons import button
from hrplanner.ui.parts.fields import Choice, Field, named, refusal
from hrplanner.ui.parts.head import Heading
from hrplanner.ui.parts.layout import Gap, Piece, Spring, Wide, column, frame, holding, row
from hrplanner.ui.parts.text import paragraph
from hrplanner.viewmodels.places import SESSIONS, Place
from hrplanner.viewmodels.session_form import SessionFields

WIDTH = 720


class SessionFormPage(Page):
    """The form is described by its fields; saving is one step that can be undone."""

    writes = True

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.place = place
        self._form = desk.open.new_form(heading=place.room == "heading")
        say, typed = desk.words.say, self._form.fields
        self._kind = Choice(self.look, say("Kind of meeting"), self._form.kinds(), typed.kind)
        self._kind.when_chosen(lambda _: self._typed())
        self._fields = {code: self._field(name, getattr(typed, code)) for code, name in self._form.names.items()}
        self._refused, self._why = refusal(self.look)
        card = frame("card", column(self.look, *self._lines(), edges=(24, 18, 24, 22), gap=10))
        card.setMaximumWidth(self.look.px(WIDTH))
        self.fill(card, Spring())

    def heading(self) -> Heading:
        """New, or which."""
        say = self.desk.words.say
        return Heading(title=say("New session") if self._form.is_new else say("Head of the session"))

    def start(self) -> None:
        """The title comes first: number and day are suggested."""
        self._fields["title"].setFocus()

    def _lines(self) -> list[Piece]:
        look, say, field = self.look, self.desk.words.say, self._fields
        hours = [self._part("date"), self._part("start"), self._part("end")]
        together = [self._part("number"), self._part("voters"), self._part("next_meeting")]
        notice = [self._part("notice_date"), self._part("notice_means"), self._part("notice_places")]
        offices = [self._part("presiding"), self._part("secretary")]
        save = button(look, say("Save the session"), self._save, kind="first")
        leave = button(look, say("Not now"), self._leave)
        return [
            named(look, field["title"].accessibleName(), field["title"]),
            named(look, say("Kind of meeting"), self._kind),
            (column if look.tight else row)(look, *(Wide(one) for one in hours), gap=12),
            named(look, field["venue"].accessibleName(), field["venue"]),
            (column if look.tight else row)(look, *(Wide(one) for one in together), gap=12),
            (column if look.tight else row)(look, *(Wide(one) for one in notice), gap=12),
            (column if look.tight else row)(look, *(Wide(one) for one in offices), gap=12),
            named(look, field["legal_basis"].accessibleName(), field["legal_basis"]),
            paragraph(
                look,
                say("A day such as 2026-05-12; several means or places with ; between. Leave empty what is not known."),
                "caption",
                "muted",
            ),
            self._refused,
            Gap(4),
            row(look, save, leave, Spring()),
        ]

    def _part(self, code: str) -> QWidget:
        field = self._fields[code]
        return holding(named(self.look, field.accessibleName(), field))

    def _field(self, name: str, text: str) -> Field:
        made = Field(self.look, name, text)
        made.textChanged.connect(lambda _: self._typed())
        made.returnPressed.connect(self._save)
        return made

    def _typed(self) -> None:
        texts = {code: field.text() for code, field in self._fields.items()}
        self._form.type(SessionFields(kind=self._kind.code, **texts))

    def _save(self) -> None:
        told = self._form.save()
        for code, field in self._fields.items():
            field.refuse(told.why if code == told.field else "")
        self._why.setText(told.why)
        self._refused.setVisible(bool(told.why))
        if told.done:
            number = self.desk.open.workspace.opened().number
            self.desk.open.close_form()
            self.desk.open.reopened()
            self.desk.go(Place(room="session", number=number))
            self.desk.tell(told)
        else:
            self._fields.get(told.field, self._fields["title"]).setFocus()

    def _leave(self) -> None:
        session = self.desk.open.workspace.session
        new = self._form.is_new
        self.desk.open.close_form()
        self.desk.go(SESSIONS if new or session is None else Place(room="session", number=session.number))
