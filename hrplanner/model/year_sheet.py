"""A budget year on one sheet, and what of it may leave the office: figures added up over meetings, where that is safe.

A sum is no hiding place: who was given all meetings but one works the last one out by subtraction, and "met in all"
tells the verdict of each. So counts of verdicts on groups stay inside, and a sum goes out only where the figures that
were hidden meeting by meeting are those of several meetings and of enough people on both sides.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from hrplanner.model.almanac import Period
from hrplanner.model.counting import attendees, in_group_alone
from hrplanner.model.disclosure import Concealed, Protection, groups_of
from hrplanner.model.groups import GroupCode, dimension_of
from hrplanner.model.rule import Rule
from hrplanner.model.rule_years import RuleYear
from hrplanner.model.yearly import GroupYear

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


def for_outside(sheet: YearSheet, protections: Sequence[Protection]) -> YearSheet:
    """The sheet as a reader outside may have it; `protections` are those of all meetings of the year."""
    groups = tuple(one for one in sheet.groups if may_be_added(protections, one.group))
    told = {one.group for one in groups}
    rules = tuple(one if _tells(one.rule, told) else Concealed(one.rule) for one in sheet.rules)
    return YearSheet(period=sheet.period, sessions=sheet.sessions, rules=rules, groups=groups, outside=True)


def may_be_added(protections: Sequence[Protection], code: GroupCode) -> bool:
    """Whether the sum over meetings tells nothing about a single one that was hidden."""
    hidden = [one for one in protections if one.hides_unknown(code)]
    smallest = max((one.smallest.of(dimension_of(code)) for one in protections), default=0)
    return _enough(protections, code, smallest) and (
        not hidden or (len(hidden) >= SEVERAL and _enough(hidden, code, smallest))
    )


def _enough(protections: Sequence[Protection], code: GroupCode, smallest: int) -> bool:
    counts = [in_group_alone(one.figures, code) for one in protections]
    wholes = [attendees(one.figures) for one in protections]
    if not counts or not all(one.exact and not one.contradictory for one in (*counts, *wholes)):
        return False
    inside = sum(one.low for one in counts)
    return inside >= smallest and sum(one.low for one in wholes) - inside >= smallest


def _tells(rule: Rule, told: set[GroupCode]) -> bool:
    groups = groups_of(rule)
    if not rule.who.everybody or rule.within is not None:
        return False
    return not groups or (len(groups) == 1 and groups[0] in told)
