"""Yearly figures by SQL are those of counting, session by session."""

from __future__ import annotations

import datetime as dt
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from hrplanner.model.almanac import GREGORIAN
from hrplanner.model.changes import changes_between
from hrplanner.model.counting import attendees, in_group_alone
from hrplanner.model.counts import added
from hrplanner.model.groups import GroupCode
from hrplanner.model.ids import PersonId, SessionId, new_id
from hrplanner.model.lines import NewEntry
from hrplanner.model.office import new_office
from hrplanner.model.people import Role
from hrplanner.model.session import Session
from hrplanner.storage.opening import create_book
from tests.model.populations import ASKED, lists, tallied_rooms

CODES = tuple(GroupCode(code) for code in ASKED)
days = st.none() | st.dates(dt.date(2025, 11, 1), dt.date(2026, 2, 28))


@st.composite
def books(draw: st.DrawFn) -> list[Session]:
    """Meetings with lists, with tallies, with both, with officials on the list; some without a day, some not held."""
    found = []
    for number in range(draw(st.integers(1, 4))):
        listed, tallied = draw(lists())[1], draw(tallied_rooms())[1]
        base = draw(st.sampled_from((listed, tallied, replace(listed, tallies=tallied.tallies))))
        roles = draw(st.lists(st.sampled_from(Role), min_size=len(base.people), max_size=len(base.people)))
        people = tuple(
            replace(one, id=PersonId(new_id()), role=role) for one, role in zip(base.people, roles, strict=True)
        )
        heads = base.heads if draw(st.booleans()) else None
        found.append(
            replace(
                base,
                id=SessionId(new_id()),
                number=f"S{number}",
                date=draw(days),
                heads=heads,
                held=draw(st.sampled_from((True, None, False))),
                people=people,
                tallies=tuple(replace(one, id=new_id()) for one in base.tallies),  # type: ignore[arg-type]
            )
        )
    return found


@settings(max_examples=30)
@given(sessions=books())
def test_years_by_sql_are_the_sums_of_counting(sessions: list[Session]) -> None:
    years = [GREGORIAN.year(dt.date(number, 1, 1)) for number in (2025, 2026)]
    with tempfile.TemporaryDirectory() as folder:
        book = create_book(Path(folder) / "ward.hrplan", new_office(name="Ward"))
        try:
            changes = [change for one in sessions for change in changes_between(None, one)]
            book.write(NewEntry(step="import"), changes)
            found = book.yearly_groups(years, CODES)
        finally:
            book.close()
    expected = []
    for year in years:
        own = [one for one in sessions if one.held is not False and one.date and year.holds(one.date)]
        for code in CODES:
            count = added([in_group_alone(one, code) for one in own])
            expected.append((year.label, code, len(own), count, added([attendees(one) for one in own])))
    assert [(one.label, one.group, one.sessions, one.count, one.whole) for one in found] == expected
