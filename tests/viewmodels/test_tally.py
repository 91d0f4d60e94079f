"""Counting without names, and totals copied from paper."""

from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.tally import TallyCount, Totals
from hrplanner.words.catalog import Catalog


def counts(tally: TallyCount) -> dict[str, str]:
    return {tile.code: tile.count for tile in tally.tiles()}


def test_a_group_nobody_counted_is_not_zero(meeting: Workspace, words: Catalog) -> None:
    tally = TallyCount(meeting, words)
    assert set(counts(tally).values()) == {"?"}
    assert {tile.spoken for tile in tally.tiles()} == {"not counted"}


def test_strokes_are_saved_one_by_one_and_taken_back(meeting: Workspace, words: Catalog) -> None:
    tally = TallyCount(meeting, words)
    assert [tally.strike(1).news for _ in range(3)][-1] == "Women: 3 counted."
    tally.take_back(1)
    assert counts(tally)["women"] == "2"
    meeting.undo()
    assert counts(tally)["women"] == "3"


def test_a_count_never_goes_below_none(meeting: Workspace, words: Catalog) -> None:
    tally = TallyCount(meeting, words)
    tally.strike(2)
    for _ in range(3):
        tally.take_back(2)
    assert counts(tally)["men"] == "0"


def test_a_digit_without_a_group_does_nothing(meeting: Workspace, words: Catalog) -> None:
    assert TallyCount(meeting, words).strike(9).news == ""
    assert meeting.undo_step is not None and meeting.undo_step.name == "add_session"


def test_digits_of_the_language_are_on_the_tiles(meeting: Workspace) -> None:
    tally = TallyCount(meeting, Catalog("bn"))
    tally.strike(1)
    assert (tally.tiles()[0].cap, tally.tiles()[0].count) == ("১", "১")


def test_the_three_totals_are_kept_apart(meeting: Workspace, words: Catalog) -> None:
    totals = Totals(meeting, words)
    assert [number for _, number in totals.line()] == ["?", "?", "?"]
    for code, text in (("heads", "84"), ("signatures", "৭৯"), ("slips", "")):
        assert totals.enter(code, text).done
    assert [number for _, number in totals.line()] == ["84", "79", "?"]


def test_an_emptied_field_is_not_known_again(meeting: Workspace, words: Catalog) -> None:
    totals = Totals(meeting, words)
    totals.enter("women", "45")
    totals.enter("women", " ")
    assert not meeting.opened().tallies


def test_what_is_no_number_is_refused_at_its_field(meeting: Workspace, words: Catalog) -> None:
    told = Totals(meeting, words).enter("heads", "1.5")
    assert told.field == "heads" and told.why
    assert meeting.opened().heads is None


def test_leaving_a_field_as_it_is_writes_nothing(meeting: Workspace, words: Catalog) -> None:
    totals = Totals(meeting, words)
    totals.enter("heads", "84")
    before = meeting.undo_step
    totals.enter("heads", "84")
    assert meeting.undo_step == before
