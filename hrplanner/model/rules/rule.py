"""A rule as a value: what a law, a form or an own target asks for. Reading one from a file is in `reading`."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from hrplanner.model.bodies import Post
from hrplanner.model.counts import GroupSet
from hrplanner.model.formalities import Event
from hrplanner.model.rules.baseline import Baseline
from hrplanner.model.rules.codes import (
    Answered,
    Comparison,
    Confidence,
    Denominator,
    Each,
    Force,
    Rounding,
    RuleKind,
    Scope,
    Unknowns,
)  # fmt: skip
from hrplanner.model.rules.spans import Span
from hrplanner.model.rules.thresholds import Threshold
from hrplanner.model.who import EVERYBODY, Who


@dataclass(frozen=True, slots=True)
class MeetingsThat:
    """The meetings that met another rule."""

    rule: str


@dataclass(frozen=True, slots=True)
class DayOfYear:
    """A day that comes every year, in the calendar the law is written in: 10 Asar is (bs, 3, 10)."""

    calendar: str
    month: int
    day: int


Counted: TypeAlias = GroupSet | MeetingsThat | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule. `numerator` is a set of groups, the name of a total, or meetings that met another rule.

    `reheld` is "waived" or the smaller number of a re-held session. `needs` are names that a rule on a record, on
    signatures or on roles asks for: all of them where `needs_every`, else any. `heard` asks whether they spoke, not
    whether they came.
    """

    id: str
    kind: RuleKind
    title: str
    titles: Mapping[str, str]
    force: Force
    confidence: Confidence
    numerator: Counted | None = None
    denominator: Denominator | None = None
    comparison: Comparison = Comparison.AT_LEAST
    threshold: Threshold | None = None
    baseline: Baseline | None = None
    scope: Scope = Scope.SESSION
    who: Who = EVERYBODY
    rounding: Rounding = Rounding.EXACT
    unknowns: Unknowns = Unknowns.BOUNDS
    reheld: str | None = None
    within: str | None = None
    needs: tuple[str, ...] = ()
    needs_every: bool = True
    heard: bool = False
    body: str | None = None
    posts: tuple[Post, ...] = ()
    span: Span | None = None
    places: int | None = None
    means: tuple[str, ...] = ()
    event: Event | str | None = None
    after: Event | str | None = None
    by: DayOfYear | None = None
    each: Each | None = None
    months: tuple[int, ...] = ()
    weekdays: tuple[int, ...] = ()
    of: Answered = Answered.ISSUES
    applies_to: tuple[str, ...] = ()
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    source: str = ""
    article: str = ""
    sentence: str = ""
    read: dt.date | None = None
    on: bool = True
    switched_by: tuple[str, ...] = ()
    confirmed_by: str | None = None
    confirmed_on: dt.date | None = None

    def title_in(self, language: str) -> str:
        """The title in a language, else in English."""
        return self.titles.get(language, self.title)
