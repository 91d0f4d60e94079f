"""Thresholds as the law writes them.

Exact fractions, percents that are not rounded to fractions, counts, and the smaller or larger of two.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from hrplanner.model.errors import Refused

# No whole has more than fifteen digits.
_FRACTION = re.compile(r"(\d{1,15})\s*/\s*(\d{1,15})\Z")
_PERCENT = re.compile(r"(\d{1,15}(?:\.\d{1,15})?)\s*%\Z")
_COUNT = re.compile(r"\d{1,15}\Z")
_CHOICE = re.compile(r"(min|max)\s*\(\s*(.+?)\s*,\s*(.+?)\s*\)\Z", re.IGNORECASE)
_RANGE = re.compile(r"(.+?)\s*\.\.\s*(.+)\Z")


@dataclass(frozen=True, slots=True)
class Amount:
    """A share of a whole (0 to 1 and above), or a count of people that needs no whole."""

    share: Fraction | None = None
    count: int | None = None

    def of(self, whole: int | None) -> Fraction | None:
        """How many that is of a whole; None where the share of an unknown whole is asked for."""
        if self.count is not None:
            return Fraction(self.count)
        return None if whole is None or self.share is None else self.share * whole


@dataclass(frozen=True, slots=True)
class Threshold:
    """`text` as written; one amount, the smaller or larger of two (`choose`), or the two ends of `between`."""

    text: str
    amounts: tuple[Amount, ...]
    choose: str | None = None

    def of(self, whole: int | None) -> Fraction | None:
        """The amount to be reached, as an exact number of people or units."""
        found = [amount.of(whole) for amount in self.amounts]
        if self.choose is None:
            return found[0]
        known = [one for one in found if one is not None]
        if len(known) < len(found):
            return None
        pick: Callable[[list[Fraction]], Fraction] = min if self.choose == "min" else max
        return pick(known)

    def ends_of(self, whole: int | None) -> tuple[Fraction | None, Fraction | None]:
        if self.choose is not None:
            return self.of(whole), self.of(whole)
        return self.amounts[0].of(whole), self.amounts[-1].of(whole)

    @property
    def largest_count(self) -> int | None:
        """The count that is enough whatever the whole is, as in min(1/10, 500)."""
        if self.choose == "min":
            return next((amount.count for amount in self.amounts if amount.count is not None), None)
        return None


def parse_threshold(text: str, *, counts_allowed: bool) -> Threshold:
    """Reads a threshold; a bare number is refused where a share is meant, because 3 could be 3 % or 3 people."""
    written = text.strip()
    choice = _CHOICE.match(written)
    if choice is not None:
        either = (_amount(choice[2], text), _amount(choice[3], text))
        if not counts_allowed and all(amount.count is not None for amount in either):
            raise Refused("threshold_is_bare_number", threshold=text)
        return Threshold(text, either, choose=choice[1].lower())
    ends = _RANGE.match(written)
    parts = (ends[1], ends[2]) if ends is not None else (written,)
    amounts = tuple(_amount(part, text) for part in parts)
    if not counts_allowed and any(amount.count is not None for amount in amounts):
        raise Refused("threshold_is_bare_number", threshold=text)
    return Threshold(text, amounts)


def _amount(written: str, whole_text: str) -> Amount:
    written = written.strip()
    if (found := _FRACTION.match(written)) and int(found[2]) > 0:
        return Amount(share=Fraction(int(found[1]), int(found[2])))
    if found := _PERCENT.match(written):
        return Amount(share=Fraction(found[1]) / 100)
    if _COUNT.match(written):
        return Amount(count=int(written))
    raise Refused("threshold_not_understood", threshold=whole_text)
