"""Whether a count reaches what a rule asks for, and how many are missing; exact fractions, whole people."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from hrplanner.model.rules.codes import Comparison, Rounding
from hrplanner.model.rules.thresholds import Amount, Threshold

_UP = frozenset({Comparison.AT_LEAST, Comparison.MORE_THAN})
_DOWN = frozenset({Comparison.AT_MOST, Comparison.LESS_THAN})
_STRICT = frozenset({Comparison.MORE_THAN, Comparison.LESS_THAN})


@dataclass(frozen=True, slots=True)
class Shortfall:
    """How many are missing: if the same number of people come, and if they come on top.

    `needed` is the number asked for, or allowed at most. None where no number of people ever would do.
    """

    needed: int | None = None
    same_total: int | None = None
    on_top: int | None = None


@dataclass(frozen=True, slots=True)
class Hurdle:
    """A comparison with the threshold that holds for this session."""

    comparison: Comparison
    threshold: Threshold | None
    rounding: Rounding = Rounding.EXACT

    @property
    def is_upward(self) -> bool:
        return self.comparison in _UP

    @property
    def is_downward(self) -> bool:
        return self.comparison in _DOWN

    @property
    def needs_whole(self) -> bool:
        return self.threshold is not None and self.threshold.of(None) is None

    def edge(self, whole: int | None) -> Fraction | None:
        """The number asked for of a whole, rounded as the law says."""
        return self._rounded(self.threshold.of(whole) if self.threshold else None)

    def _rounded(self, edge: Fraction | None) -> Fraction | None:
        if edge is None or self.rounding is Rounding.EXACT:
            return edge
        return Fraction(ceil(edge) if self.rounding is Rounding.UP else floor(edge + Fraction(1, 2)))

    def passes(self, number: int, whole: int | None) -> bool:
        """Whether a number of a whole is on the right side of the threshold; False where that cannot be said."""
        edge = self.edge(whole)
        if edge is None:
            return self.is_enough_of_anything(number)
        if self.is_upward:
            return number > edge or (number == edge and self.comparison not in _STRICT)
        return number < edge or (number == edge and self.comparison not in _STRICT)

    def is_enough_of_anything(self, number: int) -> bool:
        """Whether the number is enough whatever the whole is: 500 for `min(1/10, 500)`."""
        enough = self.threshold.largest_count if self.threshold else None
        return enough is not None and self.comparison is Comparison.AT_LEAST and number >= enough

    def ends(self, whole: int | None) -> tuple[Fraction | None, Fraction | None]:
        """The least and the most for `=` and `between`."""
        if self.threshold is None:
            return None, None
        least, most = self.threshold.ends_of(whole)
        return self._rounded(least), self._rounded(most)


def shortfall(hurdle: Hurdle, number: int, whole: int | None, *, grows: bool) -> Shortfall:
    """What is missing for a number of a whole that is not enough.

    The whole grows with everybody who comes on top only where it is made of those present: council seats do not.
    """
    if hurdle.comparison is Comparison.ODD:
        return Shortfall(None, 1, 1)
    if hurdle.is_upward:
        return _missing(hurdle, number, whole, grows=grows)
    if hurdle.is_downward:
        return _too_many(hurdle, number, whole, grows=grows)
    return _outside(hurdle, number, whole, grows=grows)


def _missing(hurdle: Hurdle, number: int, whole: int | None, *, grows: bool) -> Shortfall:
    """The smallest whole numbers that pass: 5 % of 3,109 voters is 155.45, so 156 people."""
    edge = hurdle.edge(whole)
    if edge is None:
        return Shortfall()
    strict = hurdle.comparison in _STRICT
    least = _above(edge, strict=strict)
    same = max(0, least - number)
    if not grows or whole is None or hurdle.threshold is None:
        return Shortfall(least, same, same)
    if hurdle.rounding is not Rounding.EXACT:
        return Shortfall(least, same if least <= whole else None, _added_rounded(hurdle, number, whole))
    on_top = _chosen(hurdle.threshold, lambda one: _added(one, number, whole, strict=strict), easier=min, harder=max)
    return Shortfall(least, same if least <= whole else None, on_top)


def _too_many(hurdle: Hurdle, number: int, whole: int | None, *, grows: bool) -> Shortfall:
    """For "at most": how many fewer, and how many others on top would dilute the share enough."""
    edge = hurdle.edge(whole)
    if edge is None:
        return Shortfall()
    strict = hurdle.comparison in _STRICT
    most = _below(edge, strict=strict)
    fewer = max(0, number - most) if most >= 0 else None
    if not grows or whole is None or hurdle.threshold is None:
        return Shortfall(most, fewer, fewer)
    others = _chosen(hurdle.threshold, lambda one: _diluted(one, number, whole, strict=strict), easier=max, harder=min)
    return Shortfall(most, fewer, others)


def _outside(hurdle: Hurdle, number: int, whole: int | None, *, grows: bool) -> Shortfall:
    """For `=` and `between`: below the least end as "at least", above the most as "at most"."""
    least, most = hurdle.ends(whole)
    if hurdle.threshold is None or least is None or most is None:
        return Shortfall()
    below = number < least
    end = hurdle.threshold.amounts[0 if below else -1]
    towards = Hurdle(Comparison.AT_LEAST if below else Comparison.AT_MOST, Threshold(hurdle.threshold.text, (end,)))
    found = shortfall(towards, number, whole, grows=grows)
    step = 1 if below else -1
    same = found.same_total
    if same is not None and not least <= number + step * same <= most:
        same = None
    return Shortfall(found.needed, same, _if_inside(hurdle, number, whole, found.on_top, below=below, grows=grows))


def _if_inside(
    hurdle: Hurdle, number: int, whole: int | None, on_top: int | None, *, below: bool, grows: bool
) -> int | None:
    """The number on top, unless it jumps over the other end."""
    if on_top is None:
        return None
    reached = number + on_top if below else number if grows else number - on_top
    least, most = hurdle.ends(whole + on_top if grows and whole is not None else whole)
    return on_top if least is not None and most is not None and least <= reached <= most else None


def _above(edge: Fraction, *, strict: bool) -> int:
    return floor(edge) + 1 if strict else ceil(edge)


def _below(edge: Fraction, *, strict: bool) -> int:
    return ceil(edge) - 1 if strict else floor(edge)


def _added(amount: Amount, number: int, whole: int, *, strict: bool) -> int | None:
    """The fewest more of the group who, coming on top, bring the share there."""
    if amount.share is None:
        return max(0, _above(Fraction(amount.count or 0), strict=strict) - number)
    over = number - amount.share * whole
    if over > 0 or (over == 0 and not strict):
        return 0
    return None if amount.share >= 1 else max(0, _above(-over / (1 - amount.share), strict=strict))


def _added_rounded(hurdle: Hurdle, number: int, whole: int) -> int | None:
    """The same where the number asked for is rounded, so that it grows in steps."""
    most = 4 * (number + whole + 1)
    return next((more for more in range(most) if hurdle.passes(number + more, whole + more)), None)


def _diluted(amount: Amount, number: int, whole: int, *, strict: bool) -> int | None:
    """The fewest others who, coming on top, bring the share down there; more people change nothing about a count."""
    over = number - (amount.share * whole if amount.share is not None else Fraction(amount.count or 0))
    if over < 0 or (over == 0 and not strict):
        return 0
    return _above(over / amount.share, strict=strict) if amount.share else None


def _chosen(
    threshold: Threshold,
    found: Callable[[Amount], int | None],
    *,
    easier: Callable[[list[int]], int],
    harder: Callable[[list[int]], int],
) -> int | None:
    """The number for the smaller or larger of two amounts; `easier` joins those of `min`, `harder` those of `max`."""
    numbers = [found(amount) for amount in threshold.amounts]
    known = [number for number in numbers if number is not None]
    join = harder if threshold.choose == "max" else easier
    if not known or (join is max and len(known) < len(numbers)):
        return None
    return join(known)
