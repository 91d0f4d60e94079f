"""Overview: a budget year at a glance. Which rules hold, who came and from where, who was missing, who was heard."""

from dataclasses import dataclass
from pathlib import Path

from hrplanner.model.commitments import Status
from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.rules.findings import Finding, Verdict
from hrplanner.model.rules.office_rules import rules_of
from hrplanner.model.rules.verdicts import check, is_of_a_session
from hrplanner.model.rules.yearly import GroupYear
from hrplanner.model.rules.years import RuleYear
from hrplanner.model.session import Session
from hrplanner.usecases.overview import places_of
from hrplanner.usecases.workspace import Workspace
from hrplanner.usecases.year_printing import year_sheet
from hrplanner.viewmodels.group_keys import group_name
from hrplanner.viewmodels.missing import gaps_of, missing_people
from hrplanner.viewmodels.sessions import day_of
from hrplanner.viewmodels.strip import row_of
from hrplanner.viewmodels.table import Column, Table, row
from hrplanner.viewmodels.told import Told, refused
from hrplanner.viewmodels.tools import WindowTools
from hrplanner.viewmodels.year_table import YearCell, YearColumn, YearRow, YearTable
from hrplanner.viewmodels.years import Years
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels import words as labels
from hrplanner.words.labels.reasons import reason

