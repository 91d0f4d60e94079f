"""Targets: which rules apply and why, what came out, how it was worked out, and what would settle or change it."""

from collections.abc import Sequence
from dataclasses import dataclass

from hrplanner.model.bodies import Body
from hrplanner.model.rules.codes import Scope
from hrplanner.model.rules.findings import Finding, Verdict
from hrplanner.model.rules.office_rules import rules_of
from hrplanner.model.rules.verdicts import check_all
from hrplanner.model.session import Session
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.rows_used import rows_of_session, rows_of_sessions
from hrplanner.viewmodels.seats import seats_table
from hrplanner.viewmodels.sessions import day_of
from hrplanner.viewmodels.strip import ORDER, row_of
from hrplanner.viewmodels.strip_rows import StripRow
from hrplanner.viewmodels.table import Cell, Column, Table, row
from hrplanner.viewmodels.trend import Point, trend_of
from hrplanner.viewmodels.years import Years
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels import reasons, workings
from hrplanner.words.labels import words as labels

YEAR, COMMITTEES, SESSION = "year:", "committees", "session:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """One rule in full; every part is a title with its sentences, those without sentences are left out."""

    shown: StripRow
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    trend: tuple[Point, ...]
    rows: Table


class Targets:
    """Which findings are shown (`about`), which one is opened (`rule`), and whether its rows are."""

    def __init__(self, workspace: Workspace, words: Catalog, years: Years) -> None:
        self._workspace = workspace
        self._years = years
        self.words = words
        self.about = ""
        self.opened = ""
        self.with_rows = False

    def choices(self) -> tuple[tuple[str, str], ...]:
        """What findings can be shown for: years, committees, then sessions, the newest first."""
        words, overview = self.words, self._years.overview()
        years = [
            (f"{YEAR}{one.label}", words.say("Budget year {year}", year=words.digits(one.label)))
            for one in reversed(overview.years)
        ]
        committees = [(COMMITTEES, words.say("Committees"))] if self._workspace.office.bodies else []
        ordered = sorted(overview.sessions, key=lambda one: one.number)
        ordered.sort(key=lambda one: str(one.date or ""), reverse=True)
        sessions = [
            (f"{SESSION}{one.number}", f"{day_of(words, one.date, one.date_as_written)}  {one.title}")
            for one in ordered
        ]
        return (*years, *committees, *sessions)

    def shown_for(self) -> str:
        """What is shown: what was chosen, else the open session, else the last year."""
        known = [code for code, _ in self.choices()]
        session = self._workspace.session
        wanted = (self.about, f"{SESSION}{session.number}" if session else "", f"{YEAR}{self._years.last_year()}")
        return next((one for one in wanted if one in known), known[0] if known else "")

    def findings(self) -> tuple[Finding, ...]:
        """The findings of what is shown, the worst first."""
        about = self.shown_for()
        found: Sequence[Finding] = ()
        overview = self._years.overview()
        if about.startswith(YEAR):
            label = about.removeprefix(YEAR)
            own = [one.as_one_meeting for one in overview.rules if one.label == label]
            together = [one for one in own if one is not None]
            wider = [one for one in overview.wider if one.rule.scope is not Scope.BODY and _is_about(one, label)]
            found = [*together, *wider]
        elif about == COMMITTEES:
            found = [one for one in overview.wider if one.rule.scope is Scope.BODY]
        elif (session := self._session()) is not None:
            found = check_all(rules_of(self._workspace.office), session, almanac=self._years.almanac)
        return tuple(sorted(found, key=lambda one: (ORDER.index(one.verdict), one.rule.id, one.about or "")))

    def table(self) -> Table:
        """One line for each finding."""
        say, words = self.words.say, self.words
        columns = (
            Column(code="verdict", title=say("Verdict"), width=170),
            Column(code="title", title=say("Rule")),
            Column(code="asks", title=say("Asks for"), width=90),
            Column(code="figure", title=say("Figure"), width=120),
        )
        rows = []
        for finding in self.findings():
            shown = row_of(finding, words)
            asks = words.digits(finding.rule.threshold.text) if finding.rule.threshold else ""
            rows.append(
                row(key_of(finding), Cell(shown.word, shown.verdict), self._title(finding), asks, shown.fraction)
            )
        return Table(say("Targets"), columns, tuple(rows))

    def facts(self) -> str:
        """How many of each verdict."""
        counted = [(verdict, sum(one.verdict is verdict for one in self.findings())) for verdict in ORDER]
        said = (
            self.words.say("{n} {verdict}", n=n, verdict=labels.word(self.words, "verdict", verdict).lower())
            for verdict, n in counted
            if n
        )
        return "   |   ".join(said)

    def finding(self) -> Finding | None:
        """The finding that is opened, else the first."""
        found = self.findings()
        return next((one for one in found if key_of(one).decode() == self.opened), found[0] if found else None)

    def detail(self) -> Detail | None:
        """All that is said of the opened rule."""
        finding = self.finding()
        if finding is None:
            return None
        say, words, country = self.words.say, self.words, self._workspace.office.country
        shown = row_of(finding, words)
        change = reasons.what_would_change(words, finding)
        settle = workings.what_would_settle(words, finding)
        parts = (
            (say("How it was worked out"), workings.worked_out(words, finding, country=country, called=self._called)),
            (say("What would settle it"), tuple(one for one in (settle,) if one)),
            (say("What would change it"), tuple(one for one in (change,) if one)),
            (say("Why it applies"), workings.why_it_applies(words, finding.rule)),
            (say("What the rule says"), shown.more),
        )
        return Detail(
            shown=shown,
            parts=tuple((title, lines) for title, lines in parts if lines),
            trend=self._trend(finding),
            rows=self._rows(finding),
        )

    def _called(self, code: str) -> str:
        rule = rules_of(self._workspace.office).get(code)
        return code if rule is None else rule.title_in(self.words.language)

    def _title(self, finding: Finding) -> str:
        title = finding.rule.title_in(self.words.language)
        body = self._body(finding)
        return f"{title}: {body.title}" if body is not None else title

    def _session(self) -> Session | None:
        number = self.shown_for().removeprefix(SESSION)
        light = next((one for one in self._years.overview().sessions if one.number == number), None)
        return None if light is None else self._years.session(light)

    def _body(self, finding: Finding) -> Body | None:
        return next((one for one in self._workspace.office.bodies if one.code == finding.about), None)

    def _trend(self, finding: Finding) -> tuple[Point, ...]:
        if finding.is_wider and finding.rule.scope is not Scope.FISCAL_YEAR:
            return ()
        overview, rules = self._years.overview(), rules_of(self._workspace.office)
        rule = rules[finding.rule.id]
        if rule.scope is not Scope.SESSION:
            return ()
        held = sorted(
            (one for one in overview.sessions if one.held is not False and one.date is not None),
            key=lambda one: (str(one.date), one.number),
        )
        fitting = [one for one in held if not rule.applies_to or one.kind in rule.applies_to]
        loaded = [self._years.session(one) for one in fitting[-12:]]
        return trend_of(rule, loaded, rules, self.words, self._years.almanac)

    def _rows(self, finding: Finding) -> Table:
        body = self._body(finding)
        if body is not None:
            return seats_table(self._workspace.office, body, self.words, self._years.today)
        session = self._session() if finding.session is not None else None
        if session is not None:
            return rows_of_session(finding, session, self._workspace.office, self.words)
        lines = {line.id: line for line in self._workspace.book.session_lines()}
        label = self.shown_for().removeprefix(YEAR)
        rows = finding.rows or tuple(one.id for one in self._years.overview().in_year(label))
        return rows_of_sessions(rows, {bytes(which): line for which, line in lines.items()}, self.words)


def key_of(finding: Finding) -> bytes:
    """What tells findings of a list apart: the rule, and what it is about where it is about several."""
    return f"{finding.rule.id}|{finding.about or ''}".encode()


def _is_about(finding: Finding, label: str) -> bool:
    about = finding.about or ""
    return finding.verdict is not Verdict.NOT_APPLICABLE and (about.split("/")[:2] == label.split("/")[:2] or not about)
