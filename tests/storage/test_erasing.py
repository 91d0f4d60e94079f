"""Erased people are gone from every byte of the book, no total changes, and the log still holds."""

from functools import partial
from pathlib import Path

import pytest

from hrplanner.model.changes import Change, RowKind, plain
from hrplanner.model.errors import Refused
from hrplanner.model.groups import GroupCode
from hrplanner.model.lines import NewEntry
from hrplanner.storage.examination import examine
from hrplanner.storage.opening import open_book
from hrplanner.usecases.checking import check_book
from hrplanner.usecases.freezing import next_version
from hrplanner.usecases.privacy import erase_people, find_people, keep_names, let_names_go, names_due, told_lines
from hrplanner.usecases.recording import register_person
from hrplanner.usecases.workspace import Workspace
from tests.viewmodels.town import NOW, NUMBER, with_meeting

MARKER = "Zubeida Marker"


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    made = with_meeting(tmp_path, people=4)
    women = [GroupCode("women"), GroupCode("persons_with_disabilities")]
    made.run("register_person", partial(register_person, name=MARKER, place="Marker lane", age=41, groups=women))
    return made


def test_an_erased_person_is_nowhere_in_the_file(space: Workspace) -> None:
    path = space.book.path
    before = check_book(space.book, None)
    erased = erase_people(space.book, find_people(space.book, name=MARKER.upper()))
    assert (erased.people, erased.entries, erased.versions) == (1, 1, 0)
    assert check_book(space.book, None) == before
    space.book.close()
    raw = path.read_bytes()
    for gone in (MARKER, "Marker lane"):
        assert gone.encode() not in raw
    assert examine(path).state == "sound"
    people = open_book(path, access="read").session(NUMBER).people
    assert len(people) == 5
    assert people[-1].groups == {"women", "persons_with_disabilities"}


def test_undo_does_not_bring_anybody_back(space: Workspace) -> None:
    space.remove_session()
    erase_people(space.book, find_people(space.book, name=MARKER))
    space.refresh()
    while space.undo_step:
        space.undo()
    assert not find_people(space.book, name=MARKER)
    assert MARKER.encode() not in space.book.path.read_bytes()


def test_only_those_who_were_meant_go_and_the_log_says_so_without_a_name(space: Workspace) -> None:
    erase_people(space.book, find_people(space.book, name=MARKER, number=NUMBER))
    assert [one.name for one in find_people(space.book)] == [f"Person {n}" for n in range(4)]
    (line,) = told_lines(space.book)
    assert (line.step, line.about) == ("erase_person", "1")
    with pytest.raises(Refused, match="nobody_to_erase"):
        erase_people(space.book, find_people(space.book, name=MARKER))


def test_names_go_when_their_time_is_over_and_totals_stay(space: Workspace) -> None:
    office = keep_names(space.office, months=12, because="retention schedule 4")
    assert not names_due(space.book, office, today=NOW.date().replace(year=2027))
    late = NOW.date().replace(year=2027, day=13)
    assert len(names_due(space.book, office, today=late)) == 5
    assert let_names_go(space.book, office, today=late).people == 5
    assert let_names_go(space.book, office, today=late).people == 0
    assert all(one.name is None for one in space.book.session(NUMBER).people)
    assert not names_due(space.book, space.office, today=late), "without a time nothing is due"


def test_versions_that_the_law_keeps_are_counted(space: Workspace) -> None:
    session = space.opened()
    version = next_version(space.book, session)
    change = Change(RowKind.MINUTES, version.id, session.id, None, plain(version))
    space.book.write(NewEntry(step="freeze_minutes"), [change])
    (found,) = find_people(space.book, name=MARKER)
    assert found.versions == 1
    assert erase_people(space.book, [found]).versions == 1
    assert examine(space.book.path).state == "sound"
