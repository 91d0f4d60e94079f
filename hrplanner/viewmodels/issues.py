"""What is raised, by which groups and to which theme; typed while people speak."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.groups import GroupCode
from hrplanner.model.ids import RowId
from hrplanner.model.issues import Issue
from hrplanner.model.minutes import WITH_PROPOSALS, form_of
from hrplanner.model.session import Session
from hrplanner.usecases.recording import correct_issue, raise_issue, remove_row
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.group_keys import KeyLine, key_lines, names_of, other_groups, sex_groups
from hrplanner.viewmodels.numbers import read_number
from hrplanner.viewmodels.table import Column, Row, Table, row
from hrplanner.viewmodels.told import Told, refused
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels import words as labels
from hrplanner.words.labels.records import THEMES

Now = Callable[[], dt.datetime]


def theme_words(words: Catalog, theme: str | None) -> str:
    """A theme in words; one that an office or a source named itself stays as it is, none says so."""
    if theme is None:
        return words.say_in("theme", "no theme")
    return labels.word(words, "theme", theme)


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueEntry:
    """What is typed and switched on for the next issue."""

    text: str = ""
    theme: str = ""
    on: frozenset[int] = frozenset()


class Issues:
    """The issue that is being typed, and the list of those raised."""

    def __init__(self, workspace: Workspace, words: Catalog) -> None:
        self.entry = IssueEntry()
        self._workspace = workspace
        self.words = words

    @property
    def lines(self) -> tuple[KeyLine, ...]:
        """The keys of groups that can raise something, on one line."""
        keys = [key for line in key_lines(self._workspace.office, self.words) for key in line.keys if key.code]
        return (KeyLine(self.words.say("Raised by"), tuple(keys)),)

    def themes(self) -> tuple[tuple[str, str], ...]:
        """Pairs of code and word, no theme first, those already used in this session included."""
        used = {issue.theme for issue in self._workspace.opened().issues if issue.theme} - set(THEMES)
        own = [(theme, theme) for theme in sorted(used)]
        known = [(code, theme_words(self.words, code)) for code in THEMES]
        return (("", theme_words(self.words, None)), *known, *own)

    def type(self, text: str) -> None:
        """Keep what stands in the field."""
        self.entry = replace(self.entry, text=text)

    def choose_theme(self, theme: str) -> None:
        """The theme of the next issue."""
        self.entry = replace(self.entry, theme=theme)

    def switch(self, digit: int) -> None:
        """Switch a group that raised it."""
        if any(key.digit == digit for line in self.lines for key in line.keys):
            self.entry = replace(self.entry, on=self.entry.on ^ {digit})

    def add(self) -> Told:
        """The issue is written down, saved; the theme stays for the next one."""
        entry, office = self.entry, self._workspace.office
        groups = [group.code for digit, group in (*sex_groups(office), *other_groups(office)) if digit in entry.on]

        def change(session: Session) -> Session:
            return raise_issue(session, text=entry.text, raised_by=groups, theme=entry.theme or None)

        told = self._run("raise_issue", change, self.words.say("Issue written down."))
        if told.done:
            self.entry = IssueEntry(theme=entry.theme)
        return told

    def table(self) -> Table:
        """Issues, the newest first."""
        say = self.words.say
        columns = (
            Column(code="text", title=say("Issue"), editable=True),
            Column(code="raised_by", title=say("Raised by"), width=128),
            Column(code="theme", title=say("Theme"), width=104),
            *(self._measures() if self.measured else ()),
        )
        rows = tuple(self._line(issue) for issue in self._workspace.opened().issues)
        return Table(say("Issues raised"), columns, tuple(reversed(rows)))

    @property
    def measured(self) -> bool:
        """Whether proposals have a place, an amount and a cost: where the country's form asks, or some have."""
        asked = form_of(self._workspace.office.country) in WITH_PROPOSALS
        return asked or any(one.volume or one.cost is not None for one in self._workspace.opened().issues)

    def edit(self, key: bytes, column: str, text: str) -> Told:
        """Correct one cell of an issue."""
        try:
            value = _read(column, text)
        except Refused as problem:
            return refused(self.words, problem, column)
        news = self.words.say("Corrected.")
        return self._run("correct_issue", lambda session: correct_issue(session, RowId(key), {column: value}), news)

    def switch_in_row(self, key: bytes, digit: int) -> Told:
        """Add a group to those who raised an issue, or take it away."""
        office = self._workspace.office
        group = next((one.code for n, one in (*sex_groups(office), *other_groups(office)) if n == digit), None)
        if group is None:
            return Told()
        groups = _switched(self._workspace.opened().issue(RowId(key)).raised_by, group)
        news = self.words.say("Groups corrected.")
        return self._run(
            "correct_issue", lambda session: correct_issue(session, RowId(key), {"raised_by": groups}), news
        )

    def remove(self, key: bytes) -> Told:
        """The issue goes to the bin."""
        news = self.words.say("Issue removed.")
        return self._run("remove_issue", lambda session: remove_row(session, key), news)

    def _line(self, issue: Issue) -> Row:
        groups = names_of(self._workspace.office, self.words, issue.raised_by)
        by = groups or self.words.say_in("raised by", "not noted")
        told = (issue.text, by, theme_words(self.words, issue.theme))
        if not self.measured:
            return row(issue.id, *told)
        unknown = self.words.say_in("promise", "not said")
        cost = unknown if issue.cost is None else self.words.number(issue.cost)
        return row(issue.id, *told, issue.place or unknown, issue.volume or unknown, cost)

    def _measures(self) -> tuple[Column, ...]:
        return (
            Column(code="place", title=labels.word(self.words, "field", "place"), width=112, editable=True),
            Column(code="volume", title=labels.word(self.words, "field", "volume"), width=96, editable=True),
            Column(code="cost", title=labels.word(self.words, "field", "cost"), width=96, number=True, editable=True),
        )

    def _run(self, step: str, change: Callable[[Session], Session], news: str) -> Told:
        try:
            self._workspace.run(step, change)
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem, "text")
        return Told(news=news)


def _read(column: str, text: str) -> object:
    if column == "cost":
        return read_number(text, "cost")
    if column == "text" and not text.strip():
        raise Refused("field_missing", field="text")
    return text.strip() or None


def _switched(groups: tuple[GroupCode, ...], group: GroupCode) -> tuple[GroupCode, ...]:
    return tuple(one for one in groups if one != group) if group in groups else (*groups, group)
