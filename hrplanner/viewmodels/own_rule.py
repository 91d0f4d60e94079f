"""A rule of one's own: what was chosen so far, the rule in a sentence, and its trial on past sessions."""

import datetime as dt
from dataclasses import replace
from typing import Any

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.groups import GroupCode
from hrplanner.model.rules.findings import Finding, Verdict
from hrplanner.model.session import Kind
from hrplanner.usecases.own_rules import EVERYBODY, OwnRule, added, code_for, table_of, trial
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.group_keys import group_name
from hrplanner.viewmodels.strip import row_of
from hrplanner.viewmodels.table import Cell, Column, Table, row
from hrplanner.viewmodels.told import Told, refused
from hrplanner.viewmodels.years import Years
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels import words as labels

LAST = 24


class OwnRules:
    """The rule that is being written; it is kept until it is added or put away."""

    def __init__(self, workspace: Workspace, words: Catalog, years: Years) -> None:
        self._workspace = workspace
        self._years = years
        self.words = words
        self.own = OwnRule()

    def say(self, **changed: Any) -> None:
        """Something was chosen or typed."""
        self.own = replace(self.own, **changed)

    def toggle(self, code: str) -> None:
        """A group is counted, or not any more."""
        groups = self.own.groups
        kept = tuple(one for one in groups if one != code)
        self.say(groups=kept if len(kept) < len(groups) else (*groups, GroupCode(code)))

    def groups(self) -> tuple[tuple[str, str], ...]:
        """The groups of the book."""
        office = self._workspace.office
        ordered = sorted(office.groups, key=lambda one: one.position)
        return tuple((one.code, group_name(office, self.words, one.code)) for one in ordered)

    def wholes(self) -> tuple[tuple[str, str], ...]:
        """What a share can be of; or a plain number of people."""
        names = ("attendees", "voters", "members", "invitees")
        shares = [
            (name, self.words.say("share of {whole}", whole=labels.word(self.words, "whole", name))) for name in names
        ]
        return (*shares, ("", self.words.say("a number of people")))

    def comparisons(self) -> tuple[tuple[str, str], ...]:
        """At least, at most and so on."""
        say = self.words.say
        return ((">=", say("at least")), (">", say("more than")), ("<=", say("at most")), ("<", say("less than")))

    def kinds(self) -> tuple[tuple[str, str], ...]:
        """Kinds of meeting, those the book has first."""
        met = {line.kind for line in self._workspace.book.session_lines()}
        ordered = sorted((str(kind) for kind in Kind), key=lambda kind: kind not in met)
        names = [(kind, labels.word(self.words, "kind", kind)) for kind in ordered]
        return (("", self.words.say("every kind of meeting")), *names)

    def scopes(self) -> tuple[tuple[str, str], ...]:
        """Each session by itself, or a year taken together."""
        return (("session", self.words.say("each session")), ("fiscal_year", self.words.say("the budget year")))

    def title(self) -> str:
        """The rule in a sentence, as it is called unless another title is typed."""
        own, say = self.own, self.words.say
        names = [group_name(self._workspace.office, self.words, code) for code in own.groups]
        joint = say(" and ") if own.every else ", "
        everybody = "…" if own.of == EVERYBODY else labels.word(self.words, "whole", EVERYBODY)
        who = joint.join(names) or everybody
        how = dict(self.comparisons())[own.comparison]
        asked = self.words.digits(own.threshold_text.strip()) or "…"
        if own.from_population and own.of:
            asked = say("their share of the population")
        if not own.of:
            return say("{who}: {how} {asked}", who=who, how=how, asked=asked)
        of = labels.word(self.words, "whole", own.of)
        return say("{who}: {how} {asked} of {whole}", who=who, how=how, asked=asked, whole=of)

    def trial(self) -> tuple[Table, str]:
        """Past sessions with what the rule would have said, and one line on all of them, or why there is none."""
        say, words = self.words.say, self.words
        columns = (
            Column(code="day", title=say("Day"), width=90),
            Column(code="title", title=say("Session")),
            Column(code="verdict", title=say("Verdict"), width=176),
            Column(code="figure", title=say("Figure"), width=106),
        )
        name = say("Tried on past sessions")
        try:
            table = self._table()
            sessions = self._past()
            found = trial(table, self._workspace.office, sessions, almanac=self._years.almanac)
        except Refused as problem:
            return Table(name, columns), refused(words, problem).why
        rows = []
        for session, finding in zip(sessions, found, strict=True):
            shown = row_of(finding, words)
            day = words.date(session.date, style="short") if session.date else session.date_as_written or ""
            rows.append(row(session.id, day, session.title, Cell(shown.word, shown.verdict), shown.fraction))
        return Table(name, columns, tuple(rows)), self._counted(found)

    def add(self) -> Told:
        """Add the rule, switched on by the two who are named."""
        try:
            table, own = self._table(), self.own
            self._workspace.run_office("write_rule", lambda office: added(office, table, own), about=str(table["id"]))
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem)
        self.own = OwnRule()
        return Told(news=self.words.say("Rule added and switched on."))

    def _table(self) -> Any:
        office = self._workspace.office
        source = self.words.say("Own target of {office}", office=office.name)
        title = self.title()
        return table_of(self.own, title=title, source=source, code=code_for(office, self.own.title or title))

    def _past(self) -> list[Any]:
        held = [one for one in self._years.overview().sessions if one.held is not False]
        held.sort(key=lambda one: (one.date or dt.date.min, one.number), reverse=True)
        return [self._years.session(one) for one in held[:LAST]]

    def _counted(self, found: tuple[Finding, ...]) -> str:
        asked = [one for one in found if one.verdict is not Verdict.NOT_APPLICABLE]
        met = sum(one.verdict is Verdict.MET for one in asked)
        still_open = sum(one.verdict is Verdict.CANNOT_DETERMINE for one in asked)
        if not asked:
            return self.words.say("No past session is of this kind.")
        return self.words.say(
            "It would have been met in {met} of {n} sessions; {open} could not be determined.",
            met=met,
            n=len(asked),
            open=still_open,
        )
