"""From a cell to the value of a field: one reader for each field of a part, made once and run for every row."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from hrplanner.model.commitments import Status
from hrplanner.model.errors import Refused
from hrplanner.model.groups import is_group
from hrplanner.model.issues import Answer, HowDecided
from hrplanner.model.people import Role
from hrplanner.model.voice import TurnRole
from hrplanner.storage.exchange.amounts import Estimate, Percent, Unreadable, read_count, read_money, read_percent
from hrplanner.storage.exchange.days import Day, read_day, read_time
from hrplanner.storage.exchange.headers import find_column
from hrplanner.storage.exchange.mapping import FieldSource
from hrplanner.storage.exchange.markup import text_of_html
from hrplanner.storage.exchange.rows import BadCell, Row, blank
from hrplanner.storage.exchange.wordlists import folded, wordlists

Read = Callable[[Row], object]
Parse = Callable[[object], object]

_CODES: Mapping[str, type[StrEnum]] = {
    "role": Role,
    "status": Status,
    "answer": Answer,
    "how": HowDecided,
    "turn_role": TurnRole,
}


class RowRefused(Exception):
    """A row that cannot be taken, with the column and the code of the reason."""

    def __init__(self, column: str | None, code: str) -> None:
        super().__init__(code)
        self.column = column
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What all fields of a part share: the columns there are, the name of the file, the calendar, words for groups."""

    have: Collection[str]
    stem: str = ""
    calendar: str = "gregorian"
    groups: Mapping[str, str]


def reader_of(kind: str, source: FieldSource, setting: Setting) -> Read:
    """Reads the field from a row; a blank cell gives None. Raises RowRefused."""
    if source.added:
        return _sum(kind, source, setting)
    fetch = fetch_of(source, setting)
    if fetch is None:
        return _nothing
    parse = _parser(kind, source, setting)
    column = source.name
    words = source.words

    def read(row: Row) -> object:
        cell = fetch(row)
        if cell is None or cell == "":
            return None
        if isinstance(cell, BadCell):
            raise RowRefused(column, cell.code)
        if words:
            cell = words.get(folded(text_of(cell)), cell)
            if cell == "":
                return None
        try:
            return parse(cell)
        except Unreadable as problem:
            raise RowRefused(column, str(problem)) from None

    return read


def fetch_of(source: FieldSource, setting: Setting) -> Read | None:
    """Takes the cell out of a row as it is; None where an optional column is not there."""
    if source.columns:
        return _joined(source, setting)
    if source.column is None:
        value = source.value
        return lambda _row: value
    if source.column == "@line":
        return lambda row: f"{source.prefix}{row.line}"
    if source.column == "@file":
        name = f"{source.prefix}{setting.stem}"
        return lambda _row: name
    column = _column(source, source.column, setting)
    if column is None:
        return None
    if source.prefix:
        return lambda row: _prefixed(source.prefix, row.cells.get(column))
    return lambda row: row.cells.get(column)


