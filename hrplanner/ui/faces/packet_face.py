"""Handing out a packet: for whom, what they will see, what stays here; then the file."""

from pathlib import Path

from PySide6.QtWidgets import QFrame, QWidget
from shiboken6 import isValid

from hrplanner.ui import dialogs
from hrplanner.ui.desk import Desk
from hrplanner.ui.explained import message_of
from hrplanner.ui.faces.face import Face
from hrplanner.ui.frame import Slot
from hrplanner.ui.jobs import Job
from hrplanner.ui.parts.buttons import Press, button, choice_of_parts, forbid
from hrplanner.ui.parts.layout import Flow, Piece, Spring, Wide, column, frame, holding, row
from hrplanner.ui.parts.message import Message
from hrplanner.ui.parts.table import TableView
from hrplanner.ui.parts.text import label, paragraph
from hrplanner.usecases.sharing import Contents
from hrplanner.viewmodels.places import Place

SIDE = 380


class PacketFace(Face):
    """The receiver's view above the button that makes the file."""

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self._place = place
        self._sharing = desk.open.sharing
        self._first: QWidget | None = None
        self._figures = Slot("figures")
        self._figures.setParent(self)  # filled before it lies in a box, and it should not be a window of its own
        seen = self._seen = self._sharing.seen
        pieces = [self._for_whom()] if seen is None else [self._for_whom(), *self._view()]
        self.setLayout(column(self.look, *pieces, *([Spring()] if seen is None else []), gap=12))
        if seen is None:
            self._look()

    def refresh(self) -> None:
        """The book has changed: what they would see may have too."""
        if self._seen is not None and self._sharing.seen is None:
            self.desk.go(self._place)

    def start(self) -> None:
        """On the sessions, else on the button."""
        if self._first is not None:
            self._first.setFocus()

    def _for_whom(self) -> QFrame:
        look, say, sharing = self.look, self.desk.words.say, self._sharing
        readers = holding(choice_of_parts(look, sharing.readers(), sharing.reader, self._choose))
        told = say(
            "A packet is a book of its own, made from what such readers may see. Nobody's name is in it, small figures "
            "that would show a person are hidden, and it can be reviewed and handed back."
        )
        top = Flow(0, [readers]) if look.tight else holding(row(look, readers, Spring()))
        make = button(look, say("Make the packet"), self._make, kind="first", icon="share")
        if sharing.seen is None or not sharing.seen.sessions:
            forbid(make, say("There is nothing in this book to hand out yet."))
        self._first = make if make.isEnabled() else readers.findChild(Press)
        return frame("card", column(look, top, paragraph(look, told), row(look, make, Spring()),
                                    edges=(16, 12, 16, 14), gap=10))  # fmt: skip

    def _view(self) -> list[Piece]:
        look, sharing = self.look, self._sharing
        table = sharing.sessions()
        if not table.rows:
            nothing = self.desk.words.say("There is nothing in this book to hand out yet.")
            return [paragraph(look, nothing, "body", "muted"), Spring()]
        view = TableView(look, table)
        view.moved.connect(self._turn_to)
        title = row(look, label(look, table.name, "section"), Spring(), edges=(16, 8, 8, 0))
        left = frame("card", column(look, title, Wide(view), edges=(1, 1, 1, 4), gap=4))
        at = next((n for n, one in enumerate(table.rows) if sharing.number_of(one.key) == sharing.number), 0)
        sharing.look_at(sharing.number_of(table.rows[at].key))
        view.make_current(at)
        self._show_figures()
        right = column(look, Wide(self._figures), self._left_out(), gap=12)
        if look.narrow:
            return [Wide(left), right]
        side = holding(right)
        side.setFixedWidth(look.px(SIDE))
        return [Wide(row(look, Wide(left), side, gap=16))]

    def _left_out(self) -> QFrame:
        look, say = self.look, self.desk.words.say
        lines = self._sharing.left_out() or (say("Nothing is left out."),)
        title = label(look, say("What stays here"), "section")
        return frame("card", column(look, title, *(paragraph(look, line) for line in lines),
                                    edges=(16, 10, 16, 12), gap=4))  # fmt: skip

    def _turn_to(self, key: bytes) -> None:
        self._sharing.look_at(self._sharing.number_of(key))
        self._show_figures()

    def _show_figures(self) -> None:
        look, table = self.look, self._sharing.figures()
        title = row(look, label(look, table.name, "section"), Spring(), edges=(16, 8, 8, 0))
        view = TableView(look, table)
        self._figures.put(frame("card", column(look, title, Wide(view), edges=(1, 1, 1, 4), gap=4)))

    def _choose(self, reader: str) -> None:
        self._sharing.choose(reader)
        self.desk.go(self._place)

    def _look(self) -> None:
        desk, sharing, place = self.desk, self._sharing, self._place
        work = sharing.look_work()

        def done(seen: Contents) -> None:
            sharing.show(seen)
            if isValid(self) and self.isVisible():
                desk.go(place)

        name = desk.words.say("Building their view")
        desk.run(Job(name=name, work=lambda _: work(), done=done, failed=desk.fail))

    def _make(self) -> None:
        sharing, desk = self._sharing, self.desk
        out = dialogs.choose_packet(desk.window, desk.words, desk.folder / sharing.file_name)
        if out is not None:
            work = sharing.share_work(out)
            job = Job(name=desk.words.say("Making the packet"), work=lambda _: work(),
                      done=lambda seen: self._made(seen, out), failed=self._not_made)  # fmt: skip
            desk.run(job)

    def _made(self, seen: Contents, out: Path) -> None:
        what = self._sharing.shared(seen, out)
        why = self.desk.words.say(
            "It was read through for every name that this book knows. Give this one file to them."
        )
        self.desk.go(self._place)
        self.desk.say(Message(tone="done", what=what, why=f"{out.parent}\n{why}"))

    def _not_made(self, problem: BaseException) -> None:
        place, desk = self._sharing.place_of(problem), self.desk
        said = message_of(problem, desk.words, desk.tools.report_bug)
        if place is None:
            desk.say(said)
        else:
            verb = desk.words.say("Go there")
            desk.say(Message(what=said.what, why=said.why, tone="refused", verb=verb, act=lambda: desk.go(place)))
