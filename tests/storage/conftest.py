"""A book to test with, and a session that uses every kind of row."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hrplanner.model.office import new_office
from hrplanner.storage.book import Book
from hrplanner.storage.opening import create_book
from hrplanner.usecases.recording import count_one, new_session, raise_issue, register_person
from tests.storage.laptops import WOMEN, Laptop


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = create_book(tmp_path / "book.hrplan", new_office(name="Ward 5", country="np"))
    yield made
    made.close()


@pytest.fixture
def laptops(tmp_path: Path) -> Callable[..., list[Laptop]]:
    def made(*, skews: tuple[int, ...] = (0, -3000, 5000), folder: str = "one") -> list[Laptop]:
        base = tmp_path / folder
        base.mkdir()
        office = new_office(name="Ward 5", country="np")
        first = create_book(base / "0.hrplan", office, clock=lambda: 1_700_000_000_000)
        first.close()
        start = Laptop(base / "0.hrplan")
        start.desk.add_session(new_session(number="S1", title="Plan", kind="meeting"))
        start.run("S1", lambda one: count_one(raise_issue(one, text="Water"), WOMEN))
        start.run("S1", lambda one: register_person(one, name="Sita", groups=[WOMEN]))
        start.book.close()
        for at in range(1, len(skews)):
            shutil.copyfile(base / "0.hrplan", base / f"{at}.hrplan")
        return [Laptop(base / f"{at}.hrplan", skew) for at, skew in enumerate(skews)]

    return made
