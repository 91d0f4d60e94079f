"""A budget year on one sheet, and what of it may leave the office: figures added up over meetings, where that is safe.

A sum is no hiding place: who was given all meetings but one works the last one out by subtraction, and "met in all"
tells the verdict of each. So counts of verdicts on groups stay inside, and a sum goes out only where the figures that
were hidden meeting by meeting are those of several meetings and of enough people on both sides. The sum is that of the
figures that were handed out, and of two sheets the later one adds enough hidden meetings to the earlier, or none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from hrplanner.model.counting import attendees, in_group_alone
from hrplanner.model.counts import exactly
from hrplanner.model.disclosure import Concealed, Protection, few_came, groups_of
from hrplanner.model.groups import GroupCode, dimension_of
from hrplanner.model.rules.almanac import Period
from hrplanner.model.rules.yearly import GroupYear
from hrplanner.model.rules.years import RuleYear

SEVERAL = 3  # hidden meetings at least, so that no two of them know the third


@dataclass(frozen=True, slots=True, kw_only=True)
class YearSheet:
    """Rules and groups of a year; for readers outside, rules that are `Concealed` and only groups that may be told.

    `outside` says that counts of verdicts on groups are left out.
    """

    period: Period
    sessions: int
    rules: tuple[RuleYear | Concealed, ...]
    groups: tuple[GroupYear, ...]
    outside: bool = False


def for_outside(sheet: YearSheet, batches: Sequence[Sequence[Protection]]) -> YearSheet:
    """The sheet as a reader outside may have it.

    `batches` are the meetings of the year by the sheet with which they went out first, those of this sheet last.
    """
    every = [one for batch in batches for one in batch]
    few = any(few_came(one.figures, one.smallest) for one in every)
    groups = () if few else tuple(_added(one, every) for one in sheet.groups if may_be_added(batches, one.group))
    told = {one.group: one for one in groups}
    rules = tuple(
        one if isinstance(one, RuleYear) and _tells(one, told, few=few) else Concealed(one.rule) for one in sheet.rules
    )
    return YearSheet(period=sheet.period, sessions=sheet.sessions, rules=rules, groups=groups, outside=True)


def may_be_added(batches: Sequence[Sequence[Protection]], code: GroupCode) -> bool:
    """Whether the sum over meetings, and its difference to earlier sums, tells nothing about those that were hidden."""
    every = [one for batch in batches for one in batch]
    smallest = max((one.smallest.of(dimension_of(code)) for one in every), default=0)
    if not _enough(every, code, smallest):
        return False
    waiting: list[Protection] = []
    for batch in batches:
        waiting += [one for one in batch if one.hides_unknown(code)]
        if len(waiting) >= SEVERAL and _enough(waiting, code, smallest):
            waiting = []
    return not waiting


def _added(one: GroupYear, protections: Sequence[Protection]) -> GroupYear:
    """The group over the year, in the figures that readers outside have of its meetings."""
    count = sum(in_group_alone(each.figures, one.group).low for each in protections)
    return replace(one, count=exactly(count), whole=exactly(sum(attendees(each.figures).low for each in protections)))


def _enough(protections: Sequence[Protection], code: GroupCode, smallest: int) -> bool:
    counts = [in_group_alone(one.figures, code) for one in protections]
    wholes = [attendees(one.figures) for one in protections]
    if not counts or not all(one.exact and not one.contradictory for one in (*counts, *wholes)):
        return False
    inside = sum(one.low for one in counts)
    return inside >= smallest and sum(one.low for one in wholes) - inside >= smallest


def _tells(year: RuleYear, told: Mapping[GroupCode, GroupYear], *, few: bool) -> bool:
    """A rule on a group is told where it says no more than the sum that is told beside it."""
    rule, groups, together = year.rule, groups_of(year.rule), year.together
    if not rule.who.everybody or rule.within is not None:
        return False
    if not groups:
        return not (few and isinstance(rule.numerator, str))
    beside = told.get(groups[0])
    if len(groups) > 1 or beside is None or together is None:
        return False
    return (together.count.low, together.count.high) == (beside.count.low, beside.count.high) and (
        not together.is_share or together.whole.low == beside.whole.low
    )
