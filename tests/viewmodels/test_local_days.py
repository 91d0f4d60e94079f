"""Days in the calendar of the country: typed, shown in fields and lists, kept as Gregorian."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrplanner.usecases.headings import Heading, describe
from hrplanner.usecases.recording import new_session
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.numbers import read_day, shown_day
from hrplanner.viewmodels.promises import PromiseEntry
from hrplanner.viewmodels.screens import Screens
from hrplanner.words.calendars import FIRST_COVERED, LAST_COVERED
from hrplanner.words.catalog import Catalog
from tests.viewmodels.town import TestTools, empty_book, now

DAY = dt.date(2026, 5, 12)


def nepali(folder: Path, language: str = "en") -> Screens:
    space = empty_book(folder, country="np")
    return Screens(space, Catalog(language), TestTools(), now)


def test_a_session_is_typed_and_listed_in_bikram_sambat_and_kept_as_gregorian(tmp_path: Path) -> None:
    screens = nepali(tmp_path)
    form = screens.new_form(heading=False)
    form.type(type(form.fields)(number="W1", title="Assembly", kind="ward_assembly", date="2083-01-29"))
    assert not form.save().why
    assert screens.workspace.opened().date == DAY
    (line,) = screens.sessions.table().rows
    assert "2083 Baisakh 29" in [cell.text for cell in line.cells]
    screens.close_form()
    assert screens.new_form(heading=True).fields.date == "2083-01-29"
    screens.workspace.book.close()


@pytest.mark.parametrize("typed", ["2083-01-32", "2083-13-01", "२०८३ वैशाख ३२", "2026-02-30", "2083"])
def test_a_day_that_the_calendar_does_not_have_is_refused_in_its_field(tmp_path: Path, typed: str) -> None:
    screens = nepali(tmp_path)
    form = screens.new_form(heading=False)
    form.type(type(form.fields)(number="W1", title="Assembly", kind="ward_assembly", date=typed))
    told = form.save()
    assert (told.field, bool(told.why)) == ("date", True)
    assert screens.workspace.book.session_lines() == ()
    screens.workspace.book.close()


def test_a_due_day_is_typed_shown_and_corrected_in_nepali_digits(tmp_path: Path) -> None:
    screens = nepali(tmp_path, "ne")
    _meet(screens.workspace)
    screens.reopened()
    screens.promises.type(PromiseEntry(text="Repair the tap", due_text="२०८३ वैशाख २९"))
    assert not screens.promises.add().why
    (line,) = screens.promises.table().rows
    assert any("२०८३ वैशाख २९" in cell.text for cell in line.cells)
    assert screens.promises.typed(line.key, "due") == "2083-01-29"
    assert screens.workspace.opened().commitments[0].due == DAY
    screens.workspace.book.close()


@given(st.dates(FIRST_COVERED, LAST_COVERED))
def test_a_day_in_a_field_is_read_back_as_the_same_day(day: dt.date) -> None:
    for country in ("np", "bd"):
        assert read_day(shown_day(day, country=country), "date", country=country) == day


def _meet(space: Workspace) -> None:
    made = new_session(number="W1", title="Assembly", kind="ward_assembly", country="np")
    space.add_session(describe(made, Heading(number="W1", title="Assembly", kind="ward_assembly", date=DAY)))
