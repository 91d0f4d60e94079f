"""What a rule finds in a meeting: the five verdicts, exact at the edge, and what is missing."""

from __future__ import annotations

import pytest

from hrplanner.model.rules.verdicts import Verdict, check_all
from tests.model.meetings import found, meeting, people, rule

MET, NOT_MET, OPEN = Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_DETERMINE


def women(count: int, heads: int | None, **fields: object) -> object:
    return meeting(heads=heads, tallies=[{"group": "women", "count": count}], **fields)


# ------------------------------------------------------------------------------------------ shares


@pytest.mark.parametrize(
    ("count", "heads", "threshold", "verdict", "needed", "same", "on_top"),
    [
        (659, 1999, "1/3", NOT_MET, 667, 8, 11),
        (659, 1999, "33 %", NOT_MET, 660, 1, 1),
        (667, 1999, "1/3", MET, 667, 0, 0),
        (660, 1999, "33 %", MET, 660, 0, 0),
        (2, 8, "1/4", MET, 2, 0, 0),
        (1, 8, "1/4", NOT_MET, 2, 1, 2),
        (10, 27, "40 %", NOT_MET, 11, 1, 2),
        (11, 27, "40 %", MET, 11, 0, 0),
        (0, 10, "1/2", NOT_MET, 5, 5, 10),
        (9, 10, "1/1", NOT_MET, 10, 1, None),
    ],
)
def test_a_share_is_compared_exactly(
    count: int, heads: int, threshold: str, verdict: Verdict, needed: int, same: int, on_top: int | None
) -> None:
    finding = found(women(count, heads), rule(threshold))  # type: ignore[arg-type]
    assert (finding.verdict, finding.numerator, finding.denominator) == (verdict, count, heads)
    assert (finding.low, finding.high) == (f"{count}/{heads}", f"{count}/{heads}")
    assert (finding.needed, finding.short_same_total, finding.short_on_top) == (needed, same, on_top)


@pytest.mark.parametrize(
    ("comparison", "threshold", "count", "verdict"),
    [
        (">", "1/2", 5, NOT_MET),
        (">", "1/2", 6, MET),
        ("<=", "1/2", 5, MET),
        ("<=", "1/2", 6, NOT_MET),
        ("<", "1/2", 5, NOT_MET),
        ("<", "1/2", 4, MET),
        ("=", "1/2", 5, MET),
        ("=", "1/2", 4, NOT_MET),
        ("between", "40%..60%", 4, MET),
        ("between", "40%..60%", 6, MET),
        ("between", "40%..60%", 7, NOT_MET),
        ("between", "40%..60%", 3, NOT_MET),
    ],
)
def test_every_comparison_at_its_edge(comparison: str, threshold: str, count: int, verdict: Verdict) -> None:
    assert found(women(count, 10), rule(threshold, comparison=comparison)).verdict is verdict  # type: ignore[arg-type]


def test_what_is_not_known_leaves_the_verdict_open() -> None:
    tallies = [{"group": "women", "count": 27}, {"group": "men", "count": 55}]
    finding = found(meeting(heads=84, tallies=tallies), rule("1/3"))
    assert (finding.verdict, finding.reason) == (OPEN, "depends_on_unknown")
    assert (finding.low, finding.high) == ("27/84", "29/84")
    assert (finding.numerator, finding.denominator) == (27, 84)
    assert (finding.short_same_total, finding.short_on_top) == (None, None)


def test_unknowns_that_change_nothing_leave_no_doubt() -> None:
    many = [{"group": "women", "count": 40}, {"group": "men", "count": 40}]
    few = [{"group": "women", "count": 10}, {"group": "men", "count": 70}]
    assert found(meeting(heads=84, tallies=many), rule("1/3")).verdict is MET
    assert found(meeting(heads=84, tallies=few), rule("1/3")).verdict is NOT_MET


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, "nobody_counted"),
        ({"heads": 84}, "depends_on_unknown"),
        ({"tallies": [{"group": "women", "count": 40}]}, "whole_not_known"),
        ({"tallies": [{"group": "women", "percent": "19"}]}, "nobody_counted"),
        ({"heads": 40, "tallies": [{"group": "women", "count": 41}]}, "figures_contradict"),
    ],
)
def test_no_count_of_women_is_not_a_count_of_none(fields: dict[str, object], reason: str) -> None:
    finding = found(meeting(**fields), rule("1/3"))
    assert (finding.verdict, finding.reason) == (OPEN, reason)
    assert (finding.short_same_total, finding.short_on_top) == (None, None)


