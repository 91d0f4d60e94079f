"""The commands as other programs use them: exit codes, JSON, and files that are whole or not there."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hrplanner.entry.cli import main
from hrplanner.reports.reading import page_texts, read_pdf

SESSION: dict[str, Any] = {
    "format": "hrplan-session/1", "number": "W5-2026-014", "title": "Ward assembly", "kind": "ward_assembly",
    "country": "np", "series": "plan-2083", "held": True, "date": "2026-05-12", "date_as_written": "२०८३ बैशाख २९",
    "start": "10:00", "end": "12:30", "venue": "Ward office",
    "heads": 84, "signatures": 80, "slips": 71, "voters": 1510,
    "tallies": [{"group": "women", "count": 45}, {"group": "men", "count": 37}], "not_stated": {"sex": 2},
    "people": [{"code": "A1", "name": "Sita <b>Rai</b>", "age": 33, "groups": ["women", "dalit"]}],
    "issues": [{"id": "i1", "text": "Water <img src='x.png'>", "raised_by": ["women"], "theme": "water"}],
    "decisions": [{"id": "d1", "text": "Two taps", "how": "consensus"}],
    "commitments": [{"id": "c1", "text": "Measure", "answers": ["i1"], "owner": "Ward office", "due": "2026-08-01"}],
}  # fmt: skip
RULES = """
[[rule]]
id = "women-third"
title = "At least one third of those present are women"
kind = "share"
numerator = "women"
denominator = "attendees"
threshold = "1/3"
source = "Own target of the ward"
[[rule]]
id = "quorum"
title = "Quorum of ten percent"
kind = "quorum"
numerator = "attendees"
denominator = "voters"
threshold = "10%"
"""

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """One command: its exit code and what it said on standard output."""

    def command(*words: object) -> tuple[int, str]:
        capsys.readouterr()
        code = main([str(word) for word in words])
        return code, capsys.readouterr().out

    return command


@pytest.fixture
def book(tmp_path: Path, run: Run) -> Path:
    """A book with one session and two rules."""
    path, source, pack = tmp_path / "ward.hrplan", tmp_path / "session.json", tmp_path / "rules.toml"
    source.write_text(json.dumps(SESSION), encoding="utf-8")
    pack.write_text(RULES, encoding="utf-8")
    assert run("new", path, "--country", "zw", "--name", "Ward 5")[0] == 0  # a country that ships no rules
    assert run("import", path, source)[0] == 0
    assert run("rules", path, "add", pack)[0] == 0
    return path


def printed(run: Run, book: Path, document: str = "minutes", *more: str) -> Path:
    out = book.with_name(f"{document}.pdf")
    code, _ = run("print", book, "--session", "W5-2026-014", "--document", document, "--out", out, *more)
    assert code == 0
    return out


def code_on(pdf: Path) -> str:
    return next(code for page in read_pdf(pdf.read_bytes()) for code in page.codes if code.startswith("HRP1:"))


def answer(run: Run, *words: object) -> tuple[int, dict[str, Any]]:
    code, said = run("verify", *words, "--json")
    found: dict[str, Any] = json.loads(said)
    return code, found


def test_a_new_book_never_takes_the_place_of_a_file(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "a.hrplan"
    assert run("new", path, "--country", "zw", "--language", "ne")[0] == 0
    before = path.read_bytes()
    assert run("new", path)[0] == 3
    assert path.read_bytes() == before
    assert run("new", tmp_path / "b.hrplan", "--country", "zz")[0] == 3
    assert not (tmp_path / "b.hrplan").exists()


@pytest.mark.parametrize(
    ("words", "title"),
    [((), "Decision page:"), (("--form", "general"), "Minutes:"), (("--form", "ph"), "Assembly report:")],
)
def test_minutes_take_the_form_of_the_books_country(
    tmp_path: Path, run: Run, words: tuple[str, ...], title: str
) -> None:
    path, source = tmp_path / "ward.hrplan", tmp_path / "session.json"
    source.write_text(json.dumps(SESSION), encoding="utf-8")
    assert run("new", path, "--country", "np")[0] == 0
    assert run("import", path, source)[0] == 0
    paper = printed(run, path, "minutes", *words)
    assert title in (read_pdf(paper.read_bytes())[0].text or "")
    assert answer(run, paper, "--file", path)[1]["answer"] == "genuine"


def test_findings_say_what_the_contract_says(book: Path, run: Run) -> None:
    code, said = run("check", book, "--json")
    quorum, women = json.loads(said)["findings"]
    assert code == 1
    assert (quorum["rule"], quorum["verdict"], quorum["numerator"], quorum["denominator"]) == (
        "quorum",
        "not_met",
        84,
        1510,
    )
    assert (quorum["short_same_total"], quorum["short_on_top"], quorum["threshold"]) == (67, 67, "10%")
    assert (women["verdict"], women["low"], women["high"], women["short_on_top"]) == ("met", "45/84", "47/84", 0)
    assert women["source"] == "Own target of the ward"
    assert set(women["reason"]) == {"code", "text"}
    assert run("check", book, "--session", "nowhere")[0] == 3


def test_the_same_rules_change_nothing_and_others_of_one_name_are_refused(book: Path, run: Run, tmp_path: Path) -> None:
    before = book.read_bytes()
    assert run("rules", book, "add", tmp_path / "rules.toml")[0] == 0
    assert book.read_bytes() == before
    (tmp_path / "other.toml").write_text(RULES.replace("1/3", "1/2"), encoding="utf-8")
    assert run("rules", book, "add", tmp_path / "other.toml")[0] == 3
    assert book.read_bytes() == before
    code, said = run("rules", book, "list", "--json")
    assert code == 0
    assert [rule["id"] for rule in json.loads(said)["rules"]] == ["women-third", "quorum"]


def test_a_rehearsed_import_says_what_the_real_one_does(book: Path, run: Run, tmp_path: Path) -> None:
    source = tmp_path / "more.json"
    source.write_text(
        json.dumps([SESSION | {"heads": 85}, SESSION | {"number": "X"}, {"format": "other"}]), encoding="utf-8"
    )
    before = book.read_bytes()
    rehearsed = run("import", book, source, "--dry-run", "--json")
    assert book.read_bytes() == before
    assert run("import", book, source, "--json") == rehearsed
    report = json.loads(rehearsed[1])
    assert (report["new"], report["changed"], report["duplicate"]) == (1, 1, 0)
    assert [set(one) for one in report["refused"]] == [{"line", "column", "code"}]
    again = json.loads(run("import", book, source, "--json")[1])
    assert (again["new"], again["changed"], again["duplicate"]) == (0, 0, 2)


def test_nothing_that_could_be_taken_is_a_refusal(book: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text('[{"format": "hrplan-session/1", "number": 5}]', encoding="utf-8")
    before = book.read_bytes()
    assert run("import", book, tmp_path / "bad.json")[0] == 3
    assert run("import", book, tmp_path / "absent.csv")[0] == 3
    assert book.read_bytes() == before


@pytest.mark.parametrize("document", ["summary", "minutes"])
def test_a_printed_page_is_genuine_from_pdf_and_from_code(book: Path, run: Run, document: str) -> None:
    pdf = printed(run, book, document)
    code, found = answer(run, pdf, "--file", book)
    assert (code, found["answer"], found["version"], found["compared"]) == (0, "genuine", 1, ["code", "words"])
    assert found["facts"]["heads"] == 84
    code, found = answer(run, code_on(pdf), "--file", book)
    assert (code, found["answer"], found["number"]) == (0, "genuine", "W5-2026-014")


def test_without_a_book_or_a_signature_nothing_is_called_genuine(book: Path, run: Run) -> None:
    code, found = answer(run, printed(run, book))
    assert (code, found["answer"], found["signed"]) == (1, "cannot_determine", False)


def test_printing_again_keeps_the_version_until_the_record_changes(book: Path, run: Run, tmp_path: Path) -> None:
    first = printed(run, book).read_bytes()
    assert printed(run, book).read_bytes() == first
    old = tmp_path / "old.pdf"
    old.write_bytes(first)
    source = tmp_path / "session.json"
    source.write_text(json.dumps(SESSION | {"heads": 90}), encoding="utf-8")
    run("import", book, source)
    printed(run, book)
    assert answer(run, old, "--file", book)[1]["answer"] == "older"
    code, found = answer(run, book.with_name("minutes.pdf"), "--file", book)
    assert (code, found["answer"], found["version"]) == (0, "genuine", 2)


def test_a_changed_code_never_verifies(book: Path, run: Run) -> None:
    text = code_on(printed(run, book))
    swapped = text[:-1] + ("A" if text[-1] != "A" else "B")
    for other in (swapped, text.replace(":1:1/", ":7:1/"), text.replace("W5-2026-014", "W5-2026-015"), text[:-3]):
        code, found = answer(run, other, "--file", book)
        assert (code, found["answer"]) == (1, "altered"), other


def test_a_changed_number_on_the_page_is_found_and_named(book: Path, run: Run, tmp_path: Path) -> None:
    pdf = printed(run, book, "summary")
    page = tmp_path / "page.txt"
    words = "\n".join(page_texts(pdf.read_bytes()))
    page.write_text(f"{words}\n{code_on(pdf)}", encoding="utf-8")
    assert answer(run, page, "--file", book)[1]["answer"] == "genuine"
    changed = re.sub(r"\b80\b", "88", words)
    page.write_text(f"{changed}\n{code_on(pdf)}", encoding="utf-8")
    code, found = answer(run, page, "--file", book)
    assert (code, found["answer"]) == (1, "altered")
    assert {"field": "signatures", "on_paper": "88", "in_record": "80"} in found["differences"]


def test_other_codes_and_pages_without_one(book: Path, run: Run, tmp_path: Path) -> None:
    blank = tmp_path / "blank.txt"
    blank.write_text("Minutes without any code", encoding="utf-8")
    assert run("verify", blank, "--file", book)[0] == 3
    assert run("verify", tmp_path / "absent.pdf")[0] == 3
    assert run("verify", book)[0] == 3


def test_markup_in_names_and_texts_is_printed_as_it_is(book: Path, run: Run) -> None:
    text = "".join(page_texts(printed(run, book).read_bytes()))
    assert "Water <img src='x.png'>" in " ".join(text.split())
    assert "Sita" not in text  # names of participants stay in the book


def test_drafts_and_locked_books_carry_no_code(book: Path, run: Run) -> None:
    draft = printed(run, book, "minutes", "--draft")
    assert not [code for page in read_pdf(draft.read_bytes()) for code in page.codes]
    assert "DRAFT" in "".join(page_texts(draft.read_bytes()))
    assert run("verify", draft, "--file", book)[0] == 3


@pytest.mark.parametrize(
    "words",
    [
        ["--document", "minutes", "--for", "everybody"],
        ["--document", "minutes", "--form", "fr"],
        ["--document", "poem"],
    ],
)
def test_what_cannot_be_printed_is_refused_and_the_old_paper_stays(book: Path, run: Run, words: list[str]) -> None:
    out = book.with_name("kept.pdf")
    out.write_bytes(b"old paper")
    assert run("print", book, "--session", "W5-2026-014", *words, "--out", out)[0] == 3
    assert out.read_bytes() == b"old paper"


def test_a_printout_never_takes_the_place_of_a_book(book: Path, run: Run) -> None:
    code, _ = run("print", book, "--session", "W5-2026-014", "--document", "minutes", "--out", book)
    assert code == 3
    assert run("check", book)[0] == 1


def test_a_book_of_a_later_program_is_refused_and_left_alone(book: Path, run: Run, tmp_path: Path) -> None:
    content = bytearray(book.read_bytes())
    content[60:64] = (99).to_bytes(4, "big")  # the version of the format in the header
    later = tmp_path / "later.hrplan"
    later.write_bytes(content)
    for words in (("check", later), ("rules", later, "list"), ("import", later, tmp_path / "session.json")):
        assert run(*words)[0] == 3
    assert later.read_bytes() == content


def test_wrong_usage_is_two_and_codes_are_listed(run: Run) -> None:
    assert run("fly")[0] == 2
    assert run("check")[0] == 2
    code, said = run("codes", "--json")
    codes = json.loads(said)
    assert code == 0
    assert {"summary", "minutes"} <= set(codes["documents"])
    assert {"women", "age_60_up", "persons_with_disabilities"} <= set(codes["groups"])
    assert codes["languages"] == ["en", "id", "fil", "ne", "hi", "bn", "ko"]


def test_what_is_not_a_book_is_refused_and_left_alone(tmp_path: Path, run: Run) -> None:
    for content in (b"", b"just text", b"SQLite format 3\0" + bytes(5000)):
        path = tmp_path / "odd.hrplan"
        path.write_bytes(content)
        assert run("check", path)[0] == 3
        assert path.read_bytes() == content


def test_a_bug_is_one_sentence_and_a_report_without_data(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("Sita Rai")

    monkeypatch.setattr("hrplanner.cli.commands.check_book", broken)
    assert main(["check", str(book)]) == 70
    said = capsys.readouterr().err
    assert "Traceback" not in said
    report = Path(said.strip().rsplit(" ", 1)[-1].rstrip("."))
    assert "KeyError" in report.read_text(encoding="utf-8")
    assert "Sita" not in report.read_text(encoding="utf-8")


def test_the_demo_can_be_run_again(tmp_path: Path, run: Run) -> None:
    code, said = run("demo", "--out", tmp_path / "town", "--json")
    assert code == 0
    assert any(finding["verdict"] == "not_met" for finding in json.loads(said)["findings"])
    assert run("demo", "--out", tmp_path / "town")[0] == 0
    pages = page_texts((tmp_path / "town" / "minutes.pdf").read_bytes())
    assert all("PRACTICE" in page for page in pages)
