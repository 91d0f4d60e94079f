"""Books for view models, on disk, closed at the end."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hrplanner.usecases.workspace import Workspace
from hrplanner.words.catalog import Catalog
from tests.viewmodels.town import with_meeting, with_record


@pytest.fixture
def words() -> Catalog:
    return Catalog("en")


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Workspace]:
    space = with_meeting(tmp_path)
    yield space
    space.book.close()


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Workspace]:
    space = with_record(tmp_path)
    yield space
    space.book.close()
