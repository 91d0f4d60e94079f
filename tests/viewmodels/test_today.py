"""Today, printing, taking over, rules, and what is round a page."""

import datetime as dt
import json
from pathlib import Path

from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.importing import Importing
from hrplanner.viewmodels.new_book import BookFields, NewBook
from hrplanner.viewmodels.printing import Printing
from hrplanner.viewmodels.rules import Rules
from hrplanner.viewmodels.screens import Screens
from hrplanner.viewmodels.shell import redo_tip, saved_said, session_head, undo_tip, undone
from hrplanner.viewmodels.today import Today
from hrplanner.words.catalog import Catalog
from tests.viewmodels.town import NOW, NUMBER, TestTools, empty_book, now


def test_the_next_session_and_late_promises(record: Workspace, words: Catalog) -> None:
    today = Today(record, words, now)
    shown = today.next_session()
    assert shown is not None and (shown.number, shown.when) == (NUMBER, "today")
    assert today.late() == 1
    assert [row.cells[3].text for row in today.promises().rows] == ["41 days late", "not known"]


def test_a_session_that_is_over_says_when_it_was(record: Workspace, words: Catalog) -> None:
    today = Today(record, words, lambda: NOW + dt.timedelta(days=3))
    shown = today.next_session()
    assert shown is not None and shown.when == "3 days ago"


def test_what_is_missing_leads_somewhere(tmp_path: Path, meeting: Workspace, words: Catalog) -> None:
    missing = Today(meeting, words, now).missing()
    assert [(one.do, one.number) for one in missing] == [("totals", NUMBER)]


def test_a_book_without_sessions_has_nothing_next(tmp_path: Path, words: Catalog) -> None:
    space = empty_book(tmp_path)
    assert Today(space, words, now).next_session() is None
    space.book.close()


def test_printing_says_what_is_missing_and_freezes_once(record: Workspace, words: Catalog) -> None:
    printing = Printing(record, words, TestTools())
    assert printing.missing() == ("1 issue has no answer", "1 promise has no day")
    printing.choose("document", "kit")
    assert printing.missing() == ()
    printing.choose("document", "minutes")
    assert printing.preview_work()().startswith(b"%PDF")
    assert not record.book.minutes(record.opened().id)
    assert printing.print_work()().version is not None
    assert printing.print_work()().version is not None
    assert len(record.book.minutes(record.opened().id)) == 1
    assert printing.minutes.said.startswith("Version 1: printed.")


def test_a_draft_freezes_nothing(record: Workspace, words: Catalog) -> None:
    printing = Printing(record, words, TestTools())
    printing.choose("copy", "draft")
    assert printing.print_work()().version is None
    assert not record.book.minutes(record.opened().id)


def test_the_name_of_a_pdf_names_nobody(record: Workspace, words: Catalog) -> None:
    assert Printing(record, words, TestTools()).file_name == f"{NUMBER}-minutes-bd-en.pdf"


def test_the_form_of_the_country_comes_first_and_only_for_minutes(record: Workspace, words: Catalog) -> None:
    printing = Printing(record, words, TestTools())
    assert [code for code, _ in printing.forms()][:2] == ["bd", "general"]
    printing.choose("document", "summary")
    assert printing.forms() == ()


def test_a_preview_of_an_import_is_what_is_saved(meeting: Workspace, words: Catalog, tmp_path: Path) -> None:
    given = {"format": "hrplan-session/1", "number": "N-1", "title": "Hearing", "kind": "public_hearing", "heads": 12}
    bad = {"format": "hrplan-session/1", "number": "N-2", "title": "Hearing", "kind": "public_hearing", "heads": "x"}
    source = tmp_path / "sessions.json"
    source.write_text(json.dumps([given, bad]), encoding="utf-8")
    importing = Importing(meeting, words, TestTools().open_source)
    importing.choose(source)
    seen: list[tuple[int, int]] = []
    rehearsed = importing.work(rehearse=True)(lambda done, whole: seen.append((done, whole)))
    importing.show(rehearsed, saved=False)
    assert [number for _, number in importing.counts()] == ["1", "0", "0", "1"]
    assert importing.left_out().rows[0].cells[2].text
    assert len(meeting.book.session_lines()) == 1 and seen
    taken = importing.work(rehearse=False)(max)
    assert (taken.new, taken.refused) == (rehearsed.new, rehearsed.refused)
    assert len(meeting.book.session_lines()) == 2


def test_rules_are_added_from_a_file_and_a_wrong_file_is_refused(
    meeting: Workspace, words: Catalog, tmp_path: Path
) -> None:
    rules = Rules(meeting, words, TestTools(), now)
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text('[[rule]]\nid = "x"\ntitle = "Three women"\nkind = "count"\nnumerator = "women"\nthreshold = "3"\n')
    bad.write_text("no rules at all")
    assert rules.add(good).news == "1 rule added."
    assert rules.add(good).news == "All of these rules were in the book already."
    assert rules.add(bad).why
    assert rules.add(tmp_path / "none.toml").why
    assert len(rules.table().rows) == 4


def test_a_new_book_needs_a_name_and_takes_the_language_of_its_country(words: Catalog) -> None:
    form = NewBook(words)
    office, told = form.office(TestTools().rule_pack)
    assert office is None and told.field == "name"
    form.fields = BookFields(name=" Ward 5 ")
    form.choose_country("np")
    office, told = form.office(TestTools().rule_pack)
    assert office is not None and any(rule.code.startswith("np-") for rule in office.rules)
    assert (office.name, office.country, office.language) == ("Ward 5", "np", "ne")


def test_undo_is_named_and_says_what_it_did(record: Workspace, words: Catalog) -> None:
    assert undo_tip(words, record.undo_step) == "Undo: Write down a promise"
    assert undone(record, words).news == "Undone: Write down a promise"
    assert redo_tip(words, record.redo_step) == "Redo: Write down a promise"
    assert redo_tip(words, None) == "Nothing to redo"


def test_the_head_says_how_far_the_record_is(record: Workspace, words: Catalog) -> None:
    head = session_head(record, words)
    assert head.pill == "Draft" and "Government primary school" in head.facts


def test_saved_is_said_with_its_hour(record: Workspace, words: Catalog) -> None:
    screens = Screens(record, words, TestTools(), now)
    assert saved_said(screens, words, NOW) == "Saved 10:40"
    assert saved_said(None, words, NOW) == ""


def test_another_language_loses_nothing_that_is_typed(record: Workspace, words: Catalog) -> None:
    screens = Screens(record, words, TestTools(), now)
    screens.register.type(name="Half a na", age="", place="")
    screens.speak(Catalog("id"))
    assert screens.register.entry.name_text == "Half a na"
    assert screens.register.table().columns[1].title == "Nama"
