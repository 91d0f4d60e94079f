"""Whatever is in a record, a correct page or a clear refusal comes out, and nothing is left out in silence."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from hrplanner.model.errors import FileProblem
from hrplanner.model.ids import PersonId, SessionId, new_id
from hrplanner.model.minutes import PrintOrder
from hrplanner.model.people import Person
from hrplanner.model.session import Session
from hrplanner.reports import fonts
from hrplanner.reports.blocks import Table, plain
from hrplanner.reports.press import KINDS, Press
from hrplanner.reports.reading import page_texts
from tests.reports.listening import heard_words, listen
from tests.reports.meeting import assembly, office, version
from tests.reports.pages import paragraph, printed

# Characters of a field: enough for a decision that is longer than a page. 100000 take a minute.
LONG = int(os.environ.get("HRPLANNER_LONG_FIELDS", "6000"))
NAMES = {
    "markup": '<b>Rai</b> & <img src="x"/> {name} %s &amp; <para>',
    "one letter": "र",
    "10,000 letters": "Rai" * 3334,
    "unassigned": "Rai \u0378\U000e0fff",
    "private": "Rai \ue000\U0010fffd",
    "emoji": "Rai \U0001f469\u200d\U0001f33e",
    "half a pair": "Rai \ud83d",
    "both directions": "Rai \u0633\u0644\u0627\u0645 12 \u202eabc\u202c",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_strange_name_is_printed_or_replaced_visibly(name: str) -> None:
    session = replace(assembly(), title=name, venue=name)
    order = PrintOrder(document="minutes", language="en")
    pdf = Press().pdf(order, office=office(), session=session, version=version())
    heard = "".join(heard_words(pdf))
    lost = fonts.family("en").uncovered(name)
    assert "".join("\ufffd" if sign in lost else sign for sign in name if sign not in " \u202e\u202c") in heard


@pytest.mark.parametrize("document", KINDS)
def test_every_printout_takes_strange_names_and_gives_every_picture_its_words(document: str) -> None:
    session = replace(assembly(), title=NAMES["half a pair"], venue=" ".join(NAMES.values()), body=NAMES["markup"])
    order = PrintOrder(document=document, language="bn")
    heard = listen(Press().pdf(order, office=office(name=NAMES["emoji"]), session=session, version=version()))
    assert heard
    assert all(one.alt for one in heard if one.role == "Figure")


def test_a_field_of_100_000_characters_is_printed_whole() -> None:
    text = " ".join(f"w{number}" for number in range(15_000))
    pdf = printed([paragraph(text), Table(("A", "B"), ((plain("x"), plain(text)),), (20, 150))])
    assert [word for word in heard_words(pdf) if word.startswith("w")] == text.split() * 2


@pytest.mark.timeout(120)
@pytest.mark.parametrize("document", KINDS)
def test_every_printout_gets_to_the_end_of_long_fields(document: str) -> None:
    order = PrintOrder(document=document, language="en")
    session = _wordy(" ".join(f"w{number}" for number in range(LONG))[:LONG])
    told = Press().text(order, office=office(), session=session, version=version())
    pdf = Press().pdf(order, office=office(), session=session, version=version())
    assert set(_numbered(told)) <= set(_numbered(" ".join(page_texts(pdf))))


def _numbered(text: str) -> list[str]:
    return re.findall(r"\bw\d+\b", text)


def _wordy(text: str) -> Session:
    """A meeting whose every field is as long as this."""
    plain_one = assembly()
    return replace(
        plain_one,
        title=text,
        venue=text,
        body=text,
        agenda=tuple(replace(one, text=text) for one in plain_one.agenda),
        issues=tuple(replace(one, text=text, reason=text) for one in plain_one.issues),
        decisions=tuple(replace(one, text=text, dissent=text) for one in plain_one.decisions),
        commitments=tuple(replace(one, text=text, first_step=text, owner=text) for one in plain_one.commitments),
    )


@pytest.mark.parametrize("document", KINDS)
def test_an_empty_session_is_printed(document: str) -> None:
    bare = Session(id=SessionId(new_id()), number="1", title="", kind="other")
    order = PrintOrder(document=document, language="ne")
    assert Press().pdf(order, office=office(name=""), session=bare, version=version()).startswith(b"%PDF")


@pytest.mark.parametrize("document", ["minutes", "sign-in", "summary"])
def test_a_session_of_5_000_is_printed(document: str) -> None:
    people = tuple(Person(id=PersonId(new_id()), name=f"Person {number}") for number in range(5_000))
    order = PrintOrder(document=document, language="en")
    pdf = Press().pdf(order, office=office(), session=replace(assembly(), people=people), version=version())
    assert pdf.startswith(b"%PDF")


def test_without_fonts_printing_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fonts._pair.cache_clear()
    fonts._family.cache_clear()
    monkeypatch.setattr(fonts, "folder", lambda: tmp_path)
    with pytest.raises(FileProblem) as refusal:
        printed([paragraph("word")])
    assert refusal.value.code == "fonts_missing"
