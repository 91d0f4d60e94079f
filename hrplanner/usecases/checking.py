"""Rules of the book: adding them from a rule file, and checking sessions against them."""

import tomllib
from collections.abc import Iterable, Mapping
from typing import Any

from hrplanner.model.changes import plain
from hrplanner.model.errors import Refused
from hrplanner.model.ids import RowId, new_id
from hrplanner.model.office import Office, StoredRule
from hrplanner.model.rules import Rule, read_rule
from hrplanner.model.session import Session
from hrplanner.model.verdicts import Finding, check_all
from hrplanner.usecases.ports import Book


def rules_of(office: Office) -> dict[str, Rule]:
    """The rules of the book by id."""
    return {stored.code: read_rule(stored.written) for stored in office.rules}


def findings_of(office: Office, session: Session) -> tuple[Finding, ...]:
    """All findings on one session, ordered by rule."""
    return check_all(rules_of(office), session)


def check_book(book: Book, number: str | None = None) -> list[Finding]:
    """The findings of one session, or of all; ordered by session, then rule."""
    rules = rules_of(book.office())
    numbers = [number] if number is not None else [line.number for line in book.session_lines()]
    return [finding for one in numbers for finding in check_all(rules, book.session(one))]


def read_rule_file(text: str) -> tuple[Mapping[str, Any], ...]:
    """The rules of a TOML file, each as its table; refuses what cannot be checked, before anything is added."""
    try:
        tables = tomllib.loads(text).get("rule", [])
    except tomllib.TOMLDecodeError as problem:
        raise Refused("not_toml", problem=str(problem)) from None
    if not isinstance(tables, list) or not tables or not all(isinstance(table, dict) for table in tables):
        raise Refused("no_rules_in_file")
    names = [read_rule(table).id for table in tables]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise Refused("rule_twice_in_file", rule=twice)
    return tuple(tables)


def add_rules(office: Office, tables: tuple[Mapping[str, Any], ...]) -> Office:
    """The frame with the rules added; the same id and text changes nothing, the same id with other text is refused.

    A rule within another needs that one in the book or in the same file.
    """
    known = {stored.code: stored for stored in office.rules}
    _check_nesting(tables, {*known, *(str(table["id"]) for table in tables)})
    for table in tables:
        added = StoredRule(id=RowId(new_id()), code=str(table["id"]), written=table)
        written = plain(added)["written"]
        old = known.get(added.code)
        if old is None:
            office = office.with_rule(StoredRule(id=added.id, code=added.code, written=written))
        elif dict(old.written) != written:
            raise Refused("rule_has_other_text", rule=added.code)
    return office


def _check_nesting(tables: Iterable[Mapping[str, Any]], names: set[str]) -> None:
    for table in tables:
        outer = table.get("within")
        if outer is not None and outer not in names:
            raise Refused("rule_within_unknown", rule=str(table["id"]), within=str(outer))
