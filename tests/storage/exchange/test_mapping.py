"""Mappings: every column is named by the mapping and by nothing else, and a slip in one is said at once."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.incoming import Incoming, NotTaken
from hrplanner.storage.exchange.mapping_file import mapping_of, read_mapping
from hrplanner.storage.exchange.opening import open_source

SESSION = """
row = "session"
[fields]
number = {column = "no"}
title = {column = "what"}
kind = "ward_assembly"
"""
PERSON = """
row = "person"
[fields]
session = {column = "meeting"}
name = {column = "name"}
age = {column = "age"}
[[group]]
column = "sex"
"""


class Desk:
    """A folder with a source and a mapping in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.learned: Mapping[str, str] = {}

    def rows(self, mapping: str | None, content: str, *, name: str = "source.csv") -> list[Incoming | NotTaken]:
        source = self.folder / name
        source.write_text(content, encoding="utf-8")
        if mapping is not None:
            (self.folder / "map.toml").write_text(mapping, encoding="utf-8")
        file = open_source(source, None if mapping is None else self.folder / "map.toml", learned=self.learned)
        return list(file.rows)

    def records(self, mapping: str | None, content: str, *, name: str = "source.csv") -> list[dict[str, Any]]:
        rows = self.rows(mapping, content, name=name)
        assert [row for row in rows if isinstance(row, NotTaken)] == []
        return [dict(row.record) for row in rows if isinstance(row, Incoming)]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_session_row_in_the_words_of_the_contract(desk: Desk) -> None:
    mapping = """
row = "session"
[source]
calendar = "bs"
[fields]
number = {columns = ["ward", "no"], join = "/", prefix = "W"}
title = {column = "what"}
kind = {column = "kind", words = {"भेला" = "settlement_meeting"}}
date = {column = "day"}
heads = {column = "heads"}
slips = {columns = ["letters", "mails"], add = true}
turns = {column = "turns"}
held = {column = "held"}
not_stated.sex = {column = "silent"}
[[tally]]
group = "women"
count = {column = "women"}
[[tally]]
group = "dalit"
count = {column = "dalit"}
[[tally]]
group = "age_60_up"
percent = {column = "old"}
[[issue]]
each = "asked"
split = ";"
theme = "water"
[[decision]]
text = {column = "decided"}
"""
    content = (
        "ward,no,what,kind,day,heads,letters,mails,turns,held,silent,women,dalit,old,asked,decided\n"
        "५,14,Ward assembly,भेला,२०८३ बैशाख २९,84,3,4,12,yes,2,४५ जना,8-12,19%,tap; road ;,\n"
    )
    assert desk.records(mapping, content) == [
        {
            "format": "hrplan-session/1", "number": "W५/14", "title": "Ward assembly", "kind": "settlement_meeting",
            "date": "2026-05-12", "date_as_written": "२०८३ बैशाख २९", "heads": 84, "slips": 7, "held": True,
            "turns": [{"role": "raised", "count": 12}], "not_stated": {"sex": 2},
            "tallies": [
                {"group": "women", "count": 45}, {"group": "dalit", "low": 8, "high": 12},
                {"group": "age_60_up", "percent": "19"},
            ],
            "issues": [{"text": "tap", "theme": "water"}, {"text": "road", "theme": "water"}],
        }
    ]  # fmt: skip


def test_blank_cells_leave_their_fields_out(desk: Desk) -> None:
    mapping = SESSION + 'heads = {column = "heads"}\nturns = {column = "turns"}\n'
    mapping += '[[tally]]\ngroup = "women"\ncount = {column = "women"}\n'
    [blank, zero] = desk.records(mapping, "no,what,heads,turns,women\n1,a,,,\n2,a,0,0,0\n")
    assert blank.keys() == {"format", "number", "title", "kind"}
    assert zero["heads"] == 0
    assert zero["turns"] == [{"role": "raised", "count": 0}]
    assert zero["tallies"] == [{"group": "women", "count": 0}]


def test_people_and_their_groups(desk: Desk) -> None:
    mapping = PERSON + '[[group]]\ncolumn = "dalit"\nyes = "dalit"\n[[group]]\ncolumn = "groups"\nsplit = ";"\n'
    content = (
        "meeting,name,age,sex,dalit,groups\n"
        "W1,Sita,33,महिला,हो,landless; fisher\n"
        "W1,Ram,,M,no,\n"
        "W1,,,prefer not to say,,\n"
    )
    assert desk.records(mapping, content) == [
        {"name": "Sita", "age": 33, "groups": ["dalit", "fishers", "landless", "women"]},
        {"name": "Ram", "groups": ["men"], "not_in": ["dalit"]},
        {},
    ]


