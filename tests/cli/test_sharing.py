"""A packet goes out on a stick, is read and reviewed elsewhere, and the review comes back and is answered."""

import json
import os
import random
import re
import shutil
import unicodedata
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from hrplanner.entry.cli import main
from hrplanner.entry.wiring import Wiring
from hrplanner.model.attendance import Tally
from hrplanner.model.changes import RowKind, changes_between
from hrplanner.model.counting import attendees, in_group_alone
from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.formalities import OfficeSignature
from hrplanner.model.groups import GroupCode
from hrplanner.model.ids import PersonId, RowId, new_id
from hrplanner.model.lines import NewEntry
from hrplanner.model.minutes import PrintOrder, Stage
from hrplanner.model.office import LearnedWord, new_office
from hrplanner.model.people import Consent, Person, Purpose
from hrplanner.model.review import Mark
from hrplanner.model.session import Session
from hrplanner.storage.book import Book
from hrplanner.storage.opening import create_book, open_book
from hrplanner.usecases.minutes_life import take_step
from hrplanner.usecases.printing import print_document
from hrplanner.usecases.recording import new_session, note_consent, raise_issue
from hrplanner.usecases.reviewing import (
    answer_note,
    notes,
    open_notes,
    packet_of,
    packets,
    returned,
    take_review,
    write_note,
)
from hrplanner.usecases.sharing import contents, share
from hrplanner.usecases.workspace import Workspace

BOOKS = int(os.environ.get("HRPLANNER_SHARED_BOOKS", "50"))
GROUPS = tuple(GroupCode(code) for code in ("women", "men", "dalit", "persons_with_disabilities", "indigenous"))
READERS = ("partner", "public", "oversight")
# What every marker begins with, in the codings it may stand in: one pass tells which are worth looking for in full.
CORES = tuple(re.compile(one) for one in (
    rb"(?=([QZXJ]{8}))", rb"(?=((?:[QZXJ]\0){8}))", rb"(?=((?:\0[QZXJ]){8}))"
))  # fmt: skip


def clock() -> int:
    return 1_790_000_000_000


def person(name: str | None, *groups: GroupCode) -> Person:
    return Person(id=PersonId(new_id()), name=name, groups=frozenset(groups))


@pytest.fixture
def office_book(tmp_path: Path) -> Book:
    book = create_book(tmp_path / "book.hrplan", new_office(name="Ward 5", country="np"))
    women = tuple(person(f"Woman {at}", GroupCode("women")) for at in range(20))
    men = tuple(person(f"Man {at}", GroupCode("men")) for at in range(25))
    few = (person("Deaf Person", GroupCode("women"), GroupCode("persons_with_disabilities")),)
    session = replace(
        new_session(number="S1", title="Plan", kind="ward_assembly"), people=(*women, *men, *few), heads=46
    )
    session = raise_issue(session, text="No water in the school", raised_by=[GroupCode("women")])
    Workspace(book).add_session(session)
    return book


def shared_to(book: Book, out: Path, reader: str = "partner") -> Book:
    share(book, Wiring(), out, reader, clock=clock)
    return open_book(out)


def test_the_packet_says_the_same_figures_and_hides_the_small_ones(office_book: Book, tmp_path: Path) -> None:
    for reader in READERS:
        packet = shared_to(office_book, tmp_path / f"{reader}.hrplan", reader)
        theirs, ours = packet.session("S1"), office_book.session("S1")
        assert attendees(theirs) == attendees(ours)
        hidden = {"persons_with_disabilities"} if reader != "oversight" else set()
        for code in ("women", "men", "persons_with_disabilities"):
            shown, counted = (in_group_alone(one, GroupCode(code)) for one in (theirs, ours))
            same = (shown.low, shown.high) == (counted.low, counted.high)
            assert same is (code not in hidden), (reader, code)
        assert theirs.people == ()
        assert [issue.text for issue in theirs.issues] == ["No water in the school"]


