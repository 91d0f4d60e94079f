"""Overdue is computed, never stored."""

from __future__ import annotations

import datetime as dt

import pytest

from hrplanner.model.commitments import Commitment, Status, is_open, is_overdue
from hrplanner.model.ids import RowId, new_id

TODAY = dt.date(2026, 8, 2)


@pytest.mark.parametrize(
    ("due", "status", "overdue"),
    [
        (dt.date(2026, 8, 1), Status.MADE, True),
        (dt.date(2026, 8, 1), Status.STARTED, True),
        (dt.date(2026, 8, 1), Status.PARTLY_DONE, True),
        (dt.date(2026, 8, 1), Status.LATE, True),
        (dt.date(2026, 8, 1), Status.DONE, False),
        (dt.date(2026, 8, 1), Status.STOPPED, False),
        (dt.date(2026, 8, 2), Status.MADE, False),
        (None, Status.MADE, False),
    ],
)
def test_a_promise_is_overdue_the_day_after_its_day(due: dt.date | None, status: Status, overdue: bool) -> None:
    promise = Commitment(id=RowId(new_id()), code="c1", text="Repair the tap", due=due, status=status)
    assert is_overdue(promise, TODAY) is overdue


def test_done_and_stopped_are_settled_and_the_rest_is_read_out_again() -> None:
    still = {status for status in Status if is_open(Commitment(id=RowId(b"c"), code="c1", text="x", status=status))}
    assert still == set(Status) - {Status.DONE, Status.STOPPED}
