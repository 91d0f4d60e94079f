"""Input that nobody should give: a clear sentence, exit code 3, and the book as it was."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hrplanner.entry.cli import main

SESSION = {
    "format": "hrplan-session/1",
    "number": "S1",
    "title": "Ward assembly",
    "kind": "ward_assembly",
    "heads": 10,
    "tallies": [{"group": "women", "count": 4}],
}
RULE = """
[[rule]]
id = "women-third"
title = "One third are women"
kind = "share"
numerator = "women"
denominator = "attendees"
threshold = "1/3"
"""
MAPPING = """
row = "session"
[fields]
number = {column = "no"}
title = {column = "no"}
kind = {value = "ward_assembly"}
heads = {column = "heads"}
"""
PRINT = ("--session", "S1", "--document", "minutes", "--out")

Refuses = Callable[..., str]
UNIX = pytest.mark.skipif(sys.platform != "linux", reason="the names and devices of Linux")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book with one session."""
    path, source = tmp_path / "ward.hrplan", tmp_path / "session.json"
    source.write_text(json.dumps(SESSION), encoding="utf-8")
    assert main(["new", str(path)]) == 0
    assert main(["import", str(path), str(source)]) == 0
    return path


@pytest.fixture
def refuses(book: Path, capsys: pytest.CaptureFixture[str]) -> Refuses:
    """Runs a command that must be refused with a sentence, the book untouched; answers with the sentence."""

    def command(*words: object) -> str:
        before = book.read_bytes()
        capsys.readouterr()
        assert main([str(word) for word in words]) == 3
        said = capsys.readouterr()
        assert book.read_bytes() == before
        assert [one.name for one in book.parent.iterdir() if one.suffix == ".part"] == []
        return said.err or said.out

    return command


def test_a_printout_never_takes_the_place_of_a_book(book: Path, refuses: Refuses, tmp_path: Path) -> None:
    link = tmp_path / "paper.pdf"
    link.symlink_to(book)
    broken = tmp_path / "broken.hrplan"
    broken.write_bytes(book.read_bytes()[:300])
    for out in (book, link, broken):
        kept = out.read_bytes()
        assert "record book" in refuses("print", book, *PRINT, out)
        assert "record book" in refuses("print", book, *PRINT, out, "--draft")
        assert out.read_bytes() == kept
    assert main(["check", str(book)]) == 0
    assert main(["check", str(link)]) == 0


def test_no_version_is_frozen_for_a_page_that_cannot_be_kept(book: Path, refuses: Refuses, tmp_path: Path) -> None:
    for out in (tmp_path, tmp_path / "nowhere" / "a.pdf", tmp_path / "session.json" / "a.pdf", tmp_path / ("n" * 300)):
        refuses("print", book, *PRINT, out)


