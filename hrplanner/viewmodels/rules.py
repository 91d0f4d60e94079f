"""The rules of the book: what is asked of a meeting, by whom, and where it says so."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.office import Office
from hrplanner.model.rules.office_rules import confirmed, rules_of, switched
from hrplanner.model.rules.reading import Rule
from hrplanner.usecases.rule_files import RefusedRule, with_rules
from hrplanner.usecases.stratification import open_by_name, text_by_name
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.table import Column, Row, Table, row
from hrplanner.viewmodels.told import Told, refused
from hrplanner.viewmodels.tools import WindowTools
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels import words as labels
from hrplanner.words.labels import workings
from hrplanner.words.refusals.explain import explain

SAID = 3  # refused lines that are named


class Rules:
    """The list, taking rules in and writing them out, and what the office decides about them."""

    def __init__(
        self, workspace: Workspace, words: Catalog, tools: WindowTools, now: Callable[[], dt.datetime]
    ) -> None:
        self._workspace = workspace
        self.words = words
        self._tools = tools
        self._now = now
        self.chosen = b""

    def table(self) -> Table:
        """Rules in the order of their ids."""
        say = self.words.say
        columns = (
            Column(code="title", title=say("Rule")),
            Column(code="threshold", title=say("Asks for"), width=120),
            Column(code="force", title=say("Force"), width=150),
            Column(code="on", title=say("In use"), width=96),
        )
        rules = rules_of(self._workspace.office)
        return Table(say("Rules of this book"), columns, tuple(self._line(rules[name]) for name in sorted(rules)))

    def add(self, source: Path) -> Told:
        """Add the rules of a file, or of a list of strata; those that cannot be taken are named with their line."""
        before = len(self._workspace.office.rules)
        try:
            file = open_by_name(self._tools.read_text(source), source.name, self._workspace.office)
            after, left_out = with_rules(self._workspace.office, file)
            self._workspace.run_office("add_rules", lambda _: after, about=source.stem)
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem)
        added = len(self._workspace.office.rules) - before
        if left_out:
            why = " ".join(self._left_out(one) for one in left_out[:SAID])
            said = self.words.count("{n} rule added.", "{n} rules added.", added)
            return Told(why=f"{said} {self.words.count('{n} was refused:', '{n} were refused:', len(left_out))} {why}")
        if not added:
            return Told(news=self.words.say("All of these rules were in the book already."))
        return Told(news=self.words.count("{n} rule added.", "{n} rules added.", added))

    def save(self, target: Path) -> Told:
        """Write the rules of the book as a rule file, or those on numbers of people as a list of strata."""
        try:
            self._tools.write_file(target, text_by_name(self._workspace.office, target.name).encode())
        except FileProblem as problem:
            return refused(self.words, problem)
        return Told(news=self.words.say("Rules saved as {file}.", file=target.name))

    def rule(self, key: bytes) -> Rule | None:
        """The rule of a row."""
        return rules_of(self._workspace.office).get(key.decode())

    def switch(self, rule: Rule, focal_point: str, secretary: str) -> Told:
        """Switch the rule over; both who answer for it are named and printed."""
        step = "rule_off" if rule.on else "rule_on"
        return self._decide(
            step,
            rule,
            lambda office: switched(
                office, rule.id, on=not rule.on, focal_point=focal_point.strip(), secretary=secretary.strip()
            ),
        )

    def confirm(self, rule: Rule, by: str) -> Told:
        """Say that the rule holds here."""
        day = self._now().date()
        return self._decide("rule_confirm", rule, lambda office: confirmed(office, rule.id, by=by.strip(), day=day))

    def said_of(self, rule: Rule) -> tuple[str, ...]:
        """What the card beside the list says of a rule."""
        words = self.words
        source = ", ".join(part for part in (rule.source, rule.article) if part)
        force = labels.word(words, "force", str(rule.force))
        sure = labels.word(words, "confidence", str(rule.confidence))
        read = words.say("Read on {date}", date=rule.read) if rule.read else ""
        lines = (*workings.why_it_applies(words, rule), source, rule.sentence, f"{force}. {sure}.", read)
        return tuple(line for line in lines if line)

    def _decide(self, step: str, rule: Rule, change: Callable[[Office], Office]) -> Told:
        try:
            self._workspace.run_office(step, change, about=rule.id)
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem)
        return Told(news=self.words.say("Saved."))

    def _left_out(self, one: RefusedRule) -> str:
        why = explain(self.words, one.why).why
        return self.words.say("Line {line}, {column}: {why}", line=one.line, column=one.rule, why=why)

    def _line(self, rule: Rule) -> Row:
        words = self.words
        threshold = (
            words.digits(rule.threshold.text) if rule.threshold else labels.word(words, "rule kind", str(rule.kind))
        )
        return row(
            rule.id.encode(),
            rule.title_in(words.language),
            threshold,
            labels.word(words, "force", str(rule.force)),
            words.say("in use") if rule.on else words.say("switched off"),
        )
