"""Erased people are gone from every byte of the book, no total changes, and the log still holds."""

import unicodedata
from functools import partial
from pathlib import Path
from typing import Literal

import pytest

from hrplanner.model.changes import Change, RowKind, plain
from hrplanner.model.errors import Refused
from hrplanner.model.groups import GroupCode
from hrplanner.model.ids import RowId, new_id
from hrplanner.model.lines import NewEntry
from hrplanner.model.minutes import Printout, Scan
from hrplanner.model.privacy import Kept
from hrplanner.storage.examination import examine
from hrplanner.storage.opening import open_book
from hrplanner.usecases.checking import check_book
from hrplanner.usecases.freezing import next_version
from hrplanner.usecases.privacy import (
    erase_people,
    find_people,
    keep_names,
    kept_of,
    let_names_go,
    names_due,
    remove_scans,
    told_lines,
)
from hrplanner.usecases.recording import raise_issue, register_person
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
    assert (erased.people, erased.entries, erased.kept) == (1, 1, Kept())
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
    assert erase_people(space.book, [found]).kept == Kept(versions=1)
    assert examine(space.book.path).state == "sound"


def printed_with(space: Workspace, *pages: str) -> Printout:
    """A printout of the session with these words, filed as a printing would."""
    session = space.opened()
    paper = Printout(
        id=RowId(new_id()),
        version=1,
        document="sign-in",
        language="en",
        reader="internal",
        paper="A4",
        pages=pages,
    )
    space.book.write(
        NewEntry(step="print_document"), [Change(RowKind.PRINTOUT, paper.id, session.id, None, plain(paper))]
    )
    return paper


def scanned(space: Workspace, content: str) -> None:
    """A picture of a sheet, filed to the session."""
    sheet = Scan(id=RowId(new_id()), version=1, document="sign-in", page=1, pages=1, digest="0" * 64, content=content)
    change = Change(RowKind.SCAN, sheet.id, space.opened().id, None, plain(sheet))
    space.book.write(NewEntry(step="file_scan"), [change])


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("text", [MARKER, "Jos\u00e9 \u0986\u09df\u09c7\u09b6\u09be"])
def test_no_form_of_the_name_is_left_in_any_byte(space: Workspace, text: str, form: Literal["NFC", "NFD"]) -> None:
    name = unicodedata.normalize(form, text)
    if text != MARKER:
        space.run("register_person", partial(register_person, name=name))
    printed_with(space, "Ward assembly\nPage 1", f"1 {name.replace(' ', chr(10))} 41")
    people = find_people(space.book, name=name)
    assert kept_of(space.book, people) == Kept(printouts=1)
    erase_people(space.book, people)
    (paper,) = space.book.printouts(space.opened().id)
    assert paper.pages == ("Ward assembly\nPage 1", "")
    path = space.book.path
    assert examine(path).state == "sound"
    space.book.close()
    raw = path.read_bytes()
    for way in ("NFC", "NFD"):
        written = unicodedata.normalize(way, text)
        for code in ("utf-8", "utf-16-le", "utf-16-be"):
            assert written.split()[0].encode(code) not in raw


def test_scans_are_told_and_go_when_asked_with_their_bytes_in_the_log(space: Workspace) -> None:
    scanned(space, "UElDVFVSRQ" * 20)
    people = find_people(space.book, name=MARKER)
    assert kept_of(space.book, people) == Kept(scans=1)
    assert remove_scans(space.book, people) == 1
    assert remove_scans(space.book, people) == 0
    assert erase_people(space.book, people).kept == Kept()
    assert b"UElDVFVSRQ" not in space.book.path.read_bytes()
    assert examine(space.book.path).state == "sound"
    assert [line.step for line in told_lines(space.book)][:2] == ["erase_person", "remove_scans"]


def test_what_somebody_wrote_in_words_is_counted_and_a_like_name_is_not(space: Workspace) -> None:
    space.run("raise_issue", lambda session: raise_issue(session, text=f"Ask {MARKER.lower()} about the tap"))
    space.run("raise_issue", lambda session: raise_issue(session, text=f"{MARKER}son has no tap"))
    assert kept_of(space.book, find_people(space.book, name=MARKER)) == Kept(mentions=1)
