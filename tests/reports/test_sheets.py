"""The papers beside summary and minutes: the same words in every file, nothing on them that exposes, room to write."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType

import pytest

from hrplanner.model.commitments import Status
from hrplanner.model.disclosure import groups_named, protect
from hrplanner.model.groups import GroupCode
from hrplanner.model.ids import PersonId, SessionId, new_id
from hrplanner.model.lines import CommitmentLine
from hrplanner.model.minutes import PrintOrder
from hrplanner.model.page_code import parse_code
from hrplanner.model.people import Person
from hrplanner.model.rules.office_rules import rules_of
from hrplanner.model.session import Session
from hrplanner.reports import page
from hrplanner.reports.contents import Told
from hrplanner.reports.html import content_of
from hrplanner.reports.layout import render
from hrplanner.reports.plain import text_of
from hrplanner.reports.press import KINDS, Press, parts_of
from hrplanner.reports.reading import page_texts, read_pdf
from hrplanner.reports.sheets import KIT, SHEETS
from hrplanner.reports.sign_in import LINES, LINES_IN_LARGE_TYPE
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels.words import group as name_of_group
from tests.reports.meeting import assembly, office, row, version
from tests.reports.pages import FURNITURE, frame, normal

LANGUAGES = ("en", "id", "fil", "ne", "hi", "bn", "ko")
PRESS = Press()
ROLL = page.Sheet(page.SHEETS["A4"].width, 14_000.0, page.SHEETS["A4"].left)  # nothing is repeated on one long page


def earlier() -> CommitmentLine:
    """A promise still open from a meeting before."""
    return CommitmentLine(
        id=row(),
        session=SessionId(new_id()),
        number="W5-2025-031",
        made=dt.date(2025, 11, 4),
        code="c7",
        text="Repair the culvert",
        owner="Ward engineer",
        due=dt.date(2026, 5, 1),
        status=Status.STARTED,
    )


def told(session: Session | None = None, *, reader: str = "internal", promises: bool = True) -> Told:
    """All that the press is handed for one assembly."""
    meeting = session or assembly()
    whose = office()
    hidden = None if reader == "internal" else protect(meeting, groups_named(meeting, rules_of(whose).values()))
    return Told(whose, meeting, version(), hidden, None, (earlier(),) if promises else ())


def made(document: str, *, file: str = "txt", language: str = "en", reader: str = "internal") -> str:
    """A file of words."""
    order = PrintOrder(document=document, language=language, reader=reader, file=file)
    handed = told(reader=reader)
    return PRESS.made(
        order,
        office=handed.office,
        session=handed.session,
        version=handed.version,
        protection=handed.protection,
        earlier=handed.earlier,
    ).decode()


class _Words(HTMLParser):
    """The words of a page as a screen reader has them."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._open: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"br", "meta", "path", "rect"}:
            self._open.append(dict(attrs).get("aria-hidden") == "true" or tag == "style")

    def handle_endtag(self, tag: str) -> None:
        if tag not in {"br", "meta", "path", "rect"}:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if not any(self._open):
            self.words.append(data)


def read_aloud(html: str) -> str:
    """What is left of a page without its looks."""
    reader = _Words()
    reader.feed(html)
    reader.close()
    return " ".join(reader.words)


def letters(text: str) -> str:
    """The letters and figures in their order; blanks, line ends and the signs of places to write on left out."""
    return re.sub(r"[\s_\[\]\-]|\u200b", "", normal(text))


