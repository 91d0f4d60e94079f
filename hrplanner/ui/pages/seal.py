"""The password of the open book: sealing it, another password, its recovery sheet, and taking the seal off."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from hrplanner.model.sealing import BookKey
from hrplanner.ui import dialogs
from hrplanner.ui.desk import Desk
from hrplanner.ui.jobs import Job
from hrplanner.ui.page import Page
from hrplanner.ui.parts.buttons import button
from hrplanner.ui.parts.fields import Field, refusal
from hrplanner.ui.parts.head import Heading
from hrplanner.ui.parts.layout import Gap, Piece, Spring, column, frame, row
from hrplanner.ui.parts.message import Message
from hrplanner.ui.parts.secret import secret_field
from hrplanner.ui.parts.text import label, paragraph
from hrplanner.ui.printers import can_print, send_to_printer
from hrplanner.usecases.sealing import Opener, change_password, key_for, seal, unseal, with_sheet
from hrplanner.usecases.signing import sheet_words
from hrplanner.viewmodels.places import TODAY, Place
from hrplanner.viewmodels.sealing import checked

WIDTH = 620


class SealPage(Page):
    """One card: to seal, to print the sheet that was just made, or what can be done with a seal."""

    writes = True

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.place = place
        self._book = desk.open.workspace.book
        self._refused, self._why = refusal(self.look)
        self._fields: dict[str, Field] = {}
        if desk.door.sheet_key is not None:
            pieces = self._sheet()
        elif self._book.sealed:
            pieces = self._sealed()
        else:
            pieces = self._plain()
        card = frame("card", column(self.look, *pieces, edges=(24, 20, 24, 24), gap=8))
        card.setMaximumWidth(self.look.px(WIDTH))
        self.fill(card, Spring())

    def heading(self) -> Heading:
        """What this is about, and how it stands."""
        say = self.desk.words.say
        return Heading(
            title=say("Password of this book"), facts=say("sealed") if self._book.sealed else say("not sealed")
        )

    def start(self) -> None:
        """On the first field."""
        for field in self._fields.values():
            field.setFocus()
            return

    # ------------------------------------------------------------------------------ building

    def _plain(self) -> list[Piece]:
        say = self.desk.words.say
        return [
            paragraph(self.look, say("Seal this book with a password"), "section"),
            paragraph(
                self.look,
                say(
                    "A stolen laptop or a lost stick then shows nothing: not the names, not a number, nor any backup "
                    "made from now on. Copies and backups made before stay as they are: delete them."
                ),
            ),
            *self._field("new", say("New password")),
            *self._field("again", say("The same once more")),
            self._hint(say("Four words that do not belong together are good, and easy to keep.")),
            self._refused,
            Gap(4),
            row(self.look, button(self.look, say("Seal the book"), self._seal, kind="first"), Spring()),
        ]

    def _sheet(self) -> list[Piece]:
        look, say = self.look, self.desk.words.say
        verbs = [button(look, say("Save as PDF"), self._save_sheet)]
        if can_print():
            verbs.insert(
                0, button(look, say("Print the recovery sheet"), self._print_sheet, kind="first", icon="print")
            )
        return [
            paragraph(look, say("The book is sealed. Now its recovery sheet"), "section"),
            paragraph(
                look,
                say(
                    "The sheet has 24 words that open the book when the password is forgotten. There is no other way: "
                    "nobody can open it without the one or the other. Put it into an envelope, far from the computer."
                ),
            ),
            Gap(4),
            row(look, *verbs, button(look, say("Done"), self._done), Spring()),
        ]

    def _sealed(self) -> list[Piece]:
        look, say = self.look, self.desk.words.say
        return [
            paragraph(look, say("This book is sealed"), "section"),
            *self._field("now", say("Password now, or the 24 words of the sheet")),
            Gap(4),
            row(
                look,
                button(look, say("Make a new recovery sheet"), self._again),
                button(look, say("Take the seal off"), self._unseal),
                Spring(),
            ),
            Gap(8),
            paragraph(look, say("Another password"), "section"),
            self._hint(say("The password and the sheet of before then open only older copies.")),
            *self._field("new", say("New password")),
            *self._field("again", say("The same once more")),
            self._refused,
            row(look, button(look, say("Change the password"), self._change, kind="first"), Spring()),
        ]

    def _hint(self, text: str) -> QWidget:
        return paragraph(self.look, text, "caption", "muted")

    def _field(self, code: str, name: str) -> tuple[Piece, Piece]:
        field, shown = secret_field(self.look, self.desk.words, name)
        title = label(self.look, name, "caption", "muted")
        title.setBuddy(field)
        self._fields[code] = field
        return title, shown

    # ------------------------------------------------------------------------------ doing

    def _seal(self) -> None:
        if self._new_is_fit():
            password, tools = self._fields["new"].text(), self.desk.tools
            self.desk.door.reseal(self._book, lambda path, _: seal(tools, path, password), Opener())

    def _change(self) -> None:
        if self._new_is_fit():
            password, tools = self._fields["new"].text(), self.desk.tools
            self._with_old(lambda path, old: change_password(tools, path, old, password))

    def _unseal(self) -> None:
        tools = self.desk.tools

        def off(path: Path, old: BookKey) -> None:
            unseal(tools, path, old)

        self._with_old(off)

    def _with_old(self, act: Callable[[Path, BookKey], BookKey | None]) -> None:
        def go(path: Path, old: BookKey | None) -> BookKey | None:
            return None if old is None else act(path, old)

        self.desk.door.reseal(self._book, go, self._opener())

    def _again(self) -> None:
        tools, path, opener = self.desk.tools, self._book.path, self._opener()

        def work(_: object) -> BookKey:
            key = key_for(tools, path, opener)
            tools.open_book(path, read_only=True, key=key).close()
            return key

        name = self.desk.words.say("Trying the password")
        self.desk.run(Job(name=name, work=work, done=self._show_sheet, failed=self.desk.fail, quiet=True))

    def _show_sheet(self, key: BookKey) -> None:
        self.desk.door.sheet_key = key
        self.desk.go(self.place)

    def _opener(self) -> Opener:
        """A password, or what looks like the words of a sheet: nobody's password is 24 words."""
        typed = self._fields["now"].text()
        return Opener(words=typed) if len(typed.split()) >= 20 else Opener(password=typed)

    def _new_is_fit(self) -> bool:
        told = checked(self.desk.words, self._fields["new"].text(), self._fields["again"].text())
        for code in ("new", "again"):
            self._fields[code].refuse(told.why if told.field == code else "")
        self._why.setText(told.why)
        self._refused.setVisible(bool(told.why))
        if told.field:
            self._fields[told.field].setFocus()
        return told.done

    # ------------------------------------------------------------------------------ the sheet

    def _save_sheet(self) -> None:
        words = self.desk.words
        path = dialogs.choose_sheet(self.desk.window, words, self.desk.folder)
        if path is not None:
            said = words.say("Saved as {file}. Print it once, then delete that file.", file=path.name)
            self._hand_out(lambda pdf: self.desk.tools.write_file(path, pdf), said)

    def _print_sheet(self) -> None:
        self._hand_out(lambda pdf: send_to_printer(pdf, "A4"), self.desk.words.say("Sent to the printer."))

    def _hand_out(self, act: Callable[[bytes], object], said: str) -> None:
        key, tools, book = self.desk.door.sheet_key, self.desk.tools, self._book
        signer = self.desk.open.keys.signer
        signing = (sheet_words(signer),) if signer else ()  # where the office's key is open its words go along
        if key is None:
            return

        def work(_: object) -> None:
            act(with_sheet(book, tools, key, signing=signing))

        def done(_: object) -> None:
            self.desk.say(Message(tone="done", what=said))

        name = self.desk.words.say("Making the recovery sheet")
        self.desk.run(Job(name=name, work=work, done=done, failed=self.desk.fail))

    def _done(self) -> None:
        self.desk.door.sheet_key = None
        self.desk.go(TODAY)
