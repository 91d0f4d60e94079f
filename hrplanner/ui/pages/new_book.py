"""A new record book: whose, where, in which language it prints."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from hrplanner.ui.desk import Desk
from hrplanner.ui.page import Page
from hrplanner.ui.parts.buttons import button
from hrplanner.ui.parts.fields import Choice, Field, named, refusal
from hrplanner.ui.parts.head import Heading
from hrplanner.ui.parts.layout import Gap, Spring, column, frame, row
from hrplanner.ui.parts.secret import secret_field
from hrplanner.ui.parts.text import label, paragraph
from hrplanner.viewmodels.places import START, TODAY, Place
from hrplanner.viewmodels.sealing import checked

WIDTH = 480


class NewBookPage(Page):
    """The form; the file is asked for last."""

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.place = place
        look, say, form = self.look, desk.words.say, desk.new_book
        self._name = Field(look, say("Name of the office"), form.fields.name)
        self._name.textChanged.connect(self._typed)
        self._name.returnPressed.connect(self._make)
        self._country = Choice(look, say("Country"), form.countries(), form.fields.country)
        self._country.when_chosen(self._chose_country)
        self._language = Choice(look, say("Language of printouts"), form.languages(), form.fields.language)
        self._language.when_chosen(self._chose_language)
        sealed = say("Password, where the book is to be sealed from the start")
        again = say("The same once more")
        self._password, shown = secret_field(look, desk.words, sealed)
        self._again, shown_again = secret_field(look, desk.words, again)
        self._refused, self._why = refusal(look)
        make = button(look, say("Choose a place and make the book"), self._make, kind="first")
        card = frame(
            "card",
            column(
                look,
                named(look, say("Name of the office"), self._name),
                named(look, say("Country"), self._country),
                paragraph(look, say("The country brings its groups, its rules and its calendar."), "caption", "muted"),
                named(look, say("Language of printouts"), self._language),
                label(look, sealed, "caption", "muted"),
                shown,
                label(look, again, "caption", "muted"),
                shown_again,
                self._refused,
                Gap(4),
                row(look, make, button(look, say("Not now"), self._leave), Spring()),
                edges=(24, 20, 24, 24),
                gap=10,
            ),
        )
        card.setMaximumWidth(look.px(WIDTH))
        self.fill(card, Spring())

    def heading(self) -> Heading:
        """What is made here."""
        return Heading(title=self.desk.words.say("New record book"))

    def start(self) -> None:
        """The name comes first."""
        self._name.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is "Not now"."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        self.desk.go(START if self.desk.screens is None else TODAY)

    def _typed(self, text: str) -> None:
        self.desk.new_book.fields = replace(self.desk.new_book.fields, name=text)

    def _chose_country(self, code: str) -> None:
        form = self.desk.new_book
        form.choose_country(code)
        self._language.setCurrentIndex(self._language.findData(form.fields.language))

    def _chose_language(self, code: str) -> None:
        self.desk.new_book.fields = replace(self.desk.new_book.fields, language=code)

    def _make(self) -> None:
        office, told = self.desk.new_book.office(self.desk.tools.rule_pack)
        self._name.refuse(told.why)
        password = self._password.text()
        if not told.why and (password or self._again.text()):
            told = checked(self.desk.words, password, self._again.text())
        self._password.refuse(told.why if told.field == "new" else "")
        self._again.refuse(told.why if told.field == "again" else "")
        self._why.setText(told.why)
        self._refused.setVisible(bool(told.why))
        if office is not None and not told.why:
            self.desk.door.make(office, self.desk.folder, password=password)
            return
        {"new": self._password, "again": self._again}.get(told.field, self._name).setFocus()
