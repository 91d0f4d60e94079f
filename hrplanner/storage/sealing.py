"""Sealing a book, taking the seal off, and sealing it with another key: a whole new file that takes the old one's name.

The engine could do that in place, page by page. A new file is preferred: it is checked before it counts, and a crash
leaves the old book or the new one, never a half of each.
"""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import apsw

from hrplanner.model.backups import Holder
from hrplanner.model.lines import NewEntry
from hrplanner.model.sealing import BookKey
from hrplanner.storage import locks
from hrplanner.storage.backups import check_quickly
from hrplanner.storage.book import Book, Milliseconds, now
from hrplanner.storage.driver import name_of
from hrplanner.storage.engine import harden, open_engine, raw_form, unlock
from hrplanner.storage.file_format import probe
from hrplanner.storage.safety import said_of, sync_folder

_WIPED_AT_ONCE = 1 << 20


def reseal(path: Path, *, key: BookKey | None, new: BookKey | None, entry: NewEntry, clock: Milliseconds = now) -> None:
    """Replace the book by one with the same contents, sealed with `new` or not at all; nobody may have it open.

    `key` opens it as it is now. On failure the old file stays as it was. Afterwards the bytes of the old file are
    overwritten, as far as the drive does what it is told: what was in a plain book must not lie in the free blocks.
    """
    probe(path, key=key)
    lock = locks.take(path)
    if isinstance(lock, Holder):
        raise locks.in_use_by(path, lock)
    target = path.resolve()
    part = target.with_name(f".{secrets.token_hex(8)}.part")
    with said_of(path, doing="writing"):
        try:
            _copy(target, part, key=key, new=new)
            check_quickly(part, key=new)
            _note(part, target, new, entry, clock)
            _swap(part, target)
        except BaseException:
            for left in (part, Path(f"{part}-journal")):
                with suppress(OSError):
                    left.unlink(missing_ok=True)
            raise
        finally:
            lock.let_go()


def _copy(path: Path, part: Path, *, key: BookKey | None, new: BookKey | None) -> None:
    """A compact copy under another key, made while nobody else reads or writes the book."""
    flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_URI
    connection = apsw.Connection(name_of(path), flags=flags)
    try:
        if key is not None:
            unlock(connection, key, path)
        harden(connection)
        for told in ("locking_mode = exclusive", "temp_store = memory", "trusted_schema = off"):
            list(connection.execute(f"pragma {told}"))
        list(connection.execute("begin exclusive"))
        list(connection.execute("commit"))  # the lock stays until the connection is closed
        asked = "key=" if new is None else f"cipher=aegis&hexkey={raw_form(new).encode().hex()}"
        list(connection.execute("vacuum into ?", (f"{part.as_uri()}?{asked}",)))
    finally:
        connection.close()


def _note(part: Path, path: Path, key: BookKey | None, entry: NewEntry, clock: Milliseconds) -> None:
    engine = open_engine(part, access="write", key=key)
    try:
        Book(engine, path, locked_because=None, clock=clock).note(entry)
    finally:
        engine.dispose()


def _swap(part: Path, target: Path) -> None:
    """Give the new file the name; then overwrite the old one, which a second name or an open handle still reaches."""
    with part.open("r+b") as written:
        os.fsync(written.fileno())
    if os.name == "posix":
        with target.open("r+b") as old:
            part.replace(target)
            sync_folder(target.parent)
            _wipe(old)
        return
    second = target.with_name(f".{secrets.token_hex(8)}.part")
    with suppress(OSError):  # a drive without second names: its old bytes stay until others take their place
        second.hardlink_to(target)
    part.replace(target)
    if second.exists():
        with second.open("r+b") as old:
            _wipe(old)
        second.unlink()


def _wipe(old: BinaryIO) -> None:
    size = old.seek(0, os.SEEK_END)
    old.seek(0)
    old.writelines(bytes(min(_WIPED_AT_ONCE, size - at)) for at in range(0, size, _WIPED_AT_ONCE))
    old.flush()
    os.fsync(old.fileno())
