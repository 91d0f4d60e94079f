"""Rule files with slips in them: each is refused with its line and reason, the others are taken."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from hrplanner.model.errors import Refused
from hrplanner.model.office import new_office
from hrplanner.model.rules.office_rules import confirmed, rules_of, switched
from hrplanner.model.rules.reading import Force, RuleKind
from hrplanner.places import resources
from hrplanner.usecases.rule_files import (
    MOST_NESTED,
    add_rules,
    open_rule_file,
    read_rule_file,
    rule_file_of,
    with_rules,
)
from hrplanner.usecases.stratification import open_strata, strata_of

GOOD = '[[rule]]\nid = "good"\ntitle = "Women"\nkind = "count"\nnumerator = "women"\nthreshold = "3"\n'
SHARE = (
    '[[rule]]\nid = "bad"\ntitle = "Women"\nkind = "share"\nnumerator = "women"\ndenominator = "attendees"\n'
    'threshold = "1/3"\n'
)
OFFICE = new_office(name="Ward 5", country="np")


@pytest.mark.parametrize(
    ("bad", "line", "code"),
    [
        (SHARE.replace("numerator", "numeratr"), 11, "unknown_rule_field"),
        (SHARE.replace('"1/3"', '"33"'), 13, "threshold_is_bare_number"),
        (SHARE.replace('"1/3"', '"1/0"'), 13, "threshold_not_understood"),
        (SHARE.replace('"1/3"', '"0.333"'), 13, "threshold_not_understood"),
        (SHARE.replace('"1/3"', "0.333"), 13, "threshold_is_bare_number"),
        (SHARE.replace('"women"', '"womn"'), 11, "unknown_group"),
        (SHARE + 'force = "law"\n', 7, "rule_field_missing"),
        (SHARE.replace('"share"', '"shares"'), 10, "rule_field_not_understood"),
        (SHARE.replace('"bad"', '"good"'), 7, "rule_twice_in_file"),
        (SHARE.replace('"bad"', '"bad'), 8, "not_toml"),
        (SHARE + 'within = "nobody"\n', 7, "rule_within_unknown"),
        (SHARE + 'within = "bad"\n', 7, "rule_within_itself"),
    ],
)
def test_a_slip_is_refused_with_its_line_and_the_others_load(bad: str, line: int, code: str) -> None:
    office, refused = with_rules(OFFICE, open_rule_file(GOOD + bad + GOOD.replace('"good"', '"last"')))
    assert list(rules_of(office)) == ["good", "last"]
    assert [(one.line, one.why.code) for one in refused] == [(line, code)]


def test_rules_that_go_round_in_a_circle_are_all_refused() -> None:
    circle = [SHARE.replace('"bad"', f'"r{n}"') + f'within = "r{(n + 1) % 3}"\n' for n in range(3)]
    office, refused = with_rules(OFFICE, open_rule_file(GOOD + "".join(circle)))
    assert list(rules_of(office)) == ["good"]
    assert {one.rule for one in refused} == {"r0", "r1", "r2"}


@pytest.mark.parametrize("country", ["bd", "np", "id", "ph", "in", "kr"])
def test_a_pack_can_be_written_out_and_read_again(country: str) -> None:
    text = (resources() / "rules" / f"{country}.toml").read_text(encoding="utf-8")
    office = add_rules(OFFICE, read_rule_file(text))
    again, refused = with_rules(office, open_rule_file(rule_file_of(office)))
    assert (again, refused) == (office, ())


def test_a_list_of_strata_comes_in_and_goes_out() -> None:
    text = "category,name,min,max\ngender,women,10,12\nage,18-24,2,4\nage,60+,1,3\ncaste,Brahmin,1,2\ngender,men,9,3\n"
    office, refused = with_rules(OFFICE, open_strata(text, OFFICE))
    assert [(one.line, one.why.code) for one in refused] == [(5, "unknown_group"), (6, "rule_field_not_understood")]
    assert strata_of(rules_of(office)).splitlines() == [
        "category,name,min,max",
        "sex,women,10,12",
        "age,age_18_24,2,4",
        "age,age_60_up,1,3",
    ]
    assert strata_of(rules_of(with_rules(OFFICE, open_strata(strata_of(rules_of(office)), OFFICE))[0])) == strata_of(
        rules_of(office)
    )


def test_what_is_no_list_of_strata_says_so() -> None:
    with pytest.raises(Refused, match="no_strata_in_file"):
        open_strata("group,number\nwomen,3\n", OFFICE)


def test_general_knowledge_becomes_an_own_target_when_two_people_switch_it_on() -> None:
    general = GOOD + 'confidence = "G"\nforce = "law"\nsource = "Somewhere"\n'
    office = add_rules(OFFICE, read_rule_file(general))
    assert (rules_of(office)["good"].on, rules_of(office)["good"].force) == (False, Force.LAW)
    with pytest.raises(Refused, match="switch_needs_two_names"):
        switched(office, "good", on=True, focal_point="Maya", secretary=" ")
    on = rules_of(switched(office, "good", on=True, focal_point="Maya", secretary="Hari"))["good"]
    assert (on.on, on.force, on.switched_by) == (True, Force.OWN_TARGET, ("Maya", "Hari"))
    day = dt.date(2026, 5, 12)
    assert rules_of(confirmed(office, "good", by="Ward office", day=day))["good"].confirmed_on == day
    with pytest.raises(Refused, match="unknown_rule"):
        confirmed(office, "other", by="Ward office", day=day)


def test_every_example_of_the_documentation_is_a_rule() -> None:
    text = (resources() / "rules" / "README.md").read_text(encoding="utf-8")
    examples = open_rule_file(text.split("```toml")[1].split("```")[0])
    assert examples.refused == ()
    assert {one.rule.kind for one in examples.rules} == set(RuleKind)
    assert with_rules(OFFICE, examples)[1] == ()


def test_a_long_chain_of_rules_in_rules_is_refused_at_once() -> None:
    links = [
        SHARE.replace('id = "bad"', f'id = "r{place}"') + (f'within = "r{place - 1}"\n' if place else "")
        for place in range(3_000)
    ]
    begun = time.perf_counter()
    office, refused = with_rules(new_office(name="Ward"), open_rule_file("\n".join(links)))
    assert time.perf_counter() - begun < 20
    assert len(office.rules) == MOST_NESTED + 1
    assert refused[0].why.code == "rule_nested_too_deep"
