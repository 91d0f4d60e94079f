"""The rules of the book."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from hrplanner.ui import dialogs
from hrplanner.ui.desk import Desk
from hrplanner.ui.page import Page
from hrplanner.ui.parts.buttons import Press, button
from hrplanner.ui.parts.empty import empty
from hrplanner.ui.parts.head import Heading
from hrplanner.ui.parts.layout import Wide, column, frame
from hrplanner.ui.parts.table import TableView
from hrplanner.viewmodels.places import Place


class RulesPage(Page):
    """The list, and adding a pack from a file."""

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.place = place
        self._rules = desk.open.rules
        table = self._rules.table()
        self._view: TableView | None = None
        self._first: QWidget | None = None
        if table.rows:
            self._view = TableView(self.look, table)
            self.fill(Wide(frame("card", column(self.look, self._view, edges=(1, 4, 1, 4)))))
            return
        say = desk.words.say
        why = say(
            "Rules say what is asked of a meeting: by law, by a form, or as an own target. They come from a file."
        )
        verb = say("Add rules from a file")
        nothing = empty(self.look, icon="help", what=say("No rules yet"), why=why, verb=verb, act=self._add)
        self._first = nothing.findChild(Press)
        self.fill(Wide(nothing))

    def heading(self) -> Heading:
        """How many there are."""
        words, n = self.desk.words, len(self._rules.table().rows)
        return Heading(title=words.say("Rules of this book"), facts=words.count("{n} rule", "{n} rules", n))

    def head_parts(self) -> Sequence[QWidget]:
        """Add more."""
        if self._view is None:
            return ()
        return (button(self.look, self.desk.words.say("Add rules from a file"), self._add, kind="first", icon="plus"),)

    def refresh(self) -> None:
        """The list as it is now."""
        table = self._rules.table()
        if self._view is None or not table.rows:
            self.desk.go(self.place)
        else:
            self._view.fill(table)

    def start(self) -> None:
        """On the first row, or on the one button."""
        target = self._view or self._first
        if target is not None:
            target.setFocus()

    def _add(self) -> None:
        path = dialogs.choose_rules(self.desk.window, self.desk.words, self.desk.folder)
        if path is not None:
            self.desk.tell(self._rules.add(path))
