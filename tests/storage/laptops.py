"""Laptops with copies of one book, and the random steps of the clerks who write into them."""

import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hrplanner.model.changes import Change, RowKind, plain
from hrplanner.model.groups import GroupCode
from hrplanner.model.lines import NewEntry
from hrplanner.model.session import Session
from hrplanner.storage.book import Book
from hrplanner.storage.engine import raw
from hrplanner.storage.opening import open_book
from hrplanner.storage.rows import plain_rows
from hrplanner.usecases.freezing import next_version
from hrplanner.usecases.recording import (
    count_one,
    decide,
    new_session,
    promise,
    put_in_group,
    raise_issue,
    register_person,
    remove_row,
    set_total,
)
from hrplanner.usecases.workspace import Workspace

WOMEN, *OTHERS = GROUPS = tuple(GroupCode(code) for code in ("women", "men", "dalit"))


class Laptop:
    """A copy of the book on a computer whose clock is wrong by some seconds."""

    def __init__(self, path: Path, skew: int = 0) -> None:
        self.time = 1_700_000_000_000 + skew
        self.book = open_book(path, clock=self.tick)
        list(raw(self.book._engine).execute("pragma synchronous = off"))  # no power is cut here
        self.desk = Workspace(self.book)

    def tick(self) -> int:
        self.time += 1000
        return self.time

    def session(self, number: str) -> Session:
        return self.desk.open_session(number)

    def run(self, number: str, change: Callable[[Session], Session], step: str = "step") -> None:
        self.session(number)
        self.desk.run(step, change)

    def entry(self, step: str) -> NewEntry:
        return NewEntry(step=step)

    def merge(self, other: "Laptop") -> int:
        _, outcome = self.book.merge(other.book, NewEntry(step="merge"))
        self.desk.refresh()
        return len(outcome.entries)


class Stick:
    """Copies as they were when they were taken: handed on late, in any order, twice, or never."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._copies: list[Path] = []

    def take(self, laptop: Laptop) -> None:
        copy = self._folder / f"{len(self._copies)}-taken.hrplan"
        shutil.copyfile(laptop.book.path, copy)
        self._copies.append(copy)

    def hand_to(self, laptop: Laptop, chance: random.Random) -> None:
        """One copy; one in three was lost on the way, always the same."""
        came = [copy for at, copy in enumerate(self._copies) if at % 3 != 2]
        if came:
            self._merge(laptop, chance.choice(came))

    def hand_all_to(self, laptop: Laptop) -> int:
        """How many entries came with all of them, also with those that were lost, the newest first."""
        return sum(self._merge(laptop, copy) for copy in reversed(self._copies))

    def _merge(self, laptop: Laptop, copy: Path) -> int:
        book = open_book(copy, access="read")
        try:
            _, outcome = laptop.book.merge(book, laptop.entry("merge"))
        finally:
            book.close()
        laptop.desk.refresh()
        return len(outcome.entries)


def state_of(book: Book) -> dict[tuple[RowKind, bytes], object]:
    """Every row outside the bin."""
    with book._asking() as connection:
        return {(kind, row): values for kind in RowKind for row, values in plain_rows(connection, kind)}


def exchange(laptops: list[Laptop], chance: random.Random) -> None:
    """Merge every pair until nobody has anything new."""
    for _ in range(8):
        pairs = [(one, other) for one in laptops for other in laptops if one is not other]
        chance.shuffle(pairs)
        if not sum(one.merge(other) for one, other in pairs):
            return
    raise AssertionError("the copies never come to rest")


def act(laptop: Laptop, chance: random.Random) -> None:
    """One random step of a clerk; what has nothing to work on is a decision written down."""
    lines = laptop.book.session_lines()
    number = f"S{chance.randint(1, 4)}"
    if all(line.number != number for line in lines) and (not lines or chance.random() < NEW_SESSION):
        laptop.desk.add_session(new_session(number=number, title="Plan", kind="meeting"))
        return
    number = chance.choice(lines).number
    if chance.random() < len(DESK) / (len(DESK) + len(LOG)):
        chosen = chance.choice(DESK)
        step = "count_one" if chosen is tally_one else "step"
        laptop.run(number, lambda one: chosen(one, chance), step)
    else:
        chance.choice(LOG)(laptop, laptop.session(number))


def register(session: Session, chance: random.Random) -> Session:
    return register_person(session, name=f"N{chance.randint(1, 99)}")


def rename(session: Session, chance: random.Random) -> Session:
    if not session.people:
        return decide(session, text="Decided")
    return session.with_person(replace(chance.choice(session.people), name=f"M{chance.randint(1, 99)}"))


def regroup(session: Session, chance: random.Random) -> Session:
    if not session.people:
        return decide(session, text="Decided")
    return put_in_group(session, chance.choice(session.people).id, chance.choice(GROUPS))


def strike_out(session: Session, chance: random.Random) -> Session:
    return remove_row(session, chance.choice(session.people).id) if session.people else session


def tally_one(session: Session, chance: random.Random) -> Session:
    return count_one(session, chance.choice(GROUPS))


def raise_one(session: Session, chance: random.Random) -> Session:
    return raise_issue(session, text=f"Road {chance.randint(1, 9)}")


def answer(session: Session, chance: random.Random) -> Session:
    codes = [chance.choice(session.issues).code] if session.issues else []
    return promise(session, text="We will", answers=codes)


def count_heads(session: Session, chance: random.Random) -> Session:
    return set_total(session, "heads", chance.randint(1, 90))


def remove(laptop: Laptop, session: Session) -> None:
    if session.people:
        laptop.desk.remove_session()


def undo(laptop: Laptop, session: Session) -> None:
    laptop.desk.undo()
    laptop.desk.refresh()


def print_it(laptop: Laptop, session: Session) -> None:
    version = next_version(laptop.book, session)
    change = Change(RowKind.MINUTES, version.id, session.id, None, plain(version))
    laptop.book.write(NewEntry(step="freeze_minutes", session=session.id), [change])


NEW_SESSION = 0.15
DESK = (register, rename, regroup, strike_out, tally_one, raise_one, answer, count_heads) * 2
LOG = (remove, undo, print_it)
