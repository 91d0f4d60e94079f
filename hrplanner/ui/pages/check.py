"""Check a paper: a file that is dropped or chosen, what is pasted, what a scanner or a person types; and the answer."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from hrplanner.ui import dialogs
from hrplanner.ui.desk import Desk
from hrplanner.ui.frame import Slot
from hrplanner.ui.jobs import Job
from hrplanner.ui.page import Page
from hrplanner.ui.parts.buttons import button
from hrplanner.ui.parts.empty import empty
from hrplanner.ui.parts.fields import Field, named
from hrplanner.ui.parts.head import Heading
from hrplanner.ui.parts.layout import Piece, Spring, Wide, column, frame, holding, row
from hrplanner.ui.parts.message import Message
from hrplanner.ui.parts.table import TableView
from hrplanner.ui.parts.text import label, paragraph, sign
from hrplanner.viewmodels.checking import Check, Checking
from hrplanner.viewmodels.places import Place


class CheckPage(Page):
    """Three ways in, above; the answer below, with the facts to compare by eye."""

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.place = place
        self.setAcceptDrops(True)
        has_book = desk.screens is not None
        self._checking = desk.open.checking if has_book else Checking(None, desk.words, desk.tools)
        self._answer = Slot("answer")
        self._typed = Field(self.look, desk.words.say("Code or six words"))
        self._typed.returnPressed.connect(self._check_typed)
        self.fill(self._ways_in(), Wide(self._answer))
        self._show()

    def heading(self) -> Heading:
        """What is done here."""
        return Heading(title=self.desk.words.say("Check a paper"))

    def start(self) -> None:
        """Where a scanner types."""
        self._typed.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file, a picture or a text."""
        data = event.mimeData()
        if data.hasUrls() or data.hasImage() or data.hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Check what was dropped."""
        local = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if local:
            self._check(self._checking.of_file(Path(local[0])))
        elif event.mimeData().hasImage():
            self._check_image(event.mimeData().imageData())
        elif event.mimeData().hasText():
            self._check(self._checking.of_text(event.mimeData().text()))
        event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste anywhere on the page."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------------------ building

    def _ways_in(self) -> QWidget:
        look, say = self.look, self.desk.words.say
        told = say(
            "Drop a PDF, a photo or a scan here. Or go to the field and scan the code with a hand scanner, or type the "
            "six words at the foot of the page."
        )
        acts = row(
            look,
            button(look, say("Choose a file"), self._choose, kind="first", icon="import"),
            button(look, say("Paste"), self._paste),
        )
        check = button(look, say("Check"), self._check_typed)
        typed = row(
            look, Wide(holding(named(look, say("Code or six words"), self._typed))), column(look, Spring(), check)
        )
        lines: list[Piece] = [paragraph(look, told), row(look, acts, Spring()), typed]
        return frame("card", column(look, *lines, edges=(16, 12, 16, 14), gap=10))

    def _nothing_yet(self) -> QWidget:
        say = self.desk.words.say
        why = say("The answer is one word: genuine, older, altered or not ours. Nothing is changed by checking.")
        return empty(self.look, icon="tick", what=say("No paper was checked yet"), why=why)

    def _offered(self) -> QWidget:
        look, say = self.look, self.desk.words.say
        told = say(
            "Ask the office for its six words, by telephone or at its door. Only if they are the same, let this "
            "computer know the key: it then tells what this office signed, with and without its book."
        )
        pieces: list[Piece] = [paragraph(look, text, "section") for text in self._checking.offered]
        know = button(look, say("The words are the same: know this key"), self._know, kind="first")
        pieces += [paragraph(look, told), row(look, know, Spring()), Spring()]
        return frame("card", column(look, *pieces, edges=(16, 12, 16, 12), gap=10))

    def _show(self) -> None:
        look, checking = self.look, self._checking
        if checking.offered:
            self._answer.put(self._offered())
            return
        if checking.found is None:
            self._answer.put(self._nothing_yet())
            return
        head = row(
            look,
            column(look, sign(look, checking.mark, size=28), Spring()),
            Wide(
                column(
                    look, paragraph(look, checking.answer, "section"), label(look, checking.name, "caption", "muted")
                )
            ),
            gap=12,
        )
        table = checking.facts()
        pieces: list[Piece] = [head]
        pieces += [paragraph(look, text, "body", "not_met") for text in checking.differences()]
        if checking.can_file:
            filing = button(look, self.desk.words.say("File this scan to its session"), self._file)
            pieces.append(row(look, filing, Spring()))
        if table.rows:
            facts = TableView(look, table)
            facts.setMinimumHeight(look.row(32) * 5)
            pieces.append(Wide(facts))
        else:
            pieces.append(Spring())
        self._answer.put(frame("card", column(look, *pieces, edges=(16, 12, 16, 12), gap=10)))

    # ------------------------------------------------------------------------------ checking

    def _choose(self) -> None:
        path = dialogs.choose_paper(self.desk.window, self.desk.words, self.desk.folder)
        if path is not None:
            self._check(self._checking.of_file(path))

    def _paste(self) -> None:
        board = QGuiApplication.clipboard()
        data = board.mimeData()
        local = [url.toLocalFile() for url in data.urls() if url.isLocalFile()] if data.hasUrls() else []
        if local:
            self._check(self._checking.of_file(Path(local[0])))
        elif data.hasImage():
            self._check_image(board.image())
        elif data.hasText():
            self._check(self._checking.of_text(data.text()))
        else:
            what = self.desk.words.say("There is nothing to paste.")
            why = self.desk.words.say("Copy a picture of the page, or the text of its code, and paste it here.")
            self.desk.say(Message(what=what, why=why))

    def _check_image(self, image: QImage) -> None:
        kept = QBuffer()
        kept.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(kept, "PNG")  # type: ignore[call-overload]  # the stub does not know that a buffer is a device
        self._check(self._checking.of_content(bytes(kept.data().data())))

    def _check_typed(self) -> None:
        if self._typed.text().strip():
            self._check(self._checking.of_text(self._typed.text()))

    def _check(self, work: Check) -> None:
        name = self.desk.words.say("Reading the paper")
        self.desk.run(Job(name=name, work=lambda _: work(), done=self._done, failed=self.desk.fail))

    def _done(self, result: object) -> None:
        self._checking.show(result)  # type: ignore[arg-type]  # what the work above gave
        if self.desk.screens is None:  # without a book nothing but this page keeps the answer
            self._show()
        else:
            self.desk.go(self.place)

    def _know(self) -> None:
        self.desk.tell(self._checking.know())

    def _file(self) -> None:
        told = self._checking.file_it()
        self.desk.changed()
        self.desk.tell(told)
