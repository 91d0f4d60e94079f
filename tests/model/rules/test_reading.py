"""Reading rules: what is understood, and what is refused by name instead of going unheard."""

from __future__ import annotations

import datetime as dt

import pytest

from hrplanner.model.counting import attendees
from hrplanner.model.counts import GroupSet
from hrplanner.model.errors import Refused
from hrplanner.model.rules.reading import Confidence, Denominator, Force, RuleKind, read_rule
from hrplanner.model.rules.verdicts import Verdict, check
from tests.model.meetings import meeting

WOMEN = {
    "id": "women-third",
    "title": "At least one third of those present are women",
    "title_ne": "कम्तीमा एक तिहाइ महिला",
    "force": "own_target",
    "source": "Own target of the ward",
    "article": "",
    "read": dt.date(2026, 11, 23),
    "confidence": "S",
    "kind": "share",
    "numerator": "women",
    "denominator": "attendees",
    "comparison": ">=",
    "threshold": "1/3",
}


def test_the_published_rule_is_read() -> None:
    read = read_rule(WOMEN)
    assert (read.id, read.kind, read.denominator) == ("women-third", RuleKind.SHARE, Denominator.ATTENDEES)
    assert (read.force, read.confidence, read.on) == (Force.OWN_TARGET, Confidence.SECOND_HAND, True)
    assert read.numerator == GroupSet(("women",))  # type: ignore[arg-type]
    assert read.title_in("ne") == "कम्तीमा एक तिहाइ महिला"
    assert read.title_in("ko") == read.title
    assert read.read == dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("numerator", "groups"),
    [
        ("dalit", GroupSet(("dalit",))),  # type: ignore[arg-type]
        (["women", "dalit"], GroupSet(("women", "dalit"))),  # type: ignore[arg-type]
        ({"any_of": ["women", "dalit"]}, GroupSet(("women", "dalit"))),  # type: ignore[arg-type]
        ({"all_of": ["women", "dalit"]}, GroupSet(("women", "dalit"), every=True)),  # type: ignore[arg-type]
    ],
)
def test_a_numerator_is_a_group_any_of_some_or_all_of_some(numerator: object, groups: GroupSet) -> None:
    assert read_rule({**WOMEN, "numerator": numerator}).numerator == groups


def test_general_knowledge_is_switched_off_until_somebody_switches_it_on() -> None:
    assert not read_rule({**WOMEN, "confidence": "G"}).on
    assert read_rule({**WOMEN, "confidence": "G", "on": True}).on


@pytest.mark.parametrize("kind", ["composition", "notice", "deadline", "record_field", "signature"])
def test_a_line_that_a_kind_of_rule_does_not_have_is_refused_by_name(kind: str) -> None:
    with pytest.raises(Refused) as refused:
        read_rule({**WOMEN, "kind": kind, "reheld": "waived"})
    assert refused.value.code == "unknown_rule_field"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"threshold": 3}, "threshold_is_bare_number"),
        ({"threshold": "33"}, "threshold_is_bare_number"),
        ({"threshold": 0.33}, "threshold_is_bare_number"),
        ({"threshold": "a third"}, "threshold_not_understood"),
        ({"threshold": "30%..40%"}, "threshold_not_understood"),
        ({"comparison": "between", "threshold": "1/3"}, "threshold_not_understood"),
        ({"kind": "count", "threshold": "1/3"}, "threshold_not_understood"),
        ({"threshold": None}, "rule_field_missing"),
        ({"numerator": None}, "rule_field_missing"),
        ({"numerator": []}, "rule_field_missing"),
        ({"numerator": {}}, "rule_field_missing"),
        ({"denominator": None}, "rule_field_missing"),
        ({"title": " "}, "rule_field_missing"),
        ({"kind": "presence"}, "unknown_rule_field"),
        (
            {"kind": "presence", **dict.fromkeys(("numerator", "denominator", "comparison", "threshold"))},
            "rule_field_missing",
        ),
        ({"numerator": "womn"}, "unknown_group"),
        ({"numerator": {"any_of": ["women"], "all_of": ["dalit"]}}, "rule_field_not_understood"),
        (
            {
                "kind": "presence",
                "any_of": ["women"],
                "all_of": ["dalit"],
                **dict.fromkeys(("numerator", "denominator", "comparison", "threshold")),
            },
            "rule_field_not_understood",
        ),
        ({"denominator": "meetings"}, "rule_field_not_understood"),
        ({"scope": "moment"}, "rule_field_not_understood"),
        ({"who_counts": {"roles": ["king"]}}, "rule_field_not_understood"),
        ({"who_counts": {"youngest": "15"}}, "rule_field_not_understood"),
        ({"force": "law", "source": " "}, "rule_field_missing"),
        ({"threshold": "1/0"}, "threshold_not_understood"),
        ({"threshold": "0.333"}, "threshold_not_understood"),
        ({"denominator": "people"}, "rule_field_not_understood"),
        ({"kind": "shares"}, "rule_field_not_understood"),
        ({"comparison": "=>"}, "rule_field_not_understood"),
        ({"confidence": "X"}, "rule_field_not_understood"),
        ({"force": "custom"}, "rule_field_not_understood"),
        ({"reheld": "fewer"}, "rule_field_not_understood"),
        ({"valid_from": "next year"}, "rule_field_not_understood"),
        ({"on": "false"}, "rule_field_not_understood"),
        ({"treshold": "1/3"}, "unknown_rule_field"),
    ],
)
def test_what_is_not_understood_is_refused(fields: dict[str, object], code: str) -> None:
    written = {name: value for name, value in {**WOMEN, **fields}.items() if value is not None}
    with pytest.raises(Refused) as refused:
        read_rule(written)
    assert refused.value.code == code


def test_a_count_may_be_a_bare_number_because_it_can_only_be_people() -> None:
    written = {name: value for name, value in WOMEN.items() if name != "denominator"}
    assert read_rule({**written, "kind": "count", "threshold": 3}).threshold == (
        read_rule({**written, "kind": "count", "threshold": "3"}).threshold
    )


@pytest.mark.parametrize("kind", ["share", "count", "presence"])
def test_what_a_rule_says_of_meetings_held_again_is_never_ignored(kind: str) -> None:
    usual = {"kind": kind, "reheld": "waived"}
    fields: dict[str, dict[str, object]] = {
        "share": {}, "count": {"threshold": "3", "denominator": None},
        "presence": {"any_of": ["women"], **dict.fromkeys(("numerator", "denominator", "comparison", "threshold"))},
    }  # fmt: skip
    written = {name: value for name, value in {**WOMEN, **usual, **fields[kind]}.items() if value is not None}
    session = meeting(heads=9, tallies=[{"group": "women", "count": 0}], reheld_of="S1")
    assert check(read_rule(written), session).verdict is Verdict.WAIVED


def test_ages_with_a_gap_between_them_do_not_say_how_many_came() -> None:
    gap = meeting(tallies=[{"group": "age_15_17", "count": 4}, {"group": "age_60_up", "count": 5}])
    whole = meeting(tallies=[{"group": "age_15_59", "count": 4}, {"group": "age_60_up", "count": 5}])
    assert attendees(gap).high is None
    assert attendees(whole).known == 9
