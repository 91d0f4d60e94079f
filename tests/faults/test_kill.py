"""A program killed in the middle of saving: what it said was saved is there, and nothing is there by halves."""

import multiprocessing
import os
import random
import time
from pathlib import Path

from hrplanner.model.office import new_office
from hrplanner.storage import entries
from hrplanner.storage.engine import open_engine
from hrplanner.storage.opening import create_book, open_book
from hrplanner.usecases.recording import new_session
from hrplanner.usecases.workspace import Workspace
from tests.faults.committing import save_for_ever

PROGRAMS = multiprocessing.get_context("forkserver")
KILLS = int(os.environ.get("HRPLANNER_KILLS", "100"))


def test_killed_in_the_middle_of_saving(tmp_path: Path) -> None:
    path = tmp_path / "book.hrplan"
    create_book(path, new_office(name="Ward 5", country="np")).close()
    multiprocessing.set_forkserver_preload(["tests.faults.committing"])
    chance = random.Random(5)
    saved = -1
    for turn in range(KILLS):
        saved = max(saved, _run_and_kill(path, after=chance.uniform(0, 0.05)))
        _expect_whole(path, saved, at_least=turn // 4)
    after = Workspace(open_book(path))
    after.add_session(new_session(number="after", title="After", kind="ward_assembly"))
    after.book.close()
    assert [one.name for one in tmp_path.iterdir()] == [path.name]  # the next save clears what the last one left


def _run_and_kill(path: Path, *, after: float) -> int:
    """The number of the last save that the program told of before it was killed."""
    told = path.with_suffix(".told")
    program = PROGRAMS.Process(target=save_for_ever, args=(path, told))
    program.start()
    until = time.monotonic() + 20
    while not (told.exists() and told.stat().st_size) and program.is_alive() and time.monotonic() < until:
        time.sleep(0.002)
    time.sleep(after)
    program.kill()
    program.join()
    program.close()
    lines = told.read_bytes().split(b"\n")[:-1]
    told.unlink()
    assert lines, "the program never saved"
    return int(lines[-1])


def _expect_whole(path: Path, saved: int, *, at_least: int) -> None:
    book = open_book(path)
    lines = book.session_lines()
    assert len(lines) > saved >= at_least
    assert book.session(f"S{saved:06}").heads == saved
    last = book.session(lines[-1].number)
    assert len(last.people) == 3
    assert len(last.issues) == 1
    book.close()
    engine = open_engine(path, access="read")
    with engine.begin() as connection:
        assert connection.exec_driver_sql("pragma integrity_check").scalar() == "ok"
        assert connection.exec_driver_sql("pragma foreign_key_check").all() == []
        assert list(entries.check_chain(connection)) == []
    engine.dispose()
