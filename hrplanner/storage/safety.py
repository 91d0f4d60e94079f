"""Nothing is lost when the world says no: the one way to write a file, and what an error of the disk means.

How a book itself is written is SQLite's work (see `engine`); every other file goes through `atomic_write`.
Qt's QSaveFile and the writers of PDF and XLSX libraries were seen to destroy the old file on a full disk.
"""

from __future__ import annotations

import errno
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal

import apsw
from sqlalchemy.exc import DBAPIError, IntegrityError, MultipleResultsFound, NoResultFound

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.storage import driver

Doing = Literal["reading", "writing"]

_REPLACE_SECONDS = 2.0
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_OF_ERRNO = {
    errno.ENOENT: "not_found",
    errno.ENOTDIR: "not_found",
    errno.EISDIR: "is_a_folder",
    errno.ENAMETOOLONG: "name_too_long",
    **dict.fromkeys(_FULL, "disk_full"),
}
_OF_RESULT = {
    apsw.SQLITE_FULL: "disk_full",
    apsw.SQLITE_READONLY: "cannot_write",
    apsw.SQLITE_BUSY: "in_use",
    apsw.SQLITE_LOCKED: "in_use",
    apsw.SQLITE_CORRUPT: "damaged",
    apsw.SQLITE_NOTADB: "damaged",
    apsw.SQLITE_TOOBIG: "damaged",
    apsw.SQLITE_FORMAT: "damaged",
}
_OF_EXTENDED = {
    apsw.SQLITE_READONLY_ROLLBACK: "unfinished_save",
    apsw.SQLITE_IOERR_CORRUPTFS: "damaged",
}
_OF_UNIQUE = {"session.number": "number_taken", "minutes.version": "changed_meanwhile"}
_WORLDLY = {apsw.SQLITE_IOERR, apsw.SQLITE_CANTOPEN, apsw.SQLITE_PERM, apsw.SQLITE_AUTH}


def atomic_write(path: Path, content: bytes) -> None:
    """Put the content under this name, whole or not at all.

    On any failure the old file stays as it was, no other file is left behind, and FileProblem is raised.
    The bytes are on the disk before the name points to them, and the name is on the disk before this returns;
    should that very last step fail, the name holds the new content, whole.
    """
    with staged(path, content):
        pass


@contextmanager
def staged(path: Path, content: bytes) -> Iterator[None]:
    """The same in two halves: inside, the bytes are on the disk beside the target; whatever is raised there removes
    them, and nothing was changed.
    """
    target = path.resolve()
    if target.is_dir():
        raise FileProblem("is_a_folder", path=str(path))
    part = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with said_of(path, doing="writing", needed=len(content)):
            _write_whole(part, content)
            if target.exists():
                part.chmod(target.stat().st_mode & 0o777)
        yield
        with said_of(path, doing="writing", needed=len(content)):
            _replace(part, target)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    with said_of(path, doing="writing", needed=len(content)):
        sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make new and changed names in this folder survive a power cut, where the system has a way to ask for it."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        # Some network and FUSE folders cannot sync a folder; the file itself was synced before.
        if error.errno not in {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS}:
            raise
    finally:
        os.close(handle)


@contextmanager
def said_of(path: Path, *, doing: Doing, needed: int | None = None) -> Iterator[None]:
    """Turn an error of the disk or of SQLite inside into the FileProblem it means; bugs pass through unchanged."""
    try:
        yield
    except (apsw.Error, DBAPIError, driver.Error, OSError, UnicodeDecodeError) as error:
        code = code_of(error, doing=doing)
        if code is None:
            raise
        params: dict[str, object] = {"path": str(path)}
        if code == "disk_full" and needed is not None:
            params["needed"] = needed
        raise FileProblem(code, **params) from error


@contextmanager
def said_by_book(path: Path, *, doing: Doing) -> Iterator[None]:
    """The same for what SQLite says of a book; errors of other files pass through, for they are not about it."""
    try:
        yield
    except (apsw.Error, DBAPIError, driver.Error, UnicodeDecodeError) as error:
        code = code_of(error, doing=doing)
        if code is None:
            raise
        raise FileProblem(code, path=str(path)) from error


@contextmanager
def said_by_rows(path: Path) -> Iterator[None]:
    """Call a book damaged where its rows hold what no value can be made of, or lack what every book has once."""
    try:
        yield
    except (ValueError, NoResultFound, MultipleResultsFound) as error:
        raise FileProblem("damaged", path=str(path)) from error


@contextmanager
def refused_by_tables(*, otherwise: str | None = None) -> Iterator[None]:
    """Turn what a unique index refuses into the rule it stands for.

    Other constraints are bugs and pass through, unless the rows come from outside: then `otherwise` is their code.
    """
    try:
        yield
    except IntegrityError as error:
        told = str(error.orig)
        code = next((code for index, code in _OF_UNIQUE.items() if index in told), otherwise)
        if code is None:
            raise
        raise Refused(code) from error


def code_of(error: Exception, *, doing: Doing) -> str | None:
    """The code of what the world said, or None when the error is our own mistake."""
    if isinstance(error, DBAPIError):
        inner = error.orig
        return code_of(inner, doing=doing) if isinstance(inner, Exception) else None
    if isinstance(error, UnicodeDecodeError):
        return "damaged"
    if isinstance(error, OSError):
        return _OF_ERRNO.get(error.errno or 0) or _refused(doing)
    result = error.result if isinstance(error, driver.Error) else getattr(error, "extendedresult", 0)
    if result & 0xFF in _WORLDLY:
        return _OF_EXTENDED.get(result) or _refused(doing)
    return _OF_EXTENDED.get(result) or _OF_RESULT.get(result & 0xFF)


def _refused(doing: Doing) -> str:
    return "cannot_read" if doing == "reading" else "cannot_write"


def _write_whole(part: Path, content: bytes) -> None:
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        rest = memoryview(content)
        while rest:
            written = os.write(handle, rest)
            if written <= 0:
                raise OSError(errno.ENOSPC, "short write")
            rest = rest[written:]
        os.fsync(handle)
        if os.fstat(handle).st_size != len(content):
            raise OSError(errno.ENOSPC, "short file")
    finally:
        os.close(handle)


def _replace(part: Path, target: Path) -> None:
    """On Windows a virus scanner may hold either file for a moment; elsewhere a refusal is final."""
    until = time.monotonic() + (_REPLACE_SECONDS if os.name == "nt" else 0)
    while True:
        try:
            part.replace(target)
            return
        except PermissionError:
            if time.monotonic() >= until:
                raise
            time.sleep(0.05)
