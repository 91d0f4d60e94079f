"""What differs, row by row: made, taken back and made again it gives what was there before."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given, settings

from hrplanner.model.changes import (
    PART_KINDS,
    Change,
    Plain,
    RowKind,
    applied,
    changes_between,
    from_plain,
    inverted,
    office_changes,
    plain,
)
from hrplanner.model.groups import GroupCode
from hrplanner.model.ids import RowId, SessionId, new_id
from hrplanner.model.office import LearnedWord, new_office
from hrplanner.model.session import Session
from tests.model.meetings import meeting
from tests.model.sessions import sessions


@settings(max_examples=40)
@given(before=sessions, after=sessions)
def test_changes_lead_there_and_back_again(before: Session, after: Session) -> None:
    changes = changes_between(before, after)
    assert applied(before, changes) == after
    assert applied(after, inverted(changes)) == before
    assert list(inverted(inverted(changes))) == changes
    kept = [replace(one, before=_as_kept(one.before), after=_as_kept(one.after)) for one in changes]
    assert kept == changes
    assert applied(after, inverted(kept)) == before


def _as_kept(values: Plain | None) -> Plain | None:
    """As the log holds it, in JSON."""
    kept: Plain | None = json.loads(json.dumps(values))
    return kept


@settings(max_examples=30)
@given(session=sessions)
def test_a_session_does_not_differ_from_itself(session: Session) -> None:
    assert changes_between(session, session) == []
    assert changes_between(session, replace(session)) == []
    assert changes_between(None, None) == []


@settings(max_examples=30)
@given(session=sessions)
def test_a_new_session_and_one_that_goes_are_told_row_by_row(session: Session) -> None:
    come, go = changes_between(None, session), changes_between(session, None)
    assert all(change.before is None for change in come)
    assert all(change.after is None for change in go)
    assert {change.id for change in come} == {change.id for change in go}
    assert len(come) == 1 + sum(len(getattr(session, part)) for part in PART_KINDS)


@settings(max_examples=30)
@given(session=sessions)
def test_rows_come_back_from_what_the_log_keeps(session: Session) -> None:
    for part, (kind, _) in PART_KINDS.items():
        for row in getattr(session, part):
            assert from_plain(kind, row.id, json.loads(json.dumps(plain(row)))) == row


def test_only_the_fields_that_differ_are_told() -> None:
    before = meeting(heads=84, venue="Ward office")
    change = changes_between(before, replace(before, heads=85))[0]
    assert change == Change(RowKind.SESSION, before.id, before.id, {"heads": 84}, {"heads": 85})


def test_changes_of_another_session_pass_by() -> None:
    mine, other = meeting(heads=84), meeting(heads=84)
    assert applied(mine, changes_between(other, replace(other, heads=1))) is mine


def test_the_frame_of_a_book_is_told_apart_from_its_sessions() -> None:
    before = new_office(name="Ward 5", country="np")
    after = replace(before, name="Ward 6").with_word(
        LearnedWord(id=RowId(new_id()), word="नारी", group=GroupCode("women"))
    )
    after = replace(after, groups=after.groups[1:])
    kinds = [(change.kind, change.session) for change in office_changes(before, after)]
    assert kinds == [(RowKind.OFFICE, None), (RowKind.GROUP, None), (RowKind.LEARNED_WORD, None)]
    assert office_changes(after, replace(after)) == []


def test_a_session_id_is_kept_with_each_of_its_rows() -> None:
    session = meeting(people=[{"groups": ["women"]}], tallies=[{"group": "women", "count": 1}])
    assert {change.session for change in changes_between(None, session)} == {SessionId(session.id)}
