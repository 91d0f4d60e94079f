"""What differs between two records of `hrplan-session/1`, field by field, by the names of the format.

Rows are known again by what names them (an id, a code, a group), else by their place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_NAMES = ("id", "code", "group", "for")
_NOT_SAID = frozenset({"salt"})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that says something else: its place in the record, and what it said before and says after."""

    path: tuple[str, ...]
    before: str | None
    after: str | None

    @property
    def place(self) -> str:
        """The path as one word, as `commitments.c1.due`."""
        return ".".join(self.path)

    @property
    def field(self) -> str:
        """The name of the field itself, or of the row where a whole row came or went."""
        named = [part for part in self.path[::2] if not part.isdigit()]
        return self.path[-1] if len(self.path) % 2 else named[-1]


def record_changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[FieldChange, ...]:
    """Every field that differs, in the order of the names; the salt is not a field of the meeting."""
    return tuple(change for change in _changes((), before, after) if change.path[0] not in _NOT_SAID)


def _changes(path: tuple[str, ...], before: Any, after: Any) -> Iterator[FieldChange]:
    if type(before) is type(after) and before == after:
        return
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for name in sorted(before.keys() | after.keys()):
            yield from _changes((*path, name), before.get(name), after.get(name))
    elif _is_rows(before) and _is_rows(after) and (before or after):
        for name, old, new in _paired(_by_name(before or ()), _by_name(after or ())):
            yield from _changes((*path, name), old, new)
    else:
        yield FieldChange(path, _said(before), _said(after))


def _paired(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    """Rows of one name; those that are left over are one row whose name itself changed, as far as they go."""
    gone, come = [name for name in old if name not in new], [name for name in new if name not in old]
    renamed = dict(zip(gone, come, strict=False))
    for name, row in old.items():
        yield name, row, new.get(renamed.get(name, name))
    for name in come[len(gone) :]:
        yield name, None, new[name]


def _is_rows(value: Any) -> bool:
    listed = isinstance(value, Sequence) and not isinstance(value, str)
    return value is None or (listed and all(isinstance(one, Mapping) for one in value))


def _by_name(rows: Sequence[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """Rows by their names; by their places where two have one name, or one has none."""
    names = [next((str(row[name]) for name in _NAMES if row.get(name) is not None), "") for row in rows]
    if "" in names or len(set(names)) < len(names):
        names = [str(place) for place in range(1, len(rows) + 1)]
    return dict(zip(names, rows, strict=True))


def _said(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {_said(one)}" for name, one in value.items())
    if isinstance(value, Sequence):
        return ", ".join(_said(one) or "" for one in value)
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
