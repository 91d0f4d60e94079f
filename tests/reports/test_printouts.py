"""Summary and minutes say what was recorded: exact, with both bounds, without names, no zero for an unknown."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrplanner.model.errors import Refused
from hrplanner.model.groups import GroupCode
from hrplanner.model.ids import PersonId, SessionId, new_id
from hrplanner.model.minutes import PrintOrder
from hrplanner.model.people import Person
from hrplanner.model.session import Session
from hrplanner.reports.press import KINDS, Press
from hrplanner.reports.reading import read_pdf
from tests.reports.meeting import assembly, office, version
from tests.reports.pages import normal

LANGUAGES = ("en", "id", "fil", "ne", "hi", "bn", "ko")
PRESS = Press()

SUMMARY = """\
Participation summary
Ward assembly, Tuesday 12 May 2026 (BS 2083 Baisakh 29), 10:00 to 12:30, Community hall, Majhgaun
84	heads
71	signatures	13 did not sign
78	slips	6 handed in no slip

Who was in the room, who spoke, what happened to it
Group, by people's own statement ¹	stated	not known ²	Came of 84 heads	Spoke of 61 turns\
	Raised of 2 issues	Promised of 2 promises
Women	42	12	42 to 54 of 84	19 to 23 of 61	1 to 2 of 2	1 to 2 of 2
Men	30	12	30 to 42 of 84	38 to 42 of 61	0 to 1 of 2	0 to 1 of 2
"""
VERDICTS = """\
Not met	Dalit residents, at least 1/5 of those present
6/84. 17 needed. 11 more, if the same number stay; 14 more, if they come on top.
0	84	1/5
One in five of those present. Own target of Ward 5 · Own target, not law
Cannot be determined	Aged 60 and over, at least 1/4 of those present
"""


def text(document: str, session: Session, *, language: str = "en") -> str:
    """The printout as plain text."""
    order = PrintOrder(document=document, language=language)
    return PRESS.text(order, office=office(), session=session, version=version())


def test_the_summary_says_counts_bounds_and_verdicts() -> None:
    said = text("summary", assembly())
    assert said.startswith(SUMMARY)
    assert VERDICTS in said
    assert "Women, at least 1/3 of those present\n42/84 known, at most 54/84. 28 needed." in said
    assert "Law · Read in a summary or a second source (S)" in said


def test_the_minutes_say_who_raised_what_was_decided_and_who_promised() -> None:
    said = text("minutes", assembly())
    for line in (
        "Number\tW5-2026-014, version 3",
        "Counted\theads: 84; signatures: 71; slips: 78",
        "Fingerprint\tcoin · master · motion · target · chase · advice",
        "Raised by\tWomen; Persons with disabilities",
        "Dissent\tTwo residents of Lower Tole ask that their old tap is repaired first.",
        "15\tA letter for the other 300 m\tnot known\tnot known\tnot known\tnot known\tMade",
        "Not met. Dalit residents, at least 1/5 of those present: 6/84.",
        "Chair of the meeting\tDate, stamp\tName",
    ):
        assert line in said, line


@pytest.mark.parametrize("document", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_text_stands_on_the_page(document: str, language: str) -> None:
    order = PrintOrder(document=document, language=language)
    session = replace(assembly(), venue="सामुदायिक भवन, माझगाउँ · কমিউনিটি হল · 마을회관")
    pdf = PRESS.pdf(order, office=office(), session=session, version=version())
    page = normal(" ".join(PRESS.page_texts(pdf))).replace("- ", "-").replace("/ ", "/")  # a line may end there
    said = re.sub(r"_{2,}|\[ \]", " ", normal(PRESS.text(order, office=office(), session=session, version=version())))
    assert not [word for word in said.split() if word not in page]


@pytest.mark.parametrize("document", KINDS)
def test_the_same_order_gives_the_same_bytes(document: str) -> None:
    order, session, proven, whose = PrintOrder(document=document, language="bn"), assembly(), version(), office()
    made = [PRESS.pdf(order, office=whose, session=session, version=proven) for _ in range(2)]
    assert made[0] == made[1]


@pytest.mark.parametrize("document", KINDS)
def test_no_name_from_the_list_gets_on_paper(document: str) -> None:
    listed = tuple(
        Person(
            id=PersonId(new_id()),
            name=f"Kamala{number}",
            age=30,
            place="Secretlane",
            groups=frozenset({GroupCode("women")}),
        )
        for number in range(3)
    )
    said = text(document, replace(assembly(), people=listed))
    assert "Kamala" not in said
    assert "Secretlane" not in said


@pytest.mark.parametrize("document", ["summary", "minutes"])
def test_an_empty_session_says_not_known_and_never_zero_or_none(document: str) -> None:
    bare = Session(id=SessionId(new_id()), number="1", title="Empty", kind="other")
    said = text(document, bare)
    assert "not known" in said
    assert "None" not in said
    assert "0/0" not in said
    assert "nan" not in said.lower().split()
    order = PrintOrder(document=document, language="en")
    assert PRESS.pdf(order, office=office(), session=bare, version=version()).startswith(b"%PDF")


def test_a_draft_says_so_and_carries_no_code() -> None:
    order = PrintOrder(document="minutes", language="en", draft=True)
    pages = read_pdf(PRESS.pdf(order, office=office(practice=False), session=assembly(), version=None))
    assert all(page.codes == () for page in pages)
    assert all("DRAFT: not frozen, proves nothing" in (page.text or "") for page in pages)
    assert all("PRACTICE" not in (page.text or "") for page in pages)


def test_an_invented_book_says_practice_on_every_page_and_in_both_codes() -> None:
    order = PrintOrder(document="minutes", language="en")
    pages = read_pdf(PRESS.pdf(order, office=office(), session=assembly(), version=version()))
    assert all("PRACTICE" in (page.text or "") for page in pages)
    korean = PRESS.pdf(replace(order, language="ko"), office=office(), session=assembly(), version=version())
    codes = [code for page in (*pages, *read_pdf(korean)) for code in page.codes]
    assert all(code.startswith(("PRACTICE", "연습", "HRP1:P")) for code in codes)


def test_the_title_of_a_rule_is_said_in_the_language_of_the_page() -> None:
    assert "महिला, उपस्थितमध्ये कम्तीमा १/३" in text("summary", assembly(), language="ne")


def test_a_meeting_that_was_not_held_says_so() -> None:
    said = text("minutes", replace(assembly(), held=False))
    assert "This meeting was not held." in said
    assert "Not applicable." in said


def test_another_document_is_refused() -> None:
    with pytest.raises(Refused):
        PRESS.text(PrintOrder(document="poster", language="en"), office=office(), session=assembly(), version=None)


@settings(max_examples=15)
@given(st.text(min_size=1, max_size=300), st.sampled_from(LANGUAGES), st.sampled_from(KINDS))
def test_names_of_any_length_and_script_are_printed(name: str, language: str, document: str) -> None:
    session = replace(assembly(), title=name, venue=name, body=name, number=name[:40])
    order = PrintOrder(document=document, language=language)
    assert PRESS.pdf(order, office=office(name=name * 20), session=session, version=version()).startswith(b"%PDF")
