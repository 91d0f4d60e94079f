"""One altered row of a signed record or of the log: Check file finds it, and says which.

The row is written behind the program's back by somebody who also repairs the digest of its session, so that only the
log, its chain and the frozen versions can tell.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw
import pytest

from hrplanner.model.changes import Change, RowKind, changes_between, plain
from hrplanner.model.lines import NewEntry
from hrplanner.model.office import new_office
from hrplanner.model.soundness import Fault
from hrplanner.storage.digests import renew
from hrplanner.storage.engine import open_engine, writing
from hrplanner.storage.examination import examine
from hrplanner.storage.opening import create_book
from hrplanner.usecases.freezing import next_version
from tests.storage.records import full_session

ALTERED = int(os.environ.get("HRPLANNER_ALTERED", "20"))
_OF_LOG = ("entry", "entry_body")
_APART = frozenset({"id", "session", "binned", "home"})


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of one row, the row by its key."""

    table: str
    key: Mapping[str, Any]
    column: str


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book with two sessions whose minutes are frozen."""
    path = tmp_path_factory.mktemp("signed") / "book.hrplan"
    with closing(create_book(path, new_office(name="Ward 5", country="np"))) as book:
        for number in ("S1", "S2"):
            book.write(NewEntry(step="add"), changes_between(None, full_session(number)))
            session = book.session(number)
            version = next_version(book, session)
            change = Change(RowKind.MINUTES, version.id, session.id, None, plain(version))
            book.write(NewEntry(step="freeze_minutes", about=number, session=session.id), [change])
    return path


def cells(path: Path) -> list[Cell]:
    """Every cell that holds something, of every row of a record and of the log."""
    found = []
    with closing(apsw.Connection(str(path))) as connection:
        for table in [*(kind.value for kind in RowKind), *_OF_LOG]:
            columns: list[Any] = connection.execute(f'pragma table_info("{table}")').fetchall()
            keys = [row[1] for row in sorted(columns, key=lambda row: row[5]) if row[5]]
            for name in (row[1] for row in columns if row[1] not in {*keys, *_APART}):
                shown = ", ".join(f'"{key}"' for key in keys)
                rows = connection.execute(f'select {shown} from "{table}" where "{name}" is not null')
                found += [Cell(table, dict(zip(keys, row, strict=True)), name) for row in rows]
    return found


def alter(path: Path, cell: Cell, chance: random.Random) -> None:
    """Another value of the same type, with the digest of its session counted anew."""
    where, key = " and ".join(f'"{name}" = ?' for name in cell.key), tuple(cell.key.values())
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute("pragma ignore_check_constraints = on")
        ((value,),) = connection.execute(f'select "{cell.column}" from "{cell.table}" where {where}', key)
        command = f'update "{cell.table}" set "{cell.column}" = ? where {where}'
        connection.execute(command, (_other(value, chance), *key))
    repair(path)


def repair(path: Path) -> None:
    """Count the digests anew, as a forger who knows this program would."""
    engine = open_engine(path, access="write")
    with writing(engine).begin() as connection:
        renew(connection)
    engine.dispose()


def _other(value: Any, chance: random.Random) -> Any:
    if isinstance(value, int):
        return 1 - value if value in {0, 1} else value + chance.choice((-1, 1, 10))
    if isinstance(value, bytes):
        place = chance.randrange(len(value))
        return value[:place] + bytes([value[place] ^ (1 << chance.randrange(8))]) + value[place + 1 :]
    place = chance.randrange(len(value) + 1)
    return value[:place] + chance.choice("abc1") + value[place:]


def says_which(faults: tuple[Fault, ...], table: str) -> bool:
    """Whether a fault names the row: its kind and its place, or the entry of the log."""
    kinds = {"entry"} if table in _OF_LOG else {table}
    return any(fault.kind in kinds and fault.spots for fault in faults)


def test_a_repaired_digest_alone_alters_nothing(signed: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.hrplan"
    shutil.copyfile(signed, copy)
    repair(copy)
    assert examine(copy).state == "sound"


def test_every_altered_row_is_found_and_named(signed: Path, tmp_path: Path) -> None:
    chance = random.Random(7)
    known = cells(signed)
    unnoticed, unnamed = [], []
    for number in range(ALTERED):
        where = chance.choice(known)
        copy = tmp_path / "copy.hrplan"
        shutil.copyfile(signed, copy)
        alter(copy, where, random.Random(number))
        found = examine(copy)
        if found.state == "sound":
            unnoticed.append(where)
        elif found.problem is None and not says_which(found.faults, where.table):
            unnamed.append((where, [(fault.code, fault.kind) for fault in found.faults]))
    assert unnoticed == []
    assert unnamed == []
