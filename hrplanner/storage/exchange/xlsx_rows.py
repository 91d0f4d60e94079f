"""Workbooks: one sheet as rows. What the file would unpack to is looked at before anything is unpacked."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import ParseError

import openpyxl
from defusedxml.common import DefusedXmlException
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.xml import DEFUSEDXML

from hrplanner.model.errors import FileProblem
from hrplanner.storage.exchange.headers import header_names
from hrplanner.storage.exchange.rows import MAX_CELL, BadCell, BadRow, Row, blank, clean

MAX_UNPACKED = 100 * 1024 * 1024
MAX_RATIO = 200
_MAX_PARTS = 2_000
_SMALL = 1 << 20  # below this, a high ratio is only a very plain sheet


def xlsx_rows(path: Path, *, sheet: str | None = None, header: int = 1) -> Iterator[Row | BadRow]:
    """The rows below the header of a sheet (the first visible one by default), in a pass that keeps no row."""
    look_before_opening(path)
    if not DEFUSEDXML:  # without it an entity of a few bytes grows to gigabytes
        raise FileProblem("xml_guard_missing")
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=False, keep_links=False)
    except (InvalidFileException, KeyError, ValueError, TypeError, IndexError, AttributeError) as problem:
        raise FileProblem("workbook_broken") from problem
    except (DefusedXmlException, SyntaxError, ParseError, zipfile.BadZipFile, OSError) as problem:
        raise FileProblem("workbook_broken") from problem
    try:
        yield from _rows(_sheet(book, sheet), header)
    except (DefusedXmlException, SyntaxError, zipfile.BadZipFile, ValueError, KeyError, OverflowError) as problem:
        raise FileProblem("workbook_broken") from problem
    finally:
        book.close()


def look_before_opening(path: Path) -> None:
    """Refuses a workbook that is protected, no workbook, or would grow beyond its limits."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as problem:
        raise FileProblem("workbook_broken") from problem
    unpacked = sum(part.file_size for part in parts)
    packed = max(1, sum(part.compress_size for part in parts))
    if len(parts) > _MAX_PARTS or unpacked > MAX_UNPACKED:
        raise FileProblem("workbook_too_large", limit=MAX_UNPACKED)
    if unpacked > _SMALL and unpacked > packed * MAX_RATIO:
        raise FileProblem("workbook_too_dense", limit=MAX_RATIO)
    if any(part.flag_bits & 1 for part in parts):
        raise FileProblem("workbook_protected")


def _sheet(book: openpyxl.Workbook, name: str | None) -> openpyxl.worksheet._read_only.ReadOnlyWorksheet:
    if name is None:
        shown = [each for each in book.worksheets if each.sheet_state == "visible"]
        if not shown:
            raise FileProblem("sheet_missing", sheet="")
        return shown[0]
    for each in book.worksheets:
        if each.title.strip() == name.strip():
            return each
    raise FileProblem("sheet_missing", sheet=name, have=tuple(book.sheetnames))


def _rows(sheet: openpyxl.worksheet._read_only.ReadOnlyWorksheet, header: int) -> Iterator[Row | BadRow]:
    sheet.reset_dimensions()  # what a sheet says of its own size is not always so
    names: list[str] = []
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        if number < header or (not cells and number > header):
            continue
        if number == header:
            names = header_names(_without_tail([cell.value for cell in cells]))
            continue
        values = [_value(cell) for cell in cells]
        if all(map(blank, values)):
            continue
        if any(not blank(extra) for extra in values[len(names) :]):
            yield BadRow(number, "too_many_cells")
            continue
        values += [None] * (len(names) - len(values))
        yield Row(number, dict(zip(names, values, strict=False)))
    if not names:
        raise FileProblem("no_header")


def _without_tail(cells: list[object]) -> list[object]:
    while cells and blank(cells[-1]):
        cells.pop()
    return cells


def _value(cell: openpyxl.cell.ReadOnlyCell) -> object:
    value = cell.value
    if value is None:
        return None
    if cell.data_type == "f":
        return BadCell("formula")  # its last result may be anybody's; the sheet must be pasted as values first
    if cell.data_type == "e":
        return BadCell("error_value")
    if isinstance(value, str):
        return BadCell("cell_too_long") if len(value) > MAX_CELL else clean(value)
    if isinstance(value, int | float) and not isinstance(value, bool) and "%" in str(cell.number_format):
        return f"{value * 100:.10g}%"  # as the sheet shows it
    if isinstance(value, bool | int | float | datetime.date | datetime.time):
        return value
    return str(value)
