"""How a book of an older version becomes one of this version: steps in order, all or nothing, after a backup.

A step is a function marked `@since(version)` that changes tables in place, and is listed in `STEPS`. New columns go to
the end; nothing is dropped while the log may still speak of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from hrplanner.model.errors import FileProblem
from hrplanner.model.sealing import BookKey
from hrplanner.storage.backups import back_up
from hrplanner.storage.engine import open_engine, raw, writing
from hrplanner.storage.file_format import MIN_READ, MIN_WRITE
from hrplanner.storage.log_tables import book
from hrplanner.storage.safety import said_by_book

Alteration = Callable[[sa.Connection], None]


@dataclass(frozen=True, slots=True)
class Step:
    """What makes a book one of this version out of one of the version before."""

    version: int
    change: Alteration


def since(version: int) -> Callable[[Alteration], Step]:
    """Marks a function as the step that leads to this version."""
    return lambda change: Step(version, change)


STEPS: tuple[Step, ...] = ()


def upgrade(
    path: Path,
    *,
    version: int,
    backups: Path,
    now: dt.datetime,
    steps: Sequence[Step] = STEPS,
    key: BookKey | None = None,
) -> Path | None:
    """Bring the book to the newest version; the path of the backup made before, or None where nothing was to do.

    Raises FileProblem("upgrade_lost_rows") where a step would lose rows or links; the book is then as it was. Foreign
    keys are off meanwhile: rebuilding a table with them on was seen to delete the rows of others without a word.
    """
    due = [step for step in steps if step.version > version]
    if not due:
        return None
    engine = open_engine(path, access="write", key=key)
    try:
        kept = back_up(engine, backups, name=f"{path.stem}-version-{version}", now=now)
        with said_by_book(path, doing="writing"):
            list(raw(engine).execute("pragma foreign_keys = off"))
            with writing(engine).begin() as connection:
                _run(connection, path, due)
        return kept
    finally:
        engine.dispose()


def _run(connection: sa.Connection, path: Path, due: Sequence[Step]) -> None:
    before = _rows(connection)
    for step in due:
        step.change(connection)
    after = _rows(connection)
    dangling = connection.exec_driver_sql("pragma foreign_key_check").all()
    if dangling or any(after.get(name) != rows for name, rows in before.items()):
        raise FileProblem("upgrade_lost_rows", path=str(path))
    connection.execute(sa.update(book).values(min_read=MIN_READ, min_write=MIN_WRITE))
    connection.exec_driver_sql(f"pragma user_version = {due[-1].version}")


def _rows(connection: sa.Connection) -> dict[str, int]:
    names = connection.exec_driver_sql("select name from sqlite_schema where type = 'table'").scalars().all()
    return {
        name: connection.execute(sa.select(sa.func.count()).select_from(sa.table(name))).scalar_one() for name in names
    }
