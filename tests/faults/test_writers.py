"""Every writer, with its n-th file operation failing: what was there stays as it was, and nobody claims success.

Operations are those of the system that our code calls, and those that SQLite makes through its file layer.
"""

# ruff: noqa: N802  the methods bear the names that SQLite gives them

import datetime as dt
import errno
import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw
import pytest

from hrplanner.entry.wiring import Wiring
from hrplanner.model.backups import BackupReason
from hrplanner.model.changes import changes_between
from hrplanner.model.errors import FileProblem
from hrplanner.model.lines import NewEntry
from hrplanner.model.office import new_office
from hrplanner.storage.examination import examine
from hrplanner.storage.file_format import VFS
from hrplanner.storage.opening import create_book, open_book
from hrplanner.storage.salvage import salvage
from hrplanner.storage.shelf import bring_back
from hrplanner.usecases.sharing import share
from tests.storage.records import full_session

POINTS = int(os.environ.get("HRPLANNER_WRITER_POINTS", "60"))
OF_SYSTEM = ("open", "write", "fsync", "rename", "replace")
PAPER = b"minutes" * 4000
NOW = dt.datetime(2026, 11, 24, 10, 0, tzinfo=dt.UTC)


@dataclass
class Countdown:
    """Operations until one fails; `fired` once it did."""

    left: int
    fired: bool = False

    def is_over(self) -> bool:
        self.left -= 1
        self.fired = self.fired or self.left == 0
        return self.left == 0


class FailingFile(apsw.VFSFile):
    """A file of which one write, sync or cut fails."""

    def __init__(self, name: Any, flags: Any, count: Countdown) -> None:
        self._count = count
        super().__init__(VFS, name, flags)

    def xWrite(self, data: Any, offset: int) -> None:
        if self._count.is_over():
            raise apsw.exception_for(apsw.SQLITE_FULL)
        super().xWrite(data, offset)

    def xSync(self, flags: int) -> None:
        if self._count.is_over():
            raise apsw.exception_for(apsw.SQLITE_IOERR_WRITE)
        super().xSync(flags)

    def xTruncate(self, newsize: int) -> None:
        if self._count.is_over():
            raise apsw.exception_for(apsw.SQLITE_IOERR_WRITE)
        super().xTruncate(newsize)


class FailingDisk(apsw.VFS):
    """The files of the system, one operation of which fails."""

    def __init__(self, count: Countdown) -> None:
        self._count = count
        super().__init__("failing", VFS)

    def xOpen(self, name: Any, flags: Any) -> FailingFile:
        if self._count.is_over():
            raise apsw.exception_for(apsw.SQLITE_CANTOPEN)
        return FailingFile(name, flags, self._count)


@contextmanager
def failing_at(number: int) -> Iterator[Countdown]:
    count, usual = Countdown(number), apsw.vfs_names()[0]
    disk = FailingDisk(count)

    def fragile(honest: Callable[..., Any]) -> Callable[..., Any]:
        def operation(*given: Any, **named: Any) -> Any:
            if count.is_over():
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            return honest(*given, **named)

        return operation

    apsw.set_default_vfs("failing")
    try:
        with pytest.MonkeyPatch.context() as patch:
            for name in OF_SYSTEM:
                patch.setattr(os, name, fragile(getattr(os, name)))
            yield count
    finally:
        apsw.set_default_vfs(usual)
        disk.unregister()


def back_up(path: Path, out: Path) -> None:
    book = open_book(path, backups=out.parent / "copies")
    try:
        if book.back_up(BackupReason.ASKED) is None:
            raise FileProblem("book_is_read_only")
    finally:
        book.close()


def save(path: Path, out: Path) -> None:
    book = open_book(path)
    try:
        book.write(NewEntry(step="add"), changes_between(None, full_session("more")))
    finally:
        book.close()


def hand_out(path: Path, out: Path) -> None:
    book = open_book(path)
    try:
        share(book, Wiring(), out.with_suffix(".hrplan"), "partner", clock=lambda: 1_790_000_000_000)
    finally:
        book.close()


def restore(path: Path, out: Path) -> None:
    bring_back(path.with_name("old.hrplan"), path, out.parent / "copies", now=NOW)


def bring_out(path: Path, out: Path) -> None:
    salvage(path, out.with_suffix(".hrplan"))


def print_or_export(path: Path, out: Path) -> None:
    Wiring().write_file(out, PAPER)


WRITERS = (back_up, save, hand_out, restore, bring_out, print_or_export)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("whole") / "book.hrplan"
    book = create_book(path, new_office(name="Ward 5", country="np"))
    book.write(NewEntry(step="add"), changes_between(None, full_session()))
    book.close()
    return path.read_bytes()


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.timeout(120 + 4 * POINTS)
def test_the_nth_operation_fails(writer: Callable[[Path, Path], None], content: bytes, tmp_path: Path) -> None:
    for number in numbers(writer.__name__):
        folder = tmp_path / str(number)
        folder.mkdir()
        path, out, old = folder / "book.hrplan", folder / "out.pdf", folder / "old.hrplan"
        for place in (path, old):
            place.write_bytes(content)
        out.write_bytes(b"old")
        problem: FileProblem | None = None
        with failing_at(number) as count:
            try:
                writer(path, out)
            except FileProblem as said:
                problem = said
        assert old.read_bytes() == content
        assert [one.name for one in folder.rglob("*.part*")] == []
        assert out.read_bytes() in {b"old", PAPER}
        expect_books_sound(folder)
        if problem is None and writer is print_or_export:
            assert out.read_bytes() == PAPER
        if problem is None and writer is back_up:
            assert list(folder.rglob("book-*.hrplan"))
        if not count.fired:
            assert problem is None


def numbers(writer: str) -> list[int]:
    """The first operations one by one, and some further on."""
    chance, each = random.Random(writer), max(2, POINTS // len(WRITERS))
    return [*range(1, each // 2 + 1), *sorted(chance.sample(range(each // 2 + 1, 12 * each), each - each // 2))]


def expect_books_sound(folder: Path) -> None:
    for path in folder.rglob("*.hrplan"):
        assert examine(path).state == "sound", path.name
        book = open_book(path)
        assert "W5-2026-014" in {line.number for line in book.session_lines()}
        book.close()
