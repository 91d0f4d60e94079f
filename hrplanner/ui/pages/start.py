"""Before a book is open: make one, open one, or try the practice town."""

from hrplanner.ui.desk import Desk
from hrplanner.ui.page import Page
from hrplanner.ui.parts.buttons import button
from hrplanner.ui.parts.head import Heading
from hrplanner.ui.parts.layout import Gap, Piece, Spring, column, frame, row
from hrplanner.ui.parts.text import paragraph
from hrplanner.viewmodels.places import Place


class StartPage(Page):
    """Three ways in, and the last book where there was one."""

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.place = place
        look, say, last = self.look, desk.words.say, desk.last_book
        new = button(look, say("New record book"), lambda: desk.go(Place(room="new_book")), kind="first", icon="plus")
        other = button(look, say("Open a record book"), lambda: desk.door.choose(desk.folder), icon="sessions")
        practice = button(look, say("Try the practice town"), desk.door.practise, icon="help")
        self._first = new
        ways: list[Piece] = [new, other, practice]
        if last is not None and last.is_file():
            self._first = button(look, say("Open {file} again", file=last.stem), lambda: desk.door.open(last))
            ways.insert(0, self._first)
        if last is not None:
            ways += [
                button(look, say("Check file"), lambda: desk.go(Place(room="check_file"))),
                button(look, say("Copies of this book"), lambda: desk.go(Place(room="backups"))),
            ]
        practised = say("The practice town is invented: nothing can go wrong there, and every printed page says so.")
        card = frame(
            "card",
            column(
                look,
                paragraph(look, say("The record book of a consultation"), "title"),
                paragraph(look, say("Who came, what was raised, what was promised, in one file on this computer.")),
                Gap(8),
                row(look, *ways, Spring()) if not look.tight else column(look, *ways),
                paragraph(look, practised, "caption", "muted"),
                edges=(24, 20, 24, 24),
            ),
        )
        note = say("Everything is saved at once. Nothing leaves this computer unless you copy or print it.")
        self.fill(card, paragraph(look, note, "caption", "muted"), Spring())

    def heading(self) -> Heading:
        """The name of the program."""
        return Heading(title="hrplanner")

    def start(self) -> None:
        """Enter opens the last book, or makes a new one."""
        self._first.setFocus()
