"""What a screen reader hears is what the plain text says: the same words in the same order, with names for pictures."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrplanner.model.minutes import FORMS, PrintOrder
from hrplanner.reports import fonts
from hrplanner.reports.blocks import Block, Heading, Table, Title, plain
from hrplanner.reports.breaking import words_of
from hrplanner.reports.plain import text_of
from hrplanner.reports.press import KINDS, Press
from hrplanner.reports.shaping import REPLACEMENT
from tests.reports.listening import heard_words, listen
from tests.reports.meeting import assembly, office, version
from tests.reports.pages import normal, paragraph, printed
from tests.reports.test_layout import everything

ORDERS = [
    *((kind, "general", language) for kind in KINDS for language in ("en", "ne")),
    *(
        ("minutes", form, language)
        for form, language in zip(FORMS, ("hi", "bn", "id", "hi", "ko", "ne", "fil"), strict=True)
    ),
]


@pytest.mark.parametrize(("document", "form", "language"), ORDERS)
def test_a_printout_is_heard_as_its_plain_text_reads(document: str, form: str, language: str) -> None:
    order = PrintOrder(document=document, language=language, form=form)
    press, whose, session, proven = Press(), office(), assembly(), version()
    pdf = press.pdf(order, office=whose, session=session, version=proven)
    said = normal(press.text(order, office=whose, session=session, version=proven))
    assert _words(heard_words(pdf)) == _words(said.replace("[ ]", " ").split())


def test_every_kind_of_block_is_heard_in_order() -> None:
    content = everything("word राष्ट्रीय 한국\nline")
    assert heard_words(printed(content)) == normal(text_of(content)).split()


def test_text_from_right_to_left_is_heard_in_the_order_it_is_read() -> None:
    """No font here has the letters, yet the order of words and the digits between them is that of the text."""
    heard = " ".join(heard_words(printed([paragraph("مرحبا W5-2026-014 نص 12 قصير")])))
    assert heard == f"{REPLACEMENT * 5} W5-2026-014 {REPLACEMENT * 2} 12 {REPLACEMENT * 4}"


def test_a_remark_in_another_script_says_its_language() -> None:
    content = [paragraph("The ward decided."), paragraph("वडाले निर्णय गर्‍यो"), paragraph("주민총회"), paragraph("سلام")]
    assert [one.language for one in listen(printed(content))] == ["en", "und-Deva", "ko", "und-Arab"]


def test_pictures_have_words_and_headings_are_bookmarks() -> None:
    import io

    import pikepdf

    pdf = printed([Title("Minutes"), *everything("word"), Heading("जल", "7")])
    assert {one.alt for one in listen(pdf) if one.role == "Figure"} == {"alt", "word, word word: word", "word: word"}
    with pikepdf.open(io.BytesIO(pdf)) as opened, opened.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Minutes", "word"]
        assert outline.root[1].children[-1].title == "7\u2002जल"


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="poppler's pdfinfo is not installed")
def test_another_reader_of_the_structure_hears_the_same(tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    rows = tuple((plain(f"row {n}"), plain("수도 " * 9)) for n in range(60))
    content: list[Block] = [
        Title("Record"),
        Heading("Water", "1"),
        paragraph("The tap is far. " * 30),
        Table(("A", "B"), rows, (40, 130)),
    ]
    file.write_bytes(printed(content))
    told = subprocess.run(["pdfinfo", "-struct-text", file], capture_output=True, check=True, text=True).stdout
    said = " ".join(line.strip().strip('"') for line in told.splitlines() if line.strip().startswith('"'))
    assert said.split() == normal(text_of(content)).split()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.sampled_from(("en", "ne", "ko")))
def test_no_text_is_dropped_in_silence(text: str, language: str) -> None:
    """Whatever was typed is heard, character by character, or stands there as a replacement."""
    family = fonts.family(language)
    asked = [piece.text for word in words_of(plain(text), family=family, language=language, weight="regular")
             for piece in word.pieces]  # fmt: skip
    lost = family.uncovered(text)
    shown = "".join(REPLACEMENT if sign in lost else sign for sign in text if not _steers(sign))
    assert "".join(shown.split()) == "".join("".join(asked).split())
    heard = "".join(heard_words(printed([paragraph(text)], language)))
    assert normal(heard).replace(" ", "") == normal("".join(shown.split())).replace(" ", "")


def _steers(sign: str) -> bool:
    """Commands of direction and places to break, which are obeyed and not printed."""
    return sign in "\u200b\ufeff" or "\u202a" <= sign <= "\u202e" or "\u2066" <= sign <= "\u2069"


def _words(said: list[str]) -> list[str]:
    """Without the places to write on, which are lines and boxes on paper."""
    return [word for word in said if set(word) - set("_-")]
