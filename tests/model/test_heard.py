"""What a group was heard with: never more certain than what was noted."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hrplanner.model.commitments import Commitment
from hrplanner.model.groups import GroupCode, standard_groups
from hrplanner.model.heard import Heard, promised, raised, spoke, unheard
from hrplanner.model.ids import PersonId, RowId, SessionId, new_id
from hrplanner.model.issues import Issue
from hrplanner.model.people import Person
from hrplanner.model.session import Session
from hrplanner.model.voice import Turn, TurnRole

WOMEN, MEN, DALIT = GroupCode("women"), GroupCode("men"), GroupCode("dalit")
EMPTY = Session(id=SessionId(new_id()), number="1", title="T", kind="other")


def row() -> RowId:
    """A new id."""
    return RowId(new_id())


def person(group: GroupCode) -> Person:
    """Somebody who came."""
    return Person(id=PersonId(new_id()), code="p", name="P", groups=frozenset({group}))


def test_a_turn_of_another_dimension_tells_nothing_of_a_group() -> None:
    turns = (Turn(id=row(), group=WOMEN, count=3), Turn(id=row(), group=MEN), Turn(id=row()))
    session = replace(EMPTY, turns=turns)
    assert spoke(session, WOMEN) == Heard(3, 4, 5)
    assert spoke(session, DALIT) == Heard(0, 5, 5)


def test_who_is_here_and_has_no_turn_is_not_heard_yet() -> None:
    here = (person(WOMEN), person(MEN))
    silent = replace(EMPTY, people=here)
    assert unheard(silent, (WOMEN, MEN, DALIT)) == ()  # nothing is noted: nobody keeps the log
    begun = replace(silent, turns=(Turn(id=row(), group=MEN),))
    assert unheard(begun, (WOMEN, MEN, DALIT)) == (WOMEN,)  # whether Dalit people are here is not known
    assert (
        unheard(replace(begun, issues=(Issue(id=row(), code="a", text="A", raised_by=(WOMEN,)),)), (WOMEN, MEN)) == ()
    )


def test_answers_of_officials_are_not_turns_of_the_people() -> None:
    turns = (Turn(id=row(), group=WOMEN), Turn(id=row(), role=TurnRole.ANSWERED, count=9))
    assert spoke(replace(EMPTY, turns=turns), WOMEN) == Heard(1, 1, 1)


def test_a_promise_is_of_the_group_whose_issue_it_answers() -> None:
    issues = (Issue(id=row(), code="a", text="A", raised_by=(WOMEN,)), Issue(id=row(), code="b", text="B"))
    promises = tuple(
        Commitment(id=row(), code=str(place), text="P", answers=answers)
        for place, answers in enumerate((("a",), ("b",), (), ("a", "b"), ("gone",)))
    )
    session = replace(EMPTY, issues=issues, commitments=promises)
    assert raised(session, WOMEN) == Heard(1, 2, 2)
    assert promised(session, WOMEN) == Heard(2, 5, 5)
    assert promised(session, MEN) == Heard(0, 4, 5)


@given(st.lists(st.tuples(st.none() | st.sampled_from(standard_groups()), st.integers(1, 9))))
def test_bounds_stay_within_the_whole(noted: list[tuple[GroupCode | None, int]]) -> None:
    session = replace(EMPTY, turns=tuple(Turn(id=row(), group=group, count=count) for group, count in noted))
    for group in standard_groups():
        heard = spoke(session, group)
        assert 0 <= heard.low <= heard.high <= heard.whole == sum(count for _, count in noted)
