"""Rules over years by SQL come to what checking every session, and the year as a whole, comes to."""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from hrplanner.model.changes import changes_between
from hrplanner.model.lines import NewEntry
from hrplanner.model.office import new_office
from hrplanner.model.rules.almanac import GREGORIAN
from hrplanner.model.rules.codes import Scope
from hrplanner.model.rules.reading import Rule, RuleKind, read_rule
from hrplanner.model.rules.sums import placed
from hrplanner.model.rules.verdicts import check
from hrplanner.model.rules.wider import Gathered, check_wider
from hrplanner.model.rules.years import parts_needed, plans_for, rule_years
from hrplanner.model.session import Session
from hrplanner.storage.opening import create_book
from tests.model.populations import ASKED
from tests.storage.years import some_sessions

SUMMED = {RuleKind.SHARE, RuleKind.COUNT, RuleKind.PRESENCE, RuleKind.MONEY_SHARE, RuleKind.REASONED_ANSWER}


def rule(name: str, **fields: Any) -> Rule:
    return read_rule({"id": name, "title": name, "kind": "share", "threshold": "1/3", **fields})


@st.composite
def rulebooks(draw: st.DrawFn) -> dict[str, Rule]:
    """Shares, counts, quorums and presences, some inside others."""
    code = st.sampled_from(ASKED)
    several = st.lists(code, min_size=1, max_size=3, unique=True)
    groups = code | several | st.fixed_dictionaries({"all_of": several})
    comparison = st.sampled_from([">=", ">", "<=", "<"])
    share = st.sampled_from(["1/3", "1/2", "5%", "min(1/4, 3)"])
    scope = st.sampled_from(["session", "fiscal_year"])
    written: dict[str, dict[str, Any]] = {
        "s-share": {
            "numerator": draw(groups), "denominator": "attendees", "threshold": draw(share),
            "comparison": draw(comparison), "scope": draw(scope),
        },
        "s-inside": {"numerator": draw(groups), "within": "s-share", "threshold": draw(share), "scope": draw(scope)},
        "s-voters": {"numerator": draw(groups), "denominator": "voters", "threshold": draw(share)},
        "count": {"kind": "count", "numerator": draw(groups), "threshold": "2", "comparison": draw(comparison)},
        "odd": {"numerator": draw(code), "denominator": "attendees", "threshold": "1/4..1/2", "comparison": "between"},
        "quorum": {"kind": "quorum", "numerator": "attendees", "denominator": "voters", "threshold": "1/2"},
        "there": {"kind": "presence", draw(st.sampled_from(["any_of", "all_of"])): draw(several), "scope": draw(scope)},
        "adults": {"numerator": draw(code), "denominator": "attendees", "who_counts": {"youngest": 18}},
    }  # fmt: skip
    without = {"there": ("threshold",)}
    return {
        name: rule(name, **fields) if name not in without else read_rule({"id": name, "title": name, **fields})
        for name, fields in written.items()
    }


def expected_of(one: Rule, rules: dict[str, Rule], sessions: list[Session]) -> dict[str, tuple[Any, ...]]:
    by_session = replace(one, scope=Scope.SESSION)
    found: dict[str, tuple[Any, ...]] = {}
    for year in (2025, 2026):
        own = [session for session in sessions if session.date is not None and session.date.year == year]
        if not own:
            continue
        verdicts = Counter(check(by_session, session, rules).verdict for session in own)
        wide = None
        if one.kind in SUMMED:
            yearly = {**rules, one.id: replace(one, scope=Scope.FISCAL_YEAR)}
            only = {name: replace(other, on=name == one.id) for name, other in yearly.items()}
            (wide,) = [
                finding
                for finding in check_wider(only, Gathered(sessions=tuple(sessions)), almanac=GREGORIAN)
                if finding.about == str(year)
            ]
        found[str(year)] = (verdicts, wide and (wide.verdict, wide.numerator, wide.denominator, wide.low, wide.high))
    return found


@settings(max_examples=60)
@given(seed=st.integers(0, 2**32), rules=rulebooks())
def test_years_by_sql_are_those_of_checking(seed: int, rules: dict[str, Rule]) -> None:
    sessions = some_sessions(seed)
    with tempfile.TemporaryDirectory() as folder:
        book = create_book(Path(folder) / "ward.hrplan", new_office(name="Ward"))
        try:
            book.write(NewEntry(step="import"), [one for new in sessions for one in changes_between(None, new)])
            plans, questions = placed(plans_for(rules))
            sums = book.sums(questions, parts_needed(rules))
            years, _ = rule_years(rules, sums, plans, load=lambda one: book.session(one.number), almanac=GREGORIAN)
        finally:
            book.close()
    for name, one in rules.items():
        found = {
            year.label: (
                year.verdicts,
                (together := year.together)
                and (together.verdict, together.numerator, together.denominator, together.low, together.high),
            )
            for year in years
            if year.rule.id == name
        }
        assert found == expected_of(one, rules, sessions), name
