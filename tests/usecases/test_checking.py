"""Rules of the book: added once, never changed unseen, and the findings in order."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from hrplanner.model.errors import Refused
from hrplanner.model.office import Office, new_office
from hrplanner.model.rules.verdicts import Verdict
from hrplanner.usecases.checking import add_rules, check_book, findings_of, read_rule_file, rules_of
from hrplanner.usecases.workspace import Workspace
from tests.model.meetings import meeting
from tests.usecases.fakes import BookInMemory

THIRD = """
[[rule]]
id = "women-third"
title = "At least one third of those present are women"
title_ne = "कम्तीमा एक तिहाइ महिला"
force = "own_target"
read = 2026-11-23
confidence = "S"
kind = "share"
numerator = "women"
denominator = "attendees"
comparison = ">="
threshold = "1/3"
"""
NESTED = """
[[rule]]
id = "dalit-half"
title = "Half of the women are Dalit"
kind = "share"
numerator = "dalit"
within = "women-third"
threshold = "1/2"
"""


def ward() -> Office:
    return new_office(name="Ward 5", country="np")


def refused(text: str) -> tuple[str, dict[str, object]]:
    with pytest.raises(Refused) as no:
        add_rules(ward(), read_rule_file(text))
    return no.value.code, no.value.params


def test_the_same_rule_again_changes_nothing() -> None:
    once = add_rules(ward(), read_rule_file(THIRD))
    assert list(rules_of(once)) == ["women-third"]
    assert add_rules(once, read_rule_file(THIRD)) == once
    assert add_rules(once, read_rule_file("# said in other words\n" + THIRD.replace("\n", "\n\n"))) == once


def test_the_same_rule_again_changes_nothing_after_the_book_kept_it() -> None:
    once = add_rules(ward(), read_rule_file(THIRD))
    kept = replace(once, rules=tuple(replace(one, written=json.loads(json.dumps(one.written))) for one in once.rules))
    assert add_rules(kept, read_rule_file(THIRD)) == kept


def test_the_same_id_with_another_text_is_refused() -> None:
    once = add_rules(ward(), read_rule_file(THIRD))
    with pytest.raises(Refused) as no:
        add_rules(once, read_rule_file(THIRD.replace("1/3", "33 %")))
    assert (no.value.code, no.value.params) == ("rule_has_other_text", {"rule": "women-third"})


def test_a_file_is_added_whole_or_not_at_all() -> None:
    broken = THIRD + THIRD.replace("women-third", "other").replace('"women"', '"womn"')
    assert refused(broken) == ("unknown_group", {"group": "womn", "rule": "other"})


@pytest.mark.parametrize(
    ("text", "code", "named"),
    [
        (THIRD.replace('"share"', '"notice"'), "unknown_rule_field", {"rule": "women-third", "field": "denominator"}),
        (THIRD + THIRD, "rule_twice_in_file", {"rule": "women-third"}),
        (NESTED, "rule_within_unknown", {"rule": "dalit-half", "within": "women-third"}),
        (THIRD.replace('"1/3"', "1"), "threshold_is_bare_number", {"threshold": "1", "rule": "women-third"}),
        ("", "no_rules_in_file", {}),
        ("rule = 3", "no_rules_in_file", {}),
        ("rule = [3]", "no_rules_in_file", {}),
    ],
)
def test_what_cannot_be_checked_is_refused_by_name(text: str, code: str, named: dict[str, object]) -> None:
    assert refused(text) == (code, named)


def test_what_is_not_toml_says_so() -> None:
    assert refused("[[rule]")[0] == "not_toml"


def test_a_rule_may_stand_within_one_that_the_book_has_already() -> None:
    assert list(rules_of(add_rules(ward(), read_rule_file(NESTED + THIRD)))) == ["dalit-half", "women-third"]
    later = add_rules(add_rules(ward(), read_rule_file(THIRD)), read_rule_file(NESTED))
    session = meeting(people=[{"groups": ["women", "dalit"]}, {"groups": ["women"], "not_in": ["dalit"]}])
    assert [(one.rule.id, one.low) for one in findings_of(later, session)] == [
        ("dalit-half", "1/2"),
        ("women-third", "2/2"),
    ]


def test_findings_come_by_session_then_rule() -> None:
    book = BookInMemory(add_rules(ward(), read_rule_file(THIRD + NESTED)))
    workspace = Workspace(book)
    for number, women in (("W2", 10), ("W1", 40)):
        tallies = [{"group": "women", "count": women}, {"group": "dalit", "count": 0}]
        workspace.add_session(meeting(number=number, heads=84, tallies=tallies))
    found = [(one.session, one.rule.id, one.verdict) for one in check_book(book)]
    assert found == [
        ("W1", "dalit-half", Verdict.NOT_MET),
        ("W1", "women-third", Verdict.MET),
        ("W2", "dalit-half", Verdict.NOT_MET),
        ("W2", "women-third", Verdict.NOT_MET),
    ]
    assert [one.session for one in check_book(book, "W2")] == ["W2", "W2"]
    with pytest.raises(Refused) as no:
        check_book(book, "W9")
    assert no.value.code == "unknown_session"
