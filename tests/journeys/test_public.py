"""What is handed out in public: small numbers are hidden, also from who compares two copies."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from hrplanner.entry.cli import main
from hrplanner.reports.reading import page_texts

MEETING: dict[str, Any] = {
    "format": "hrplan-session/1", "number": "W1", "title": "Assembly", "kind": "ward_assembly", "country": "np",
    "date": "2026-05-12", "heads": 84, "held": True,
    "tallies": [{"group": "women", "count": 45}, {"group": "men", "count": 37}, {"group": "dalit", "count": 7}],
    "not_stated": {"sex": 2},
    "issues": [{"text": "No water in the upper tole", "raised_by": ["dalit"]}],
}  # fmt: skip
RULE = """
[[rule]]
id = "dalit"
title = "One tenth are Dalit"
kind = "share"
numerator = "dalit"
denominator = "attendees"
threshold = "1/10"
"""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "ward.hrplan"
    (tmp_path / "rules.toml").write_text(RULE, encoding="utf-8")
    assert main(["new", str(path)]) == 0
    assert main(["rules", str(path), "add", str(tmp_path / "rules.toml")]) == 0
    take_in(path, MEETING)
    return path


def take_in(book: Path, record: dict[str, Any]) -> None:
    source = book.with_name("meeting.json")
    source.write_text(json.dumps(record), encoding="utf-8")
    assert main(["import", str(book), str(source)]) == 0


def printed(book: Path, document: str, reader: str) -> str:
    out = book.with_name(f"{document}-{reader}.pdf")
    assert (
        main(["print", str(book), "--session", "W1", "--document", document, "--for", reader, "--out", str(out)]) == 0
    )
    return " ".join(" ".join(page_texts(out.read_bytes())).split())


@pytest.mark.parametrize("reader", ["public", "partner"])
def test_small_numbers_and_what_gives_them_away_are_hidden(book: Path, reader: str) -> None:
    inside, outside = printed(book, "summary", "internal"), printed(book, "summary", reader)
    assert " 7 of 84" in inside
    assert "hidden to protect people" not in inside
    assert " 7 of 84" not in outside
    assert "Not met" not in outside
    assert "hidden to protect people" in outside
    assert "45" in outside
    minutes = printed(book, "minutes", reader)
    assert minutes.count("Dalit") == 1  # in the title of the rule
    assert "hidden to protect people" in minutes


def test_a_later_copy_shows_the_figures_of_the_one_before_where_few_people_differ(book: Path) -> None:
    printed(book, "summary", "public")
    tallies = [{"group": "women", "count": 46}, *MEETING["tallies"][1:]]
    take_in(book, {**MEETING, "heads": 85, "tallies": tallies})
    assert "46" in printed(book, "summary", "internal")
    again = printed(book, "summary", "public")
    assert "46" not in again
    assert "45" in again


def test_the_two_who_switched_a_rule_on_are_printed_for_the_office(book: Path) -> None:
    names = ["--focal-point", "Asha Rai", "--secretary", "Bimal Lama"]
    assert "switched on by" not in printed(book, "targets", "internal")
    assert main(["rules", str(book), "on", "dalit", *names]) == 0
    for document in ("targets", "summary"):
        assert "switched on by Asha Rai and Bimal Lama" in printed(book, document, "internal")
        assert "Asha Rai" not in printed(book, document, "public")


def test_totals_that_point_at_persons_are_in_no_paper_code_or_verdict_outside(book: Path) -> None:
    names = ["--focal-point", "Focal person", "--secretary", "Secretary"]
    quorum = RULE.replace('"dalit"', '"quorum"', 1).replace("One tenth are Dalit", "Quorum of voters")
    quorum = quorum.replace('"share"', '"quorum"').replace('numerator = "dalit"', 'numerator = "attendees"')
    (book.parent / "more.toml").write_text(quorum.replace('"attendees"\nthr', '"voters"\nthr'), encoding="utf-8")
    assert main(["rules", str(book), "add", str(book.parent / "more.toml")]) == 0
    assert main(["protect", str(book), "--smallest", "90", *names]) == 0
    take_in(book, {**MEETING, "voters": 997, "signatures": 83, "slips": 82})
    assert "84/997" in printed(book, "summary", "internal")
    minutes = printed(book, "minutes", "internal")
    assert "heads: 84" in minutes
    for document in ("summary", "minutes", "targets", "unknowns"):
        outside = printed(book, document, "public")
        assert not {"84", "83", "82", "84/997", "84/997."} & set(outside.replace(";", " ").replace(",", " ").split())
    assert "fewer than 90" in printed(book, "minutes", "public")


def test_an_office_may_protect_more_people_than_usual_and_never_fewer(book: Path) -> None:
    names = ["--focal-point", "Focal person", "--secretary", "Secretary"]
    assert "45" in printed(book, "summary", "public")
    assert main(["protect", str(book), "--smallest", "3", *names]) == 3
    assert main(["protect", str(book), "--smallest", "50"]) == 3
    assert main(["protect", str(book), "--smallest", "50", *names]) == 0
    assert "45" not in printed(book, "summary", "partner")
