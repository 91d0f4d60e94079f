"""What a book may hold of people, for how long, and what is told of handing it out. Who decides is in `usecases`."""

import datetime as dt
from dataclasses import dataclass

from hrplanner.model.groups import Dimension
from hrplanner.model.ids import PersonId

SENSITIVE = (Dimension("disability"), Dimension("indigenous"), Dimension("caste"), Dimension("religion"))
"""Asked of a named person only where the office switched it on with a reason; counts without names are always open."""

ERASING = frozenset({"erase_person", "erase_names"})
"""Steps that take names away for good, on every copy of the book."""

TOLD_STEPS = frozenset(
    {
        "print_document", "freeze_minutes", "print_draft", "export", "share", "print_recovery", "restore", "merge",
        "import", "take_in_book", "take_review", "file_scan", "salvage", "remove_scans", "erase_person", "erase_names",
        "seal_book", "unseal_book", "change_password", "switch_field", "keep_names",
    }
)  # fmt: skip
"""Steps of the log that somebody who answers for privacy reads: who got what, what was brought back, what is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPerson:
    """A named line of a list, wherever it lies; `versions` are the frozen minutes of its session, which keep it."""

    id: PersonId
    number: str
    date: dt.date | None
    name: str
    code: str | None
    place: str | None
    versions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What keeps a name that goes from the lists.

    Frozen `versions` of records that say it, `printouts` on paper that say it, `scans` of sheets of its meetings, which
    no program reads, and `mentions` in rows that people wrote in their own words.
    """

    versions: int = 0
    printouts: int = 0
    scans: int = 0
    mentions: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """How many lines of lists lost their name, entries of the log were written anew, and what keeps it."""

    people: int
    entries: int
    kept: Kept = Kept()


def kept_until(held: dt.date, months: int) -> dt.date:
    """The last day on which the names of a meeting are kept."""
    years, month = divmod(held.month - 1 + months, 12)
    first = dt.date(held.year + years, month + 1, 1)
    end = (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
    return first.replace(day=min(held.day, end.day))
