"""The bin: what was taken away and can be put back."""

from hrplanner.ui.desk import Desk
from hrplanner.ui.page import Page
from hrplanner.ui.parts.empty import empty
from hrplanner.ui.parts.head import Heading
from hrplanner.ui.parts.layout import Wide, column, frame
from hrplanner.ui.parts.table import TableView
from hrplanner.ui.parts.text import paragraph
from hrplanner.viewmodels.bin import Bin
from hrplanner.viewmodels.places import Place


class BinPage(Page):
    """The list; Enter puts the row back."""

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.place = place
        self._bin = Bin(desk.open.workspace, desk.words, desk.now)
        table, say = self._bin.table(), desk.words.say
        self._view: TableView | None = None
        if not table.rows:
            why = say("What is removed lies here for 90 days and can be put back.")
            self.fill(Wide(empty(self.look, icon="tick", what=say("The bin is empty"), why=why)))
            return
        self._view = TableView(self.look, table)
        self._view.opened.connect(self._put_back)
        hint = say("Enter puts the row back. What is removed lies here for 90 days.")
        card = frame("card", column(self.look, self._view, edges=(1, 4, 1, 4)))
        self.fill(Wide(card), paragraph(self.look, hint, "caption", "muted"))

    def heading(self) -> Heading:
        """The name of the page."""
        return Heading(title=self.desk.words.say("Bin"))

    def refresh(self) -> None:
        """The list as it is now."""
        table = self._bin.table()
        if self._view is None or not table.rows:
            self.desk.go(self.place)
        else:
            self._view.fill(table)

    def start(self) -> None:
        """On the first row."""
        if self._view is not None:
            self._view.make_current(0)
            self._view.setFocus()

    def _put_back(self, key: bytes) -> None:
        self.desk.tell(self._bin.put_back(key))
