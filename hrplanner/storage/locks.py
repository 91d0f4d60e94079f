"""One writer at a time: a small file beside the book says who has it open, where and since when.

The system holds the lock for as long as the program lives, so that the lock of a program that died is free at once
and nobody has to delete anything. Where a drive knows no locks, the process is looked for instead.
"""

from __future__ import annotations

import datetime as dt
import getpass
import hashlib
import json
import os
import platform
import sys
import time
from contextlib import suppress
from pathlib import Path

from hrplanner.model.backups import Holder
from hrplanner.model.errors import FileProblem

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_LONGEST = 200
_PLACE_OF_LOCK = 1 << 20  # behind the words, so that Windows lets others read them
_STALE = dt.timedelta(days=1)
_PAUSE = 0.05


class Lock:
    """A lock that is held until it is let go of; one without a handle could not be written and holds nothing."""

    def __init__(self, handle: int | None, place: Path, left_by: Holder | None = None) -> None:
        self._handle, self._place = handle, place
        self.left_by = left_by
        """Whose lock it was before, where that program died without letting go."""

    def let_go(self) -> None:
        """Free the book; a second time does nothing."""
        handle, self._handle = self._handle, None
        if handle is None:
            return
        if os.name == "nt":  # an open file cannot be deleted there
            os.close(handle)
            handle = None
        with suppress(OSError):
            self._place.unlink()
        if handle is not None:
            os.close(handle)


def in_use_by(path: Path, holder: Holder) -> FileProblem:
    """The problem of whoever wants to write while somebody else does."""
    since = holder.since.astimezone().strftime("%Y-%m-%d %H:%M")
    return FileProblem("in_use_by", path=str(path), who=holder.who, where=holder.where, since=since)


def lock_of(path: Path) -> Path:
    """Where the lock of a book lies."""
    target = path.resolve()
    name = target.name
    if len(os.fsencode(name)) > _LONGEST:
        name = hashlib.sha256(os.fsencode(name)).hexdigest()[:32]
    return target.with_name(f".{name}.lock")


def take(path: Path, *, patience: float = 0.0) -> Lock | Holder:
    """The lock of the book, or who holds it; waits `patience` seconds for somebody who is about to be done."""
    until = time.monotonic() + patience
    while True:
        taken = _try(lock_of(path))
        if isinstance(taken, Lock) or time.monotonic() >= until:
            return taken
        time.sleep(_PAUSE)


def _try(place: Path) -> Lock | Holder:
    while True:
        try:
            handle = os.open(place, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)
        except PermissionError:
            return _read(place) or Lock(None, place)
        except OSError:
            return Lock(None, place)  # a full or read-only drive: nobody can write there either
        held = _hold(handle)
        if held == "held" or (held == "unknown" and not _dead(_read(place))):
            os.close(handle)
            return _read(place) or Holder(who="", where="", since=_now(), process=0)
        if _is_still(handle, place):
            left_by = _read(place)
            with suppress(OSError):
                _sign(handle)
            return Lock(handle, place, left_by)
        os.close(handle)


def _hold(handle: int) -> str:
    """Ask the system for the lock: free (ours now), held, or unknown where the drive has no locks."""
    try:
        if sys.platform == "win32":
            os.lseek(handle, _PLACE_OF_LOCK, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return "held"
    except OSError:
        return "unknown"
    return "free"


def _is_still(handle: int, place: Path) -> bool:
    """Whether the file was not deleted by its last holder between our opening and our locking it."""
    try:
        return os.path.samestat(os.fstat(handle), place.stat())
    except FileNotFoundError:
        return False


def _sign(handle: int) -> None:
    words = {"who": _user(), "where": platform.node(), "since": _now().isoformat(), "process": os.getpid()}
    os.lseek(handle, 0, os.SEEK_SET)
    os.ftruncate(handle, 0)
    os.write(handle, json.dumps(words).encode())


def _read(place: Path) -> Holder | None:
    try:
        words = json.loads(place.read_bytes()[:4000])
        since = dt.datetime.fromisoformat(str(words["since"]))
        return Holder(who=str(words["who"]), where=str(words["where"]), since=since, process=int(words["process"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _dead(holder: Holder | None) -> bool:
    if holder is None:
        return True
    if holder.where != platform.node():
        return _now() - holder.since > _STALE
    try:
        os.kill(holder.process, 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC).replace(microsecond=0)
