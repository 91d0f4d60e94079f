"""A program that writes into a book as fast as it can and says so after each save; it is killed in the middle."""

import itertools
from dataclasses import replace
from pathlib import Path

from hrplanner.model.changes import changes_between
from hrplanner.model.lines import NewEntry
from hrplanner.storage.opening import open_book
from tests.storage.records import WOMEN, full_session, person


def save_for_ever(path: Path, told: Path) -> None:
    """Add session after session, and write the number of each down once its two saves returned."""
    book = open_book(path)
    with told.open("wb", buffering=0) as out:
        for number in itertools.count(len(book.session_lines())):
            session = full_session(f"S{number:06}")
            book.write(NewEntry(step="add_session"), changes_between(None, session))
            corrected = session.with_person(person(f"Person {number}", WOMEN)).without(session.people[1].id)
            after = replace(corrected, heads=number)
            book.write(NewEntry(step="correct", about=str(number)), changes_between(session, after))
            out.write(f"{number}\n".encode())
