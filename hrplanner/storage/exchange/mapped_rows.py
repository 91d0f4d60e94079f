"""A mapping at work: rows of cells in, rows of the record out, one at a time. A bad row never stops the next one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from hrplanner.model.incoming import Incoming, NotTaken
from hrplanner.storage.exchange.cells import (
    Read,
    RowRefused,
    Setting,
    fetch_of,
    pieces_of,
    put,
    reader_of,
    text_of,
)
from hrplanner.storage.exchange.json_rows import flat
from hrplanner.storage.exchange.mapped_groups import Fill, group_filler
from hrplanner.storage.exchange.mapping import CHILDREN, FIELDS, NEEDED, Child, FieldSource, Part
from hrplanner.storage.exchange.rows import BadCell, BadRow, Row
from hrplanner.storage.exchange.sources import read_rows
from hrplanner.storage.exchange.wordlists import folded

_FORMAT = "hrplan-session/1"


def rows_of_part(
    path: Path, part: Part, *, calendar: str, groups: Mapping[str, str], number: int = 0
) -> Iterator[Incoming | NotTaken]:
    """The rows that one part of a mapping takes out of a file."""
    take: Callable[[Row], Incoming | NotTaken | None] | None = None
    for row in read_rows(path, part.source):
        if isinstance(row, BadRow):
            yield NotTaken(row.line, None, row.code)
            continue
        if take is None:  # the first row tells which columns there are
            setting = Setting(
                have=tuple(row.cells),
                stem=os.fsencode(path.stem).decode(errors="replace"),
                calendar=calendar,
                groups=groups,
            )
            take = _taker(part, setting, number)
        taken = take(row)
        if taken is not None:
            yield taken


def _taker(part: Part, setting: Setting, place: int) -> Callable[[Row], Incoming | NotTaken | None]:
    wanted = _wanted(part, setting)
    key = None if part.key is None else reader_of("line", part.key, setting)
    session = None if part.session is None else reader_of("line", part.session, setting)
    opens = None if part.opens is None else _opener(_fill("session", part.opens, setting))
    fill = _fill(part.row, part.fields, setting)
    groups = group_filler(part.groups, setting)
    children = [_children(child, setting) for child in part.children]
    needed = [(name, part.fields[name].name if name in part.fields else None) for name in NEEDED[part.row]]

    def understood(row: Row) -> Incoming | None:
        if not wanted(row):
            return None
        record: dict[str, object] = {}
        fill(row, record)
        for name, column in needed:
            if name not in record:
                raise RowRefused(column, "required")
        groups(row, record)
        for below in children:
            below(row, record)
        number = None if session is None else session(row)
        if number is None and part.session is not None:
            raise RowRefused(part.session.name, "required")
        return Incoming(
            line=row.line,
            row=part.row,
            record=_finished(part.row, record),
            key=_text(key, row),
            session=None if number is None else str(number),
            opens=None if opens is None else opens(row, str(number)),
            part=place,
        )

    def take(row: Row) -> Incoming | NotTaken | None:
        try:
            return understood(row)
        except RowRefused as problem:
            return NotTaken(row.line, problem.column, problem.code)

    return take


def _fill(kind: str, fields: Mapping[str, FieldSource], setting: Setting) -> Fill:
    readers = [(name, reader_of(_kind(kind, name), source, setting)) for name, source in fields.items()]

    def fill(row: Row, record: dict[str, object]) -> None:
        for name, read in readers:
            value = read(row)
            if value is not None:
                if value.__class__ in _SIMPLE and "." not in name:
                    record[name] = value
                else:
                    put(record, name, value)

    return fill


_SIMPLE = frozenset({str, int, bool})


def _kind(row: str, name: str) -> str:
    known = FIELDS[row]
    return known.get(name) or known[f"{name.partition('.')[0]}.*"]


def _finished(row: str, record: dict[str, object]) -> dict[str, object]:
    if row != "session":
        return record
    turns = record.pop("turns", None)
    if isinstance(turns, int):  # none counted is a count too
        record["turns"] = [{"role": "raised", "count": turns}]
    elif isinstance(turns, list):
        record["turns"] = turns
    return {"format": _FORMAT, **record}


def _opener(fill: Fill) -> Callable[[Row, str], dict[str, object]]:
    """What a session is opened with: what the first row that names it says."""
    opened: dict[str, dict[str, object]] = {}

    def opens(row: Row, number: str) -> dict[str, object]:
        record = opened.get(number)
        if record is None:
            record = {"number": number}
            fill(row, record)
            opened[number] = record = _finished("session", record)
        return record

    return opens


def _wanted(part: Part, setting: Setting) -> Callable[[Row], bool]:
    when = part.when
    fetch = None if when is None else fetch_of(when.source, setting)
    if when is None:
        return lambda _row: True
    if fetch is None:
        return lambda _row: False
    return lambda row: folded(text_of(fetch(row))) in when.words


def _text(read: Read | None, row: Row) -> str | None:
    value = None if read is None else read(row)
    return None if value is None else str(value)


def _children(child: Child, setting: Setting) -> Fill:
    place = CHILDREN[child.kind]
    needed = NEEDED[child.kind]
    if child.each is None:
        fill, groups = _fill(child.kind, child.fields, setting), group_filler(child.groups, setting)

        def one(row: Row, record: dict[str, object]) -> None:
            below: dict[str, object] = {}
            fill(row, below)
            groups(row, below)
            if all(name in below for name in needed) and (child.kind != "tally" or len(below) > 1):
                _list(record, place).append(below)

        return one
    return _each(child, child.each, setting)


def _each(child: Child, each: FieldSource, setting: Setting) -> Fill:
    """One row below for every piece; columns are those of the piece itself where it is an object."""
    fetch = fetch_of(each, setting)

    def many(row: Row, record: dict[str, object]) -> None:
        cell = None if fetch is None else fetch(row)
        if isinstance(cell, BadCell):
            raise RowRefused(each.name, cell.code)
        for piece in pieces_of(cell, each.split):
            cells = flat(piece) if isinstance(piece, dict) else {"@item": piece}
            inner = Setting(have=tuple(cells), stem=setting.stem, calendar=setting.calendar, groups=setting.groups)
            below: dict[str, object] = {}
            inner_row = Row(row.line, cells)
            _fill(child.kind, child.fields, inner)(inner_row, below)
            group_filler(child.groups, inner)(inner_row, below)
            if all(name in below for name in NEEDED[child.kind]):
                _list(record, CHILDREN[child.kind]).append(below)

    return many


def _list(record: dict[str, object], name: str) -> list[object]:
    found = record.get(name)
    if not isinstance(found, list):
        found = record[name] = []
    return found
