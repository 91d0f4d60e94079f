"""All papers of the practice town from the terminal: PDF, web page or plain text, for readers of every kind."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from hrplanner.entry.cli import main
from hrplanner.entry.wiring import Wiring
from hrplanner.reports.reading import page_texts
from hrplanner.usecases.practice import practice_town

NUMBER = "W5-2026-014"
Run = Callable[..., tuple[int, str]]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book of the practice town."""
    path = tmp_path_factory.mktemp("town") / "practice.hrplan"
    practice_town(Wiring(), path).close()
    return path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """One command: its exit code and what it said on standard output."""

    def command(*words: object) -> tuple[int, str]:
        capsys.readouterr()
        code = main([str(word) for word in words])
        return code, capsys.readouterr().out

    return command


@pytest.mark.parametrize("ending", ["html", "txt"])
def test_a_printout_is_also_a_web_page_or_plain_text_by_the_ending(
    book: Path, run: Run, tmp_path: Path, ending: str
) -> None:
    out, again = tmp_path / f"minutes.{ending}", tmp_path / f"again.{ending}"
    for each in (out, again):
        assert run("print", book, "--session", NUMBER, "--document", "minutes", "--out", each)[0] == 0
    said = out.read_text(encoding="utf-8")
    assert said.startswith("<!DOCTYPE html>" if ending == "html" else "PRACTICE: ")
    assert NUMBER in said
    assert again.read_bytes() == out.read_bytes()


@pytest.mark.parametrize("document", ["kit", "sign-in", "answers"])
def test_every_paper_is_genuine_when_it_comes_back(book: Path, run: Run, tmp_path: Path, document: str) -> None:
    pdf = tmp_path / "paper.pdf"
    words = ["--session", NUMBER, "--document", document, "--large-type"]
    assert run("print", book, *words, "--out", pdf)[0] == 0
    code, said = run("verify", pdf, "--file", book, "--json")
    found = json.loads(said)
    assert (code, found["answer"], found["facts"]["document"]) == (0, "genuine", document)


def test_promises_still_open_from_meetings_before_are_read_out_and_later_ones_are_not(
    book: Path, run: Run, tmp_path: Path
) -> None:
    out = tmp_path / "read-back.txt"
    assert run("print", book, "--session", "W5-2026-009", "--document", "read-back", "--out", out)[0] == 0
    said = out.read_text(encoding="utf-8")
    assert "Measure how much sand is taken from the stream" in said
    assert "W5-2026-014" not in said
    assert "Done\n" not in said.replace("[ ] Done", "")


def test_a_public_paper_names_nobody_and_says_what_it_leaves_out(book: Path, run: Run, tmp_path: Path) -> None:
    for document in ("summary", "minutes", "targets", "unknowns"):
        out = tmp_path / f"{document}.txt"
        words = ["--session", NUMBER, "--document", document, "--for", "public"]
        assert run("print", book, *words, "--out", out)[0] == 0
        assert "Left out of this copy" in out.read_text(encoding="utf-8")


def test_a_draft_of_the_kit_says_so_on_every_page(book: Path, run: Run, tmp_path: Path) -> None:
    pdf = tmp_path / "kit.pdf"
    assert run("print", book, "--session", "W5-2026-025", "--document", "kit", "--draft", "--out", pdf)[0] == 0
    assert all("DRAFT" in text for text in page_texts(pdf.read_bytes()))


def test_what_was_handed_out_as_a_web_page_is_remembered_like_paper(book: Path, run: Run, tmp_path: Path) -> None:
    words = ["--session", "W5-2026-022", "--document", "summary", "--for", "public"]
    assert run("print", book, *words, "--out", tmp_path / "summary.html")[0] == 0
    opened = Wiring().open_book(book, read_only=True)
    try:
        kept = opened.printouts(opened.session("W5-2026-022").id)
    finally:
        opened.close()
    assert [(one.document, one.reader, one.paper) for one in kept] == [("summary", "public", "html")]
    assert "Left out of this copy" in kept[0].pages[0]
