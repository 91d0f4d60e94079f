"""Copies that books make by themselves: checked, thinned out, never displaced by a poorer one, and brought back."""

import datetime as dt
import hashlib
from dataclasses import replace
from pathlib import Path

import apsw
import pytest

from hrplanner.model.backups import Backup, BackupReason
from hrplanner.model.changes import changes_between
from hrplanner.model.errors import FileProblem
from hrplanner.model.lines import NewEntry
from hrplanner.model.office import new_office
from hrplanner.storage.book import Book
from hrplanner.storage.examination import examine
from hrplanner.storage.opening import create_book, open_book
from hrplanner.storage.shelf import backups_of, bring_back, thin_out
from tests.storage.records import bare_session, full_session

NOW = dt.datetime(2026, 11, 24, 10, 0, tzinfo=dt.UTC)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    return tmp_path / "shelf"


@pytest.fixture
def kept(tmp_path: Path, shelf: Path) -> Book:
    folder = tmp_path / "office"
    folder.mkdir()
    book = create_book(folder / "book.hrplan", new_office(name="Ward 5"), backups=shelf)
    book.write(NewEntry(step="add"), changes_between(None, full_session()))
    return book


def backed_up(book: Book, reason: BackupReason = BackupReason.TIME) -> Backup:
    made = book.back_up(reason)
    assert made is not None
    return made


def test_a_backup_is_made_once_for_each_state(kept: Book, shelf: Path) -> None:
    first = backed_up(kept)
    assert backed_up(kept, BackupReason.CLOSE) == first
    kept.write(NewEntry(step="add"), changes_between(None, bare_session("2")))
    second = backed_up(kept, BackupReason.IMPORT)
    assert backups_of(kept.path, shelf) == (second, first)
    assert (second.reason, second.entries) == (BackupReason.IMPORT, 3)
    assert examine(second.path).state == "sound"
    kept.close()


def test_the_copy_at_closing_is_looked_at_whole_when_the_book_is_next_open(kept: Book, shelf: Path) -> None:
    good = backed_up(kept)
    kept.write(NewEntry(step="add"), changes_between(None, bare_session("2")))
    stranger = apsw.Connection(str(kept.path))
    list(stranger.execute("update issue set text = 'Dig a hole'"))
    stranger.close()
    backed_up(kept, BackupReason.CLOSE)  # nobody waits for more than its pages
    with pytest.raises(FileProblem) as problem:
        backed_up(kept)
    assert problem.value.code == "damaged"
    assert good in backups_of(kept.path, shelf)
    kept.close()


def test_a_damaged_book_never_displaces_a_sound_backup(kept: Book, shelf: Path) -> None:
    good = backed_up(kept)
    content = good.path.read_bytes()
    kept.write(NewEntry(step="add"), changes_between(None, bare_session("2")))
    stranger = apsw.Connection(str(kept.path))
    list(stranger.execute("update commitment set text = 'Nothing'"))
    stranger.close()
    with pytest.raises(FileProblem) as problem:
        backed_up(kept)
    assert problem.value.code == "damaged"
    assert [one.path for one in backups_of(kept.path, shelf)] == [good.path]
    assert good.path.read_bytes() == content
    kept.close()


def test_a_shelf_that_cannot_be_written_gives_way_to_one_beside_the_book(kept: Book, shelf: Path) -> None:
    shelf.rename(shelf.with_name("away"))
    shelf.write_text("in the way")
    made = backed_up(kept)
    assert made.path.parent == kept.path.parent / "book-copies"
    shelf.unlink()
    assert backups_of(kept.path, shelf) == (made,)
    kept.close()


def test_bringing_back_puts_the_old_book_aside(kept: Book, shelf: Path) -> None:
    before = backed_up(kept)
    kept.write(NewEntry(step="add"), changes_between(None, bare_session("2")))
    with pytest.raises(FileProblem) as problem:
        bring_back(before.path, kept.path, shelf, now=NOW)
    assert problem.value.code == "in_use_by"
    kept.close()
    aside = bring_back(before.path, kept.path, shelf, now=NOW)
    assert aside is not None
    book, old = open_book(kept.path), open_book(aside)
    assert [line.number for line in book.session_lines()] == ["W5-2026-014"]
    assert [line.number for line in old.session_lines()] == ["2", "W5-2026-014"]
    assert BackupReason.RESTORE in {one.reason for one in backups_of(kept.path, shelf)}
    # The numbers of its log do not go on from those that the set-aside book used already.
    key = book.write(NewEntry(step="add"), changes_between(None, bare_session("3")))
    assert key is not None
    assert key.sequence == 1
    book.close()
    old.close()
    assert examine(kept.path).state == "sound"


@pytest.mark.parametrize("harm", ["cut", "gone", "zeros"])
def test_a_lost_book_comes_back(kept: Book, shelf: Path, harm: str) -> None:
    made = backed_up(kept)
    kept.close()
    content = kept.path.read_bytes()
    if harm == "gone":
        kept.path.unlink()
    else:
        kept.path.write_bytes(content[:5000] if harm == "cut" else bytes(len(content)))
    assert [one.path for one in backups_of(kept.path, shelf)] == [made.path]
    bring_back(made.path, kept.path, shelf, now=NOW)
    book = open_book(kept.path)
    assert len(book.session_lines()) == 1
    book.close()


def test_a_damaged_backup_is_not_brought_back(kept: Book, shelf: Path) -> None:
    made = backed_up(kept)
    kept.close()
    before = hashlib.sha256(kept.path.read_bytes()).digest()
    made.path.write_bytes(made.path.read_bytes().replace(b"Dig a well", b"Dig a hole"))
    with pytest.raises(FileProblem) as problem:
        bring_back(made.path, kept.path, shelf, now=NOW)
    assert problem.value.code == "damaged"
    assert hashlib.sha256(kept.path.read_bytes()).digest() == before
    assert [one.name for one in kept.path.parent.iterdir()] == [kept.path.name]


def test_three_years_with_wrong_clocks_keep_the_fullest_and_at_most_31(tmp_path: Path) -> None:
    """The clock jumps to 1970 and to 2038; neither takes the newest, nor the one with the most in it."""
    newest = None
    for day in range(3 * 365):
        when = NOW + dt.timedelta(days=day)
        when = when.replace(year=1970) if day % 97 == 5 else when.replace(year=2038) if day % 97 == 6 else when
        reason = BackupReason.IMPORT if day % 10 == 0 else BackupReason.CLOSE
        name = f"book-{when:%Y%m%dT%H%M%SZ}-{day}-{day:08x}-{reason.value}.hrplan"
        (tmp_path / name).touch()
        newest = Backup(
            path=tmp_path / name, made=when, entries=day, head=f"{day:08x}", reason=reason, size=0
        )  # fmt: skip
        thin_out(tmp_path, newest=newest)
        assert newest.path.exists()
    left = list(tmp_path.iterdir())
    assert len(left) <= 31
    assert newest is not None
    poorer = replace(newest, path=tmp_path / "book-20990101T000000Z-3-00000003-close.hrplan", entries=3)
    poorer.path.touch()
    thin_out(tmp_path, newest=poorer)
    assert newest.path.exists()
