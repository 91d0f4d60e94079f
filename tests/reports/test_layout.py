"""Where things stand on a page, and that nothing is lost at its end."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrplanner.model.errors import Refused
from hrplanner.reports import blocks
from hrplanner.reports.blocks import (
    Bounds,
    Code,
    Fact,
    Facts,
    Footnotes,
    Heading,
    KeepTogether,
    Labelled,
    Legend,
    Note,
    Paragraph,
    Points,
    Run,
    Section,
    Share,
    ShareRow,
    ShareTable,
    Subtitle,
    Table,
    Title,
    Total,
    Totals,
    Verdict,
    VerdictLine,
    Verdicts,
    plain,
)  # fmt: skip
from hrplanner.reports.breaking import words_of
from hrplanner.reports.hand import SignaturePlace, Signatures
from hrplanner.reports.paragraph import Paragraph as ParagraphBox
from hrplanner.reports.paragraph import style
from hrplanner.reports.plain import text_of
from tests.reports.pages import bodies, paragraph, printed, read_back

SENTENCE = "The nearest tap is forty minutes uphill and the queue begins at four in the morning. "


def everything(text: str) -> tuple[blocks.Block, ...]:
    """Every kind of block, each saying the text in all of its places."""
    share = Share(text, Bounds(0.2, 0.6))
    return (
        Title(text),
        Subtitle(text),
        Facts((Fact(text, plain(text)),), Code("facts", "caption", "alt")),
        Totals((Total("84", text, text), Total(text, text, text, known=False), Total("7", text, text))),
        Heading(text, "1"),
        ShareTable((text,) * 3, ((text, text),) * 4, (ShareRow(text, text, text, (share,) * 4, 0.4),)),
        Legend((("known", text), ("not_known", text), ("others", text), ("hidden", text), ("reference", text))),
        Verdicts((Verdict("met", text, text, text, text, Bounds(0.2, 0.6, 0.4, "2/5", "84", "0")),)),
        VerdictLine("waived", text, text),
        Table((text,) * 2, ((plain(text),) * 2,) * 2, (60, 110), frozenset({1})),
        Section(Heading(text, "2"), (Labelled(text, plain(text)), Labelled(text, plain(text), decided=True)), text),
        KeepTogether(
            (Paragraph((Run(text), Run(text, bold=True))), Signatures((SignaturePlace(text, text, text),) * 3))
        ),
        Note(plain(text)),
        Points((plain(text),) * 2),
        Points((plain(text),), ("1.",)),
        Footnotes((("\u00b9", text),)),
    )


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("times", [1, 40, 400])
def test_every_kind_of_block_survives_texts_of_any_length(times: int, paper: str) -> None:
    text = "word " * times
    said = text_of(everything(text)).split().count("word")
    found = read_back(printed(everything(text), paper=paper)).split().count("word")
    assert found >= said  # heads of tables and of sections come again on later pages


@settings(max_examples=20)
@given(st.text(alphabet="aक한 \n-/", max_size=3000))
def test_no_length_stops_the_press(text: str) -> None:
    assert printed(everything(text)).startswith(b"%PDF")


def test_a_paragraph_leaves_two_lines_on_either_side_of_a_page() -> None:
    for filler in range(36, 52):
        head = [paragraph("x") for _ in range(filler)]
        box = ParagraphBox(plain(SENTENCE * 4), style("en", "body"), None)
        lines = len(box.lines(170 * 72 / 25.4))
        assert lines == 4
        pages = bodies(printed([*head, paragraph(SENTENCE * 4)]))
        counts = [len(page.replace("x", "").split()) for page in pages]
        words = [sum(len(line.words) for line in box.lines(170 * 72 / 25.4)[:count]) for count in (2, 4)]
        assert counts[0] in (0, *words), f"one line alone after {filler} lines"


def test_a_heading_never_ends_a_page() -> None:
    for filler in range(30, 56):
        content: list[blocks.Block] = [
            *(paragraph("x") for _ in range(filler)),
            Heading("Heading", "1"),
            paragraph(SENTENCE),
        ]
        page = next(page for page in bodies(printed(content)) if "Heading" in page)
        assert "nearest" in page


def test_a_table_repeats_its_head_and_keeps_its_rows_whole() -> None:
    rows = tuple((plain(f"row{number}"), plain(f"{SENTENCE * 3} end{number}")) for number in range(40))
    pages = bodies(printed([Table(("Number", "Text"), rows, (30, 140))]))
    assert len(pages) > 2
    assert all("Number Text" in page for page in pages)
    for number in range(40):
        assert [f"row{number}" in page.split() for page in pages] == [f"end{number}" in page.split() for page in pages]


def test_a_cell_higher_than_a_page_goes_on_on_the_next() -> None:
    words = [f"w{number}" for number in range(6000)]
    pdf = printed([Table(("A", "B"), ((plain("x"), plain(" ".join(words))),), (40, 130))])
    found = [word for word in read_back(pdf).split() if word.startswith("w")]
    assert found == words


def test_a_section_says_that_it_continues() -> None:
    told = tuple(Labelled("Discussed", plain(SENTENCE * 12)) for _ in range(8))
    pages = bodies(printed([Section(Heading("Water", "4"), told, "(continued)")]))
    assert len(pages) > 1
    assert "4 (continued)" not in pages[0]
    assert all(page.startswith("4 (continued)") for page in pages[1:])


def test_signatures_take_the_sentence_before_them_to_the_next_page() -> None:
    ending = KeepTogether(
        (Heading("Signing"), paragraph("What it means."), Signatures((SignaturePlace("Chair", "", "Date"),) * 4))
    )
    for filler in range(25, 60, 3):
        pages = bodies(printed([*(paragraph("x") for _ in range(filler)), ending]))
        assert "What it means. Chair" in next(page for page in pages if "Chair" in page)


def test_lines_break_alike_on_both_papers() -> None:
    content = [paragraph(SENTENCE * 10)]
    assert read_back(printed(content, paper="A4")) == read_back(printed(content, paper="Letter"))
    with pytest.raises(Refused):
        printed(content, paper="A0")


def test_words_stand_in_the_same_order_on_the_page_and_in_plain_text() -> None:
    content: list[blocks.Block] = [
        Title("One two"),
        Facts((Fact("Three", plain("four")),)),
        Labelled("Five", plain("six")),
        paragraph("seven"),
    ]
    assert read_back(printed(content)).split() == text_of(content).split()


def test_nothing_is_printed_within_five_millimetres_of_the_edge() -> None:
    document = pypdfium2.PdfDocument(printed(everything("some words")))
    for index in range(len(document)):
        picture = document[index].render(scale=2, grayscale=True).to_pil()
        edge = int(5 * 72 / 25.4 * 2)
        inner = (edge, edge, picture.width - edge, picture.height - edge)
        picture.paste(255, inner)
        assert picture.getextrema() == (255, 255)


def test_a_no_break_space_joins_a_number_and_its_unit() -> None:
    family = style("en", "body").family
    words = words_of(plain("12\u00a0May 40\u00a0m a-b 2-3"), family=family, language="en", weight="regular")
    assert ["".join(piece.text for piece in word.pieces) for word in words] == [
        "12\u00a0May",
        "40\u00a0m",
        "a-",
        "b",
        "2-3",
    ]


def test_the_structure_names_headings_tables_and_pictures() -> None:
    with pikepdf.open(io.BytesIO(printed(everything("word")))) as pdf:
        roles = {
            str(entry.S)
            for entry in pdf.objects
            if isinstance(entry, pikepdf.Dictionary) and "/S" in entry and "/P" in entry
        }
        alts = [str(entry.Alt) for entry in pdf.objects if isinstance(entry, pikepdf.Dictionary) and "/Alt" in entry]
    lists = {"/L", "/LI", "/Lbl", "/LBody", "/Note"}
    assert {"/H1", "/H2", "/P", "/Table", "/TR", "/TH", "/TD", "/Figure", "/Document"} | lists <= roles
    assert [alt for alt in alts if alt != "word, word word: word"] == ["alt", "word: word"]


def test_a_paragraph_goes_on_in_a_frame_of_another_width_and_leaves_two_lines_on_either_side() -> None:
    box = ParagraphBox(plain(SENTENCE * 4), style("en", "body"), None)
    asked = [word.text for word in box._words]
    for room in range(20, 200, 7):
        parts = box.split(300.0, float(room), forced=False)
        if parts is None:
            continue
        first, rest = parts
        assert isinstance(first, ParagraphBox)
        assert isinstance(rest, ParagraphBox)
        lines = [*first.lines(300.0), *rest.lines(180.0)]
        assert [word.text for line in lines for word in line.words] == asked
        assert max(line.width for line in rest.lines(180.0)) <= 180.0
        assert min(len(first.lines(300.0)), len(rest.lines(180.0))) >= 2