def test_groups_may_stand_among_the_fields_of_a_person(desk: Desk) -> None:
    mapping = """
row = "person"
[fields]
session = {column = "meeting"}
sex = {column = "sex"}
groups = {column = "groups", split = ";"}
"""
    assert desk.records(mapping, "meeting,sex,groups\nW1,महिला,दलित; landless\nW1,M,\n") == [
        {"groups": ["dalit", "landless", "women"]},
        {"groups": ["men"]},
    ]


def test_a_session_without_a_number_is_known_by_its_place_in_the_file(desk: Desk) -> None:
    mapping = 'row = "session"\n[fields]\ntitle = {column = "what"}\n'
    found = desk.records(mapping, "what\nWater\nRoads\n", name="talks.csv")
    assert [(one["number"], one["kind"]) for one in found] == [("talks-2", "other"), ("talks-3", "other")]


def test_a_bad_cell_refuses_its_row_and_no_other(desk: Desk) -> None:
    content = (
        "meeting,name,age,sex\nW1,Sita,33,F\nW1,Ram,old,M\nW1,Gita,20,zzz\n,Hari,20,M\nW1,a\u202eb,20,M\nW1,Maya,20,F\n"
    )
    rows = desk.rows(PERSON, content)
    assert [row for row in rows if isinstance(row, NotTaken)] == [
        NotTaken(3, "age", "not_a_number"),
        NotTaken(4, "sex", "unknown_word"),
        NotTaken(5, "meeting", "required"),
        NotTaken(6, "name", "bidi_control"),
    ]
    assert [row.line for row in rows if isinstance(row, Incoming)] == [2, 7]


def test_a_bad_cell_in_a_column_nobody_uses_does_not_matter(desk: Desk) -> None:
    assert len(desk.records(PERSON, "meeting,name,age,sex,planned\nW1,Sita,33,F,\x07\n")) == 1


@pytest.mark.parametrize(
    "name",
    ["<img src=x>", "<b>Ram</b>", "'; DROP TABLE", "=1+1", "%_*", "Null", "None", "NaN", "TRUE", "1/2", "0042", "../x",
     "👩‍👩‍👧", "क्‍ष र्‌य", "A" * 100_000],
)  # fmt: skip
def test_names_are_kept_as_they_are(desk: Desk, name: str) -> None:
    assert desk.records(PERSON, f'meeting,name,age,sex\nW1,"{name}",,\n') == [{"name": name}]


def test_words_of_the_mapping_and_of_the_book_are_known(desk: Desk) -> None:
    content = "meeting,name,age,sex\nW1,a,,stree\nW1,b,,F\n"
    assert desk.records(PERSON + '[words]\nstree = "women"\n', content)[0]["groups"] == ["women"]
    desk.learned = {"stree": "women"}
    assert desk.records(PERSON, content)[0]["groups"] == ["women"]
    file = open_source(desk.folder / "source.csv", desk.folder / "map.toml", learned={})
    assert file.words == {}


def test_only_what_no_table_knows_is_learned(desk: Desk) -> None:
    desk.rows(PERSON + '[words]\nstree = "women"\nfemale = "women"\n', "meeting,name,age,sex\nW1,a,,stree\n")
    assert open_source(desk.folder / "source.csv", desk.folder / "map.toml", learned={}).words == {"stree": "women"}


def test_no_column_name_is_known_to_the_program(desk: Desk) -> None:
    """Ten copies of one register, their columns renamed and shuffled, come in alike through ten mappings."""
    header = ["meeting", "name", "age", "sex", "date", "heads"]
    body = [["W1", "Sita", "33", "F", "x", "9"], ["W2", "Ram", "", "M", "y", "8"], ["W1", "Gita", "old", "F", "", ""]]
    plain = desk.rows(PERSON, "\n".join(",".join(row) for row in [header, *body]))
    random_order = random.Random(5)
    for copy in range(10):
        order = random_order.sample(range(len(header)), len(header))
        names = {
            name: f"{random_order.choice(['স্তম্ভ', '열', 'col', 'عمود'])} {copy}-{place}"
            for place, name in enumerate(header)
        }
        lines = [[names[header[place]] for place in order], *([row[place] for place in order] for row in body)]
        mapping = PERSON
        for name, new in names.items():
            mapping = mapping.replace(f'column = "{name}"', f'column = "{new}"')
        found = desk.rows(mapping, "\n".join(",".join(line) for line in lines))
        back = {new: name for name, new in names.items()}
        assert [
            NotTaken(row.line, back[row.column or ""], row.code) if isinstance(row, NotTaken) else row for row in found
        ] == plain


