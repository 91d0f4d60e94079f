"""Importing: the preview is the result, a second time changes nothing, and what people wrote is never taken away."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hrplanner.model.changes import plain
from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.groups import GroupCode
from hrplanner.model.incoming import NotTaken
from hrplanner.model.issues import Issue
from hrplanner.model.office import new_office
from hrplanner.model.people import Person
from hrplanner.model.record.sessions import record_of
from hrplanner.storage.book import Book
from hrplanner.storage.exchange.opening import open_source
from hrplanner.storage.opening import create_book
from hrplanner.usecases.importing import Report, import_file, import_rows
from hrplanner.usecases.privacy import switch_off, switch_on
from hrplanner.usecases.workspace import Workspace
from tests.storage.records import full_session, row_id

PEOPLE = """
row = "person"
[fields]
key = {column = "card"}
session = {column = "meeting"}
code = {column = "card"}
name = {column = "name"}
age = {column = "age"}
[session]
title = "Ward assembly"
kind = "ward_assembly"
[[group]]
column = "sex"
[words]
stree = "women"
"""
SESSIONS = """
row = "session"
[fields]
number = {column = "no"}
title = {column = "what"}
kind = "ward_assembly"
heads = {column = "heads"}
[[tally]]
group = "women"
count = {column = "women"}
[[issue]]
each = "asked"
split = ";"
"""


class Desk:
    """A book, and a folder where sources and mappings are laid down."""

    def __init__(self, book: Book, folder: Path) -> None:
        self.book = book
        self.folder = folder

    def take(
        self, content: object, mapping: str | None = None, *, name: str = "source.csv", rehearse: bool = False
    ) -> Report:
        source = self.folder / name
        source.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        path = None
        if mapping is not None:
            path = self.folder / "map.toml"
            path.write_text(mapping, encoding="utf-8")
        return import_file(self.book, open_source, source, mapping=path, rehearse=rehearse)

    def record(self, number: str) -> dict[str, Any]:
        return record_of(self.book.session(number))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    book = create_book(tmp_path / "book.hrplan", new_office(name="Ward 5", country="np"))
    yield Desk(book, tmp_path)
    book.close()


def counted(report: Report) -> tuple[int, int, int, int]:
    return report.new, report.changed, report.duplicate, len(report.refused)


REGISTER = "card,meeting,name,age,sex\nA1,W1,Sita,33,F\nA2,W1,Ram,old,M\nA3,W2,Gita,,stree\nA4,W1,Hari,51,M\n"


def test_the_preview_equals_the_result_and_changes_nothing(desk: Desk) -> None:
    head = desk.book.log_head()
    preview = desk.take(REGISTER, PEOPLE, rehearse=True)
    assert desk.book.log_head() == head
    assert desk.book.session_lines() == ()
    result = desk.take(REGISTER, PEOPLE)
    assert result == preview
    assert counted(result) == (3, 0, 0, 1)
    assert result.refused == (NotTaken(3, "age", "not_a_number"),)
    assert result.as_record() == {
        "new": 3,
        "changed": 0,
        "duplicate": 0,
        "refused": [{"line": 3, "column": "age", "code": "not_a_number"}],
        "sessions": ["W1", "W2"],
        "differences": [],
        "withheld": 0,
        "restricted": 0,
    }


def test_one_import_is_one_entry_of_the_log(desk: Desk) -> None:
    before = len(desk.book.last_entries())
    desk.take(REGISTER, PEOPLE)
    [entry, *_] = desk.book.last_entries()
    assert len(desk.book.last_entries()) == before + 1
    assert entry.step == "import"
    assert "source" not in (entry.about or "")


def test_the_same_source_again_changes_nothing(desk: Desk) -> None:
    desk.take(REGISTER, PEOPLE)
    head, record = desk.book.log_head(), desk.record("W1")
    assert counted(desk.take(REGISTER, PEOPLE)) == (0, 0, 3, 1)
    assert (desk.book.log_head(), desk.record("W1")) == (head, record)


def test_changed_rows_are_known_by_their_key_and_told_field_by_field(desk: Desk) -> None:
    desk.take(REGISTER, PEOPLE)
    report = desk.take("card,meeting,name,age,sex\nA4,W1,Hari,52,M\nA1,W1,Sita,,F\nA9,W1,Maya,20,F\n", PEOPLE)
    assert counted(report) == (1, 1, 1, 0)
    assert report.differences == (
        {"line": 2, "session": "W1", "row": "person", "before": {"age": 51}, "after": {"age": 52}},
    )
    ages = {person["name"]: person.get("age") for person in desk.record("W1")["people"]}
    assert ages == {"Sita": 33, "Hari": 52, "Maya": 20}  # a blank is not known, and overwrites nothing


def test_people_come_out_as_the_register_would_write_them(desk: Desk) -> None:
    desk.take(REGISTER, PEOPLE)
    first = desk.book.session("W1").people[0]
    expected = Person(id=first.id, code="A1", name="Sita", age=33, groups=frozenset({GroupCode("women")}))
    assert plain(replace(first, source=None)) == plain(expected)


def test_rows_without_a_key_are_known_by_source_and_line(desk: Desk) -> None:
    mapping = 'row = "issue"\n[fields]\nsession = "W1"\ntext = {column = "asked"}\n[session]\ntitle = "A"\nkind = "x"\n'
    assert counted(desk.take("asked\ntap\ntap\n", mapping)) == (2, 0, 0, 0)
    assert counted(desk.take("asked\ntap\ntap\n", mapping)) == (0, 0, 2, 0)
    assert [issue["id"] for issue in desk.record("W1")["issues"]] == ["i1", "i2"]


def test_two_rows_of_one_key_are_refused_unless_they_say_the_same(desk: Desk) -> None:
    report = desk.take("card,meeting,name,age,sex\nA1,W1,Sita,33,F\nA1,W1,Sita,33,F\nA1,W1,Gita,20,F\n", PEOPLE)
    assert counted(report) == (1, 0, 1, 1)
    assert report.refused == (NotTaken(4, "key", "key_twice"),)


def test_keys_count_within_a_session(desk: Desk) -> None:
    assert counted(desk.take("card,meeting,name,age,sex\n1,W1,Sita,33,F\n1,W2,Ram,30,M\n", PEOPLE)) == (2, 0, 0, 0)


def test_a_session_that_nobody_opens_refuses_its_rows(desk: Desk) -> None:
    report = desk.take(
        REGISTER, PEOPLE.replace("[session]", "[unused]").split("[unused]")[0] + '[[group]]\ncolumn = "sex"\n'
    )
    assert report.taken == 0
    assert {row.code for row in report.refused} == {"not_a_number", "unknown_word", "unknown_session"}


def test_words_of_a_mapping_are_remembered_in_the_book(desk: Desk) -> None:
    desk.take(REGISTER, PEOPLE)
    assert [(known.word, known.group) for known in desk.book.office().learned_words] == [("stree", "women")]
    report = desk.take("card,meeting,name,age,sex\nB1,W1,Mina,3,STREE\n", PEOPLE.split("[words]", maxsplit=1)[0])
    assert counted(report) == (1, 0, 0, 0)


def test_a_session_row_adds_and_never_takes_away(desk: Desk) -> None:
    desk.take("no,what,heads,women,asked\nW1,Assembly,84,45,tap;road\n", SESSIONS)
    space = Workspace(desk.book)
    space.open_session("W1")
    own = Issue(id=row_id(), code="i9", text="light", theme="safety")
    space.run("raise_issue", lambda session: session.with_issue(own))
    report = desk.take("no,what,heads,women,asked\nW1,Assembly,,46,tap;school\n", SESSIONS)
    assert counted(report) == (0, 1, 0, 0)
    record = desk.record("W1")
    assert record["heads"] == 84
    assert record["tallies"] == [{"group": "women", "count": 46}]
    assert [issue["text"] for issue in record["issues"]] == ["tap", "road", "light", "school"]
    assert len({issue["id"] for issue in record["issues"]}) == 4


def test_an_exact_number_takes_the_place_of_an_estimate(desk: Desk) -> None:
    desk.take("no,what,heads,women,asked\nW1,Assembly,80여명,,\n", SESSIONS)
    assert (desk.record("W1")["heads_low"], desk.record("W1")["heads_high"]) == (72, 90)
    desk.take("no,what,heads,women,asked\nW1,Assembly,84,,\n", SESSIONS)
    assert desk.record("W1")["heads"] == 84
    assert "heads_low" not in desk.record("W1")


def test_a_renamed_session_is_known_by_its_key(desk: Desk) -> None:
    mapping = SESSIONS.replace("[fields]", '[fields]\nkey = {column = "id"}')
    desk.take("id,no,what,heads,women,asked\n7,W1,Assembly,84,,\n", mapping)
    report = desk.take("id,no,what,heads,women,asked\n7,W-1,Assembly,84,,\n", mapping)
    assert counted(report) == (0, 1, 0, 0)
    assert [line.number for line in desk.book.session_lines()] == ["W-1"]


def test_our_own_records_come_back_equal(desk: Desk) -> None:
    record = record_of(full_session())
    for wrapped in (record, [record], {"sessions": [record]}):
        desk.take(wrapped, name="export.json")
    assert desk.record(record["number"]) == record
    assert counted(desk.take(record, name="export.json")) == (0, 0, 1, 0)


def test_a_record_that_is_not_right_names_the_field(desk: Desk) -> None:
    good = {"format": "hrplan-session/1", "number": "W1", "title": "A", "kind": "ward_assembly"}
    bad: list[dict[str, Any]] = [
        {**good, "number": "W2", "heads": "many"},
        {**good, "number": "W3", "tallies": [{"group": "womin", "count": 3}]},
        {**good, "number": "W4", "venue": "a\u202eb"},
        {**good, "number": "W5", "format": "hrplan-session/9"},
    ]
    report = desk.take([good, *bad], name="export.json")
    assert counted(report) == (1, 0, 0, 4)
    assert [(row.line, row.column) for row in report.refused][:3] == [
        (2, "heads"),
        (3, "tallies[0].group"),
        (4, "venue"),
    ]
    assert [row.code for row in report.refused] == [
        "field_not_a_number", "unknown_group", "bidi_control", "unknown_format",
    ]  # fmt: skip


def test_text_is_composed_on_the_way_in(desk: Desk) -> None:
    record = {"format": "hrplan-session/1", "number": "W1", "title": "Reunio\u0301", "kind": "x"}
    desk.take(record, name="export.json")
    assert desk.record("W1")["title"] == "Reunió"


def test_a_problem_in_the_middle_leaves_the_book_as_it_was(desk: Desk) -> None:
    head = desk.book.log_head()
    broken = "card,meeting,name,age,sex\nA1,W1,Sita,33,F\n" + '"x,1\n"y"z,2\n' * 300
    with pytest.raises(FileProblem, match="quotes_unbalanced"):
        desk.take(broken, PEOPLE)
    assert desk.book.log_head() == head
    assert desk.book.session_lines() == ()


def test_a_mapping_for_other_columns_is_refused_whole(desk: Desk) -> None:
    with pytest.raises(Refused, match="missing_column"):
        desk.take("a,b\n1,2\n", PEOPLE)


def test_from_the_window_an_import_is_a_step_that_can_be_undone(desk: Desk) -> None:
    (desk.folder / "map.toml").write_text(PEOPLE, encoding="utf-8")
    (desk.folder / "source.csv").write_text(REGISTER, encoding="utf-8")
    space = Workspace(desk.book)
    file = open_source(desk.folder / "source.csv", desk.folder / "map.toml", learned={})
    assert counted(import_rows(space, file)) == (3, 0, 0, 1)
    space.undo()
    assert desk.book.session_lines() == ()
    assert desk.book.office().learned_words == ()


def test_many_rows_stream_through(desk: Desk) -> None:
    lines = "".join(f"{number},W{number % 7},Person {number},30,F\n" for number in range(5_000))
    report = desk.take("card,meeting,name,age,sex\n" + lines, PEOPLE)
    assert counted(report) == (5_000, 0, 0, 0)
    assert sum(line.listed for line in desk.book.session_lines()) == 5_000


RESTRICTED = (
    PEOPLE
    + """
