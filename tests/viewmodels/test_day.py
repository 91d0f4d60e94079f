"""Prepare, Decide and Close: what is typed in their lists, and what is still missing."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from hrplanner.model.formalities import Evidence
from hrplanner.model.ids import RowId
from hrplanner.model.issues import Answer, HowDecided
from hrplanner.model.minutes import Stage
from hrplanner.model.record.sessions import record_of
from hrplanner.usecases.recording import new_session, promise
from hrplanner.usecases.speaking import begin_turn
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.closing import ReadBack, Support, gaps
from hrplanner.viewmodels.closing_lists import count_list, office_list, paper_list, publication_list
from hrplanner.viewmodels.missing import missing_people
from hrplanner.viewmodels.written import Kind, Written
from hrplanner.viewmodels.written_lists import (
    agenda_list,
    agenda_said,
    answer_list,
    decision_list,
    earlier_list,
)
from hrplanner.viewmodels.years import Years
from hrplanner.words.catalog import Catalog
from tests.viewmodels.town import NUMBER, now

MakeKind = Callable[[Workspace, Catalog], Kind]


def typed(space: Workspace, kind: MakeKind, **texts: str) -> Written:
    written = Written(space, Catalog("en"), kind)
    written.type(texts)
    assert written.add().done
    return written


def cells(written: Written) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in written.table().rows]


def whats(space: Workspace) -> list[str]:
    return [gap.what for gap in gaps(space, Catalog("en"))]


def earlier_meeting(space: Workspace) -> None:
    """A meeting in February whose promise is still open; the meeting of May is open afterwards."""
    before = new_session(number="W5-2026-002", title="Open meeting", kind="ward_assembly", country="bd")
    space.add_session(replace(before, date=dt.date(2026, 2, 1), heads=40))
    space.run("promise", lambda s: promise(s, text="Latrines at the market", owner="Engineer"))
    space.open_session(NUMBER)


def test_points_have_their_minutes_and_the_others_share_what_is_left(meeting: Workspace) -> None:
    typed(meeting, agenda_list, text="Water", minutes="20")
    written = typed(meeting, agenda_list, text="Budget")
    assert cells(written)[:3] == [
        ["10:00", "Welcome, and how this meeting works", "10"],
        ["10:10", "Water", "20"],
        ["10:30", "Budget", "90"],
    ]
    assert agenda_said(meeting, Catalog("en")) == "150 min in all, until 12:30: 0 min are left."
    typed(meeting, agenda_list, text="Roads", minutes="100")
    assert "more than planned" in agenda_said(meeting, Catalog("en"))


def test_points_are_moved_corrected_and_binned_and_standing_ones_stay(meeting: Workspace) -> None:
    typed(meeting, agenda_list, text="Water")
    written = typed(meeting, agenda_list, text="Budget")
    budget = written.table().rows[2].key
    assert written.move(budget, -1).done
    assert [row[1] for row in cells(written)][1:3] == ["Budget", "Water"]
    assert written.edit(budget, "minutes", "35").done
    assert cells(written)[1][2] == "35"
    assert written.edit(budget, "text", " ").field == "text"
    assert written.edit(written.table().rows[0].key, "text", "Songs").why
    assert written.remove(budget).done
    assert [row[1] for row in cells(written)][1] == "Water"
    meeting.undo()
    assert len(meeting.opened().agenda) == 2


def test_a_decision_says_how_against_what_and_for_which_issue(record: Workspace) -> None:
    written = typed(
        record, decision_list, text="Repair it first", how="majority", dissent="Two for the road", answers="i1"
    )
    (made,) = record.opened().decisions
    assert (made.how, made.dissent, made.answers) == (HowDecided.MAJORITY, "Two for the road", ("i1",))
    written.type({"text": "Another", "answers": "i9"})
    assert written.add().field == "answers"
    assert written.texts["text"] == "Another"
    assert written.choose(made.id, "consensus").done
    assert record.opened().decisions[0].how is HowDecided.CONSENSUS
    assert written.edit(made.id, "answers", "").done
    assert record.opened().decisions[0].answers == ()


def test_an_answer_that_is_no_needs_reason_and_office(record: Workspace) -> None:
    written = Written(record, Catalog("en"), answer_list)
    (issue,) = record.opened().issues
    assert written.choose(issue.id, "not_accepted").why
    written.edit(issue.id, "reason", "No money this year")
    written.edit(issue.id, "office", "Ward office")
    assert written.choose(issue.id, "not_accepted").done
    assert record.opened().issues[0].answer is Answer.NOT_ACCEPTED


def test_earlier_promises_are_read_out_or_put_off_with_a_reason(record: Workspace) -> None:
    earlier_meeting(record)
    assert "1 earlier promise was neither read out nor put off" in whats(record)
    written = Written(record, Catalog("en"), earlier_list)
    (line,) = written.table().rows
    assert line.cells[4].text == "not yet read out"
    assert written.edit(line.key, "reason", "  ").why
    assert written.edit(line.key, "reason", "The engineer was ill").done
    assert cells(written)[0][4:] == ["put off", "The engineer was ill"]
    assert written.choose(line.key, "read_out").done
    assert record.opened().recalled == {"W5-2026-002/c1": ""}
    assert not any("earlier promise" in what for what in whats(record))
    record.undo()
    assert record.opened().recalled == {"W5-2026-002/c1": "The engineer was ill"}


def test_papers_are_seen_missing_or_not_looked_for(meeting: Workspace) -> None:
    written = Written(meeting, Catalog("en"), paper_list)
    key = written.table().rows[0].key
    for code, evidence in (("yes", {Evidence.ATTENDANCE_SHEET: True}), ("no", {Evidence.ATTENDANCE_SHEET: False})):
        written.choose(key, code)
        assert meeting.opened().evidence == evidence
    written.choose(key, "unknown")
    assert meeting.opened().evidence == {}


def test_counts_places_and_offices_are_rows(meeting: Workspace) -> None:
    counts = typed(meeting, count_list, heads="60", time="11.45")
    assert cells(counts) == [["11:45", "60"]]
    assert counts.edit(meeting.opened().moments[0].id, "heads", "61").done
    assert cells(typed(meeting, publication_list, place="Notice board", date="2026-05-21")) == [
        ["Notice board", "21 May 2026"]
    ]
    offices = typed(meeting, office_list, office="secretary", name="Gita", signed="yes")
    assert cells(offices) == [["Secretary", "Gita", "signed"]]
    typed(meeting, office_list, office="Secretary", name="Gita Rai", signed="unknown")
    assert cells(offices) == [["Secretary", "Gita Rai", "not known"]]


@pytest.mark.parametrize(
    ("kind", "texts", "field"),
    [
        (count_list, {"heads": "", "time": "11:00"}, "heads"),
        (count_list, {"heads": "many"}, "heads"),
        (publication_list, {"place": "Board", "date": "soon"}, "date"),
        (agenda_list, {"text": "Water", "minutes": "long"}, "minutes"),
        (office_list, {"office": " "}, "office"),
    ],
)
def test_what_is_not_taken_is_told_at_its_field(
    meeting: Workspace, kind: MakeKind, texts: dict[str, str], field: str
) -> None:
    written = Written(meeting, Catalog("en"), kind)
    written.type(texts)
    told = written.add()
    assert told.field == field and told.why
    assert written.texts == texts


def test_somebody_still_speaking_is_missing_before_the_final_copy(record: Workspace) -> None:
    assert "Somebody is still speaking" not in whats(record)
    record.run("note_turn", lambda session: begin_turn(session, group=None, at="10:20:00"))
    found = next(gap for gap in gaps(record, Catalog("en")) if gap.what == "Somebody is still speaking")
    assert found.place.step == "listen"


def test_complaints_are_counted_and_never_leave_the_book(meeting: Workspace) -> None:
    support = Support(meeting, Catalog("en"))
    assert support.enter({"barriers": "Steps at the door", "support": "", "referrals": "3"}).done
    session = meeting.opened()
    assert (session.barriers, session.referrals) == ("Steps at the door", 3)
    assert record_of(session)["barriers"] == "Steps at the door"
    assert "referrals" not in record_of(session)
    assert support.enter({"barriers": "", "support": "", "referrals": "some"}).field == "referrals"
    assert meeting.book.session(NUMBER).referrals == 3


def test_nothing_is_read_back_before_it_is_printed(record: Workspace) -> None:
    reading = ReadBack(record, Catalog("en"), now)
    reading.type("language", "Santali")
    assert reading.following() is None
    assert reading.take(Stage.READ_BACK).why
    assert reading.fields()[0][2] == "Santali"


def test_invitations_begin_with_those_missing_before_this_meeting(record: Workspace) -> None:
    earlier_meeting(record)
    table = missing_people(record, Years(record, now), Catalog("en"), before=record.opened())
    assert table.rows
    assert not missing_people(record, Years(record, now), Catalog("en"), before=record.book.session("W5-2026-002")).rows


def test_a_row_that_is_gone_is_refused(meeting: Workspace) -> None:
    written = Written(meeting, Catalog("en"), count_list)
    assert written.edit(RowId(b"\0" * 16), "heads", "5").why
