"""The seal of a book as somebody sees it: what opens it, what seals it, and the sheet. No password is kept here."""

from dataclasses import dataclass, replace
from typing import Self

from hrplanner.keys.book_key import check_password
from hrplanner.model.errors import FileProblem, Refused
from hrplanner.viewmodels.told import Told, refused
from hrplanner.words.catalog import Catalog

LONGEST_WAIT = 30
"""Seconds between two attempts at a password, at most."""


@dataclass(frozen=True, slots=True)
class Attempts:
    """How often a password was wrong in a row."""

    failed: int = 0

    @property
    def wait(self) -> int:
        """Seconds until the next attempt: none for the first slips, then twice as long each time."""
        return 0 if self.failed < 2 else min(LONGEST_WAIT, 2 ** (self.failed - 2))

    def and_failed(self) -> Self:
        """One more."""
        return replace(self, failed=self.failed + 1)


def checked(words: Catalog, first: str, again: str) -> Told:
    """Whether a password that was typed twice can seal a book, or why not and at which field."""
    try:
        check_password(first)
    except Refused as problem:
        return refused(words, problem, "new")
    return Told() if first == again else refused(words, FileProblem("passwords_differ"), "again")
