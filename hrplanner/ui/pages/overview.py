"""Overview: the year at a glance, then rules by sessions, who came, or who was heard."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QLayout, QWidget

from hrplanner.ui import dialogs
from hrplanner.ui.desk import Desk
from hrplanner.ui.page import Page
from hrplanner.ui.parts.buttons import Press, button, choice_of_parts
from hrplanner.ui.parts.empty import empty
from hrplanner.ui.parts.fields import Choice
from hrplanner.ui.parts.head import Heading
from hrplanner.ui.parts.layout import Flow, Piece, Spring, Wide, column, frame, holding, row
from hrplanner.ui.parts.shares import SharesView
from hrplanner.ui.parts.table import TableView
from hrplanner.ui.parts.text import label, paragraph, sign
from hrplanner.ui.parts.year_view import YearView
from hrplanner.viewmodels.places import Place
from hrplanner.viewmodels.table import Table
from hrplanner.viewmodels.year_shares import year_shares
from hrplanner.words.labels import words as labels

MARKS = ("met", "not_met", "cannot_determine", "waived", "not_applicable")
GLANCE = 190


class OverviewPage(Page):
    """One budget year."""

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.place = place
        self._overview = desk.open.overview
        if place.mode:
            self._overview.mode = place.mode
        self._first: QWidget | None = None
        self._has = bool(self._overview.labels())
        if not self._has:
            self.fill(Wide(self._nothing()))
            return
        body = {"rules": self._rules, "who": self._who, "shares": self._shares}[self._overview.mode]
        self.fill(self._glances(), self._modes(), Wide(holding(body())), gap=10)

    def heading(self) -> Heading:
        """From when to when."""
        return Heading(title=self.desk.words.say("Overview"), facts=self._overview.facts())

    def head_parts(self) -> Sequence[QWidget]:
        """The choice of a year."""
        if not self._has:
            return ()
        chosen = Choice(self.look, self.desk.words.say("Budget year"), self._overview.labels(), self._overview.shown())
        chosen.setMinimumContentsLength(14)
        chosen.when_chosen(self._choose)
        return (chosen, button(self.look, self.desk.words.say("Print the year"), self.hand_out, icon="print"))

    def hand_out(self) -> None:
        """The yearly target table as a PDF."""
        if not self._has:
            return
        label = self._overview.shown()
        suggestion = self.desk.folder / f"{label.replace('/', '-')}.pdf"
        path = dialogs.choose_pdf(self.desk.window, self.desk.words, suggestion)
        if path is not None:
            self.desk.tell(self._overview.print_year(path, self.desk.tools))

    def refresh(self) -> None:
        """Figures as they are now."""
        self.desk.go(self.place)

    def start(self) -> None:
        """In the table."""
        if self._first is not None:
            self._first.setFocus()

    def _choose(self, label: str) -> None:
        self._overview.year = label
        self.desk.go(self.place)

    def _nothing(self) -> QWidget:
        say = self.desk.words.say
        made = empty(
            self.look,
            icon="overview",
            what=say("No year to look at yet"),
            why=say("The first session with a day begins it."),
            verb=say("New session"),
            act=lambda: self.desk.go(Place(room="new_session")),
        )
        self._first = made.findChild(Press)
        return made

    def _glances(self) -> QFrame:
        look = self.look
        cards = [
            holding(
                column(
                    look,
                    label(look, one.title, "caption", "muted"),
                    label(look, one.number, "section"),
                    label(look, one.note, "caption", "muted"),
                    gap=1,
                )
            )
            for one in self._overview.glances()
        ]
        for card in cards:
            card.setMinimumWidth(look.px(GLANCE))
        return frame("card", column(look, Flow(look.px(12), cards), edges=(16, 8, 16, 8)))

    def _modes(self) -> QLayout:
        say = self.desk.words.say
        names = (("rules", say("Rules by sessions")), ("who", say("Who came")), ("shares", say("Who was heard")))
        parts = choice_of_parts(self.look, names, self._overview.mode, self._change_mode)
        return row(self.look, parts, Spring())

    def _change_mode(self, mode: str) -> None:
        self.desk.go(Place(room="overview", mode=mode))

    # -------------------------------------------------------------------------------------- rules by sessions

    def _rules(self) -> QLayout:
        look, table = self.look, self._overview.rules()
        if not table.rows:
            made = empty(
                look,
                icon="targets",
                what=self.desk.words.say("No rule came to a verdict in this year"),
                why=self.desk.words.say("Rules are switched on and off in the list of rules."),
                verb=self.desk.words.say("Rules of this book"),
                act=lambda: self.desk.go(Place(room="rules")),
            )
            self._first = made.findChild(Press)
            return column(look, made)
        self._table, self._view = table, YearView(look, table)
        self._first = self._view
        self._said = paragraph(look, "", "body")
        self._go = button(look, self.desk.words.say("Open the session"), self._open_current, icon="right")
        self._view.moved.connect(self._say_cell)
        self._view.opened.connect(lambda _: self._open_current())
        self._say_cell(0, max(0, len(table.columns) - 1))
        foot = (column if look.tight else row)(look, Wide(self._said), self._go)
        return column(
            look,
            Wide(frame("card", column(look, Wide(self._view), edges=(1, 1, 1, 4)))),
            self._legend(),
            frame("card", column(look, foot, edges=(16, 6, 12, 6))),
            gap=8,
        )

    def _legend(self) -> QWidget:
        look, words = self.look, self.desk.words
        parts = [
            holding(row(look, sign(look, mark), label(look, labels.word(words, "verdict", mark), "caption"), gap=6))
            for mark in MARKS
        ]
        note = label(look, words.say("Solid: known. Hatched: not stated. Mark: what the rule asks for."), "caption")
        return Flow(look.px(14), [*parts, note])

    def _say_cell(self, at: int, column_at: int) -> None:
        self._said.setText(self._table.cell(at, column_at).spoken)
        self._go.setEnabled(column_at < len(self._table.columns))

    def _open_current(self) -> None:
        at = self._view.currentIndex().column() if self._view.currentIndex().isValid() else len(self._table.columns) - 1
        if 0 <= at < len(self._table.columns):
            number = self._table.columns[at].number
            self.desk.go(Place(room="session", number=number, step="register"))

    # -------------------------------------------------------------------------------------- who came

    def _who(self) -> QLayout:
        look, overview = self.look, self._overview
        groups = self._card(overview.groups(), overview.groups().name)
        self._first = groups.findChild(TableView)
        say = self.desk.words.say
        nobody = say("Nobody is known to have been missing.")
        nowhere = say("Only people on lists say where they come from.")
        side = [
            self._card(overview.missing(), overview.missing().name, nobody),
            self._card(overview.places(), overview.places().name, nowhere),
            self._gaps(),
        ]
        if look.narrow:
            return column(look, groups, *side, Spring(), gap=12)
        return row(look, Wide(groups), Wide(holding(column(look, *side, Spring(), gap=12))), gap=16)

    def _card(self, table: Table, title: str, nothing: str = "") -> QFrame:
        look = self.look
        head = row(look, label(look, title, "section"), Spring(), edges=(16, 8, 16, 0))
        if not table.rows:
            return frame("card", column(look, head, paragraph(look, nothing, "body", "muted"), edges=(16, 8, 16, 12)))
        view = TableView(look, table)
        view.setMinimumHeight(look.row(32) * min(9, len(table.rows) + 1) + look.px(4))
        return frame("card", column(look, head, Wide(view), edges=(1, 1, 1, 4), gap=4))

    def _gaps(self) -> QFrame:
        look, found = self.look, self._overview.gaps()
        lines: list[Piece] = [paragraph(look, line) for line in found]
        none = paragraph(look, self.desk.words.say("Nothing that this year's records should hold."), "body", "muted")
        title = label(look, self.desk.words.say("What is missing"), "section")
        return frame("card", column(look, title, *(lines or [none]), edges=(16, 8, 16, 12), gap=6))

    # -------------------------------------------------------------------------------------- who was heard

    def _shares(self) -> QLayout:
        look, words, screens = self.look, self.desk.words, self.desk.open
        overview = screens.years.overview()
        groups = [one for one in overview.groups if one.label == self._overview.shown()]
        shares = year_shares(screens.workspace, self._overview.sessions(), groups, words)
        view = SharesView(look, shares)
        self._first = view
        note = words.say(
            "Each bar is a share of its own whole. The triangle is the group's share of those who came: "
            "who ends left of it was heard less."
        )
        card = frame("card", column(look, view, edges=(16, 8, 16, 8)))
        return column(look, card, paragraph(look, note, "caption", "muted"), Spring(), gap=8)
