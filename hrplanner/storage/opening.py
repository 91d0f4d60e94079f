"""Making a book and opening one: every check that comes before the first question, in order.

What a book can do once it is open is in `book`.
"""

from __future__ import annotations

import datetime as dt
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal

import sqlalchemy as sa

from hrplanner.model.backups import Holder
from hrplanner.model.changes import office_changes
from hrplanner.model.errors import FileProblem
from hrplanner.model.ids import new_id
from hrplanner.model.lines import NewEntry
from hrplanner.model.office import Office
from hrplanner.model.sealing import BookKey
from hrplanner.storage import locks, queries, schema, seen
from hrplanner.storage.book import Book, Milliseconds, now
from hrplanner.storage.driver import name_of
from hrplanner.storage.engine import open_engine, raw, writing
from hrplanner.storage.file_format import VERSION, Header, permitted, probe
from hrplanner.storage.interrupted import finish_interrupted_save
from hrplanner.storage.safety import said_by_book, said_by_rows, said_of, sync_folder
from hrplanner.storage.upgrades import upgrade


def create_book(
    path: Path,
    office: Office,
    *,
    actor: str | None = None,
    clock: Milliseconds = now,
    key: BookKey | None = None,
    backups: Path | None = None,
) -> Book:
    """A new book with this frame; FileProblem("exists") where the name is taken, and nothing left on failure.

    It is made under another name first, so that a crash never leaves half a book under the wanted one. With `key` it
    is sealed from its first page on.
    """
    name_of(path.resolve())
    with said_of(path, doing="writing"):
        if path.exists():
            raise FileProblem("exists", path=str(path))
    part = path.resolve().with_name(f".{secrets.token_hex(8)}.part")
    with said_of(path, doing="writing"):
        try:
            _make(part, path, office, NewEntry(step="create_book", about=office.name, actor=actor), clock, key)
            probe(part, key=key)
            _take_name(part, path)
        except BaseException:
            for left in (part, Path(f"{part}-journal")):
                with suppress(OSError):
                    left.unlink(missing_ok=True)
            raise
        sync_folder(path.resolve().parent)
    return open_book(path, clock=clock, key=key, backups=backups)


@contextmanager
def new_book(path: Path, office: Office, *, clock: Milliseconds = now, key: BookKey | None = None) -> Iterator[Book]:
    """A book that takes this name when the context ends well, and is gone when it does not; sealed with `key`."""
    name_of(path.resolve())
    with said_of(path, doing="writing"):
        if path.exists():
            raise FileProblem("exists", path=str(path))
    part = path.resolve().with_name(f".{secrets.token_hex(8)}.part")
    try:
        with said_of(path, doing="writing"):
            _make(part, path, office, NewEntry(step="create_book", about=office.name), clock, key)
        book = Book(open_engine(part, access="write", key=key), part, locked_because=None, clock=clock)
        try:
            yield book
        finally:
            book.close()
        with said_of(path, doing="writing"):
            _take_name(part, path)
            sync_folder(path.resolve().parent)
    except BaseException as error:
        for left in (part, Path(f"{part}-journal")):
            with suppress(OSError):
                left.unlink(missing_ok=True)
        if isinstance(error, FileProblem) and error.params.get("path") == str(part):
            # A book that was just begun is not damaged: its drive went. Nobody knows it by the name of its part.
            code = "cannot_write" if error.code in {"damaged", "cannot_read"} else error.code
            raise FileProblem(code, **{**error.params, "path": str(path)}) from error
        raise


