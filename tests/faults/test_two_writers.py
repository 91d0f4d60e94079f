"""Two programs write into one book past the lock, in any order: nobody's words are overwritten without a word."""

import os
import random
from dataclasses import replace
from pathlib import Path

from hrplanner.model.changes import changes_between
from hrplanner.model.errors import Refused
from hrplanner.model.lines import NewEntry
from hrplanner.model.office import new_office
from hrplanner.model.session import Session
from hrplanner.storage.book import Book
from hrplanner.storage.examination import examine
from hrplanner.storage.opening import create_book
from tests.storage.records import bare_session, person
from tests.storage.writers import another_writer

ROUNDS = int(os.environ.get("HRPLANNER_TWO_WRITERS", "200"))


def test_interleaved_writers_never_overwrite_silently(tmp_path: Path) -> None:
    first = create_book(tmp_path / "book.hrplan", new_office(name="W", country="np"))
    first.write(NewEntry(step="add"), changes_between(None, bare_session("1")))
    books: tuple[Book, Book] = (first, another_writer(first.path))
    seen = [book.session("1") for book in books]
    chance, accepted, refused = random.Random(5), 0, 0
    for number in range(ROUNDS):
        who = chance.randrange(2)
        before = seen[who]
        after = edited(before, number, chance)
        try:
            books[who].write(NewEntry(step="edit", about=str(number)), changes_between(before, after))
        except Refused:
            refused += 1
            seen[who] = books[who].session("1")
            continue
        accepted += 1
        seen[who] = after
    assert accepted + refused == ROUNDS
    assert refused > 0
    assert books[0].session("1") == books[1].session("1")
    for book in books:
        book.close()
    assert examine(first.path).state == "sound"  # every state is the sum of all logged changes, none was overwritten


def edited(session: Session, number: int, chance: random.Random) -> Session:
    if chance.random() < 0.5:
        return replace(session, heads=number)
    return session.with_person(person(f"Person {number}"))
