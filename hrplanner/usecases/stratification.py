"""The list of strata `category,name,min,max` that sortition tools use, as rules on numbers of people, and back."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from hrplanner.model.counts import GroupSet
from hrplanner.model.errors import Refused
from hrplanner.model.groups import dimension_of, is_group
from hrplanner.model.office import Office
from hrplanner.model.rules.codes import Comparison, RuleKind
from hrplanner.model.rules.office_rules import rules_of
from hrplanner.model.rules.rule import Rule
from hrplanner.usecases.rule_files import (
    RefusedRule,
    RuleFile,
    WrittenRule,
    open_rule_file,
    read_table,
    rule_file_of,
)

COLUMNS = ("category", "name", "min", "max")
_BAND = re.compile(r"(\d{1,3})\s*(?:-|\u2013|to)\s*(\d{1,3})\Z")
_UP = re.compile(r"(\d{1,3})\s*(?:\+|and over|up)\Z")


def open_strata(text: str, office: Office) -> RuleFile:
    """The rules of a list of strata; a line whose group nobody knows, or whose numbers are none, is left out.

    Groups are known by their code, by their ages, or by a word that the book has learned.
    """
    rows = csv.DictReader(io.StringIO(text.lstrip("\ufeff")))
    names = [(name or "").strip().lower() for name in rows.fieldnames or ()]
    if not set(COLUMNS) <= set(names):
        raise Refused("no_strata_in_file")
    rows.fieldnames = names
    words = {one.word.casefold(): str(one.group) for one in office.learned_words}
    rules: list[WrittenRule] = []
    refused: list[RefusedRule] = []
    for row in rows:
        line = rows.line_num
        name = f"{row['category'] or ''}-{row['name'] or ''}".strip("- ")
        try:
            table = _table(row, name, words)
            rules.append(WrittenRule(line, *read_table(table, rules)))
        except Refused as why:
            refused.append(RefusedRule(line, name, why))
    if not rules and not refused:
        raise Refused("no_rules_in_file")
    return RuleFile(tuple(rules), tuple(refused))


def open_by_name(text: str, name: str, office: Office) -> RuleFile:
    """The rules of a file: a list of strata where its name says so, else a rule file."""
    return open_strata(text, office) if name.lower().endswith(".csv") else open_rule_file(text)


def text_by_name(office: Office, name: str) -> str:
    """The rules of a book for a file of this name, in the same two ways."""
    return strata_of(rules_of(office)) if name.lower().endswith(".csv") else rule_file_of(office)


def strata_of(rules: Mapping[str, Rule]) -> str:
    """The rules on numbers of people of one group as such a list; others have no place in it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_strata(rules))
    return out.getvalue()


def _table(row: Mapping[str, str | None], name: str, words: Mapping[str, str]) -> Mapping[str, Any]:
    least, most = _number(row, name, "min"), _number(row, name, "max")
    if least > most:
        raise Refused("rule_field_not_understood", rule=name, field="min", value=str(least))
    return {
        "id": _slug(name),
        "title": name,
        "force": "own_target",
        "confidence": "P",
        "kind": "count",
        "numerator": _group(str(row["name"] or "").strip(), name, words),
        "comparison": "between",
        "threshold": f"{least}..{most}",
    }


def _number(row: Mapping[str, str | None], name: str, field: str) -> int:
    given = (row[field] or "").strip()
    if not (given.isascii() and given.isdigit()):
        raise Refused("rule_field_not_understood", rule=name, field=field, value=given)
    return int(given)


def _group(word: str, name: str, words: Mapping[str, str]) -> str:
    code = word.lower().replace(" ", "_")
    band, up = _BAND.match(word), _UP.match(word.lower())
    if band:
        code = f"age_{int(band[1])}_{int(band[2])}"
    elif up:
        code = f"age_{int(up[1])}_up"
    found = words.get(word.casefold(), code)
    if not is_group(found):
        raise Refused("unknown_group", group=word, rule=name)
    return found


def _slug(name: str) -> str:
    return "strata-" + re.sub(r"[^\w]+", "-", name.lower()).strip("-")


def _strata(rules: Mapping[str, Rule]) -> Iterator[tuple[str, str, int, int | str]]:
    for rule in rules.values():
        if rule.kind is not RuleKind.COUNT or not isinstance(rule.numerator, GroupSet) or rule.threshold is None:
            continue
        counts = [amount.count for amount in rule.threshold.amounts]
        if len(rule.numerator.groups) > 1 or None in counts or rule.threshold.choose:
            continue
        group = rule.numerator.groups[0]
        ends = {
            Comparison.BETWEEN: (counts[0], counts[-1]),
            Comparison.EXACTLY: (counts[0], counts[0]),
            Comparison.AT_LEAST: (counts[0], ""),
            Comparison.AT_MOST: (0, counts[0]),
        }.get(rule.comparison)
        if ends is not None:
            yield str(dimension_of(group)), str(group), ends[0] or 0, "" if ends[1] is None else ends[1]
