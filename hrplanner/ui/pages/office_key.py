"""The office's key: make it, open it, make it anew from its sheet, hand its public half on; the keys the book knows."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from hrplanner.ui import dialogs
from hrplanner.ui.desk import Desk
from hrplanner.ui.jobs import Job
from hrplanner.ui.page import Page
from hrplanner.ui.parts.buttons import Press, button
from hrplanner.ui.parts.fields import Field, named, refusal
from hrplanner.ui.parts.head import Heading
from hrplanner.ui.parts.layout import Piece, Spring, Wide, column, frame, holding, row
from hrplanner.ui.parts.table import TableView
from hrplanner.ui.parts.text import label, paragraph
from hrplanner.viewmodels.places import Place
from hrplanner.viewmodels.told import Told
from hrplanner.viewmodels.web_address import set_address

_WORDS_A_ROW = 6


class OfficeKeyPage(Page):
    """The own key above, the known keys below; the words of the sheet are shown until they are put away."""

    writes = True

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.place = place
        self._keys = desk.open.keys
        look, say = self.look, desk.words.say
        self._first: QWidget | None = None
        self._refusal, self._why = refusal(look)
        pieces: list[Piece] = [paragraph(look, self._keys.said, "strong"), *self._ways(), self._refusal]
        own = frame("card", column(look, *pieces, edges=(16, 12, 16, 14), gap=10))
        table = self._keys.table()
        listed = TableView(look, table)
        listed.setMinimumHeight(look.row(32) * 4)
        take = button(look, say("Take in a public key"), self._take_in)
        save = [button(look, say("Save the public key"), self._save)] if self._keys.public else []
        head = row(look, label(look, table.name, "section"), Spring(), *save, take, edges=(16, 8, 12, 0))
        known = frame("card", column(look, head, Wide(listed), edges=(1, 1, 1, 4), gap=4))
        sheet = [self._sheet()] if self._keys.sheet else []
        self.fill(own, *sheet, Wide(known), self._address())

    def heading(self) -> Heading:
        """What it is for."""
        say = self.desk.words.say
        return Heading(
            title=say("The office's key"), facts=say("It signs final copies, so that anybody can prove them")
        )

    def start(self) -> None:
        """On the first field, or the first button."""
        if self._first is not None:
            self._first.setFocus()

    # ------------------------------------------------------------------------------ building

    def _ways(self) -> list[Piece]:
        if self._keys.signer is not None:
            return self._opened()
        return self._closed() if self._keys.is_here else self._missing()

    def _opened(self) -> list[Piece]:
        look, say = self.look, self.desk.words.say
        self._first = button(look, say("Close the key"), lambda: self._again(self._keys.close))
        show = button(look, say("Show the 24 words"), lambda: self._again(self._keys.show_sheet))
        return [row(look, self._first, show, Spring())]

    def _closed(self) -> list[Piece]:
        look, say = self.look, self.desk.words.say
        typed = self._secret(say("Passphrase"))
        act = self._act(say("Open the key"), lambda: self._keys.open(typed.text()), typed)
        return [row(look, Wide(holding(named(look, say("Passphrase"), typed))), column(look, Spring(), act))]

    def _missing(self) -> list[Piece]:
        look, say = self.look, self.desk.words.say
        typed, again = self._secret(say("Passphrase")), self._secret(say("Passphrase once more"))
        words = Field(look, say("The 24 words of a recovery sheet"))
        make = self._act(say("Make a key"), lambda: self._keys.make(typed.text(), again.text()), again)
        recover = Press(look, say("Make it anew from the sheet"), "")
        recover.clicked.connect(lambda _: self._told(self._keys.recover(words.text(), typed.text())))
        told = say(
            "Choose a passphrase of at least eight characters, for example four words that do not belong together."
        )
        phrases = (Wide(holding(named(look, say("Passphrase"), typed))),
                   Wide(holding(named(look, say("Passphrase once more"), again))))  # fmt: skip
        sheet = named(look, say("The 24 words of a recovery sheet"), words)
        return [
            paragraph(look, told),
            (column if look.tight else row)(look, *phrases, column(look, Spring(), make)),
            (column if look.tight else row)(look, Wide(holding(sheet)), column(look, Spring(), recover)),
        ]

    def _sheet(self) -> QWidget:
        look, say = self.look, self.desk.words.say
        told = say("Write these 24 words down and lock them away. They open the key if the passphrase is forgotten.")
        numbered = [f"{at}. {word}" for at, word in enumerate(self._keys.sheet, start=1)]
        rows = [
            label(look, "    ".join(numbered[start : start + _WORDS_A_ROW]), "strong")
            for start in range(0, len(numbered), _WORDS_A_ROW)
        ]
        away = button(look, say("They are written down"), self._put_away)
        saved = button(look, say("Save the recovery sheet as PDF"), self._save_sheet)
        return frame(
            "card", column(look, paragraph(look, told), *rows, row(look, away, saved, Spring()), edges=(16, 12, 16, 14))
        )

    def _address(self) -> QWidget:
        look, say = self.look, self.desk.words.say
        typed = Field(look, say("Web address of the office"))
        typed.setText(self.desk.open.workspace.office.web_address or "")
        problem, why = refusal(look)

        def save() -> None:
            told = set_address(self.desk.open.workspace, self.desk.words, typed.text())
            if told.why:
                why.setText(told.why)
                problem.show()
                return
            self.desk.changed()
            self.desk.go(self.place)
            self.desk.tell(told)

        typed.returnPressed.connect(save)
        told = say(
            "It stands at the foot of papers and in their code. Leave it empty for none. The program never opens it."
        )
        line = row(look, Wide(holding(named(look, say("Web address of the office"), typed))),
                   column(look, Spring(), button(look, say("Save the address"), save)))  # fmt: skip
        return frame("card", column(look, paragraph(look, told), line, problem, edges=(16, 12, 16, 14), gap=10))

    def _secret(self, name: str) -> Field:
        made = Field(self.look, name)
        made.setEchoMode(QLineEdit.EchoMode.Password)
        self._first = self._first or made
        return made

    def _act(self, text: str, act: Callable[[], Told], last: Field) -> Press:
        last.returnPressed.connect(lambda: self._told(act()))
        return button(self.look, text, lambda: self._told(act()), kind="first")

    # ------------------------------------------------------------------------------ acting

    def _told(self, told: Told) -> None:
        if told.done:
            self.desk.changed()
            self.desk.go(self.place)
            self.desk.tell(told)
            return
        self._why.setText(told.why)
        self._refusal.show()

    def _again(self, act: Callable[[], None]) -> None:
        act()
        self.desk.go(self.place)

    def _put_away(self) -> None:
        self._keys.sheet = ()
        self.desk.go(self.place)

    def _save(self) -> None:
        suggestion = self.desk.folder / self._keys.file_name
        path = dialogs.choose_key_file(self.desk.window, self.desk.words, suggestion)
        if path is None:
            return
        words, tools, keys = self.desk.words, self.desk.tools, self._keys

        def work(_: object) -> None:
            tools.write_file(path, keys.printed_key() if path.suffix.lower() == ".pdf" else f"{keys.public}\n".encode())

        def done(_: object) -> None:
            self.desk.tell(Told(news=words.say("Saved as {file}.", file=path.name)))

        self.desk.run(Job(name=words.say("Save the public key"), work=work, done=done, failed=self.desk.fail))

    def _save_sheet(self) -> None:
        words, tools, keys = self.desk.words, self.desk.tools, self._keys
        path = dialogs.choose_sheet(self.desk.window, words, self.desk.folder)
        if path is None:
            return

        def done(_: object) -> None:
            said = words.say("Saved as {file}. Print it once, then delete that file.", file=path.name)
            self.desk.tell(Told(news=said))

        def work(_: object) -> None:
            tools.write_file(path, keys.printed_sheet())

        name = words.say("Making the recovery sheet")
        self.desk.run(Job(name=name, work=work, done=done, failed=self.desk.fail))

    def _take_in(self) -> None:
        path = dialogs.choose_paper(self.desk.window, self.desk.words, self.desk.folder)
        if path is not None:
            self._told(self._keys.take_in(path))
