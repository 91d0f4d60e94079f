"""Sealed books in the terminal: passwords come from files, the environment or the keyboard, never from the line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hrplanner.entry.cli import main
from hrplanner.reports.reading import page_texts
from tests.cli.test_commands import SESSION

PASSWORD = "four words of ours"


@pytest.fixture
def at_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a sealed book of one session, and its password in a file."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("HRPLANNER_PASSWORD", raising=False)
    Path("password.txt").write_text(PASSWORD + "\n", encoding="utf-8")
    Path("other.txt").write_text("quite another sentence", encoding="utf-8")
    Path("session.json").write_text(json.dumps(SESSION), encoding="utf-8")
    assert main(["new", "a.hrplan", "--seal", "--new-password-file", "password.txt", "--out", "sheet.pdf"]) == 0
    assert main(["import", "a.hrplan", "session.json", "--password-file", "password.txt"]) == 0
    return tmp_path


def words_on(sheet: Path) -> str:
    """The words as somebody types them from the paper."""
    (page,) = page_texts(sheet.read_bytes())
    tokens = page.split()
    at = tokens.index("1.")
    return " ".join(word for word in tokens[at : at + 48] if not word[0].isdigit())


def test_every_command_opens_it_with_the_password_alone(at_work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raw = (at_work / "a.hrplan").read_bytes()
    assert b"Sita" not in raw and b"Ward assembly" not in raw
    assert main(["check", "a.hrplan"]) == 3
    assert "sealed" in capsys.readouterr().err
    assert main(["check", "a.hrplan", "--password-file", "password.txt"]) in {0, 1}
    assert main(["check", "a.hrplan", "--password-file", "other.txt"]) == 3
    order = ["print", "a.hrplan", "--session", "W5-2026-014", "--document", "minutes", "--out", "m.pdf"]
    assert main([*order, "--password-file", "password.txt"]) == 0
    assert main(["verify", "m.pdf", "--file", "a.hrplan", "--password-file", "password.txt"]) == 0


def test_the_environment_opens_it_too(at_work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HRPLANNER_PASSWORD", PASSWORD)
    assert main(["check", "a.hrplan"]) in {0, 1}


def test_a_forgotten_password_is_replaced_with_the_sheet(at_work: Path) -> None:
    Path("words.txt").write_text(words_on(at_work / "sheet.pdf"), encoding="utf-8")
    forgot = ["seal", "a.hrplan", "password", "--words-file", "words.txt", "--new-password-file", "other.txt"]
    assert main([*forgot, "--out", "new-sheet.pdf"]) == 0
    assert main(["check", "a.hrplan", "--password-file", "other.txt"]) in {0, 1}
    assert main(["check", "a.hrplan", "--password-file", "password.txt"]) == 3
    assert main([*forgot, "--out", "third.pdf"]) == 3, "the sheet of before is worthless"


def test_without_a_place_for_the_sheet_nothing_is_sealed(at_work: Path) -> None:
    assert main(["new", "b.hrplan", "--seal", "--new-password-file", "password.txt"]) == 3
    assert not Path("b.hrplan").exists()
    assert main(["new", "b.hrplan"]) == 0
    before = Path("b.hrplan").read_bytes()
    assert main(["seal", "b.hrplan", "on", "--new-password-file", "password.txt"]) == 3
    assert Path("b.hrplan").read_bytes() == before


def test_on_show_and_off(at_work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "b.hrplan"]) == 0
    assert main(["seal", "b.hrplan", "on", "--new-password-file", "password.txt", "--out", "b.pdf"]) == 0
    capsys.readouterr()
    assert main(["seal", "b.hrplan", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"sealed": True}
    assert main(["seal", "b.hrplan", "off", "--password-file", "password.txt"]) == 0
    assert main(["check", "b.hrplan"]) == 0
