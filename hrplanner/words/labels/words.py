"""The one question about labels: which words has this code. A code that nobody named is shown as it was written."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hrplanner.model.groups import age_band
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels import bodies, consents, fields, findings, groups, meetings, papers, principles, records

# The family of a code is also the context under which its words are translated.
FAMILIES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "verdict": findings.VERDICTS,
        "force": findings.FORCES,
        "confidence": findings.CONFIDENCES,
        "rule kind": findings.RULE_KINDS,
        "whole": findings.DENOMINATORS,
        "dimension": groups.DIMENSIONS,
        "group": groups.GROUPS,
        "body": bodies.BODIES,
        "kind": {**meetings.KINDS, **bodies.MEETINGS},
        "role": meetings.ROLES,
        "post": meetings.POSTS,
        "turn": meetings.TURN_ROLES,
        "session": meetings.SESSION_STATUSES,
        "level": meetings.LEVELS,
        "total": meetings.COUNTS,
        "unknown": meetings.UNKNOWNS,
        "document": records.DOCUMENTS,
        "reader": records.READERS,
        "answer": records.ANSWERS,
        "how": records.HOW_DECIDED,
        "promise": records.STATUSES,
        "issue": records.ISSUE_STATUSES,
        "minutes": records.MINUTES,
        "check": records.CHECKS,
        "theme": records.THEMES,
        "field": fields.FIELDS,
        "paper": papers.PAPERS,
        "purpose": consents.PURPOSES,
        "consent": consents.CONSENTS,
        "form of minutes": papers.FORMS,
        "principle": principles.PRINCIPLES,
        "principle question": principles.QUESTIONS,
        "reply": principles.REPLIES,
    }
)


def word(catalog: Catalog, family: str, code: str) -> str:
    """The words of a code of one family ("verdict", "role", "kind" ...); what an office made up stays as it is."""
    message = FAMILIES[family].get(code)
    return catalog.say_in(family, message) if message else code


def group(catalog: Catalog, code: str, country: str | None = None) -> str:
    """The name of a group, as the country's own papers call it where they have a word of their own."""
    local = groups.GROUPS_OF_COUNTRY.get(country or "", {}).get(code)
    if local:
        return catalog.say_in(f"group:{country}", local)
    band = age_band(code)
    if band is None:
        return word(catalog, "group", code)
    if code.endswith("_up"):
        return catalog.say_in("age", "{age} years and over", age=band.youngest)
    return catalog.say_in("age", "{first} to {last} years", first=band.youngest, last=band.oldest)


def group_list(catalog: Catalog, codes: tuple[str, ...] | frozenset[str], country: str | None = None) -> str:
    """Several groups as one phrase; nothing for none, because who is in no group and who was not asked differ."""
    return catalog.list(group(catalog, code, country) for code in sorted(codes)) if codes else ""


def days_late(catalog: Catalog, days: int) -> str:
    """How late something is, in whole days."""
    return catalog.count("{n} day late", "{n} days late", days)
