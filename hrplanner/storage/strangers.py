"""A book from a stranger's stick: read first by a child process with little time and memory.

The file is opened read-only, its schema compared with what this version makes, no trigger or view honoured, and it is
never attached. What is only opened is read once to its end there; what is merged is copied row by row into a book of
ours: the child sends values as JSON, never objects, each row is written by our own statement into our own tables, whose
checks it must pass, and the copy is then examined like any book.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import secrets
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from typing import Any

import apsw
import sqlalchemy as sa
from sqlalchemy import exc

from hrplanner.model.errors import FileProblem
from hrplanner.model.ids import new_id
from hrplanner.model.medium import Medium
from hrplanner.model.sealing import BookKey
from hrplanner.storage import schema, seen
from hrplanner.storage.book import Book
from hrplanner.storage.columns import metadata
from hrplanner.storage.driver import translated
from hrplanner.storage.engine import open_engine, raw, writing
from hrplanner.storage.examination import examine
from hrplanner.storage.file_format import VERSION, probe
from hrplanner.storage.interrupted import finish_interrupted_save
from hrplanner.storage.mediums import medium_of
from hrplanner.storage.safety import said_by_book, said_by_rows, said_of

SECONDS = 2.0
"""Without a word from the child for so long, the file is refused; a large file has longer."""
BYTES_A_SECOND = 10_000_000
"""What the slowest disk reads."""
MEMORY = 512_000_000
"""Bytes that the child may take, libraries and all."""
_STARTING = 20.0  # seconds that a slow disk may need to load the libraries
_LONGEST = 64_000_000
_BYTES_AT_ONCE = 500_000
_FROM_ELSEWHERE = frozenset({Medium.STICK, Medium.SHARE, Medium.DISC})

if sys.platform != "win32":
    import resource


def is_strange(path: Path, folder: Path | None) -> bool:
    """Whether a book must be read apart before it is opened: never opened here, or from elsewhere and touched since.

    `folder` is where this computer remembers the books that were closed here.
    """
    if seen.is_as_seen(path, folder):
        return False
    return not seen.was_ever_seen(path, folder) or medium_of(path) in _FROM_ELSEWHERE


def look_first(path: Path, *, key: BookKey | None = None) -> None:
    """Let the child read a whole book; FileProblem where it finds it altered or damaged, or takes too long.

    A book of another version is left to the door, which refuses it, or upgrades it after a backup.
    """
    if probe(path, key=key).version == VERSION:
        finish_interrupted_save(path, key=key)
        for _ in _rows_of(path, key, sending=False):
            pass


@contextmanager
def visiting(path: Path, *, key: BookKey | None = None) -> Iterator[Book]:
    """A clean copy of a book from elsewhere, read-only, for as long as the context lasts; see `take_clean`."""
    with tempfile.TemporaryDirectory(prefix="hrplanner-") as folder:
        clean = Path(folder) / path.name
        take_clean(path, clean, key=key)
        book = Book(open_engine(clean, access="read", key=key), path, locked_because="asked")
        try:
            yield book
        finally:
            book.close()


def take_clean(path: Path, target: Path, *, key: BookKey | None = None) -> None:
    """Copy a book of unknown origin into a new one, clean, or raise FileProblem: then there is no copy.

    Codes: what `probe` raises, altered, damaged, too_slow, exists, older_book, newer_book. The copy of a sealed book is
    sealed with the same key.
    """
    version = probe(path, key=key).version
    if version != VERSION:
        code = "older_book" if version < VERSION else "newer_book"
        raise FileProblem(code, path=str(path), version=version, known=VERSION)
    finish_interrupted_save(path, key=key)
    if target.exists():
        raise FileProblem("exists", path=str(target))
    part = target.resolve().with_name(f".{secrets.token_hex(8)}.part")
    try:
        _copy_into(part, path, key)
        found = examine(part, key=key)
        if found.state != "sound":
            raise FileProblem("altered", path=str(path))
        with said_of(target, doing="writing"):
            part.rename(target)
    finally:
        for left in (part, Path(f"{part}-journal")):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def _copy_into(part: Path, path: Path, key: BookKey | None) -> None:
    engine = open_engine(part, access="create", key=key)
    try:
        with said_by_book(path, doing="writing"), said_by_rows(path), writing(engine).begin() as connection:
            schema.make_tables(connection, book_id=new_id(), made=0)
            connection.exec_driver_sql("delete from book")
            for name, rows in _rows_of(path, key, sending=True):
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


def _rows_of(path: Path, key: BookKey | None, *, sending: bool) -> Iterator[tuple[str, list[list[Any]]]]:
    """Tables and rows as the child reads them; FileProblem for what it refuses, and when it falls silent."""
    with said_of(path, doing="reading"):
        size = path.stat().st_size
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_read_apart, args=(str(path), key, sending, theirs), daemon=True)
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
            patience = SECONDS + size / BYTES_A_SECOND
            if "refused" in told:
                raise FileProblem(str(told["refused"]), path=str(path))
            if "end" in told:
                return
            if told.get("rows"):
                yield str(told["table"]), told["rows"]
    finally:
        child.kill()
        child.join()
        ours.close()


def _read_apart(place: str, key: BookKey | None, sending: bool, out: Pipe) -> None:  # noqa: FBT001  by place only
    """What the child does: look, compare, send."""
    _limit()
    try:
        _read_all(Path(place), key, out, sending=sending)
    except BrokenPipeError:  # nobody listens any more
        return
    except FileProblem as problem:
        _say(out, {"refused": problem.code})
    except (MemoryError, exc.SQLAlchemyError, apsw.Error, ValueError, TypeError):
        _say(out, {"refused": "damaged"})


def _read_all(path: Path, key: BookKey | None, out: Pipe, *, sending: bool) -> None:
    _say(out, {"began": os.getpid()})
    engine = open_engine(path, access="read", key=key)
    with said_by_book(path, doing="reading"), said_by_rows(path), engine.begin() as connection:
        if not schema.is_ours(connection):
            raise FileProblem("altered", path=str(path))
        if connection.exec_driver_sql("pragma quick_check(1)").scalar() != "ok":
            raise FileProblem("damaged", path=str(path))
        for table in schema.TABLES_OF_A_BOOK:
            _read(out, raw(engine), table.name, sending=sending)
    _say(out, {"end": True})


def _read(out: Pipe, connection: apsw.Connection, name: str, *, sending: bool) -> None:
    waiting: list[list[Any]] = []
    held = 0
    names = ", ".join(f'"{column.name}"' for column in metadata.tables[name].columns)
    try:
        for row in connection.execute(f'select {names} from "{name}"'):
            held += sum(len(value) if isinstance(value, (bytes, str)) else 8 for value in row)
            if sending:
                waiting.append([{"hex": value.hex()} if isinstance(value, bytes) else value for value in row])
            if held >= _BYTES_AT_ONCE:
                _say(out, {"table": name, "rows": waiting})
                waiting, held = [], 0
    except apsw.Error as error:
        raise translated(error) from error
    _say(out, {"table": name, "rows": waiting})


def _say(out: Pipe, words: dict[str, Any]) -> None:
    out.send_bytes(json.dumps(words).encode())


def _limit() -> None:
    if sys.platform != "win32":
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
