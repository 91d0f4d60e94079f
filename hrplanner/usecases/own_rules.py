"""A rule that an office writes itself: its table as a rule file would have it, and its trial on past sessions."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hrplanner.model.errors import Refused
from hrplanner.model.groups import GroupCode
from hrplanner.model.office import Office
from hrplanner.model.rules.almanac import GREGORIAN, Almanac
from hrplanner.model.rules.findings import Finding
from hrplanner.model.rules.office_rules import rules_of, switched
from hrplanner.model.rules.reading import read_rule
from hrplanner.model.rules.verdicts import check
from hrplanner.model.session import Session
from hrplanner.usecases.rule_files import add_rules

EVERYBODY = "attendees"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRule:
    """What was chosen; texts are as they were typed. `of` is "" for a plain number of people.

    With `from_population` the threshold comes from the census figures instead of `threshold_text`.
    """

    groups: tuple[GroupCode, ...] = ()
    every: bool = False
    of: str = EVERYBODY
    comparison: str = ">="
    threshold_text: str = ""
    from_population: bool = False
    part_text: str = ""
    population_text: str = ""
    year_text: str = ""
    census: str = ""
    parity_text: str = ""
    kind: str = ""
    scope: str = "session"
    title: str = ""
    focal_point: str = ""
    secretary: str = ""


def table_of(own: OwnRule, *, title: str, source: str, code: str) -> Mapping[str, object]:
    """The rule as its table; what was not understood is refused when the table is read."""
    if not own.groups and own.of == EVERYBODY:
        raise Refused("own_rule_of_nobody")
    everybody: object = EVERYBODY
    named: object = {"all_of": list(own.groups)} if own.every and len(own.groups) > 1 else list(own.groups)
    table: dict[str, object] = {
        "id": code,
        "title": own.title.strip() or title,
        "force": "own_target",
        "source": source,
        "confidence": "P",
        "kind": "share" if own.of else "count",
        "numerator": named if own.groups else everybody,
        "comparison": own.comparison,
        "scope": own.scope,
    }
    if own.of:
        table["denominator"] = own.of
    if own.kind:
        table["applies_to"] = [own.kind]
    if own.from_population and own.of:
        table["baseline"] = {
            "part": _number(own.part_text, "part"),
            "of": _number(own.population_text, "of"),
            "year": _number(own.year_text, "year"),
            "source": own.census.strip(),
            "parity": own.parity_text.strip() or "1/1",
        }
    else:
        table["threshold"] = own.threshold_text.strip()
    return table


def code_for(office: Office, title: str) -> str:
    """An id that no rule of the book has."""
    known = {rule.code for rule in office.rules}
    stem = "own-" + (re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:40] or "rule")
    return next(name for name in (stem, *(f"{stem}-{n}" for n in range(2, len(known) + 3))) if name not in known)


def trial(
    table: Mapping[str, object], office: Office, sessions: Sequence[Session], *, almanac: Almanac = GREGORIAN
) -> tuple[Finding, ...]:
    """What the rule would have said of each of these sessions; a yearly rule is tried session by session too."""
    rule = read_rule({**table, "scope": "session"})
    return tuple(check(rule, one, rules_of(office), almanac=almanac) for one in sessions)


def added(office: Office, table: Mapping[str, object], own: OwnRule) -> Office:
    """The frame with the rule, switched on by the two who answer for it."""
    code = str(table["id"])
    return switched(
        add_rules(office, [table]), code, on=True, focal_point=own.focal_point.strip(), secretary=own.secretary.strip()
    )


def _number(text: str, field: str) -> int:
    plain = re.sub(r"[\s,.]", "", text)
    if not (plain.isdecimal() and len(plain) < 16):
        raise Refused("own_rule_number", field=field, text=text)
    return int(plain)