def open_book(
    path: Path,
    *,
    access: Literal["read", "write"] = "write",
    clock: Milliseconds = now,
    key: BookKey | None = None,
    backups: Path | None = None,
    patience: float = 0.0,
) -> Book:
    """Open a book after looking at its header, its tables, and its pages unless it is as it was closed here last.

    Raises FileProblem: what `probe` raises, newer_book, altered, damaged, in_use, unfinished_save. Where writing is
    not possible the book opens read-only and says why; where somebody else has it open, after `patience` seconds, it
    says who. `backups` is the folder for the copies it makes by itself and for what it remembers of books that were
    closed; without one it makes no copies, and looks at all pages each time.
    """
    header = probe(path, key=key)
    if access == "read":
        return _opened(path, header, access="read", clock=clock, key=key, backups=backups)
    lock = locks.take(path, patience=patience)
    if isinstance(lock, Holder):
        return _opened(path, header, access="read", clock=clock, key=key, holder=lock, backups=backups)
    try:
        return _opened(path, header, access="write", clock=clock, key=key, lock=lock, backups=backups)
    except BaseException:
        lock.let_go()
        raise


def _opened(
    path: Path,
    header: Header,
    *,
    access: Literal["read", "write"],
    clock: Milliseconds,
    key: BookKey | None,
    lock: locks.Lock | None = None,
    holder: Holder | None = None,
    backups: Path | None = None,
) -> Book:
    header = _upgraded(path, header, access, key, backups)
    as_seen = seen.is_as_seen(path, backups)
    if access == "read":
        finish_interrupted_save(path, key=key)
    engine = open_engine(path, access=access, key=key)
    try:
        with said_by_book(path, doing="reading"), said_by_rows(path), engine.begin() as connection:
            _check(connection, path, header, pages=not as_seen)
            allowed = _allowed(connection, path, header)
            made_to_be_read = "packet" if queries.is_packet(connection) else None
        if not as_seen:
            seen.note_seen(path, backups)
        because = "in_use" if holder else _locked(engine, path, access, allowed) or made_to_be_read
        if because and lock:
            lock.let_go()
        return Book(engine, path, locked_because=because, clock=clock, lock=lock, holder=holder, backups=backups)
    except BaseException:
        engine.dispose()
        raise


def _make(part: Path, path: Path, office: Office, entry: NewEntry, clock: Milliseconds, key: BookKey | None) -> None:
    engine = open_engine(part, access="create", key=key)
    try:
        with writing(engine).begin() as connection:
            schema.make_tables(connection, book_id=new_id(), made=clock())
        Book(engine, path, locked_because=None, clock=clock).write(entry, office_changes(None, office))
    finally:
        engine.dispose()


def _take_name(part: Path, path: Path) -> None:
    if path.exists():
        raise FileProblem("exists", path=str(path))
    part.rename(path)


def _upgraded(path: Path, header: Header, access: str, key: BookKey | None, backups: Path | None) -> Header:
    """The header after the book was brought to this version, with a copy of the old one kept."""
    if header.version >= VERSION:
        return header
    if access == "read":
        raise FileProblem("older_book", path=str(path), version=header.version, known=VERSION)
    folder = path.resolve().parent if backups is None else backups
    upgrade(path, version=header.version, backups=folder, now=dt.datetime.now(dt.UTC), key=key)
    return probe(path, key=key)


def _allowed(connection: sa.Connection, path: Path, header: Header) -> Literal["read", "write"]:
    min_read, min_write = schema.limits(connection)
    return permitted(path, version=header.version, min_read=min_read, min_write=min_write)


def _check(connection: sa.Connection, path: Path, header: Header, *, pages: bool) -> None:
    if header.version > VERSION and schema.is_ours(connection):  # no later version has the tables of this one
        raise FileProblem("newer_book", path=str(path), version=header.version, known=VERSION)
    if header.version == VERSION and not schema.is_ours(connection):
        raise FileProblem("altered", path=str(path))
    if pages and not schema.pages_hang_together(connection):
        raise FileProblem("damaged", path=str(path))


def _locked(engine: sa.Engine, path: Path, access: str, allowed: str) -> str | None:
    if access == "read":
        return "asked"
    if allowed == "read":
        return "newer_book"
    if raw(engine).readonly("main") or not os.access(path.resolve().parent, os.W_OK):
        return "cannot_write"
    return None
