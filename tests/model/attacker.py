"""Somebody outside who collects what is handed out and lets a solver work out what was hidden.

They know the table's grammar: everybody is in one cell of sex and in one of age, and in each other group, not in it, or
not stated. They take every number, every verdict and every earlier copy at its word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array

from hrplanner.model.counting import attendees, in_group_alone
from hrplanner.model.disclosure import Protection, groups_of
from hrplanner.model.groups import EXCLUSIVE, GroupCode, dimension_of
from hrplanner.model.public import public_findings
from hrplanner.model.rules.codes import RuleKind
from hrplanner.model.rules.findings import Finding
from hrplanner.model.rules.rule import Rule

Cell = tuple[int, str, str]  # which copy, which group or dimension, in, out or not stated


@dataclass
class Attack:
    """Equations and inequalities over the cells that nobody told."""

    names: dict[Cell, int]
    equal: list[tuple[dict[Cell, float], float]]
    below: list[tuple[dict[Cell, float], float]]

    def cell(self, *name: object) -> Cell:
        found: Cell = name  # type: ignore[assignment]
        self.names.setdefault(found, len(self.names))
        return found

    def bounds(self, cell: Cell, most: int) -> tuple[float, float] | None:
        """Between what the cell must lie; None where the statements contradict each other."""
        ends = []
        above, exactly = self._rows(self.below), self._rows(self.equal)
        for sign in (1.0, -1.0):
            aim = np.zeros(len(self.names))
            aim[self.names[cell]] = sign
            found = linprog(
                aim, A_ub=above, b_ub=[limit for _, limit in self.below] or None,
                A_eq=exactly, b_eq=[total for _, total in self.equal] or None, bounds=(0, most),
            )  # fmt: skip
            if not found.success:
                return None
            ends.append(sign * found.fun)
        return ends[0], ends[1]

    def _rows(self, statements: list[tuple[dict[Cell, float], float]]) -> object:
        if not statements:
            return None
        parts = [
            (place, self.names[cell], factor)
            for place, (one, _) in enumerate(statements)
            for cell, factor in one.items()
        ]
        rows, columns, factors = zip(*parts, strict=True)
        return csr_array((factors, (rows, columns)), shape=(len(statements), len(self.names)))


def recovered(copies: Sequence[tuple[Protection, Mapping[str, Rule]]]) -> list[tuple[Cell, float, float]]:
    """The hidden counts of all copies that can be bounded to fewer than three numbers."""
    attack = Attack({}, [], [])
    for number, (protection, rules) in enumerate(copies):
        _read_table(attack, number, protection, rules)
        _read_verdicts(attack, number, protection, rules)
    _compare(attack, copies)
    most = max(attendees(protection.figures).low for protection, _ in copies)
    found: list[tuple[Cell, float, float]] = []
    for number, (protection, rules) in enumerate(copies):
        for code in _listed(protection, rules):
            if protection.hides(code):
                ends = attack.bounds((number, code, "in"), most)
                assert ends is not None, "what is handed out contradicts itself"
                if ends[1] - ends[0] < 3:
                    found.append(((number, code, "in"), *ends))
    return found


def _listed(protection: Protection, rules: Mapping[str, Rule]) -> list[GroupCode]:
    codes = {tally.group for tally in protection.figures.tallies}
    codes |= {code for person in protection.figures.people for code in person.groups}
    return sorted(codes | {code for rule in rules.values() for code in groups_of(rule)})


def _read_table(attack: Attack, number: int, protection: Protection, rules: Mapping[str, Rule]) -> None:
    session = protection.figures
    everybody = attendees(session).low
    codes = _listed(protection, rules)
    for dimension in {dimension_of(code) for code in codes if dimension_of(code) in EXCLUSIVE}:
        cells = [attack.cell(number, code, "in") for code in codes if dimension_of(code) == dimension]
        rest = attack.cell(number, dimension, "not stated")
        others = attack.cell(number, dimension, "others")
        attack.equal.append((dict.fromkeys((*cells, rest, others), 1.0), everybody))
        if len(cells) > 1:  # two codes tallied: whoever is in none of them is not stated
            attack.equal.append(({others: 1.0}, 0.0))
    for code in codes:
        inside = attack.cell(number, code, "in")
        count = in_group_alone(session, code)
        if dimension_of(code) in EXCLUSIVE:
            silent = attack.cell(number, dimension_of(code), "not stated")
        else:
            silent, out = attack.cell(number, code, "not stated"), attack.cell(number, code, "out")
            attack.equal.append(({inside: 1.0, silent: 1.0, out: 1.0}, everybody))
        if not protection.hides(code) and count.known is not None:
            attack.equal.append(({inside: 1.0}, count.low))
        if not protection.hides_unknown(code) and count.unknown is not None and count.known is not None:
            attack.equal.append(({silent: 1.0}, count.unknown))


def _read_verdicts(attack: Attack, number: int, protection: Protection, rules: Mapping[str, Rule]) -> None:
    """A verdict on one group says on which side of its threshold the count lies."""
    everybody = attendees(protection.figures).low
    for finding in public_findings(rules, protection.figures, protection):
        if not isinstance(finding, Finding) or finding.rule.kind is not RuleKind.SHARE:
            continue
        groups, threshold = groups_of(finding.rule), finding.rule.threshold
        edge = threshold.of(everybody) if threshold else None
        if len(groups) != 1 or edge is None:
            continue
        cell = attack.cell(number, groups[0], "in")
        if str(finding.verdict) == "met":
            attack.below.append(({cell: -1.0}, -float(edge)))
        elif str(finding.verdict) == "not_met":
            attack.below.append(({cell: 1.0}, float(edge - Fraction(1, 1000))))


def _compare(attack: Attack, copies: Sequence[tuple[Protection, Mapping[str, Rule]]]) -> None:
    """People are added from one copy to the next, never taken away: the most an attacker could hope for."""
    for number in range(1, len(copies)):
        before, after = copies[number - 1][0].figures, copies[number][0].figures
        came = attendees(after).low - attendees(before).low
        if came < 0:
            continue
        for code in set(_listed(*copies[number - 1])) & set(_listed(*copies[number])):
            old, new = attack.cell(number - 1, code, "in"), attack.cell(number, code, "in")
            attack.below.append(({old: 1.0, new: -1.0}, 0.0))
            attack.below.append(({new: 1.0, old: -1.0}, float(came)))
