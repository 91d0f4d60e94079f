"""The power goes at any moment: what was not synced is lost or torn, and no save that was acknowledged is missing.

A recorder under SQLite notes every write and sync; a cut is replayed from its notes. Of the writes since the last sync
of a file each one is kept, lost, or torn at a sector, in any mixture.
"""

# ruff: noqa: N802  the methods bear the names that SQLite gives them

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import apsw
import pytest

from hrplanner.model.changes import changes_between
from hrplanner.model.lines import NewEntry
from hrplanner.model.office import new_office
from hrplanner.storage.book import Book
from hrplanner.storage.examination import examine
from hrplanner.storage.file_format import VFS
from hrplanner.storage.opening import create_book, open_book
from tests.storage.records import full_session

CUTS = int(os.environ.get("HRPLANNER_POWER_CUTS", "20"))
SAVES = 12
SECTOR = 512

Note = tuple[str, str, int, bytes]


class NotingFile(apsw.VFSFile):
    """A file whose writes and syncs are noted before they are made."""

    def __init__(self, name: Any, flags: Any, notes: list[Note]) -> None:
        self._place = name.filename() if isinstance(name, apsw.URIFilename) else str(name)
        self._notes = notes
        super().__init__(VFS, name, flags)

    def xWrite(self, data: Any, offset: int) -> None:
        self._notes.append(("write", self._place, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:
        self._notes.append(("truncate", self._place, newsize, b""))
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self._notes.append(("sync", self._place, 0, b""))


class NotingDisk(apsw.VFS):
    """The files of the system, noted."""

    def __init__(self, notes: list[Note]) -> None:
        self._notes = notes
        super().__init__("noting", VFS)

    def xOpen(self, name: Any, flags: Any) -> NotingFile:
        return NotingFile(name, flags, self._notes)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        super().xDelete(filename, syncdir)
        self._notes.append(("delete", filename, int(syncdir), b""))


@dataclass
class OnDisk:
    """A file as the disk has it for certain, and what may or may not have reached it."""

    certain: bytearray = field(default_factory=bytearray)
    waiting: list[Note] = field(default_factory=list)

    def sync(self) -> None:
        for note in self.waiting:
            self.take(note)
        self.waiting.clear()

    def take(self, note: Note) -> None:
        kind, _, at, data = note
        if kind == "truncate":
            del self.certain[at:]
            return
        if len(self.certain) < at:
            self.certain += bytes(at - len(self.certain))
        self.certain[at : at + len(data)] = data

    def after_a_cut(self, chance: random.Random) -> bytes:
        for note in self.waiting:
            kind, place, at, data = note
            match chance.choice(("kept", "lost", "torn")):
                case "kept":
                    self.take(note)
                case "torn" if kind == "write":
                    self.take((kind, place, at, data[: chance.randrange(len(data) // SECTOR + 1) * SECTOR]))
        return bytes(self.certain)


@contextmanager
def noting() -> Iterator[list[Note]]:
    notes: list[Note] = []
    usual = apsw.vfs_names()[0]
    disk = NotingDisk(notes)
    apsw.set_default_vfs("noting")
    try:
        yield notes
    finally:
        apsw.set_default_vfs(usual)
        disk.unregister()


def worked_on(path: Path) -> tuple[bytes, list[Note]]:
    """The book before the work, and all that its file and its journal went through, with a note for each save."""
    create_book(path, new_office(name="W", country="np")).close()
    first = path.read_bytes()
    with noting() as notes:
        book: Book = open_book(path)
        for number in range(SAVES):
            session = full_session(f"S{number:02}")
            book.write(NewEntry(step="add"), changes_between(None, session))
            book.write(NewEntry(step="heads"), changes_between(session, replace(session, heads=number)))
            notes.append(("saved", "", number, b""))
        book.close()
    return first, notes


def cut(first: bytes, path: Path, notes: list[Note], chance: random.Random) -> int:
    """Put onto the disk what a cut after these notes leaves there; the number of saves acknowledged before it."""
    files = {str(path): OnDisk(bytearray(first))}
    saved = 0
    for note in notes:
        kind, place, at, _ = note
        if kind == "saved":
            saved = at + 1
        elif kind == "sync":
            files.setdefault(place, OnDisk()).sync()
        elif kind == "delete":
            if at or chance.random() < 0.5:  # a name that was not synced may come back
                files.pop(place, None)
        else:
            files.setdefault(place, OnDisk()).waiting.append(note)
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
    for place, file in files.items():
        Path(place).write_bytes(file.after_a_cut(chance))
    return saved


@pytest.mark.timeout(120 + 2 * CUTS)
def test_no_acknowledged_save_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "book.hrplan"
    first, notes = worked_on(path)
    assert sum(kind == "sync" for kind, *_ in notes) > 2 * SAVES
    chance = random.Random(11)
    for _ in range(CUTS):
        saved = cut(first, path, notes[: chance.randrange(1, len(notes) + 1)], chance)
        book = open_book(path)
        numbers = [line.number for line in book.session_lines()]
        assert numbers[:saved] == [f"S{number:02}" for number in range(saved)]
        assert [book.session(number).heads for number in numbers[:saved]] == list(range(saved))
        book.close()
        assert examine(path).state == "sound"


def test_the_recorder_sees_a_save_that_is_not_synced(tmp_path: Path) -> None:
    """Without syncs the same cuts do lose saves: the test above would see it."""
    path = tmp_path / "book.hrplan"
    first, notes = worked_on(path)
    careless = [note for note in notes if note[0] != "sync"]
    chance = random.Random(11)
    lost = 0
    for _ in range(5):
        saved = cut(first, path, careless, chance)
        found = examine(path)
        lost += found.state != "sound" or saved == 0
    assert lost
