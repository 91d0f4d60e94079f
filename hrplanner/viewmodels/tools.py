"""What the window asks of the computer beyond what every command asks; wiring answers."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from hrplanner.usecases.ports import Tools
from hrplanner.words.catalog import Catalog


class Part(NamedTuple):
    """Something by other people that comes along, and the files that hold its licence."""

    name: str
    version: str
    texts: tuple[Path, ...]


class WindowTools(Tools, Protocol):
    """The tools of the use cases, and what is said of the program itself."""

    def report_bug(self, bug: BaseException, words: Catalog) -> str:
        """Keeps a report without personal data and says where, in one sentence."""
        ...

    def versions(self, words: Catalog) -> str:
        """The program and the parts that matter when somebody asks for help, a line each."""
        ...

    def parts(self) -> Sequence[Part]:
        """Everything by other people that comes along."""
        ...
