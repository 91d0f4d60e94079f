"""Meetings for tests, written as a partner would write them: in the words of the published record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hrplanner.model.counting import in_groups
from hrplanner.model.counts import Count, GroupSet
from hrplanner.model.groups import GroupCode
from hrplanner.model.record.sessions import session_from
from hrplanner.model.rules.reading import Rule, read_rule
from hrplanner.model.rules.verdicts import Finding, check
from hrplanner.model.session import Session


def meeting(**fields: object) -> Session:
    """A session with these fields of the record and nothing else known."""
    required = {"format": "hrplan-session/1", "number": "W1", "title": "Ward assembly", "kind": "ward_assembly"}
    return session_from({**required, **fields})


def people(*rows: Sequence[str] | Mapping[str, object]) -> list[Mapping[str, object]]:
    """A list of people; a row may be the codes of the groups alone."""
    return [row if isinstance(row, Mapping) else {"groups": list(row)} for row in rows]


def rule(threshold: str = "1/3", **fields: object) -> Rule:
    """An own target about the women among those present, but for the fields given."""
    usual: dict[str, object] = {
        "id": "target",
        "title": "A target",
        "kind": "share",
        "numerator": "women",
        "denominator": "attendees",
        "threshold": threshold,
    }
    return read_rule({name: value for name, value in {**usual, **fields}.items() if value is not None})


def found(session: Session, asked: Rule, *others: Rule) -> Finding:
    return check(asked, session, {one.id: one for one in (asked, *others)})


def any_of(session: Session, *codes: str) -> Count:
    return in_groups(session, GroupSet(tuple(GroupCode(code) for code in codes)))


def all_of(session: Session, *codes: str) -> Count:
    return in_groups(session, GroupSet(tuple(GroupCode(code) for code in codes), every=True))
