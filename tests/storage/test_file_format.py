"""The look before opening: every kind of wrong file gets its own answer, and looking disturbs nobody."""

import subprocess
import sys
from pathlib import Path

import pytest

from hrplanner.model.errors import FileProblem
from hrplanner.storage.engine import open_engine, writing
from hrplanner.storage.file_format import APPLICATION_ID, VERSION, permitted, probe


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "बैठक.hrplan"
    engine = open_engine(path, access="create")
    with writing(engine).begin() as connection:
        connection.exec_driver_sql(f"pragma application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"pragma user_version={VERSION}")
        connection.exec_driver_sql("create table a(b text) strict")
        connection.exec_driver_sql("insert into a values(?)", [("x" * 500,) for _ in range(100)])
    engine.dispose()
    return path


def _code(path: Path) -> str:
    with pytest.raises(FileProblem) as problem:
        probe(path)
    return problem.value.code


def test_a_book_says_its_version(file: Path) -> None:
    header = probe(file)
    assert header.version == VERSION
    assert header.pages * header.page_size == file.stat().st_size


def test_wrong_files_get_their_own_answer(tmp_path: Path) -> None:
    wrong = {
        "a.txt": (b"", "cut_short"),
        "b.csv": (b"name,age\n" * 50, "not_a_book"),
        "c.zip": (b"PK\x03\x04" + bytes(500), "not_a_book"),
        "d.hrplan": (b"SQLite format 3\x00" + bytes(20), "cut_short"),
        "e.hrplan": (b"SQLite format 3\x00" + bytes(200), "not_a_book"),
    }
    for name, (content, code) in wrong.items():
        (tmp_path / name).write_bytes(content)
        assert _code(tmp_path / name) == code, name
    assert _code(tmp_path) == "is_a_folder"
    assert _code(tmp_path / "none.hrplan") == "not_found"


def test_half_a_book_is_cut_short(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])
    with pytest.raises(FileProblem) as problem:
        probe(file)
    assert problem.value.code == "cut_short"
    assert problem.value.params["expected"] == len(content)


def test_pages_that_a_journal_still_holds_are_not_called_lost(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])
    file.with_name(f"{file.name}-journal").write_bytes(b"a save that was broken off")
    assert probe(file).pages * probe(file).page_size == len(content)


def test_a_senseless_page_size_is_damage(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[16:18] = (1000).to_bytes(2, "big")
    file.write_bytes(content)
    assert _code(file) == "damaged"


def test_looking_does_not_drop_our_own_lock(file: Path) -> None:
    engine = open_engine(file, access="write")
    other = (
        "import apsw, sys\n"
        "c = apsw.Connection(sys.argv[1])\n"
        "try:\n    list(c.execute('begin immediate')); print('lost')\n"
        "except apsw.BusyError: print('held')"
    )
    with writing(engine).begin():
        probe(file)
        told = subprocess.run([sys.executable, "-c", other, str(file)], capture_output=True, text=True, check=True)
    engine.dispose()
    assert told.stdout.strip() == "held"


def test_newer_books_are_read_or_refused(file: Path) -> None:
    assert permitted(file, version=VERSION, min_read=1, min_write=1) == "write"
    assert permitted(file, version=VERSION + 1, min_read=VERSION, min_write=VERSION) == "write"
    assert permitted(file, version=VERSION + 1, min_read=VERSION, min_write=VERSION + 1) == "read"
    with pytest.raises(FileProblem) as problem:
        permitted(file, version=VERSION + 2, min_read=VERSION + 1, min_write=VERSION + 1)
    assert problem.value.code == "newer_book"
