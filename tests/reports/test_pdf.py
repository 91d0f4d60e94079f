"""The file itself: the same bytes for the same words, nothing about the person who printed, fit for an archive."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen import canvas

from hrplanner.reports.layout import render
from tests.reports.pages import frame, paragraph, printed
from tests.reports.test_layout import everything

PRINT = (
    "import hashlib, sys; from tests.reports.pages import printed; from tests.reports.test_layout import everything;"
    "sys.stdout.write(hashlib.sha256(printed(everything('राष्ट्रीय word 한국'), 'ne')).hexdigest())"
)


def test_the_same_words_give_the_same_bytes() -> None:
    assert printed(everything("word"), "ne") == printed(everything("word"), "ne")


def test_the_bytes_do_not_depend_on_the_run_of_the_program() -> None:
    root = Path(__file__).parents[2]
    digests = set()
    for seed in ("1", "2"):
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(root)}
        done = subprocess.run(
            [sys.executable, "-c", PRINT], env=environment, cwd=root, capture_output=True, check=True, text=True
        )
        digests.add(done.stdout)
    assert len(digests) == 1


def test_the_file_tells_no_time_and_no_person() -> None:
    pdf = printed([paragraph("word")])
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert "/Info" not in opened.trailer
        metadata = bytes(opened.Root.Metadata.read_bytes())
        assert opened.Root.Lang == "en"
    assert b"Date" not in metadata
    assert b"creator" not in metadata
    assert b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1" in metadata


def test_a_title_may_hold_any_character() -> None:
    from dataclasses import replace

    pdf = render([paragraph("word")], replace(frame(), title="<b>&\x00\ud800\ufffe\n"))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert opened.open_metadata()["dc:title"].startswith("<b>&")


@pytest.mark.parametrize("language", ["en", "ne", "bn", "ko"])
def test_the_archive_check_finds_nothing(language: str, tmp_path: Path) -> None:
    pytest.importorskip("fontTools", reason="the checker of pikepdf needs it")
    from pikepdf import pdfa

    file = tmp_path / "page.pdf"
    file.write_bytes(render(everything("word राष्ट्रीय"), frame(language), structured=False))
    assert pdfa.validate_written(file, "2b").findings == []


def test_every_font_in_the_file_is_embedded_and_has_a_map_to_text() -> None:
    with pikepdf.open(io.BytesIO(printed(everything("word राष्ट्रीय 한국"), "ne"))) as pdf:
        fonts = [
            entry for entry in pdf.objects if isinstance(entry, pikepdf.Dictionary) and entry.get("/Type") == "/Font"
        ]
        whole = [font for font in fonts if font.Subtype == "/Type0"]
        assert len(whole) >= 4
        assert all("/ToUnicode" in font for font in whole)
        assert all("/FontFile2" in font.DescendantFonts[0].FontDescriptor for font in whole)


def test_the_inner_parts_of_reportlab_that_are_used_are_there() -> None:
    page = canvas.Canvas(io.BytesIO())
    assert isinstance(page._code, list)
    assert isinstance(page._doc.delayedFonts, list)
    assert hasattr(page, "_make_preamble")
    handed: list[pdfdoc.PDFPage] = []
    page._setXObjects = handed.append
    page.drawString(9, 9, "word")
    page.showPage()
    assert "word" in handed[0].stream  # before the page is written, so that it can be packed
    assert handed[0].Contents is None
    assert "BasicFonts" in page._doc.idToObject
    assert pdfdoc.PDFZCompress is not None
