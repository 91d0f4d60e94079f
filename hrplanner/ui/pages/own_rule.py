"""A rule of one's own: choices at the left, what it would have said of past sessions at the right, at once."""

from collections.abc import Callable

from PySide6.QtWidgets import QLayout, QWidget

from hrplanner.ui.desk import Desk
from hrplanner.ui.frame import Slot
from hrplanner.ui.page import Page
from hrplanner.ui.parts.buttons import Press, button, choice_of_parts
from hrplanner.ui.parts.fields import Choice, Field, named, refusal
from hrplanner.ui.parts.head import Heading
from hrplanner.ui.parts.layout import Flow, Gap, Piece, Spring, Wide, column, frame, holding, row
from hrplanner.ui.parts.table import TableView
from hrplanner.ui.parts.text import label, paragraph
from hrplanner.viewmodels.places import Place

SIDE = 544


class OwnRulePage(Page):
    """Nothing is in the book before the button is pressed; what was typed stays until then."""

    writes = True

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.place = place
        self._rule = desk.open.own_rules
        self._title = label(self.look, "", "section")
        self._title.setWordWrap(True)
        self._said = paragraph(self.look, "", "body")
        self._slot = Slot("trial")
        self._refused, self._why = refusal(self.look)
        self._groups: list[Press] = []
        form = frame("card", column(self.look, *self._lines(), edges=(20, 14, 20, 16), gap=8))
        trial = frame("card", column(self.look, *self._trial(), edges=(20, 14, 20, 16), gap=8))
        if self.look.narrow:
            self.fill(form, trial, Spring(), gap=12)
        else:
            form.setFixedWidth(self.look.px(SIDE))
            self.fill(Wide(row(self.look, column(self.look, form, Spring()), Wide(trial), gap=16)))
        self._try()

    def heading(self) -> Heading:
        """A new rule."""
        say = self.desk.words.say
        return Heading(title=say("A rule of our own"), facts=say("Tried at once on the sessions of this book"))

    def start(self) -> None:
        """Who is counted comes first."""
        self._groups[0].setFocus()

    # -------------------------------------------------------------------------------------- the form

    def _lines(self) -> list[Piece]:
        look, say, own = self.look, self.desk.words.say, self._rule.own
        chips = [self._chip(code, text) for code, text in self._rule.groups()]
        whole = self._choice(say("Measured as"), self._rule.wholes(), own.of, "of")
        less = self._choice(say("How"), self._rule.comparisons(), own.comparison, "comparison")
        kind = self._choice(say("For"), self._rule.kinds(), own.kind, "kind")
        scope = self._choice(say("Checked over"), self._rule.scopes(), own.scope, "scope")
        pair: Callable[..., QLayout] = column if look.tight else row
        lines: list[Piece] = [
            label(look, say("Who is counted"), "caption", "muted"),
            Flow(look.px(6), chips),
        ]
        if len(own.groups) > 1:
            names = (("any", say("in any of them")), ("all", say("in all of them at once")))
            every = "all" if own.every else "any"
            lines.append(row(look, choice_of_parts(look, names, every, self._every), Spring()))
        lines += [pair(look, Wide(whole), Wide(less), gap=12)]
        if own.of:
            names = (("typed", say("A threshold")), ("census", say("From the population")))
            chosen = "census" if own.from_population else "typed"
            lines.append(row(look, choice_of_parts(look, names, chosen, self._from), Spring()))
        lines += self._population(pair) if own.of and own.from_population else [self._threshold()]
        lines += [
            pair(look, Wide(kind), Wide(scope), gap=12),
            self._field(say("Title (left empty, the sentence at the right)"), own.title, "title"),
            Gap(2),
            paragraph(look, say("Two people answer for it; both names are printed."), "caption", "muted"),
            pair(
                look,
                Wide(self._field(say("Focal point"), own.focal_point, "focal_point")),
                Wide(self._field(say("Secretary"), own.secretary, "secretary")),
                gap=12,
            ),
            self._refused,
            row(
                look,
                button(look, say("Add the rule and switch it on"), self._add, kind="first"),
                button(look, say("Not now"), lambda: self.desk.go(Place(room="rules"))),
                Spring(),
            ),
        ]
        return lines

    def _threshold(self) -> QLayout:
        say, own = self.desk.words.say, self._rule.own
        hint = say("a fraction or percent as decided: 1/3, 33 %") if own.of else say("a number of people: 10")
        return column(
            self.look,
            self._field(say("How much"), own.threshold_text, "threshold_text"),
            label(self.look, hint, "caption", "muted"),
            gap=2,
        )

    def _population(self, pair: Callable[..., QLayout]) -> list[Piece]:
        say, own = self.desk.words.say, self._rule.own
        return [
            pair(
                self.look,
                Wide(self._field(say("People of the group"), own.part_text, "part_text")),
                Wide(self._field(say("People in all"), own.population_text, "population_text")),
                gap=12,
            ),
            pair(
                self.look,
                Wide(self._field(say("Counted in the year"), own.year_text, "year_text")),
                Wide(self._field(say("By (census, survey)"), own.census, "census")),
                gap=12,
            ),
            self._field(say("Part of that share (1/1 for all of it)"), own.parity_text, "parity_text"),
        ]

    def _chip(self, code: str, text: str) -> Press:
        made = button(self.look, text, lambda: self._toggle(code), kind="chip")
        made.setCheckable(True)
        made.setChecked(code in self._rule.own.groups)
        made.setObjectName(f"group-{code}")
        self._groups.append(made)
        return made

    def _choice(self, name: str, options: tuple[tuple[str, str], ...], current: str, field: str) -> QLayout:
        made = Choice(self.look, name, options, current)
        made.when_chosen(lambda code: self._chosen(field, code))
        return named(self.look, name, made)

    def _field(self, name: str, text: str, field: str) -> QLayout:
        made = Field(self.look, name, text)
        made.setObjectName(field)
        made.textEdited.connect(lambda typed: self._typed(field, typed))
        return named(self.look, name, made)

    # -------------------------------------------------------------------------------------- what happens

    def _typed(self, field: str, text: str) -> None:
        self._rule.say(**{field: text})
        self._try()

    def _chosen(self, field: str, code: str) -> None:
        self._rule.say(**{field: code})
        if field == "of":
            self._again("")
        else:
            self._try()

    def _toggle(self, code: str) -> None:
        before = len(self._rule.own.groups)
        self._rule.toggle(code)
        if (before > 1) != (len(self._rule.own.groups) > 1):
            self._again(f"group-{code}")
        else:
            self._try()

    def _every(self, code: str) -> None:
        self._rule.say(every=code == "all")
        self._again("")

    def _from(self, code: str) -> None:
        self._rule.say(from_population=code == "census")
        self._again("part_text" if code == "census" else "threshold_text")

    def _again(self, focus: str) -> None:
        self.desk.go(self.place)
        focused = self.desk.window.findChild(QWidget, focus) if focus else None
        if focused is not None:
            focused.setFocus()

    def _add(self) -> None:
        told = self._rule.add()
        self._why.setText(told.why)
        self._refused.setVisible(bool(told.why))
        if told.done:
            self.desk.go(Place(room="rules"))
            self.desk.tell(told)

    # -------------------------------------------------------------------------------------- the trial

    def _trial(self) -> list[Piece]:
        look, say = self.look, self.desk.words.say
        return [
            label(look, say("The rule as it would stand"), "caption", "muted"),
            self._title,
            self._said,
            Wide(self._slot),
        ]

    def _try(self) -> None:
        self._title.setText(self._rule.own.title or self._rule.title())
        table, said = self._rule.trial()
        self._said.setText(said)
        view = TableView(self.look, table)
        view.setMinimumHeight(self.look.row(32) * 6)
        self._slot.put(view if table.rows else holding(column(self.look, Spring())))
