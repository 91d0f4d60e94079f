"""The rules of the book: what is asked of a meeting, by whom, and where it says so."""

from collections.abc import Callable
from pathlib import Path

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.rules import Rule
from hrplanner.usecases.checking import add_rules, read_rule_file, rules_of
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.table import Column, Row, Table, row
from hrplanner.viewmodels.told import Told, refused
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels import words as labels


class Rules:
    """The list, and adding a pack."""

    def __init__(self, workspace: Workspace, words: Catalog, read_text: Callable[[Path], str]) -> None:
        self._workspace = workspace
        self.words = words
        self._read_text = read_text

    def table(self) -> Table:
        """Rules in the order of their ids."""
        say = self.words.say
        columns = (
            Column(code="title", title=say("Rule")),
            Column(code="threshold", title=say("Asks for"), width=120),
            Column(code="force", title=say("Force"), width=150),
            Column(code="source", title=say("Source"), width=260),
            Column(code="on", title=say("In use"), width=96),
        )
        rules = rules_of(self._workspace.office)
        return Table(say("Rules of this book"), columns, tuple(self._line(rules[name]) for name in sorted(rules)))

    def add(self, source: Path) -> Told:
        """Add the rules of a file; the same rule again changes nothing."""
        before = len(self._workspace.office.rules)
        try:
            tables = read_rule_file(self._read_text(source))
            self._workspace.run_office("add_rules", lambda office: add_rules(office, tables), about=source.stem)
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem)
        added = len(self._workspace.office.rules) - before
        if not added:
            return Told(news=self.words.say("All of these rules were in the book already."))
        return Told(news=self.words.count("{n} rule added.", "{n} rules added.", added))

    def _line(self, rule: Rule) -> Row:
        words = self.words
        threshold = (
            words.digits(rule.threshold.text) if rule.threshold else labels.word(words, "rule kind", str(rule.kind))
        )
        source = ", ".join(part for part in (rule.source, rule.article) if part)
        return row(
            rule.id.encode(),
            rule.title_in(words.language),
            threshold,
            labels.word(words, "force", str(rule.force)),
            source,
            words.say("in use") if rule.on else words.say("switched off"),
        )