def test_bounds_have_no_fraction_where_the_whole_is_not_known() -> None:
    finding = found(meeting(tallies=[{"group": "women", "count": 40}]), rule("1/3"))
    assert (finding.numerator, finding.denominator, finding.low, finding.high) == (40, None, None, None)


def test_contradicting_figures_are_shown_as_they_are() -> None:
    finding = found(women(41, 40), rule("1/3"))  # type: ignore[arg-type]
    assert (finding.numerator, finding.denominator, finding.low) == (41, 40, "41/40")


def test_about_80_decides_nothing_inside_its_range() -> None:
    about = {"heads": 80, "heads_low": 70, "heads_high": 90}
    verdicts = [
        found(meeting(**about, tallies=[{"group": "women", "count": count}]), rule("1/3")).verdict
        for count in (23, 24, 29, 30)
    ]
    assert verdicts == [NOT_MET, OPEN, OPEN, MET]
    finding = found(meeting(**about, tallies=[{"group": "women", "count": 24}]), rule("1/3"))
    assert (finding.low, finding.high, finding.denominator) == ("24/90", "24/70", None)


def test_a_share_of_those_present_is_never_shown_above_all_of_them() -> None:
    finding = found(meeting(heads_low=70, heads_high=90, people=people(["women"])), rule("1/3"))
    assert (finding.low, finding.high) == ("1/90", "70/70")


def test_a_percent_or_an_estimate_has_no_exact_numerator() -> None:
    finding = found(meeting(heads=443, tallies=[{"group": "women", "percent": "19"}]), rule("1/5"))
    assert (finding.numerator, finding.low, finding.high, finding.verdict) == (None, "82/443", "86/443", NOT_MET)


# ------------------------------------------------------------------------------------------ other wholes


def test_empty_seats_of_a_fully_organised_council_count() -> None:
    council = {"tallies": [{"group": "ngos", "count": 2}], "members": 7, "fully_organised": 9, "seats": 9}
    asked = {"numerator": "ngos"}
    assert found(meeting(**council), rule("1/4", denominator="members", **asked)).verdict is MET
    of_all = found(meeting(**council), rule("1/4", denominator="fully_organised", **asked))
    assert (of_all.verdict, of_all.low, of_all.needed, of_all.short_same_total) == (NOT_MET, "2/9", 3, 1)
    assert of_all.short_on_top == 1


def test_a_quarter_of_a_council_of_22_is_6() -> None:
    finding = found(
        meeting(seats=22, tallies=[{"group": "ngos", "count": 5}]), rule("1/4", numerator="ngos", denominator="seats")
    )
    assert (finding.needed, finding.short_same_total) == (6, 1)


def test_a_whole_that_nobody_wrote_down_is_not_known() -> None:
    finding = found(women(5, 10), rule("1/4", denominator="members"))  # type: ignore[arg-type]
    assert (finding.verdict, finding.reason) == (OPEN, "whole_not_known")


def test_money_is_a_share_of_one_whole() -> None:
    lines = [
        {"for": "women", "amount": 30_000, "of": 100_000},
        {"for": "youth_organisations", "amount": 1, "of": 100_000},
    ]
    asked = rule("30 %", denominator="money")
    assert found(meeting(money=lines), asked).verdict is MET
    other = found(meeting(money=[*lines, {"for": "women", "amount": 1, "of": 5}]), asked)
    assert other.verdict is OPEN
    assert found(meeting(), asked).verdict is OPEN


# ------------------------------------------------------------------------------------------ quorum


@pytest.mark.parametrize(
    ("voters", "threshold", "needed"),
    [(3109, "5%", 156), (27985, "min(1/10, 500)", 500), (3109, "min(1/10, 500)", 311), (300, "max(1/10, 50)", 50)],
)
def test_a_quorum_is_whole_people(voters: int, threshold: str, needed: int) -> None:
    quorum = rule(threshold, kind="quorum", numerator="attendees", denominator="voters")
    missed = found(meeting(heads=needed - 1, voters=voters), quorum)
    assert (missed.verdict, missed.needed, missed.short_same_total, missed.short_on_top) == (NOT_MET, needed, 1, 1)
    reached = found(meeting(heads=needed, voters=voters), quorum)
    assert (reached.verdict, reached.numerator, reached.denominator) == (MET, needed, voters)


def test_500_are_enough_of_any_number_of_voters() -> None:
    quorum = rule("min(1/10, 500)", kind="quorum", numerator="attendees", denominator="voters")
    assert found(meeting(heads=500), quorum).verdict is MET
    assert found(meeting(heads=499), quorum).reason == "whole_not_known"