def test_a_missing_column_is_named_with_those_there_are(desk: Desk) -> None:
    with pytest.raises(Refused, match="missing_column") as refused:
        desk.rows(PERSON, "meeting,full name,age,sex\nW1,a,,\n")
    assert refused.value.params == {"column": "name", "have": ("meeting", "full name", "age", "sex")}


def test_columns_are_found_through_spaces_case_and_groups_of_a_form(desk: Desk) -> None:
    assert desk.records(PERSON, "about/meeting, Name ,register/AGE,sex\nW1,Sita,5,F\n") == [
        {"name": "Sita", "age": 5, "groups": ["women"]}
    ]


def test_several_parts_come_out_of_one_list(desk: Desk) -> None:
    mapping = """
[[part]]
row = "issue"
[part.fields]
session = "W1"
text = {column = "asked"}
response.answer = {column = "answer", words = {"yes" = "accepted", "no" = "not_accepted"}}
[[part]]
row = "commitment"
when = {column = "answer", is = ["yes"]}
[part.fields]
session = "W1"
text = {column = "asked"}
money = {column = "cost"}
"""
    rows = desk.rows(mapping, "asked,answer,cost\ntap,yes,2 lakh\nroad,no,\n")
    found = [(row.row, dict(row.record)) for row in rows if isinstance(row, Incoming)]
    assert found == [
        ("issue", {"text": "tap", "response": {"answer": "accepted"}}),
        ("issue", {"text": "road", "response": {"answer": "not_accepted"}}),
        ("commitment", {"text": "tap", "money": 200_000}),
    ]


def test_a_flat_table_repeats_the_session_in_every_row(desk: Desk) -> None:
    mapping = """
row = "person"
[fields]
number = {column = "no"}
title = {column = "what"}
kind = "ward_assembly"
name = {column = "name"}
"""
    [row] = desk.rows(mapping, "no,what,name\nW1,Assembly,Sita\n")
    assert isinstance(row, Incoming)
    assert (row.session, row.record) == ("W1", {"name": "Sita"})
    assert row.opens == {"format": "hrplan-session/1", "number": "W1", "title": "Assembly", "kind": "ward_assembly"}


def test_markup_is_stripped_where_the_mapping_says_so(desk: Desk) -> None:
    mapping = 'row = "issue"\n[fields]\nsession = "W1"\ntext = {column = "t", markup = "html"}\n'
    assert desk.records(mapping, "t\n<div>Fix <b>it</b></div>\n") == [{"text": "Fix it"}]


def test_rows_below_come_out_of_lists_of_objects(desk: Desk) -> None:
    mapping = (
        SESSION
        + '[[commitment]]\neach = "actions"\ntext = {column = "do"}\nowner = {column = "who", optional = true}\n'
    )
    content = (
        '[{"no": 1, "what": "x", "actions": [{"do": "pipe", "who": "Ward"}, {"do": "road"}]}, {"no": 2, "what": "y"}]'
    )
    [first, second] = desk.records(mapping, content, name="source.json")
    assert first["number"] == "1"
    assert first["commitments"] == [{"text": "pipe", "owner": "Ward"}, {"text": "road"}]
    assert "commitments" not in second


