"""What `hrplanner rules` does: add a file, list, export, switch on and off by two people, confirm locally."""

import argparse
import datetime as dt
from pathlib import Path

from hrplanner.cli.answers import Outcome, rule_data
from hrplanner.cli.names import stem_of
from hrplanner.model.errors import Refused
from hrplanner.model.office import Office
from hrplanner.model.office_rules import confirmed, rules_of, switched
from hrplanner.usecases.ports import Tools
from hrplanner.usecases.rule_files import RefusedRule, RuleFile, open_rule_file, rule_file_of, with_rules
from hrplanner.usecases.stratification import open_strata, strata_of
from hrplanner.usecases.workspace import Workspace
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels.words import word
from hrplanner.words.refusals.explain import explain

WRITING = frozenset({"add", "on", "off", "confirm"})


def rules(asked: argparse.Namespace, tools: Tools, catalog: Catalog) -> Outcome:
    """Adds, lists, exports, switches or confirms rules of the book."""
    if asked.action != "list" and not asked.pack:
        raise Refused("rule_file_missing")
    refused: tuple[RefusedRule, ...] = ()
    space = Workspace(tools.open_book(Path(asked.file), read_only=asked.action not in WRITING))
    try:
        before = len(space.office.rules)
        if asked.action == "add":
            refused = _add(space, tools, Path(asked.pack))
        elif asked.action == "export":
            tools.write_file(Path(asked.pack), _exported(space.office, Path(asked.pack)).encode())
        elif asked.action != "list":
            space.run_office(f"rule_{asked.action}", lambda office: _decided(office, asked), about=asked.pack)
        office = space.office
    finally:
        space.book.close()
    return _listed(office, before, refused, catalog)


def _add(space: Workspace, tools: Tools, path: Path) -> tuple[RefusedRule, ...]:
    """Those that could not be added; Refused where that is all of them."""
    file = _opened(tools.read_text(path), path, space.office)
    after, refused = with_rules(space.office, file)
    if refused and after == space.office:
        first = refused[0].why
        raise Refused(first.code, **{**first.params, "line": refused[0].line})
    space.run_office("add_rules", lambda _: after, about=stem_of(path))
    return refused


def _opened(text: str, path: Path, office: Office) -> RuleFile:
    return open_strata(text, office) if path.suffix.lower() == ".csv" else open_rule_file(text)


def _exported(office: Office, path: Path) -> str:
    return strata_of(rules_of(office)) if path.suffix.lower() == ".csv" else rule_file_of(office)


def _decided(office: Office, asked: argparse.Namespace) -> Office:
    if asked.action == "confirm":
        return confirmed(office, asked.pack, by=asked.by or "", day=_day(asked.day))
    return switched(
        office,
        asked.pack,
        on=asked.action == "on",
        focal_point=asked.focal_point or "",
        secretary=asked.secretary or "",
    )


def _day(given: str | None) -> dt.date:
    try:
        return dt.date.fromisoformat(given) if given else dt.datetime.now().astimezone().date()
    except ValueError:
        raise Refused("not_a_date", text=given) from None


def _listed(office: Office, before: int, refused: tuple[RefusedRule, ...], catalog: Catalog) -> Outcome:
    known = rules_of(office)
    lines = tuple(
        "  ".join((one.id, one.title_in(catalog.language), word(catalog, "force", one.force))) for one in known.values()
    )
    told = tuple(
        catalog.say("Line {line}, {column}: {why}", line=one.line, column=one.rule, why=explain(catalog, one.why).why)
        for one in refused
    )
    data = {
        "added": len(known) - before,
        "refused": [{"line": one.line, "rule": one.rule, "code": one.why.code} for one in refused],
        "rules": [rule_data(one) for one in known.values()],
    }
    return Outcome(data=data, lines=(*lines, *told))
