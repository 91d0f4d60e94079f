"""Today: the session to go on with, promises to answer for, what is missing."""

from PySide6.QtWidgets import QFrame, QWidget

from hrplanner.ui.desk import Desk
from hrplanner.ui.page import Page
from hrplanner.ui.parts.buttons import Press, button
from hrplanner.ui.parts.empty import empty
from hrplanner.ui.parts.head import Heading
from hrplanner.ui.parts.layout import Gap, Piece, Spring, Wide, column, frame, hairline, row
from hrplanner.ui.parts.table import TableView
from hrplanner.ui.parts.text import label, paragraph, sign
from hrplanner.viewmodels.places import QUESTIONS, REVIEW, REVIEWS, Place
from hrplanner.viewmodels.today import Missing

SIDE = 344
ROOMS = {"rules": Place(room="rules"), "questions": QUESTIONS, "reviews": REVIEWS, "review": REVIEW}


class TodayPage(Page):
    """Cards that each lead somewhere."""

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.place = place
        self._first: QWidget | None = None
        self._today = desk.open.today
        left = column(self.look, self._next_card(), Wide(self._promises_card()), gap=16)
        missing = self._missing_card()
        if missing is None:
            self.fill(Wide(left), gap=16)
        elif self.look.narrow:
            self.fill(left, missing, Spring(), gap=16)
        else:
            missing.setFixedWidth(self.look.px(SIDE))
            self.fill(Wide(row(self.look, Wide(left), column(self.look, missing, Spring()), gap=16)))

    def heading(self) -> Heading:
        """The day."""
        return Heading(title=self.desk.words.say("Today"), facts=self._today.facts)

    def refresh(self) -> None:
        """Undo may have changed anything: the page is made anew."""
        self.desk.go(self.place)

    def start(self) -> None:
        """Enter goes on with the next session."""
        if self._first is not None:
            self._first.setFocus()

    def _next_card(self) -> QFrame:
        look, say, shown = self.look, self.desk.words.say, self._today.next_session()
        if shown is None:
            made = empty(
                look,
                icon="sessions",
                what=say("No sessions yet"),
                why=say("A session is one meeting: who came, what was raised, what was promised."),
                verb=say("New session"),
                act=lambda: self.desk.go(Place(room="new_session")),
            )
            self._first = made.findChild(Press)
            return made
        number = shown.number
        go_on = button(look, say("Open the session"), lambda: self._open(number, "register"), kind="first")
        paper = button(look, say("Print"), lambda: self._open(number, "print"), icon="print")
        new = button(look, say("New session"), lambda: self.desk.go(Place(room="new_session")), icon="plus")
        self._first = go_on
        acts = [go_on, paper] if self._today.is_packet else [go_on, paper, new]
        head = row(look, Wide(paragraph(look, shown.title, "title")), label(look, shown.when, "strong", "accent"))
        box = column(look, *acts) if look.tight else row(look, *acts, Spring())
        return frame(
            "card",
            column(look, head, paragraph(look, shown.facts, "body", "muted"), Gap(6), box, edges=(24, 16, 24, 18)),
        )

    def _promises_card(self) -> QFrame:
        look, say, table = self.look, self.desk.words.say, self._today.promises()
        if not table.rows:
            why = say("What an office says it will do, with a day, comes back here until it is done.")
            return empty(look, icon="promises", what=say("No promises to answer for"), why=why)
        view = TableView(look, table)
        view.opened.connect(lambda key: self._go_to_promises(self._today.session_of(key)))
        view.setMinimumHeight(look.row(32) * min(8, len(table.rows) + 1) + look.px(4))
        title = row(look, label(look, table.name, "section"), Spring(), edges=(16, 8, 8, 0))
        return frame("card", column(look, title, Wide(view), edges=(1, 1, 1, 4), gap=4))

    def _missing_card(self) -> QFrame | None:
        found = self._today.missing()
        if not found:
            return None
        pieces: list[Piece] = [label(self.look, self._today.missing_title, "section")]
        for at, one in enumerate(found):
            pieces += [Gap(4), hairline(), Gap(4)] if at else [Gap(4)]
            pieces.append(self._gap(one))
        return frame("card", column(self.look, *pieces, edges=(20, 16, 20, 16), gap=8))

    def _gap(self, one: Missing) -> QWidget:
        look = self.look
        icon = sign(look, one.icon, token="unsure" if one.icon == "attention" else "text", size=18)
        mend = row(look, button(look, one.verb, lambda: self._mend(one)), Spring())
        words = column(
            look, paragraph(look, one.what, "strong"), paragraph(look, one.why, "caption", "muted"), mend, gap=4
        )
        made = QWidget()
        made.setLayout(row(look, column(look, icon, Spring()), Wide(words), gap=12))
        return made

    def _mend(self, one: Missing) -> None:
        if one.do in ROOMS:
            self.desk.go(ROOMS[one.do])
        elif one.do == "totals":
            self.desk.go(Place(room="session", number=one.number, step="register", mode="totals"))
        else:
            self._go_to_promises(one.number)

    def _go_to_promises(self, number: str) -> None:
        self.desk.go(Place(room="session", number=number, step="decide", mode="promises"))

    def _open(self, number: str, step: str) -> None:
        self.desk.go(Place(room="session", number=number, step=step))  # type: ignore[arg-type]
