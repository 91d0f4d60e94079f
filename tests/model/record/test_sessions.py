"""The published record of a session: written and read again it is the same, and what is wrong is named."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

from hrplanner.model.errors import Refused
from hrplanner.model.record.sessions import record_of, session_from
from hrplanner.model.session import Session
from tests.model.sessions import sessions, without_ids

EXAMPLE: dict[str, Any] = {
    "format": "hrplan-session/1", "number": "W5-2026-014", "title": "Ward assembly", "kind": "ward_assembly",
    "country": "np", "series": "plan-2083", "body": None, "reheld_of": None, "held": True,
    "date": "2026-05-12", "date_as_written": "२०८३ बैशाख २९", "start": "10:00", "end": "12:30", "venue": "Ward office",
    "heads": 84, "signatures": 80, "slips": 71, "voters": 1510, "invitees": None,
    "members": None, "fully_organised": None, "seats": None, "chairs": None,
    "tallies": [{"group": "women", "count": 45}, {"group": "men", "count": 37},
                {"group": "dalit", "low": 8, "high": 12}, {"group": "age_60_up", "percent": "19"}],
    "not_stated": {"sex": 2}, "not_asked": ["disability"],
    "people": [{"code": "A1", "name": None, "age": 33, "role": "participant",
                "groups": ["dalit", "women"], "not_in": []}],
    "turns": [{"group": "women", "role": "raised", "seconds": 40}],
    "issues": [{"id": "i1", "text": "A tap that runs", "raised_by": ["women"], "theme": "water",
                "response": {"answer": "not_accepted", "reason": "No line for it", "office": "Ward office"}}],
    "decisions": [{"id": "d1", "text": "The tap comes first", "how": "consensus", "dissent": None}],
    "commitments": [{"id": "c1", "text": "Ask for a line", "answers": ["i1"], "owner": "Ward office",
                     "first_step": "A letter", "due": "2026-08-01", "money": None, "status": "made"}],
    "money": [{"for": "women", "amount": 30000, "of": 100000}],
}  # fmt: skip


def _known(record: Any) -> Any:
    """The record without what it says is not known."""
    if isinstance(record, dict):
        return {name: _known(value) for name, value in record.items() if value is not None and value not in ([], {})}
    return [_known(one) for one in record] if isinstance(record, list) else record


def test_the_published_example_comes_back_word_for_word() -> None:
    assert record_of(session_from(EXAMPLE)) == _known(EXAMPLE)


@settings(max_examples=40)
@given(session=sessions)
def test_every_session_comes_back_equal(session: Session) -> None:
    written = json.loads(json.dumps(record_of(session)))
    assert without_ids(session_from(written)) == without_ids(session)


@settings(max_examples=40)
@given(session=sessions)
def test_a_record_that_was_read_is_written_the_same(session: Session) -> None:
    written = record_of(session)
    assert record_of(session_from(written)) == written


def test_four_fields_are_enough_and_nothing_else_is_known() -> None:
    least = {name: EXAMPLE[name] for name in ("format", "number", "title", "kind")}
    session = session_from(least)
    assert record_of(session) == least
    assert (session.heads, session.held, session.tallies) == (None, None, ())


def test_an_end_before_the_start_and_a_child_of_two_are_kept() -> None:
    session = session_from({**EXAMPLE, "start": "12:30", "end": "10:00", "people": [{"age": 2}]})
    assert (session.start, session.end, session.people[0].age) == ("12:30", "10:00", 2)


def test_a_date_that_is_only_written_is_kept_as_written() -> None:
    session = session_from({**EXAMPLE, "date": None, "date_as_written": "10 November"})
    assert (session.date, session.date_as_written) == (None, "10 November")


def test_rows_without_a_code_get_one() -> None:
    session = session_from({**EXAMPLE, "issues": [{"text": "One"}, {"text": "Two"}], "commitments": [{"text": "C"}]})
    assert [issue.code for issue in session.issues] == ["i1", "i2"]
    assert session.commitments[0].code == "c1"


@pytest.mark.parametrize(
    ("fields", "code", "where"),
    [
        ({"format": "hrplan-session/2"}, "unknown_format", None),
        ({"number": None}, "field_missing", "number"),
        ({"title": "  "}, "field_missing", "title"),
        ({"heads": "84"}, "field_not_a_number", "heads"),
        ({"heads": True}, "field_not_a_number", "heads"),
        ({"heads": 84.5}, "field_not_a_number", "heads"),
        ({"heads": -1}, "field_not_understood", "heads"),
        ({"heads_low": 90, "heads_high": 70}, "field_not_understood", "heads_low"),
        ({"date": "12.05.2026"}, "field_not_understood", "date"),
        ({"start": "25:00"}, "field_not_understood", "start"),
        ({"held": "yes"}, "field_not_understood", "held"),
        ({"haeds": 84}, "unknown_field", "haeds"),
        ({"people": {}}, "not_a_list", "people"),
        ({"people": ["A1"]}, "not_an_object", "people[0]"),
        ({"people": [{"groups": ["women", "womn"]}]}, "unknown_group", "people[0].groups"),
        ({"people": [{"role": "mayor"}]}, "field_not_understood", "people[0].role"),
        ({"tallies": [{"group": "women"}]}, "field_missing", "tallies[0].count"),
        ({"tallies": [{"count": 3}]}, "field_missing", "tallies[0].group"),
        ({"tallies": [{"group": "women", "low": 12, "high": 8}]}, "field_not_understood", "tallies[0].low"),
        ({"tallies": [{"group": "women", "percent": "101"}]}, "field_not_understood", "tallies[0].percent"),
        ({"tallies": [{"group": "women", "percent": "1/3"}]}, "field_not_understood", "tallies[0].percent"),
        ({"tallies": [{"group": "women", "percent": 19}]}, "field_not_understood", "tallies[0].percent"),
        ({"not_stated": {"gender": 2}}, "field_not_understood", "not_stated"),
        ({"not_asked": ["money"]}, "field_not_understood", "not_asked"),
        (
            {"issues": [{"text": "x", "response": {"answer": "no"}}]},
            "field_not_understood",
            "issues[0].response.answer",
        ),
        ({"commitments": [{"text": "x", "status": "late?"}]}, "field_not_understood", "commitments[0].status"),
        ({"money": [{"for": "women", "amount": 3}]}, "field_missing", "money[0].of"),
    ],
)
def test_what_is_not_right_is_named_with_its_place(fields: dict[str, Any], code: str, where: str | None) -> None:
    with pytest.raises(Refused) as refused:
        session_from({**EXAMPLE, **fields})
    assert refused.value.code == code
    assert refused.value.params.get("field") == where


@pytest.mark.parametrize("record", [None, [], "text", 3])
def test_what_is_no_record_is_refused(record: object) -> None:
    with pytest.raises(Refused):
        session_from(record)
