"""Text files of cells: quotes, line ends and ragged rows. One bad row is reported and the next one is read."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from hrplanner.model.errors import FileProblem
from hrplanner.storage.exchange.encodings import delimiter_of, encoding_of
from hrplanner.storage.exchange.headers import header_names
from hrplanner.storage.exchange.rows import MAX_CELL, MAX_ROWS, BadCell, BadRow, Row, clean, suspect

# A quoted cell longer than this many lines is a quotation mark that nobody closed.
_MAX_LINES_OF_ROW = 1_000
_MAX_OPEN_QUOTES = 100
_SAMPLE = 1 << 16


def csv_rows(
    path: Path, *, encoding: str | None = None, delimiter: str | None = None, header: int = 1
) -> Iterator[Row | BadRow]:
    """The rows below the header line of a text file; lines are counted as an editor counts them."""
    name = encoding_of(path, encoding)
    with path.open(encoding=name, errors="surrogateescape" if name.startswith("utf-8") else "replace", newline="") as f:
        try:
            mark = delimiter or delimiter_of(f.read(_SAMPLE))
            f.seek(0)
            yield from table_rows(f, delimiter=mark, header=header)
        except UnicodeError as problem:
            raise FileProblem("encoding_unknown", encoding=name) from problem


def table_rows(lines: Iterable[str], *, delimiter: str, header: int = 1, first_line: int = 1) -> Iterator[Row | BadRow]:
    """The rows of the table whose header is the given record of these lines, the first of which has that number."""
    if len(delimiter) != 1:
        raise FileProblem("delimiter_unknown", delimiter=delimiter)
    records = _records(_Lines(lines, first_line=first_line), delimiter=delimiter)
    names: list[str] | None = None
    taken = 0
    for record in records:
        if isinstance(record, BadRow):
            if names is not None:
                yield record
            continue
        line, cells, plain = record
        if names is None:
            taken += 1
            names = header_names(cells) if taken == header else None
            continue
        row = _row(line, cells, names, plain=plain)
        if row is None:
            continue
        taken += 1
        if taken > MAX_ROWS:
            raise FileProblem("too_many_rows", limit=MAX_ROWS)
        yield row
    if names is None:
        raise FileProblem("no_header")


def _row(line: int, cells: list[str], names: list[str], *, plain: bool) -> Row | BadRow | None:
    if len(cells) > len(names):
        if any(cell.strip() for cell in cells[len(names) :]):
            return BadRow(line, "too_many_cells")
        cells = cells[: len(names)]
    if not any(cells) or not any(cell.strip() for cell in cells):
        return None
    values: dict[str, object] = dict(zip(names, cells if plain else map(_checked, cells), strict=False))
    for missing in names[len(cells) :]:
        values[missing] = ""
    return Row(line, values)


def _checked(cell: str) -> str | BadCell:
    return BadCell("cell_too_long") if len(cell) > MAX_CELL else clean(cell)


class _Lines:
    """Physical lines that can be given back, with the number of the next one."""

    def __init__(self, lines: Iterable[str], *, first_line: int) -> None:
        self._lines = iter(lines)
        self._returned: list[str] = []
        self.next_line = first_line
        self.taken: list[str] = []
        self.plain = True

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._returned.pop() if self._returned else next(self._lines)
        if len(self.taken) >= _MAX_LINES_OF_ROW:
            self._returned.append(line)
            raise csv.Error("quote_not_closed")
        self.next_line += 1
        self.taken.append(line)
        if self.plain and not _nothing_to_look_at(line):
            self.plain = False
        return line

    def start(self) -> int:
        """Forgets the lines of the last record and tells the number of the first line of the next one."""
        self.taken.clear()
        self.plain = True
        return self.next_line

    def give_back(self) -> None:
        """Returns all lines of the record but the first, to be read again."""
        again = self.taken[1:]
        self.next_line -= len(again)
        self._returned.extend(reversed(again))


def _nothing_to_look_at(line: str) -> bool:
    """Whether every cell of the line may be kept as it stands."""
    if len(line) > MAX_CELL or suspect(line):
        return False
    return line.isascii() or unicodedata.is_normalized("NFC", line)


def _records(lines: _Lines, *, delimiter: str) -> Iterator[tuple[int, list[str], bool] | BadRow]:
    csv.field_size_limit(MAX_CELL * 2)
    open_quotes = 0
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        start = lines.start()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            open_quotes += 1
            if open_quotes > _MAX_OPEN_QUOTES:
                raise FileProblem("quotes_unbalanced", line=start) from None
            yield BadRow(start, "cell_too_long" if "field limit" in str(problem) else "quotes_unbalanced")
            lines.give_back()
            reader = csv.reader(lines, delimiter=delimiter, strict=True)
            continue
        if cells:
            yield start, cells, lines.plain
