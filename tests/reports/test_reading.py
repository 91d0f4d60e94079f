"""Codes come back from a page, from a picture of a page and from text; bad files are refused in peace."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFilter

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.minutes import PrintOrder
from hrplanner.model.page_code import PageCode, fingerprint, parse_code
from hrplanner.reports import qr, reading
from hrplanner.reports.press import Press
from tests.reports.meeting import DIGEST, assembly, office, version

CODE = PageCode(
    document="minutes",
    number="W5-2026-014",
    version=3,
    page=1,
    pages=2,
    fingerprint=fingerprint(bytes.fromhex(DIGEST)),
    practice=True,
)


def minutes_pdf() -> bytes:
    """The minutes of the assembly."""
    order = PrintOrder(document="minutes", language="ne")
    return Press().pdf(order, office=office(), session=assembly(), version=version())


def picture_of(pdf: bytes, *, dots: int = 200, page: int = 0) -> Image.Image:
    """A page as a scanner would see it."""
    picture: Image.Image = pypdfium2.PdfDocument(pdf)[page].render(scale=dots / 72, grayscale=True).to_pil()
    return picture


def as_bytes(picture: Image.Image, kind: str = "PNG") -> bytes:
    """The picture as a file."""
    out = io.BytesIO()
    picture.save(out, kind)
    return out.getvalue()


def test_the_corner_code_is_29_modules_and_half_an_inch() -> None:
    code = qr.matrix(CODE.text)
    assert code.modules == 29
    assert code.side / 72 * 25.4 == pytest.approx(14.7, abs=0.05)


def test_a_code_that_would_not_fit_on_the_page_is_refused() -> None:
    assert qr.matrix("क" * 160).modules <= 85
    with pytest.raises(Refused):
        qr.matrix("क" * 400)
    with pytest.raises(Refused):
        qr.matrix("x" * 9000)
    assert not qr.fits("x" * 9000)


def test_every_page_of_a_document_says_which_page_it_is() -> None:
    pages = reading.read_pdf(minutes_pdf())
    codes = [parse_code(next(code for code in page.codes if code.startswith("HRP1:"))) for page in pages]
    assert [code.page for code in codes] == list(range(1, len(pages) + 1))
    assert {code.pages for code in codes} == {len(pages)}
    assert {(code.number, code.version, code.fingerprint) for code in codes} == {("W5-2026-014", 3, CODE.fingerprint)}
    assert all(code.practice for code in codes)


def test_the_first_page_carries_the_facts_in_plain_words_for_any_phone() -> None:
    facts = next(code for code in reading.read_pdf(minutes_pdf())[0].codes if not code.startswith("HRP1:"))
    assert facts.startswith("PRACTICE")
    assert "W5-2026-014" in facts
    assert "coin master motion target chase advice" in facts


@pytest.mark.parametrize("dots", [150, 300])
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_scan_gives_the_code(dots: int, kind: str) -> None:
    found = reading.read_picture(as_bytes(picture_of(minutes_pdf(), dots=dots), kind))
    assert any(code.startswith("HRP1:PM:W5-2026-014:3:1/") for code in found)


@pytest.mark.parametrize(
    "worse",
    [
        lambda picture: picture.rotate(4, expand=True, fillcolor=255),
        lambda picture: picture.rotate(180),
        lambda picture: picture.filter(ImageFilter.GaussianBlur(1.5)),
        lambda picture: picture.point(lambda tone: min(255, tone // 2 + 70)),
        lambda picture: picture.convert("RGBA"),
        lambda picture: picture.convert("P"),
    ],
    ids=["askew", "upside down", "blurred", "pale", "with transparency", "few colours"],
)
def test_a_poor_picture_still_gives_the_code(worse: object) -> None:
    assert callable(worse)
    found = reading.read_picture(as_bytes(worse(picture_of(minutes_pdf(), dots=300))))
    assert any(code.startswith("HRP1:PM:") for code in found)


def test_another_code_is_read_but_is_not_ours() -> None:
    code = qr.matrix("https://example.org")
    picture = Image.new("L", (code.modules + 8, code.modules + 8), 255)
    for y, row in enumerate(code.rows):
        for x, black in enumerate(row):
            picture.putpixel((x + 4, y + 4), 0 if black else 255)
    found = reading.read_picture(as_bytes(picture.resize((picture.width * 8,) * 2, Image.Resampling.NEAREST)))
    assert found == ("https://example.org",)
    with pytest.raises(Refused) as refused:
        parse_code(found[0])
    assert refused.value.code == "not_ours"


def test_a_micro_code_as_specks_of_dust_look_like_is_no_code() -> None:
    made = zxingcpp.create_barcode("10805", zxingcpp.BarcodeFormat.MicroQRCode).to_image(scale=8)
    picture = Image.fromarray(np.asarray(made))
    assert zxingcpp.read_barcodes(picture)
    assert reading.read_picture(as_bytes(picture)) == ()


def test_codes_are_found_in_text() -> None:
    assert reading.codes_in_text(f"see {CODE.text}. And\n{CODE.text}") == (CODE.text,)
    assert reading.codes_in_text("nothing here") == ()


def test_a_file_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    pdf, picture, text = tmp_path / "a.txt", tmp_path / "b.pdf", tmp_path / "c.png"
    pdf.write_bytes(minutes_pdf())
    picture.write_bytes(as_bytes(picture_of(minutes_pdf())))
    text.write_text(CODE.text, "utf-8")
    for path in (pdf, picture, text):
        assert any(code.startswith("HRP1:PM:") for code in reading.read_file(path)[0].codes)
    assert reading.read_file(picture)[0].text is None
    assert "W5-2026-014" in (reading.read_file(pdf)[0].text or "")


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n",
        b"%PDF-1.7\n" + b"\x00" * 500,
        b"\x89PNG\r\n\x1a\n" + b"\x00" * 30,
        b"\xff\xd8\xff\xe0nothing",
        b"\xff\xfe\x00\xd8",
    ],
    ids=["bare head", "zeros", "png", "jpeg", "bytes"],
)
def test_a_broken_file_is_refused(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "broken"
    file.write_bytes(content)
    with pytest.raises(FileProblem):
        reading.read_file(file)


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "not there"):
        with pytest.raises(FileProblem):
            reading.read_file(path)


def test_a_picture_of_too_many_pixels_is_refused() -> None:
    bomb = as_bytes(Image.new("1", (20_000, 20_000)))
    with pytest.raises(FileProblem) as problem:
        reading.read_picture(bomb)
    assert problem.value.code == "picture_far_too_large"


def test_a_sealed_pdf_says_that_it_is_sealed() -> None:
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(minutes_pdf())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(FileProblem) as problem:
        reading.read_pdf(out.getvalue())
    assert problem.value.code == "pdf_has_password"


@settings(max_examples=60)
@given(st.data())
def test_a_damaged_pdf_never_stops_the_reader(data: st.DataObject) -> None:
    whole = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 20))):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place] = data.draw(st.integers(0, 255))
    try:
        reading.page_texts(bytes(whole[: data.draw(st.integers(20, len(whole)))]))
    except FileProblem:
        return


WHOLE = minutes_pdf()


def test_a_page_that_is_a_mile_long_is_looked_at_and_not_choked_on() -> None:
    document = pikepdf.new()
    document.add_blank_page()
    document.pages[0].MediaBox = [0, 0, 1, 10_000_000]
    kept = io.BytesIO()
    document.save(kept)
    assert reading.read_content(kept.getvalue(), name="long")[0].codes == ()


def test_a_picture_with_too_many_points_is_refused_by_its_size() -> None:
    kept = io.BytesIO()
    Image.new("1", (40_000, 10)).save(kept, "PNG")
    with pytest.raises(FileProblem) as refused:
        reading.read_content(kept.getvalue(), name="wide")
    assert (refused.value.code, refused.value.params) == ("picture_too_large", {"width": 40_000, "height": 10})
