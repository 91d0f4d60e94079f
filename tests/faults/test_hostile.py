"""Books from a stranger: well formed, and made to harm. Each is refused, or copied clean, within its time."""

import multiprocessing
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

import apsw
import pytest

from hrplanner.model.changes import changes_between
from hrplanner.model.errors import FileProblem
from hrplanner.model.lines import NewEntry
from hrplanner.model.office import new_office
from hrplanner.storage import strangers
from hrplanner.storage.examination import examine
from hrplanner.storage.opening import create_book, open_book
from hrplanner.storage.schema import TABLES_OF_A_BOOK
from hrplanner.storage.strangers import is_strange, look_first, take_clean, visiting
from tests.storage.records import full_session

LONGEST = 10.0  # seconds on a busy machine, of which most load the libraries of the child

UNLOCKED = "pragma writable_schema=on"
ENDLESS = "with recursive n(i) as (select 1 union all select i + 1 from n) select i from n"


def tricks() -> Iterator[str]:
    names = [table.name for table in TABLES_OF_A_BOOK]
    for name in names:
        yield f'create trigger t after insert on "{name}" begin delete from person; end'
        yield f'alter table "{name}" add column "hidden" text'
        yield f'create index more on "{name}" (rowid)' if name == "issue" else f'create view "v_{name}" as {ENDLESS}'
        yield f'pragma foreign_keys=off; drop table "{name}"; create view "{name}" as {ENDLESS}'
        yield f'{UNLOCKED}; update sqlite_schema set sql = replace(sql, "not null", "") where name = "{name}"'
    yield "create virtual table f using fts5(a)"
    yield "create table more (a text generated always as (upper('x')) virtual)"
    yield "update office set name = cast(x'ff00fe' as text)"
    yield "update session set title = cast(x'c328' as text)"
    yield "pragma ignore_check_constraints=on; update entry set vector = '[' where sequence = 1"
    yield "update entry set clock = 9223372036854775807"
    yield "update entry_body set content = zeroblob(9000000)"
    yield "pragma foreign_keys=off; delete from session"
    yield "pragma foreign_keys=off; update person set session = randomblob(16)"
    yield "update person set name = 'a' || char(0) || 'b'"
    yield "delete from book"
    yield "update book set min_read = 99"
    yield "delete from digest"
    yield "update issue set text = replace(hex(zeroblob(6000000)), '00', 'aa')"


COLD = multiprocessing.get_context("spawn")


@pytest.fixture(autouse=True)
def warmed_children(monkeypatch: pytest.MonkeyPatch) -> None:
    """Children that have the libraries already: what is tried here is what they read, not how they start."""
    if sys.platform != "win32":
        warm = multiprocessing.get_context("forkserver")
        warm.set_forkserver_preload(["hrplanner.storage.strangers"])
        monkeypatch.setattr("hrplanner.storage.strangers.multiprocessing.get_context", lambda _: warm)


def take_too_much(out: Connection) -> None:
    """What a hostile file might make the child do."""
    strangers._limit()
    try:
        bytearray(strangers.MEMORY)
    except MemoryError:
        out.send("refused")
    else:
        out.send("taken")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limit")
def test_the_child_gets_no_more_memory_than_promised() -> None:
    ours, theirs = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.get_context("forkserver").Process(target=take_too_much, args=(theirs,))
    child.start()
    assert ours.recv() == "refused"
    child.join()


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("stick") / "book.hrplan"
    book = create_book(path, new_office(name="Ward 5", country="np"))
    book.write(NewEntry(step="add"), changes_between(None, full_session()))
    book.close()
    return path.read_bytes()


def test_a_good_book_is_copied_whole(stick: bytes, tmp_path: Path) -> None:
    path, target = tmp_path / "stick.hrplan", tmp_path / "ours.hrplan"
    path.write_bytes(stick)
    take_clean(path, target)
    one, other = open_book(path, access="read"), open_book(target)
    assert other.session("W5-2026-014") == one.session("W5-2026-014")
    assert other.office() == one.office()
    one.close()
    other.close()
    assert path.read_bytes() == stick


@pytest.mark.slow
@pytest.mark.parametrize("trick", list(tricks()))
def test_hostile_books_are_refused_or_copied_clean(stick: bytes, tmp_path: Path, trick: str) -> None:
    path, target = tmp_path / "stick.hrplan", tmp_path / "ours.hrplan"
    path.write_bytes(stick)
    stranger = apsw.Connection(str(path))
    try:
        list(stranger.execute(trick))
    except apsw.SQLError:
        pytest.skip("SQLite itself refuses this one")
    finally:
        stranger.close()
    before, begun = path.read_bytes(), time.monotonic()
    with suppress(FileProblem):  # what harms only a copy may be read
        look_first(path)
    assert time.monotonic() - begun < LONGEST
    begun = time.monotonic()
    try:
        take_clean(path, target)
    except FileProblem:
        assert [one.name for one in tmp_path.iterdir()] == ["stick.hrplan"]
    else:
        assert examine(target).state == "sound"
    assert time.monotonic() - begun < LONGEST
    assert path.read_bytes() == before


def test_only_what_comes_from_elsewhere_is_read_apart(stick: bytes, tmp_path: Path) -> None:
    path, folder = tmp_path / "stick.hrplan", tmp_path / "copies"
    path.write_bytes(stick)
    assert is_strange(path, folder)
    look_first(path)
    open_book(path, backups=folder).close()
    assert not is_strange(path, folder)
    path.write_bytes(stick)  # on the own disk a book may be put back
    assert not is_strange(path, folder)


def test_a_visitor_is_copied_read_only_and_leaves_nothing(stick: bytes, tmp_path: Path) -> None:
    path = tmp_path / "stick.hrplan"
    path.write_bytes(stick)
    with visiting(path) as book:
        assert book.read_only
        assert book.path == path
        assert [line.number for line in book.session_lines()] == ["W5-2026-014"]
    assert [one.name for one in tmp_path.iterdir()] == ["stick.hrplan"]
    assert path.read_bytes() == stick


def test_a_child_that_falls_silent_is_given_up(
    stick: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    path = tmp_path / "stick.hrplan"
    path.write_bytes(stick)
    monkeypatch.setattr("hrplanner.storage.strangers._STARTING", 0.0)
    monkeypatch.setattr("hrplanner.storage.strangers.multiprocessing.get_context", lambda _: COLD)  # never so quick
    with pytest.raises(FileProblem) as problem:
        look_first(path)
    assert problem.value.code == "too_slow"
    assert not multiprocessing.active_children()
