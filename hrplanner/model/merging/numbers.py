"""Numbers that two copies gave to different things: who keeps one, what the other gets, and whom a mention meant.

What was printed keeps its number, for it stands on paper; else what was written down first.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from hrplanner.model.changes import RowKind

Number = str | int
NUMBERED: Mapping[RowKind, str] = {
    RowKind.SESSION: "number",
    RowKind.MINUTES: "version",
    RowKind.ISSUE: "code",
    RowKind.DECISION: "code",
    RowKind.COMMITMENT: "code",
    RowKind.SERIES: "code",
    RowKind.BODY: "code",
    RowKind.RULE: "code",
}
"""The kinds whose rows are called by a number or code, and its field."""

MENTIONED: Mapping[RowKind, tuple[tuple[RowKind, str], ...]] = {
    RowKind.SESSION: ((RowKind.SESSION, "reheld_of"),),
    RowKind.MINUTES: (
        (RowKind.PRINTOUT, "version"),
        (RowKind.MINUTES_STEP, "version"),
        (RowKind.STATEMENT, "version"),
        (RowKind.SCAN, "version"),
    ),
    RowKind.ISSUE: ((RowKind.DECISION, "answers"), (RowKind.COMMITMENT, "answers")),
    RowKind.SERIES: ((RowKind.SESSION, "series"),),
    RowKind.BODY: ((RowKind.SESSION, "body"), (RowKind.SEAT, "body")),
}
"""The fields in which other rows mention such a number."""

_COUNTED = re.compile(r"^(\D+)(\d+)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A row with its number; `place` says when it came (printed ones first), the same on every copy."""

    id: bytes
    number: Number
    place: tuple[object, ...]


def new_numbers(kind: RowKind, rows: Iterable[Numbered]) -> dict[bytes, Number]:
    """New numbers for those that came later than another of the same number; the first one keeps it."""
    in_order = sorted(rows, key=lambda row: row.place)
    taken: set[Number] = {row.number for row in in_order}
    kept: set[Number] = set()
    given: dict[bytes, Number] = {}
    for row in in_order:
        if row.number not in kept:
            kept.add(row.number)
            continue
        given[row.id] = _next(kind, row.number, taken)
        taken.add(given[row.id])
    return given


def with_new_number(mention: Number | Sequence[str] | None, old: Number, new: Number) -> Number | list[str] | None:
    """A mention of one number, or a list of them, with the number exchanged."""
    if isinstance(mention, (list, tuple)):
        return [str(new) if one == old else one for one in mention]
    return new if mention == old else mention  # type: ignore[return-value]  # a list was dealt with above


def _next(kind: RowKind, number: Number, taken: Collection[Number]) -> Number:
    if isinstance(number, int):
        return max(one for one in taken if isinstance(one, int)) + 1
    counted = _COUNTED.match(number)
    letters, start = (counted[1], int(counted[2])) if counted and kind is not RowKind.SESSION else (f"{number}-", 1)
    while f"{letters}{start}" in taken or start == 1:
        start += 1
    return f"{letters}{start}"
