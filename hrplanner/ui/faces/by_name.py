"""Register by name: type, Tab, numbers, Enter; saved, next."""

from PySide6.QtWidgets import QFrame

from hrplanner.ui.desk import Desk
from hrplanner.ui.faces.face import Face
from hrplanner.ui.faces.people_list import PeopleList
from hrplanner.ui.parts.buttons import button
from hrplanner.ui.parts.fields import Field, named, refusal, select_all_on_focus
from hrplanner.ui.parts.group_keys import GroupKeys
from hrplanner.ui.parts.layout import Piece, Spring, Wide, column, frame, holding, row
from hrplanner.ui.parts.text import fixed, paragraph
from hrplanner.ui.parts.type_ahead import TypeAhead
from hrplanner.ui.tab_order import come_after
from hrplanner.viewmodels.told import Told

AGE, PLACE = 72, 168


class ByName(Face):
    """The entry row above, the list below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._register = desk.open.register
        look, say, entry = self.look, desk.words.say, self._register.entry
        self._name = TypeAhead(look, say("Name"), entry.name_text, self._register.suggestions)
        self._age = Field(look, say("Age"), entry.age_text)
        self._place = Field(look, say("Village or lane"), entry.place_text)
        select_all_on_focus(self._place)
        self._keys = GroupKeys(look, self._register.lines)
        self._refused, self._why = refusal(look)
        self._list = PeopleList(desk)
        self._connect()
        self._keys.show_on(entry.on)
        self.setLayout(column(look, self._entry_card(), Wide(self._list), gap=8 if look.narrow else 12))

    def refresh(self) -> None:
        """The list; what is being typed stays."""
        self._list.refresh()

    def press_digit(self, digit: int) -> None:
        """Switch a group while typing."""
        self._register.switch(digit)
        self._keys.show_on(self._register.entry.on)

    def start(self) -> None:
        """The next name."""
        self._name.setFocus()

    def _connect(self) -> None:
        for field in (self._name, self._age, self._place):
            field.textChanged.connect(self._typed)
        self._name.entered.connect(self._add)
        self._name.chosen.connect(self._choose)
        self._age.returnPressed.connect(self._add)
        self._place.returnPressed.connect(self._add)
        self._keys.entered.connect(self._add)
        self._keys.switched.connect(self.press_digit)

    def _entry_card(self) -> QFrame:
        look, say = self.look, self.desk.words.say
        add = button(look, say("Add"), self._add, kind="first", icon="plus")
        come_after(add, self._keys)
        name = Wide(holding(named(look, say("Name"), self._name)))
        age = fixed(holding(named(look, say("Age"), self._age)), look.px(AGE))
        place = holding(named(look, say("Village or lane"), self._place))
        pressed = holding(column(look, Spring(), add, gap=0))
        if look.tight:
            lines: list[Piece] = [row(look, name), row(look, age, Wide(place), pressed, gap=12)]
        else:
            lines = [row(look, name, age, fixed(place, look.px(PLACE)), pressed, gap=12)]
        self._hint = paragraph(look, "", "caption", "muted")
        self._say_kept()
        below: list[Piece] = [self._refused] if look.narrow else [self._refused, self._hint]
        return frame("card", column(look, *lines, self._keys, *below, edges=(16, 10, 16, 10), gap=8))

    def _say_kept(self) -> None:
        """That the place of the person before stands in the row already, where anybody would overlook it."""
        say, kept = self.desk.words.say, self._register.kept_place
        said = say("Kept for this person too: {place}.", place=kept) if kept else ""
        keys = say("Tab to the groups, press their numbers, Enter adds the person.")
        self._hint.setText(f"{said} {keys}".strip())
        self._place.setToolTip(said)

    def _typed(self) -> None:
        self._register.type(name=self._name.text(), age=self._age.text(), place=self._place.text())
        self._say_kept()

    def _choose(self, key: str) -> None:
        self._register.choose(key)
        self._show_entry()
        self._age.setFocus()

    def _add(self) -> None:
        self._typed()
        told = self._register.add()
        self._show_refusal(told)
        if told.done:
            self._show_entry()
            self._name.setFocus()
            self.desk.tell(told)

    def _show_entry(self) -> None:
        entry = self._register.entry
        texts = ((self._name, entry.name_text), (self._age, entry.age_text), (self._place, entry.place_text))
        for field, text in texts:
            field.blockSignals(True)
            field.setText(text)
            field.blockSignals(False)
        self._keys.show_on(entry.on)
        self._say_kept()

    def _show_refusal(self, told: Told) -> None:
        self._why.setText(told.why)
        self._refused.setVisible(bool(told.why))
        field = self._age if told.field == "age" else self._name
        for one in (self._name, self._age):
            one.refuse(told.why if one is field else "")
        if told.why:
            field.setFocus()
