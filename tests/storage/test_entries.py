"""The log: it tells what was done, cannot be altered unseen, and can forget what a person asks to be forgotten."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from hrplanner.model.changes import Change, RowKind, changes_between, plain
from hrplanner.model.ids import SessionId, new_id
from hrplanner.model.lines import EntryKey, NewEntry
from hrplanner.model.office import new_office
from hrplanner.storage import entries
from hrplanner.storage.book import Book
from hrplanner.storage.engine import open_engine, writing
from hrplanner.storage.entry_bodies import PART_BYTES, texts
from hrplanner.storage.log_tables import entry, entry_body, replica
from hrplanner.storage.opening import create_book, open_book
from tests.storage.records import bare_session, full_session, person


@contextmanager
def inside(book: Book) -> Iterator[sa.Connection]:
    """The tables of a book, for looking and for tampering."""
    engine = open_engine(book.path, access="write")
    with writing(engine).begin() as connection:
        yield connection
    engine.dispose()


def filled(book: Book) -> list[EntryKey]:
    session = full_session()
    keys = [book.write(NewEntry(step="add_session", actor="Maya", session=session.id), changes_between(None, session))]
    for heads in (85, 86, 87):
        after = replace(session, heads=heads)
        keys.append(book.write(NewEntry(step="count", about=str(heads)), changes_between(session, after)))
        session = after
    return [key for key in keys if key is not None]


def faults(book: Book) -> list[tuple[int, str]]:
    with inside(book) as connection:
        return [(fault.key.sequence, fault.code) for fault in entries.check_chain(connection)]


def test_lines_tell_what_was_done_newest_first(book: Book) -> None:
    keys = filled(book)
    session = book.session_lines()[0].id
    undo = book.write(
        NewEntry(step="undo", undoes=keys[-1]),
        [Change(RowKind.SESSION, session, session, {"heads": 87}, {"heads": 86})],
    )
    lines = book.last_entries()
    assert [line.step for line in lines] == ["undo", "count", "count", "count", "add_session", "create_book"]
    assert [line.key.sequence for line in lines] == [6, 5, 4, 3, 2, 1]
    assert (lines[0].key, lines[0].undoes, lines[1].about) == (undo, keys[-1], "87")
    assert (lines[4].actor, lines[4].session) == ("Maya", session)
    assert [line.key for line in book.last_entries(2)] == [lines[0].key, lines[1].key]


def test_an_untouched_log_holds(book: Book) -> None:
    assert book.log_head() != "0" * 64
    head = book.log_head()
    filled(book)
    assert book.log_head() != head
    assert faults(book) == []


@pytest.mark.parametrize(
    "altered",
    [{"actor": "Ram"}, {"step": "x"}, {"about": "x"}, {"at": 5}, {"clock": 1}, {"vector": "{}"}, {"session": None},
     {"body_hash": bytes(32)}, {"undoes_sequence": 1}, {"changes": 9}, {"version": 2}, {"previous": bytes(32)}],
    ids=lambda altered: next(iter(altered)),
)  # fmt: skip
def test_an_altered_entry_is_found(book: Book, altered: dict[str, Any]) -> None:
    filled(book)
    with inside(book) as connection:
        connection.execute(sa.update(entry).where(entry.c.sequence == 2).values(**altered))
    found = faults(book)
    assert (2, "altered") in found


def test_a_removed_entry_is_found(book: Book) -> None:
    filled(book)
    with inside(book) as connection:
        connection.execute(sa.delete(entry_body).where(entry_body.c.sequence == 3))
        connection.execute(sa.delete(entry).where(entry.c.sequence == 3))
    assert faults(book) == [(4, "missing")]


def test_another_body_is_found(book: Book) -> None:
    filled(book)
    with inside(book) as connection:
        other = connection.execute(sa.select(entry_body.c.content).where(entry_body.c.sequence == 4)).scalar()
        connection.execute(sa.update(entry_body).where(entry_body.c.sequence == 3).values(content=other))
        connection.execute(sa.delete(entry_body).where(entry_body.c.sequence == 5))
    assert faults(book) == [(3, "body_altered"), (5, "body_missing")]


def test_a_body_can_be_written_anew_without_breaking_the_chain(book: Book) -> None:
    keys = filled(book)
    with inside(book) as connection:
        entries.redact(connection, keys[0], [], at=1)
    assert faults(book) == []
    assert book.changes_of(keys[0]) == ()
    assert len(book.changes_of(keys[1])) == 1
    assert len(book.last_entries()) == 5


def test_a_large_body_comes_in_parts_and_goes_back(book: Book) -> None:
    session = bare_session()
    people = [replace(person(f"Person {n} " + "न" * 60), place="Tole " * 20) for n in range(6000)]
    long_note = replace(person("x"), place="ब" * (PART_BYTES // 2))
    changes = changes_between(None, replace(session, people=(*people, long_note)))
    key = book.write(NewEntry(step="import"), changes)
    assert key is not None
    assert list(book.changes_of(key)) == changes
    with inside(book) as connection:
        sizes = [len(text) for text in texts(connection, key.replica, key.sequence)]
    assert len(sizes) > 3
    assert max(sizes) <= PART_BYTES
    assert faults(book) == []


def test_a_wrong_clock_does_not_turn_the_order_round(tmp_path: Path) -> None:
    year = 365 * 24 * 3600 * 1000
    told = iter([50 * year, 50 * year, 60 * year, 0, 50 * year, 49 * year])
    last = 0

    def clock() -> int:
        nonlocal last
        last = next(told, last)
        return last

    book = create_book(tmp_path / "a.hrplan", new_office(name="W"), clock=clock)
    for number in range(4):
        book.write(NewEntry(step=str(number)), changes_between(None, bare_session(str(number))))
    with inside(book) as connection:
        clocks = connection.execute(sa.select(entry.c.clock).order_by(entry.c.sequence)).scalars().all()
    assert clocks == sorted(set(clocks))
    assert [line.step for line in book.last_entries(4)] == ["3", "2", "1", "0"]
    assert faults(book) == []
    book.close()


def test_a_copied_book_writes_under_its_own_name(book: Book, tmp_path: Path) -> None:
    filled(book)
    book.close()
    copy = tmp_path / "copy.hrplan"
    copy.write_bytes(book.path.read_bytes())
    here, there = open_book(book.path), open_book(copy)
    one = here.write(NewEntry(step="here"), changes_between(None, bare_session("here")))
    two = there.write(NewEntry(step="there"), changes_between(None, bare_session("there")))
    assert one is not None
    assert two is not None
    assert one.replica != two.replica
    assert two.sequence == 1
    assert there.last_entries()[0].step == "there"
    with inside(there) as connection:
        vector = connection.execute(sa.select(entry.c.vector).where(entry.c.replica == two.replica)).scalar()
        assert str(vector) == f'{{"{one.replica.hex()}":5}}'
        homes = connection.execute(sa.select(replica.c.home)).scalars().all()
    assert faults(there) == []
    assert not any(str(tmp_path).encode() in home for home in homes)
    here.close()
    there.close()


def test_equal_bodies_have_different_digests(book: Book) -> None:
    session = SessionId(new_id())
    one, two = (person("Sita"), person("Sita"))
    book.write(NewEntry(step="s"), changes_between(None, replace(bare_session(), id=session)))
    keys = []
    for who in (one, two):
        same = Change(RowKind.PERSON, one.id, session, None, plain(one))
        keys.append(book.write(NewEntry(step="p"), [same]))
        book.write(NewEntry(step="p"), [Change(RowKind.PERSON, one.id, session, plain(who), None)])
    with inside(book) as connection:
        found = connection.execute(sa.select(entry.c.body_hash).where(entry.c.step == "p")).scalars().all()
    assert len(set(found)) == len(found) == 4
