"""What came out of a rule: one of five verdicts, with the figures it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from hrplanner.model.counts import NOTHING, Count
from hrplanner.model.rules.cases import Case
from hrplanner.model.rules.codes import RuleKind, Scope
from hrplanner.model.rules.rule import Rule

SHARES = frozenset({RuleKind.SHARE, RuleKind.QUORUM, RuleKind.MONEY_SHARE, RuleKind.REASONED_ANSWER})


class Verdict(StrEnum):
    """The five answers."""

    MET = "met"
    NOT_MET = "not_met"
    CANNOT_DETERMINE = "cannot_determine"
    NOT_APPLICABLE = "not_applicable"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A rule's verdict on one session, or on what `about` names where it is wider: a series, a budget year, a body.

    `short_same_total`: how many more if the same number come; `short_on_top`: how many more if they come on top.
    `needed` is the number of people (or units) the threshold asks for. `reason` is a code with figures, which `words`
    turns into a sentence. `rows` are the ids of the rows the verdict rests on, where it rests on few.
    """

    session: str | None
    rule: Rule
    verdict: Verdict
    reason: str
    about: str | None = None
    figures: Mapping[str, object] = field(default_factory=dict)
    numerator: int | None = None
    denominator: int | None = None
    count: Count = NOTHING
    whole: Count = NOTHING
    cases: tuple[Case, ...] = ()
    needed: int | None = None
    short_same_total: int | None = None
    short_on_top: int | None = None
    rows: tuple[bytes, ...] = ()

    @property
    def low(self) -> str | int | None:
        """The lower bound: `k/N` for a share, a whole number else."""
        if not self.is_share:
            return self._number(self.count.low)
        found = [(Fraction(one.low, one.whole), -one.whole, one) for one in self.cases if one.whole]
        return self._share(min(found, key=lambda one: one[:2])[2] if found else None, "low")

    @property
    def high(self) -> str | int | None:
        """The upper bound, which equals the lower one where nothing is unknown."""
        if not self.is_share:
            return self._number(self.count.high)
        if any(one.high is None for one in self.cases):
            return None
        found = [(Fraction(one.high or 0, one.whole), -one.whole, one) for one in self.cases if one.whole]
        return self._share(max(found, key=lambda one: one[:2])[2] if found else None, "high")

    @property
    def is_share(self) -> bool:
        """Whether the verdict is one on a part of a whole."""
        if self.rule.kind is RuleKind.COMPOSITION:
            return self.rule.denominator is not None
        return self.rule.kind in SHARES

    @property
    def is_wider(self) -> bool:
        """Whether it speaks of more than one session, or of none."""
        return self.rule.scope not in {Scope.SESSION, Scope.MOMENT}

    def _number(self, number: int | None) -> int | None:
        return None if self._silent else number

    def _share(self, case: Case | None, end: str) -> str | None:
        if self._silent:
            return None
        if case is None:  # figures that contradict each other are shown as they are
            return f"{self.count.low}/{self.whole.high}" if self.count.contradictory and self.whole.high else None
        return f"{case.low if end == 'low' else case.high}/{case.whole}"

    @property
    def _silent(self) -> bool:
        return self.verdict in {Verdict.NOT_APPLICABLE, Verdict.WAIVED}