def test_a_number_of_people_needs_no_whole() -> None:
    quorum = rule("50", kind="quorum", numerator="attendees", denominator="voters")
    assert found(meeting(heads=49), quorum).short_same_total == 1
    assert found(meeting(heads=50), quorum).verdict is MET


def test_a_reheld_quorum_is_waived() -> None:
    quorum = rule("5%", kind="quorum", numerator="attendees", denominator="voters", reheld="waived")
    finding = found(meeting(heads=3, voters=1510, reheld_of="W0"), quorum)
    assert (finding.verdict, finding.reason) == (Verdict.WAIVED, "waived_for_reheld")
    assert found(meeting(heads=3, voters=1510), quorum).verdict is NOT_MET


def test_a_reheld_quorum_may_ask_for_a_smaller_number() -> None:
    quorum = rule("10%", kind="quorum", numerator="attendees", denominator="voters", reheld="50")
    again = found(meeting(heads=49, voters=1510, reheld_of="W0"), quorum)
    assert (again.verdict, again.needed, again.short_same_total, again.low) == (NOT_MET, 50, 1, "49/1510")
    assert found(meeting(heads=50, voters=1510, reheld_of="W0"), quorum).verdict is MET
    assert found(meeting(heads=50, reheld_of="W0"), quorum).verdict is MET
    assert found(meeting(heads=50, voters=1510), quorum).needed == 151


def test_signatures_may_be_what_a_quorum_counts() -> None:
    quorum = rule("2/3", kind="quorum", numerator="signatures", denominator="invitees")
    assert found(meeting(heads=90, signatures=66, invitees=100), quorum).short_same_total == 1
    assert found(meeting(heads=90, invitees=100), quorum).reason == "nobody_counted"


# ------------------------------------------------------------------------------------------ count, presence


def test_a_count_has_no_denominator() -> None:
    three = rule("3", kind="count", denominator=None)
    finding = found(meeting(heads=9, people=people(["women"], ["women"], *[["men"]] * 7)), three)
    assert (finding.verdict, finding.numerator, finding.denominator, finding.low, finding.high) == (
        NOT_MET,
        2,
        None,
        2,
        2,
    )
    assert (finding.short_same_total, finding.short_on_top) == (1, 1)
    assert found(meeting(heads=9, people=people(["women"], ["women"])), three).verdict is OPEN


def test_a_council_of_five_to_nine_and_odd() -> None:
    between = rule("5..9", kind="count", numerator="attendees", denominator=None, comparison="between")
    odd = rule(None, kind="count", numerator="attendees", denominator=None, comparison="odd")  # type: ignore[arg-type]
    verdicts = [
        (found(meeting(heads=n), between).verdict, found(meeting(heads=n), odd).verdict) for n in (4, 5, 8, 9, 11)
    ]
    assert verdicts == [(NOT_MET, NOT_MET), (MET, MET), (MET, NOT_MET), (MET, MET), (NOT_MET, MET)]
    assert found(meeting(heads=11), between).short_same_total == 2
    assert found(meeting(heads=4), between).short_same_total == 1
    assert found(meeting(heads=8), odd).short_same_total == 1
    assert found(meeting(heads_low=4, heads_high=5), odd).verdict is OPEN
    assert found(meeting(), odd).reason == "nobody_counted"


@pytest.mark.parametrize(
    ("fields", "any_verdict", "all_verdict"),
    [
        ({"people": people(["dalit", "women"], ["women"])}, MET, OPEN),
        ({"people": people({"groups": ["dalit", "men"], "not_in": ["muslim"]})}, MET, NOT_MET),
        ({"people": people({"not_in": ["dalit", "muslim"]})}, NOT_MET, NOT_MET),
        ({"people": people([])}, OPEN, OPEN),
        ({"heads": 84}, OPEN, OPEN),
        ({"heads": 84, "tallies": [{"group": "dalit", "count": 0}, {"group": "muslim", "count": 0}]}, NOT_MET, NOT_MET),
        ({"heads": 84, "tallies": [{"group": "dalit", "count": 9}, {"group": "muslim", "count": 1}]}, MET, MET),
        ({"heads": 84, "tallies": [{"group": "dalit", "low": 0, "high": 2}]}, OPEN, OPEN),
        ({"heads": 8, "tallies": [{"group": "dalit", "count": 9}, {"group": "muslim", "count": 1}]}, OPEN, OPEN),
    ],
)
def test_presence_is_one_of_each_or_of_any(
    fields: dict[str, object], any_verdict: Verdict, all_verdict: Verdict
) -> None:
    groups = ["dalit", "muslim"]
    usual = {"kind": "presence", "numerator": None, "denominator": None, "threshold": None}
    assert found(meeting(**fields), rule(**usual, any_of=groups)).verdict is any_verdict  # type: ignore[arg-type]
    assert found(meeting(**fields), rule(**usual, all_of=groups)).verdict is all_verdict  # type: ignore[arg-type]


