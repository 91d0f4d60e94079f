"""What must not be shown outside the office: counts so small that they point at persons, and all that gives them away.

Of a table of people by group, the public sees the whole. So a small count is hidden together with another one of its
dimension, so that nothing follows by subtraction; a verdict, a shortfall or a bound on a hidden count is hidden with
it; and what was handed out once is not followed by figures that differ by a few people only: the older ones stay.
Figures of people who are in two groups at once are never shown for one meeting.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hrplanner.model.counting import attendees, in_group_alone
from hrplanner.model.counts import Count, GroupSet
from hrplanner.model.groups import (
    AGE,
    EXCLUSIVE,
    Belongs,
    Dimension,
    GroupCode,
    dimension_of,
    in_group,
    standard_groups,
)
from hrplanner.model.rules.codes import RuleKind
from hrplanner.model.rules.rule import Rule
from hrplanner.model.session import Session

SMALLEST = 5
SMALLEST_SENSITIVE = 10
SENSITIVE = frozenset({"disability", "indigenous", "caste", "religion"})


@dataclass(frozen=True, slots=True)
class Smallest:
    """The smallest counts of people, but none at all, that are shown: the usual ones, or larger ones of an office."""

    usual: int = SMALLEST
    sensitive: int = SMALLEST_SENSITIVE

    def of(self, dimension: str) -> int:
        """The smallest of a dimension."""
        return self.sensitive if dimension in SENSITIVE else self.usual

    def points_at_persons(self, total: int | None) -> bool:
        """Whether a total of people, of whatever kind, is too small to be told."""
        return total is not None and 0 < total < self.usual


USUAL = Smallest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Protection:
    """What of a session's figures may be shown: groups by code; all others, and all that rests on them, are hidden.

    `figures` is the session they are taken from, which is an older state of this one where the change since then would
    show single persons. `silent` are the dimensions of which the number not stated is hidden too.
    """

    figures: Session
    shown: frozenset[GroupCode]
    silent: frozenset[Dimension] = frozenset()
    smallest: Smallest = USUAL

    def hides(self, code: GroupCode) -> bool:
        """Whether the count of the group must not be shown."""
        return code not in self.shown

    def hides_unknown(self, code: GroupCode) -> bool:
        """Whether the number of those not stated must not be shown."""
        return self.hides(code) or dimension_of(code) in self.silent

    def tells(self, rule: Rule) -> bool:
        """Whether the verdict of a rule gives nothing away."""
        groups = groups_of(rule)
        if not rule.who.everybody:
            return False
        if rule.kind is RuleKind.MONEY_SHARE:
            return True
        if not groups:
            return not (isinstance(rule.numerator, str) and few_came(self.figures, self.smallest))
        if any(self.hides_unknown(code) for code in groups) or rule.within is not None:
            return False
        return len(groups) == 1 or rule.kind is RuleKind.PRESENCE or _is_a_sum(groups, rule)


@dataclass(frozen=True, slots=True)
class Concealed:
    """A rule whose finding is not shown."""

    rule: Rule


@dataclass(frozen=True, slots=True)
class _Table:
    """The figures of one state: counts by group, and for each what else follows from them and the whole."""

    session: Session
    whole: Count
    counts: Mapping[GroupCode, Count]

    def cells(self) -> list[int | None]:
        found: list[int | None] = []
        for count in self.counts.values():
            found += [
                count.known,
                count.low,
                count.high,
                None if self.whole.high is None else self.whole.high - count.low,
            ]
        return found


def protect(
    session: Session,
    codes: Iterable[GroupCode],
    handed_out: Sequence[Session] = (),
    smallest: Smallest = USUAL,
) -> Protection:
    """What may be shown of the groups, after the states of this session in `handed_out` (oldest first) were shown."""
    asked = _apart(codes)
    published: list[_Table] = []
    shown, silent = frozenset(asked), frozenset[Dimension]()
    for state in (*handed_out, session):
        table = _Table(state, attendees(state), {code: in_group_alone(state, code) for code in asked})
        if not all(_far_or_equal(table, before, smallest) for before in published):
            continue
        published.append(table)
        hidden, quiet = _hidden(table, smallest)
        shown, silent = shown - hidden, silent | quiet
    return Protection(figures=published[-1].session, shown=shown, silent=silent, smallest=smallest)


def groups_named(session: Session, rules: Iterable[Rule]) -> frozenset[GroupCode]:
    """Every group that a printout of the session could speak of."""
    found = {tally.group for tally in session.tallies}
    found |= {code for person in session.people for code in person.groups}
    found |= {turn.group for turn in session.turns if turn.group is not None}
    found |= {code for issue in session.issues for code in issue.raised_by}
    found |= {code for rule in rules for code in groups_of(rule)}
    if any(person.age is not None for person in session.people):
        found |= {code for code in standard_groups() if dimension_of(code) == AGE}
    return frozenset(found)


def few_came(session: Session, smallest: Smallest) -> bool:
    """Whether one of the totals of a session is so small that it points at persons."""
    totals = (attendees(session).high, session.signatures, session.slips, *(one.heads for one in session.moments))
    return any(smallest.points_at_persons(one) for one in totals)


# ------------------------------------------------------------------------------------------ which groups together


def groups_of(rule: Rule) -> tuple[GroupCode, ...]:
    """The groups that a rule counts; none where it counts a total, days or papers."""
    return rule.numerator.groups if isinstance(rule.numerator, GroupSet) else ()


def _is_a_sum(groups: Sequence[GroupCode], rule: Rule) -> bool:
    """Whether the number of those in any of the groups follows from figures that are shown anyway."""
    every = isinstance(rule.numerator, GroupSet) and rule.numerator.every
    dimensions = {dimension_of(code) for code in groups}
    return not every and len(dimensions) == 1 and dimensions <= EXCLUSIVE


def _apart(codes: Iterable[GroupCode]) -> tuple[GroupCode, ...]:
    """The groups that can stand in one table: of bands of ages that overlap, those of the usual set."""
    order = {code: place for place, code in enumerate(standard_groups())}
    found: list[GroupCode] = []
    for code in sorted(codes, key=lambda one: (order.get(one, len(order)), one)):
        overlaps = any(
            in_group(code, other) is not Belongs.NO or in_group(other, code) is not Belongs.NO for other in found
        )
        if dimension_of(code) != AGE or not overlaps:
            found.append(code)
    return tuple(found)


def _far_or_equal(table: _Table, before: _Table, smallest: Smallest) -> bool:
    """Whether no figure differs by so few people that the difference points at them."""
    if table.counts.keys() != before.counts.keys():
        return False
    apart = max((smallest.of(dimension_of(code)) for code in table.counts), default=smallest.usual)
    pairs = zip(table.cells(), before.cells(), strict=True)
    return all(new == old or (new is not None and old is not None and abs(new - old) >= apart) for new, old in pairs)


# ------------------------------------------------------------------------------------------ one table


def _hidden(table: _Table, smallest: Smallest) -> tuple[frozenset[GroupCode], frozenset[Dimension]]:
    if table.whole.high is None or table.whole.contradictory or table.whole.low < smallest.usual:
        return frozenset(table.counts), frozenset(dimension_of(code) for code in table.counts)
    hidden: set[GroupCode] = set()
    silent: set[Dimension] = set()
    for dimension in {dimension_of(code) for code in table.counts}:
        counts = {code: count for code, count in table.counts.items() if dimension_of(code) == dimension}
        if dimension in EXCLUSIVE:
            more, quiet = _of_exclusive(counts, table.whole, smallest.of(dimension))
            hidden |= more
            silent |= {dimension} if quiet else set()
        else:
            hidden |= {code for code, one in counts.items() if _is_small(one, table.whole, smallest.of(dimension))}
    return frozenset(hidden), frozenset(silent)


def _says_nothing(count: Count, whole: Count) -> bool:
    return count.known is None and count.low == 0 and count.high == whole.high and not count.contradictory


def _is_small(count: Count, whole: Count, smallest: int) -> bool:
    """Whether few are in the group, or few for certain are not; an estimate counts as small where it may be."""
    if _says_nothing(count, whole):
        return False
    if count.contradictory or count.high is None or whole.high is None:
        return True
    if count.known is None:
        return count.low < smallest or whole.low - count.high < smallest
    others = whole.low - count.high
    return 0 < count.low < smallest or 0 < others < smallest


def _of_exclusive(counts: Mapping[GroupCode, Count], whole: Count, smallest: int) -> tuple[set[GroupCode], bool]:
    """The groups to hide of one dimension in which people are counted once, and whether the not stated go with them.

    What is hidden is known in sum, being what the whole leaves. So there are two at least, and enough people in them
    that neither bound of one is near the other.
    """
    if all(_says_nothing(count, whole) for count in counts.values()):
        return set(), False
    rests = {count.unknown for count in counts.values()}
    if (
        not whole.exact
        or len(rests) > 1
        or any(count.known is None or count.contradictory for count in counts.values())
    ):
        return set(counts), True
    numbers = {code: count.low for code, count in counts.items()}
    unknown = next(iter(rests)) or 0
    others = whole.low - sum(numbers.values()) - unknown
    hidden = {code for code, number in numbers.items() if 0 < number < smallest}
    quiet = False
    while (hidden or 0 < others < smallest) and not _enough(hidden, numbers, others, unknown * quiet, smallest):
        if hidden and not quiet and unknown > 0:
            quiet = True
            continue
        left = [code for code in numbers if code not in hidden]
        if not left:
            return set(counts), True
        hidden.add(min(left, key=lambda code: (numbers[code] == 0, numbers[code])))
    return hidden, quiet


def _enough(hidden: set[GroupCode], numbers: Mapping[GroupCode, int], others: int, quiet: int, smallest: int) -> bool:
    """Whether two figures at least are hidden that add up to enough people; `others` are never printed."""
    parts = [*(numbers[code] for code in hidden), others, quiet]
    return bool(hidden) and len(hidden) + (others > 0) + (quiet > 0) >= 2 and sum(parts) >= smallest
