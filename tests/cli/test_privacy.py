"""Privacy in the terminal: erased people are gone, names go in time, and the log tells of both without a name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from hrplanner.entry.cli import main
from tests.cli.test_commands import SESSION


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a book of one session that names one person."""
    monkeypatch.chdir(tmp_path)
    Path("session.json").write_text(json.dumps(SESSION), encoding="utf-8")
    assert main(["new", "a.hrplan"]) == 0
    assert main(["import", "a.hrplan", "session.json"]) == 0
    return tmp_path / "a.hrplan"


def told(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    capsys.readouterr()
    assert main(["privacy", "a.hrplan", *words, "--json"]) == 0
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def test_a_person_is_erased_by_code_or_by_a_name_in_a_file(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys)["named"] == 1
    Path("name.txt").write_text("Sita <b>Rai</b>\n", encoding="utf-8")
    assert told(capsys, "erase", "--name-file", "name.txt")["people"] == 1
    assert b"Sita" not in book.read_bytes()
    assert told(capsys)["named"] == 0
    assert main(["privacy", "a.hrplan", "erase", "--session", "W5-2026-014", "--code", "A1"]) == 3
    line, taken = told(capsys, "log")["log"]
    assert (line["step"], taken["step"]) == ("erase_person", "import")
    assert "Sita" not in json.dumps(line)


def test_names_go_after_their_time(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["privacy", "a.hrplan", "keep", "--months", "1"]) == 3, "a time needs a reason"
    told(capsys, "keep", "--months", "1", "--reason", "schedule 4")
    assert told(capsys)["due"] == 1
    assert told(capsys, "due")["people"] == 1
    assert b"Sita" not in book.read_bytes()
    assert main(["check", "a.hrplan"]) == 0


def test_a_restricted_field_needs_a_reason_which_is_kept(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys)["restricted"]["caste"] is None
    assert main(["privacy", "a.hrplan", "on", "caste"]) == 3
    assert main(["privacy", "a.hrplan", "on", "sex", "--reason", "law"]) == 3
    assert told(capsys, "on", "caste", "--reason", "act of 2017")["restricted"] == {"caste": "act of 2017"}
    assert told(capsys, "log")["log"][0]["about"] == "caste"
    assert told(capsys, "off", "caste")["restricted"] == {}
