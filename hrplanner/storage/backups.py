"""Copies of a book: made through SQLite, checked before they get their name, thinned out without losing the newest.

The file of an open book is never read with `open()`: that would take half a transaction along, and drop our locks. It
is read through SQLite's own file layer, while a read transaction keeps every writer from the pages; so the copy of a
sealed book is sealed, and costs little more than its bytes.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import secrets
from collections.abc import Hashable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

import apsw
from sqlalchemy import Engine

from hrplanner.model.errors import FileProblem
from hrplanner.model.sealing import BookKey
from hrplanner.storage.driver import name_of
from hrplanner.storage.engine import harden, key_of, raw, unlock
from hrplanner.storage.file_format import EXTENSION, VFS, probe
from hrplanner.storage.safety import said_of, sync_folder

DAYS, WEEKS, MONTHS = 12, 10, 9
_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"-(\d{8}T\d{6}Z)" + re.escape(EXTENSION) + r"\Z")


_AT_ONCE = 1 << 20


class Check(Protocol):
    """What raises FileProblem unless a file is what it should be."""

    def __call__(self, path: Path, *, key: BookKey | None) -> None: ...


def write_copy(engine: Engine, target: Path) -> None:
    """Put the bytes of the book as it is now into a new file, and onto the disk."""
    connection = raw(engine)
    list(connection.execute("begin"))
    try:
        list(connection.execute("select count(*) from sqlite_schema"))  # takes the right to read, and keeps it
        book = apsw.VFSFile(VFS, connection.filename, [apsw.SQLITE_OPEN_MAIN_DB | apsw.SQLITE_OPEN_READONLY, 0])
        try:
            with target.open("xb") as out:
                for at in range(0, size := book.xFileSize(), _AT_ONCE):
                    out.write(book.xRead(min(_AT_ONCE, size - at), at))
                out.flush()
                os.fsync(out.fileno())
        finally:
            book.xClose()
    finally:
        list(connection.execute("rollback"))


def check_quickly(path: Path, *, key: BookKey | None = None) -> None:
    """Raise FileProblem unless the file is a book whose pages hang together, and sealed where there is a key."""
    probe(path, key=key)
    with said_of(path, doing="reading"):
        connection = apsw.Connection(name_of(path), flags=apsw.SQLITE_OPEN_READONLY)
        try:
            if key is not None:
                unlock(connection, key, path)
            harden(connection)
            told = [row[0] for row in connection.execute("pragma quick_check(1)")]
        finally:
            connection.close()
    if told != ["ok"]:
        raise FileProblem("damaged", path=str(path))


def save_copy(engine: Engine, target: Path, *, check: Check = check_quickly) -> None:
    """Write a copy of the book that passed the check, sealed as the book is; on failure nothing of it is left."""
    part = target.resolve().with_name(f".{secrets.token_hex(8)}.part")
    with said_of(target, doing="writing"):
        try:
            write_copy(engine, part)
            check(part, key=key_of(engine))
            part.replace(target)
        except BaseException:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise
        sync_folder(target.resolve().parent)


def back_up(engine: Engine, folder: Path, *, name: str, now: dt.datetime) -> Path:
    """Put a dated copy into the folder, then thin the copies of the same name out."""
    with said_of(folder, doing="writing"):
        folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{name}-{now.astimezone(dt.UTC).strftime(_STAMP)}{EXTENSION}"
    save_copy(engine, target)
    thin_out(folder, name=name, newest=target)
    return target


def thin_out(folder: Path, *, name: str, newest: Path) -> None:
    """Delete copies that the plan of days, weeks and months does not keep; the newest always stays."""
    dated = {path: when for path in folder.glob(f"{name}-*{EXTENSION}") if (when := _made(path))}
    keep = kept(dated.values())
    for path, when in dated.items():
        if path != newest and when not in keep:
            with suppress(OSError):
                path.unlink()


def kept(times: Iterable[dt.datetime]) -> frozenset[dt.datetime]:
    """Of the moments of copies: the last one of each of 12 days, 10 weeks and 9 months that have any."""
    ordered = sorted(times, reverse=True)
    return frozenset(
        [
            *_last_of_each(ordered, [when.date() for when in ordered], DAYS),
            *_last_of_each(ordered, [when.isocalendar()[:2] for when in ordered], WEEKS),
            *_last_of_each(ordered, [(when.year, when.month) for when in ordered], MONTHS),
        ]
    )


def _last_of_each(ordered: list[dt.datetime], periods: Iterable[Hashable], most: int) -> list[dt.datetime]:
    last: dict[Hashable, dt.datetime] = {}
    for when, period in zip(ordered, periods, strict=True):
        last.setdefault(period, when)
    return list(last.values())[:most]


def _made(path: Path) -> dt.datetime | None:
    found = _NAME.search(path.name)
    return dt.datetime.strptime(found[1], _STAMP).replace(tzinfo=dt.UTC) if found else None
