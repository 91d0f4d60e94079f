"""The bar of a share: how much is known, how much is not stated, and what the rule asks for."""

from dataclasses import dataclass
from fractions import Fraction

SMALL = Fraction(1, 5)  # up to here the bar ends at four times the threshold, else its mark would sit at the very left


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Places on a bar from 0 to 1; `need` is None where no threshold can be drawn."""

    low: float
    high: float
    need: float | None = None


UNKNOWN = Bar(low=0.0, high=1.0)


def bar_end(threshold: Fraction | None) -> Fraction:
    """The share at which the bar ends: the whole, or four times a small threshold."""
    return threshold * 4 if threshold is not None and 0 < threshold <= SMALL else Fraction(1)


def share_bar(low: Fraction | None, high: Fraction | None, threshold: Fraction | None) -> Bar:
    """The bar of a share between two bounds; without bounds it is hatched over its whole length."""
    end = bar_end(threshold)
    need = None if threshold is None else float(min(Fraction(1), threshold / end))
    if low is None or high is None:
        return Bar(low=0.0, high=1.0, need=need)
    return Bar(low=float(min(Fraction(1), low / end)), high=float(min(Fraction(1), high / end)), need=need)
