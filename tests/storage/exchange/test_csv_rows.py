"""Text files of cells: every row is read or refused with its line, and one bad row never hides the next."""

from __future__ import annotations

import csv
import io
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrplanner.model.errors import FileProblem
from hrplanner.storage.exchange.csv_rows import csv_rows, table_rows
from hrplanner.storage.exchange.rows import BadCell, BadRow, Row


def rows_of(path: Path, text: str | bytes, *, encoding: str = "utf-8") -> list[Row | BadRow]:
    path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    return list(csv_rows(path))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "source.csv"


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_finds_the_delimiter(file: Path, mark: str) -> None:
    assert rows_of(file, f"name{mark}age\nSita{mark}33\nRam{mark}40\n") == [
        Row(2, {"name": "Sita", "age": "33"}),
        Row(3, {"name": "Ram", "age": "40"}),
    ]


def test_a_single_column_is_a_table_too(file: Path) -> None:
    assert rows_of(file, "name\nSita\nRam\n") == [Row(2, {"name": "Sita"}), Row(3, {"name": "Ram"})]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_reads_unicode_with_and_without_a_mark(file: Path, encoding: str) -> None:
    text = "name,place,remark\n" + "सीता,वडा ५,ok 123 abc def\n" * 4
    found = rows_of(file, text, encoding=encoding)
    assert found[0] == Row(2, {"name": "सीता", "place": "वडा ५", "remark": "ok 123 abc def"})
    assert len(found) == 4


def test_guesses_an_older_encoding(file: Path) -> None:
    text = "nom,lloc\n" + "Reunió del barri amb les associacions,Plaça de la Vila número 3\n" * 30
    assert rows_of(file, text, encoding="cp1252")[0] == Row(
        2, {"nom": "Reunió del barri amb les associacions", "lloc": "Plaça de la Vila número 3"}
    )


def test_a_declared_encoding_is_used(file: Path) -> None:
    file.write_bytes("name\nПлан\n".encode("cp1251"))
    assert list(csv_rows(file, encoding="cp1251")) == [Row(2, {"name": "План"})]
    with pytest.raises(FileProblem, match="encoding_unknown"):
        list(csv_rows(file, encoding="no-such-code"))


def test_a_line_pasted_in_another_encoding_refuses_only_its_own_cell(file: Path) -> None:
    good = "Reunió,5\n".encode()
    found = rows_of(file, b"title,heads\n" + good * 3 + "Reunió,6\n".encode("cp1252") + good)
    assert found[3] == Row(5, {"title": BadCell("encoding"), "heads": "6"})
    assert [row.line for row in found] == [2, 3, 4, 5, 6]


def test_lines_are_those_of_the_file(file: Path) -> None:
    found = rows_of(file, 'a,b\n"one\ntwo\nthree",x\n\n\nlast,y\n')
    assert found == [Row(2, {"a": "one\ntwo\nthree", "b": "x"}), Row(7, {"a": "last", "b": "y"})]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end(file: Path, end: str) -> None:
    assert [row.line for row in rows_of(file, end.join(["a,b", "1,2", "3,4", ""]))] == [2, 3]


def test_short_rows_end_in_blanks_and_long_rows_are_refused(file: Path) -> None:
    assert rows_of(file, "a,b,c\n1,2,3\n1\n1,2,3,4\n1,2,3,,\n") == [
        Row(2, {"a": "1", "b": "2", "c": "3"}),
        Row(3, {"a": "1", "b": "", "c": ""}),
        BadRow(4, "too_many_cells"),
        Row(5, {"a": "1", "b": "2", "c": "3"}),
    ]


@pytest.mark.parametrize("broken", ['"never closed,2', '"closed"late,2'])
def test_a_stray_quotation_mark_does_not_swallow_the_rest(file: Path, broken: str) -> None:
    body = "".join(f"row {number},{number}\n" for number in range(2_000))
    found = rows_of(file, f"a,b\nfirst,1\n{broken}\n{body}")
    assert found[1] == BadRow(3, "quotes_unbalanced")
    assert [row.line for row in found] == list(range(2, 2_004))


def test_quotation_marks_wrong_on_every_line_stop_the_import(file: Path) -> None:
    with pytest.raises(FileProblem, match="quotes_unbalanced"):
        rows_of(file, "a,b\n" + '"x,1\n"y"z,2\n' * 300)


def test_marks_that_hide_or_reorder_are_refused_cell_by_cell(file: Path) -> None:
    [row] = rows_of(file, "nul,bell,override,isolate,clean\na\0b,a\x07b,a\u202eb,a\u2067b,ok\n")
    assert row == Row(
        2,
        {
            "nul": BadCell("control_character"),
            "bell": BadCell("control_character"),
            "override": BadCell("bidi_control"),
            "isolate": BadCell("bidi_control"),
            "clean": "ok",
        },
    )


def test_joiners_stay_and_text_is_composed(file: Path) -> None:
    joined = "क्\u200dष र्\u200cय"
    [row] = rows_of(file, f"a,b\n{joined},{unicodedata.normalize('NFD', 'Reunió')}\n")
    assert row == Row(2, {"a": joined, "b": "Reunió"})


def test_long_cells_are_kept_up_to_the_limit(file: Path) -> None:
    [kept, refused] = rows_of(file, f"a\n{'x' * 200_000}\n{'y' * 1_000_001}\n")
    assert kept == Row(2, {"a": "x" * 200_000})
    assert refused == Row(3, {"a": BadCell("cell_too_long")})


def test_headers_that_are_blank_or_repeated_get_names(file: Path) -> None:
    assert rows_of(file, "a,,a, b \n1,2,3,4\n") == [Row(2, {"a": "1", "#2": "2", "a #3": "3", "b": "4"})]


@pytest.mark.parametrize(("text", "code"), [("\n\n", "no_header"), (",,\n1,2,3\n", "no_header")])
def test_a_file_without_a_header_is_refused(file: Path, text: str, code: str) -> None:
    with pytest.raises(FileProblem, match=code):
        rows_of(file, text)


def test_a_header_alone_gives_no_rows(file: Path) -> None:
    assert rows_of(file, "a,b\n") == []


def test_too_many_columns_are_refused(file: Path) -> None:
    with pytest.raises(FileProblem, match="too_many_columns"):
        rows_of(file, ",".join(f"c{number}" for number in range(1_001)) + "\n1\n")


def test_the_header_may_stand_lower(file: Path) -> None:
    file.write_text("Register of ward 5\n\nname,age\nSita,33\n", encoding="utf-8")
    assert list(csv_rows(file, header=2, delimiter=",")) == [Row(4, {"name": "Sita", "age": "33"})]


CELL = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\u202a\u202b\u202c\u202d\u202e\ufffe\uffff"),
    max_size=12,
).filter(lambda text: not any("\u2066" <= mark <= "\u2069" for mark in text))


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=8), st.sampled_from([",", ";", "\t", "|"]))
def test_what_a_spreadsheet_writes_is_read_back(rows: list[list[str]], mark: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=mark).writerows([["a", "b", "c"], *rows])
    found = list(table_rows(io.StringIO(out.getvalue(), newline=""), delimiter=mark))
    composed = [[unicodedata.normalize("NFC", cell) for cell in row] for row in rows if any(map(str.strip, row))]
    assert [list(row.cells.values()) for row in found if isinstance(row, Row)] == composed
