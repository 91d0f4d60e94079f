"""What codes state: totals that point at persons are hidden as the office wants it, and old papers stay genuine."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hrplanner.model.disclosure import Smallest
from hrplanner.model.guards import guarded
from hrplanner.model.signed_summary import HIDDEN
from hrplanner.reports.proving import facts_in_words
from hrplanner.usecases.stating import statement_of
from hrplanner.words.catalog import Catalog
from tests.reports.meeting import assembly, office, version

LARGER = guarded(office(), Smallest(12, 12), focal_point="F", secretary="S")


@pytest.mark.parametrize(
    ("frame", "slips", "stated", "said"),
    [
        (office(), 4, HIDDEN, "slips fewer than 5"),
        (office(), 11, "11", "slips 11"),
        (LARGER, 11, HIDDEN, "slips fewer than 12"),
        (LARGER, 12, "12", "slips 12"),
        (LARGER, 0, "0", "slips 0"),
    ],
)
def test_codes_hide_what_the_office_hides(frame: object, slips: int, stated: str, said: str) -> None:
    session = replace(assembly(), slips=slips)
    assert statement_of(frame, session, version(), "").slips == stated  # type: ignore[arg-type]
    words = facts_in_words(frame, session, version(), Catalog("en", domain="printouts"))  # type: ignore[arg-type]
    assert said in words


def test_an_estimate_that_may_be_of_many_is_told() -> None:
    session = replace(assembly(), heads=None, heads_low=3, heads_high=40)
    assert statement_of(office(), session, version(), "").heads == "3-40"
    few = replace(session, heads_high=4)
    assert statement_of(office(), few, version(), "").heads == HIDDEN
