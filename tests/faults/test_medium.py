"""The disk is full, the file or its folder cannot be written, somebody else is writing: told, and nothing lost."""

import multiprocessing
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hrplanner.entry.cli import leave_closed_folder
from hrplanner.model.changes import Change, changes_between
from hrplanner.model.errors import FileProblem
from hrplanner.model.lines import NewEntry
from hrplanner.model.office import new_office
from hrplanner.storage.backups import save_copy
from hrplanner.storage.engine import open_engine, writing
from hrplanner.storage.entries import check_chain
from hrplanner.storage.opening import create_book, open_book
from hrplanner.storage.safety import atomic_write
from tests.storage.records import bare_session, full_session, person

NOBODY = 65534
STEP = NewEntry(step="s")
PROGRAMS = multiprocessing.get_context("fork")
is_root = sys.platform == "linux" and os.geteuid() == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Three megabytes of memory as a disk."""
    if not is_root:
        pytest.skip("only root can mount a small disk")
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)], check=False)
    if mounted.returncode:
        pytest.skip("this system does not let us mount a small disk")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def people(count: int) -> list[Change]:
    session = replace(bare_session("many"), people=tuple(person(f"Person {n} " + "x" * 200) for n in range(count)))
    return changes_between(None, session)


def test_a_full_disk_loses_nothing(small_disk: Path) -> None:
    path = small_disk / "book.hrplan"
    book = create_book(path, new_office(name="W", country="np"))
    session = full_session()
    book.write(STEP, changes_between(None, session))
    head = book.log_head()
    with pytest.raises(FileProblem) as problem:
        book.write(STEP, people(20_000))
    assert problem.value.code == "disk_full"
    assert (book.session(session.number), book.log_head()) == (session, head)
    assert [line.number for line in book.session_lines()] == [session.number]
    book.write(STEP, changes_between(session, replace(session, heads=1)))
    book.close()
    assert [one.name for one in small_disk.iterdir()] == ["book.hrplan"]
    engine = open_engine(path, access="read")
    with engine.begin() as connection:
        assert list(check_chain(connection)) == []
    engine.dispose()


def test_a_merge_and_a_packing_that_find_no_room_are_taken_back_whole(small_disk: Path, tmp_path: Path) -> None:
    path, elsewhere = small_disk / "book.hrplan", tmp_path / "copy.hrplan"
    book = create_book(path, new_office(name="W", country="np"))
    book.write(STEP, changes_between(None, full_session()))
    shutil.copyfile(path, elsewhere)
    other = open_book(elsewhere)
    other.write(STEP, people(1_500))
    disk = os.statvfs(small_disk)
    (small_disk / "fill").write_bytes(bytes(disk.f_bavail * disk.f_bsize - 60_000))
    before, there = path.read_bytes(), elsewhere.read_bytes()
    attempts: list[Callable[[], object]] = [lambda: book.merge(other, NewEntry(step="merge")), book.compact]
    for attempt in attempts:
        with pytest.raises(FileProblem) as problem:
            attempt()
        assert problem.value.code == "disk_full"
        assert (path.read_bytes(), elsewhere.read_bytes()) == (before, there)
    (small_disk / "fill").unlink()
    book.write(STEP, changes_between(None, bare_session("after")))
    book.close()
    other.close()


def test_a_full_disk_takes_no_half_files(small_disk: Path) -> None:
    path = small_disk / "book.hrplan"
    book = create_book(path, new_office(name="W", country="np"))
    paper = small_disk / "minutes.pdf"
    atomic_write(paper, b"old" * 1000)
    engine = open_engine(path, access="write")
    attempts: list[Callable[[], object]] = [
        lambda: atomic_write(paper, bytes(3_000_000)),
        lambda: save_copy(engine, small_disk / "copy.hrplan"),
        lambda: create_book(small_disk / "new.hrplan", new_office(name="X", country="np")),
        lambda: book.write(STEP, people(3000)),
    ]
    disk = os.statvfs(small_disk)
    (small_disk / "fill").write_bytes(bytes(disk.f_bavail * disk.f_bsize - 60_000))
    for attempt in attempts:
        with pytest.raises(FileProblem) as problem:
            attempt()
        assert problem.value.code == "disk_full"
    engine.dispose()
    book.close()
    assert paper.read_bytes() == b"old" * 1000
    assert {one.name for one in small_disk.iterdir()} == {"book.hrplan", "minutes.pdf", "fill"}


@pytest.mark.parametrize("locked", ["file", "folder", "both"])
def test_what_cannot_be_written_opens_for_reading(tmp_path: Path, locked: str) -> None:
    path = tmp_path / "disk" / "book.hrplan"
    path.parent.mkdir()
    book = create_book(path, new_office(name="W", country="np"))
    book.write(STEP, changes_between(None, full_session()))
    book.close()
    open_ways(path)
    path.chmod(0o444 if locked in {"file", "both"} else 0o666)
    path.parent.chmod(0o555 if locked in {"folder", "both"} else 0o777)
    before = path.read_bytes()
    as_nobody(read_and_fail_to_write, path)
    path.parent.chmod(0o755)
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "book.hrplan"
    create_book(path, new_office(name="W", country="np")).close()
    open_ways(path)
    path.chmod(0)
    as_nobody(fail_to_read, path)


def test_somebody_else_is_writing(tmp_path: Path) -> None:
    path = tmp_path / "book.hrplan"
    book = create_book(path, new_office(name="W", country="np"))
    book.close()
    patient = open_engine(path, access="write")
    hasty = open_book(path)
    hasty._engine.raw_connection().driver_connection.apsw.set_busy_timeout(50)  # type: ignore[union-attr]
    with writing(patient).begin():
        assert hasty.session_lines() == ()
        with pytest.raises(FileProblem) as problem:
            hasty.write(STEP, changes_between(None, full_session()))
        assert problem.value.code == "in_use"
    hasty.write(STEP, changes_between(None, full_session()))
    hasty.close()
    patient.dispose()


def read_and_fail_to_write(path: Path) -> None:
    book = open_book(path)
    assert book.session("W5-2026-014") is not None
    assert book.read_only
    assert book.locked_because == "cannot_write"
    with pytest.raises(FileProblem) as problem:
        book.write(STEP, changes_between(None, bare_session()))
    assert problem.value.code == "book_is_read_only"
    book.close()


def fail_to_read(path: Path) -> None:
    with pytest.raises(FileProblem) as problem:
        open_book(path)
    assert problem.value.code == "cannot_read"


def test_the_program_leaves_a_folder_that_is_closed_to_us(tmp_path: Path) -> None:
    """A process that it starts there, to read the books of others, would end at once."""
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    program = PROGRAMS.Process(target=_begin_in, args=(closed,))
    program.start()
    program.join()
    assert program.exitcode == 0


def _begin_in(folder: Path) -> None:
    os.chdir(folder)
    as_nobody(_begin, folder)


def _begin(folder: Path) -> None:
    assert not os.access(os.curdir, os.X_OK)
    leave_closed_folder()
    os.chdir(Path.cwd())


def open_ways(path: Path) -> None:
    """Let everybody come as far as the file: the folders of tests are closed to others."""
    for folder in path.parents:
        if folder.stat().st_mode & 0o005 != 0o005:
            folder.chmod(0o755)


def as_nobody(task: Callable[[Path], None], path: Path) -> None:
    """Run the task as a user whom the file's permissions bind; root is not."""
    if not hasattr(os, "fork"):
        pytest.skip("this system has no such permissions")
    program = PROGRAMS.Process(target=_without_rights, args=(task, path))
    program.start()
    program.join()
    assert program.exitcode == 0


def _without_rights(task: Callable[[Path], None], path: Path) -> None:
    if os.geteuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    task(path)
