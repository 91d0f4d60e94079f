"""`doctor` and `backups`: three endings, the place of the damage, and a way back."""

import json
from pathlib import Path
from typing import Any

import apsw
import pytest

from hrplanner.entry.cli import main
from hrplanner.entry.wiring import Wiring


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, Any]]:
    capsys.readouterr()
    code = main([*words, "--json"])
    return code, json.loads(capsys.readouterr().out)


@pytest.fixture
def town(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert main(["demo", "--out", str(tmp_path / "town")]) == 0
    return tmp_path / "town" / "practice.hrplan"


def test_a_sound_book(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = town.read_bytes()
    code, data = told(capsys, "doctor", str(town))
    assert (code, data["state"], data["faults"]) == (0, "sound", [])
    assert town.read_bytes() == before


def test_a_sound_book_is_made_smaller_and_says_the_same(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checked = told(capsys, "check", str(town))
    code, data = told(capsys, "doctor", str(town), "--compact")
    assert (code, data["state"]) == (0, "sound")
    assert data["compacted"]["after"] <= data["compacted"]["before"]
    assert town.stat().st_size == data["compacted"]["after"]
    assert told(capsys, "doctor", str(town))[1]["state"] == "sound"
    assert told(capsys, "check", str(town)) == checked


def test_an_altered_row_is_named_and_comes_back(town: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, data = told(capsys, "backups", str(town), "--now")
    assert (code, len(data["backups"])) == (0, 1)
    stranger = apsw.Connection(str(town))
    list(stranger.execute("update commitment set text = 'x' where rowid = (select min(rowid) from commitment)"))
    stranger.close()
    code, data = told(capsys, "doctor", str(town))
    assert (code, data["state"]) == (1, "damaged")
    (fault,) = data["faults"]
    assert fault["where"][0]["session"]
    assert fault["where"][0]["row"]
    code, data = told(capsys, "doctor", str(town), "--salvage", str(tmp_path / "out.hrplan"))
    assert data["salvaged"]["lost"] == 0
    assert told(capsys, "doctor", str(tmp_path / "out.hrplan"))[0] == 0
    name = told(capsys, "backups", str(town))[1]["backups"][0]["name"]
    assert main(["backups", str(town), "--restore", name]) == 0
    assert told(capsys, "doctor", str(town))[0] == 0
    assert main(["backups", str(town), "--restore", "none"]) == 3


def test_what_cannot_be_opened(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", str(tmp_path / "none.hrplan")]) == 3
    other = tmp_path / "other.hrplan"
    other.write_bytes(b"Minutes" * 100)
    code, data = told(capsys, "doctor", str(other))
    assert (code, data["state"], data["problem"]) == (3, "cannot_be_opened", "not_a_book")
    assert data["next"]


def test_a_book_in_use_can_be_read_and_not_replaced(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = told(capsys, "backups", str(town), "--now")[1]["backups"][0]["name"]
    window = Wiring().open_book(town)
    try:
        assert main(["check", str(town)]) == 1
        capsys.readouterr()
        assert main(["backups", str(town), "--restore", name]) == 3
        assert "is open on" in capsys.readouterr().err
    finally:
        window.close()
