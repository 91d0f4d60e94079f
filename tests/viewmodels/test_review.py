"""Handing out and taking back as it is shown: the receiver's view, notes, the small file, answers."""

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from hrplanner.model.errors import Refused
from hrplanner.usecases.recording import raise_issue, register_person
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.screens import Screens
from hrplanner.viewmodels.shell import saved_said
from hrplanner.words.catalog import Catalog
from tests.viewmodels.copies import WOMEN, packet_of_town, reviewed, screens_of
from tests.viewmodels.town import NOW, NUMBER, TestTools, with_record


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Screens]:
    space = with_record(tmp_path)
    for at in range(20):
        space.run("register_person", partial(register_person, name=f"Woman {at}", groups=[WOMEN]))
    yield screens_of(space)
    space.book.close()


@pytest.fixture
def packet(office: Screens, tmp_path: Path) -> Iterator[Screens]:
    space = Workspace(TestTools().open_book(packet_of_town(office.workspace, tmp_path / "packet.hrplan", "oversight")))
    yield screens_of(space)
    space.book.close()


def test_what_they_will_see_is_shown_before(office: Screens) -> None:
    sharing = office.sharing
    assert sharing.seen is None and sharing.sessions().rows == ()
    sharing.show(sharing.look_work()())
    (row,) = sharing.sessions().rows
    assert [cell.text for cell in row.cells[:2]] == [NUMBER, "Annual ward shava"]
    sharing.look_at(sharing.number_of(row.key))
    figures = {line.cells[0].text: line.cells[1].text for line in sharing.figures().rows}
    assert figures["Present"] == "26"
    assert figures["Men"] == "hidden to protect people"
    assert "Left out: 26 lines of lists of people." in sharing.left_out()
    sharing.choose("oversight")
    sharing.show(sharing.look_work()())
    assert {line.cells[0].text: line.cells[1].text for line in sharing.figures().rows}["Men"] == "3"


def test_a_view_is_looked_at_again_when_the_book_has_changed(office: Screens) -> None:
    office.sharing.show(office.sharing.look_work()())
    assert office.sharing.seen is not None
    office.workspace.run("register_person", partial(register_person, name="Late"))
    assert office.sharing.seen is None


def test_a_name_in_what_was_written_leads_to_its_place(office: Screens, tmp_path: Path) -> None:
    office.workspace.run("raise_issue", partial(raise_issue, text="Person 1 has no water"))
    with pytest.raises(Refused, match="share_names_found") as refused:
        office.sharing.share_work(tmp_path / "out.hrplan")()
    place = office.sharing.place_of(refused.value)
    assert place is not None and (place.number, place.step, place.mode) == (NUMBER, "listen", "issues")
    assert not (tmp_path / "out.hrplan").exists()
    assert office.sharing.place_of(Refused("nothing_to_share")) is None


def test_a_packet_says_that_it_is_one(packet: Screens, words: Catalog) -> None:
    assert packet.handing_back.is_packet
    assert saved_said(packet, words, NOW).startswith("A packet")
    assert packet.handing_back.head() == "Oversight copy, made by Ward 5, Shantipur on 12 May 2026"
    assert [one.do for one in packet.today.missing()] == ["review"]
    packet.open_session(NUMBER)
    packet.issues.type("New")
    assert packet.issues.add().why.startswith("Nothing can be changed in a packet.")


def test_every_part_of_a_session_takes_a_note(packet: Screens) -> None:
    review = packet.review
    review.choose_session("")
    review.show_lines(review.lines_work()())
    kinds = list(dict.fromkeys(part.what for part in review.parts()))
    assert kinds == ["Session", "Our own statement", "Figure", "Issue", "Promise", "Line of the minutes"]
    assert "Women: 23 of 26" in [part.text for part in review.parts()]
    review.type(author="Asha")
    for code in ("session", "figure:women", "line:2"):
        review.choose(code)
        review.type(text="Hm")
        assert review.write().done
        assert [note.text for note in review.notes()] == ["Hm"]
    assert sum(row.cells[2].text == "1" for row in review.table().rows) == 3
    review.strike(review.notes()[0].id)
    assert (review.notes(), packet.handing_back.own()) == ((), 2)


def test_what_is_missing_is_said_at_its_field_and_kept(packet: Screens) -> None:
    review = packet.review
    review.choose_session(NUMBER)
    review.type(text="Hm")
    assert review.write().field == "name"
    review.type(author="Asha", text="")
    review.mark("has_issues")
    assert "reason" in review.write().why.lower() or review.write().why
    assert review.entry.author == "Asha"


def test_the_file_that_goes_back_names_the_packet_and_nobody(packet: Screens, tmp_path: Path) -> None:
    review, back = packet.review, packet.handing_back
    review.choose_session(NUMBER)
    assert back.hand_back(tmp_path / "nothing").why
    review.type(author="Asha Devi", text="Hm")
    review.write()
    assert back.file_name.startswith("review-") and back.file_name.endswith("-2026-05-12-1040.hrplan-review")
    assert "Asha" not in back.file_name
    path = tmp_path / back.file_name
    assert back.hand_back(path).done
    assert set(json.loads(path.read_bytes())) == {"format", "book", "packet", "notes", "digest"}


def test_notes_come_back_beside_what_they_are_about_and_are_answered(office: Screens, tmp_path: Path) -> None:
    back = tmp_path / "back.hrplan-review"
    reviewed(packet_of_town(office.workspace, tmp_path / "packet.hrplan"), back)
    answering = office.answering
    assert answering.take(back).news == "3 notes taken in."
    assert answering.take(back).news == "All of these notes were in the book already."
    assert answering.on_session(NUMBER) == 3
    assert ("reviews", "1 note of a review to answer") in [(one.do, one.what) for one in office.today.missing()]
    assert answering.table().rows[0].cells[3].text == "not answered yet"
    shown = answering.shown()
    assert shown is not None and shown.about == "The issue i1 The tube well is dry" and shown.is_open
    assert shown.place is not None and (shown.place.step, shown.place.mode) == ("listen", "issues")
    assert answering.answer().field == "answer"
    answering.type(answer="The lower one.", by="Secretary")
    assert answering.answer().done
    assert answering.waiting() == 0 and answering.answer_text == ""
    statement = next(row.key for row in answering.table().rows if "statement" in row.cells[1].text)
    answering.show(statement)
    shown = answering.shown()
    assert shown is not None and shown.is_statement and shown.text == "  We were not\nheard.  "


def test_a_review_of_another_book_changes_nothing(office: Screens, tmp_path: Path) -> None:
    back, folder = tmp_path / "back.hrplan-review", tmp_path / "elsewhere"
    folder.mkdir()
    other = with_record(folder)
    reviewed(packet_of_town(other, tmp_path / "theirs.hrplan"), back)
    other.book.close()
    assert office.answering.take(back).why
    assert office.answering.table().rows == ()


def test_everything_goes_into_a_folder_of_its_own(office: Screens, tmp_path: Path) -> None:
    taking = office.taking_out
    folder = taking.into(tmp_path)
    assert folder.name == "ward5-2026-05-12"
    assert "rows to ward5-2026-05-12" in taking.show(taking.work(folder)(), folder)
    people = next(row for row in taking.table().rows if row.key == b"person")
    assert [cell.text for cell in people.cells] == ["person.csv", "The person", "26"]
    assert (folder / "book.json").is_file()
