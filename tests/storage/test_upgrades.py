"""An older book becomes one of this version wholly or not at all, and never without a copy of what it was."""

import datetime as dt
from pathlib import Path

import pytest
import sqlalchemy as sa

from hrplanner.model.changes import changes_between
from hrplanner.model.errors import FileProblem
from hrplanner.model.lines import NewEntry
from hrplanner.storage.book import Book
from hrplanner.storage.engine import open_engine
from hrplanner.storage.file_format import VERSION, probe
from hrplanner.storage.opening import open_book
from hrplanner.storage.upgrades import STEPS, Step, since, upgrade
from tests.storage.records import full_session

NOW = dt.datetime(2026, 11, 24, 10, 0, tzinfo=dt.UTC)


@since(VERSION + 1)
def keep_weather(connection: sa.Connection) -> None:
    connection.exec_driver_sql("alter table session add column weather text")


@since(VERSION + 2)
def keep_light(connection: sa.Connection) -> None:
    connection.exec_driver_sql("alter table session add column light text")


@since(VERSION + 2)
def lose_people(connection: sa.Connection) -> None:
    connection.exec_driver_sql("delete from membership")


@since(VERSION + 2)
def break_off(connection: sa.Connection) -> None:
    connection.exec_driver_sql("alter table session add column light text")
    raise OSError("power")


@pytest.fixture
def old(book: Book) -> Path:
    book.write(NewEntry(step="s"), changes_between(None, full_session()))
    book.close()
    return book.path


def run(path: Path, *steps: Step) -> Path | None:
    return upgrade(path, version=VERSION, backups=path.parent / "backups", now=NOW, steps=steps)


def test_the_steps_lead_to_this_version() -> None:
    assert [step.version for step in STEPS] == list(range(2, VERSION + 1))


def test_steps_run_in_order_after_a_backup(old: Path) -> None:
    kept = run(old, keep_weather, keep_light)
    assert probe(old).version == VERSION + 2
    engine = open_engine(old, access="read")
    with engine.begin() as connection:
        assert connection.exec_driver_sql("select weather, light from session").all() == [(None, None)]
    engine.dispose()
    assert kept is not None
    backup = open_book(kept)
    assert [line.number for line in backup.session_lines()] == ["W5-2026-014"]
    backup.close()


def test_a_book_of_this_version_is_left_alone(old: Path) -> None:
    before = old.read_bytes()
    assert run(old) is None
    assert old.read_bytes() == before
    assert not (old.parent / "backups").exists()


@pytest.mark.parametrize("bad", [lose_people, break_off])
def test_a_step_that_fails_or_loses_rows_changes_nothing(old: Path, bad: Step) -> None:
    before = old.read_bytes()
    with pytest.raises((FileProblem, OSError)):
        run(old, keep_weather, bad)
    assert probe(old).version == VERSION
    book = open_book(old)
    assert len(book.session("W5-2026-014").people[0].groups) == 2
    book.close()
    assert len(old.read_bytes()) == len(before)
