"""Merging two copies of a book that differ in one person of a hundred, as the book grows."""

import os
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from hrplanner.model.changes import changes_between
from hrplanner.model.ids import PersonId, new_id
from hrplanner.model.lines import NewEntry
from hrplanner.model.office import new_office
from hrplanner.model.people import Person
from hrplanner.storage.opening import create_book, open_book
from hrplanner.usecases.recording import new_session

MOST_ROWS = int(os.environ.get("HRPLANNER_BENCH_MERGED", "100000"))  # a million once before a release
SIZES = tuple(size for size in (10_000, 100_000, 1_000_000) if size <= MOST_ROWS)
A_MEETING = 500
PROMISED = 1.5


def test_merging_two_copies(tmp_path: Path, report: Callable[[str], None]) -> None:
    cost = {}
    for size in SIZES:
        one, other = _copies(tmp_path / str(size), size)
        ours, theirs = open_book(one), open_book(other, access="read")
        begun = time.perf_counter()
        _, outcome = ours.merge(theirs, NewEntry(step="merge"))
        cost[size] = (time.perf_counter() - begun) / size
        assert sum(outcome.changed.values()) == size // 100
        ours.close()
        theirs.close()
    for less, more in pairwise(SIZES):
        ratio = cost[more] / cost[less]
        report(
            f"merging {more:,} people that differ in 1 %: {cost[more] * more:.2f} s, cost of a row {ratio:.2f} of that "
            f"among {less:,} (promised under {PROMISED})"
        )
        assert ratio < 2 * PROMISED


def _copies(folder: Path, size: int) -> tuple[Path, Path]:
    folder.mkdir()
    one, other = folder / "one.hrplan", folder / "other.hrplan"
    book = create_book(one, new_office(name="Large", country="np"))
    for at in range(size // A_MEETING):
        people = tuple(Person(id=PersonId(new_id()), name=f"N{at} {who}", age=who % 80) for who in range(A_MEETING))
        session = replace(new_session(number=f"S{at}", title="Plan", kind="meeting"), people=people)
        book.write(NewEntry(step="import"), changes_between(None, session))
    book.close()
    shutil.copyfile(one, other)
    for path, first in ((one, 0), (other, 3)):
        book = open_book(path)
        for line in book.session_lines():
            session = book.session_of_id(line.id)
            older = session
            for person in session.people[first : first + A_MEETING // 100]:
                older = older.with_person(replace(person, age=(person.age or 0) + first + 1))
            book.write(NewEntry(step="correct_person"), changes_between(session, older))
        book.close()
    return one, other
