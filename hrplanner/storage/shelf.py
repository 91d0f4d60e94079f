"""The copies a book makes of itself: when one is due, which are kept, how one comes back.

How one copy is written and checked is in `backups`. Copies lie in a folder of this computer's user, one folder for
each book, so that a lost stick does not take them along; `places.json` there says where the book was last seen, for
the day on which the book itself cannot say who it is.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import secrets
from contextlib import suppress
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Engine

from hrplanner.model.backups import BEFORE, Backup, BackupReason, Holder
from hrplanner.model.errors import FileProblem
from hrplanner.model.sealing import BookKey
from hrplanner.storage import locks
from hrplanner.storage.backups import check_quickly, kept, save_copy
from hrplanner.storage.engine import key_of, open_engine, writing
from hrplanner.storage.examination import examine
from hrplanner.storage.file_format import EXTENSION, probe, salt_of
from hrplanner.storage.interrupted import journal_of
from hrplanner.storage.log_tables import book, entry, replica
from hrplanner.storage.safety import atomic_write, said_by_book, said_by_rows, said_of, sync_folder

STEPS_KEPT = 2
"""Copies from before an import or another large step that stay whatever the days, weeks and months say."""

NEWEST_KEPT = 3
"""The last ones stay also where they are of one day: what was overwritten this morning is missed this afternoon."""

_PLACES = "places.json"
_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"book-(\d{8}T\d{6}Z)-(\d+)-([0-9a-f]{8})-([a-z]+)" + re.escape(EXTENSION) + r"\Z")


def back_up(engine: Engine, path: Path, folder: Path, *, reason: BackupReason, now: dt.datetime) -> Backup:
    """Put a copy that passed its check into the folder; the newest one where nothing was written since it was made.

    Where the folder cannot be written, the copy goes beside the book. Raises FileProblem: then no older copy was
    touched. A book that is not sound is never copied over a sound copy: FileProblem("damaged"). Nobody waits at closing
    for the whole look at a copy: its pages are checked, older ones stay, and the next call looks at all of it.
    """
    book_id, entries, head = _log_of(engine, path)
    try:
        return _keep(engine, path, folder / book_id.hex(), entries=entries, head=head, reason=reason, now=now)
    except FileProblem as problem:
        if problem.code == "damaged":
            raise
        beside = path.resolve().parent / f"{path.stem}-copies"
        return _keep(engine, path, beside, entries=entries, head=head, reason=reason, now=now)


def backups_of(path: Path, folder: Path) -> tuple[Backup, ...]:
    """The copies of the book that lies, or lay, here; the one with the most in it first."""
    homes = [*_homes(path, folder), path.resolve().parent / f"{path.stem}-copies"]
    return tuple(sorted((one for home in homes for one in _in(home)), key=_order, reverse=True))


def thin_out(home: Path, *, newest: Backup) -> None:
    """Delete what the plan of days, weeks and months does not keep.

    The newest stays, and the one with the longest log: whatever the clock said, neither gives way to a poorer one.
    """
    copies = _in(home)
    keep = kept(copy.made for copy in copies)
    steps = sorted((copy for copy in copies if copy.reason in BEFORE), key=_order, reverse=True)[:STEPS_KEPT]
    fullest = sorted(copies, key=_order, reverse=True)[:NEWEST_KEPT]
    for copy in copies:
        if copy.made not in keep and copy not in (*steps, *fullest) and copy.path != newest.path:
            with suppress(OSError):
                copy.path.unlink()


def bring_back(copy: Path, path: Path, folder: Path, *, now: dt.datetime, key: BookKey | None = None) -> Path | None:
    """Put a copy in the place of the book; where the book that was there was set aside, or None where none was.

    Raises FileProblem: what is wrong with the copy, in_use_by. Until the last step the old book has its name, and after
    it the copy has it; there is no moment without one.
    """
    found = examine(copy, key=key)
    if found.state != "sound":
        raise found.problem or FileProblem("damaged", path=str(copy))
    lock = locks.take(path)
    if isinstance(lock, Holder):
        raise locks.in_use_by(path, lock)
    target = path.resolve()
    part = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        _copied(copy, part, key)
        with said_of(path, doing="writing"):
            aside = _set_aside(target, folder, now=now, key=key) if target.exists() else None
            part.replace(target)
            sync_folder(target.parent)
        return aside
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        lock.let_go()


def _keep(
    engine: Engine, path: Path, home: Path, *, entries: int, head: str, reason: BackupReason, now: dt.datetime
) -> Backup:
    have = _in(home)
    same = [copy for copy in have if (copy.entries, copy.head) == (entries, head)]
    key = key_of(engine)
    closing = reason is BackupReason.CLOSE
    if same and (closing or examine(same[0].path, key=key).state == "sound"):
        if not closing:
            thin_out(home, newest=same[0])
        return same[0]
    with said_of(home, doing="writing"):
        home.mkdir(parents=True, exist_ok=True)
    stamp = now.astimezone(dt.UTC).strftime(_STAMP)
    target = home / f"book-{stamp}-{entries}-{head}-{reason.value}{EXTENSION}"
    save_copy(engine, target, check=check_quickly if closing else _expect_sound)
    made = _copy(target)
    if made is None:
        raise FileProblem("cannot_write", path=str(target))
    _note_place(home, path)
    if not closing:
        thin_out(home, newest=made)
    if key is not None:
        _drop_unsealed(home)
    return made


def _expect_sound(path: Path, *, key: BookKey | None) -> None:
    if examine(path, key=key).state != "sound":
        raise FileProblem("damaged", path=str(path))


def _drop_unsealed(home: Path) -> None:
    """Once a sealed copy is there, those from before sealing would only tell the names it hides."""
    for copy in _in(home):
        if salt_of(copy.path) is None:
            with suppress(OSError):
                copy.path.unlink()


def _log_of(engine: Engine, path: Path) -> tuple[bytes, int, str]:
    with said_by_book(path, doing="reading"), said_by_rows(path), engine.begin() as connection:
        book_id = bytes(connection.execute(sa.select(book.c.id)).scalar_one())
        entries = connection.execute(sa.select(sa.func.count()).select_from(entry)).scalar_one()
        newest = sa.select(entry.c.chain).order_by(entry.c.clock.desc(), entry.c.replica.desc()).limit(1)
        return book_id, entries, (connection.execute(newest).scalar() or bytes(4)).hex()[:8]


def _copied(copy: Path, part: Path, key: BookKey | None) -> None:
    """The copy under another name, as a copy of the book of its own: its log must not go on with the same numbers."""
    source = open_engine(copy, access="read", key=key)
    try:
        save_copy(source, part)
    finally:
        source.dispose()
    engine = open_engine(part, access="write", key=key)
    try:
        with said_by_book(part, doing="writing"), writing(engine).begin() as connection:
            connection.execute(sa.update(replica).values(home=sa.func.randomblob(32)))
    finally:
        engine.dispose()


def _set_aside(target: Path, folder: Path, *, now: dt.datetime, key: BookKey | None) -> Path:
    """Give the old book a second name beside the first, and a copy among the others where it is sound."""
    stamp = now.astimezone(dt.UTC).strftime(_STAMP)
    aside = target.with_name(f"{target.stem}-before-{stamp}{EXTENSION}")
    with suppress(FileProblem):
        engine = open_engine(target, access="write", key=key)  # this takes back what a dead program left half written
        try:
            back_up(engine, target, folder, reason=BackupReason.RESTORE, now=now)
        finally:
            engine.dispose()
    journal = journal_of(target)
    try:
        os.link(target, aside)
    except OSError:
        target.rename(aside)  # a drive without second names
    if journal.exists():
        journal.rename(journal_of(aside))
    return aside


def _homes(path: Path, folder: Path) -> list[Path]:
    try:
        probe(path)
        engine = open_engine(path, access="read")
        try:
            return [folder / _log_of(engine, path)[0].hex()]
        finally:
            engine.dispose()
    except FileProblem:
        here = str(path.resolve())
        return [noted.parent for noted in folder.glob(f"*/{_PLACES}") if here in _places(noted.parent)]


def _note_place(home: Path, path: Path) -> None:
    here, places = str(path.resolve()), _places(home)
    if here not in places:
        with suppress(FileProblem, UnicodeEncodeError):
            atomic_write(home / _PLACES, json.dumps([here, *places][:20]).encode())


def _places(home: Path) -> list[str]:
    try:
        places = json.loads((home / _PLACES).read_bytes())
    except (OSError, ValueError):
        return []
    return [str(one) for one in places] if isinstance(places, list) else []


def _in(home: Path) -> list[Backup]:
    try:
        found = [_copy(path) for path in home.glob(f"book-*{EXTENSION}")]
    except OSError:
        return []
    return [copy for copy in found if copy is not None]


def _copy(path: Path) -> Backup | None:
    named = _NAME.match(path.name)
    if named is None or named[4] not in {reason.value for reason in BackupReason}:
        return None
    try:
        made = dt.datetime.strptime(named[1], _STAMP).replace(tzinfo=dt.UTC)
        size = path.stat().st_size
    except (ValueError, OSError):
        return None
    return Backup(
        path=path, made=made, entries=int(named[2]), head=named[3], reason=BackupReason(named[4]), size=size
    )  # fmt: skip


def _order(copy: Backup) -> tuple[int, dt.datetime]:
    return copy.entries, copy.made
