"""An issue in the speaker's own words: typed while people speak, with the groups that raised it and a theme."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from hrplanner.ui.desk import Desk
from hrplanner.ui.faces.face import Face
from hrplanner.ui.parts.buttons import button
from hrplanner.ui.parts.fields import Choice, Field, named, refusal
from hrplanner.ui.parts.group_keys import GroupKeys, when_digit
from hrplanner.ui.parts.layout import Spring, Wide, column, frame, holding, row
from hrplanner.ui.parts.message import Message
from hrplanner.ui.parts.table import TableView
from hrplanner.ui.parts.text import fixed
from hrplanner.ui.tab_order import come_after
from hrplanner.viewmodels.told import Told

THEME = 150


class IssueFace(Face):
    """The entry above, the issues below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._issues = desk.open.issues
        look, say, entry = self.look, desk.words.say, self._issues.entry
        self._text = Field(look, say("Issue, in the speaker's own words"), entry.text)
        self._theme = Choice(look, say("Theme"), self._issues.themes(), entry.theme)
        self._keys = GroupKeys(look, self._issues.lines)
        self._keys.show_on(entry.on)
        self._refused, self._why = refusal(look)
        self._table = IssueTable(desk)
        self._connect()
        table = frame("card", column(look, self._table, edges=(1, 4, 1, 4)))
        self.setLayout(column(look, self._entry_card(), Wide(table), gap=8))

    def refresh(self) -> None:
        """The list."""
        self._table.fill(self._issues.table())

    def press_digit(self, digit: int) -> None:
        """Who raised the issue that is being typed."""
        self._switch(digit)

    @property
    def typing(self) -> bool:
        """Whether an issue is being typed, so that a digit with Alt speaks of it."""
        return self._text.hasFocus() or bool(self._text.text().strip())

    def start(self) -> None:
        """The next issue."""
        self._text.setFocus()

    def _connect(self) -> None:
        self._text.textChanged.connect(self._issues.type)
        self._text.returnPressed.connect(self._add)
        self._theme.when_chosen(self._issues.choose_theme)
        self._keys.switched.connect(self._switch)
        self._keys.entered.connect(self._add)

    def _entry_card(self) -> QFrame:
        look, say = self.look, self.desk.words.say
        add = button(look, say("Add"), self._add, kind="first", icon="plus")
        come_after(add, self._keys)
        text = Wide(holding(named(look, self._text.accessibleName(), self._text)))
        theme = holding(named(look, say("Theme"), self._theme))
        pressed = holding(column(look, Spring(), add, gap=0))
        if look.tight:
            lines = [row(look, text), row(look, Wide(theme), pressed, gap=12)]
        else:
            lines = [row(look, text, fixed(theme, look.px(THEME)), pressed, gap=12)]
        return frame("card", column(look, *lines, self._keys, self._refused, edges=(16, 6, 16, 10), gap=8))

    def _switch(self, digit: int) -> None:
        self._issues.switch(digit)
        self._keys.show_on(self._issues.entry.on)

    def _add(self) -> None:
        told = self._issues.add()
        self._why.setText(told.why)
        self._refused.setVisible(bool(told.why))
        self._text.refuse(told.why)
        if told.done:
            self._text.setText(self._issues.entry.text)
            self._keys.show_on(self._issues.entry.on)
            self.desk.tell(told)
        self._text.setFocus()


class IssueTable(TableView):
    """Issues; digits switch the groups of a row."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look, desk.open.issues.table(), self._corrected)
        self._desk, self._issues = desk, desk.open.issues
        self.setMinimumHeight(desk.look.row(32) * 2)
        self.binned.connect(lambda key: desk.tell(self._issues.remove(key)))

    def sizeHint(self) -> QSize:
        """No taller than it must be, so that log and entry fit a low screen; it takes all that is left."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit on a row is a group that raised it, not a speaker."""
        key = self.current_key
        if key is None or not when_digit(event, lambda digit: self._desk.tell(self._issues.switch_in_row(key, digit))):
            super().keyPressEvent(event)

    def _corrected(self, key: bytes, column: str, text: str) -> str:
        told = self._issues.edit(key, column, text)
        if told.why:
            self._desk.say(Message(what=told.why, tone="refused"))
        else:
            self._desk.tell(Told(news=told.news))
        return told.why
