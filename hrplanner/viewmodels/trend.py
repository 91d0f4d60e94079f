"""How a rule came out at the last meetings, and the same as a row of marks."""

from collections.abc import Sequence
from dataclasses import dataclass

from hrplanner.model.rules.almanac import Almanac
from hrplanner.model.rules.rule import Rule
from hrplanner.model.rules.verdicts import Verdict, check
from hrplanner.model.session import Session
from hrplanner.viewmodels.strip import row_of
from hrplanner.words.catalog import Catalog

LAST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One meeting: its number, its day in short, the verdict with its word, and the fraction."""

    number: str
    day: str
    verdict: str
    word: str
    fraction: str


def trend_of(
    rule: Rule, sessions: Sequence[Session], rules: dict[str, Rule], words: Catalog, almanac: Almanac
) -> tuple[Point, ...]:
    """The meetings that the rule was for, by day."""
    found = []
    for one in sessions:
        finding = check(rule, one, rules, almanac=almanac)
        if finding.verdict is Verdict.NOT_APPLICABLE:
            continue
        shown = row_of(finding, words)
        day = words.date(one.date, style="short") if one.date else one.number
        found.append(Point(number=one.number, day=day, verdict=shown.verdict, word=shown.word, fraction=shown.fraction))
    return tuple(found[-LAST:])
