"""What `hrplanner rules` does: add a file, list, export, switch on and off by two people, confirm locally."""

import argparse
import datetime as dt
from pathlib import Path

from hrplanner.cli.answers import Outcome, rule_data
from hrplanner.cli.names import stem_of
from hrplanner.model.errors import Refused
from hrplanner.model.office import Office
from hrplanner.model.rules.office_rules import confirmed, rules_of, switched
from hrplanner.model.rules.rule import Rule
from hrplanner.usecases.ports import Tools
from hrplanner.usecases.rule_files import RefusedRule, with_rules
from hrplanner.usecases.stratification import open_by_name, text_by_name
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
            tools.write_file(Path(asked.pack), text_by_name(space.office, asked.pack).encode())
        elif asked.action != "list":
            space.run_office(f"rule_{asked.action}", lambda office: _decided(office, asked), about=asked.pack)
        office = space.office
    finally:
        space.book.close()
    return _listed(office, before, refused, catalog)


def _add(space: Workspace, tools: Tools, path: Path) -> tuple[RefusedRule, ...]:
    """Those that could not be added; Refused where that is all of them."""
    file = open_by_name(tools.read_text(path), path.name, space.office)
    after, refused = with_rules(space.office, file)
    if refused and after == space.office:
        first = refused[0].why
        raise Refused(first.code, **{**first.params, "line": refused[0].line})
    space.run_office("add_rules", lambda _: after, about=stem_of(path))
    return refused


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


def _line(rule: Rule, catalog: Catalog) -> str:
    parts = (rule.id, rule.title_in(catalog.language), word(catalog, "force", rule.force), _state(rule, catalog))
    return "  ".join(parts)


def _state(rule: Rule, catalog: Catalog) -> str:
    """In use or not, and who says so."""
    state = catalog.say("in use") if rule.on else catalog.say("switched off")
    if not rule.switched_by:
        return state
    return f"{state} ({catalog.say('switched by {names}', names=catalog.list(rule.switched_by))})"


def _listed(office: Office, before: int, refused: tuple[RefusedRule, ...], catalog: Catalog) -> Outcome:
    known = rules_of(office)
    lines = tuple(_line(one, catalog) for one in known.values())
    told = tuple(
        catalog.say("Line {line}, {column}: {why}", line=one.line, column=one.rule, why=explain(catalog, one.why).why)
        for one in refused
    )
    data = {
        "added": len(known) - before,
        "refused": [{"line": one.line, "rule": one.rule, "code": one.why.code} for one in refused],
        "rules": [rule_data(one) for one in known.values()],
    }
    nothing = (catalog.say("This book has no rules yet. Add some: hrplanner rules FILE add PACK.toml"),)
    return Outcome(data=data, lines=(*(lines or nothing), *told))
