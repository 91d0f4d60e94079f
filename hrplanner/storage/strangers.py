"""A book from a stranger's stick: read by a child process with little time and memory, copied row by row into ours.

The file is opened read-only, its schema compared with what this version makes, no trigger or view honoured, and it is
never attached. The child sends values as JSON, never objects; each row is written by our own statement into our own
tables, whose checks it must pass, and the copy is then examined like any book.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from typing import Any

import apsw
import sqlalchemy as sa
from sqlalchemy import exc

from hrplanner.model.errors import FileProblem
from hrplanner.model.ids import new_id
from hrplanner.storage import schema
from hrplanner.storage.columns import metadata
from hrplanner.storage.driver import translated
from hrplanner.storage.engine import open_engine, raw, writing
from hrplanner.storage.examination import examine
from hrplanner.storage.file_format import VERSION, probe
from hrplanner.storage.safety import said_by_book, said_by_rows, said_of

SECONDS = 2.0
"""Without a word from the child for so long, the file is refused."""
MEMORY = 512_000_000
_STARTING = 20.0  # seconds that a slow disk may need to load the libraries
_LONGEST = 64_000_000
_ROWS_AT_ONCE = 200

if sys.platform != "win32":
    import resource


def take_clean(path: Path, target: Path) -> None:
    """Copy a book of unknown origin into a new one, clean, or raise FileProblem: then there is no copy.

    Codes: what `probe` raises, altered, damaged, too_slow, exists.
    """
    probe(path)
    if target.exists():
        raise FileProblem("exists", path=str(target))
    part = target.resolve().with_name(f".{secrets.token_hex(8)}.part")
    try:
        _copy_into(part, path)
        found = examine(part)
        if found.state != "sound":
            raise FileProblem("altered", path=str(path))
        with said_of(target, doing="writing"):
            part.rename(target)
    finally:
        for left in (part, Path(f"{part}-journal")):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def _copy_into(part: Path, path: Path) -> None:
    engine = open_engine(part, access="create")
    try:
        with said_by_book(path, doing="writing"), said_by_rows(path), writing(engine).begin() as connection:
            schema.make_tables(connection, book_id=new_id(), made=0)
            connection.exec_driver_sql("delete from book")
            for name, rows in _rows_of(path):
                _put(connection, name, rows, path)
    except exc.IntegrityError as error:  # rows that belong to nothing: the tables say so at the end
        raise FileProblem("altered", path=str(path)) from error
    finally:
        engine.dispose()


def _put(connection: sa.Connection, name: str, rows: list[list[Any]], path: Path) -> None:
    table = metadata.tables[name]
    values = [[bytes.fromhex(value["hex"]) if isinstance(value, dict) else value for value in row] for row in rows]
    marks = ", ".join("?" * len(table.columns))
    try:
        connection.exec_driver_sql(f'insert into "{name}" values ({marks})', [tuple(row) for row in values])
    except exc.DBAPIError as error:
        raise FileProblem("altered", path=str(path)) from error


def _rows_of(path: Path) -> Iterator[tuple[str, list[list[Any]]]]:
    """Tables and rows as the child reads them; FileProblem for what it refuses, and when it falls silent."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_read_apart, args=(str(path), theirs), daemon=True)
    child.start()
    theirs.close()
    patience = _STARTING
    try:
        while True:
            if not ours.poll(patience):
                raise FileProblem("too_slow", path=str(path))
            try:
                told = json.loads(ours.recv_bytes(_LONGEST))
            except (EOFError, OSError, ValueError):
                raise FileProblem("damaged", path=str(path)) from None
            patience = SECONDS
            if "refused" in told:
                raise FileProblem(str(told["refused"]), path=str(path))
            if "end" in told:
                return
            if "table" in told:
                yield str(told["table"]), told["rows"]
    finally:
        child.kill()
        child.join()
        ours.close()


def _read_apart(place: str, out: Pipe) -> None:
    """What the child does: look, compare, send."""
    _limit()
    try:
        _send_all(Path(place), out)
    except FileProblem as problem:
        _say(out, {"refused": problem.code})
    except (MemoryError, exc.SQLAlchemyError, apsw.Error, ValueError, TypeError):
        _say(out, {"refused": "damaged"})


def _send_all(path: Path, out: Pipe) -> None:
    if probe(path).version != VERSION:
        raise FileProblem("altered", path=str(path))
    _say(out, {"began": os.getpid()})
    engine = open_engine(path, access="read")
    with said_by_book(path, doing="reading"), said_by_rows(path), engine.begin() as connection:
        if not schema.is_ours(connection):
            raise FileProblem("altered", path=str(path))
        if connection.exec_driver_sql("pragma quick_check(1)").scalar() != "ok":
            raise FileProblem("damaged", path=str(path))
        for table in schema.TABLES_OF_A_BOOK:
            _send(out, raw(engine), table.name)
    _say(out, {"end": True})


def _send(out: Pipe, connection: apsw.Connection, name: str) -> None:
    waiting: list[list[Any]] = []
    names = ", ".join(f'"{column.name}"' for column in metadata.tables[name].columns)
    try:
        for row in connection.execute(f'select {names} from "{name}"'):
            waiting.append([{"hex": value.hex()} if isinstance(value, bytes) else value for value in row])
            if len(waiting) >= _ROWS_AT_ONCE:
                _say(out, {"table": name, "rows": waiting})
                waiting = []
    except apsw.Error as error:
        raise translated(error) from error
    if waiting:
        _say(out, {"table": name, "rows": waiting})


def _say(out: Pipe, words: dict[str, Any]) -> None:
    out.send_bytes(json.dumps(words).encode())


def _limit() -> None:
    if sys.platform != "win32":
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
