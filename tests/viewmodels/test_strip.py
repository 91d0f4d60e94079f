"""The strip: verdicts with exact fractions, bars, and what would change them."""

from fractions import Fraction
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrplanner.model.groups import GroupCode
from hrplanner.usecases.recording import set_tally, set_total
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.bars import bar_end, share_bar
from hrplanner.viewmodels.strip import strip_of
from hrplanner.viewmodels.strip_rows import StripRow
from hrplanner.words.catalog import Catalog


def row_of(space: Workspace, words: Catalog, rule: str) -> StripRow:
    return next(row for row in strip_of(space, words).rows if row.rule == rule)


def count(space: Workspace, heads: int, **tallies: int) -> None:
    space.run("set_total", lambda session: set_total(session, "heads", heads))
    for group, number in tallies.items():
        space.run("set_tally", partial(set_tally, group=GroupCode(group), count=number))


def test_nobody_counted_is_hatched_over_the_whole_length(meeting: Workspace, words: Catalog) -> None:
    row = row_of(meeting, words, "women-third")
    assert row.verdict == "cannot_determine" and row.bar is not None
    assert (row.bar.low, row.bar.high) == (0.0, 1.0)
    assert row.fraction == "?/?"


def test_the_sentence_says_what_would_change_it(meeting: Workspace, words: Catalog) -> None:
    count(meeting, 84, women=14, men=70)
    row = row_of(meeting, words, "women-third")
    assert (row.word, row.fraction, row.need_text) == ("Not met", "14/84", "1/3")
    assert row.change == "14 more, if the same number stay; 21 more, if they come on top."


@pytest.mark.parametrize(("women", "leaving"), [(45, 26), (28, 1), (29, 2)])
def test_how_many_could_leave_is_exact(meeting: Workspace, words: Catalog, women: int, leaving: int) -> None:
    count(meeting, 84, women=women, men=84 - women)
    left = Fraction(women - leaving, 84 - leaving)
    assert left < Fraction(1, 3) <= Fraction(women - leaving + 1, 84 - leaving + 1)
    assert row_of(meeting, words, "women-third").change.startswith(f"Holds unless {leaving} of them leave")


def test_what_is_not_stated_is_said_with_how_many_would_settle_it(meeting: Workspace, words: Catalog) -> None:
    count(meeting, 84, women=25, men=50)
    row = row_of(meeting, words, "women-third")
    assert row.verdict == "cannot_determine"
    assert row.fraction == "25 to 34/84"
    assert row.change == "9 not stated. Met if 3 of them say yes."


def test_what_is_not_met_comes_first_and_the_line_counts_verdicts(meeting: Workspace, words: Catalog) -> None:
    count(meeting, 84, women=14, men=70)
    strip = strip_of(meeting, words)
    assert [row.verdict for row in strip.rows] == ["not_met", "cannot_determine", "met"]
    assert strip.line == (("not_met", "1 not met"), ("cannot_determine", "1 cannot be determined"), ("met", "1 met"))


def test_a_small_threshold_ends_the_bar_early_and_says_so(meeting: Workspace, words: Catalog) -> None:
    count(meeting, 34)
    row = row_of(meeting, words, "quorum")
    assert row.end_text == "20 %" and row.bar is not None and row.bar.need == 0.25


def test_no_name_is_ever_in_the_strip(record: Workspace, words: Catalog) -> None:
    assert "Person" not in str(strip_of(record, words)).replace("person with a disability", "")


@given(low=st.integers(0, 60), more=st.integers(0, 60), whole=st.integers(1, 120), part=st.integers(1, 40))
def test_a_bar_never_leaves_its_track(low: int, more: int, whole: int, part: int) -> None:
    bar = share_bar(Fraction(low, whole), Fraction(low + more, whole), Fraction(part, 40))
    assert 0 <= bar.low <= bar.high <= 1
    assert bar.need is not None and 0 < bar.need <= 1
    assert bar_end(Fraction(part, 40)) >= Fraction(part, 40)
