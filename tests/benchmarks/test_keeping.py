"""Backups against copying the same bytes, and opening a long log against a short one."""

import datetime as dt
import os
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from hrplanner.model.backups import BackupReason
from hrplanner.model.changes import changes_between
from hrplanner.model.lines import NewEntry
from hrplanner.model.office import new_office
from hrplanner.storage.backups import write_copy
from hrplanner.storage.engine import open_engine, raw
from hrplanner.storage.examination import examine
from hrplanner.storage.opening import create_book, open_book
from hrplanner.storage.shelf import back_up
from tests.benchmarks.conftest import best_of
from tests.storage.records import WOMEN, bare_session, person

PEOPLE, SESSIONS = 50_000, 10
LONG = int(os.environ.get("HRPLANNER_LONG_LOG", "100000"))
PROMISED_COPY, PROMISED_OPENING = 3.0, 1.2
STEPS, PROMISED_STEP = 1_000, 1_024


def test_a_backup_of_50000_people(tmp_path: Path, report: Callable[[str], None]) -> None:
    book = create_book(tmp_path / "book.hrplan", new_office(name="District", country="np"))
    for number in range(SESSIONS):
        people = tuple(person(f"Person {number} {n}", WOMEN) for n in range(PEOPLE // SESSIONS))
        book.write(NewEntry(step="add"), changes_between(None, replace(bare_session(f"{number}"), people=people)))
    book.close()
    content = book.path.read_bytes()

    def copied() -> None:
        with (tmp_path / "bytes").open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())

    def written() -> None:
        (tmp_path / "copy.hrplan").unlink(missing_ok=True)
        write_copy(engine, tmp_path / "copy.hrplan")

    engine = open_engine(book.path, access="write")
    floor = best_of(5, copied)
    ours = best_of(5, written)
    checked = best_of(1, lambda: examine(tmp_path / "copy.hrplan"))
    whole = best_of(
        1, lambda: back_up(engine, book.path, tmp_path, reason=BackupReason.ASKED, now=dt.datetime.now(dt.UTC))
    )
    engine.dispose()
    report(
        f"backup of {PEOPLE:,} people ({len(content) / 1e6:.0f} MB): {ours * 1000:.0f} ms, copy and fsync "
        f"{floor * 1000:.0f} ms, ratio {ours / floor:.2f} (promised under {PROMISED_COPY}); its check {checked:.1f} s, "
        f"all together {whole:.1f} s"
    )
    assert ours / floor < 2 * PROMISED_COPY
    assert examine(tmp_path / "copy.hrplan").state == "sound"


def test_what_a_step_adds_to_the_file(tmp_path: Path, report: Callable[[str], None]) -> None:
    book = create_book(tmp_path / "book.hrplan", new_office(name="Log", country="np"))
    list(book._engine.raw_connection().driver_connection.apsw.execute("pragma synchronous=off"))  # type: ignore[union-attr]
    session = bare_session("1")
    book.write(NewEntry(step="add"), changes_between(None, session))
    before = book.path.stat().st_size
    for at in range(STEPS):
        after = replace(session, people=(*session.people[-1:], person(f"Person {at}", WOMEN)))
        book.write(NewEntry(step="register_person"), changes_between(session, after))
        session = after
    written = book.path.stat().st_size - before
    _, packed = book.compact()
    book.close()
    report(
        f"a step adds {written / STEPS:.0f} bytes to the file (promised under {PROMISED_STEP}), "
        f"{(packed - before) / STEPS:.0f} once the history is packed"
    )
    assert written / STEPS < PROMISED_STEP
    assert packed < before + 0.8 * written


def test_opening_a_long_log(tmp_path: Path, report: Callable[[str], None]) -> None:
    books = {entries: with_entries(tmp_path / f"{entries}.hrplan", entries) for entries in (1_000, LONG)}
    times = dict.fromkeys(books, float("inf"))
    for _ in range(10):  # in turns, so that what else the machine does meets both
        for entries, path in books.items():
            times[entries] = min(times[entries], best_of(3, partial(opened, path, tmp_path / "copies")))
    ratio = times[LONG] / times[1_000]
    report(
        f"opening a book of {LONG:,} entries: {times[LONG] * 1000:.1f} ms, of 1,000: {times[1_000] * 1000:.1f} ms, "
        f"ratio {ratio:.2f} (promised under {PROMISED_OPENING})"
    )
    assert ratio < 2 * PROMISED_OPENING


def with_entries(path: Path, entries: int) -> Path:
    """A book with so many counts of one session in its log."""
    book = create_book(path, new_office(name="Log", country="np"))
    list(raw(book._engine).execute("pragma synchronous=off"))
    session = bare_session("1")
    book.write(NewEntry(step="add"), changes_between(None, session))
    for heads in range(entries):
        after = replace(session, heads=heads)
        book.write(NewEntry(step="count"), changes_between(session, after))
        session = after
    book.close()
    return path


def opened(path: Path, copies: Path) -> None:
    """What a start does; the first time every page is looked at, which the best of several leaves out."""
    open_book(path, backups=copies).close()