[[group]]
column = "caste"
"""
)


def test_fields_that_are_off_are_left_out_of_named_lines_and_counted(desk: Desk) -> None:
    register = "card,meeting,name,age,sex,caste\nA1,W1,Sita,33,F,dalit\nA2,W1,,51,M,dalit\n"
    preview = desk.take(register, RESTRICTED, rehearse=True)
    assert preview.withheld == 1, "who is known by a code only may be counted"
    assert desk.take(register, RESTRICTED) == preview
    groups = {person["code"]: person["groups"] for person in desk.record("W1")["people"]}
    assert groups == {"A1": ["women"], "A2": ["dalit", "men"]}
    assert b"Sita" in desk.book.path.read_bytes()


def test_what_was_recorded_while_a_field_was_on_stays_when_a_file_comes_again(desk: Desk) -> None:
    space = Workspace(desk.book)
    space.run_office("switch_field", lambda office: switch_on(office, "caste", because="act of 2017"))
    register = "card,meeting,name,age,sex,caste\nA1,W1,Sita,33,F,dalit\n"
    assert desk.take(register, RESTRICTED).withheld == 0
    space.run_office("switch_field", lambda office: switch_off(office, "caste"))
    again = desk.take(register.replace("33", "34"), RESTRICTED)
    assert (again.changed, again.withheld) == (1, 0)
    assert desk.record("W1")["people"][0]["groups"] == ["dalit", "women"]


def test_a_record_is_taken_whole_and_tells_what_it_brought(desk: Desk) -> None:
    people = [{"code": "A1", "name": "Sita", "groups": ["women", "dalit"]}, {"code": "A2", "groups": ["dalit"]}]
    record = {"format": "hrplan-session/1", "number": "W1", "title": "t", "kind": "ward_assembly", "people": people}
    report = desk.take(record, name="source.json")
    assert (report.restricted, report.withheld) == (1, 0)
    assert desk.record("W1")["people"][0]["groups"] == ["dalit", "women"], "its counts hang on it"
