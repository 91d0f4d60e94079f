"""Somebody outside who reads every paper, packet and yearly table that was handed out, and lets a solver work.

Only what stands there is read: words of papers, and rows of packets. The grammar of the tables is known to the reader,
and that people are added from one state of a record to the next, the most that could be known of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from typing import Any

from hrplanner.model.changes import RowKind
from hrplanner.model.groups import EXCLUSIVE, GroupCode, dimension_of
from hrplanner.model.record.sessions import record_of
from hrplanner.usecases.ports import Book
from tests.model.attacker import Attack

HIDDEN = "hidden"
_BASE = re.compile(r"Came of ([\d,]+) heads")
_COUNTED = re.compile(r"heads: ([\d,]+)")
_FRACTION = re.compile(r"(\d+)/(\d+)")
_VERDICT = re.compile(
    r"(Met|Not met|Cannot be determined|hidden)(?: to protect people)?[.\t]\s*(?:\d+ )?(rule [\w-]+)(.*)"
)

Named = Mapping[str, GroupCode]
Asked = Mapping[str, tuple[GroupCode, Fraction]]
State = tuple[str, int]  # a session as it was when so many heads had been counted


@dataclass
class Reader:
    """What was read so far; `named` are groups by the words of papers, `asked` what a rule asks of which group."""

    named: Named
    asked: Asked
    attack: Attack = field(default_factory=lambda: Attack({}, [], []))
    listed: dict[State, set[GroupCode]] = field(default_factory=dict)
    hidden: set[tuple[State, GroupCode]] = field(default_factory=set)
    told: set[tuple[State, GroupCode]] = field(default_factory=set)

    def paper(self, session: str, text: str, figures: Callable[[], int]) -> None:
        """A paper of one session; `figures` gives the heads of the state that its groups are taken from, where the
        paper does not.
        """
        base = _BASE.search(text)
        state = (session, int(base[1].replace(",", "")) if base else figures())
        lines = text.splitlines()
        for place, line in enumerate(lines):
            cells = line.split("\t")
            if cells[0] in self.named and len(cells) >= 3:
                self._row(state, self.named[cells[0]], cells[1], cells[2])
            verdict = _VERDICT.match(line)
            if verdict is not None and verdict[2] in self.asked:
                self._verdict(state, verdict[2], verdict[1], verdict[3] or _worked_out(lines[place + 1 :]))

    def packet(self, packet: Book) -> None:
        """The records of a packet as they stand, and all versions of them."""
        for line in packet.session_lines():
            self._record(record_of(packet.session_of_id(line.id)))
            for version in packet.minutes(line.id):
                self._record(json.loads(version.canonical))
        assert not list(packet.all_rows(RowKind.PERSON))

    def _record(self, record: Mapping[str, Any]) -> None:
        if record.get("heads") is None:
            return
        state = (record["number"], record["heads"])
        for tally in record.get("tallies", ()):
            if "count" in tally:
                self._tell(state, tally["group"], tally["count"])
        for dimension, silent in record.get("not_stated", {}).items():
            for code in [one for one in self.listed.get(state, ()) if dimension_of(one) == dimension]:
                self._silent(state, code, silent)

    def year(self, text: str, states: Iterable[State]) -> None:
        """A yearly table; `states` are those that the sums were made of."""
        over = tuple(states)
        for line in text.splitlines():
            cells = line.split("\t")
            code = self.named.get(cells[0])
            sum_ = _FRACTION.fullmatch(cells[1]) if code is not None and len(cells) > 1 else None
            if code is not None and sum_ is not None:
                self._sum(over, code, int(sum_[1]))
        for found in re.finditer(r"(rule [\w-]+)\W+(\d+)/(\d+)", text):
            if found[1] in self.asked:
                self._sum(over, self.asked[found[1]][0], int(found[2]))

    def recovered(self) -> list[tuple[State, GroupCode, float, float]]:
        """The hidden counts that can be bounded to fewer than three numbers."""
        self._tables()
        self._later()
        found: list[tuple[State, GroupCode, float, float]] = []
        most = max((heads for _, heads in self.listed), default=0)
        for state, code in sorted(self.hidden - self.told):
            ends = self.attack.bounds(self._cell(state, code), most)
            assert ends is not None, "what is handed out contradicts itself"
            if ends[1] - ends[0] < 3:
                found.append((state, code, *ends))
        return found

    # -------------------------------------------------------------------------------------- statements

    def _cell(self, state: State, code: GroupCode) -> tuple[int, str, str]:
        self.listed.setdefault(state, set()).add(code)
        return self.attack.cell(state[1], state[0], code)

    def _row(self, state: State, code: GroupCode, stated: str, silent: str) -> None:
        if stated.startswith(HIDDEN):  # in full, or with the mark of a footnote
            self._cell(state, code)
            self.hidden.add((state, code))
        elif stated.isdigit():
            self._tell(state, code, int(stated))
            if silent.isdigit():
                self._silent(state, code, int(silent))

    def _tell(self, state: State, code: GroupCode, count: int) -> None:
        self.told.add((state, code))
        self.attack.equal.append(({self._cell(state, code): 1.0}, count))

    def _silent(self, state: State, code: GroupCode, count: int) -> None:
        self.attack.equal.append(({self._unstated(state, code): 1.0}, count))

    def _unstated(self, state: State, code: GroupCode) -> tuple[int, str, str]:
        whose = dimension_of(code) if dimension_of(code) in EXCLUSIVE else code
        return self.attack.cell(state[1], state[0], f"not stated {whose}")

    def _verdict(self, state: State, rule: str, verdict: str, finding: str) -> None:
        code, share = self.asked[rule]
        if verdict == HIDDEN:
            return
        cell, edge = self._cell(state, code), float(share * state[1])
        if verdict == "Met":
            self.attack.below.append(({cell: -1.0}, -edge))
        elif verdict == "Not met":
            self.attack.below.append(({cell: 1.0}, edge - 0.001))
        fraction = _FRACTION.search(finding)
        if fraction is not None and int(fraction[2]) == state[1]:
            self.attack.equal.append(({cell: 1.0}, int(fraction[1])))

    def _sum(self, states: Iterable[State], code: GroupCode, total: int) -> None:
        self.attack.equal.append(({self._cell(state, code): 1.0 for state in states}, total))

    # -------------------------------------------------------------------------------------- grammar

    def _tables(self) -> None:
        """Everybody is in one cell of sex and of age, or not stated; of each other group in it, out, or not stated."""
        for state, codes in list(self.listed.items()):
            for dimension in {dimension_of(code) for code in codes} & EXCLUSIVE:
                cells = [self._cell(state, code) for code in codes if dimension_of(code) == dimension]
                silent = self.attack.cell(state[1], state[0], f"not stated {dimension}")
                others = self.attack.cell(state[1], state[0], f"others {dimension}")
                self.attack.equal.append((dict.fromkeys((*cells, silent, others), 1.0), state[1]))
                if len(cells) > 1:
                    self.attack.equal.append(({others: 1.0}, 0.0))
            for code in [one for one in codes if dimension_of(one) not in EXCLUSIVE]:
                out = self.attack.cell(state[1], state[0], f"out {code}")
                parts = (self._cell(state, code), self._unstated(state, code), out)
                self.attack.equal.append((dict.fromkeys(parts, 1.0), state[1]))

    def _later(self) -> None:
        """People are added, never taken away."""
        for session in {name for name, _ in self.listed}:
            states = sorted(one for one in self.listed if one[0] == session)
            for before, after in pairwise(states):
                for code in self.listed[before] & self.listed[after]:
                    old, new = self._cell(before, code), self._cell(after, code)
                    self.attack.below.append(({old: 1.0, new: -1.0}, 0.0))
                    self.attack.below.append(({new: 1.0, old: -1.0}, float(after[1] - before[1])))


def _worked_out(after: list[str]) -> str:
    """How a verdict was worked out, where the paper says so up to the next verdict."""
    own: list[str] = []
    for line in after:
        if not line.strip() or _VERDICT.match(line):
            break
        own.append(line)
    return " ".join(own)
