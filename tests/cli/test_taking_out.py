"""A book leaves as files that anybody can read, and comes back as it was."""

import csv
import json
import os
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from hrplanner.entry.cli import main
from hrplanner.entry.wiring import Wiring
from hrplanner.model.changes import RowKind, changes_between
from hrplanner.model.lines import NewEntry
from hrplanner.model.office import new_office
from hrplanner.model.session import Session
from hrplanner.storage.book import Book
from hrplanner.storage.opening import create_book, open_book
from hrplanner.usecases.taking_back_in import take_in_book
from hrplanner.usecases.taking_out import BOOK_FILE, CALENDAR, DESCRIPTION, take_out
from hrplanner.usecases.workspace import Workspace
from tests.storage.records import bare_session, full_session, issues, people, tallies

BOOKS = int(os.environ.get("HRPLANNER_TAKEN_OUT_BOOKS", "25"))


def filled(path: Path, *sessions: Session) -> Book:
    book = create_book(path, new_office(name="Ward 5", country="np"))
    for session in sessions:
        book.write(NewEntry(step="add_session", session=session.id), changes_between(None, session))
    return book


def everything(book: Book) -> dict[RowKind, Any]:
    """All rows but for the id of the office, which is that of each book."""
    rows = {kind: book.all_rows(kind) for kind in RowKind}
    return rows | {RowKind.OFFICE: [values for _, _, values in rows[RowKind.OFFICE]]}


def come_back(out: Path, path: Path) -> Book:
    book = create_book(path, new_office(name="Empty"))
    value = Wiring().read_whole_book(out / BOOK_FILE)
    assert value is not None
    take_in_book(Workspace(book), value)
    return book


def test_a_full_book_comes_back_equal(tmp_path: Path) -> None:
    book = filled(tmp_path / "one.hrplan", full_session(), bare_session())
    counted = take_out(book, Wiring(), tmp_path / "out", title=str)
    again = come_back(tmp_path / "out", tmp_path / "again.hrplan")
    assert everything(again) == everything(book)
    assert again.session("W5-2026-014") == book.session("W5-2026-014")
    assert counted["person"] == sum(line.listed for line in book.session_lines()) == 3


@settings(max_examples=BOOKS, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people=st.lists(people, max_size=6), tallies=st.lists(tallies, max_size=3), issues=st.lists(issues, max_size=3))
def test_any_book_comes_back_equal(
    tmp_path_factory: pytest.TempPathFactory, people: list[Any], tallies: list[Any], issues: list[Any]
) -> None:
    folder = tmp_path_factory.mktemp("round")
    session = bare_session()
    for part, rows in (("person", people), ("tally", tallies), ("issue", issues)):
        for row in rows:
            session = getattr(session, f"with_{part}")(row)
    book = filled(folder / "one.hrplan", session)
    take_out(book, Wiring(), folder / "out", title=str)
    again = come_back(folder / "out", folder / "again.hrplan")
    assert everything(again) == everything(book)


def test_tables_say_what_the_record_says_and_run_no_formula(tmp_path: Path) -> None:
    session = bare_session().with_person(full_session().people[0])
    danger = '=HYPERLINK("x")'
    session = session.with_person(type(session.people[0])(id=session.people[0].id, name=danger))
    book = filled(tmp_path / "one.hrplan", session)
    take_out(book, Wiring(), tmp_path / "out", title=str)
    with (tmp_path / "out" / "person.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["name"], row["age"], row["groups"]) == (f"'{danger}", "", "[]")
    described = json.loads((tmp_path / "out" / DESCRIPTION).read_text())
    (table,) = (one for one in described["tables"] if one["url"] == "person.csv")
    assert [column["name"] for column in table["tableSchema"]["columns"]] == list(row)


def test_the_calendar_has_meetings_and_due_promises_and_no_name(tmp_path: Path) -> None:
    book = filled(tmp_path / "one.hrplan", full_session())
    take_out(book, Wiring(), tmp_path / "out", title=str)
    written = (tmp_path / "out" / CALENDAR).read_bytes()
    calendar = Calendar.from_ical(written)
    (meeting,) = calendar.walk("VEVENT")
    (due,) = calendar.walk("VTODO")
    assert str(meeting["summary"]) == "W5-2026-014 Ward assembly"
    assert due["due"].to_ical() == b"20260801"
    assert not any(name in written.decode() for name in ("Sita", "Ram"))


def test_the_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    filled(tmp_path / "one.hrplan", full_session()).close()
    assert main(["export", str(tmp_path / "one.hrplan"), "--out", str(tmp_path / "out")]) == 0
    assert main(["new", str(tmp_path / "two.hrplan"), "--name", "Empty"]) == 0
    source = str(tmp_path / "out" / BOOK_FILE)
    assert main(["import", str(tmp_path / "two.hrplan"), source, "--dry-run"]) == 0
    with closing(open_book(tmp_path / "two.hrplan", access="read")) as book:
        assert book.session_lines() == ()
    assert main(["import", str(tmp_path / "two.hrplan"), source]) == 0
    with closing(open_book(tmp_path / "two.hrplan", access="read")) as book:
        assert book.office().name == "Ward 5"
    assert main(["import", str(tmp_path / "two.hrplan"), source]) == 3
    assert "no session" in capsys.readouterr().err


@pytest.mark.parametrize("harm", ['"rows"', '"heads"', '"number"', '"title": "Ward assembly"'])
def test_an_altered_file_is_refused_and_leaves_the_book_as_it_was(tmp_path: Path, harm: str) -> None:
    book = filled(tmp_path / "one.hrplan", full_session())
    take_out(book, Wiring(), tmp_path / "out", title=str)
    source = tmp_path / "out" / BOOK_FILE
    source.write_text(source.read_text().replace(harm, '"x"' if ":" not in harm else '"title": null'))
    assert main(["new", str(tmp_path / "two.hrplan")]) == 0
    before = (tmp_path / "two.hrplan").read_bytes()
    assert main(["import", str(tmp_path / "two.hrplan"), str(source)]) == 3
    assert (tmp_path / "two.hrplan").read_bytes() == before
