"""Taking everything out: one button, one folder, files that can be read without this program."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from hrplanner.ui import dialogs
from hrplanner.ui.desk import Desk
from hrplanner.ui.faces.face import Face
from hrplanner.ui.jobs import Job
from hrplanner.ui.parts.buttons import button
from hrplanner.ui.parts.layout import Piece, Spring, Wide, column, frame, row
from hrplanner.ui.parts.message import Message
from hrplanner.ui.parts.table import TableView
from hrplanner.ui.parts.text import label, paragraph
from hrplanner.viewmodels.places import Place


class TakeOutFace(Face):
    """What will be written, the button, and afterwards what was."""

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self._place = place
        self._taking = desk.open.taking_out
        look, say = self.look, desk.words.say
        go = button(look, say("Choose a folder and write everything"), self._choose, kind="first", icon="share")
        self._first: QWidget = go
        told = say(
            "Everything in the book goes into one folder: tables (CSV) with their description, one record (JSON) that "
            "makes an equal book again, and the days as a calendar. They can be read without this program."
        )
        warned = say("Names of people are in it: it is for the office, not for readers outside.")
        pieces: list[Piece] = [paragraph(look, told), paragraph(look, warned, "strong"), row(look, go, Spring())]
        card = frame("card", column(look, *pieces, edges=(16, 12, 16, 14), gap=10))
        self.setLayout(column(look, card, *self._written(), gap=12))

    def start(self) -> None:
        """On the button."""
        self._first.setFocus()

    def _written(self) -> list[Piece]:
        look, table = self.look, self._taking.table()
        if self._taking.folder is None:
            return [Spring()]
        title = row(look, label(look, table.name, "section"), Spring(), edges=(16, 8, 8, 0))
        where = row(look, paragraph(look, str(self._taking.folder), "caption", "muted"), edges=(16, 0, 8, 0))
        view = TableView(look, table)
        return [Wide(frame("card", column(look, title, where, Wide(view), edges=(1, 1, 1, 4), gap=4)))]

    def _choose(self) -> None:
        desk = self.desk
        chosen = dialogs.choose_folder(desk.window, desk.words, desk.folder)
        if chosen is None:
            return
        folder = self._taking.into(chosen)
        work = self._taking.work(folder)
        job = Job(name=desk.words.say("Writing everything"), work=lambda _: work(),
                  done=lambda rows: self._done(rows, folder), failed=desk.fail)  # fmt: skip
        desk.run(job)

    def _done(self, rows: dict[str, int], folder: Path) -> None:
        what = self._taking.show(rows, folder)
        self.desk.go(self._place)
        self.desk.say(Message(tone="done", what=what, why=str(folder)))