# ------------------------------------------------------------------------------------------ one rule within another


def test_half_of_those_the_other_rule_counted() -> None:
    outer = rule("1/3", id="outer", numerator="women")
    inner = rule("1/2", id="inner", numerator="dalit", denominator=None, within="outer")
    rows = [*[["women", "dalit"]] * 2, *[["women", "janajati"]] * 3, *[["men", "dalit"]] * 9]
    finding = found(meeting(people=people(*rows)), inner, outer)
    assert (finding.verdict, finding.numerator, finding.denominator) == (NOT_MET, 2, 5)
    assert (finding.short_same_total, finding.short_on_top) == (1, 1)


def test_a_rule_within_one_about_any_of_two_groups() -> None:
    outer = rule("1/3", id="outer", numerator=["women", "another_gender"])
    inner = rule("1/2", id="inner", numerator=["dalit", "janajati"], denominator=None, within="outer")
    rows = [["women", "dalit"], ["another_gender", "janajati"], ["women", "madhesi"], ["men", "dalit"]]
    finding = found(meeting(people=people(*rows)), inner, outer)
    assert (finding.verdict, finding.low) == (MET, "2/3")


@pytest.mark.parametrize("threshold", ["1/3", "0 %"])
def test_a_share_of_a_group_that_cannot_have_been_there_is_not_known(threshold: str) -> None:
    session = meeting(heads_low=1, heads_high=2, tallies=[{"group": "men", "percent": "100"}])
    among = rule(threshold, id="inner", numerator="dalit", denominator=None, within="target", comparison="=")
    finding = found(session, among, rule())
    assert (finding.verdict, finding.reason) == (OPEN, "whole_not_known")


def test_a_rule_within_a_rule_within_a_rule() -> None:
    first = rule("1/3", id="first", numerator="women")
    second = rule("1/2", id="second", numerator="dalit", denominator=None, within="first")
    third = rule("1/2", id="third", numerator="age_18_24", denominator=None, within="second")
    young, older = {"age": 20}, {"age": 50}
    rows = [
        {"groups": ["women", "dalit"], **young},
        {"groups": ["women", "dalit"], **older},
        {"groups": ["men", "dalit"], **young},
        {"groups": ["women", "janajati"], **young},
    ]
    assert found(meeting(people=people(*rows)), third, first, second).low == "1/2"


def test_a_third_of_the_members_present_of_whom_half_are_of_the_tribe() -> None:
    outer = rule("1/3", id="outer", kind="quorum", numerator="attendees", denominator="members")
    inner = rule("50 %", id="inner", numerator="scheduled_tribe", denominator=None, within="outer")
    session = meeting(heads=40, members=120, tallies=[{"group": "scheduled_tribe", "count": 19}])
    finding = found(session, inner, outer)
    assert (finding.low, finding.verdict, finding.short_same_total, finding.short_on_top) == ("19/40", NOT_MET, 1, 2)


def test_a_rule_within_one_that_is_not_there_cannot_be_determined() -> None:
    inner = rule("1/2", id="inner", denominator=None, within="gone")
    assert found(women(5, 10), inner).verdict is OPEN  # type: ignore[arg-type]


# ------------------------------------------------------------------------------------------ set apart


@pytest.mark.parametrize(
    ("session_fields", "rule_fields", "reason"),
    [
        ({}, {"applies_to": ["council_meeting"]}, "other_kind_of_meeting"),
        ({"held": False}, {}, "not_held"),
        ({"date": "2026-05-12"}, {"valid_from": "2026-06-01"}, "not_in_force"),
        ({"date": "2026-05-12"}, {"valid_to": "2026-05-11"}, "not_in_force"),
    ],
)
def test_what_does_not_apply_is_not_unmet(
    session_fields: dict[str, object], rule_fields: dict[str, object], reason: str
) -> None:
    finding = found(women(0, 10, **session_fields), rule("1/3", **rule_fields))  # type: ignore[arg-type]
    assert (finding.verdict, finding.reason) == (Verdict.NOT_APPLICABLE, reason)


def test_findings_come_by_rule_and_leave_out_what_is_switched_off() -> None:
    rules = {name: rule("1/3", id=name, confidence=sure) for name, sure in (("b", "P"), ("a", "S"), ("c", "G"))}
    assert [one.rule.id for one in check_all(rules, meeting(heads=10))] == ["a", "b"]