def on_one_page(part: page.Part, language: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The words of the PDF of a document, head and foot left out."""
    monkeypatch.setattr(page, "SHEETS", MappingProxyType({"A4": ROLL}))
    texts = page_texts(render(part.content, replace(frame(language), zoom=part.frame.zoom)))
    return " ".join(word for text in texts for word in text.split() if word not in FURNITURE)


@pytest.mark.parametrize("document", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_pdf_text_and_html_say_the_same_in_the_same_order(
    document: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for large in (False, True):
        (part,) = parts_of(PrintOrder(document=document, language=language, large=large), told())
        text = letters(text_of(part.content))
        assert letters(read_aloud(content_of(part.content))) == text
        assert letters(on_one_page(part, language, monkeypatch)) == text


@pytest.mark.parametrize("document", KINDS)
@pytest.mark.parametrize("reader", ["partner", "public"])
def test_a_copy_for_readers_outside_says_what_it_leaves_out(
    document: str, reader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    someone = Person(id=PersonId(new_id()), name="Kamala", groups=frozenset({GroupCode("dalit")}))
    handed = told(replace(assembly(), people=(someone,)), reader=reader)
    (part,) = parts_of(PrintOrder(document=document, language="en", reader=reader), handed)
    text = text_of(part.content)
    assert "Kamala" not in text
    with_figures = document in {"summary", "minutes", "read-back", "answers", "targets", "unknowns"}
    assert ("Left out of this copy" in text) == with_figures
    if with_figures:
        assert "The list of those present, with everything they said of themselves." in text
        assert re.search(r"The numbers of \d groups?: they are small", text)
        assert letters(on_one_page(part, "en", monkeypatch)) == letters(text)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_sign_in_sheet_is_one_page_that_begins_with_what_signing_means(
    language: str, paper: str, large: bool
) -> None:
    order = PrintOrder(document="sign-in", language=language, paper=paper, large=large)
    lines = (LINES_IN_LARGE_TYPE if large else LINES)[paper]
    law = "Local Government Operation Act 2074, section 12(2)"
    meeting = replace(assembly(), invitees=2 * lines + 1, legal_basis=law)
    texts = page_texts(PRESS.pdf(order, office=office(), session=meeting, version=version()))
    catalog = Catalog(language, domain="printouts")
    begun = [letters(catalog.say("Before you sign")) in letters(text) for text in texts]
    counted = [letters(catalog.say("Last line used")) in letters(text) for text in texts]
    assert begun == [True] * (4 if large else 3)  # in large type the whole notice has a page of its own
    assert counted == ([False] if large else []) + [True] * 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_that_goes_round_names_no_group_and_asks_no_age(language: str) -> None:
    (part,) = parts_of(PrintOrder(document="sign-in", language=language), told())
    said = text_of(part.content)
    catalog = Catalog(language, domain="printouts")
    table = said[said.index(catalog.say("Signature, thumb print or mark")) :]
    names = (name_of_group(catalog, one.code, "np") for one in office().groups)
    assert not [name for name in names if name in table]


def test_the_tally_grid_has_a_line_for_every_age_and_for_not_stated() -> None:
    said = made("tally")
    assert "Age\tWomen\tMen\tAnother gender\tNot stated\tTotal" in said
    for line in (
        "0 to 14 years\t________",
        "Not stated\t________",
        "Dalit\t________",
        "Heads, second counter ________",
    ):
        assert line in said


def test_the_script_gives_each_step_its_time_and_stays_inside_the_meeting() -> None:
    said = made("script")
    times = re.findall(r"^(\d\d:\d\d) ", said, flags=re.MULTILINE)
    assert times[0] == "10:00"
    assert times == sorted(times)
    assert times[-1] == "12:24"
    assert "W5-2025-031 c7\tRepair the culvert" in said


def test_a_meeting_without_hours_counts_minutes_and_one_that_is_too_short_says_so() -> None:
    unknown = told(replace(assembly(), start=None, end=None))
    (part,) = parts_of(PrintOrder(document="agenda", language="en"), unknown)
    assert "\tafter 10 min\t1 open promise is read out" in text_of(part.content)
    short = told(replace(assembly(), end="10:30"))
    (part,) = parts_of(PrintOrder(document="script", language="en"), short)
    assert "This takes 25 minutes more than the meeting has." in text_of(part.content)


def test_promises_are_read_back_with_office_day_and_boxes_to_tick() -> None:
    said = made("read-back")
    assert said.index("Still open from earlier meetings") < said.index("Made at this meeting")
    assert "c7\tRepair the culvert\nNo. W5-2025-031 · Started\nOffice in charge: Ward engineer" in said
    assert "[ ] Done\t[ ] Partly done\t[ ] Not yet\nReason, and new day ________" in said
    assert "15\tA letter for the other 300 m\nOffice in charge: not known\nDue: not known" in said


def test_every_issue_stands_under_its_answer_with_the_reason_and_the_promise() -> None:
    said = made("answers")
    assert "We can do a part\nYou said\tThe nearest tap is 40 minutes uphill." in said
    assert "Because\tenough for two more taps, not for a pipe to every house" in said
    assert "We promised\tTwo taps in Upper Tole · Ward engineer · 30 September 2026 (BS 2083 Asoj 14) · Made" in said
    assert "No answer yet\nYou said\tDrain along the school road" in said


def test_what_is_not_known_comes_with_what_to_ask_next_time() -> None:
    said = made("unknowns")
    assert "Aged 60 and over, at least 1/4 of those present\nWhy\tIt depends on what is not known." in said
    assert "Next time\tAsk on the slip or at the door, with “prefer not to say”: Age." in said
    assert "Turns without a group: 11 of 68" in said
    assert "Promises without a day: 1 of 2" in said


def test_nothing_is_missing_from_a_meeting_that_was_not_held() -> None:
    (part,) = parts_of(PrintOrder(document="unknowns", language="en"), told(replace(assembly(), held=False)))
    assert text_of(part.content).endswith("\nThis meeting was not held.\n")


def test_the_target_sheet_leaves_room_for_what_will_be_done() -> None:
    said = made("targets")
    assert said.count("Who ________\tBy when ________") == said.count("\nNot met\t") + said.count(
        "\nCannot be determined\t"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_kit_holds_all_papers_of_a_coming_meeting_and_counts_its_pages_through(language: str) -> None:
    order = PrintOrder(document="kit", language=language)
    handed = told()
    assert len(parts_of(order, handed)) == len(KIT)
    pages = read_pdf(
        PRESS.made(order, office=handed.office, session=handed.session, version=handed.version, earlier=handed.earlier)
    )
    codes = [parse_code(code) for one in pages for code in one.codes]
    assert {code.document for code in codes} == {"kit"}
    assert [code.page for code in codes] == list(range(1, len(pages) + 1))
    assert {code.pages for code in codes} == {len(pages)}


@pytest.mark.parametrize("document", KINDS)
def test_every_page_carries_the_code_of_its_session_in_the_corner(document: str) -> None:
    pages = read_pdf(
        PRESS.pdf(PrintOrder(document=document, language="bn"), office=office(), session=assembly(), version=version())
    )
    for number, one in enumerate(pages, start=1):
        codes = [parse_code(code) for code in one.codes if code.startswith("HRP1:P")]
        assert [(code.document, code.number, code.page) for code in codes if code.document != "facts"] == [
            (document, "W5-2026-014", number)
        ]


@pytest.mark.parametrize("document", [*KINDS, "kit"])
def test_html_is_one_file_that_loads_and_runs_nothing(document: str) -> None:
    html = made(document, file="html", language="ne")
    assert html.startswith('<!DOCTYPE html>\n<html lang="ne" dir="ltr">')
    assert not re.search(r"https?:|src=|href=|<script|url\(|@import", html)
    assert html.count("<main>") == 1
    assert html.count("<h1>") == {"kit": len(KIT) + 2, "sign-in": 3}.get(document, 1)  # each sheet to sign has its own
    assert "अभ्यास" in html


@pytest.mark.parametrize("document", SHEETS)
def test_markup_in_a_name_stays_letters_in_html(document: str) -> None:
    nasty = replace(assembly(), title="<script>alert('&')</script>\ud800\x07", venue="<b>", body="</main>")
    order = PrintOrder(document=document, language="en", file="html")
    html = PRESS.made(order, office=office(), session=nasty, version=version()).decode()
    assert "<script" not in html
    assert html.count("</main>") == 1


@pytest.mark.parametrize("document", SHEETS)
@pytest.mark.parametrize("bare", [True, False])
def test_every_sheet_can_be_printed_of_an_empty_and_of_a_crowded_session(document: str, bare: bool) -> None:
    empty = Session(id=SessionId(new_id()), number="1", title="Empty", kind="other")
    many = assembly()
    crowded = replace(
        many,
        issues=tuple(replace(one, id=row(), code=f"i{at}") for at in range(30) for one in many.issues),
        commitments=tuple(replace(many.commitments[0], id=row(), code=f"c{at}", text="x" * 3000) for at in range(5)),
    )
    for paper in ("A4", "Letter"):
        for large in (False, True):
            order = PrintOrder(document=document, language="bn", paper=paper, large=large)
            pdf = PRESS.pdf(order, office=office(), session=empty if bare else crowded, version=version())
            assert all(text.strip() for text in page_texts(pdf))


def no_figures(text: str) -> Iterator[str]:
    """Words that would be a zero or a nothing made of something unknown."""
    yield from re.findall(r"\bNone\b|\bnan\b|\b0/0\b", text)


@pytest.mark.parametrize("document", SHEETS)
def test_nothing_unknown_becomes_a_number(document: str) -> None:
    empty = Session(id=SessionId(new_id()), number="1", title="Empty", kind="other")
    (part,) = parts_of(PrintOrder(document=document, language="en"), told(empty, promises=False))
    assert not list(no_figures(text_of(part.content)))


@pytest.mark.parametrize("document", SHEETS)
def test_the_archive_check_finds_nothing(document: str, tmp_path: Path) -> None:
    pytest.importorskip("fontTools", reason="the checker of pikepdf needs it")
    from pikepdf import pdfa

    (part,) = parts_of(PrintOrder(document=document, language="ne"), told())
    file = tmp_path / "page.pdf"
    file.write_bytes(render(part.content, part.frame, structured=False))
    assert pdfa.validate_written(file, "2b").findings == []


def test_large_type_is_never_smaller_than_fourteen_points() -> None:
    import pypdfium2

    for document in ("notice", "rights", "read-back"):
        (part,) = parts_of(PrintOrder(document=document, language="en"), told())
        opened = pypdfium2.PdfDocument(render(part.content, replace(frame("en"), zoom=part.frame.zoom)))
        for one in opened:
            words = one.get_textpage()
            text = words.get_text_range()
            sizes = {
                round(pypdfium2.raw.FPDFText_GetFontSize(words, at) * part.frame.zoom, 1)
                for at in range(words.count_chars())
                if text and not pypdfium2.raw.FPDFText_IsGenerated(words, at)
            }
            body = {size for size in sizes if size > 12}  # head and foot stay as they are
            assert min(body) >= 14
        opened.close()


@pytest.mark.parametrize("document", ["read-back", "sign-in", "agenda", "answers"])
def test_a_text_longer_than_a_page_is_printed_to_its_end(document: str) -> None:
    long, many = "\u0994" * 30_000, assembly()
    session = replace(
        many,
        agenda=(replace(many.agenda[0], text=long),),
        issues=(replace(many.issues[0], text=long),),
        commitments=(replace(many.commitments[0], text=long, answers=()),),
        body=long,
        invitees=1,
    )
    for large in (False, True):
        order = PrintOrder(document=document, language="bn", large=large)
        pdf = PRESS.pdf(order, office=office(), session=session, version=version())
        (part,) = parts_of(order, replace(told(session), earlier=()))
        assert "".join(page_texts(pdf)).count("\u0994") == text_of(part.content).count("\u0994")
