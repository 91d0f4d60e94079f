"""A committee comes into the book from a file, is checked, and changes with the next file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from hrplanner.entry.cli import main
from hrplanner.model.record.bodies import body_from, body_record
from hrplanner.places import resources

SCHEMA = json.loads((resources() / "exchange" / "hrplan-body-1.schema.json").read_text(encoding="utf-8"))
COMMITTEE: dict[str, Any] = {
    "format": "hrplan-body/1", "code": "uc-1", "title": "Users of the upper tap", "kind": "user_committee", "places": 9,
    "seats": [
        {"post": "chair", "groups": ["men"]},
        {"post": "secretary", "groups": ["dalit", "women"], "since": "2026-01-01"},
        {"post": "treasurer", "groups": ["men"]},
        *({"post": "member", "groups": [sex]} for sex in ("women", "women", "men", "men", "men")),
        {"post": "member", "empty": True},
    ],
}  # fmt: skip


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "ward.hrplan"
    assert main(["new", str(path), "--country", "np"]) == 0
    return path


def told(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    capsys.readouterr()
    main([*words, "--json"])
    return json.loads(capsys.readouterr().out)


def test_a_committee_is_taken_in_known_again_and_checked(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "body.json"
    file.write_text(json.dumps(COMMITTEE), encoding="utf-8")
    assert told(capsys, "import", str(book), str(file))["new"] == 1
    assert told(capsys, "import", str(book), str(file))["duplicate"] == 1
    found = {one["rule"]: one for one in told(capsys, "check", str(book))["findings"]}
    assert (found["np-user-committee-women"]["verdict"], found["np-user-committee-women"]["low"]) == ("met", "3/8")
    assert (found["np-user-committee-posts"]["session"], found["np-user-committee-posts"]["about"]) == (None, "uc-1")

    fewer = {**COMMITTEE, "seats": [one for one in COMMITTEE["seats"] if one.get("groups") != ["women"]]}
    file.write_text(json.dumps([fewer, {**COMMITTEE, "code": None}]), encoding="utf-8")
    report = told(capsys, "import", str(book), str(file))
    assert (report["changed"], [one["code"] for one in report["refused"]]) == (1, ["field_missing"])
    found = {one["rule"]: one for one in told(capsys, "check", str(book))["findings"]}
    assert (found["np-user-committee-women"]["verdict"], found["np-user-committee-size"]["verdict"]) == (
        "not_met",
        "not_met",
    )


def test_a_committee_is_written_as_it_was_read() -> None:
    jsonschema.validate(COMMITTEE, SCHEMA)
    assert body_record(*body_from(COMMITTEE)) == COMMITTEE
