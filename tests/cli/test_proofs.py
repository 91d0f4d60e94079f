"""Minutes after they are printed, in the terminal: read back, signed, corrected, proved without the book, filed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from hrplanner.entry.cli import main
from hrplanner.entry.wiring import Wiring
from hrplanner.model.errors import FileProblem
from hrplanner.reports.reading import page_texts, read_pdf
from tests.cli.test_commands import SESSION

NUMBER = "W5-2026-014"
Run = Callable[..., tuple[int, dict[str, Any]]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """One command: its exit code and its answer as JSON; keys lie with the test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HRPLANNER_PASSPHRASE", "four words at noon")

    def command(*words: object) -> tuple[int, dict[str, Any]]:
        capsys.readouterr()
        code = main([*(str(word) for word in words), "--json"])
        said = capsys.readouterr().out
        return code, json.loads(said) if said else {}

    return command


@pytest.fixture
def book(tmp_path: Path, run: Run) -> Path:
    path, source = tmp_path / "ward.hrplan", tmp_path / "session.json"
    source.write_text(json.dumps(SESSION), encoding="utf-8")
    assert run("new", path, "--country", "zw", "--name", "Ward 5")[0] == 0
    assert run("import", path, source)[0] == 0
    return path


def printed(run: Run, book: Path, *more: object) -> Path:
    out = book.with_name("minutes.pdf")
    assert run("print", book, "--session", NUMBER, "--document", "minutes", "--out", out, *more)[0] == 0
    return out


def changed(run: Run, book: Path, **fields: object) -> None:
    source = book.with_name("session.json")
    source.write_text(json.dumps(SESSION | fields), encoding="utf-8")
    assert run("import", book, source)[0] == 0


def test_a_version_is_read_back_then_signed_then_ratified_and_a_correction_is_an_addendum(book: Path, run: Run) -> None:
    def life(*words: object) -> tuple[int, dict[str, Any]]:
        return run("minutes", book, *words, "--session", NUMBER)

    assert life()[1]["stage"] == "draft"
    assert life("sign")[1]["refused"]["code"] == "nothing_printed_yet"
    printed(run, book)
    assert life("sign")[1]["refused"]["code"] == "not_read_back"
    assert life("ratify")[1]["refused"]["code"] == "not_signed"
    assert life("read-back", "--day", "2026-05-12")[1]["stage"] == "read_back"
    changed(run, book, heads=85)
    code, said = life("sign")
    assert (code, said["refused"]["code"]) == (3, "changed_since_printed")
    changed(run, book, heads=84)
    assert life("sign", "--by", "Chair", "--day", "2026-05-13")[1]["stage"] == "signed"
    changed(run, book, heads=86)
    told = life()[1]
    assert (told["version"], told["stage"], told["next"]) == (1, "signed", "ratified")
    assert told["changed"] == [{"field": "heads", "before": "84", "after": "86"}]
    page = " ".join((read_pdf(printed(run, book, "--reason", "Counted twice").read_bytes())[0].text or "").split())
    assert "Addendum: this version corrects version 1, signed on 13 May 2026" in page
    assert "Corrected: Heads counted. Reason: Counted twice" in page
    assert life()[1]["version"] == 2


def test_a_signed_paper_is_proved_without_the_book(book: Path, run: Run, tmp_path: Path) -> None:
    code, made = run("key", book, "make")
    assert code == 0 and len(made["recovery_words"]) == 24
    assert run("key", book, "make")[1]["refused"]["code"] == "key_there_already"
    public = tmp_path / "public.txt"
    assert run("key", book, "export", "--out", public)[0] == 0
    pdf = printed(run, book, "--sign")
    codes = read_pdf(pdf.read_bytes())[0].codes
    text = next(one for one in codes if one.startswith("HRP1:F:"))
    for source in (pdf, text, text.lower()):
        code, found = run("verify", source, "--key", public)
        assert (code, found["answer"], found["signed"]) == (0, "genuine", True), source
        assert (found["facts"]["heads"], found["facts"]["decisions"]) == (84, 1)
    assert run("verify", text)[1]["reason"]["code"] == "key_not_known"
    assert run("verify", text, "--file", book)[1]["signed"] is True
    forged = text.replace(":1:1/1:", ":2:1/1:")
    code, found = run("verify", forged, "--key", public)
    assert (code, found["answer"]) == (1, "altered")
    assert printed(run, book).read_bytes() == pdf.read_bytes()  # the signature stays with the version


