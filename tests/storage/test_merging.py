"""Several laptops write into copies of one book; whoever merges into whom, in whatever order, they agree."""

import os
import random
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from hrplanner.model.changes import RowKind
from hrplanner.model.conflicts import SAME_PERSON
from hrplanner.model.errors import Refused
from hrplanner.model.lines import NewEntry
from hrplanner.storage.examination import examine
from hrplanner.storage.opening import open_book
from hrplanner.usecases.merging import merge_books
from hrplanner.usecases.privacy import erase_people
from hrplanner.usecases.questions import open_questions, settle_question
from hrplanner.usecases.recording import (
    count_one,
    new_session,
    promise,
    raise_issue,
    register_person,
    remove_row,
    set_total,
)
from tests.storage.laptops import OTHERS, WOMEN, Laptop, Stick, act, exchange, state_of

STEPS = int(os.environ.get("HRPLANNER_MERGE_STEPS", "2000"))
STEPS_OF_A_RUN = 100


@pytest.mark.parametrize("seed", range(max(1, STEPS // STEPS_OF_A_RUN)))
def test_copies_agree_whatever_the_order_and_the_clocks(
    laptops: Callable[..., list[Laptop]], tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    copies = laptops()
    stick = Stick(tmp_path)
    for _ in range(STEPS_OF_A_RUN):
        laptop, drawn = chance.choice(copies), chance.random()
        if drawn < 0.05:
            stick.take(laptop)
        elif drawn < 0.1:
            stick.hand_to(laptop, chance)
        elif drawn < 0.15:
            laptop.merge(chance.choice([one for one in copies if one is not laptop]))
        else:
            with suppress(Refused):  # an undo of what was changed elsewhere meanwhile
                act(laptop, chance)
    exchange(copies, chance)
    first, *others = [state_of(one.book) for one in copies]
    assert all(other == first for other in others)
    for one in copies:
        assert not stick.hand_all_to(one), "what is older than everything here brought something"
    assert [state_of(one.book) for one in copies] == [first, *others]
    for one in copies:
        examined = examine(one.book.path)
        assert examined.state == "sound", examined.faults
        for line in one.book.session_lines():
            session = one.book.session(line.number)
            for rows in (session.issues, session.decisions, session.commitments):
                assert len({row.code for row in rows}) == len(rows)
            assert len({version.version for version in one.book.minutes(line.id)}) == len(one.book.minutes(line.id))
        one.book.close()


def test_two_doors_count_together(laptops: Callable[..., list[Laptop]]) -> None:
    one, other = laptops(skews=(0, -90_000_000))
    for laptop, strokes in ((one, 5), (other, 7)):
        for _ in range(strokes):
            laptop.run("S1", lambda session: count_one(session, WOMEN), "count_one")
    one.merge(other)
    other.merge(one)
    for laptop in (one, other):
        assert [tally.count for tally in laptop.session("S1").tallies] == [1 + 5 + 7]


def test_a_person_is_asked_about_two_values_and_the_choice_holds_everywhere(
    laptops: Callable[..., list[Laptop]],
) -> None:
    one, other = laptops(skews=(0, 5000))
    one.run("S1", lambda session: set_total(session, "heads", 40))
    other.run("S1", lambda session: set_total(session, "heads", 44))
    one.merge(other)
    other.merge(one)
    asked, again = open_questions(one.book), open_questions(other.book)
    assert [(question.field, sorted(option.value for option in question.options)) for question in asked] == [
        ("heads", [40, 44])
    ]
    assert [question.id for question in again] == [question.id for question in asked]
    assert asked[0].before is None
    lower = next(option for option in asked[0].options if option.value == 40)
    settle_question(one.desk, asked[0], lower)
    other.merge(one)
    for laptop in (one, other):
        assert laptop.session("S1").heads == 40
        assert open_questions(laptop.book) == ()


def test_whom_one_removed_and_another_edited_stays_until_a_person_says_no(laptops: Callable[..., list[Laptop]]) -> None:
    one, other = laptops(skews=(0, 5000))
    who = one.session("S1").people[0]
    other.session("S1")
    other.desk.run("remove_person", lambda session: remove_row(session, who.id))
    one.run("S1", lambda session: session.with_person(replace(who, place="Ward 3")))
    one.merge(other)
    (question,) = open_questions(one.book)
    assert question.field is None
    assert [person.place for person in one.session("S1").people] == ["Ward 3"]
    settle_question(one.desk, question, next(option for option in question.options if option.value is None))
    other.merge(one)
    assert other.session("S1").people == ()
    assert open_questions(one.book) == open_questions(other.book) == ()


def test_numbers_given_twice_are_told_apart_and_mentions_follow(laptops: Callable[..., list[Laptop]]) -> None:
    one, other = laptops(skews=(0, 5000))
    for laptop, text in ((one, "Light"), (other, "Drain")):
        laptop.run("S1", partial(raise_issue, text=text))
        laptop.run("S1", partial(promise, text=f"{text} will come", answers=["i2"]))
        laptop.desk.add_session(new_session(number="S2", title=text, kind="meeting"))
    _, outcome = one.book.merge(other.book, NewEntry(step="merge"))
    one.desk.refresh()
    other.merge(one)
    assert {(new.kind, new.old, new.new) for new in outcome.renumbered} == {
        (RowKind.SESSION, "S2", "S2-2"),
        (RowKind.ISSUE, "i2", "i3"),
        (RowKind.COMMITMENT, "c1", "c2"),
    }
    for laptop in (one, other):
        session = laptop.session("S1")
        text_of = {issue.code: issue.text for issue in session.issues}
        assert text_of == {"i1": "Water", "i2": "Light", "i3": "Drain"}
        assert {text_of[promise.answers[0]]: promise.text for promise in session.commitments} == {
            "Light": "Light will come",
            "Drain": "Drain will come",
        }
        assert {line.number: line.title for line in laptop.book.session_lines()} == {
            "S1": "Plan",
            "S2": "Light",
            "S2-2": "Drain",
        }


def test_a_preview_equals_the_result_and_merging_twice_changes_nothing(laptops: Callable[..., list[Laptop]]) -> None:
    one, other = laptops(skews=(0, 5000))
    for at in range(12):
        other.run("S1", partial(register_person, name=f"N{at}"))
    before = state_of(one.book)
    _, preview = one.book.merge(other.book, NewEntry(step="merge"), rehearse=True)
    assert state_of(one.book) == before
    key, outcome = one.book.merge(other.book, NewEntry(step="merge"))
    assert outcome == preview
    assert outcome.came == {RowKind.PERSON: 12}
    after, head = state_of(one.book), one.book.log_head()
    nothing, again = one.book.merge(other.book, NewEntry(step="merge"))
    assert (key is not None, nothing, again.entries) == (True, None, ())
    assert (state_of(one.book), one.book.log_head()) == (after, head)


def test_a_merge_is_taken_back_and_can_be_made_again(laptops: Callable[..., list[Laptop]]) -> None:
    one, other = laptops(skews=(0, 5000))
    one.run("S1", lambda session: raise_issue(session, text="Light"))
    other.run("S1", lambda session: raise_issue(session, text="Drain"))
    who = other.session("S1").people[0]
    other.run("S1", lambda session: remove_row(session, who.id))
    before = state_of(one.book)
    merge_books(one.desk, other.book)
    after = state_of(one.book)
    assert after != before
    one.desk.undo()
    assert state_of(one.book) == before
    assert examine(one.book.path).state == "sound"
    assert one.desk.redo_step is None
    merge_books(one.desk, other.book)
    assert state_of(one.book) == after
    assert examine(one.book.path).state == "sound"


def test_files_that_went_on_as_one_copy_are_told_apart(laptops: Callable[..., list[Laptop]], tmp_path: Path) -> None:
    one, other = laptops(skews=(0, 5000))
    one.run("S1", lambda session: register_person(session, name="Before"))
    aside = tmp_path / "aside.hrplan"
    shutil.copyfile(one.book.path, aside)
    one.run("S1", lambda session: register_person(session, name="Here"))
    one.run("S1", lambda session: register_person(session, name="Here too"))
    one.book.close()
    kept = tmp_path / "kept.hrplan"
    one.book.path.rename(kept)
    aside.rename(one.book.path)
    again = Laptop(one.book.path)
    again.run("S1", lambda session: register_person(session, name="There"))
    moved = Laptop(kept)
    _, outcome = again.book.merge(moved.book, NewEntry(step="merge"))
    again.desk.refresh()
    assert outcome.forked
    exchange([again, moved, other], random.Random(1))
    states = [state_of(laptop.book) for laptop in (again, moved, other)]
    assert states[0] == states[1] == states[2]
    names = sorted(person.name or "" for person in other.session("S1").people)
    assert names == ["Before", "Here", "Here too", "Sita", "There"]
    for laptop in (again, moved, other):
        assert examine(laptop.book.path).state == "sound"


def test_a_book_that_is_no_copy_is_not_merged(laptops: Callable[..., list[Laptop]]) -> None:
    (one,), (stranger,) = laptops(skews=(0,)), laptops(skews=(0,), folder="two")
    before = state_of(one.book)
    with pytest.raises(Refused, match="not_a_copy"):
        one.book.merge(stranger.book, NewEntry(step="merge"))
    assert state_of(one.book) == before


def test_much_that_would_change_is_shown_first(laptops: Callable[..., list[Laptop]]) -> None:
    one, other = laptops(skews=(0, 5000))
    for at in range(20):
        one.run("S1", partial(register_person, name=f"N{at}"))
    other.merge(one)
    for person in other.session("S1").people[:15]:
        other.run("S1", partial(remove_row, row=person.id))
    with pytest.raises(Refused, match="merge_changes_much"):
        merge_books(one.desk, other.book)
    assert len(one.session("S1").people) == 21
    merge_books(one.desk, other.book, agreed=True)
    assert len(one.session("S1").people) == 6


def test_the_same_person_at_both_doors_is_suggested_and_joined_by_a_person_only(
    laptops: Callable[..., list[Laptop]],
) -> None:
    one, other = laptops(skews=(0, 5000))
    one.run("S1", lambda session: register_person(session, name="Ram Bahadur Thapa", groups=[OTHERS[0]]))
    other.run("S1", lambda session: register_person(session, name="Ram Bdr. Thapa", age=40))
    other.run("S1", lambda session: register_person(session, name="Gita Rai"))
    merge_books(one.desk, other.book)
    assert len(one.session("S1").people) == 4
    (question,) = open_questions(one.book)
    assert question.field == SAME_PERSON
    settle_question(one.desk, question, next(option for option in question.options if option.value == "same"))
    joined = next(person for person in one.session("S1").people if "Ram" in (person.name or ""))
    assert (joined.age, joined.groups) == (40, frozenset({OTHERS[0]}))
    assert len(one.session("S1").people) == 3
    other.merge(one)
    assert len(other.session("S1").people) == 3
    assert open_questions(other.book) == ()


@pytest.mark.parametrize("who_merges_first", [0, 1])
def test_an_erased_person_is_erased_on_every_copy(laptops: Callable[..., list[Laptop]], who_merges_first: int) -> None:
    one, other = laptops(skews=(0, 5000))
    (sita,) = one.session("S1").people
    other.run("S1", lambda session: session.with_person(replace(sita, name="Sita Marker", place="Marker lane")))
    one.merge(other)
    one.run("S1", lambda session: register_person(session, name="Gita"))
    erase_people(one.book, [found for found in one.book.named_people(None) if found.id == sita.id])
    other.run("S1", lambda session: session.with_person(replace(session.people[0], name="Sita Marker Rai")))
    for laptop, from_whom in ((one, other), (other, one)) if who_merges_first == 0 else ((other, one), (one, other)):
        laptop.merge(from_whom)
    for laptop in (one, other):
        assert sorted(person.name or "-" for person in laptop.session("S1").people) == ["-", "Gita"]
        assert open_questions(laptop.book) == ()
        laptop.book.close()
        assert b"Marker" not in laptop.book.path.read_bytes()
        assert examine(laptop.book.path).state == "sound"
    assert state_of(open_book(one.book.path)) == state_of(open_book(other.book.path))
