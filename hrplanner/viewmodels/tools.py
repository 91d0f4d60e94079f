"""What the window asks of the computer beyond what every command asks; wiring answers."""

from typing import Protocol

from hrplanner.usecases.ports import Tools
from hrplanner.words.catalog import Catalog


class WindowTools(Tools, Protocol):
    """The tools of the use cases, and somewhere to put reports of bugs."""

    def report_bug(self, bug: BaseException, words: Catalog) -> str:
        """Keeps a report without personal data and says where, in one sentence."""
        ...
