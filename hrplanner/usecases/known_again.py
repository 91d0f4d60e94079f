"""A session that comes a second time: its rows are known again, what is new is added, and nothing is taken away.

What a source leaves blank it does not know; a blank never overwrites what the book has.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from hrplanner.model.changes import own_fields, plain
from hrplanner.model.session import PARTS, Session

# The lists whose rows carry a code, and the letter that codes made here begin with.
_CODED: Mapping[str, str] = {"issues": "i", "decisions": "d", "commitments": "c"}
# What tells the rows of other lists from their neighbours.
_KNOWN_BY: Mapping[str, tuple[str, ...]] = {
    "tallies": ("group", "counted_by"),
    "money": ("group",),
    "agenda": ("text",),
    "moments": ("time",),
    "signatures_of": ("office",),
    "published": ("place",),
}
_TOGETHER = frozenset({"heads", "heads_low", "heads_high"})
_TABLES = ("not_stated", "dates", "evidence", "recalled", "replies", "next_steps")  # joined line by line


def joined(known: Session, coming: Session, record: Mapping[str, Any]) -> Session:
    """The known session with what the coming one says; `record` is what it was read from, and tells what it says."""
    values = _own(known, coming, record)
    for part in PARTS:
        arriving = getattr(coming, part)
        if arriving:
            named = [bool(one.get("id")) for one in record[part]] if part in _CODED else []
            values[part] = _rows(getattr(known, part), arriving, part=part, named=named)
    changed = {name: value for name, value in values.items() if getattr(known, name) != value}
    return replace(known, **changed) if changed else known


def with_own_codes(session: Session) -> Session:
    """The session with codes that are all different: a source may name one row and leave the next without a name."""
    return replace(
        session,
        issues=_recoded((), session.issues, _CODED["issues"]),
        decisions=_recoded((), session.decisions, _CODED["decisions"]),
        commitments=_recoded((), session.commitments, _CODED["commitments"]),
    )


def free_code(taken: Iterable[str], letter: str) -> str:
    """The next code that no row has: i1, i2, ..."""
    used = set(taken)
    number = len(used) + 1
    while f"{letter}{number}" in used:
        number += 1
    return f"{letter}{number}"


def _own(known: Session, coming: Session, record: Mapping[str, Any]) -> dict[str, Any]:
    said = {name for name in own_fields(Session) if record.get(name) is not None} - {"source", *_TABLES}
    if said & _TOGETHER:  # an exact number takes the place of an estimate, and the other way round
        said |= _TOGETHER
    if "date" in said:
        said.add("date_as_written")
    said |= {f"notice_{name}" for name, value in (record.get("notice") or {}).items() if value}
    values = {name: getattr(coming, name) for name in said}
    for name in _TABLES:
        if record.get(name):
            values[name] = {**getattr(known, name), **getattr(coming, name)}
    if known.source is None and coming.source is not None:
        values["source"] = coming.source
    return values


def _rows(known: tuple[Any, ...], coming: tuple[Any, ...], *, part: str, named: list[bool]) -> tuple[Any, ...]:
    """The known rows in their order, changed where the coming ones say otherwise, then the new ones."""
    left = list(enumerate(coming))
    result = list(known)
    free = set(range(len(known)))
    same_again: tuple[Callable[[int, Any], object], ...] = (
        lambda _place, row: _content(row, part),
        lambda place, row: _name(row, part, named=bool(named and place < len(named) and named[place])),
    )
    for sign in same_again:
        places: dict[object, list[int]] = {}
        for place in sorted(free, reverse=True):
            for key in _signs(known[place], part, sign):
                places.setdefault(key, []).append(place)
        unmatched = []
        for place, row in left:
            key = sign(place, row)
            found = _next_free(places.get(key, []), free) if key is not None else None
            if found is None:
                unmatched.append((place, row))
                continue
            free.discard(found)
            result[found] = _filled(known[found], row, keep_code=not (named and named[place]))
        left = unmatched
    added = [row for _, row in left]
    if part in _CODED:
        added = list(_recoded(known, tuple(added), _CODED[part]))
    return (*result, *added)


def _next_free(places: list[int], free: set[int]) -> int | None:
    while places:
        place = places.pop()
        if place in free:
            return place
    return None


def _signs(row: Any, part: str, sign: Callable[[int, Any], object]) -> set[object]:
    """A known row answers to its content, and to its code as well as its words."""
    signs = {sign(0, row)}
    if part in _CODED:
        signs |= {_name(row, part, named=True), _name(row, part, named=False)}
    return signs - {None}


def _content(row: Any, part: str) -> object:
    apart = {"source", "code", "position"} if part in {*_CODED, "agenda"} else {"source"}
    return json.dumps({name: value for name, value in plain(row).items() if name not in apart}, sort_keys=True)


def _name(row: Any, part: str, *, named: bool) -> object:
    """What the row is known by where its content changed; None where nothing tells it from its neighbours."""
    match part:
        case "people":
            return row.code and ("code", row.code)
        case "turns":
            return (row.group, row.role) if row.seconds is None and row.at is None else None
        case _ if part in _KNOWN_BY:
            return tuple(getattr(row, field) for field in _KNOWN_BY[part])
        case _:
            return ("code", row.code) if named else ("text", row.text)


def _filled(known: Any, coming: Any, *, keep_code: bool) -> Any:
    """The known row with what the coming one says."""
    values = {}
    for one in fields(coming):
        value = getattr(coming, one.name)
        silent = value is None or value in ((), frozenset(), {}) or one.name in {"id", "source", "position"}
        if silent or (one.name == "code" and keep_code) or value == _unsaid(one):
            continue
        if one.name == "consent":
            value = {**known.consent, **value}
        if value != getattr(known, one.name):
            values[one.name] = value
    return replace(known, **values) if values else known


def _unsaid(field: Any) -> object:
    """The value that a field has when nobody said anything; saying it again changes nothing."""
    return field.default


def _recoded(known: tuple[Any, ...], rows: tuple[Any, ...], letter: str) -> tuple[Any, ...]:
    taken = {row.code for row in known}
    result = []
    for row in rows:
        code = row.code if row.code not in taken else free_code(taken, letter)
        taken.add(code)
        result.append(row if code == row.code else replace(row, code=code))
    return tuple(result)
