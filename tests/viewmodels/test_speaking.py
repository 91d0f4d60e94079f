"""Who speaks: one key when somebody begins, and the turn before ends by itself."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from hrplanner.model.voice import TurnRole
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.group_keys import OFFICIAL
from hrplanner.viewmodels.speaking import Speakers
from hrplanner.words.catalog import Catalog


class Watch:
    """A clock that is moved by hand."""

    def __init__(self, hour: int = 10, minute: int = 0) -> None:
        self.at = dt.datetime(2026, 5, 12, hour, minute)

    def __call__(self) -> dt.datetime:
        return self.at

    def wait(self, seconds: int) -> None:
        self.at += dt.timedelta(seconds=seconds)


def test_a_turn_ends_when_the_next_begins(meeting: Workspace, words: Catalog) -> None:
    watch = Watch()
    speakers = Speakers(meeting, words, watch)
    speakers.press(2)
    watch.wait(185)
    assert speakers.now_said() == "Men speaking, 3:05"
    speakers.press(1)
    first, second = meeting.opened().turns
    assert (first.group, first.seconds, second.group, second.seconds) == ("men", 185, "women", None)


def test_the_same_key_or_silence_ends_a_turn(meeting: Workspace, words: Catalog) -> None:
    watch = Watch()
    speakers = Speakers(meeting, words, watch)
    ends: tuple[Callable[[], object], ...] = (partial(speakers.press, 1), speakers.quiet)
    for end in ends:
        speakers.press(1)
        watch.wait(60)
        end()
        assert speakers.running is None
    assert [turn.seconds for turn in meeting.opened().turns] == [60, 60]
    assert speakers.now_said() == "Nobody speaks now."


def test_a_turn_across_midnight_goes_on(meeting: Workspace, words: Catalog) -> None:
    watch = Watch(23, 59)
    speakers = Speakers(meeting, words, watch)
    speakers.press(1)
    watch.wait(120)
    speakers.quiet()
    assert meeting.opened().turns[0].seconds == 120


def test_officials_are_counted_apart(meeting: Workspace, words: Catalog) -> None:
    speakers = Speakers(meeting, words, Watch())
    speakers.press(OFFICIAL)
    assert meeting.opened().turns[0].role is TurnRole.ANSWERED
    lane = speakers.lanes()[-1]
    assert (lane.text, lane.turns, lane.running) == ("Officials, apart", "1", True)


def test_a_key_without_a_group_notes_nothing(meeting: Workspace, words: Catalog) -> None:
    Speakers(meeting, words, Watch()).press(8)
    assert not meeting.opened().turns


def test_lanes_begin_at_the_hour_of_the_meeting(meeting: Workspace, words: Catalog) -> None:
    watch = Watch(10, 15)
    speakers = Speakers(meeting, words, watch)
    speakers.press(1)
    watch.wait(600)
    speakers.quiet()
    assert speakers.clock().marks[0] == (0.0, "10:00")
    (spell,) = next(lane for lane in speakers.lanes() if lane.code == "women").spells
    assert (round(spell.start, 3), round(spell.end, 3)) == (0.1, round(25 / 150, 3))


def test_undo_brings_a_running_turn_back(meeting: Workspace, words: Catalog) -> None:
    speakers = Speakers(meeting, words, Watch())
    speakers.press(1)
    speakers.quiet()
    meeting.undo()
    assert speakers.running is not None


def test_who_has_not_been_heard_is_said_until_heard(record: Workspace, words: Catalog) -> None:
    speakers = Speakers(record, words, Watch())
    assert speakers.unheard_said() == "Nothing noted yet from: Men"  # an issue of women is on record
    speakers.press(2)
    assert speakers.unheard_said() == ""
