"""The driver and the engine: transactions end as they say, and what could lose a save is switched on."""

from pathlib import Path

import apsw
import pytest
from sqlalchemy.exc import DBAPIError, IntegrityError

from hrplanner.storage.engine import open_engine, raw, writing


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.hrplan"
    engine = open_engine(path, access="create")
    with writing(engine).begin() as connection:
        connection.exec_driver_sql("create table a(b integer not null unique) strict")
        connection.exec_driver_sql("insert into a values(?)", [(1,), (2,)])
    engine.dispose()
    return path


@pytest.mark.parametrize(
    ("setting", "expected"),
    [("journal_mode", "delete"), ("synchronous", 3), ("foreign_keys", 1), ("secure_delete", 1), ("trusted_schema", 0),
     ("cell_size_check", 1), ("mmap_size", 0), ("temp_store", 2), ("busy_timeout", 5000)],
)  # fmt: skip
def test_settings_that_keep_saves_are_on(file: Path, setting: str, expected: object) -> None:
    engine = open_engine(file, access="write")
    with engine.begin() as connection:
        assert connection.exec_driver_sql(f"pragma {setting}").scalar() == expected
    engine.dispose()


def test_a_failed_command_leaves_nothing(file: Path) -> None:
    engine = open_engine(file, access="write")
    with pytest.raises(IntegrityError), writing(engine).begin() as connection:
        connection.exec_driver_sql("insert into a values(?)", [(3,), (1,)])
    with engine.begin() as connection:
        assert connection.exec_driver_sql("select b from a order by b").scalars().all() == [1, 2]
    engine.dispose()


def test_a_select_without_rows_still_has_its_columns(file: Path) -> None:
    engine = open_engine(file, access="read")
    with engine.begin() as connection:
        found = connection.exec_driver_sql("select b as seen from a where b > 5")
        assert list(found.keys()) == ["seen"]
        assert found.all() == []
    engine.dispose()


def test_two_writers_wait_for_each_other(file: Path) -> None:
    first, second = open_engine(file, access="write"), open_engine(file, access="write", busy_ms=50)
    with writing(first).begin():
        with pytest.raises(DBAPIError) as refused, writing(second).begin():
            pass
        assert getattr(refused.value.orig, "result", 0) & 0xFF == apsw.SQLITE_BUSY
        with second.begin() as reading:
            assert reading.exec_driver_sql("select count(*) from a").scalar() == 2
    with writing(second).begin() as connection:
        connection.exec_driver_sql("insert into a values(3)")
    first.dispose()
    second.dispose()


def test_reading_changes_no_byte_and_leaves_no_file(file: Path) -> None:
    before = file.read_bytes()
    engine = open_engine(file, access="read")
    assert raw(engine).readonly("main")
    with pytest.raises(DBAPIError), writing(engine).begin() as connection:
        connection.exec_driver_sql("insert into a values(3)")
    engine.dispose()
    assert file.read_bytes() == before
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_an_erased_name_is_not_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.hrplan"
    engine = open_engine(path, access="create")
    with writing(engine).begin() as connection:
        connection.exec_driver_sql("create table a(id integer primary key, name text) strict")
        connection.exec_driver_sql("insert into a(name) values(?)", [(f"Person {n}",) for n in range(500)])
        connection.exec_driver_sql("insert into a values(1000, 'MARKERMARKER')")
    with writing(engine).begin() as connection:
        connection.exec_driver_sql("delete from a where id = 1000")
    engine.dispose()
    assert b"MARKERMARKER" not in path.read_bytes()
