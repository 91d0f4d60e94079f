"""What every page is: a heading, a body, and what it does when the book changed or a digit was pressed with Alt."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QTableView, QWidget

from hrplanner.ui.desk import Desk
from hrplanner.ui.parts.head import Heading
from hrplanner.ui.parts.layout import Edges, Piece, Wide, column, frame, row
from hrplanner.ui.parts.painted import Painted
from hrplanner.ui.parts.text import paragraph, sign

WIDE_EDGES: Edges = (24, 10, 24, 12)
NARROW_EDGES: Edges = (12, 8, 12, 8)


class Page(QWidget):
    """A page draws what its view models say; it changes nothing itself."""

    writes = False  # true for pages on which the record is changed

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.look = desk.look
        self.setObjectName("body")

    def heading(self) -> Heading:
        """What the head says; pages of a session leave it to the window."""
        return Heading(title="")

    def head_parts(self) -> Sequence[QWidget]:
        """At most two buttons for the head."""
        return ()

    def refresh(self) -> None:
        """Show what the book holds now."""

    def press_digit(self, digit: int) -> None:
        """A group key that was pressed with Alt, wherever the focus is."""

    def hand_out(self) -> None:
        """Print what is shown, where something is shown that can be printed."""

    def start(self) -> None:
        """Put the focus where work begins."""

    def begin(self) -> None:
        """Start, and take the focus where there is nothing to work on, so that the page is read out."""
        if self.is_for_reading:
            self._close_fields()  # before, for a focus on what is then closed would go astray
        self.start()
        if self.focusWidget() is None:
            self.setAccessibleName(self.heading().title)
            self.setFocus()

    def fill(self, *pieces: Piece, gap: int = 12) -> None:
        """The body of the page from its pieces."""
        if self.is_for_reading:
            pieces = (self._read_only(), *pieces)
        edges = NARROW_EDGES if self.look.narrow else WIDE_EDGES
        self.setLayout(column(self.look, *pieces, edges=edges, gap=8 if self.look.narrow else gap))

    @property
    def is_for_reading(self) -> bool:
        """Whether the record would be changed here, and must not be: a packet is open."""
        screens = self.desk.screens
        return self.writes and screens is not None and screens.handing_back.is_packet

    def _close_fields(self) -> None:
        """Grey what one would type into, with its card where that holds nothing to read, and what counts somebody."""
        for counter in self.findChildren(Painted):
            if counter.writes:
                counter.setEnabled(False)
        fields: list[QWidget] = [*self.findChildren(QLineEdit), *self.findChildren(QPlainTextEdit)]
        for field in fields:
            card = field.parentWidget()
            while card is not self and card is not None and card.objectName() != "card":
                card = card.parentWidget()
            has_list = card is None or card is self or card.findChild(QTableView) is not None
            (field if has_list or card is None else card).setEnabled(False)

    def _read_only(self) -> QFrame:
        """In a packet nothing is changed, and whoever comes to type should know before."""
        look, say = self.look, self.desk.words.say
        said = say("This is a packet: it can be read and reviewed, and nothing in it can be changed.")
        box = row(look, sign(look, "attention", token="unsure"), Wide(paragraph(look, said)), edges=(12, 4, 12, 4))
        made = frame("attention", box)
        made.setAccessibleName(said)
        return made