def test_a_printed_key_lets_a_computer_without_the_book_prove_papers(book: Path, run: Run, tmp_path: Path) -> None:
    run("key", book, "make")
    sheet, picture = tmp_path / "key.pdf", tmp_path / "key.png"
    assert run("key", book, "export", "--out", sheet)[0] == 0
    pypdfium2.PdfDocument(sheet)[0].render(scale=150 / 72, grayscale=True).to_pil().save(picture)
    pdf = printed(run, book, "--sign")
    assert run("verify", picture)[1]["refused"]["code"] == "holds_public_key"
    assert run("verify", pdf)[1]["reason"]["code"] == "key_not_known"
    code, told = run("verify", picture, "--know")
    (known,) = told["known"]
    assert code == 0 and " ".join(known["words"]) in " ".join(
        page_texts(sheet.read_bytes())[0].replace("·", "").split()
    )
    assert run("verify", pdf)[1]["answer"] == "genuine"
    assert run("verify", pdf, "--know")[1]["refused"]["code"] == "not_a_public_key"


def test_the_words_of_the_sheet_make_the_key_again(book: Path, run: Run, tmp_path: Path) -> None:
    made = run("key", book, "make")[1]
    (tmp_path / "home").rename(tmp_path / "another laptop")
    assert (
        run("print", book, "--session", NUMBER, "--document", "minutes", "--sign", "--out", tmp_path / "a.pdf")[0] == 3
    )
    words = tmp_path / "words.txt"
    words.write_text(" ".join(made["recovery_words"]), encoding="utf-8")
    assert run("key", book, "recover", "--words-file", words)[1]["key"] == made["key"]
    printed(run, book, "--sign")


def test_the_words_go_onto_the_recovery_sheet_instead_of_the_screen(book: Path, run: Run, tmp_path: Path) -> None:
    made = run("key", book, "make")[1]
    sheet = tmp_path / "sheet.pdf"
    told = run("key", book, "words", "--out", sheet)[1]
    assert told == {"key": made["key"], "sheet": str(sheet)}
    text = " ".join(" ".join(page_texts(sheet.read_bytes())).split())
    assert made["key"] in text
    assert all(f"{at}. {word}" in text for at, word in enumerate(made["recovery_words"], start=1))


def test_six_words_are_enough_where_the_book_is(book: Path, run: Run) -> None:
    page = read_pdf(printed(run, book).read_bytes())[0].text or ""
    words = next(line for line in page.splitlines() if line.startswith("Fingerprint ") and "·" in line)
    typed = words.removeprefix("Fingerprint").strip()
    code, found = run("verify", typed, "--file", book)
    assert (code, found["answer"], found["compared"]) == (0, "genuine", ["fingerprint"])
    assert run("verify", typed)[1]["refused"]["code"] == "fingerprint_needs_book"
    assert run("verify", "zoo zoo zoo zoo zoo wrong", "--file", book)[1]["answer"] == "altered"


def test_changed_words_in_the_code_of_the_facts_are_found(book: Path, run: Run, tmp_path: Path) -> None:
    codes = read_pdf(printed(run, book).read_bytes())[0].codes
    facts = next(one for one in codes if not one.startswith("HRP1:"))
    assert facts.startswith("Minutes W5-2026-014, version 1") and "HRP1:W:" in facts
    text = facts.rpartition("\n")[2]
    assert run("verify", text, "--file", book)[1]["answer"] == "genuine"


def test_a_scan_is_filed_to_the_session_that_its_corner_names(book: Path, run: Run, tmp_path: Path) -> None:
    pdf = printed(run, book)
    scan = tmp_path / "scan.png"
    pypdfium2.PdfDocument(pdf)[0].render(scale=200 / 72, grayscale=True).to_pil().save(scan)
    code, filed = run("minutes", book, "scan", scan)
    assert (code, filed["session"], filed["page"], filed["version"]) == (0, NUMBER, 1, 1)
    assert run("minutes", book, "scan", scan)[0] == 0
    assert len(run("minutes", book, "scans", "--session", NUMBER)[1]["scans"]) == 1
    scan.write_bytes(b"nothing")
    assert run("minutes", book, "scan", scan)[0] == 3


def test_a_scan_of_several_pages_is_filed_whole_and_one_of_several_papers_is_not(
    book: Path, run: Run, tmp_path: Path
) -> None:
    pdf, mixed = printed(run, book), tmp_path / "mixed.pdf"
    sheet = tmp_path / "sheet.pdf"
    assert run("print", book, "--session", NUMBER, "--document", "sign-in", "--out", sheet)[0] == 0
    pages = len(pypdfium2.PdfDocument(pdf))
    code, filed = run("minutes", book, "scan", pdf)
    assert (code, filed["read"], filed["pages"]) == (0, list(range(1, pages + 1)), pages)
    with pypdfium2.PdfDocument.new() as both:
        for one in (pdf, sheet):
            both.import_pages(pypdfium2.PdfDocument(one))
        both.save(mixed)
    assert run("minutes", book, "scan", mixed)[1]["refused"]["code"] == "scan_of_several"
    code, filed = run("minutes", book, "scan", sheet)
    assert (code, filed["document"], filed["session"]) == (0, "sign-in", NUMBER)


