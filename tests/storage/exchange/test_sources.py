"""Which kind of file a source is; JSON and .pb as rows."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hrplanner.model.errors import FileProblem
from hrplanner.storage.exchange.json_rows import json_rows
from hrplanner.storage.exchange.rows import BadCell, BadRow, Row
from hrplanner.storage.exchange.sources import Source, kind_of, read_rows

PB = """META
key;value
description;Local
num_votes;2
PROJECTS
project_id;cost;name
7;100;Bench
VOTES
voter_id;vote;sex
1;7;F
2;7;M
"""


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.csv", b"a,b\n1,2\n", "csv"),
        ("a.txt", b"a\tb\n1\t2\n", "csv"),
        ("a.json", b'[{"a": 1}]', "json"),
        ("register", b'\xef\xbb\xbf {"a": 1}', "json"),
        ("a.csv", b"[a],b\n", "csv"),
        ("a.pb", PB.encode(), "pabulib"),
        ("votes.txt", PB.encode(), "pabulib"),
        ("renamed.csv", b"PK\x03\x04rest", "xlsx"),
    ],
)
def test_kinds_are_known_by_content_first(tmp_path: Path, name: str, content: bytes, kind: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert kind_of(tmp_path / name) == kind


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"  \n\n", "file_empty"),
        (b"%PDF-1.7 ...", "not_a_table"),
        (b"SQLite format 3\x00" + b"\0" * 90, "not_a_table"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(200)), "not_a_table"),
        (bytes(range(1, 32)) * 40, "not_a_table"),
    ],
)
def test_files_without_a_table_are_refused(tmp_path: Path, content: bytes, code: str) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(content)
    with pytest.raises(FileProblem, match=code):
        kind_of(file)


def test_missing_files_and_folders_are_said_so(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="file_missing"):
        kind_of(tmp_path / "none.csv")
    with pytest.raises(FileProblem, match=r"is_a_folder|file_unreadable"):
        kind_of(tmp_path)


def test_nested_keys_are_joined_by_dots(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text('{"data": {"list": [{"a": {"b": 1}, "c": ["x", "y"]}, 5, {"d": "z\\u0000"}]}}', encoding="utf-8")
    assert list(json_rows(file, records="data.list")) == [
        Row(1, {"a.b": 1, "c": ["x", "y"], "c.length": 2, "d": None}),
        BadRow(2, "not_an_object"),
        Row(3, {"a.b": None, "c": None, "c.length": None, "d": BadCell("control_character")}),
    ]
    with pytest.raises(FileProblem, match="records_missing"):
        list(json_rows(file, records="data.other"))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "json_broken"),
        ('{"a": 1}x', "json_broken"),
        ('[{"a": NaN}]', "json_not_plain"),
        ('[{"a": 1, "a": 2}]', "json_not_plain"),
        ("[" * 100_000, "json_not_plain"),
        ('[{"a": ' + "[" * 900 + "]" * 900 + "}]", "json_not_plain"),
        ('[{"a": ' + "9" * 5_000 + "}]", "json_not_plain"),
    ],
)
def test_broken_json_is_refused(tmp_path: Path, text: str, code: str) -> None:
    file = tmp_path / "a.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(FileProblem, match=code):
        list(json_rows(file))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have no names here")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "a.csv"
    os.mkfifo(pipe)
    with pytest.raises(FileProblem, match="not_a_file"):
        kind_of(pipe)


@pytest.mark.parametrize("encoding", ["base64", "rot13", "klingon", "undefined"])
def test_an_encoding_that_is_not_of_text_is_refused(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "a.csv"
    file.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(FileProblem, match="encoding_unknown"):
        read_rows(file, Source(encoding=encoding))


def test_half_a_character_in_json_is_a_refused_cell(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text('[{"a": "\\ud800"}]', encoding="utf-8")
    assert list(json_rows(file)) == [Row(1, {"a": BadCell("encoding")})]


def test_sections_of_a_budget_vote(tmp_path: Path) -> None:
    file = tmp_path / "vote.pb"
    file.write_text(PB.replace("\n", "\r\n"), encoding="utf-8")
    assert list(read_rows(file, Source(section="meta"))) == [Row(1, {"description": "Local", "num_votes": "2"})]
    assert list(read_rows(file, Source(section="projects"))) == [
        Row(7, {"project_id": "7", "cost": "100", "name": "Bench"})
    ]
    assert [row.line for row in read_rows(file, Source(section="votes"))] == [10, 11]
    with pytest.raises(FileProblem, match="section_missing"):
        read_rows(file, Source(section="voters"))
