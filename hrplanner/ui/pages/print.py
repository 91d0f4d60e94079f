"""Print: which document, in which language, for whom; the pages as they will be printed; what is missing."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QLayout, QWidget
from shiboken6 import isValid

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.minutes import Stage
from hrplanner.ui import dialogs
from hrplanner.ui.desk import Desk
from hrplanner.ui.frame import Slot
from hrplanner.ui.jobs import Job, Steps
from hrplanner.ui.page import Page
from hrplanner.ui.parts.buttons import bare, button
from hrplanner.ui.parts.fields import Choice, Field, named
from hrplanner.ui.parts.layout import Piece, Spring, Wide, column, frame, hairline, holding, row
from hrplanner.ui.parts.message import Message
from hrplanner.ui.parts.picking import PickList
from hrplanner.ui.parts.preview import Picture, Preview
from hrplanner.ui.parts.text import label, paragraph, sign
from hrplanner.ui.printers import can_print, send_to_printer
from hrplanner.usecases.printing import Printed
from hrplanner.viewmodels.places import Place
from hrplanner.viewmodels.printing import replaced_line

LEFT, RIGHT = 232, 272


class PrintPage(Page):
    """Printouts at the left, paper in the middle, choices at the right; one column where there is no room."""

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.place = place
        self._printing = desk.open.printing
        self._pdf = b""
        words = desk.words
        self._preview = Preview(
            self.look,
            words.say("Pages as they will be printed"),
            self._draw,
            lambda page: words.say("Page {n}", n=page),
        )
        self._page_said = label(self.look, "", "strong")
        self._missing, self._forms = Slot("missing"), Slot("forms")
        self._version = paragraph(self.look, "", "caption", "muted")
        self._life = Slot("life")
        self._documents = PickList(
            self.look, words.say("Printouts"), self._printing.documents(), self._printing.chosen.document
        )
        self._documents.picked.connect(lambda code: self._choose("document", code))
        self._preview.verticalScrollBar().valueChanged.connect(lambda _: self._say_page())
        paper = column(self.look, self._bar(), Wide(self._preview), gap=4)
        self._arrange(paper)
        self._show_forms()
        self._show_state()
        self._make()

    def refresh(self) -> None:
        """The record changed: new pages."""
        self._show_state()
        self._make()

    def start(self) -> None:
        """On the list of printouts."""
        self._documents.setFocus()

    def hand_out(self) -> None:
        """To the printer, or to a PDF where there is none."""
        if can_print():
            self._print()
        else:
            self._save()

    # ------------------------------------------------------------------------------ building

    def _arrange(self, paper: QLayout) -> None:
        look, right = self.look, self._options()
        if look.tight:
            self._preview.setMinimumHeight(look.px(420))
            self.fill(right, Wide(paper))
            return
        right.setFixedWidth(look.px(RIGHT))
        if look.narrow:
            self.fill(Wide(row(look, Wide(paper), right, gap=12)))
            return
        title = row(look, label(look, self.desk.words.say("Printouts"), "section"), edges=(12, 8, 12, 4))
        left = frame("card", column(look, title, Wide(self._documents), edges=(1, 4, 1, 4), gap=0))
        left.setFixedWidth(look.px(LEFT))
        self.fill(Wide(row(look, left, Wide(paper), right, gap=16)))

    def _bar(self) -> QWidget:
        look, say = self.look, self.desk.words.say
        before = bare(look, "back", say("Page before"), lambda: self._preview.go_to(self._preview.page - 1))
        after = bare(look, "right", say("Next page"), lambda: self._preview.go_to(self._preview.page + 1))
        return holding(row(look, before, self._page_said, after, Spring(), gap=4))

    def _options(self) -> QFrame:
        look, say, chosen = self.look, self.desk.words.say, self._printing.chosen
        pieces: list[Piece] = [label(look, say("Print as"), "section")]
        if look.narrow:
            pieces.append(self._choice("document", say("Printout"), self._printing.documents(), chosen.document))
        pieces += [
            self._forms,
            self._choice("language", say("Language"), self._printing.languages(), chosen.language),
            self._choice("reader", say("For whom"), self._printing.readers(), chosen.reader),
            self._choice("paper", say("Paper"), self._printing.papers(), chosen.paper),
            self._choice("copy", say("Copy"), self._printing.copies(), chosen.copy),
            self._choice("type", say("Type"), self._printing.types(), chosen.type),
            hairline(),
            self._missing,
            self._version,
            self._life,
            self._key(),
            Spring(),
            *self._acts(),
        ]
        return frame("card", column(look, *pieces, edges=(16, 10, 16, 14), gap=8))

    def _choice(self, part: str, name: str, options: Sequence[tuple[str, str]], current: str) -> QWidget:
        made = Choice(self.look, name, options, current)
        made.when_chosen(lambda code: self._choose(part, code))
        return holding(named(self.look, name, made))

    def _key(self) -> Piece:
        """Whether the copy is signed; the way to the key."""
        keys = self.desk.open.keys
        go = button(self.look, keys.said_shortly, lambda: self.desk.go(Place(room="office_key")), kind="plain")
        go.setToolTip(keys.said)
        return go

    def _acts(self) -> list[Piece]:
        look, say = self.look, self.desk.words.say
        if not can_print():
            return [button(look, say("Save as a file"), self._save, kind="first", icon="print")]
        paper = button(look, say("Print"), self._print, kind="first", icon="print")
        return [paper, button(look, say("Save as a file"), self._save)]

    # ------------------------------------------------------------------------------ showing

    def _show_state(self) -> None:
        look, missing = self.look, self._printing.missing()
        pieces: list[Piece] = []
        if missing:
            pieces.append(label(look, self.desk.words.say("Before the final copy"), "strong"))
        for text in missing:
            icon = column(look, sign(look, "attention", token="unsure"), Spring())
            pieces.append(row(look, icon, Wide(paragraph(look, text))))
        self._missing.put(holding(column(look, *pieces, gap=6)) if missing else None)
        self._version.setText(self._printing.minutes.said)
        self._life.put(self._what_next())

    def _what_next(self) -> QWidget | None:
        """The step that can be noted now; for an addendum, why it is made."""
        printing, words = self._printing, self.desk.words
        steps = printing.minutes
        following = steps.following()
        if following is not None:
            return button(self.look, following[1], lambda: self._take_step(following[0]))
        if not steps.corrects:
            return None
        reason = Field(self.look, words.say("Why it is corrected"), printing.chosen.reason)
        reason.textEdited.connect(lambda text: printing.choose("reason", text))
        return holding(named(self.look, words.say("Why it is corrected"), reason))

    def _take_step(self, stage: Stage) -> None:
        told = self._printing.minutes.take(stage, self.desk.now().date())
        self.desk.changed()
        self.desk.tell(told)

    def _show_forms(self) -> None:
        forms, name = self._printing.forms(), self.desk.words.say("Form of the minutes")
        self._forms.put(self._choice("form", name, forms, self._printing.chosen.form) if forms else None)

    def _choose(self, part: str, code: str) -> None:
        self._printing.choose(part, code)
        if part == "document":
            self._show_forms()
        self._show_state()
        self._make()

    def _make(self) -> None:
        try:
            work = self._printing.preview_work()
        except (Refused, FileProblem) as problem:
            self.desk.fail(problem)
            return
        name = self.desk.words.say("Making the pages")
        self.desk.run(Job(name=name, work=lambda _: work(), done=self._made, failed=self.desk.fail, quiet=True))

    def _made(self, pdf: bytes) -> None:
        if isValid(self):
            self._pdf = pdf
            self._draw(self._preview.room)

    def _draw(self, width: int) -> None:
        pdf, draw = self._pdf, self.desk.draw_pages
        if not pdf:
            return
        sharp = max(1.0, self.devicePixelRatioF())

        def work(_: Steps) -> Sequence[Picture]:
            return draw(pdf, round(width * sharp))

        name = self.desk.words.say("Drawing the pages")
        self.desk.run(Job(name=name, work=work, done=self._drawn, failed=self.desk.fail, quiet=True))

    def _drawn(self, pictures: Sequence[Picture]) -> None:
        if isValid(self):
            self._preview.show_pages(pictures)
            self._say_page()

    def _say_page(self) -> None:
        words, whole = self.desk.words, self._preview.pages
        said = words.say("Page {n} of {whole}", n=max(1, self._preview.page), whole=whole) if whole else ""
        self._page_said.setText(said)

    # ------------------------------------------------------------------------------ paper

    def _save(self) -> None:
        suggestion = self.desk.folder / self._printing.file_name
        path = dialogs.choose_printout(self.desk.window, self.desk.words, suggestion)
        if path is not None:
            self._hand_out(lambda printed: self._saved(path, printed), path)

    def _print(self) -> None:
        self._hand_out(self._sent)

    def _hand_out(self, done: Callable[[Printed], object], path: Path | None = None) -> None:
        work = self._printing.print_work(path)
        name = self.desk.words.say("Making the copy")
        job = Job(name=name, work=lambda _: work(), done=done, failed=self.desk.fail)
        self.desk.run(job)

    def _saved(self, path: Path, printed: Printed) -> None:
        words = self.desk.words
        self.desk.changed()
        self.desk.say(
            Message(
                tone="done",
                what=words.say("Saved as {file}.", file=path.name),
                why="\n".join(filter(None, (str(path.parent), replaced_line(words, printed)))),
                verb=words.say("Open"),
                act=lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))),
            )
        )

    def _sent(self, printed: Printed) -> None:
        try:
            send_to_printer(printed.content, self._printing.chosen.paper)
        except FileProblem as problem:
            self.desk.fail(problem)
            return
        self.desk.changed()
        words = self.desk.words
        lost = replaced_line(words, printed)
        self.desk.say(Message(tone="done", what=words.say("Sent to the printer."), why=lost or ""))
