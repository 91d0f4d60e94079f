"""An upgrade killed at every moment: the book is wholly old or wholly new, and a copy was made before."""

import datetime as dt
import multiprocessing
import os
from pathlib import Path

import pytest
import sqlalchemy as sa

from hrplanner.model.changes import changes_between
from hrplanner.model.lines import NewEntry
from hrplanner.model.office import new_office
from hrplanner.storage.book import Book
from hrplanner.storage.engine import open_engine
from hrplanner.storage.file_format import VERSION, probe
from hrplanner.storage.opening import create_book
from hrplanner.storage.upgrades import Step, since, upgrade
from tests.storage.records import full_session

PROGRAMS = multiprocessing.get_context("forkserver")
POINTS = int(os.environ.get("HRPLANNER_UPGRADE_KILLS", "50"))
NOW = dt.datetime(2026, 11, 24, 10, 0, tzinfo=dt.UTC)
STATEMENTS = 46


def steps(kill_at: int) -> tuple[Step, ...]:
    """Steps of many statements, the program dying after one of them."""

    @since(VERSION + 1)
    def grow(connection: sa.Connection) -> None:
        for number in range(STATEMENTS):
            if number == kill_at:
                os._exit(9)
            connection.exec_driver_sql(f"alter table session add column more_{number} text")

    return (grow,)


def upgrade_and_die(path: Path, kill_at: int) -> None:
    """At a statement of the step; in the first two rounds before it, in the last two after it."""
    if kill_at == POINTS - 1:
        upgrade(path, version=VERSION, backups=path.parent / "backups", now=NOW, steps=steps(-1))
        os._exit(9)
    upgrade(path, version=VERSION, backups=path.parent / "backups", now=NOW, steps=steps(kill_at % STATEMENTS))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    book: Book = create_book(tmp_path / "book.hrplan", new_office(name="W", country="np"))
    book.write(NewEntry(step="s"), changes_between(None, full_session()))
    book.close()
    return book.path


@pytest.mark.timeout(300)
def test_killed_at_every_point(old: Path) -> None:
    multiprocessing.set_forkserver_preload(["tests.faults.test_upgrading"])
    content = old.read_bytes()
    for point in range(POINTS):
        program = PROGRAMS.Process(target=upgrade_and_die, args=(old, point))
        program.start()
        program.join()
        assert program.exitcode == 9
        version, columns, people = seen(old)
        assert (version, columns) in {(VERSION, 0), (VERSION + 1, STATEMENTS)}
        assert people == 3
        (kept, *_) = (old.parent / "backups").glob("*.hrplan")
        assert seen(kept) == (VERSION, 0, 3)
        old.write_bytes(content)
        old.with_name(f"{old.name}-journal").unlink(missing_ok=True)


def seen(path: Path) -> tuple[int, int, int]:
    """The version, how many columns the step has made, and how many people there are."""
    engine = open_engine(path, access="write")
    with engine.begin() as connection:
        names = connection.exec_driver_sql("select name from pragma_table_info('session')").scalars().all()
        people = connection.exec_driver_sql("select count(*) from person").scalar()
        assert connection.exec_driver_sql("pragma integrity_check").scalar() == "ok"
    engine.dispose()
    return probe(path).version, sum(name.startswith("more_") for name in names), int(people or 0)
