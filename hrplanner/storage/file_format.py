"""What makes a file a book: its marks, its version, and the look at its header before anything opens it.

The history of the format, in words:

1. The first: the office's frame, meetings with their people, tallies, turns, issues, decisions, commitments and
   money, and the log of entries (one transaction each) that undoing, the history and merging all use.

A reader needs a version of at least `min_read`, a writer of at least `min_write`; both stand in the book itself,
so that an older program can say whether it may look, may write, or must be updated.

A sealed book is the same database, of which the engine seals each page by itself (AEGIS-256 with a code that proves
it whole). In the clear stand only the salt of its key, in the place of SQLite's own mark, and eight bytes after it.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import apsw

from hrplanner.model.errors import FileProblem
from hrplanner.model.sealing import SALT_BYTES, BookKey
from hrplanner.storage.driver import name_of
from hrplanner.storage.engine import unlock
from hrplanner.storage.safety import said_of

EXTENSION = ".hrplan"
APPLICATION_ID = 0x4852504C
"""The letters HRPL, at byte 68 of the file."""

VFS = "win32" if os.name == "nt" else "unix"
"""SQLite's own layer over the files of the system."""

VERSION = 1
MIN_READ = 1
MIN_WRITE = 1

_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100
_SEALED_MARK = bytes.fromhex("1000010140402020")  # pages of 4096, of which 64 prove that the rest is whole
_SEALED_PAGE = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The first 100 bytes of a book, as far as they matter before opening it; `salt` where it is sealed."""

    version: int
    page_size: int
    pages: int
    salt: bytes | None = None


def probe(path: Path, *, key: BookKey | None = None) -> Header:
    """Look at the header without opening the book; of a sealed one with its key.

    Raises FileProblem: not_found, is_a_folder, not_a_file, cannot_read, not_a_book, cut_short, damaged; sealed,
    key_wrong, not_sealed. The read goes through SQLite's own file layer: a plain open() and close() would drop the
    locks of this process on the file.
    """
    first, size = _looked_at(path)
    if _is_sealed(first):
        return _sealed_header(path, first, size, key)
    if first[: len(_MAGIC)] != _MAGIC[: len(first)]:
        raise FileProblem("not_a_book", path=str(path))
    if size < _HEADER_BYTES:
        raise FileProblem("cut_short", path=str(path), size=size, expected=_HEADER_BYTES)
    if key is not None:
        raise FileProblem("not_sealed", path=str(path))
    return _header(path, first, size)


def salt_of(path: Path) -> bytes | None:
    """The salt of a sealed book, which its key is made with; None where the file is anything else."""
    first, _ = _looked_at(path)
    return first[:SALT_BYTES] if _is_sealed(first) else None


def state_of(path: Path) -> bytes:
    """A digest of what changes whenever anything writes into the file: its size, times, number and header."""
    about = path.stat()
    first, size = _first_bytes(path)
    told = (size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino)
    return hashlib.sha256(f"{told}".encode() + first).digest()


def is_book(path: Path) -> bool:
    """Whether the file is a book, whole or damaged or sealed, or any other database; nothing else may take its
    place.
    """
    first, _ = _first_bytes(path)
    return first.startswith(_MAGIC) or _is_sealed(first)


def _looked_at(path: Path) -> tuple[bytes, int]:
    with said_of(path, doing="reading"):
        if path.is_dir():
            raise FileProblem("is_a_folder", path=str(path))
        if not path.exists():
            raise FileProblem("not_found", path=str(path))
        if not path.is_file():
            raise FileProblem("not_a_file", path=str(path))
    return _first_bytes(path)


def permitted(path: Path, *, version: int, min_read: int, min_write: int) -> Literal["read", "write"]:
    """What this program may do with a book of that version; FileProblem newer_book when it may not even look."""
    if version <= VERSION or min_write <= VERSION:
        return "write"
    if min_read <= VERSION:
        return "read"
    raise FileProblem("newer_book", path=str(path), version=version, known=VERSION)


def _half_written(path: Path) -> bool:
    """Whether a save was broken off: then the pages that are missing come back from its journal when the book opens."""
    journal = path.with_name(f"{path.name}-journal")
    return journal.is_file() and journal.stat().st_size > 0


def _header(path: Path, first: bytes, size: int) -> Header:
    if _number(first, 68) != APPLICATION_ID:
        raise FileProblem("not_a_book", path=str(path))
    page_size = _number(first, 16, 2)
    page_size = 65536 if page_size == 1 else page_size
    pages = _number(first, 28)
    # The count of pages is only true when the change counter agrees with the one it was written under.
    counted = _number(first, 24) == _number(first, 92)
    if page_size < 512 or page_size & (page_size - 1) or pages == 0:
        raise FileProblem("damaged", path=str(path))
    if counted and pages * page_size > size and not _half_written(path):
        raise FileProblem("cut_short", path=str(path), size=size, expected=pages * page_size)
    return Header(version=_number(first, 60), page_size=page_size, pages=pages)


def _is_sealed(first: bytes) -> bool:
    return not first.startswith(_MAGIC) and first[SALT_BYTES : SALT_BYTES + len(_SEALED_MARK)] == _SEALED_MARK


def _sealed_header(path: Path, first: bytes, size: int, key: BookKey | None) -> Header:
    """What the first page says once it is open; a damaged one looks like a wrong key, and the other way round."""
    if key is None:
        raise FileProblem("sealed", path=str(path))
    salt = first[:SALT_BYTES]
    if key.salt != salt:
        raise FileProblem("key_wrong", path=str(path))
    flags = apsw.SQLITE_OPEN_READWRITE if _half_written(path) else apsw.SQLITE_OPEN_READONLY
    with said_of(path, doing="reading"):
        connection = apsw.Connection(name_of(path), flags=flags)
        try:
            unlock(connection, key, path)
            told = {name: _told(connection, name) for name in ("application_id", "user_version", "page_count")}
        except apsw.NotADBError:
            raise FileProblem("key_wrong", path=str(path)) from None
        finally:
            connection.close()
    if told["application_id"] != APPLICATION_ID:
        raise FileProblem("not_a_book", path=str(path))
    expected = told["page_count"] * _SEALED_PAGE
    if expected != size and not _half_written(path):
        raise FileProblem("cut_short" if size < expected else "damaged", path=str(path), size=size, expected=expected)
    return Header(version=told["user_version"], page_size=_SEALED_PAGE, pages=told["page_count"], salt=salt)


def _told(connection: apsw.Connection, name: str) -> int:
    ((value,),) = connection.execute(f"pragma {name}")
    return int(value)


def _first_bytes(path: Path) -> tuple[bytes, int]:
    flags = [apsw.SQLITE_OPEN_MAIN_DB | apsw.SQLITE_OPEN_READONLY, 0]
    with said_of(path, doing="reading"):
        file = apsw.VFSFile(VFS, name_of(path.resolve()), flags)  # this layer follows no links
        try:
            size = file.xFileSize()
            return file.xRead(min(size, _HEADER_BYTES), 0), size
        finally:
            file.xClose()


def _number(first: bytes, offset: int, width: int = 4) -> int:
    return int.from_bytes(first[offset : offset + width], "big")
