"""Workbooks: bombs are seen before they are opened, formulas are never taken for values."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path

import openpyxl
import pytest

from hrplanner.model.errors import FileProblem
from hrplanner.storage.exchange.rows import BadCell, BadRow, Row
from hrplanner.storage.exchange.sources import kind_of
from hrplanner.storage.exchange.xlsx_rows import xlsx_rows


def workbook(path: Path, *rows: list[object], title: str = "Register") -> Path:
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "source.xlsx"


def test_cells_keep_their_kind(file: Path) -> None:
    day = dt.datetime(2026, 5, 12)
    workbook(file, ["name", "day", "heads", "share"], ["Sita", day, 84, 0.5], [None, None, None, None], ["Ram"])
    assert list(xlsx_rows(file)) == [
        Row(2, {"name": "Sita", "day": day, "heads": 84, "share": 0.5}),
        Row(4, {"name": "Ram", "day": None, "heads": None, "share": None}),
    ]


def test_a_percent_is_what_the_sheet_shows(file: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["share"])
    book.active.append([0.19])
    book.active["A2"].number_format = "0%"
    book.save(file)
    assert list(xlsx_rows(file)) == [Row(2, {"share": "19%"})]


def test_formulas_and_errors_are_refused_cells(file: Path) -> None:
    workbook(file, ["heads", "men", "women"], ["=40+44", "#REF!", 44])
    assert list(xlsx_rows(file)) == [Row(2, {"heads": BadCell("formula"), "men": BadCell("error_value"), "women": 44})]


def test_a_sheet_is_found_by_its_name(file: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["wrong"])
    second = book.create_sheet("Second ")
    second.append(["title of the sheet"])
    second.append(["name"])
    second.append(["Sita"])
    book.save(file)
    assert list(xlsx_rows(file, sheet="Second", header=2)) == [Row(3, {"name": "Sita"})]
    with pytest.raises(FileProblem, match="sheet_missing"):
        list(xlsx_rows(file, sheet="Third"))


def test_hidden_sheets_are_read_only_when_asked_for(file: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["hidden"])
    book.active.append(["x"])
    book.active.sheet_state = "hidden"
    book.create_sheet("Shown").append(["shown"])
    book["Shown"].append(["y"])
    book.save(file)
    assert list(xlsx_rows(file)) == [Row(2, {"shown": "y"})]
    assert list(xlsx_rows(file, sheet="Sheet")) == [Row(2, {"hidden": "x"})]


def test_cells_beyond_the_header_refuse_the_row(file: Path) -> None:
    workbook(file, ["a", "b"], [1, 2, 3], [4, 5])
    assert list(xlsx_rows(file)) == [BadRow(2, "too_many_cells"), Row(3, {"a": 4, "b": 5})]


def test_a_cell_at_the_far_corner_is_read_without_filling_memory(file: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "a"
    book.active["A2"] = 1
    book.active["XFD1048576"] = "far"
    book.save(file)
    assert list(xlsx_rows(file)) == [Row(2, {"a": 1}), BadRow(1_048_576, "too_many_cells")]


def test_a_huge_string_in_a_small_file_is_refused_before_opening(file: Path) -> None:
    workbook(file, ["a"], ["b"])
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings2.xml", b"A" * 110_000_000)
    with pytest.raises(FileProblem, match="workbook_too_large"):
        list(xlsx_rows(file))


def test_a_dense_archive_is_refused_before_opening(file: Path) -> None:
    workbook(file, ["a"], ["b"])
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("xl/more.xml", b"A" * 30_000_000)
    with pytest.raises(FileProblem, match="workbook_too_dense"):
        list(xlsx_rows(file))


def test_ten_thousand_parts_are_refused(file: Path) -> None:
    workbook(file, ["a"], ["b"])
    with zipfile.ZipFile(file, "a") as archive:
        for number in range(2_100):
            archive.writestr(f"xl/worksheets/more{number}.xml", b"")
    with pytest.raises(FileProblem, match="workbook_too_large"):
        list(xlsx_rows(file))


ENTITIES = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE x [<!ENTITY b SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("declared", [ENTITIES, EXTERNAL])
def test_entities_are_refused(file: Path, tmp_path: Path, declared: str) -> None:
    workbook(tmp_path / "plain.xlsx", ["a"], ["b"])
    sheet = (
        f'<?xml version="1.0"?>{declared}'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
        '<c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>'
    )
    with zipfile.ZipFile(tmp_path / "plain.xlsx") as plain, zipfile.ZipFile(file, "w") as bomb:
        for part in plain.namelist():
            bomb.writestr(part, sheet if part == "xl/worksheets/sheet1.xml" else plain.read(part))
    with pytest.raises(FileProblem, match="workbook_broken"):
        list(xlsx_rows(file))


def test_what_is_no_workbook_is_said_so(file: Path) -> None:
    file.write_bytes(b"PK\x03\x04" + b"\0" * 200)
    with pytest.raises(FileProblem, match="workbook_broken"):
        list(xlsx_rows(file))
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("hello.txt", "hello")
    with pytest.raises(FileProblem, match="workbook_broken"):
        list(xlsx_rows(file))
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    with pytest.raises(FileProblem, match="old_or_protected_workbook"):
        kind_of(file)
