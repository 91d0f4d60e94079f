"""The whole program killed while somebody types: each name it called added is there, and the next start says so."""

import multiprocessing
import os
import random
import time
from pathlib import Path

import pytest

from hrplanner.storage.examination import examine
from hrplanner.storage.opening import open_book
from tests.faults.at_the_window import register_for_ever
from tests.viewmodels.town import NUMBER, with_meeting

PROGRAMS = multiprocessing.get_context("forkserver")
KILLS = int(os.environ.get("HRPLANNER_WINDOW_KILLS", "20"))


@pytest.mark.timeout(120 + 10 * KILLS)
def test_killed_while_somebody_types(tmp_path: Path) -> None:
    multiprocessing.set_forkserver_preload(["tests.faults.at_the_window"])
    space = with_meeting(tmp_path)
    space.book.close()
    path, chance = space.book.path, random.Random(7)
    saved: list[str] = []
    for _ in range(KILLS):
        saved += _type_and_kill(path, tmp_path, after=chance.uniform(0, 0.1))
        book = open_book(path)
        assert book.left_open is not None
        assert set(saved) <= {person.name for person in book.session(NUMBER).people}
        book.close()
    assert len(saved) >= KILLS
    assert examine(path).state == "sound"


def _type_and_kill(path: Path, folder: Path, *, after: float) -> list[str]:
    """The names that the window called added before it was killed, at least one."""
    told = folder / "told"
    program = PROGRAMS.Process(target=register_for_ever, args=(path, told, folder / "home"))
    program.start()
    until = time.monotonic() + 60
    while not (told.exists() and told.stat().st_size) and program.is_alive() and time.monotonic() < until:
        time.sleep(0.005)
    time.sleep(after)
    program.kill()
    program.join()
    program.close()
    names = told.read_text(encoding="utf-8").splitlines()
    told.unlink()
    assert names, "the window never added a name"
    return names