def test_a_partner_gets_the_names_of_those_who_agreed_and_nothing_else(office_book: Book, tmp_path: Path) -> None:
    space = Workspace(office_book)
    space.open_session("S1")
    agreeing = space.opened().people[3]
    namesake = replace(person("Namesake"), consent={Purpose.PARTNERS: True})
    space.run("note_consent", lambda session: note_consent(session, agreeing.id, Purpose.PARTNERS, Consent.YES))
    for one in (namesake, person("Namesake"), replace(person("A Child", GroupCode("age_15_17")),
                                                      consent={Purpose.PARTNERS: True})):  # fmt: skip
        space.run("register_person", partial(_with, one))
    packet = shared_to(office_book, tmp_path / "partner.hrplan")
    mark = packet_of(packet)
    assert mark is not None
    assert mark.names == {"S1": ("Namesake", str(agreeing.name))}
    assert mark.left_out["names"] == 46
    assert packet.session("S1").people == ()
    (own,) = packets(office_book)
    assert own.names == {}
    for reader in ("public", "oversight"):
        other = packet_of(shared_to(office_book, tmp_path / f"{reader}.hrplan", reader))
        assert other is not None
        assert other.names == {}
    space.undo()
    space.run("raise_issue", lambda session: raise_issue(session, text=f"{agreeing.name} asked for water"))
    shared_to(office_book, tmp_path / "told.hrplan").close()
    space.run("note_consent", lambda session: note_consent(session, agreeing.id, Purpose.PARTNERS, Consent.NO))
    with pytest.raises(Refused, match="share_names_found"):
        shared_to(office_book, tmp_path / "taken_back.hrplan")


def _with(one: Person, session: Session) -> Session:
    return session.with_person(one)


def test_a_packet_is_read_only_and_no_copy(office_book: Book, tmp_path: Path) -> None:
    packet = shared_to(office_book, tmp_path / "packet.hrplan")
    assert packet.locked_because == "packet"
    with pytest.raises(FileProblem, match="book_is_read_only"):
        Workspace(packet).add_session(new_session(number="S2", title="x", kind="meeting"))
    with pytest.raises(Refused, match="not_a_copy"):
        office_book.merge(packet, NewEntry(step="merge"))


def test_a_name_in_what_people_wrote_stops_the_packet_and_is_said_where(office_book: Book, tmp_path: Path) -> None:
    space = Workspace(office_book)
    space.open_session("S1")
    space.run("raise_issue", lambda session: raise_issue(session, text="As deaf person said, no ramp"))
    out = tmp_path / "packet.hrplan"
    with pytest.raises(Refused) as said:
        share(office_book, Wiring(), out, "public", clock=clock)
    assert (said.value.code, said.value.params["session"], said.value.params["code"]) == (
        "share_names_found",
        "S1",
        "i2",
    )
    assert [path.name for path in tmp_path.glob("*.hrplan")] == ["book.hrplan"]
    assert office_book.all_rows(RowKind.PACKET) == ()


