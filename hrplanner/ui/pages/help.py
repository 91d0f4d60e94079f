"""Help: what the keys do, and how a day goes. It is short, because it is read while people wait."""

from hrplanner.ui.desk import Desk
from hrplanner.ui.page import Page
from hrplanner.ui.parts.head import Heading
from hrplanner.ui.parts.layout import Spring, Wide, column, frame, row
from hrplanner.ui.parts.table import TableView
from hrplanner.ui.parts.text import label, paragraph
from hrplanner.viewmodels.help import day_lines, key_table
from hrplanner.viewmodels.places import Place


class HelpPage(Page):
    """Two cards."""

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.place = place
        look, say = self.look, desk.words.say
        table = key_table(desk.words)
        self._keys = TableView(look, table)
        self._keys.setMinimumHeight(look.row(32) * (len(table.rows) + 1) + look.px(4))
        lines = (paragraph(look, line) for line in day_lines(desk.words))
        day = frame(
            "card",
            column(look, label(look, say("A day with the book"), "section"), *lines, Spring(), edges=(20, 14, 20, 16)),
        )
        title = row(look, label(look, say("Keys"), "section"), edges=(16, 10, 16, 0))
        keys = frame("card", column(look, title, Wide(self._keys), edges=(1, 1, 1, 4), gap=4))
        if look.narrow:
            self.fill(day, keys)
        else:
            self.fill(Wide(row(look, Wide(day, 2), Wide(keys, 3), gap=16)))

    def heading(self) -> Heading:
        """Help."""
        return Heading(title=self.desk.words.say("Help"))

    def start(self) -> None:
        """On the keys."""
        self._keys.setFocus()
