"""Help: the pages that a clerk reads, open at the place F1 was pressed, and what the keys do."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QTextBrowser

from hrplanner.places import resources
from hrplanner.ui.desk import Desk
from hrplanner.ui.look import Look
from hrplanner.ui.page import Page
from hrplanner.ui.parts.head import Heading
from hrplanner.ui.parts.layout import Wide, column, frame, row
from hrplanner.ui.parts.table import TableView
from hrplanner.ui.parts.text import label
from hrplanner.viewmodels.help import TOPICS, key_table
from hrplanner.viewmodels.places import Place


class HelpPage(Page):
    """Two cards: the text, and the keys."""

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.place = place
        look, say = self.look, desk.words.say
        table = key_table(desk.words)
        self._keys = TableView(look, table)
        self._keys.setMinimumHeight(look.row(32) * (len(table.rows) + 1) + look.px(4))
        self._texts = [text_of(topic, desk.words.language) for topic in TOPICS]
        self._text = reader(look, say("A day with the book"), "\n\n".join(self._texts))
        self._text.setMinimumHeight(look.px(280))
        day = frame("card", column(look, Wide(self._text), edges=(12, 6, 4, 6)))
        title = row(look, label(look, say("Keys"), "section"), edges=(16, 10, 16, 0))
        keys = frame("card", column(look, title, Wide(self._keys), edges=(1, 1, 1, 4), gap=4))
        if look.narrow:
            self.fill(day, keys)
        else:
            self.fill(Wide(row(look, Wide(day, 3), Wide(keys, 3), gap=16)))

    def heading(self) -> Heading:
        """Help."""
        return Heading(title=self.desk.words.say("Help"))

    def start(self) -> None:
        """On the text, at the page that speaks of where F1 was pressed."""
        self._text.setFocus()
        QTimer.singleShot(0, self._turn_to_topic)  # once the text has its width, and so its lines their places

    def _turn_to_topic(self) -> None:
        at = TOPICS.index(self.place.mode) if self.place.mode in TOPICS else 0
        heading = self._texts[at].partition("\n")[0].lstrip("# ").strip()
        document = self._text.document()
        block = document.begin()
        while block.isValid() and not (block.blockFormat().headingLevel() == 1 and block.text() == heading):
            block = block.next()
        if block.isValid():
            top = document.documentLayout().blockBoundingRect(block).top()
            self._text.verticalScrollBar().setValue(round(top))


def reader(look: Look, name: str, markdown: str) -> QTextBrowser:
    """A text to read and to search, that leads nowhere outside."""
    made = QTextBrowser()
    made.setAccessibleName(name)
    made.setOpenLinks(False)
    made.setFrameShape(QTextBrowser.Shape.NoFrame)
    made.setFont(look.font("body"))
    made.setMarkdown(markdown)
    return made


def text_of(topic: str, language: str) -> str:
    """One page of the help, in English where the language has none yet."""
    places: list[Path] = [resources() / "help" / code / f"{topic}.md" for code in (language, "en")]
    return next((path.read_text(encoding="utf-8") for path in places if path.is_file()), "")
