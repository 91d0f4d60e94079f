"""Damaged and strange files: no traceback, no silence. What opens shows the truth, or Check file says what is wrong."""

import os
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import apsw
import pytest

from hrplanner.model.changes import changes_between
from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.lines import NewEntry
from hrplanner.model.office import new_office
from hrplanner.storage.book import Book
from hrplanner.storage.examination import examine
from hrplanner.storage.opening import create_book, open_book
from tests.storage.records import DALIT, WOMEN, full_session, person

COPIES = int(os.environ.get("HRPLANNER_DAMAGED", "500"))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return book_in(tmp_path_factory.mktemp("sound"), sessions=10, people=20)


def book_in(folder: Path, *, sessions: int, people: int) -> Path:
    """A book of some sessions with corrections in its log."""
    path = folder / "book.hrplan"
    book = create_book(path, new_office(name="Ward 5", country="np"))
    for number in range(sessions):
        session = full_session(f"S{number}")
        came = tuple(person(f"Person {number} {n}", *((WOMEN, DALIT) if n % 2 else ())) for n in range(people))
        book.write(NewEntry(step="add"), changes_between(None, replace(session, people=came)))
        last = book.session(session.number)
        book.write(NewEntry(step="correct"), changes_between(last, replace(last.without(came[3].id), heads=number)))
    book.close()
    return path


def everything(book: Book) -> tuple[Any, ...]:
    """All that a person could be shown."""
    lines = book.session_lines()
    sessions = tuple(book.session(line.number) for line in lines)
    return (book.office(), lines, sessions, book.commitment_lines(), book.last_entries(1000), book.log_head())


def shown(path: Path) -> tuple[Any, ...] | None:
    """What the file shows, or None where it is refused in words."""
    try:
        book = open_book(path)
    except FileProblem:
        return None
    try:
        return everything(book)
    except (FileProblem, Refused):
        return None
    finally:
        book.close()


def test_a_sound_book_is_called_sound(sound: Path) -> None:
    before = sound.read_bytes()
    assert examine(sound).state == "sound"
    assert examine(sound).faults == ()
    assert sound.read_bytes() == before


@pytest.mark.timeout(120 + 2 * COPIES)  # a campaign takes as long as it is large
def test_no_damage_goes_unnoticed(tmp_path: Path) -> None:
    # The copy lies where the first one lay in turn, so that its place, and with it its log, stays the same.
    place = book_in(tmp_path, sessions=2, people=6)
    content, truth = place.read_bytes(), shown(place)
    chance = random.Random(11)
    unnoticed = []
    for number in range(COPIES):
        place.write_bytes(_damaged(content, chance))
        state = examine(place).state
        if state == "sound" and shown(place) != truth:
            unnoticed.append(number)
        place.with_name(f"{place.name}-journal").unlink(missing_ok=True)
    assert unnoticed == []


def test_a_value_changed_behind_our_back_is_found(sound: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.hrplan"
    path.write_bytes(sound.read_bytes().replace(b"Person 3 7", b"Person 3 8"[::1].replace(b"8", b"9"), 1))
    found = examine(path)
    assert found.state == "damaged"
    assert [(fault.code, fault.kind) for fault in found.faults] in (
        [("rows_not_as_logged", "person")],
        [("pages", None)],
    )


@pytest.mark.parametrize(
    "trick",
    [
        "create trigger t after insert on session begin delete from person; end",
        "create view v as select 1",
        "create table more (a text) strict",
        "drop index ix_person_session",
        "alter table tally add column more text",
    ],
)
def test_tables_that_are_not_ours_are_refused(sound: Path, tmp_path: Path, trick: str) -> None:
    path = tmp_path / "a.hrplan"
    path.write_bytes(sound.read_bytes())
    stranger = apsw.Connection(str(path))
    list(stranger.execute(trick))
    stranger.close()
    before = path.read_bytes()
    with pytest.raises(FileProblem) as problem:
        open_book(path)
    assert problem.value.code == "altered"
    assert examine(path).state == "damaged"
    assert path.read_bytes() == before


def test_files_that_are_no_books(tmp_path: Path) -> None:
    for name, content, code in _strange_files():
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(FileProblem) as problem:
            open_book(path)
        assert problem.value.code == code, name
        assert examine(path).problem is not None
        assert path.read_bytes() == content
    with pytest.raises(FileProblem) as problem:
        open_book(tmp_path / "none.hrplan")
    assert problem.value.code == "not_found"
    assert not (tmp_path / "none.hrplan").exists()


def test_a_newer_book_is_read_or_refused_but_never_written(sound: Path, tmp_path: Path) -> None:
    for min_read, expected in ((1, "read"), (5, "refused")):
        path = tmp_path / f"{min_read}.hrplan"
        path.write_bytes(sound.read_bytes())
        future = apsw.Connection(str(path))
        list(future.execute("alter table session add column mood text"))
        list(future.execute(f"update book set min_read = {min_read}, min_write = 5"))
        list(future.execute("pragma user_version = 5"))
        future.close()
        before = path.read_bytes()
        if expected == "read":
            book = open_book(path)
            assert book.locked_because == "newer_book"
            assert len(book.session_lines()) == 10
            with pytest.raises(FileProblem):
                book.write(NewEntry(step="s"), changes_between(None, full_session("new")))
            book.close()
        else:
            with pytest.raises(FileProblem) as problem:
                open_book(path)
            assert problem.value.code == "newer_book"
        assert path.read_bytes() == before


@pytest.mark.parametrize("trick", ["delete from book", "delete from office", "drop table book"])
def test_a_newer_book_without_its_own_rows_is_damaged(sound: Path, tmp_path: Path, trick: str) -> None:
    path = tmp_path / "a.hrplan"
    path.write_bytes(sound.read_bytes())
    stranger = apsw.Connection(str(path))
    list(stranger.execute(trick))
    list(stranger.execute("pragma user_version = 5"))
    stranger.close()
    assert shown(path) is None
    assert examine(path).state == "damaged"


def _damaged(content: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(content)
    place = chance.randrange(len(damaged))
    match chance.choice(["bit", "bit", "bytes", "block", "cut", "swap"]):
        case "bit":
            damaged[place] ^= 1 << chance.randrange(8)
        case "bytes":
            length = chance.randrange(1, 64)
            damaged[place : place + length] = chance.randbytes(len(damaged[place : place + length]))
        case "block":
            start = place // 512 * 512
            damaged[start : start + 512] = bytes(512)
        case "cut":
            del damaged[place:]
        case _:
            one, two = (chance.randrange(len(damaged) // 4096) * 4096 for _ in range(2))
            damaged[one : one + 4096], damaged[two : two + 4096] = damaged[two : two + 4096], damaged[one : one + 4096]
    return bytes(damaged)


def _strange_files() -> Iterator[tuple[str, bytes, str]]:
    yield "empty.hrplan", b"", "cut_short"
    yield "text.hrplan", b"Minutes of the ward assembly\n" * 20, "not_a_book"
    yield "picture.hrplan", b"\x89PNG\r\n\x1a\n" + bytes(1000), "not_a_book"
    yield "table.hrplan", b"PK\x03\x04" + random.Random(1).randbytes(4000), "not_a_book"
    other = apsw.Connection(":memory:")
    list(other.execute("create table a(b)"))
    yield "database.hrplan", other.serialize("main"), "not_a_book"
    other.close()
