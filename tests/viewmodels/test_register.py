"""Registering people by name: one typed at a time, each saved before the next."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrplanner.model.people import Role
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.group_keys import NONE_OF_THESE, NOT_STATED, OFFICIAL
from hrplanner.viewmodels.register import Entry, Register
from hrplanner.words.catalog import Catalog
from tests.viewmodels.town import now


@pytest.fixture
def register(meeting: Workspace, words: Catalog) -> Register:
    return Register(meeting, words, now)


def add(register: Register, name: str, *, age: str = "", place: str = "", keys: tuple[int, ...] = ()) -> str:
    register.type(name=name, age=age, place=place)
    for key in keys:
        register.switch(key)
    return register.add().why


def test_a_person_is_in_the_book_when_the_news_is_said(register: Register, meeting: Workspace) -> None:
    register.type(name="Rahima Begum", age="৩৪", place="East lane")
    register.switch(1)
    register.switch(4)
    assert register.add().news == "Rahima Begum added."
    (person,) = meeting.book.session(meeting.opened().number).people
    assert (person.name, person.age, person.place, person.at) == ("Rahima Begum", 34, "East lane", "10:40")
    assert person.groups == {"women", "persons_with_disabilities"}


def test_the_place_stays_for_the_next_one_and_all_else_goes(register: Register) -> None:
    add(register, "Rahima Begum", age="34", place="East lane", keys=(1,))
    assert register.entry.place_text == "East lane"
    assert (register.entry.name_text, register.entry.age_text, register.entry.on) == ("", "", frozenset())


@pytest.mark.parametrize(("age", "field"), [("340", "age"), ("many", "age")])
def test_what_is_refused_is_named_and_nothing_typed_is_lost(register: Register, age: str, field: str) -> None:
    register.type(name="Maya", age=age, place="Char")
    register.switch(1)
    told = register.add()
    assert told.field == field and told.why and not told.done
    assert (register.entry.name_text, register.entry.age_text) == ("Maya", age)
    assert register.entry.on == {1}
    assert register.listed == 0


def test_an_empty_entry_is_refused(register: Register) -> None:
    assert add(register, "  ")


def test_sexes_exclude_each_other(register: Register) -> None:
    register.switch(1)
    register.switch(2)
    assert register.entry.on == {2}
    register.switch(NOT_STATED)
    assert register.entry.on == {NOT_STATED}


def test_none_of_these_says_no_to_each_group_it_speaks_of(register: Register, meeting: Workspace) -> None:
    register.switch(4)
    add(register, "Abdul Karim", keys=(NONE_OF_THESE,))
    (person,) = meeting.opened().people
    assert "persons_with_disabilities" in person.not_in and "landless" in person.not_in
    assert not person.groups


def test_no_key_pressed_is_silence_and_not_a_no(register: Register, meeting: Workspace) -> None:
    add(register, "Abdul Karim")
    (person,) = meeting.opened().people
    assert not person.groups and not person.not_in


def test_somebody_in_office_is_counted_apart(register: Register, meeting: Workspace) -> None:
    add(register, "The engineer", keys=(OFFICIAL,))
    assert meeting.opened().people[0].role is Role.OFFICIAL


def test_known_names_are_offered_and_a_new_person_last(register: Register) -> None:
    add(register, "Sufia Khatun", place="Char")
    offered = register.suggestions("Suf")
    assert [one.text for one in offered] == ["Sufia Khatun", "Add a new person: Suf"]
    assert offered[0].note == "on the list already"
    register.choose(offered[0].key)
    assert (register.entry.name_text, register.entry.place_text) == ("Sufia Khatun", "Char")
    assert register.suggestions("S") == ()


def test_the_list_says_what_is_not_known(register: Register) -> None:
    add(register, "Bimal")
    table = register.table()
    cells = {column.code: cell.text for column, cell in zip(table.columns, table.rows[0].cells, strict=True)}
    assert (cells["age"], cells["groups"], cells["signed"]) == ("Not stated", "Sex not stated", "not yet")


def test_rows_are_corrected_signed_and_binned_one_step_each(register: Register, meeting: Workspace) -> None:
    add(register, "Bimal", keys=(1,))
    key = meeting.opened().people[0].id
    assert register.edit(key, "age", "58").done
    assert register.edit(key, "age", "one").why
    assert register.switch_in_row(key, 2).done
    assert register.switch_signed(key).news == "Signature noted."
    person = meeting.opened().people[0]
    assert (person.age, set(person.groups), person.signed) == (58, {"men"}, True)
    assert register.remove(key).news == "Bimal removed."
    assert not meeting.opened().people
    meeting.undo()
    assert meeting.opened().people == (person,)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(keys=st.lists(st.integers(min_value=0, max_value=9), max_size=12))
def test_no_order_of_keys_contradicts_itself(register: Register, keys: list[int]) -> None:
    register.entry = Entry()
    for key in keys:
        register.switch(key)
    assert len(register.entry.on & {0, 1, 2, 3}) <= 1
    assert NONE_OF_THESE not in register.entry.on or not register.entry.on & {4, 5, 6, 7}


def test_the_place_that_is_kept_is_said_until_another_is_typed(meeting: Workspace, words: Catalog) -> None:
    register = Register(meeting, words, now)
    assert register.kept_place == ""
    register.type(name="Maya", age="", place="Tole 2")
    register.add()
    assert register.kept_place == "Tole 2"
    register.type(name="Gita", age="", place="Tole 3")
    assert register.kept_place == ""


def test_rows_follow_people_words_and_the_bin(meeting: Workspace, words: Catalog) -> None:
    register = Register(meeting, words, now)
    for name in ("Maya", "Gita"):
        register.type(name=name, age="", place="")
        register.add()
    before = register.table().rows
    register.switch_signed(before[1].key)
    after = register.table().rows
    assert after[0] is before[0]
    assert [cell.text for cell in after[1].cells][5] == "signed"
    register.remove(before[1].key)
    assert [row.cells[0].text for row in register.table().rows] == ["1"]
    register.words = Catalog("id")
    assert register.table().rows[0].cells[2].text != before[0].cells[2].text
