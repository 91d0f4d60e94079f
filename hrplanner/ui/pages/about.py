"""About the program: its versions, its licence, and the licences of everything that comes along."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit

from hrplanner.ui.desk import Desk
from hrplanner.ui.page import Page
from hrplanner.ui.parts.head import Heading
from hrplanner.ui.parts.layout import Wide, column, frame, row
from hrplanner.ui.parts.table import TableView
from hrplanner.ui.parts.text import label, paragraph
from hrplanner.viewmodels.about import duties, part_table
from hrplanner.viewmodels.places import Place
from hrplanner.viewmodels.tools import Part

RULE = "\n\n" + "-" * 40 + "\n\n"


class AboutPage(Page):
    """What it is, above; the parts and the text of the one that is current, below."""

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.place = place
        look, say = self.look, desk.words.say
        self._parts: Sequence[Part] = desk.tools.parts()
        table = part_table(desk.words, self._parts)
        self._list = TableView(look, table)
        self._list.moved.connect(self._show)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self._text.setFont(look.font("caption"))
        self._text.setAccessibleName(say("Licence"))
        for part in (self._list, self._text):
            part.setMinimumHeight(look.px(200))
        said = [paragraph(look, text) for text in duties(desk.words)]
        versions = paragraph(look, " · ".join(desk.tools.versions(desk.words).splitlines()), "strong")
        about = frame("card", column(look, versions, *said, edges=(16, 12, 16, 12)))
        title = row(look, label(look, table.name, "section"), edges=(16, 10, 16, 0))
        listed = frame("card", column(look, title, Wide(self._list), edges=(1, 1, 1, 4), gap=4))
        text = frame("card", column(look, Wide(self._text), edges=(12, 6, 4, 6)))
        if look.narrow:
            self.fill(about, listed, text)
        else:
            self.fill(about, Wide(row(look, Wide(listed, 2), Wide(text, 3), gap=16)))

    def heading(self) -> Heading:
        """The name of the program."""
        return Heading(title=self.desk.words.say("About hrplanner"))

    def start(self) -> None:
        """On the first part."""
        (self._list if self._parts else self._text).setFocus()

    def _show(self, key: bytes) -> None:
        at = int(key)
        texts = (path.read_text(encoding="utf-8", errors="replace") for path in self._parts[at].texts)
        self._text.setPlainText(RULE.join(texts))
