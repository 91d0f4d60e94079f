"""The rules of the book: the list, and beside it what the office decides about the one that is chosen."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLayout, QWidget

from hrplanner.model.rules.reading import Rule
from hrplanner.ui import dialogs
from hrplanner.ui.desk import Desk
from hrplanner.ui.frame import Slot
from hrplanner.ui.page import Page
from hrplanner.ui.parts.buttons import Press, button
from hrplanner.ui.parts.empty import empty
from hrplanner.ui.parts.fields import Field, named, refusal
from hrplanner.ui.parts.head import Heading
from hrplanner.ui.parts.layout import Gap, Piece, Spring, Wide, column, frame, hairline, row
from hrplanner.ui.parts.table import TableView
from hrplanner.ui.parts.text import label, paragraph
from hrplanner.viewmodels.places import Place
from hrplanner.viewmodels.told import Told

SIDE = 380


class RulesPage(Page):
    """Taking rules in, writing them out, switching them, confirming them."""

    writes = True

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.place = place
        self._rules = desk.open.rules
        table = self._rules.table()
        self._view: TableView | None = None
        self._first: QWidget | None = None
        if not table.rows:
            self.fill(Wide(self._nothing()))
            return
        self._detail = Slot("detail")
        self._view = TableView(self.look, table)
        self._view.moved.connect(self._show)
        self.fill(Wide(self._sides(frame("card", column(self.look, Wide(self._view), edges=(1, 4, 1, 4))))))
        self._show(self._rules.chosen or table.rows[0].key)

    def heading(self) -> Heading:
        """How many there are."""
        words, n = self.desk.words, len(self._rules.table().rows)
        return Heading(title=words.say("Rules of this book"), facts=words.count("{n} rule", "{n} rules", n))

    def head_parts(self) -> Sequence[QWidget]:
        """Add more, or write one."""
        if self._view is None:
            return ()
        say = self.desk.words.say
        write = button(self.look, say("Write a rule"), self._write, kind="first", icon="plus")
        return (button(self.look, say("Add rules from a file"), self._add), write)

    def refresh(self) -> None:
        """The list as it is now."""
        table = self._rules.table()
        if self._view is None or not table.rows:
            self.desk.go(self.place)
        else:
            self._view.fill(table)
            self._show(self._rules.chosen or table.rows[0].key)

    def start(self) -> None:
        """On the list, or on the one button."""
        target = self._view or self._first
        if target is not None:
            target.setFocus()

    def _nothing(self) -> QWidget:
        say = self.desk.words.say
        why = say("Rules say what is asked of a meeting: by law, by a form, or as an own target.")
        made = empty(
            self.look, icon="targets", what=say("No rules yet"), why=why, verb=say("Write a rule"), act=self._write
        )
        self._first = made.findChild(Press)
        more = row(self.look, Spring(), button(self.look, say("Add rules from a file"), self._add), Spring())
        return frame("plain", column(self.look, Wide(made), more, gap=12))

    def _sides(self, listed: QWidget) -> QLayout:
        if self.look.narrow:
            return column(self.look, listed, self._detail, Spring(), gap=12)
        self._detail.setFixedWidth(self.look.px(SIDE))
        return row(self.look, Wide(listed), self._detail, gap=16)

    # -------------------------------------------------------------------------------------- the chosen rule

    def _show(self, key: bytes) -> None:
        self._rules.chosen = key
        rule = self._rules.rule(key)
        if rule is None:
            self._detail.put(None)
            return
        look, say = self.look, self.desk.words.say
        lines: list[Piece] = [paragraph(look, rule.title_in(self.desk.words.language), "section")]
        lines += [paragraph(look, line) for line in self._rules.said_of(rule)]
        lines += [Gap(2), hairline(), *self._switching(rule), Gap(2), hairline(), *self._confirming(rule)]
        lines += [Gap(2), hairline(), row(look, button(look, say("Save the rules as a file"), self._save), Spring())]
        self._detail.put(frame("card", column(look, *lines, Spring(), edges=(20, 16, 20, 16), gap=6)))

    def _switching(self, rule: Rule) -> list[Piece]:
        look, say = self.look, self.desk.words.say
        self._focal, self._secretary = Field(look, say("Focal point")), Field(look, say("Secretary"))
        self._refused, self._why = refusal(look)
        verb = say("Switch it off") if rule.on else say("Switch it on")
        return [
            label(look, say("In use") if rule.on else say("Switched off"), "strong"),
            paragraph(look, say("Two people answer for it; both names are printed."), "caption", "muted"),
            named(look, say("Focal point"), self._focal),
            named(look, say("Secretary"), self._secretary),
            self._refused,
            row(look, button(look, verb, lambda: self._switch(rule)), Spring()),
        ]

    def _confirming(self, rule: Rule) -> list[Piece]:
        look, say = self.look, self.desk.words.say
        self._by = Field(look, say("Who says that it holds here"))
        return [
            named(look, say("Who says that it holds here"), self._by),
            row(look, button(look, say("Confirm"), lambda: self._confirm(rule)), Spring()),
        ]

    def _switch(self, rule: Rule) -> None:
        self._done(self._rules.switch(rule, self._focal.text(), self._secretary.text()))

    def _confirm(self, rule: Rule) -> None:
        self._done(self._rules.confirm(rule, self._by.text()))

    def _done(self, told: Told) -> None:
        if told.done:
            self.desk.tell(told)
        else:
            self._why.setText(told.why)
            self._refused.show()

    # -------------------------------------------------------------------------------------- files

    def _write(self) -> None:
        self.desk.go(Place(room="own_rule"))

    def _add(self) -> None:
        path = dialogs.choose_rules(self.desk.window, self.desk.words, self.desk.folder)
        if path is not None:
            self.desk.tell(self._rules.add(path))

    def _save(self) -> None:
        path = dialogs.save_rules(self.desk.window, self.desk.words, self.desk.folder)
        if path is not None:
            self.desk.tell(self._rules.save(path))
