"""Files of participatory budgets (.pb): META, PROJECTS and VOTES, each a table with its own header."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hrplanner.model.errors import FileProblem
from hrplanner.storage.exchange.csv_rows import table_rows
from hrplanner.storage.exchange.encodings import encoding_of
from hrplanner.storage.exchange.rows import BadCell, BadRow, Row, clean

SECTIONS = ("meta", "projects", "votes")
_DELIMITER = ";"


def pabulib_rows(path: Path, *, section: str, encoding: str | None = None) -> Iterator[Row | BadRow]:
    """The rows of one section; META is one row, whose cells are its keys."""
    if section not in SECTIONS:
        raise FileProblem("section_missing", section=section, have=SECTIONS)
    with path.open(encoding=encoding_of(path, encoding), errors="surrogateescape", newline="") as file:
        start = _find(file, section)
        rows = table_rows(_until_next(file), delimiter=_DELIMITER, first_line=start + 1)
        if section == "meta":
            yield Row(start, _meta(rows))
        else:
            yield from rows


def _find(lines: Iterator[str], section: str) -> int:
    for number, line in enumerate(lines, start=1):
        if _title(line) == section:
            return number
    raise FileProblem("section_missing", section=section)


def _until_next(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        if _title(line) in SECTIONS:
            return
        yield line


def _title(line: str) -> str:
    return line.strip().lstrip("\ufeff").lower()


def _meta(rows: Iterator[Row | BadRow]) -> dict[str, object]:
    cells: dict[str, object] = {}
    for row in rows:
        if isinstance(row, Row):
            key, *values = row.cells.values()
            if isinstance(key, str):
                cells[key.strip()] = _first(values)
    return cells


def _first(values: list[object]) -> object:
    value = values[0] if values else ""
    return value if isinstance(value, BadCell) else clean(str(value))
