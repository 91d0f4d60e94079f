"""Issues, promises and the head of a session."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from hrplanner.model.commitments import Status
from hrplanner.model.formalities import Event, OfficeSignature
from hrplanner.model.ids import RowId, new_id
from hrplanner.usecases.headings import Heading, describe
from hrplanner.usecases.recording import new_session, raise_issue
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.four_shares import four_shares
from hrplanner.viewmodels.issues import Issues
from hrplanner.viewmodels.new_book import NewBook
from hrplanner.viewmodels.promises import PromiseEntry, Promises
from hrplanner.viewmodels.session_form import SessionForm
from hrplanner.viewmodels.sessions import Sessions, step_facts
from hrplanner.words.catalog import Catalog
from tests.viewmodels.town import NUMBER, empty_book, now


def test_an_issue_keeps_who_raised_it_and_the_theme_for_the_next(meeting: Workspace, words: Catalog) -> None:
    issues = Issues(meeting, words)
    issues.type("The tube well is dry")
    issues.choose_theme("water")
    issues.switch(1)
    assert issues.add().news == "Issue written down."
    (issue,) = meeting.opened().issues
    assert (issue.raised_by, issue.theme) == (("women",), "water")
    assert (issues.entry.text, issues.entry.theme, issues.entry.on) == ("", "water", frozenset())


def test_an_issue_without_words_is_refused(meeting: Workspace, words: Catalog) -> None:
    told = Issues(meeting, words).add()
    assert told.field == "text" and told.why


def test_an_issue_nobody_is_noted_for_says_so(meeting: Workspace, words: Catalog) -> None:
    issues = Issues(meeting, words)
    issues.type("No light at the ghat")
    issues.add()
    assert [cell.text for cell in issues.table().rows[0].cells] == ["No light at the ghat", "not noted", "no theme"]


def test_a_promise_has_an_owner_a_day_and_money(meeting: Workspace, words: Catalog) -> None:
    promises = Promises(meeting, words, now)
    entry = PromiseEntry(
        text="A pipe", owner="Ward office", first_step="Measure", due_text="24/12/2026", money_text="45,000"
    )
    promises.type(entry)
    assert promises.add().done
    (made,) = meeting.opened().commitments
    assert (made.due, made.money, made.owner) == (dt.date(2026, 12, 24), 45000, "Ward office")
    assert promises.entry == PromiseEntry(owner="Ward office")


@pytest.mark.parametrize(("due", "money", "field"), [("soon", "", "due"), ("", "much", "money")])
def test_a_promise_is_refused_at_the_field(
    meeting: Workspace, words: Catalog, due: str, money: str, field: str
) -> None:
    promises = Promises(meeting, words, now)
    promises.type(PromiseEntry(text="A pipe", due_text=due, money_text=money))
    told = promises.add()
    assert told.field == field
    assert promises.entry.text == "A pipe"
    assert not meeting.opened().commitments


def test_late_and_undated_are_mark_and_word(record: Workspace, words: Catalog) -> None:
    late, undated = Promises(record, words, now).table().rows
    assert (late.cells[3].mark, undated.cells[3].text) == ("clock", "No date")


def test_a_promise_is_corrected_in_its_row(record: Workspace, words: Catalog) -> None:
    promises = Promises(record, words, now)
    key = record.opened().commitments[1].id
    assert promises.edit(key, "due", "2026-08-01").done
    assert promises.set_status(key, "done").done
    assert promises.edit(key, "text", "  ").why
    changed = record.opened().commitments[1]
    assert (changed.due, changed.status) == (dt.date(2026, 8, 1), Status.DONE)


def test_shares_stand_against_those_who_came(record: Workspace, words: Catalog) -> None:
    shares = four_shares(record, words)
    women = next(row for row in shares.rows if row.text == "Women")
    assert [cell.text for cell in women.cells] == ["3", "0", "1", "1 to 2"]  # one promise answers no issue on record
    assert [cell.came for cell in women.cells] == [None, 0.5, 0.5, 0.5]
    disabled = next(row for row in shares.rows if row.text == "Persons with disabilities")
    assert disabled.cells[0].text == "?"
    assert "Women: Came 3 of 6" in shares.spoken


def test_a_new_session_has_a_number_and_a_day_already(meeting: Workspace, words: Catalog) -> None:
    form = SessionForm(meeting, words, now, session=None)
    assert (form.fields.number, form.fields.date) == ("2026-001", "2026-05-12")
    form.type(replace(form.fields, title="Hearing", start="9.30"))
    assert form.save().done
    assert (meeting.opened().number, meeting.opened().start) == ("2026-001", "09:30")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": " "}, "title"),
        ({"number": NUMBER}, "number"),
        ({"date": "never"}, "date"),
        ({"start": "25:00"}, "start"),
        ({"voters": "all"}, "voters"),
    ],
)
def test_the_field_that_is_not_taken_is_named(
    meeting: Workspace, words: Catalog, changes: dict[str, str], field: str
) -> None:
    form = SessionForm(meeting, words, now, session=None)
    form.type(replace(form.fields, title="Hearing"))
    form.type(replace(form.fields, **changes))
    told = form.save()
    assert told.field == field and told.why
    assert len(meeting.book.session_lines()) == 1


def test_the_head_of_a_session_is_changed_as_one_step(meeting: Workspace, words: Catalog) -> None:
    form = SessionForm(meeting, words, now, session=meeting.opened())
    form.type(replace(form.fields, venue="", end="13:00"))
    form.save()
    assert (meeting.opened().venue, meeting.opened().end) == (None, "13:00")
    meeting.undo()
    assert meeting.opened().venue == "Government primary school"


def test_sessions_are_listed_and_binned(record: Workspace, words: Catalog) -> None:
    sessions = Sessions(record, words)
    (line,) = sessions.table().rows
    assert [cell.text for cell in line.cells][:2] == [NUMBER, "Annual ward shava"]
    assert sessions.remove(line.key).done
    assert not sessions.table().rows
    record.undo()
    assert len(sessions.table().rows) == 1


def test_steps_are_facts(record: Workspace, words: Catalog) -> None:
    notes = [fact.note for fact in step_facts(record, words)]
    assert notes == [
        "0 points on the agenda", "6 present", "0 turns, 1 issue", "0 decisions, 2 promises", "2 things missing",
        "Not printed yet",
    ]  # fmt: skip


def test_the_head_holds_what_local_forms_ask_for(meeting: Workspace, words: Catalog) -> None:
    form = SessionForm(meeting, words, now, session=meeting.opened())
    form.type(
        replace(
            form.fields,
            legal_basis="Act 2009, s. 5",
            presiding="Maya",
            secretary="Gita",
            next_meeting="11 Aug 2026",
            notice_date="2026-05-04",
            notice_means="drum; poster",
            notice_places="Ward office;",
        )
    )
    assert form.save().done
    session = meeting.opened()
    assert (session.legal_basis, session.dates) == ("Act 2009, s. 5", {Event.NEXT_MEETING: dt.date(2026, 8, 11)})
    assert (session.notice_means, session.notice_places) == (("drum", "poster"), ("Ward office",))
    assert [(one.office, one.name) for one in session.signatures_of] == [("presiding", "Maya"), ("secretary", "Gita")]
    again = SessionForm(meeting, words, now, session=session)
    again.type(replace(again.fields, presiding="", next_meeting=""))
    assert again.save().done
    changed = meeting.opened()
    assert [one.name for one in changed.signatures_of] == ["Gita"]
    assert not changed.dates


def test_an_office_that_signed_keeps_its_signature_without_a_name() -> None:
    signed = OfficeSignature(id=RowId(new_id()), office="presiding", name="Maya", signed=True)
    session = replace(new_session(number="1", title="T", kind="other"), signatures_of=(signed,))
    (kept,) = describe(session, Heading(number="1", title="T", kind="other")).signatures_of
    assert (kept.signed, kept.name) == (True, None)


def test_proposals_have_place_amount_and_cost_where_the_form_asks(tmp_path: Path, words: Catalog) -> None:
    space = empty_book(tmp_path, country="id")
    session = raise_issue(new_session(number="1", title="T", kind="village_deliberation"), text="A tap")
    space.add_session(session)
    issues = Issues(space, words)
    assert [column.code for column in issues.table().columns][-3:] == ["place", "volume", "cost"]
    key = space.opened().issues[0].id
    assert issues.edit(key, "cost", "64,000").done
    assert issues.edit(key, "volume", "2 taps").done
    assert issues.edit(key, "cost", "much").field == "cost"
    (issue,) = space.opened().issues
    assert (issue.cost, issue.volume) == (64000, "2 taps")
    space.book.close()


def test_other_books_keep_their_list_of_issues_short(meeting: Workspace, words: Catalog) -> None:
    assert [column.code for column in Issues(meeting, words).table().columns] == ["text", "raised_by", "theme"]


def test_a_refusal_names_the_field_as_the_page_does(words: Catalog) -> None:
    made, told = NewBook(words).office(lambda _: None)
    assert made is None and told.field == "name"
    assert "Name of the office" in told.why
