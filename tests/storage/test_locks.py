"""One writer at a time, and a lock that needs nobody to heal it."""

import multiprocessing
import os
import time
from pathlib import Path

import pytest

from hrplanner.model.backups import Holder
from hrplanner.model.changes import changes_between
from hrplanner.model.errors import FileProblem
from hrplanner.model.lines import NewEntry
from hrplanner.storage import locks
from hrplanner.storage.book import Book
from hrplanner.storage.opening import open_book
from tests.storage.records import bare_session

PROGRAMS = multiprocessing.get_context("forkserver")
KILLS = int(os.environ.get("HRPLANNER_LOCK_KILLS", "3"))


def test_the_second_opener_reads_and_is_told_who_writes(book: Book) -> None:
    second = open_book(book.path)
    assert second.read_only
    assert second.locked_because == "in_use"
    assert second.holder is not None
    assert second.holder.process == os.getpid()
    with pytest.raises(FileProblem) as problem:
        second.write(NewEntry(step="s"), changes_between(None, bare_session()))
    assert problem.value.code == "in_use_by"
    assert {"who", "where", "since"} <= problem.value.params.keys()
    second.close()
    assert open_book(book.path).read_only  # closing the reader did not free the writer


def test_closing_frees_the_book_and_leaves_nothing(book: Book) -> None:
    book.close()
    assert [one.name for one in book.path.parent.iterdir()] == [book.path.name]
    again = open_book(book.path)
    assert not again.read_only
    again.close()
    again.close()


def test_a_reader_takes_no_lock(book: Book) -> None:
    book.close()
    reading = open_book(book.path, access="read")
    writing = open_book(book.path)
    assert not writing.read_only
    reading.close()
    writing.close()


def test_a_lock_waits_for_a_writer_that_is_about_to_end(tmp_path: Path) -> None:
    path = tmp_path / "book.hrplan"
    first = locks.take(path)
    assert isinstance(first, locks.Lock)
    begun = time.monotonic()
    assert isinstance(locks.take(path, patience=0.2), Holder)
    assert time.monotonic() - begun >= 0.2
    first.let_go()
    assert isinstance(locks.take(path, patience=0.2), locks.Lock)


def test_the_lock_of_a_killed_program_is_free(tmp_path: Path) -> None:
    path = tmp_path / "book.hrplan"
    multiprocessing.set_forkserver_preload(["hrplanner.storage.locks"])
    for _ in range(KILLS):
        program = PROGRAMS.Process(target=hold_for_ever, args=(path,))
        program.start()
        until = time.monotonic() + 20
        while not isinstance(taken := locks.take(path), Holder) and time.monotonic() < until:
            taken.let_go()
            time.sleep(0.02)
        assert isinstance(taken, Holder)
        program.kill()
        program.join()
        after = locks.take(path)
        assert isinstance(after, locks.Lock)
        after.let_go()


def test_words_of_a_lock_that_make_no_sense_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "book.hrplan"
    for words in (b"", b"{", b"[]", b"\xff" * 9000, b'{"who": 1}'):
        locks.lock_of(path).write_bytes(words)
        lock = locks.take(path)
        assert isinstance(lock, locks.Lock)
        lock.let_go()
        assert not locks.lock_of(path).exists()


def hold_for_ever(path: Path) -> None:
    lock = locks.take(path)
    assert isinstance(lock, locks.Lock)
    time.sleep(60)