@UNIX
def test_pipes_and_devices_are_refused_and_not_waited_for(book: Path, refuses: Refuses, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    source = tmp_path / "session.json"
    for words in (
        ("check", pipe),
        ("import", book, pipe),
        ("import", book, source, "--map", "/dev/zero"),
        ("rules", book, "add", pipe),
        ("verify", pipe),
        ("verify", "/dev/zero"),
        ("print", book, *PRINT, pipe),
    ):
        refuses(*words)


@UNIX
def test_names_that_are_not_utf8_are_refused(book: Path, refuses: Refuses, tmp_path: Path) -> None:
    strange = tmp_path / os.fsdecode(b"b\xff.hrplan")
    strange.write_bytes(book.read_bytes())
    assert "UTF-8" in refuses("check", strange)
    assert "UTF-8" in refuses("new", tmp_path / os.fsdecode(b"n\xff.hrplan"))
    assert [one for one in tmp_path.iterdir() if os.fsencode(one.name).startswith(b"n\xff")] == []
    refuses("verify", os.fsdecode(b"HRP1:\xff"))
    assert main(["check", str(book), "--session", os.fsdecode(b"\xff")]) == 2
    assert main(["new", str(tmp_path / "n.hrplan"), "--name", os.fsdecode(b"\xff")]) == 2
    assert not (tmp_path / "n.hrplan").exists()
    pack = tmp_path / os.fsdecode(b"r\xff.toml")
    pack.write_text(RULE, encoding="utf-8")
    assert main(["rules", str(book), "add", str(pack)]) == 0


def test_a_folder_is_named_in_the_sentence(book: Path, refuses: Refuses, tmp_path: Path) -> None:
    for words in (("import", book, tmp_path), ("check", tmp_path), ("print", book, *PRINT, tmp_path)):
        assert refuses(*words).startswith(str(tmp_path))


def test_numbers_that_look_like_options_or_queries_find_nothing(book: Path, refuses: Refuses) -> None:
    for number in ("' or 1=1 --", "%", "", "S1 ", "-", "😀"):
        refuses("check", book, f"--session={number}")
    assert main(["check", str(book), "--session=--"]) == 2


def test_a_name_too_long_for_the_disk_is_said(refuses: Refuses, tmp_path: Path) -> None:
    assert "longer" in refuses("new", tmp_path / ("n" * 300 + ".hrplan"))


@pytest.mark.parametrize(
    "rules",
    [
        "deep = " + "[" * 5_000,
        RULE.replace('"1/3"', "9" * 6_000),
        RULE.replace("1/3", "1/" + "9" * 5_000),
        RULE.replace("1/3", "9" * 5_000 + "%"),
        RULE + "within = {}",
        RULE + 'within = "women-third"',
        RULE + 'within = "other"' + RULE.replace("women-third", "other") + 'within = "women-third"',
        RULE + 'within = "nobody"',
        RULE + "title_ne = 5",
        RULE + 'title_ne = "a\\u202eb"',
        RULE.replace("One third", "One\\u0000 third"),
        RULE.replace("women-third", "women\\nthird"),
        RULE + "[[rules]]",
    ],
)
def test_a_rule_file_with_one_slip_adds_nothing(book: Path, refuses: Refuses, tmp_path: Path, rules: str) -> None:
    pack = tmp_path / "rules.toml"
    pack.write_text(rules, encoding="utf-8")
    assert "?" not in refuses("rules", book, "add", pack).replace("“?”", "")


@pytest.mark.parametrize(
    "mapping",
    [
        "deep = " + "[" * 5_000,
        "calendar = " + "9" * 6_000,
        MAPPING + '[source]\nencoding = "base64"',
    ],
)
def test_a_mapping_that_cannot_be_read_is_said(book: Path, refuses: Refuses, tmp_path: Path, mapping: str) -> None:
    table, using = tmp_path / "table.csv", tmp_path / "map.toml"
    table.write_text("no,heads\n1,5\n", encoding="utf-8")
    using.write_text(mapping, encoding="utf-8")
    refuses("import", book, table, "--map", using)


def test_a_number_of_two_hundred_thousand_digits_is_refused_at_once(
    book: Path, refuses: Refuses, tmp_path: Path
) -> None:
    table, using = tmp_path / "table.csv", tmp_path / "map.toml"
    table.write_text("no,heads\n1," + "9" * 200_000 + "\n", encoding="utf-8")
    using.write_text(MAPPING, encoding="utf-8")
    assert "no number" in refuses("import", book, table, "--map", using)


def test_why_a_row_was_left_out_is_said_without_gaps(book: Path, refuses: Refuses, tmp_path: Path) -> None:
    for slip in ({"heads": "ten"}, {"date": "yesterday"}, {"tallies": [{"group": "x", "count": 1}]}, {"title": None}):
        source = tmp_path / "slip.json"
        source.write_text(json.dumps(SESSION | slip), encoding="utf-8")
        assert "?" not in refuses("import", book, source)
    source.write_text(json.dumps(SESSION | {"venue": []}).replace("[]", "[" * 900 + "]" * 900), encoding="utf-8")
    refuses("import", book, source)


@UNIX
def test_closed_and_full_output_is_no_bug(book: Path, tmp_path: Path) -> None:
    program = f'"{sys.executable}" -m hrplanner'
    for shell, code in (
        (f'{program} check "{book}" >&-', 0),
        (f'{program} check "{book}" >/dev/full', 3),
        (f'{program} check "{book}" --json >/dev/full', 3),
        (f"{program} verify - <&-", 3),
        (f'{program} check "{tmp_path}/none.hrplan" 2>&-', 3),
    ):
        done = subprocess.run(shell, shell=True, capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode == code, shell
        assert "Traceback" not in done.stderr
        assert "Exception ignored" not in done.stderr


@UNIX
def test_a_locale_without_letters_still_finds_the_file(book: Path, tmp_path: Path) -> None:
    named = tmp_path / "पुस्तक.hrplan"
    book.rename(named)
    bare = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    words = ["print", str(named), *PRINT, str(tmp_path / "कागज.pdf")]
    done = subprocess.run([sys.executable, "-m", "hrplanner", *words], env=bare, check=False, timeout=60)
    assert done.returncode == 0
    assert (tmp_path / "कागज.pdf").read_bytes().startswith(b"%PDF")
