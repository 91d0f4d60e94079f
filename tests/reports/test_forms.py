"""The local forms of minutes: the parts, order and signatories of each, its figures, and what its readers may see."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrplanner.model.attendance import Tally
from hrplanner.model.counting import attendees, in_group_alone
from hrplanner.model.disclosure import protect
from hrplanner.model.formalities import Event, Evidence, OfficeSignature, Publication
from hrplanner.model.groups import GroupCode
from hrplanner.model.ids import PersonId, SessionId, new_id
from hrplanner.model.issues import Answer, Issue
from hrplanner.model.minutes import FORMS, GENERAL, PrintOrder, form_of
from hrplanner.model.people import Person, Purpose, Role
from hrplanner.model.session import Session
from hrplanner.reports import minutes
from hrplanner.reports.layout import render
from hrplanner.reports.press import Press
from hrplanner.words.catalog import Catalog
from tests.model.sessions import sessions
from tests.reports.meeting import assembly, office, row, version
from tests.reports.pages import frame, normal

LOCAL = [code for code in FORMS if code != GENERAL]
SPOKEN = {"bd": "bn", "id": "id", "in": "hi", "kr": "ko", "np": "ne", "ph": "fil"}
SIGNATORIES = {
    "bd": ["Ward member or chair, presiding", "Woman member of the reserved seat, adviser",
           "Secretary of the parishad, who wrote the minutes", "Chairman of the parishad or mayor"],
    "id": ["Chair of the session", "Village head", "Chair of the BPD", "Participants' representative"],
    "in": ["Chair of the gram sabha", "Secretary of the panchayat"],
    "kr": ["Chair of the committee", "Written by"],
    "np": ["Ward chair", "Ward secretary", "Witness: ward chair or ward member",
           "Witness: representative of the office"],
    "ph": ["Prepared by: barangay secretary", "Approved by: Punong Barangay"],
}  # fmt: skip
PARTS = {
    "bd": ["Legal basis", "Notice", "Voters of the area", "Adviser", "Who was present", "Agenda",
           "Papers laid before the meeting", "Decision 1", "Copy sent to the Upazila Nirbahi Officer on",
           "Attendance register"],
    "id": ["Material", "Input of the participants", "Agreed", "First", "Second", "Follow-up", "Delegates",
           "Annex I", "Annex II", "Annex III"],
    "in": ["Voters of the area", "Presence and quorum", "Agenda", "Resolution no. 1", "Resolution no. 2",
           "Copies of the resolutions given on", "Attendance register"],
    "kr": ["Held", "Place", "Numbers present", "Agenda", "Result of the meeting", "Decision 1", "Next steps"],
    "np": ["Who was present", "Presence, signed", "Proposals before the meeting", "Decision no. 1", "Decision no. 2",
           "Ward chair"],
    "ph": ["Semester", "Notice", "Who was present", "Agenda", "Decision 1", "Prepared by", "Approved by",
           "Annex: attendance sheet"],
}  # fmt: skip
PRESS = Press()
WOMEN = GroupCode("women")


def text(form: str, session: Session, *, language: str = "en", reader: str = "internal") -> str:
    """The minutes in a form as plain text."""
    order = PrintOrder(document="minutes", language=language, form=form, reader=reader)
    protection = None if reader == "internal" else protect(session, {one.group for one in session.tallies})
    return PRESS.text(order, office=office(), session=session, version=version(), protection=protection)


def listed() -> tuple[Person, ...]:
    """People with names, groups and places, and the officials."""
    residents = tuple(
        Person(id=PersonId(new_id()), name=f"Kamala{n}", place="Lower Tole", groups=frozenset({WOMEN})) for n in (1, 2)
    )
    return (
        *residents,
        Person(id=PersonId(new_id()), code="A9", signed=True),
        Person(id=PersonId(new_id()), name="Ramesh", role=Role.PRESIDING, signed=True),
        Person(id=PersonId(new_id()), name="Gita", role=Role.SECRETARY, signed=False),
    )


def test_there_is_a_form_for_every_code() -> None:
    assert set(minutes.FORMS) == set(FORMS)
    assert [form_of("np"), form_of("fr"), form_of(None)] == ["np", GENERAL, GENERAL]


@pytest.mark.parametrize("form", LOCAL)
def test_a_form_names_the_offices_that_sign(form: str) -> None:
    said = text(form, assembly())
    signing = said[said.index("Read aloud to those present") :]
    places = [signing.index(f"{one}\tDate, stamp") for one in SIGNATORIES[form]]
    assert places == sorted(places)
    assert len(minutes.FORMS[form].signatories) == len(SIGNATORIES[form])


@pytest.mark.parametrize("form", LOCAL)
def test_a_form_has_its_parts_in_its_order(form: str) -> None:
    said, at = text(form, assembly()), 0
    for part in PARTS[form]:
        assert part in said[at:], part
        at = said.index(part, at) + len(part)


@pytest.mark.parametrize("form", LOCAL)
def test_nothing_recorded_is_lost_on_the_way_into_a_form(form: str) -> None:
    said = text(form, assembly())
    for issue in assembly().issues:
        assert issue.text in said
    for decision in assembly().decisions:
        assert decision.text in said
    assert "Two residents of Lower Tole ask" in said
    assert all(promise.text in said for promise in assembly().commitments)
    assert "Women, at least 1/3 of those present: 42/84 known, at most 54/84." in said


@pytest.mark.parametrize("form", LOCAL)
@settings(max_examples=20)
@given(session=sessions)
def test_every_attendance_figure_is_one_of_counting(form: str, session: Session) -> None:
    said = text(form, replace(session, people=tuple(replace(one, name=None, place=None) for one in session.people)))
    everybody = attendees(session)
    if everybody.known is not None:
        figure = f"{everybody.known:,}"
        assert f"Came in all\t{figure}\n" in said or f"Participant\t{figure}\n" in said
    for name, code in (("Women", WOMEN), ("Men", GroupCode("men"))):
        came = in_group_alone(session, code)
        stated = f"{came.known:,}" if came.known is not None else f"at least {came.low:,}" if came.low else "not known"
        unknown = "not known" if came.unknown is None else f"{came.unknown:,}"
        assert f"\n{name}\t{stated}\t{unknown}\n" in said


def test_roles_are_counted_apart_and_unknown_ones_are_not_invented() -> None:
    session = replace(assembly(), people=listed(), absent=frozenset({Role.INTERPRETER}))
    said = text("kr", session)
    for line in ("Participant\t84", "Presiding\t1", "Secretary\t1", "Interpreter\t0"):
        assert f"\n{line}\n" in said
    assert "Observer" not in said
    assert "Counted apart\tnot known" in text("np", assembly())


@pytest.mark.parametrize("form", LOCAL)
@pytest.mark.parametrize("reader", ["partner", "public"])
def test_a_reader_outside_sees_no_name(form: str, reader: str) -> None:
    said = text(form, replace(assembly(), people=listed()), reader=reader)
    assert not [name for name in ("Kamala", "Ramesh", "Gita", "Lower Tole\t", "A9") if name in said]
    if form != "kr":
        assert "The register with names and signatures stays with the office." in said


@pytest.mark.parametrize("form", sorted(set(LOCAL) - {"kr"}))
def test_a_reader_outside_sees_the_names_of_those_who_agreed_to_just_that(form: str) -> None:
    answers: tuple[dict[Purpose, bool], ...] = (
        {Purpose.MINUTES: True},
        {Purpose.MINUTES: False},
        {},
        {Purpose.RESEARCH: True},
        {Purpose.MINUTES: True},
    )
    names = ("Agreed", "Refused", "Silent", "Other", "Child")
    people = tuple(
        Person(id=PersonId(new_id()), name=f"{name} Rai", place="Far Hamlet", consent=answer)
        for name, answer in zip(names, answers, strict=True)
    )
    people = (*people[:-1], replace(people[-1], age=17))
    said = text(form, replace(assembly(), people=people), reader="public")
    assert [name for name in names if f"{name} Rai" in said] == ["Agreed"]
    assert "Far Hamlet" not in said


@pytest.mark.parametrize("form", sorted(set(LOCAL) - {"kr"}))
def test_the_register_has_a_line_for_everybody_and_no_group_beside_a_name(form: str) -> None:
    said = text(form, replace(assembly(), people=listed()))
    assert "1\tKamala1\tLower Tole" in said
    assert "3\tA9\t________\tsigned" in said
    assert "5\tGita (Secretary)\t________\tdid not sign" in said
    assert "5 on this list; signatures counted: 71." in said
    assert not [line for line in said.splitlines() if "Kamala" in line and "Women" in line]


def test_korea_publishes_its_result_without_any_register() -> None:
    assert "Kamala" not in text("kr", replace(assembly(), people=listed()))


def test_a_small_group_is_hidden_outside() -> None:
    tallies = (Tally(id=row(), group=GroupCode("dalit"), count=2), Tally(id=row(), group=WOMEN, count=42))
    session = replace(assembly(), tallies=tallies)
    assert "Dalit\t2\t0" in text("np", session)
    assert "Dalit\thidden\thidden" in text("np", session, reader="public")


def test_who_held_an_office_is_named_and_otherwise_left_to_fill_in() -> None:
    noted = OfficeSignature(id=row(), office="presiding", name="Maya Rai", signed=True)
    assert "Presiding\tMaya Rai" in text("np", replace(assembly(), signatures_of=(noted,)), reader="public")
    assert "Presiding\tRamesh" in text("np", replace(assembly(), people=listed()))
    assert "Presiding\t____" in text("np", replace(assembly(), people=listed()), reader="public")
    two = (*listed(), Person(id=PersonId(new_id()), name="Hari", role=Role.PRESIDING))
    assert "Presiding\t____" in text("np", replace(assembly(), people=two))


def test_what_the_law_asks_is_printed_where_it_is_recorded() -> None:
    session = replace(
        assembly(),
        legal_basis="Act 2009, s. 5",
        reheld_of="W5-2026-013",
        notice_date=dt.date(2026, 5, 4),
        notice_means=("drum",),
        notice_places=("School",),
        evidence={Evidence.ACCOUNTS: True, Evidence.AUDIT_REPORT: False},
        dates={Event.MINUTES_SENT: dt.date(2026, 5, 20), Event.NEXT_MEETING: dt.date(2026, 11, 8)},
        published=(Publication(id=row(), place="Ward board", date=dt.date(2026, 5, 21)),),
    )
    said = text("bd", session)
    for line in (
        "Legal basis\tAct 2009, s. 5",
        "Notice\t4 May 2026 (BS 2083 Baisakh 21); drum; School",
        "Held again for\tW5-2026-013",
        "Accounts\tseen",
        "Audit report\tmissing",
        "List of beneficiaries\tnot known",
        "Copy sent to the Upazila Nirbahi Officer on: 20 May 2026 (BS 2083 Jestha 6)",
        "Shown on the board in a public place: Ward board (21 May 2026 (BS 2083 Jestha 7))",
        "Confirmed at the meeting of: ____",
        "Next meeting\t8 November 2026",
    ):
        assert line in said, line


@pytest.mark.parametrize(("day", "said"), [("2026-06-30", "first semester of 2026"), ("2026-07-01", "second semester")])
def test_the_semester_of_a_report_is_that_of_its_day(day: str, said: str) -> None:
    assert said in text("ph", replace(assembly(), date=dt.date.fromisoformat(day)))
    assert "Semester\t____" in text("ph", replace(assembly(), date=None))


@given(st.lists(st.none() | st.sampled_from(Answer), max_size=6))
def test_every_proposal_stands_in_one_annex(answers: list[Answer | None]) -> None:
    raised = tuple(
        Issue(id=row(), code=f"i{n}", text=f"Proposal{n}x", answer=one, reason="why", office="who")
        for n, one in enumerate(answers)
    )
    said = text("id", replace(assembly(), issues=raised, decisions=(), commitments=()))
    second, third = (said[said.index(f"Annex {number}:") :] for number in ("II", "III"))
    second = second[: second.index("Annex III:")]
    for issue in raised:
        taken = issue.answer in {Answer.ACCEPTED, Answer.PARTLY}
        assert (issue.text in second, issue.text in third) == (taken, not taken)


def test_a_proposal_has_its_amount_and_cost_or_says_that_they_are_not_known() -> None:
    whole = Issue(id=row(), code="i1", text="A tap", place="Hill", volume="2 taps", cost=64000, answer=Answer.ACCEPTED)
    bare = Issue(id=row(), code="i2", text="A drain", answer=Answer.PARTLY, reason="r", office="o")
    said = text("id", replace(assembly(), issues=(whole, bare)))
    assert "A tap\tHill\t2 taps\t64,000" in said
    assert "A drain\tnot known\tnot known\tnot known" in said


@pytest.mark.parametrize("form", LOCAL)
def test_an_empty_session_leaves_lines_and_invents_nothing(form: str) -> None:
    bare = Session(id=SessionId(new_id()), number="1", title="Empty", kind="other")
    said = text(form, bare)
    assert "Legal basis\t____" in said
    assert "No decision was recorded." in said
    assert "Women\tnot known\tnot known" in said
    assert not [wrong for wrong in ("None", "nan", "0/0", "Women\t0") if wrong in said]
    order = PrintOrder(document="minutes", language=SPOKEN[form], form=form)
    assert PRESS.pdf(order, office=office(), session=bare, version=None).startswith(b"%PDF")


@pytest.mark.parametrize("form", LOCAL)
def test_a_meeting_that_was_not_held_says_so(form: str) -> None:
    said = text(form, replace(assembly(), held=False))
    assert "This meeting was not held." in said
    assert "the meeting named above was held" not in said


@pytest.mark.parametrize("form", LOCAL)
@pytest.mark.parametrize("language", ["own", "en"])
def test_the_words_come_off_the_page_in_the_order_of_the_text(form: str, language: str) -> None:
    spoken = SPOKEN[form] if language == "own" else language
    order = PrintOrder(document="minutes", language=spoken, form=form)
    session = replace(assembly(), people=listed(), title="सभा · সভা · 회의")
    pages = PRESS.page_texts(PRESS.pdf(order, office=office(), session=session, version=version()))
    page = normal(" ".join(pages)).replace("- ", "-").replace("/ ", "/")
    said = normal(PRESS.text(order, office=office(), session=session, version=version()))
    assert not [word for word in said.split() if word not in page]
    catalog = Catalog(spoken, domain="printouts")
    at = page.index(normal(catalog.say("Read-back, objections, signatures")))
    for signatory in minutes.FORMS[form].signatories:
        at = page.index(normal(catalog.say_in("signs", signatory.office)).split()[0], at) + 1


@pytest.mark.parametrize("form", LOCAL)
def test_every_word_of_a_form_is_said_in_the_seven_languages(form: str) -> None:
    the_same = {assembly().title, "Dalit", "Agenda", "Semester", "Berita acara"}
    for language in set(SPOKEN.values()):
        kept = _labels(text(form, assembly())) & _labels(text(form, assembly(), language=language))
        assert kept <= the_same, language


def _labels(said: str) -> set[str]:
    """What stands first on each line, without its number."""
    first = (line.split("\t")[0].lstrip("0123456789- ") for line in said.splitlines())
    return {label for label in first if len(label) > 3}


@pytest.mark.parametrize("form", LOCAL)
def test_a_long_meeting_is_printed_whole(form: str) -> None:
    people = tuple(Person(id=PersonId(new_id()), name=f"N{n:04d}") for n in range(300))
    raised = tuple(Issue(id=row(), code=f"i{n}", text=f"X{n:03d} " + "word " * 200) for n in range(40))
    session = replace(assembly(), people=people, issues=(*raised, Issue(id=row(), code="long", text="long " * 20_000)))
    order = PrintOrder(document="minutes", language="en", form=form)
    pages = " ".join(PRESS.page_texts(PRESS.pdf(order, office=office(), session=session, version=version())))
    assert all(f"X{n:03d}" in pages for n in range(40))
    assert form == "kr" or all(f"N{n:04d}" in pages for n in range(300))


@pytest.mark.parametrize("form", LOCAL)
def test_the_same_order_gives_the_same_bytes(form: str) -> None:
    order, session, proven, whose = (
        PrintOrder(document="minutes", language=SPOKEN[form], form=form), assembly(), version(), office(),
    )  # fmt: skip
    made = [PRESS.pdf(order, office=whose, session=session, version=proven) for _ in range(2)]
    assert made[0] == made[1]


@pytest.mark.parametrize("form", LOCAL)
def test_a_form_is_fit_for_an_archive(form: str, tmp_path: Path) -> None:
    pytest.importorskip("fontTools", reason="the checker of pikepdf needs it")
    from pikepdf import pdfa

    from hrplanner.reports.account import Account

    account = Account(session=assembly(), findings=(), catalog=Catalog(SPOKEN[form], domain="printouts"), office="W")
    file = tmp_path / "form.pdf"
    file.write_bytes(render(minutes.minutes(account, form), frame(SPOKEN[form]), structured=False))
    assert pdfa.validate_written(file, "2b").findings == []
