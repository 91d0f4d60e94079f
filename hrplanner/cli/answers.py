"""What a command answers: for programs as JSON, for people as lines, and how it ended."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hrplanner.cli.exit_codes import DONE
from hrplanner.model.rules.findings import Finding
from hrplanner.model.rules.rule import Rule
from hrplanner.usecases.verifying import Verification
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels.reasons import reason, what_would_change
from hrplanner.words.labels.words import word


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The exit code, the JSON object, and the lines for people."""

    code: int = DONE
    data: Mapping[str, Any] = field(default_factory=dict)
    lines: tuple[str, ...] = ()


def threshold_text(rule: Rule) -> str | None:
    """The threshold as the rule writes it: a share, a number or a stretch of days."""
    if rule.threshold is not None:
        return rule.threshold.text
    return rule.span.text if rule.span else None


def finding_data(catalog: Catalog, finding: Finding) -> dict[str, Any]:
    """A finding as the published contract has it."""
    rule = finding.rule
    return {
        "session": finding.session,
        "about": finding.about,
        "scope": str(rule.scope),
        "rule": rule.id,
        "verdict": str(finding.verdict),
        "numerator": finding.numerator,
        "denominator": finding.denominator,
        "low": finding.low,
        "high": finding.high,
        "threshold": threshold_text(rule),
        "needed": finding.needed,
        "short_same_total": finding.short_same_total,
        "short_on_top": finding.short_on_top,
        "reason": {"code": finding.reason, "text": reason(catalog, finding)},
        "source": rule.source,
    }


def rule_data(rule: Rule) -> dict[str, Any]:
    """A rule as `rules list` prints it: what it asks for, where it says so, and who answers for it here."""
    return {
        "id": rule.id,
        "title": rule.title,
        "kind": str(rule.kind),
        "scope": str(rule.scope),
        "threshold": threshold_text(rule),
        "force": str(rule.force),
        "source": rule.source,
        "article": rule.article,
        "confidence": str(rule.confidence),
        "on": rule.on,
        "switched_by": list(rule.switched_by),
        "confirmed_by": rule.confirmed_by,
        "confirmed_on": rule.confirmed_on.isoformat() if rule.confirmed_on else None,
    }


def finding_line(catalog: Catalog, finding: Finding) -> str:
    """A finding in one line: session, verdict, bounds, title, and what would change it."""
    low, high = finding.low, finding.high
    bounds = (
        "" if low is None and high is None else f"{low}" if low == high else f"{low} – {'?' if high is None else high}"
    )
    parts = [
        finding.session or finding.about or "",
        word(catalog, "verdict", finding.verdict),
        bounds,
        finding.rule.title_in(catalog.language),
    ]
    last = what_would_change(catalog, finding) or reason(catalog, finding)
    return "  ".join(part for part in (*parts, last) if part)


def verification_data(found: Verification) -> dict[str, Any]:
    """The answer of `verify` as the published contract has it."""
    return {
        "answer": str(found.answer),
        "signed": found.signed,
        "number": found.number,
        "version": found.version,
        "later_version": found.later_version,
        "compared": list(found.compared),
        "facts": dict(found.facts),
        "differences": [
            {"field": one.field, "on_paper": one.on_paper, "in_record": one.in_record} for one in found.differences
        ],
        "reason": {"code": found.reason},
    }
