"""A number of people with its low and high bound, and bounds on those in any or in all of several groups."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hrplanner.model.groups import GroupCode


@dataclass(frozen=True, slots=True)
class Count:
    """How many people, in whole persons.

    `known` is the number that was counted, None where only a range or nothing is known; `high` is None where nothing
    bounds it. `contradictory` says that the figures it comes from cannot all be true.
    """

    known: int | None
    low: int
    high: int | None
    contradictory: bool = False

    @property
    def exact(self) -> bool:
        return self.low == self.high

    @property
    def unknown(self) -> int | None:
        """How many people it is not known of, or None where nothing bounds them."""
        return None if self.high is None else self.high - self.low


@dataclass(frozen=True, slots=True)
class GroupSet:
    """Those in any, or in all, of some groups."""

    groups: tuple[GroupCode, ...]
    every: bool = False


NOTHING = Count(known=None, low=0, high=None)


def exactly(number: int) -> Count:
    """A number that was counted and leaves nothing open."""
    return Count(known=number, low=number, high=number)


def among(count: Count, total: int | None) -> Count:
    """The count as part of a total: never above it, contradictory where it says so itself."""
    if total is None or count.contradictory:
        return count
    if count.low > total:
        return replace(count, contradictory=True)
    return replace(count, high=total if count.high is None else min(count.high, total))


def in_any_of(parts: Sequence[Count], total: int | None) -> Count:
    """Bounds on a union of counts that were taken apart (Fréchet's bounds)."""
    if len(parts) == 1:
        return parts[0]
    highs = [part.high for part in parts]
    summed = None if None in highs else sum(high for high in highs if high is not None)
    low = max(part.low for part in parts)
    return _joined(parts, low, summed, total)


def in_all_of(parts: Sequence[Count], total: int | None) -> Count:
    """Bounds on an intersection of counts that were taken apart (Fréchet's bounds)."""
    if len(parts) == 1:
        return parts[0]
    highs = [part.high for part in parts if part.high is not None]
    low = 0 if total is None else max(0, sum(part.low for part in parts) - (len(parts) - 1) * total)
    return _joined(parts, low, min(highs) if highs else None, total)


def added(parts: Sequence[Count]) -> Count:
    """The sum of counts of different people, or of attendances."""
    known = [part.known for part in parts]
    highs = [part.high for part in parts]
    return Count(
        known=None if None in known else sum(one for one in known if one is not None),
        low=sum(part.low for part in parts),
        high=None if None in highs else sum(one for one in highs if one is not None),
        contradictory=any(part.contradictory for part in parts),
    )


def _joined(parts: Sequence[Count], low: int, high: int | None, total: int | None) -> Count:
    contradictory = any(part.contradictory for part in parts)
    count = among(Count(None, low, high, contradictory), total)
    return replace(count, known=count.low if count.exact else None)