@pytest.mark.parametrize(
    ("mapping", "code"),
    [
        ('row = "meeting"', "mapping_row"),
        ('row = "person"', "mapping_no_fields"),
        ('row = "person"\n[fields]\nname = {column = "a"}', "mapping_field_missing"),
        ('row = "session"\n[fields]\nnumber = {column = "a"}', "mapping_field_missing"),
        ('row = "person"\n[fields]\nsession = "a"\n[session]\ntitle = "b"', "mapping_field_missing"),
        ('row = "issue"\n[fields]\nsession = "a"', "mapping_field_missing"),
        (SESSION + 'headz = {column = "a"}', "mapping_unknown_key"),
        (SESSION + 'heads = {colum = "a"}', "mapping_unknown_key"),
        (SESSION + 'heads = {column = "a", value = 3}', "mapping_value"),
        (SESSION + "[tallies]\n", "mapping_unknown_key"),
        (SESSION + '[[tally]]\ngroup = "women"\nnumber = 3\n', "mapping_unknown_key"),
        (SESSION + '[source]\nheader = "top"\n', "mapping_value"),
        (SESSION + '[source]\nkind = "doc"\n', "mapping_value"),
        (SESSION + '[source]\ncalendar = "maya"\n', "mapping_value"),
        (SESSION + '[words]\nx = "womin"\n', "unknown_group"),
        ("row = ", "mapping_broken"),
    ],
)
def test_a_slip_in_a_mapping_is_said_at_once(tmp_path: Path, mapping: str, code: str) -> None:
    (tmp_path / "map.toml").write_text(mapping, encoding="utf-8")
    with pytest.raises(Refused, match=code):
        read_mapping(tmp_path / "map.toml")


def test_a_mapping_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="mapping_missing"):
        read_mapping(tmp_path / "none.toml")


def test_the_example_of_the_contract_is_a_mapping() -> None:
    example = """
row = "session"
[source]
calendar = "gregorian"
[fields]
number = {column = "n"}
title = {column = "t"}
date = {column = "d", format = "%d/%m/%Y"}
kind = {value = "neighbourhood_meeting"}
heads = {column = "h"}
turns = {column = "i"}
[[tally]]
group = "women"
count = {column = "w"}
"""
    assert [part.row for part in mapping_of(tomllib.loads(example)).parts] == ["session"]


def test_without_a_mapping_our_own_names_are_understood(desk: Desk) -> None:
    assert desk.records(None, "number,title,kind,heads,colour\nW1,Assembly,ward_assembly,84,red\n") == [
        {"format": "hrplan-session/1", "number": "W1", "title": "Assembly", "kind": "ward_assembly", "heads": 84}
    ]
    with pytest.raises(Refused, match="mapping_needed") as refused:
        desk.rows(None, "a,b\n1,2\n")
    assert refused.value.params == {"have": ("a", "b")}


def test_consent_has_a_column_for_each_purpose(desk: Desk) -> None:
    mapping = """
row = "person"
[fields]
session = {column = "session"}
name = {column = "name"}
"consent.partners" = {column = "partners"}
"consent.photo" = {column = "photo", optional = true}
"""
    rows = desk.rows(mapping, "session,name,partners,photo\nW1,Sita,yes,no\nW1,Ram,,no\n")
    assert [row.record for row in rows if isinstance(row, Incoming)] == [
        {"name": "Sita", "consent": {"partners": True, "photo": False}},
        {"name": "Ram", "consent": {"photo": False}},
    ]
    with pytest.raises(Refused, match="mapping_unknown_key"):
        desk.rows(mapping.replace("consent.photo", "consent.votes"), "session,name,partners\n")


def test_a_register_of_a_form_is_recognised(desk: Desk) -> None:
    sessions = (
        "start_of_form;basic/number;basic/title;basic/kind;basic/date;counts/women;counts/men;_id;_uuid;_submission_time\n"
        "x;W1;Assembly;ward_assembly;2026-05-12;45;37;1;abc;2026-05-12T10:00:00\n"
    )
    people = (
        "session;person/name;person/sex;person/groups;person/groups/dalit;person/groups/landless;_uuid;_submission_time\n"
        "W1;Sita;female;dalit;1;0;p1;2026-05-12T10:00:00\n"
        "W1;Ram;male;;;;p2;2026-05-12T10:00:00\n"
    )
    [session] = desk.records(None, sessions)
    assert session["tallies"] == [{"group": "women", "count": 45}, {"group": "men", "count": 37}]
    rows = desk.rows(None, people)
    assert [(row.key, row.session, row.record) for row in rows if isinstance(row, Incoming)] == [
        ("p1", "W1", {"name": "Sita", "groups": ["dalit", "women"], "not_in": ["landless"]}),
        ("p2", "W1", {"name": "Ram", "groups": ["men"]}),
    ]