COLUMNS = 12  # the last meetings of a year that are shown side by side; the year's column counts them all
SETTLED = frozenset({Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_DETERMINE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """One fact of the year: what it is about, the number, and a second line."""

    title: str
    number: str
    note: str


class YearOverview:
    """The year that is shown; `mode` is which part of the page: rules, who, shares."""

    def __init__(self, workspace: Workspace, words: Catalog, years: Years) -> None:
        self._workspace = workspace
        self._years = years
        self.words = words
        self.year = ""
        self.mode = "rules"

    def labels(self) -> tuple[tuple[str, str], ...]:
        """The years that can be shown, the newest first."""
        years = reversed(self._years.overview().years)
        return tuple((one.label, self.words.say("Year {year}", year=self.words.digits(one.label))) for one in years)

    def shown(self) -> str:
        """The year that is shown: the one chosen, else the current one."""
        known = [code for code, _ in self.labels()]
        return self.year if self.year in known else self._years.last_year()

    def facts(self) -> str:
        """From when to when."""
        year = next((one for one in self._years.overview().years if one.label == self.shown()), None)
        if year is None:
            return ""
        country = self._workspace.office.country or ""
        first, last = (self.words.date_with_local(day, country) for day in (year.first, year.last))
        return self.words.say("{first} to {last}", first=first, last=last)

    def sessions(self) -> tuple[Session, ...]:
        """The meetings of the year, without their people."""
        return self._years.overview().in_year(self.shown())

    def print_year(self, path: Path, tools: WindowTools) -> Told:
        """The yearly target table of the year that is shown, for the office, in the language of its papers."""
        space = self._workspace
        try:
            sheet = year_sheet(space.book, self.shown(), reader="internal", almanac=self._years.almanac)
            language = space.office.paper_language
            tools.write_file(path, tools.press().year_table(sheet, space.office, language=language, reader="internal"))
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem)
        return Told(news=self.words.say("Made {file}.", file=path.name))

    # -------------------------------------------------------------------------------------- at a glance

    def glances(self) -> tuple[Glance, ...]:
        """Who came, what was asked and promised, what is late, do we meet the rules."""
        say, count = self.words.say, self.words.count
        own = {one.id for one in self.sessions()}
        lines = [line for line in self._workspace.book.session_lines() if line.id in own]
        promises = [line for line in self._workspace.book.commitment_lines() if line.session in own]
        done = sum(1 for one in promises if one.status is Status.DONE)
        late = [
            (self._years.today - one.due).days
            for one in promises
            if one.due is not None and one.due < self._years.today and one.status not in {Status.DONE, Status.STOPPED}
        ]
        met, not_met, still_open = self._verdicts()
        whole = next((one.whole for one in self._groups()), None)
        came = "?" if whole is None else self._between(whole.low, whole.high)
        return (
            Glance(
                title=say("Who came"),
                number=say("{n} attendances", n=came),
                note=count("in {n} session", "in {n} sessions", len(own)),
            ),
            Glance(
                title=say("What was asked"),
                number=count("{n} issue", "{n} issues", sum(line.issues for line in lines)),
                note="",
            ),
            Glance(
                title=say("What is promised"),
                number=count("{n} promise", "{n} promises", len(promises)),
                note=say("{n} done", n=done),
            ),
            Glance(
                title=say("What is late"),
                number=count("{n} promise", "{n} promises", len(late)),
                note=count("the oldest by {n} day", "the oldest by {n} days", max(late)) if late else "",
            ),
            Glance(
                title=say("Do we meet the rules"),
                number=say("{n} of {whole} met", n=met, whole=met + not_met + still_open),
                note=say("{a} not met, {b} not determined", a=not_met, b=still_open),
            ),
        )

    def _verdicts(self) -> tuple[int, int, int]:
        counted = [one.verdicts for one in self._rules()]
        met, not_met, still_open = (
            sum(one.get(verdict, 0) for one in counted)
            for verdict in (Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_DETERMINE)
        )
        return met, not_met, still_open

    # -------------------------------------------------------------------------------------- rules by sessions

    def rules(self) -> YearTable:
        """Rules down, the last meetings across, and the year."""
        say, rules = self.words.say, rules_of(self._workspace.office)
        sessions = [self._years.session(one) for one in self.sessions()[-COLUMNS:]]
        shown = [one for one in self._rules() if any(one.verdicts.get(verdict) for verdict in SETTLED)]
        columns = tuple(YearColumn(number=one.number, title=self._short(one), note=one.title) for one in sessions)
        rows = []
        for line in shown:
            rule = rules[line.rule.id]
            over_year = not is_of_a_session(rule)
            cells = [
                YearCell() if over_year else self._cell(check(rule, one, rules, almanac=self._years.almanac), one)
                for one in sessions
            ]
            title, year = rule.title_in(self.words.language), self._year_cell(line)
            rows.append(YearRow(rule=rule.id, title=title, note=self._force(line), cells=tuple(cells), year=year))
        return YearTable(name=say("Rules by sessions"), columns=columns, rows=tuple(rows), year=say("Year"))

    def _force(self, line: RuleYear) -> str:
        article = ", ".join(part for part in (line.rule.source, line.rule.article) if part)
        return article or labels.word(self.words, "force", str(line.rule.force))

    def _short(self, session: Session) -> str:
        return self.words.date(session.date, style="short") if session.date else session.date_as_written or "?"

    def _cell(self, finding: Finding, session: Session) -> YearCell:
        shown = row_of(finding, self.words)
        day = day_of(self.words, session.date, session.date_as_written)
        said = shown.change or reason(self.words, finding)
        return YearCell(shown=shown, spoken=f"{day}, {shown.title}: {shown.word}. {shown.fraction}. {said}".strip())

    def _year_cell(self, line: RuleYear) -> YearCell:
        asked = sum(line.verdicts.get(verdict, 0) for verdict in SETTLED)
        met = line.verdicts.get(Verdict.MET, 0)
        said = self.words.say("{n} of {whole} met", n=met, whole=asked)
        if line.as_one_meeting is None or line.as_one_meeting.verdict is Verdict.NOT_APPLICABLE:
            return YearCell(text=said, spoken=said)
        shown = row_of(line.as_one_meeting, self.words)
        broken = self.words.say("Met in every session, and yet not over the year.") if line.broken_in_sum else ""
        spoken = self.words.say("Over the year")
        return YearCell(
            shown=shown, text=said, spoken=f"{spoken}, {shown.title}: {shown.word}. {shown.fraction}. {said}. {broken}"
        )

    # -------------------------------------------------------------------------------------- who came

    def groups(self) -> Table:
        """Each group: how many came of all who came, this year and the year before."""
        say, words = self.words.say, self.words
        columns = (
            Column(code="group", title=say("Group")),
            Column(code="came", title=say("Came"), width=130),
            Column(code="before", title=say("Year before"), width=130),
            Column(code="known", title=say("Not stated"), width=110),
        )
        before = {one.group: one for one in self._groups_of(self._label_before())}
        rows = tuple(
            row(
                one.group.encode(),
                group_name(self._workspace.office, words, one.group),
                _share(words, one),
                _share(words, before[one.group]) if one.group in before else "",
                "?" if one.count.unknown is None else words.number(one.count.unknown),
            )
            for one in self._groups()
        )
        return Table(say("Who came, by group"), columns, rows)

    def places(self) -> Table:
        """From where people came, the most first; only those on lists say so."""
        say, words = self.words.say, self.words
        columns = (
            Column(code="place", title=say("Village or lane")),
            Column(code="came", title=say("Came"), width=90, number=True),
        )
        rows = tuple(
            row(place.encode(), place, words.number(number))
            for place, number in places_of(self._workspace.book, self.sessions())
        )
        return Table(say("Who came, by place"), columns, rows)

    def missing(self) -> Table:
        """Of whom nobody came last time, or nobody knows: those to invite first."""
        return missing_people(self._workspace, self._years, self.words)

    def gaps(self) -> tuple[str, ...]:
        """What is missing in the records of the year, in sentences."""
        return gaps_of(self.sessions(), self._workspace, self._years, self.words)

    # -------------------------------------------------------------------------------------- inside

    def _rules(self) -> list[RuleYear]:
        return [one for one in self._years.overview().rules if one.label == self.shown()]

    def _groups(self) -> list[GroupYear]:
        return self._groups_of(self.shown())

    def _groups_of(self, label: str) -> list[GroupYear]:
        return [one for one in self._years.overview().groups if one.label == label]

    def _label_before(self) -> str:
        known = [year.label for year in self._years.overview().years]
        place = known.index(self.shown()) if self.shown() in known else 0
        return known[place - 1] if place else ""

    def _between(self, low: int, high: int | None) -> str:
        if high is None:
            return self.words.say("{n} or more", n=low) if low else "?"
        if low == high:
            return self.words.number(low)
        return self.words.say("{low} to {high}", low=low, high=high)


def _share(words: Catalog, one: GroupYear) -> str:
    if one.whole.high is None:
        return words.say("{n} or more", n=one.count.low) if one.count.low else "?"
    if one.count.known is None and one.count.low == 0 and one.count.high == one.whole.high:
        return f"?/{words.digits(str(one.whole.high))}"
    return words.bounds(one.count.low, one.whole.high if one.count.high is None else one.count.high, one.whole.high)
