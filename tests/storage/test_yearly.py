"""Yearly figures by SQL are those of counting, session by session."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from hrplanner.model.changes import changes_between
from hrplanner.model.counting import attendees, in_group_alone
from hrplanner.model.counts import added
from hrplanner.model.groups import GroupCode
from hrplanner.model.lines import NewEntry
from hrplanner.model.office import new_office
from hrplanner.model.rules.almanac import GREGORIAN
from hrplanner.model.rules.yearly import asked_for, group_years
from hrplanner.storage.opening import create_book
from tests.model.populations import ASKED
from tests.storage.years import some_sessions

CODES = tuple(GroupCode(code) for code in ASKED)


@settings(max_examples=30)
@given(seed=st.integers(0, 2**32))
def test_years_by_sql_are_the_sums_of_counting(seed: int) -> None:
    sessions = some_sessions(seed)
    years = [GREGORIAN.year(dt.date(number, 1, 1)) for number in (2025, 2026)]
    with tempfile.TemporaryDirectory() as folder:
        book = create_book(Path(folder) / "ward.hrplan", new_office(name="Ward"))
        try:
            changes = [change for one in sessions for change in changes_between(None, one)]
            book.write(NewEntry(step="import"), changes)
            found = group_years(book.sums(asked_for(CODES)), years, CODES)
        finally:
            book.close()
    expected = []
    for year in years:
        own = [one for one in sessions if one.held is not False and one.date and year.holds(one.date)]
        for code in CODES:
            count = added([in_group_alone(one, code) for one in own])
            expected.append((year.label, code, len(own), count, added([attendees(one) for one in own])))
    assert [(one.label, one.group, one.sessions, one.count, one.whole) for one in found] == expected
