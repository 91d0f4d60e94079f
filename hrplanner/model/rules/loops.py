"""The same as `sums`, for the many sessions whose lists alone settle a rule: loops over numbers, nothing else.

A book of ten thousand sessions and forty rules asks this four hundred thousand times.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from hrplanner.model.counts import NOTHING, Count, exactly
from hrplanner.model.list_answers import ListAnswer, Row
from hrplanner.model.rules.cases import Case, list_cases
from hrplanner.model.rules.codes import Comparison, Denominator, Rounding
from hrplanner.model.rules.findings import Verdict
from hrplanner.model.rules.hurdles import Hurdle
from hrplanner.model.rules.rule import Rule
from hrplanner.model.rules.verdicts import hurdle_of

_STRICT = frozenset({Comparison.MORE_THAN, Comparison.LESS_THAN})


@dataclass(frozen=True, slots=True)
class Sum:
    """The sessions of one year: verdicts as often as they came out, and what they add up to."""

    met: int
    open: int
    not_met: int
    counts: tuple[Count, ...]
    whole: Count = NOTHING
    cases: tuple[Case, ...] = ()
    answer: ListAnswer | None = None
    missing: int = 0

    @property
    def verdicts(self) -> dict[Verdict, int]:
        """How often each came out."""
        return {Verdict.MET: self.met, Verdict.CANNOT_DETERMINE: self.open, Verdict.NOT_MET: self.not_met}


def one_way(rule: Rule) -> bool:
    """Whether more, or fewer, is always better, so that one number of people is the threshold."""
    hurdle = hurdle_of(rule)
    return hurdle.is_upward or hurdle.is_downward


def whole_of(rule: Rule, row: Row) -> int | None:
    """What the rule takes its share of at the session; 0 where it takes none, None where that is not known."""
    if rule.denominator is Denominator.ATTENDEES:
        return row.heads
    return getattr(row.session, rule.denominator.value) if rule.denominator else 0


def alone(rule: Rule, rows: Sequence[tuple[Row, int]], first: int) -> Sum:
    """A number of people, by itself or of the whole that stands beside each row."""
    hurdle = hurdle_of(rule)
    up, shares = hurdle.is_upward, rule.denominator is not None
    edges: dict[int, int] = {}
    met = maybe = lows = highs = wholes = 0
    known = True
    for row, whole in rows:
        numbers = row.numbers
        sure, unknown = numbers[first], numbers[first + 1]
        low, high = sure, sure + unknown + row.heads - numbers[0]
        edge = edges.get(whole)
        if edge is None:
            edge = edges[whole] = _edge(hurdle, whole if shares else None)
        if (low >= edge) if up else (high <= edge):
            met += 1
        elif (high >= edge) if up else (low <= edge):
            maybe += 1
        known = known and bool(sure or unknown < numbers[0])
        lows += low
        highs += high
        wholes += whole
    count = Count(lows if known else None, lows, highs)
    own = exactly(wholes) if shares else NOTHING
    cases = (Case(wholes if shares else None, lows, highs),)
    return Sum(met, maybe, len(rows) - met - maybe, (count,), own, cases)


def all_who_came(rule: Rule, rows: Sequence[tuple[Row, int]], first: int) -> Sum:
    """Everybody, against a number that each session names."""
    del first
    hurdle = hurdle_of(rule)
    up, shares = hurdle.is_upward, rule.denominator is not None
    edges: dict[int, int] = {}
    met = heads = wholes = 0
    for row, whole in rows:
        edge = edges.get(whole)
        if edge is None:
            edge = edges[whole] = _edge(hurdle, whole if shares else None)
        met += (row.heads >= edge) if up else (row.heads <= edge)
        heads += row.heads
        wholes += whole
    own = exactly(wholes) if shares else NOTHING
    return Sum(met, 0, len(rows) - met, (exactly(heads),), own, (Case(wholes if shares else None, heads, heads),))


def there(rule: Rule, rows: Sequence[tuple[Row, int]], first: int) -> Sum:
    """Whether any, or each, of several groups was there; each has its two numbers."""
    groups = len(rule.numerator.groups)  # type: ignore[union-attr]
    needed = groups if rule.needs_every else 1
    starts = range(first, first + 2 * groups, 2)
    met = maybe = 0
    lows, highs, known = [0] * groups, [0] * groups, [True] * groups
    for row, _ in rows:
        numbers, missing = row.numbers, row.heads - row.numbers[0]
        surely = possibly = 0
        for place, start in enumerate(starts):
            sure, unknown = numbers[start], numbers[start + 1]
            high = sure + unknown + missing
            surely += sure > 0
            possibly += high > 0
            known[place] = known[place] and bool(sure or unknown < numbers[0])
            lows[place] += sure
            highs[place] += high
        met += surely >= needed
        maybe += surely < needed <= possibly
    counts = tuple(Count(low if sure else None, low, high) for low, high, sure in zip(lows, highs, known, strict=True))
    return Sum(met, maybe, len(rows) - met - maybe, counts)


def nested(rule: Rule, rows: Sequence[tuple[Row, int]], first: int) -> Sum:
    """A share of those in other groups, who may themselves be known of some only."""
    threshold = rule.threshold.amounts[0].share if rule.threshold else None
    share = threshold if threshold is not None else Fraction(1)
    met = maybe = missing = 0
    known = whole_known = True
    total = [0] * 6
    for row, _ in rows:
        numbers = row.numbers[first : first + 6]
        absent = row.heads - row.numbers[0]
        verdict = _of_nested(numbers, absent, share, strict=rule.comparison in _STRICT)
        met += verdict > 0
        maybe += verdict == 0
        inside, sure, open_inside, never, either, always = numbers
        known = known and bool(sure or open_inside + either + always < row.numbers[0])
        whole_known = whole_known and bool(inside or never + either + always < row.numbers[0])
        total = [one + more for one, more in zip(total, numbers, strict=True)]
        missing += absent
    answer = ListAnswer(*total)
    count = Count(answer.sure if known else None, answer.sure, answer.sure + answer.unknown + missing)
    outside = answer.never + answer.either + answer.always
    whole = Count(answer.inside if whole_known else None, answer.inside, answer.inside + outside + missing)
    return Sum(met, maybe, len(rows) - met - maybe, (count,), whole, list_cases(answer, missing), answer, missing)


def is_plain_share(rule: Rule) -> bool:
    """Whether a share inside another can be looked at in three places: "at least" a plain fraction, not rounded."""
    threshold = rule.threshold
    plain = threshold is not None and len(threshold.amounts) == 1 and threshold.amounts[0].share is not None
    up = rule.comparison in {Comparison.AT_LEAST, Comparison.MORE_THAN}
    return plain and up and rule.rounding is Rounding.EXACT


def _edge(hurdle: Hurdle, whole: int | None) -> int:
    """The fewest that pass, or for "at most" the most."""
    exact = hurdle.edge(whole) or Fraction(0)
    strict = hurdle.comparison in _STRICT
    if hurdle.is_upward:
        return floor(exact) + 1 if strict else ceil(exact)
    return ceil(exact) - 1 if strict else floor(exact)


def _of_nested(numbers: Sequence[int], missing: int, share: Fraction, *, strict: bool) -> int:
    """1 met, 0 open, -1 not met: the fewest and the most are lines that bend once, so a few wholes are enough."""
    inside, sure, open_inside, never, either, always = numbers
    either += missing
    length = never + either + always
    if inside + length == 0:
        return 0
    above, below = share.numerator, share.denominator
    begin = 0 if inside else 1
    low_ok = high_ok = None
    for more in (begin, max(begin, never + either), max(begin, either + always), length):
        edge = above * (inside + more) + strict
        low_ok = (low_ok is not False) and below * (sure + max(0, more - never - either)) >= edge
        high = sure + open_inside + min(more, either + always)
        high_ok = bool(high_ok) or below * high >= edge
    return 1 if low_ok else 0 if high_ok else -1
