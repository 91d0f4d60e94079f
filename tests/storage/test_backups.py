"""Copies of a book are whole, and thinning them out never takes the newest."""

import datetime as dt
from pathlib import Path

import pytest

from hrplanner.model.changes import changes_between
from hrplanner.model.errors import FileProblem
from hrplanner.model.lines import NewEntry
from hrplanner.storage.backups import back_up, kept, save_copy, thin_out
from hrplanner.storage.book import Book
from hrplanner.storage.engine import open_engine
from hrplanner.storage.opening import open_book
from tests.storage.records import full_session

NOW = dt.datetime(2026, 11, 24, 10, 0, tzinfo=dt.UTC)


def test_a_copy_of_an_open_book_is_a_whole_book(book: Book, tmp_path: Path) -> None:
    session = full_session()
    book.write(NewEntry(step="s"), changes_between(None, session))
    engine = open_engine(book.path, access="write")
    kept_at = back_up(engine, tmp_path / "backups", name="book", now=NOW)
    engine.dispose()
    assert kept_at.name == "book-20261124T100000Z.hrplan"
    copy = open_book(kept_at)
    assert copy.session(session.number) == session
    copy.close()
    assert [one.name for one in kept_at.parent.iterdir()] == [kept_at.name]


def test_a_failed_copy_leaves_the_old_one(book: Book, tmp_path: Path) -> None:
    target = tmp_path / "none" / "copy.hrplan"
    engine = open_engine(book.path, access="write")
    with pytest.raises(FileProblem):
        save_copy(engine, target)
    engine.dispose()
    assert not target.parent.exists()


def test_three_years_of_copies_come_down_to_a_few() -> None:
    start = dt.datetime(2023, 11, 24, 8, tzinfo=dt.UTC)
    times = [start + dt.timedelta(hours=9 * n) for n in range(3 * 365 * 24 // 9)]
    keep = kept(times)
    assert max(times) in keep
    assert len(keep) <= 31
    assert len({when.date() for when in keep if when > max(times) - dt.timedelta(days=12)}) >= 12
    assert len({(when.year, when.month) for when in keep}) == 9


def test_thinning_spares_the_newest_and_what_is_not_ours(tmp_path: Path) -> None:
    for day in range(1, 29):
        for month in ("01", "02", "03"):
            (tmp_path / f"book-2026{month}{day:02}T080000Z.hrplan").touch()
    others = [tmp_path / "book-notes.hrplan", tmp_path / "other-20260101T080000Z.hrplan"]
    wrong_clock = tmp_path / "book-19700101T000000Z.hrplan"
    for one in (*others, wrong_clock):
        one.touch()
    thin_out(tmp_path, name="book", newest=wrong_clock)
    left = set(tmp_path.iterdir())
    assert {*others, wrong_clock, tmp_path / "book-20260328T080000Z.hrplan"} <= left
    assert len(left) <= 31 + 3
