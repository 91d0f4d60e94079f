"""What can be read of a damaged book comes out, and what cannot is counted."""

import random
from pathlib import Path

import pytest

from hrplanner.model.changes import changes_between
from hrplanner.model.errors import FileProblem
from hrplanner.model.lines import NewEntry
from hrplanner.storage.book import Book
from hrplanner.storage.examination import examine
from hrplanner.storage.opening import open_book
from hrplanner.storage.salvage import salvage
from tests.storage.records import bare_session, full_session


@pytest.fixture
def kept(book: Book) -> Path:
    for number in range(8):
        book.write(NewEntry(step="add"), changes_between(None, full_session(f"S{number}")))
    gone = bare_session("gone")
    book.write(NewEntry(step="add"), changes_between(None, gone))
    book.write(NewEntry(step="remove"), changes_between(gone, None))
    book.close()
    return book.path


def test_a_sound_book_comes_out_whole(kept: Path, tmp_path: Path) -> None:
    said = salvage(kept, tmp_path / "out.hrplan")
    assert (said.sessions, said.lost) == (8, 0)
    one, other = open_book(kept, access="read"), open_book(tmp_path / "out.hrplan")
    assert one.office() == other.office()
    for line in one.session_lines():
        assert other.session(line.number) == one.session(line.number)
    assert len(other.session_lines()) == 8
    one.close()
    other.close()
    assert examine(tmp_path / "out.hrplan").state == "sound"


def test_most_of_a_damaged_book_comes_out(kept: Path, tmp_path: Path) -> None:
    content, chance, whole = kept.read_bytes(), random.Random(7), 0
    for number in range(12):
        damaged = bytearray(content)
        start = chance.randrange(1, len(content) // 4096) * 4096
        damaged[start : start + 4096] = chance.randbytes(4096)
        source, out = tmp_path / f"{number}.hrplan", tmp_path / f"{number}-out.hrplan"
        source.write_bytes(damaged)
        try:
            said = salvage(source, out)
        except FileProblem as problem:
            assert problem.code == "nothing_to_salvage"  # noqa: PT017  refused in words is one of the two ways out
            continue
        assert examine(out).state == "sound"
        assert source.read_bytes() == damaged
        whole += said.sessions >= 7
    assert whole >= 9


def test_nothing_to_bring_out(tmp_path: Path, kept: Path) -> None:
    content = kept.read_bytes()
    kept.write_bytes(content[:100] + bytes(len(content) - 100))
    with pytest.raises(FileProblem) as problem:
        salvage(kept, tmp_path / "out.hrplan")
    assert problem.value.code == "nothing_to_salvage"
    assert not (tmp_path / "out.hrplan").exists()
