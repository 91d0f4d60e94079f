"""Writing down a meeting: what is entered is kept as said, and what cannot be is refused by name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from hrplanner.model.commitments import Status
from hrplanner.model.counting import in_group_alone
from hrplanner.model.counts import exactly
from hrplanner.model.errors import Refused
from hrplanner.model.groups import GroupCode
from hrplanner.model.issues import Answer, HowDecided
from hrplanner.model.people import Role
from hrplanner.model.session import Session
from hrplanner.usecases import recording
from tests.model.meetings import meeting

WOMEN, MEN, DALIT = GroupCode("women"), GroupCode("men"), GroupCode("dalit")


def refused(step: Callable[[], object]) -> tuple[str, dict[str, object]]:
    with pytest.raises(Refused) as no:
        step()
    return no.value.code, no.value.params


def test_a_session_needs_a_number_and_a_title() -> None:
    made = recording.new_session(number=" W1 ", title="Ward assembly", kind="ward_assembly", country="np")
    assert (made.number, made.held, made.heads) == ("W1", None, None)
    assert refused(lambda: recording.new_session(number=" ", title="x", kind="other")) == (
        "field_missing",
        {"field": "number"},
    )


def test_a_person_may_be_nameless_and_in_many_groups() -> None:
    session = recording.register_person(meeting(), groups=[WOMEN, DALIT], age=19)
    person = session.people[0]
    assert (person.name, person.groups, person.age) == (None, frozenset({WOMEN, DALIT}), 19)
    assert recording.register_person(session, role=Role.OFFICIAL).people[1].counted is False


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({}, "nothing_entered"),
        ({"name": "  "}, "nothing_entered"),
        ({"age": 131}, "age_not_possible"),
        ({"age": -1}, "age_not_possible"),
        ({"groups": ["women", "men"]}, "groups_exclude_each_other"),
        ({"groups": ["womn"]}, "unknown_group"),
        ({"not_in": ["dalits"]}, "unknown_group"),
    ],
)
def test_a_line_of_the_list_that_cannot_be_is_refused(fields: dict[str, object], code: str) -> None:
    assert refused(lambda: recording.register_person(meeting(), **fields))[0] == code  # type: ignore[arg-type]


def test_a_child_of_two_is_kept() -> None:
    assert recording.register_person(meeting(), age=2).people[0].age == 2


def test_a_new_sex_takes_the_place_of_the_old_and_another_group_joins() -> None:
    session = recording.register_person(meeting(), groups=[WOMEN], not_in=[DALIT])
    who = session.people[0].id
    session = recording.put_in_group(session, who, MEN)
    session = recording.put_in_group(session, who, DALIT)
    assert session.person(who).groups == {MEN, DALIT}
    assert not session.person(who).not_in
    out = recording.take_out_of_group(session, who, DALIT)
    assert out.person(who).groups == {MEN}
    assert not out.person(who).not_in


def test_a_correction_is_held_to_the_same_rules() -> None:
    session = recording.register_person(meeting(), name="Maya", age=33)
    who = session.people[0].id
    assert recording.correct_person(session, who, {"age": 34}).person(who).age == 34
    assert refused(lambda: recording.correct_person(session, who, {"age": 340}))[0] == "age_not_possible"
    assert (
        refused(lambda: recording.correct_person(session, who, {"groups": [WOMEN, MEN]}))[0]
        == "groups_exclude_each_other"
    )


def test_strokes_add_up_and_never_go_below_none() -> None:
    session = meeting()
    assert recording.count_one(session, WOMEN, by=-1) is session
    for by in (1, 1, -1, -1, -1, 1):
        session = recording.count_one(session, WOMEN, by=by)
    assert [(tally.group, tally.count) for tally in session.tallies] == [(WOMEN, 1)]
    assert refused(lambda: recording.count_one(session, GroupCode("womn")))[0] == "unknown_group"


@pytest.mark.parametrize(
    "before",
    [
        [],
        [{"group": "women", "count": 40}],
        [{"group": "women", "low": 30, "high": 50}],
        [{"group": "women", "percent": "19"}],
        [{"group": "women", "count": 20, "counted_by": "A"}, {"group": "women", "count": 20, "counted_by": "B"}],
    ],
)
def test_a_tally_as_entered_is_what_counts(before: list[dict[str, object]]) -> None:
    session = meeting(heads=84, tallies=[*before, {"group": "dalit", "count": 9}])
    entered = recording.set_tally(session, WOMEN, 45)
    assert in_group_alone(entered, WOMEN) == exactly(45)
    assert in_group_alone(entered, DALIT) == exactly(9)
    taken = recording.set_tally(entered, WOMEN, None)
    assert in_group_alone(taken, WOMEN) == in_group_alone(meeting(heads=84), WOMEN)
    assert in_group_alone(recording.set_tally(session, WOMEN, 0), WOMEN) == exactly(0)


def test_a_tally_that_cannot_be_is_refused() -> None:
    assert refused(lambda: recording.set_tally(meeting(), WOMEN, -1))[0] == "field_not_understood"
    assert refused(lambda: recording.set_tally(meeting(), GroupCode("womn"), 1))[0] == "unknown_group"


def test_the_totals_are_kept_apart_and_an_exact_number_of_heads_ends_the_estimate() -> None:
    session = meeting(heads_low=70, heads_high=90, signatures=80)
    session = recording.set_total(session, "slips", 71)
    assert (session.heads_low, session.signatures, session.slips) == (70, 80, 71)
    session = recording.set_total(session, "heads", 84)
    assert (session.heads, session.heads_low, session.heads_high) == (84, None, None)
    assert recording.set_total(session, "heads", None).heads is None
    assert refused(lambda: recording.set_total(session, "title", 3))[0] == "field_not_understood"
    assert refused(lambda: recording.set_total(session, "heads", -1))[0] == "field_not_understood"


def test_a_turn_may_be_of_nobody_known_but_not_of_a_group_nobody_knows() -> None:
    session = recording.note_turn(recording.note_turn(meeting(), group=WOMEN), group=None)
    assert [turn.group for turn in session.turns] == [WOMEN, None]
    assert refused(lambda: recording.note_turn(session, group=GroupCode("womn")))[0] == "unknown_group"


def _with_issue() -> Session:
    return recording.raise_issue(meeting(), text="A tap that runs", raised_by=[WOMEN], theme="water")


def test_issues_decisions_and_promises_are_numbered_without_taking_a_number_twice() -> None:
    session = meeting(issues=[{"id": "i2", "text": "Old"}])
    session = recording.raise_issue(session, text="New")
    session = recording.raise_issue(session, text="Newer")
    assert [issue.code for issue in session.issues] == ["i2", "i3", "i4"]
    session = recording.decide(session, text="The tap", how=HowDecided.CONSENSUS)
    session = recording.promise(session, text="A letter", due=dt.date(2026, 8, 1), answers=["i3"])
    assert (session.decisions[0].code, session.commitments[0].code) == ("d1", "c1")


@pytest.mark.parametrize(
    "step", [recording.raise_issue, recording.decide, recording.promise, recording.add_agenda_item]
)
def test_empty_words_are_refused(step: Callable[..., Session]) -> None:
    given = {} if step is recording.add_agenda_item else {"text": " "}
    arguments = (" ",) if step is recording.add_agenda_item else ()
    assert refused(lambda: step(meeting(), *arguments, **given)) == ("field_missing", {"field": "text"})


@pytest.mark.parametrize("answer", [one for one in Answer if one is not Answer.ACCEPTED])
def test_anything_but_accepted_needs_a_reason_and_an_office(answer: Answer) -> None:
    session = _with_issue()
    which = session.issues[0].id
    for missing in ({}, {"reason": "No line"}, {"office": "Ward office"}, {"reason": " ", "office": "Ward office"}):
        assert refused(lambda given=missing: recording.answer_issue(session, which, answer=answer, **given)) == (  # type: ignore[misc]
            "reason_needed",
            {"answer": str(answer)},
        )
    answered = recording.answer_issue(session, which, answer=answer, reason="No line", office="Ward office")
    assert (answered.issue(which).answer, answered.issue(which).raised_by) == (answer, (WOMEN,))


def test_an_accepted_issue_needs_no_reason() -> None:
    session = _with_issue()
    which = session.issues[0].id
    assert recording.answer_issue(session, which, answer=Answer.ACCEPTED).issue(which).answer is Answer.ACCEPTED


@pytest.mark.parametrize("status", [Status.STOPPED, Status.CHANGED])
def test_a_promise_that_is_stopped_or_changed_says_why(status: Status) -> None:
    session = recording.promise(meeting(), text="A letter")
    which = session.commitments[0].id
    assert refused(lambda: recording.report_progress(session, which, status=status))[0] == "reason_needed"
    told = recording.report_progress(session, which, status=status, progress="No paper")
    assert (told.commitment(which).status, told.commitment(which).progress) == (status, "No paper")


def test_the_agenda_keeps_its_order_and_a_row_that_goes_is_gone() -> None:
    session = meeting()
    for text in ("Reading", "Water", "Any other"):
        session = recording.add_agenda_item(session, text)
    assert [item.position for item in session.agenda] == [0, 1, 2]
    session = recording.remove_row(session, session.agenda[1].id)
    session = recording.add_agenda_item(session, "Close")
    assert [item.text for item in session.agenda] == ["Reading", "Any other", "Close"]
    assert refused(lambda: recording.remove_row(session, b"nobody"))[0] == "no_such_row"


def test_what_is_not_there_cannot_be_corrected() -> None:
    session = _with_issue()
    assert refused(lambda: recording.correct_issue(session, session.id, {"text": "x"}))[0] == "no_such_row"  # type: ignore[arg-type]
    corrected = recording.correct_issue(session, session.issues[0].id, {"theme": "roads"})
    assert (corrected.issues[0].theme, corrected.issues[0].code) == ("roads", "i1")
