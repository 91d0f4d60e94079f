"""The yearly target table: everything for the office; for others only what may be added up over meetings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from hrplanner.entry.cli import main
from hrplanner.reports.reading import page_texts

RULES = """
[[rule]]
id = "women"
title = "One third are women"
kind = "share"
numerator = "women"
denominator = "attendees"
threshold = "1/3"

[[rule]]
id = "disability"
title = "One in twenty has a disability"
kind = "share"
numerator = "persons_with_disabilities"
denominator = "attendees"
threshold = "1/20"
"""


def book_of(folder: Path, disabled: list[int]) -> Path:
    path = folder / "ward.hrplan"
    (folder / "rules.toml").write_text(RULES, encoding="utf-8")
    assert main(["new", str(path)]) == 0
    assert main(["rules", str(path), "add", str(folder / "rules.toml")]) == 0
    meetings: list[dict[str, Any]] = [
        {
            "format": "hrplan-session/1", "number": f"S{place}", "title": "Assembly", "kind": "ward_assembly",
            "date": f"2026-0{place + 1}-10", "held": True, "heads": 80,
            "tallies": [
                {"group": "women", "count": 40}, {"group": "men", "count": 40},
                {"group": "persons_with_disabilities", "count": number},
            ],
        }
        for place, number in enumerate(disabled)
    ]  # fmt: skip
    source = folder / "meetings.json"
    source.write_text(json.dumps(meetings), encoding="utf-8")
    assert main(["import", str(path), str(source)]) == 0
    return path


def printed(book: Path, reader: str) -> str:
    out = book.with_name(f"{reader}.pdf")
    assert main(["year", str(book), "--for", reader, "--out", str(out)]) == 0
    return " ".join(" ".join(page_texts(out.read_bytes())).split())


def test_small_numbers_of_several_meetings_go_out_as_one_sum(tmp_path: Path) -> None:
    book = book_of(tmp_path, [3, 4, 3, 4])
    inside, outside = printed(book, "internal"), printed(book, "public")
    assert "14/320" in inside and "14/320" in outside


@pytest.mark.parametrize("disabled", [[3, 30, 30, 30], [3, 4, 30, 30], [1, 1, 1, 1]])
def test_a_sum_that_gives_a_meeting_away_stays_inside(tmp_path: Path, disabled: list[int]) -> None:
    book = book_of(tmp_path, disabled)
    total = f"{sum(disabled)}/320"
    assert total in printed(book, "internal")
    outside = printed(book, "public")
    assert total not in outside
    assert "hidden to protect people" in outside
    assert "160/320" in outside


def test_a_later_table_is_never_the_earlier_one_and_a_single_meeting_more(tmp_path: Path) -> None:
    book = book_of(tmp_path, [3, 4, 3])
    assert "10/240" in printed(book, "public")
    one_more: dict[str, Any] = {
        "format": "hrplan-session/1", "number": "S9", "title": "Assembly", "kind": "ward_assembly",
        "date": "2026-06-10", "held": True, "heads": 80,
        "tallies": [
            {"group": "women", "count": 40}, {"group": "men", "count": 40},
            {"group": "persons_with_disabilities", "count": 4},
        ],
    }  # fmt: skip
    (tmp_path / "more.json").write_text(json.dumps(one_more), encoding="utf-8")
    assert main(["import", str(book), str(tmp_path / "more.json")]) == 0
    for _ in range(2):
        outside = printed(book, "public")
        assert "14/320" not in outside and "160/320" in outside
    assert "14/320" in printed(book, "internal")


def test_a_rule_for_some_meetings_gives_no_part_of_the_sum_away(tmp_path: Path) -> None:
    book = book_of(tmp_path, [3, 4, 3, 4])
    only = RULES.split("[[rule]]")[2].replace('"disability"', '"some"').replace("One in twenty", "Some: one in twenty")
    (tmp_path / "some.toml").write_text(f'[[rule]]{only}applies_to = ["ward_assembly"]\n', encoding="utf-8")
    assert main(["rules", str(book), "add", str(tmp_path / "some.toml")]) == 0
    other = json.loads((tmp_path / "meetings.json").read_text(encoding="utf-8"))
    (tmp_path / "again.json").write_text(json.dumps([{**other[0], "kind": "public_hearing"}]), encoding="utf-8")
    assert main(["import", str(book), str(tmp_path / "again.json")]) == 0
    assert "11/240" in printed(book, "internal")
    outside = printed(book, "public")
    assert "11/240" not in outside and "14/320" in outside


def test_a_year_the_book_does_not_know_is_refused(tmp_path: Path) -> None:
    book = book_of(tmp_path, [3])
    out = tmp_path / "none.pdf"
    assert main(["year", str(book), "--year", "1999", "--out", str(out)]) == 3
    assert not out.exists()