def test_papers_show_a_web_address_only_where_the_office_set_one(book: Path, run: Run) -> None:
    def shown() -> tuple[str, str]:
        (first, *_) = read_pdf(printed(run, book).read_bytes())
        return first.text or "", next(one for one in first.codes if "HRP1:W:" in one)

    assert run("key", book, "web")[1]["web_address"] is None
    assert not any("http" in one for one in shown())
    for wrong in (
        "javascript:alert",
        "http://someone@ward5.example",
        "https://ward5.example/?to=me",
        "https://10.0.0.1",
    ):
        assert run("key", book, "web", "--address", wrong)[1]["refused"]["code"] == "not_a_web_address"
    assert (
        run("key", book, "web", "--address", "Ward5.example/Minutes")[1]["web_address"]
        == "https://ward5.example/Minutes"
    )
    words, code = shown()
    assert "https://ward5.example/Minutes" in words.replace("\n", "")
    assert "\nhttps://ward5.example/Minutes\n" in code
    assert run("verify", book.with_name("minutes.pdf"), "--file", book)[1]["answer"] == "genuine"
    assert run("key", book, "web", "--address", "")[1]["web_address"] is None


def coffee(page: Image.Image) -> Image.Image:
    """The ring of a cup across the codes at the top, a drop on the one in the corner, held askew, out of focus."""
    stained = page.convert("L")
    wet = Image.new("L", page.size, 255)
    pen, (wide, high) = ImageDraw.Draw(wet), page.size
    pen.ellipse((wide * 0.52, high * 0.1, wide * 0.86, high * 0.34), outline=120, width=wide // 90)
    pen.ellipse((wide * 0.9, high * 0.92, wide * 0.918, high * 0.932), fill=90)
    stained = ImageChops.multiply(stained, wet.filter(ImageFilter.GaussianBlur(3)))
    return stained.rotate(4, Image.Resampling.BICUBIC, expand=True, fillcolor=200).filter(ImageFilter.GaussianBlur(1.1))


def test_a_stained_and_blurred_photo_of_a_signed_page_is_genuine(book: Path, run: Run, tmp_path: Path) -> None:
    run("key", book, "make")
    pdf, photo = printed(run, book, "--sign"), tmp_path / "photo.jpg"
    coffee(pypdfium2.PdfDocument(pdf)[0].render(scale=250 / 72, grayscale=True).to_pil()).save(photo, quality=80)
    code, found = run("verify", photo, "--file", book)
    assert (code, found["answer"], found["signed"], found["facts"]["heads"]) == (0, "genuine", True, 84)


def test_a_paper_is_proved_by_a_packet_too(book: Path, run: Run, tmp_path: Path) -> None:
    printed(run, book)
    first, packet, older = tmp_path / "first.pdf", tmp_path / "packet.hrplan", tmp_path / "older.hrplan"
    book.with_name("minutes.pdf").rename(first)
    assert run("share", book, "--for", "partner", "--out", older)[0] == 0
    words = next(one for one in (read_pdf(first.read_bytes())[0].text or "").splitlines() if "Fingerprint " in one)
    for paper in (first, words.removeprefix("Fingerprint").strip()):
        assert run("verify", paper, "--file", older)[1]["answer"] == "genuine", paper
    changed(run, book, heads=86)
    second = printed(run, book)
    assert run("share", book, "--for", "partner", "--out", packet)[0] == 0
    assert run("verify", second, "--file", packet)[1]["answer"] == "genuine"
    _, found = run("verify", second, "--file", older)
    assert (found["answer"], found["reason"]["code"]) == ("cannot_determine", "not_in_packet")
    text = next(one for one in read_pdf(second.read_bytes())[0].codes if one.startswith("HRP1:M:"))
    assert run("verify", text[:-3] + "AAA", "--file", packet)[1]["answer"] == "altered"


def test_no_version_is_kept_where_the_paper_could_not_be(
    book: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def full(_: Wiring, path: Path, content: bytes) -> object:
        raise FileProblem("disk_full", path=str(path))

    out = tmp_path / "minutes.pdf"
    with monkeypatch.context() as patched:
        patched.setattr(Wiring, "staged", full)
        code, said = run("print", book, "--session", NUMBER, "--document", "minutes", "--out", out)
    assert (code, said["refused"]["code"]) == (3, "disk_full")
    assert run("minutes", book, "--session", NUMBER)[1]["version"] is None
    assert not out.exists()
