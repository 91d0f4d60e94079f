"""Privacy: erase a person, let names go in time, switch restricted fields, and read what was handed out."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QWidget

from hrplanner.ui.desk import Desk
from hrplanner.ui.frame import Slot
from hrplanner.ui.page import Page
from hrplanner.ui.parts.buttons import button
from hrplanner.ui.parts.fields import Field, named, refusal
from hrplanner.ui.parts.head import Heading
from hrplanner.ui.parts.layout import Gap, Piece, Spring, Wide, column, frame, holding, row
from hrplanner.ui.parts.message import Message
from hrplanner.ui.parts.table import TableView
from hrplanner.ui.parts.text import label, paragraph
from hrplanner.viewmodels.places import Place
from hrplanner.viewmodels.privacy import Scans, kept_said
from hrplanner.viewmodels.told import Told

SIDE, MONTHS = 520, 90


class PrivacyPage(Page):
    """What is done at the left, the log at the right. Erasing asks once more, because nothing brings a name back."""

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(desk)
        self.place = place
        self._privacy = desk.open.privacy
        self._refused, self._why = refusal(self.look)
        self._found = Slot("found")
        self._name = Field(self.look, desk.words.say("Name"), self._privacy.wanted)
        self._name.returnPressed.connect(self._find)
        self._log = TableView(self.look, self._privacy.log())
        left = column(self.look, self._erasing(), self._keeping(), self._asking(), Spring(), gap=12)
        title = row(self.look, label(self.look, self._privacy.log().name, "section"), edges=(16, 10, 16, 0))
        right = frame("card", column(self.look, title, Wide(self._log), edges=(1, 1, 1, 4), gap=4))
        if self.look.narrow:
            self._log.setMinimumHeight(self.look.px(240))
            self.fill(holding(left), right)
        else:
            side = holding(left)
            side.setFixedWidth(self.look.px(SIDE))
            self.fill(Wide(row(self.look, side, Wide(right), gap=16)))
        self._show_found()

    def heading(self) -> Heading:
        """What this is about."""
        return Heading(title=self.desk.words.say("Privacy"))

    def start(self) -> None:
        """On the name."""
        self._name.setFocus()

    def refresh(self) -> None:
        """The log as it is now."""
        self._log.fill(self._privacy.log())

    # ------------------------------------------------------------------------------ cards

    def _erasing(self) -> QFrame:
        look, say = self.look, self.desk.words.say
        why = say("The name goes from every list, from the bin and from the log; numbers stay. "
                  "What keeps it all the same is told before.")  # fmt: skip
        find = button(look, say("Find"), self._find)
        return self._card(
            say("Erase a person for good"),
            paragraph(look, why, "caption", "muted"),
            named(look, say("Whole name"), self._name),
            self._refused,
            row(look, find, Spring()),
            self._found,
        )

    def _keeping(self) -> QFrame:
        look, say = self.look, self.desk.words.say
        months, because = self._privacy.time()
        self._months = Field(look, say("Months"), months)
        self._months.setFixedWidth(look.px(MONTHS))
        self._because = Field(look, say("Law or reason"), because)
        due = self._privacy.due()
        pieces: list[Piece] = [
            self._hint(say("After that time names go, and totals stay. Empty keeps them for good.")),
            row(look, named(look, say("Months"), self._months), Wide(named(look, say("Law or reason"), self._because))),
            row(look, button(look, say("Keep to this"), self._keep), Spring()),
        ]
        if due:
            said = self.desk.words.count("The time of {n} name is over.", "The time of {n} names is over.", due)
            let_go = button(look, say("Let these names go"), lambda: self._tell(self._privacy.let_go()))
            pieces += [Gap(2), row(look, Wide(paragraph(look, said, "strong")), let_go)]
            pieces += [paragraph(look, line, "caption") for line in self._privacy.due_kept()]
        return self._card(say("How long names are kept"), *pieces)

    def _asking(self) -> QFrame:
        look, say = self.look, self.desk.words.say
        self._reason = Field(look, say("Reason"))
        pieces: list[Piece] = [
            self._hint(say("Nobody who is named is asked about these unless there is a reason.")),
            named(look, say("Reason"), self._reason),
        ]
        for code, word, reason in self._privacy.fields():
            verb = say("Switch off") if reason else say("Switch on")
            act = button(look, verb, self._switching(code))
            act.setAccessibleName(f"{verb}: {word}")
            state = f"{word}: {reason}" if reason else say("{field}: switched off", field=word)
            pieces.append(row(look, Wide(paragraph(look, state)), act))
        return self._card(say("Asked only with a reason"), *pieces)

    def _hint(self, text: str) -> QWidget:
        return paragraph(self.look, text, "caption", "muted")

    def _card(self, title: str, *pieces: Piece) -> QFrame:
        heading = label(self.look, title, "section")
        return frame("card", column(self.look, heading, *pieces, edges=(20, 12, 20, 14), gap=8))

    # ------------------------------------------------------------------------------ doing

    def _find(self) -> None:
        self._privacy.wanted = self._name.text()
        self._say_at_name("")
        self._show_found()
        if self._name.text().strip() and not self._privacy.found():
            self._tell(self._privacy.erase())

    def _show_found(self) -> None:
        look, table = self.look, self._privacy.found_table()
        if not table.rows:
            self._found.put(None)
            return
        lines = TableView(look, table)
        lines.setMinimumHeight(look.row(32) * (min(5, len(table.rows)) + 1) + look.px(4))
        verb = self.desk.words.count("Erase {n} line for good", "Erase {n} lines for good", len(table.rows))
        kept = self._privacy.kept()
        told = [paragraph(look, line, "caption") for line in kept_said(self.desk.words, kept)]
        acts: list[Piece] = [row(look, button(look, verb, self._erase), Spring())]
        if kept.scans:
            both = self.desk.words.count("Erase, and remove {n} scan", "Erase, and remove {n} scans", kept.scans)
            acts.append(row(look, button(look, both, self._erase_with_scans), Spring()))
        part: QWidget = holding(column(look, lines, *told, *acts))
        self._found.put(part)

    def _erase(self) -> None:
        self._tell(self._privacy.erase())

    def _erase_with_scans(self) -> None:
        self._tell(self._privacy.erase(Scans.GO))

    def _keep(self) -> None:
        self._tell(self._privacy.keep(self._months.text(), self._because.text()))

    def _switching(self, code: str) -> Callable[[], None]:
        return lambda: self._tell(self._privacy.switch(code, self._reason.text()))

    def _tell(self, told: Told) -> None:
        """Why not below the name, or as a band; news after the page was drawn anew."""
        at_name = told.field == "name"
        self._say_at_name(told.why if at_name else "")
        if told.done:
            self.desk.go(self.place)
            self.desk.say(Message(tone="done", what=told.news))
        elif not at_name:
            self.desk.tell(Told(why=told.why))

    def _say_at_name(self, why: str) -> None:
        self._why.setText(why)
        self._refused.setVisible(bool(why))
        self._name.refuse(why)
