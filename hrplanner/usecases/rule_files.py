"""Rule files: what each rule of one says, or the line where it cannot be taken and why. The others are not stopped."""

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from hrplanner.model.changes import plain
from hrplanner.model.errors import Refused
from hrplanner.model.ids import RowId, new_id
from hrplanner.model.office import Office, StoredRule
from hrplanner.model.rules.reading import MeetingsThat, Rule, read_rule

MOST_NESTED = 50
"""Rules inside rules: laws know two."""

_HEADER = re.compile(r"^[ \t]*\[\[\s*rule\s*\]\]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class WrittenRule:
    """A rule as its table, with the line where it begins."""

    line: int
    table: Mapping[str, Any]
    rule: Rule


@dataclass(frozen=True, slots=True)
class RefusedRule:
    """A rule that is left out: its line, its id where it has one, and why."""

    line: int
    rule: str
    why: Refused


@dataclass(frozen=True, slots=True)
class RuleFile:
    """What a rule file holds."""

    rules: tuple[WrittenRule, ...]
    refused: tuple[RefusedRule, ...] = ()


def open_rule_file(text: str) -> RuleFile:
    """The rules of a TOML file; Refused where it holds none at all, understood or not."""
    tables = list(_tables(text))
    if not tables:
        raise Refused("no_rules_in_file")
    rules: list[WrittenRule] = []
    refused: list[RefusedRule] = []
    for line, block, table in tables:
        try:
            rules.append(WrittenRule(line, *read_table(table, rules)))
        except Refused as why:
            name = table.get("id") if isinstance(table, Mapping) else None
            refused.append(RefusedRule(line + _line_of(block, why), str(name or "?"), why))
    return RuleFile(tuple(rules), tuple(refused))


def read_rule_file(text: str) -> tuple[Mapping[str, Any], ...]:
    """The tables of a rule file that is taken whole or not at all."""
    found = open_rule_file(text)
    if found.refused:
        raise found.refused[0].why
    return tuple(one.table for one in found.rules)


def with_rules(office: Office, file: RuleFile) -> tuple[Office, tuple[RefusedRule, ...]]:
    """The frame with the rules that can be added, and those that cannot.

    The same id and text changes nothing; the same id with other text is refused. A rule that looks at another needs
    that one in the book or in the same file, and no rule may end up looking at itself.
    """
    known = {stored.code: stored for stored in office.rules}
    looks_at = {code: _looked_at(read_rule(stored.written)) for code, stored in known.items()}
    looks_at |= {one.rule.id: _looked_at(one.rule) for one in file.rules}
    refused: list[RefusedRule] = []
    left = list(file.rules)
    while lost := [(one, why) for one in left if (why := _lost(one.rule, looks_at))]:
        for one, why in lost:
            looks_at.pop(one.rule.id, None)
            refused.append(RefusedRule(one.line, one.rule.id, why))
        left = [one for one in left if one.rule.id in looks_at]
    for one in left:
        added = StoredRule(id=RowId(new_id()), code=one.rule.id, written=one.table)
        written = plain(added)["written"]
        old = known.get(added.code)
        if old is None:
            office = office.with_rule(StoredRule(id=added.id, code=added.code, written=written))
        elif dict(old.written) != written:
            refused.append(RefusedRule(one.line, one.rule.id, Refused("rule_has_other_text", rule=one.rule.id)))
    return office, tuple(sorted((*file.refused, *refused), key=lambda no: no.line))


def with_pack(office: Office, pack: str | None) -> Office:
    """The frame with the rules that ship for its country, where any do."""
    return office if pack is None else add_rules(office, read_rule_file(pack))


def read_table(table: Mapping[str, Any] | Refused, before: Iterable[WrittenRule]) -> tuple[Mapping[str, Any], Rule]:
    """A table and the rule it says; refused where it says none, or one that stood in the file before."""
    if isinstance(table, Refused):
        raise table
    read = read_rule(table)
    if any(read.id == other.rule.id for other in before):
        raise Refused("rule_twice_in_file", rule=read.id)
    return table, read


def add_rules(office: Office, tables: Iterable[Mapping[str, Any]]) -> Office:
    """The frame with all of these rules, or the refusal of the first that cannot be added."""
    written = tuple(WrittenRule(0, table, read_rule(table)) for table in tables)
    after, refused = with_rules(office, RuleFile(written))
    if refused:
        raise refused[0].why
    return after


def _looked_at(rule: Rule) -> str | None:
    return rule.numerator.rule if isinstance(rule.numerator, MeetingsThat) else rule.within


def _lost(rule: Rule, looks_at: Mapping[str, str | None]) -> Refused | None:
    """Why a rule cannot be worked out: the one it looks at is not there, or leads back to itself."""
    seen = {rule.id}
    inner = _looked_at(rule)
    while inner is not None:
        if inner not in looks_at:
            return Refused("rule_within_unknown", rule=rule.id, within=inner)
        if inner in seen:
            return Refused("rule_within_itself", rule=rule.id, within=inner)
        if len(seen) > MOST_NESTED:
            return Refused("rule_nested_too_deep", rule=rule.id, most=MOST_NESTED)
        seen.add(inner)
        inner = looks_at[inner]
    return None


# ------------------------------------------------------------------------------------------ lines


def _tables(text: str) -> Iterable[tuple[int, str, Mapping[str, Any] | Refused]]:
    """Every `[[rule]]` with its line and text; read one by one, so that a slip in one does not stop the others."""
    heads = [found.start() for found in _HEADER.finditer(text)]
    whole: Mapping[str, Any] | None = None
    try:
        whole = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        if not heads:
            raise Refused("not_toml", problem=str(problem)) from None
    except (RecursionError, ValueError):
        if not heads:
            raise Refused("toml_too_deep") from None
    strange = sorted(whole.keys() - {"rule"}) if whole is not None and heads else []
    if strange:
        raise Refused("rule_file_part_unknown", key=strange[0])
    tables = whole.get("rule") if whole is not None else None
    for place, (start, end) in enumerate(pairwise([*heads, len(text)])):
        line, block = text.count("\n", 0, start) + 1, text[start:end]
        if isinstance(tables, list) and len(tables) == len(heads):
            yield line, block, tables[place]
        else:
            yield line, block, _alone(block)


def _alone(block: str) -> Mapping[str, Any] | Refused:
    try:
        table: Mapping[str, Any] = tomllib.loads(block)["rule"][0]
    except tomllib.TOMLDecodeError as problem:
        return Refused("not_toml", problem=str(problem))
    except (RecursionError, ValueError):
        return Refused("toml_too_deep")
    return table


def _line_of(block: str, why: Refused) -> int:
    """How many lines below its head the field that is refused stands."""
    field = why.params.get("field") or {"unknown_group": "numerator"}.get(why.code)
    if why.code == "not_toml":
        found = re.search(r"at line (\d+)", str(why.params.get("problem")))
        return int(found[1]) - 1 if found else 0
    if why.code.startswith("threshold"):
        field = "threshold"
    named = re.search(rf"^[ \t]*{re.escape(str(field))}\s*=", block, re.MULTILINE) if field else None
    return block.count("\n", 0, named.start()) if named else 0


# ------------------------------------------------------------------------------------------ writing


def rule_file_of(office: Office) -> str:
    """The rules of a book as a rule file again; adding it to the same book changes nothing."""
    return "\n".join(_written_rule(stored.written) for stored in office.rules)


def _written_rule(written: Mapping[str, object]) -> str:
    return "".join(["[[rule]]\n", *(f"{name} = {_toml(value)}\n" for name, value in written.items())])


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name} = {_toml(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_toml(one) for one in value) + "]"
    # A JSON string is a TOML string too, but for the one control character that JSON leaves as it is.
    return (
        str(value) if isinstance(value, int) else json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
    )
