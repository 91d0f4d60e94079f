"""Who knew of what: entries of several copies in the order of their clocks, and which of them are concurrent.

Two entries are concurrent where neither was written in knowledge of the other, whatever the computers' clocks said
(L. Lamport, Time, clocks, and the ordering of events, 1978; version vectors after Parker and others, 1983).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from hrplanner.model.changes import Change
from hrplanner.model.lines import EntryKey

Knowledge = Mapping[bytes, int]
"""The last number known of every copy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An entry as far as merging asks: its place in time, what its writer had seen, and who and what it was."""

    key: EntryKey
    clock: int
    seen: Knowledge
    step: str
    actor: str | None
    at: int
    changes: int = 0
    """How many rows it changed."""

    @property
    def place(self) -> tuple[int, bytes, int]:
        """Where the entry stands in the one order of all entries, the same on every copy."""
        return (self.clock, self.key.replica, self.key.sequence)

    def knows(self, other: EntryKey) -> bool:
        """Whether this entry was written after the other, in knowledge of it."""
        if other.replica == self.key.replica:
            return other.sequence < self.key.sequence
        return self.seen.get(other.replica, 0) >= other.sequence


@dataclass(frozen=True, slots=True)
class Op:
    """One change of one row, and the entry that made it."""

    entry: Written
    change: Change


def concurrent(one: Written, other: Written) -> bool:
    """Whether neither was written in knowledge of the other."""
    return one.key != other.key and not one.knows(other.key) and not other.knows(one.key)


def common_past(
    ours: Knowledge, theirs: Knowledge, beyond: Callable[[Knowledge], Iterable[Written]]
) -> dict[bytes, int]:
    """The entries that every entry outside of them knows of: what both copies agree on before they went apart.

    `beyond` gives the entries of either copy that a knowledge does not hold.
    """
    past = {copy: min(ours.get(copy, 0), theirs.get(copy, 0)) for copy in {*ours, *theirs}}
    while True:
        lower = dict(past)
        for entry in beyond(past):
            for copy, last in lower.items():
                if copy != entry.key.replica and entry.seen.get(copy, 0) < last:
                    lower[copy] = entry.seen.get(copy, 0)
        if lower == past:
            return past
        past = lower