def text_of(cell: object) -> str:
    """The cell as text: whole numbers without a point, lists with semicolons."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, list):
        return "; ".join(text_of(item) for item in cell if not blank(item))
    return "" if cell is None else str(cell)


def pieces_of(cell: object, split: str | None) -> list[object]:
    """The items of a list, or the pieces of a cell; blank ones are left out."""
    if isinstance(cell, list):
        return [item for item in cell if not blank(item)]
    if blank(cell):
        return []
    if isinstance(cell, str) and split is not None:
        return [piece.strip() for piece in cell.split(split) if piece.strip()]
    return [cell]


def group_of(word: object, source: FieldSource, setting: Setting) -> str | None:
    """The code of the group that a word means; None where the word is an answer that says nothing."""
    text = folded(text_of(word))
    code = source.words.get(text)
    if code is None:
        code = setting.groups.get(text) or wordlists().groups.get(text)
    if code is None and is_group(text):
        code = text
    if code is None:
        if text in wordlists().silence:
            return None
        raise Unreadable("unknown_word")
    if code and not is_group(code):
        raise Unreadable("unknown_group")
    return code or None


def yes_or_no(cell: object) -> bool | None:
    """Yes, no, or None for an answer that says neither."""
    if isinstance(cell, bool):
        return cell
    text = folded(text_of(cell))
    if text in wordlists().yes:
        return True
    if text in wordlists().no:
        return False
    if not text or text in wordlists().silence or text in wordlists().unknown:
        return None
    raise Unreadable("not_yes_or_no")


def _parser(kind: str, source: FieldSource, setting: Setting) -> Parse:
    if kind in _CODES:
        known = {str(one) for one in _CODES[kind]}
        return lambda cell: _code(cell, known)
    html = source.markup == "html"
    calendar = source.calendar or setting.calendar
    units, about, formats = source.units, source.about, source.formats
    parsers: dict[str, Parse] = {
        "line": lambda cell: " ".join(_plain(cell, html=html).split()) or None,
        "name": lambda cell: _plain(cell, html=html) or None,
        "text": lambda cell: _plain(cell, html=html).replace("\r\n", "\n") or None,
        "count": lambda cell: read_count(cell, units=units, about=about),
        "whole": lambda cell: _exact(read_count(cell, units=units)),
        "money": lambda cell: read_money(cell, units=units),
        "percent": read_percent,
        "day": lambda cell: read_day(cell, formats=formats, calendar=calendar),
        "time": read_time,
        "yes_no": yes_or_no,
        "list": lambda cell: [text_of(one) for one in pieces_of(cell, source.split)] or None,
        "group": lambda cell: group_of(cell, source, setting),
        "groups": lambda cell: _groups(cell, source, setting) or None,
    }
    return parsers[kind]


def put(record: dict[str, object], name: str, value: object) -> None:
    """Puts a value into a record where the contract has it; what is not known is left out."""
    if value is None:
        return
    if isinstance(value, Estimate):
        low, high = ("low", "high") if name == "count" else (f"{name}_low", f"{name}_high")
        record[low], record[high] = value.low, value.high
    elif isinstance(value, Percent):
        record[name] = value.text
    elif isinstance(value, Day):
        if value.date is not None:
            record[name] = value.date.isoformat()
        if name == "date" and value.as_written is not None:
            record.setdefault("date_as_written", value.as_written)
    elif "." in name:
        outer, inner = name.split(".", 1)
        below = record.setdefault(outer, {})
        if isinstance(below, dict):
            below[inner] = value
    else:
        record[name] = value


def _nothing(_row: Row) -> object:
    return None


def _column(source: FieldSource, wanted: str, setting: Setting) -> str | None:
    column = wanted if wanted in setting.have else find_column(wanted, setting.have)
    if column is None and not source.optional:
        raise Refused("missing_column", column=wanted, have=tuple(setting.have))
    return column


def _joined(source: FieldSource, setting: Setting) -> Read:
    parts = [fetch_of(replace(source, column=name, columns=(), prefix=""), setting) for name in source.columns]

    def fetch(row: Row) -> object:
        pieces = []
        for part in parts:
            cell = part(row) if part is not None else None
            if isinstance(cell, BadCell):
                return cell
            if not blank(cell):
                pieces.append(text_of(cell))
        return f"{source.prefix}{source.join.join(pieces)}" if pieces else None

    return fetch


def _sum(kind: str, source: FieldSource, setting: Setting) -> Read:
    readers = [
        reader_of(kind, replace(source, column=name, columns=(), added=False), setting) for name in source.columns
    ]

    def read(row: Row) -> object:
        total = 0
        for one in readers:
            value = one(row)
            if not isinstance(value, int):
                return None
            total += value
        return total

    return read


def _prefixed(prefix: str, cell: object) -> object:
    return cell if blank(cell) or isinstance(cell, BadCell) else f"{prefix}{text_of(cell)}"


def _plain(cell: object, *, html: bool) -> str:
    text = cell.strip() if isinstance(cell, str) else text_of(cell)
    return text_of_html(text) if html else text


def _exact(value: int | Estimate | None) -> int | None:
    if isinstance(value, Estimate):
        raise Unreadable("not_exact")
    return value


def _code(cell: object, known: set[str]) -> str | None:
    code = text_of(cell)
    if not code:
        return None
    if code not in known:
        raise Unreadable("unknown_word")
    return code


def _groups(cell: object, source: FieldSource, setting: Setting) -> list[str]:
    found = (group_of(piece, source, setting) for piece in pieces_of(cell, source.split))
    return list(dict.fromkeys(code for code in found if code is not None))
