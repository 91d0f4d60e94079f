"""A book to test with, and a session that uses every kind of row."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hrplanner.model.office import new_office
from hrplanner.storage.book import Book
from hrplanner.storage.opening import create_book


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = create_book(tmp_path / "book.hrplan", new_office(name="Ward 5", country="np"))
    yield made
    made.close()
