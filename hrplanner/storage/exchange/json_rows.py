"""Lists of objects: nested keys are joined by dots, and `list.length` counts a list."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from hrplanner.model.errors import FileProblem
from hrplanner.storage.exchange.encodings import encoding_of
from hrplanner.storage.exchange.rows import MAX_CELL, MAX_JSON_BYTES, MAX_ROWS, BadCell, BadRow, Row, clean

_MAX_DEPTH = 20  # of names that are joined
_DEEPEST = 100


def json_value(path: Path, *, encoding: str | None = None) -> object:
    """The value that the file holds; refuses what is not JSON, doubled keys and numbers that are none."""
    if path.stat().st_size > MAX_JSON_BYTES:
        raise FileProblem("file_too_large", limit=MAX_JSON_BYTES)
    try:
        text = path.read_bytes().decode(encoding_of(path, encoding))
        value: object = json.loads(text, parse_constant=_no_number, object_pairs_hook=_distinct)
    except json.JSONDecodeError as problem:
        raise FileProblem("json_broken", line=problem.lineno, column=problem.colno) from None
    except UnicodeDecodeError:
        raise FileProblem("encoding_unknown") from None
    except (RecursionError, ValueError):
        raise FileProblem("json_not_plain") from None
    if _too_deep(value):
        raise FileProblem("json_not_plain")
    return value


def json_rows(path: Path, *, encoding: str | None = None, records: str = "") -> Iterator[Row | BadRow]:
    """The objects of the list at the dotted path; the line of a row is its number in the list."""
    found = _at(json_value(path, encoding=encoding), records)
    if isinstance(found, dict):
        found = [found]
    if not isinstance(found, list):
        raise FileProblem("records_missing", records=records)
    if len(found) > MAX_ROWS:
        raise FileProblem("too_many_rows", limit=MAX_ROWS)
    records_flat = [flat(record) if isinstance(record, dict) else None for record in found]
    keys = dict.fromkeys(key for cells in records_flat if cells is not None for key in cells)
    for number, cells in enumerate(records_flat, start=1):
        # A key that this record leaves out is a blank cell; one that all leave out is no column.
        yield BadRow(number, "not_an_object") if cells is None else Row(number, {key: cells.get(key) for key in keys})


def flat(record: dict[str, object], prefix: str = "", depth: int = 0) -> dict[str, object]:
    """The record as cells, with its text cleaned."""
    cells: dict[str, object] = {}
    for key, value in record.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict) and depth < _MAX_DEPTH:
            cells.update(flat(value, f"{name}.", depth + 1))
        elif isinstance(value, list):
            cells[name] = [_kept(item) for item in value]
            cells[f"{name}.length"] = len(value)
        else:
            cells[name] = _kept(value)
    return cells


def _kept(value: object) -> object:
    if isinstance(value, str):
        return BadCell("cell_too_long") if len(value) > MAX_CELL else clean(value)
    return value


def _at(value: object, path: str) -> object:
    for key in filter(None, path.split(".")):
        value = value.get(key) if isinstance(value, dict) else None
    if path or not isinstance(value, dict):
        return value
    lists = [inner for inner in value.values() if isinstance(inner, list) and inner and isinstance(inner[0], dict)]
    return lists[0] if len(lists) == 1 else value


def _too_deep(value: object) -> bool:
    level = [value]
    for _ in range(_DEEPEST):
        level = [inner for one in level if isinstance(one, (dict, list)) for inner in _inside(one)]
    return bool(level)


def _inside(value: dict[str, object] | list[object]) -> Iterable[object]:
    return value.values() if isinstance(value, dict) else value


def _no_number(name: str) -> object:
    raise ValueError(name)


def _distinct(pairs: list[tuple[str, object]]) -> dict[str, object]:
    record = dict(pairs)
    if len(record) != len(pairs):
        raise ValueError("key_twice")
    return record