@pytest.mark.parametrize("seed", range(BOOKS))
def test_no_planted_marker_leaves_the_office(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    planted: list[str] = []

    def secret(letters: str = "क़Éxयंg가") -> str:
        planted.append("".join(chance.choice("QZXJ") for _ in range(8)) + chance.choice(letters) + str(len(planted)))
        return planted[-1]

    book = create_book(tmp_path / "book.hrplan", new_office(name="Ward 5", country="np"), actor=secret())
    for number in range(chance.randint(1, 3)):
        book.write(
            NewEntry(step="import", about=secret(), actor=secret()),
            changes_between(None, _secretive(number, secret, chance)),
        )
    space = Workspace(book, actor=secret())
    word = LearnedWord(id=RowId(new_id()), word=secret(), group=GroupCode("women"))
    reasons = {"disability": secret()}
    space.run_office("x", lambda office: replace(office, learned_words=(word,), restricted=reasons))
    out = tmp_path / "out" / "packet.hrplan"
    out.parent.mkdir()
    reader = chance.choice(READERS)
    sessions = [book.session_of_id(line.id) for line in book.session_lines()]
    people = [one for session in sessions for one in session.people]
    agreed = {one.name for one in people if one.consent.get(Purpose.PARTNERS) and (one.age or 18) >= 18}
    expected = agreed if reader == "partner" else set()
    shared_to(book, out, reader).close()
    written = out.read_bytes() + _unpacked(out)
    assert list(out.parent.iterdir()) == [out]
    with closing(open_book(out, access="read")) as packet:
        mark = packet_of(packet)
        assert mark is not None
        assert {name for names in mark.names.values() for name in names} == expected
    cores = {bytes(found[1]).replace(b"\0", b"") for one in CORES for found in one.finditer(written)}
    planted = [one for one in planted if one not in expected and one[:8].encode() in cores]
    for form in ("NFC", "NFD"):
        for coding in ("utf-8", "utf-16-le", "utf-16-be"):
            assert not [one for one in planted if unicodedata.normalize(form, one).encode(coding) in written]


def _secretive(number: int, secret: Callable[[], str], chance: random.Random) -> Session:
    people = tuple(
        replace(
            person(secret(), *chance.sample(GROUPS, 2)),
            place=secret(),
            code=secret(),
            source=secret(),
            age=chance.choice((None, 12, 17, 70)),
            consent={one: chance.random() < 0.5 for one in chance.sample(list(Purpose), 4)},
        )
        for _ in range(chance.randint(1, 30))
    )
    tallies = (Tally(id=RowId(new_id()), group=GROUPS[2], count=3, counted_by=secret(), source=secret()),)
    signed = (OfficeSignature(id=RowId(new_id()), office="secretary", name=secret(), signed=True),)
    session = replace(new_session(number=f"S{number}", title="Plan", kind="meeting"), people=people, tallies=tallies)
    return replace(session, signatures_of=signed, source=secret(), notice_proof=secret())


def _unpacked(path: Path) -> bytes:
    """The bodies of the log, which lie packed in the file."""
    with closing(open_book(path, access="read")) as book:
        texts = [change for line in book.last_entries() for change in book.changes_of(line.key)]
        return repr(texts).encode() + json.dumps([[v for _, _, v in book.all_rows(k)] for k in RowKind]).encode()


def test_a_review_goes_back_and_is_answered(office_book: Book, tmp_path: Path) -> None:
    packet = shared_to(office_book, tmp_path / "packet.hrplan")
    session = packet.session("S1")
    issue = session.issues[0]
    asked = partial(write_note, packet, author="Asha", clock=clock)
    asked(kind=RowKind.ISSUE, row=issue.id, mark=Mark.HAS_ISSUES, text="Which school?")
    statement = "  We were not\nheard.  "
    asked(kind=RowKind.SESSION, row=session.id, text=statement, statement=True)
    back = returned(packet)
    assert take_review(office_book, back) == 2
    assert take_review(office_book, back) == 0
    assert [note.text for note in open_notes(office_book)] == ["Which school?"]
    assert [note.text for note in notes(office_book) if note.statement] == [statement]
    answer_note(office_book, open_notes(office_book)[0].id, answer="The lower one.", by="Secretary")
    assert open_notes(office_book) == ()
    again = shared_to(office_book, tmp_path / "second.hrplan")
    assert [note.answer for note in notes(again)] == ["The lower one.", None]


@pytest.mark.parametrize("harm", ["cut", "letter", "other book", "unknown packet", "extra"])
def test_a_bad_return_file_changes_nothing(office_book: Book, tmp_path: Path, harm: str) -> None:
    packet = shared_to(office_book, tmp_path / "packet.hrplan")
    write_note(packet, kind=RowKind.SESSION, row=packet.session("S1").id, text="Hm", author="Asha", clock=clock)
    back, book = returned(packet), office_book
    if harm == "cut":
        back = back[:-40]
    elif harm == "letter":
        back = back.replace(b"Hm", b"Hn")
    elif harm == "extra":
        told = json.loads(back)
        back = json.dumps({**told, "more": 1}).encode()
    elif harm == "unknown packet":
        aside = tmp_path / "older.hrplan"
        shutil.copyfile(tmp_path / "packet.hrplan", aside)
        office_book.write(NewEntry(step="x"), [_gone(office_book)])
    else:
        book = create_book(tmp_path / "other.hrplan", new_office(name="Ward 6"))
    code = {"other book": "review_of_another_book", "unknown packet": "review_of_unknown_packet"}.get(
        harm, "review_damaged"
    )
    with pytest.raises(Refused, match=code):
        take_review(book, back)
    assert notes(book) == ()


def _gone(book: Book) -> Any:
    from hrplanner.model.changes import Change

    ((row, _, values),) = book.all_rows(RowKind.PACKET)
    return Change(RowKind.PACKET, row, None, values, None)


def test_later_packets_do_not_give_away_what_earlier_ones_hid(office_book: Book, tmp_path: Path) -> None:
    shared_to(office_book, tmp_path / "first.hrplan", "public").close()
    space = Workspace(office_book)
    space.open_session("S1")
    late = person("Late Comer", GroupCode("women"))
    space.run("register_person", lambda session: replace(session.with_person(late), heads=47))
    (later,) = contents(office_book, "public").sessions
    assert in_group_alone(later, GroupCode("women")).known == 21
    assert attendees(later).known == 46


def test_the_commands(office_book: Book, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book, packet = str(office_book.path), str(tmp_path / "packet.hrplan")
    office_book.close()
    back = str(tmp_path / "asha.hrplan-review")
    assert main(["share", book, "--for", "partner", "--out", packet]) == 0
    assert main(["share", book, "--for", "partner", "--out", packet]) == 3
    assert main(["doctor", packet]) == main(["doctor", book]) == 0
    assert (
        main(
            ["review", packet, "note", "i1", "--session", "S1", "--mark", "has_issues", "--text", "Which?", "--by", "A"]
        )
        == 0
    )
    assert main(["review", packet, "return", "--out", back]) == 0
    assert main(["review", book, "take", back]) == 0
    assert main(["review", book, "list", "--json"]) == 1
    capsys.readouterr()
    main(["review", book, "list", "--json"])
    (asked,) = json.loads(capsys.readouterr().out)["notes"]
    assert main(["review", book, "answer", asked["id"][-6:], "--text", "The lower.", "--by", "B"]) == 0
    assert main(["review", book, "list"]) == 0
    assert main(["review", book, "note", "--session", "S1", "--text", "x", "--by", "B"]) == 3


def test_minutes_print_the_statement_unedited_and_wait_for_answers(office_book: Book, tmp_path: Path) -> None:
    packet = shared_to(office_book, tmp_path / "packet.hrplan")
    session = packet.session("S1")
    asked = partial(write_note, packet, author="Asha", clock=clock)
    asked(kind=RowKind.ISSUE, row=session.issues[0].id, mark=Mark.NEEDS_REVIEW, text="Which school?")
    asked(kind=RowKind.SESSION, row=session.id, text="We asked <b>twice</b>.", statement=True)
    take_review(office_book, returned(packet))
    order = PrintOrder(document="minutes", language="en", file="txt")
    ours = office_book.session("S1")
    printed = print_document(office_book, Wiring().press(), ours, order)
    assert "We asked <b>twice</b>." in printed.content.decode()
    take_step(office_book, ours, Stage.READ_BACK)
    take_step(office_book, ours, Stage.SIGNED)
    with pytest.raises(Refused, match="review_not_answered"):
        take_step(office_book, ours, Stage.RATIFIED)
    answer_note(office_book, open_notes(office_book)[0].id, answer="The lower one.", by="Secretary")
    take_step(office_book, ours, Stage.RATIFIED)
