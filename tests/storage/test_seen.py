"""A book that nobody touched opens without a look at its pages, and any touch brings that look back."""

import os
from pathlib import Path

import pytest

from hrplanner.model.changes import changes_between
from hrplanner.model.errors import FileProblem
from hrplanner.model.lines import NewEntry
from hrplanner.storage.book import Book
from hrplanner.storage.opening import open_book
from hrplanner.storage.seen import is_as_seen, was_ever_seen
from tests.storage.records import full_session


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "copies"


@pytest.fixture
def closed(book: Book, folder: Path) -> Path:
    book.write(NewEntry(step="add"), changes_between(None, full_session()))
    book.close()
    open_book(book.path, backups=folder).close()
    return book.path


def test_a_book_is_known_again_after_closing_and_not_while_it_is_new(closed: Path, folder: Path) -> None:
    assert is_as_seen(closed, folder)
    other = closed.with_name("other.hrplan")
    other.write_bytes(closed.read_bytes())
    assert not was_ever_seen(other, folder)
    assert not is_as_seen(closed, None)


def test_what_this_program_wrote_is_known_again(closed: Path, folder: Path) -> None:
    book = open_book(closed, backups=folder)
    book.write(NewEntry(step="add"), changes_between(None, full_session("two")))
    book.close()
    assert is_as_seen(closed, folder)


def test_a_touch_by_somebody_else_is_noticed_whatever_the_time_says(closed: Path, folder: Path) -> None:
    about = closed.stat()
    content = bytearray(closed.read_bytes())
    content[4096 * 2 : 4096 * 3] = bytes(4096)
    closed.write_bytes(content)
    os.utime(closed, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert was_ever_seen(closed, folder)
    assert not is_as_seen(closed, folder)
    with pytest.raises(FileProblem) as problem:
        open_book(closed, backups=folder)
    assert problem.value.code == "damaged"


def test_a_save_that_was_broken_off_brings_the_look_back(closed: Path, folder: Path) -> None:
    closed.with_name(f"{closed.name}-journal").write_bytes(b"")
    assert not is_as_seen(closed, folder)


def test_a_note_that_is_damaged_or_cannot_be_written_costs_a_look_only(closed: Path, folder: Path) -> None:
    (note,) = (folder / "seen").iterdir()
    note.write_bytes(b"?")
    assert not is_as_seen(closed, folder)
    note.unlink()
    (folder / "seen").rmdir()
    (folder / "seen").write_bytes(b"")
    open_book(closed, backups=folder).close()
    assert not was_ever_seen(closed, folder)


def test_the_pages_of_a_book_in_use_are_looked_at(closed: Path, folder: Path) -> None:
    book = open_book(closed, backups=folder)
    book.check_pages()
    book.write(NewEntry(step="add"), changes_between(None, full_session("two")))
    book.close()
