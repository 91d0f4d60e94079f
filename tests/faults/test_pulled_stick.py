"""The stick is pulled while it is read or written: refused in words, or taken whole; the own book as it was."""

import fcntl
import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hrplanner.entry.wiring import Wiring
from hrplanner.model.changes import changes_between
from hrplanner.model.errors import FileProblem
from hrplanner.model.lines import NewEntry
from hrplanner.model.office import Office, new_office
from hrplanner.storage import strangers
from hrplanner.storage.book import Book as StoredBook
from hrplanner.storage.examination import examine
from hrplanner.storage.opening import create_book, open_book
from hrplanner.usecases.merging import merge_books
from hrplanner.usecases.ports import Book
from hrplanner.usecases.recording import new_session
from hrplanner.usecases.sharing import share
from hrplanner.usecases.workspace import Workspace
from tests.storage.records import bare_session, person

SHUT_DOWN, WITHOUT_WRITING = 0x8004587D, 2  # what ext4 answers to from then on is an error of the disk
READ_NO_MORE = {"cannot_read", "damaged"}  # both say that it comes from the drive, by what the system answered first
PEOPLE = 200
Pull = Callable[[], None]


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own that can be pulled."""
    if sys.platform != "linux" or os.geteuid() != 0 or shutil.which("mkfs.ext4") is None:
        pytest.skip("only root on Linux can make a disk to pull")
    image, place = tmp_path / "image", tmp_path / "stick"
    image.write_bytes(b"")
    os.truncate(image, 24_000_000)
    place.mkdir()
    subprocess.run(["mkfs.ext4", "-q", str(image)], check=True)
    if subprocess.run(["mount", "-o", "loop", str(image), str(place)], check=False).returncode:
        pytest.skip("this system does not let us mount a disk")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=False)


def pulled(stick: Path) -> None:
    """Every read and write is an error from now on, as when the plug is out."""
    handle = os.open(stick, os.O_RDONLY)
    fcntl.ioctl(handle, SHUT_DOWN, struct.pack("I", WITHOUT_WRITING))
    os.close(handle)


def ejected(stick: Path) -> None:
    """The names are gone from now on, as when the desktop lets go of it."""
    subprocess.run(["umount", "-l", str(stick)], check=True)


@pytest.fixture
def own(tmp_path: Path) -> Iterator[StoredBook]:
    made = create_book(tmp_path / "book.hrplan", new_office(name="Ward 5", country="np"))
    made.write(NewEntry(step="s"), changes_between(None, bare_session("S1")))
    yield made
    made.close()


def copy_on(stick: Path, own: StoredBook) -> Path:
    """A copy on the stick, with so many people more that it is not read at once."""
    copy = stick / "copy.hrplan"
    shutil.copyfile(own.path, copy)
    other = open_book(copy)
    people = tuple(replace(person(f"Person {at}"), place="x" * 8_000) for at in range(PEOPLE))
    other.write(NewEntry(step="s"), changes_between(None, replace(bare_session("S2"), people=people)))
    other.close()
    return copy


@pytest.mark.parametrize("pull", [pulled, ejected])
def test_a_copy_whose_stick_is_pulled_while_it_is_read_changes_nothing(
    stick: Path, own: StoredBook, monkeypatch: pytest.MonkeyPatch, pull: Callable[[Path], None]
) -> None:
    copy, before = copy_on(stick, own), own.path.read_bytes()
    put, left = strangers._put, [lambda: pull(stick)]

    def put_and_pull(*given: Any) -> None:
        put(*given)
        if left:
            left.pop()()

    monkeypatch.setattr(strangers, "_put", put_and_pull)
    space = Workspace(own)
    if pull is ejected:  # what is open can be read to its end
        with Wiring().visiting(copy) as other:
            assert len(merge_books(space, other, agreed=True).entries) == 1
        assert len(own.session("S2").people) == PEOPLE
        return
    with pytest.raises(FileProblem) as problem, Wiring().visiting(copy) as other:
        merge_books(space, other, agreed=True)
    assert problem.value.code in READ_NO_MORE
    assert own.path.read_bytes() == before


def test_a_copy_whose_stick_is_pulled_once_it_was_read_comes_whole(stick: Path, own: StoredBook) -> None:
    copy = copy_on(stick, own)
    with Wiring().visiting(copy) as other:
        pulled(stick)
        merge_books(Workspace(own), other, agreed=True)
    assert len(own.session("S2").people) == PEOPLE
    assert examine(own.path).state == "sound"


class OnAStick(Wiring):
    """The real tools; the stick is pulled once the packet was begun, or when it is all written."""

    def __init__(self, pull: Pull, *, when: str) -> None:
        super().__init__()
        self._pull, self._when = pull, when

    @contextmanager
    def new_book(self, path: Path, office: Office) -> Iterator[Book]:
        with super().new_book(path, office) as book:
            if self._when == "begun":
                self._pull()
            yield book


@pytest.mark.parametrize("when", ["before", "begun"])
def test_a_packet_whose_stick_is_pulled_is_not_handed_out(stick: Path, own: StoredBook, when: str) -> None:
    out, before = stick / "packet.hrplan", own.path.read_bytes()
    tools = OnAStick(lambda: pulled(stick), when=when)
    if when == "before":
        pulled(stick)
    with pytest.raises(FileProblem) as problem:
        share(own, tools, out, "partner", clock=lambda: 1_790_000_000_000)
    assert (problem.value.code, problem.value.params["path"]) == ("cannot_write", str(out))
    assert own.path.read_bytes() == before
    again = own.path.with_name("packet.hrplan")
    share(own, Wiring(), again, "partner", clock=lambda: 1_790_000_000_000)
    assert examine(again).state == "sound"
    Workspace(own).add_session(new_session(number="S3", title="After", kind="meeting"))
