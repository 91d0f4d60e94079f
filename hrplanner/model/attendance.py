"""Counts without names.

The three totals (heads, signatures, slips) stand in the session itself and are never forced equal.
"""

from dataclasses import dataclass

from hrplanner.model.groups import GroupCode
from hrplanner.model.ids import RowId


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many of one group, as it was counted.

    An exact count, an estimate from low to high, or a percent as written ("19").

    `counted_by` keeps the tallies of two counters apart; they add up.
    """

    id: RowId
    group: GroupCode
    count: int | None = None
    low: int | None = None
    high: int | None = None
    percent: str | None = None
    counted_by: str | None = None
    source: str | None = None
