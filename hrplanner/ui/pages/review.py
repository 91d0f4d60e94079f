"""Reviewing a packet: the parts of a session at the left; notes on the current one, and a new one, at the right."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QWidget
from shiboken6 import isValid

from hrplanner.ui import dialogs
from hrplanner.ui.desk import Desk
from hrplanner.ui.faces.note_pane import NotePane
from hrplanner.ui.frame import Slot
from hrplanner.ui.jobs import Job
from hrplanner.ui.page import Page
from hrplanner.ui.parts.buttons import Press, button, forbid
from hrplanner.ui.parts.empty import empty
from hrplanner.ui.parts.fields import Choice
from hrplanner.ui.parts.head import Heading
from hrplanner.ui.parts.layout import Piece, Spring, Wide, column, frame, row
from hrplanner.ui.parts.message import Message
from hrplanner.ui.parts.table import TableView
from hrplanner.viewmodels.places import TODAY, Place

SIDE = 420


class ReviewPage(Page):
    """Nothing of the record changes; what is written here goes back as a small file."""

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.place = place
        self._review, self._back = desk.open.review, desk.open.handing_back
        session = desk.open.workspace.session
        self._review.choose_session(place.number or self._review.number or (session.number if session else ""))
        self._first: QWidget | None = None
        self._pane = Slot("pane")
        self._pane.setParent(self)  # filled before it lies in a box, and it should not be a window of its own
        self._note: NotePane | None = None
        if not self._back.is_packet or not self._review.number:
            self._show_nothing()
            return
        self._view = TableView(self.look, self._review.table())
        self._view.setMinimumHeight(self.look.row(32) * 6)
        self._lay_out()

    def heading(self) -> Heading:
        """Whose record, and for whom."""
        return Heading(title=self.desk.words.say("Review"), facts=self._back.head())

    def head_parts(self) -> Sequence[QWidget]:
        """The file that goes back."""
        words, n = self.desk.words, self._back.own() if self._back.is_packet else 0
        if not self._back.is_packet:
            return ()
        back = button(self.look, words.say("Hand the review back"), self._hand_back, icon="share")
        return (back if n else forbid(back, words.say("There is no note of yours in this packet.")),)

    def refresh(self) -> None:
        """The counts and the notes as they are now."""
        if self._note is not None:
            self._view.fill(self._review.table())
            self._note.refresh()

    def start(self) -> None:
        """On the parts of the session."""
        if self._first is not None:
            self._first.setFocus()

    def _show_nothing(self) -> None:
        say = self.desk.words.say
        why = say(
            "Only a packet that an office handed out is reviewed; the notes on this office's own are under Share."
        )
        self.fill(Wide(empty(self.look, icon="share", what=say("There is nothing to review"), why=why,
                             verb=say("To Today"), act=lambda: self.desk.go(TODAY))))  # fmt: skip
        self._first = self.findChild(Press)

    def _lay_out(self) -> None:
        look, view, review = self.look, self._view, self._review
        keys = [one.key.decode() for one in view.rows.table.rows]
        view.make_current(keys.index(review.entry.part) if review.entry.part in keys else 0)
        view.moved.connect(self._turn_to)
        view.opened.connect(lambda _: self._note.start() if self._note is not None else None)
        self._first = view
        self._show_pane()
        left = column(look, self._which(), Wide(frame("card", column(look, view, edges=(1, 4, 1, 4)))), gap=12)
        if look.narrow:
            self.fill(left, self._pane, Spring())
        else:
            self._pane.setFixedWidth(look.px(SIDE))
            self.fill(Wide(row(look, Wide(left), column(look, self._pane, Spring()), gap=16)))

    def _which(self) -> QFrame:
        look, say, review = self.look, self.desk.words.say, self._review
        session = Choice(look, say("Session"), review.sessions(), review.number)
        session.when_chosen(lambda number: self.desk.go(Place(room="review", number=number)))
        acts: list[Piece] = [button(look, say("Open the session"), self._open)]
        if not review.lines:
            acts.insert(0, button(look, say("Show the lines of the minutes"), self._read_lines))
        box = column(look, session, *acts) if look.narrow else row(look, Wide(session), *acts)
        return frame("card", column(look, box, edges=(16, 10, 12, 10)))

    def _turn_to(self, key: bytes) -> None:
        part = key.decode()
        if part != self._review.entry.part:  # a list that is filled anew comes back to the same row
            self._review.choose(part)
            self._show_pane()

    def _show_pane(self) -> None:
        self._note = NotePane(self.desk)
        self._pane.put(frame("card", column(self.look, self._note, edges=(16, 12, 16, 14))))

    def _open(self) -> None:
        self.desk.go(Place(room="session", number=self._review.number))

    def _read_lines(self) -> None:
        work = self._review.lines_work()
        name = self.desk.words.say("Reading the minutes")
        self.desk.run(Job(name=name, work=lambda _: work(), done=self._lines_read, failed=self.desk.fail))

    def _lines_read(self, lines: tuple[str, ...]) -> None:
        self._review.show_lines(lines)
        if isValid(self) and self.isVisible():
            self.desk.go(self.place)

    def _hand_back(self) -> None:
        desk = self.desk
        path = dialogs.choose_review_file(desk.window, desk.words, desk.folder / self._back.file_name)
        if path is None:
            return
        told = self._back.hand_back(path)
        if told.why:
            desk.say(Message(what=told.why, tone="refused"))
        else:
            why = desk.words.say("Nothing but your notes is in it. The packet stays with you.")
            desk.say(Message(tone="done", what=told.news, why=f"{path.parent}\n{why}"))
