"""What merging did, or would do: shown before, and said afterwards, from the same value."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hrplanner.model.changes import Change, RowKind
from hrplanner.model.merging.entries import Written

MUCH = 10
"""Percent of the rows of this book from which on a merge that removes or changes them is shown first."""

LISTED = 500
"""How many of the changes to what was here are told one by one; the counts are of all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Renumbered:
    """A row that got another number, because both copies had given the old one."""

    kind: RowKind
    session: str | None
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeOutcome:
    """Counts of entries and rows; `rows` are those this book had before."""

    entries: tuple[Written, ...] = ()
    rows: int = 0
    came: Mapping[RowKind, int] = field(default_factory=dict)
    changed: Mapping[RowKind, int] = field(default_factory=dict)
    gone: Mapping[RowKind, int] = field(default_factory=dict)
    touched: tuple[Change, ...] = ()
    """What was here and changes or goes, as far as it is listed."""
    renumbered: tuple[Renumbered, ...] = ()
    conflicts: int = 0
    forked: bool = False
    """Whether both files went on as the same copy, as happens when a file is copied by hand and copied back."""
    ahead_days: int = 0
    """By how many days the other computer's clock is ahead of this one."""

    @property
    def much(self) -> bool:
        """Whether so much of what was here would go or change that a person should see it first."""
        touched = sum(self.changed.values()) + sum(self.gone.values())
        return touched > MUCH and touched * 100 > self.rows * MUCH
