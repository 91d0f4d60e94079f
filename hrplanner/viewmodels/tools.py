"""What the window asks of the computer it runs on; wiring answers."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from hrplanner.model.incoming import IncomingFile
from hrplanner.model.office import Office
from hrplanner.usecases.ports import Book, Press
from hrplanner.words.catalog import Catalog


class Tools(Protocol):
    """Books, paper and files."""

    def create_book(self, path: Path, office: Office) -> Book: ...
    def open_book(self, path: Path, *, read_only: bool = False) -> Book: ...
    def press(self) -> Press: ...
    def open_source(self, path: Path, mapping: Path | None = None, *, learned: Mapping[str, str]) -> IncomingFile: ...
    def read_text(self, path: Path) -> str: ...
    def write_file(self, path: Path, content: bytes) -> None: ...
    def report_bug(self, bug: BaseException, words: Catalog) -> str:
        """Keeps a report without personal data and says where, in one sentence."""
        ...
