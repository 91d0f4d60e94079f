"""What minutes tell of earlier promises, help, reading back and corrections, and what of it readers outside get."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from hrplanner.model.commitments import Status
from hrplanner.model.disclosure import Protection
from hrplanner.model.ids import SessionId, new_id
from hrplanner.model.lines import CommitmentLine
from hrplanner.model.minutes import FORMS, MinutesStep, PrintOrder, Stage
from hrplanner.model.minutes_life import Addendum, Standing
from hrplanner.model.record.changes import FieldChange
from hrplanner.model.session import Session
from hrplanner.reports.press import Press
from tests.reports.meeting import assembly, office, row, version

HEARD = MinutesStep(
    id=row(),
    version=3,
    stage=Stage.READ_BACK,
    date=dt.date(2026, 5, 12),
    language="Tharu",
    interpreter="Sita the interpreter",
    witness="Bishnu the witness",
    objections="Two say that the tap is not far",
)
SIGNED = MinutesStep(
    id=row(), version=3, stage=Stage.SIGNED, date=dt.date(2026, 5, 13), objections="The observer refused: no copy"
)
RECALLED = {"W5-2026-013/c1": "", "W5-2026-013/c2": "the engineer is away"}
SEEN = replace(assembly(), recalled=RECALLED, barriers="Rain on the upper path", support="Child care in the school")
CHANGES = (
    FieldChange(("tallies", "dalit", "count"), "6", "7"),
    FieldChange(("people", "Kamala", "age"), "30", "31"),
    FieldChange(("turns", "dalit", "count"), "1", "2"),
    FieldChange(("commitments", "c1", "due"), None, "2026-08-01"),
)


def told(form: str, session: Session, standing: Standing, *, reader: str = "internal", language: str = "en") -> str:
    """The minutes as a text file."""
    order = PrintOrder(document="minutes", language=language, form=form, reader=reader, file="txt")
    protection = None if reader == "internal" else Protection(figures=session, shown=frozenset())
    made = Press().made(
        order,
        office=office(),
        session=session,
        version=version(),
        protection=protection,
        standing=standing,
        earlier=(_line("c1", "Mend the bridge"), _line("c2", "Survey the spring")),
    )
    return made.decode()


@pytest.mark.parametrize("form", FORMS)
def test_every_form_tells_of_earlier_promises_help_and_reading_back(form: str) -> None:
    said = told(form, SEEN, Standing(steps=(HEARD, SIGNED)))
    for line in (
        "W5-2026-013/c1 Mend the bridge · read out",
        "W5-2026-013/c2 Survey the spring · put off: the engineer is away",
        "What kept people away\tRain on the upper path",
        "Help that was given\tChild care in the school",
        "Language\tTharu",
        "Interpreter\tSita the interpreter",
        "Witness\tBishnu the witness",
        "Objections, refusals\tTwo say that the tap is not far",
        "Objections, refusals\tThe observer refused: no copy",
    ):
        assert line in said, line
    assert "______ o'clock" not in said


@pytest.mark.parametrize("reader", ["public", "partner"])
def test_a_reader_outside_gets_the_promises_and_none_of_the_notes(reader: str) -> None:
    said = told("general", SEEN, Standing(steps=(HEARD, SIGNED)), reader=reader)
    assert "W5-2026-013/c1 Mend the bridge · read out" in said
    for note in ("Rain", "Child care", "Tharu", "Sita", "Bishnu", "tap is not far", "observer"):
        assert note not in said, note
    assert "The notes on what kept people away, and on the help that was given." in said
    assert "How the record was read back and signed: language, helpers, objections." in said


def test_minutes_that_were_not_read_back_leave_lines_to_fill_in() -> None:
    said = told("np", assembly(), Standing())
    assert "Read aloud to those present at ______ o'clock." in said
    assert "Promises of earlier meetings" not in said


@pytest.mark.parametrize("reader", ["internal", "public", "partner"])
def test_what_is_corrected_names_no_person_and_outside_no_group(reader: str) -> None:
    addendum = Addendum(corrects=2, signed_on=dt.date(2026, 5, 13), note=None, changed=CHANGES)
    said = told("general", assembly(), Standing(addendum=addendum), reader=reader)
    (line,) = (one for one in said.splitlines() if "Corrected: " in one)
    assert "Kamala" not in line
    assert "c1" in line
    assert ("Dalit" in line) == (reader == "internal")
    assert "dalit" not in line


@pytest.mark.parametrize("reader", ["internal", "public", "partner"])
def test_why_it_was_corrected_is_a_note_of_the_office(reader: str) -> None:
    addendum = Addendum(corrects=2, signed_on=dt.date(2026, 5, 13), note="Kamala was missed", changed=CHANGES)
    said = told("general", assembly(), Standing(addendum=addendum), reader=reader)
    assert ("Kamala was missed" in said) == (reader == "internal")
    assert ("The reason that the office noted for the correction." in said) == (reader != "internal")


def test_the_day_of_signing_is_in_the_calendar_of_the_country() -> None:
    standing = Standing(addendum=Addendum(corrects=2, signed_on=dt.date(2026, 5, 13), note=None, changed=CHANGES))
    assert "signed on 13 May 2026 (BS 2083 Baisakh 30)" in told("general", assembly(), standing)
    nepali = told("general", assembly(), standing, language="ne")
    assert "२०८३ वैशाख ३०" in nepali


def _line(code: str, text: str) -> CommitmentLine:
    return CommitmentLine(
        id=row(),
        session=SessionId(new_id()),
        number="W5-2026-013",
        code=code,
        text=text,
        owner=None,
        due=None,
        status=Status.DONE,
        made=None,
    )
