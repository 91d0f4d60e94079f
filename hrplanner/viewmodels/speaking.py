"""Who speaks: lanes on a clock by group, never by name; one key when somebody begins."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.groups import GroupCode
from hrplanner.model.heard import unheard
from hrplanner.model.session import Session
from hrplanner.model.voice import Turn, TurnRole, is_running
from hrplanner.usecases.speaking import begin_turn, end_turn
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.group_keys import OFFICIAL, cap, group_name, names_of, other_groups, sex_groups
from hrplanner.viewmodels.speakers import Clock, Lane, Spell
from hrplanner.viewmodels.told import Told, refused
from hrplanner.words.catalog import Catalog

MARK_MINUTES = 30
SPAN_MINUTES = 150  # how much of the clock a lane shows at first; it grows with the meeting
DAY = 24 * 60
LATE = 12 * 60  # hours that lie further back than this are of the day before


class Speakers:
    """The log of turns. Which turn is running is in the session: the last one without a length."""

    def __init__(self, workspace: Workspace, words: Catalog, now: Callable[[], dt.datetime]) -> None:
        self._workspace = workspace
        self.words = words
        self._now = now

    def press(self, digit: int) -> Told:
        """Somebody of this group begins to speak; the turn before ends. The running group's own key ends its turn."""
        running = self.running
        if running is not None and self._digit_of(running) == digit:
            return self.quiet()
        if digit != OFFICIAL and digit not in dict(self._groups()):
            return Told()
        role = TurnRole.ANSWERED if digit == OFFICIAL else TurnRole.RAISED
        group = dict(self._groups()).get(digit)
        at = self._now().strftime("%H:%M:%S")
        ended = None if running is None else self._seconds(running)
        return self._run(
            "note_turn",
            lambda session: begin_turn(session, group=group, role=role, at=at, ended_after=ended),
        )

    def quiet(self) -> Told:
        """Nobody speaks."""
        running = self.running
        if running is None:
            return Told()
        seconds = self._seconds(running)
        return self._run("end_turn", lambda session: end_turn(session, seconds))

    @property
    def running(self) -> Turn | None:
        """The turn that goes on now."""
        turns = self._workspace.opened().turns
        return turns[-1] if is_running(turns) else None

    def now_said(self) -> str:
        """Who speaks, and since when, in minutes and seconds."""
        running = self.running
        if running is None:
            return self.words.say("Nobody speaks now.")
        minutes, seconds = divmod(self._seconds(running), 60)
        clock = self.words.digits(f"{minutes}:{seconds:02d}")
        return self.words.say("{group} speaking, {clock}", group=self._name_of(running), clock=clock)

    def unheard_said(self) -> str:
        """The groups that are here and have no turn and no issue yet; nothing before anything is noted.

        Only for the window: of a small group this says something about each of its people.
        """
        office = self._workspace.office
        silent = unheard(self._workspace.opened(), [code for _, code in self._groups()])
        if not silent:
            return ""
        return self.words.say("Nothing noted yet from: {groups}", groups=names_of(office, self.words, silent))

    def lanes(self) -> tuple[Lane, ...]:
        """A lane for each group with a key, officials last and apart."""
        keys = [(digit, str(code)) for digit, code in self._groups()]
        named = [self._lane(digit, code, self._turns_of(digit)) for digit, code in keys]
        unknown = [turn for turn in self._workspace.opened().turns if self._digit_of(turn) is None]
        extra = [self._unkeyed(unknown)] if unknown else []
        return (*named, self._lane(OFFICIAL, "", self._turns_of(OFFICIAL)), *extra)

    def clock(self) -> Clock:
        """The axis above the lanes."""
        first, span = self._axis()
        marks = []
        for minute in range(0, span + 1, MARK_MINUTES):
            at = (first + minute) % DAY
            marks.append((minute / span, self.words.digits(f"{at // 60}:{at % 60:02d}")))
        now = (self._minute_now() - first) % DAY
        return Clock(marks=tuple(marks), now=now / span if now <= span else None)

    # ------------------------------------------------------------------------------ lanes

    def _lane(self, digit: int, code: str, turns: list[Turn]) -> Lane:
        words, count = self.words, sum(turn.count for turn in turns)
        text = group_name(self._workspace.office, words, code) if code else words.say("Officials, apart")
        seconds = sum(turn.seconds or 0 for turn in turns)
        return Lane(
            digit=digit,
            code=code,
            cap=cap(words, digit),
            text=text,
            turns=words.digits(str(count)),
            time=words.say("{n} min", n=round(seconds / 60)),
            running=any(turn is self.running for turn in turns),
            spells=tuple(spell for turn in turns if (spell := self._spell(turn)) is not None),
        )

    def _unkeyed(self, turns: list[Turn]) -> Lane:
        lane = self._lane(OFFICIAL, "", turns)
        return replace(lane, digit=-1, cap="", text=self.words.say("Group not noted"), running=False)

    def _spell(self, turn: Turn) -> Spell | None:
        if turn.at is None:
            return None
        first, span = self._axis()
        start = (_minute_of(turn.at) - first) % DAY
        going = turn is self.running
        length = (self._seconds(turn) if going else turn.seconds or 0) / 60
        if start > span:
            return None
        return Spell(start=start / span, end=min(1.0, (start + length) / span), running=going)

    def _axis(self) -> tuple[int, int]:
        """The minute of the day at which lanes begin, and how many minutes they hold."""
        session = self._workspace.opened()
        told = [turn.at for turn in session.turns if turn.at is not None]
        begin = session.start or (told[0] if told else self._now().strftime("%H:%M"))
        first = _minute_of(begin) // MARK_MINUTES * MARK_MINUTES
        if told and (_minute_of(told[0]) - first) % DAY > LATE:
            first = _minute_of(told[0]) // MARK_MINUTES * MARK_MINUTES
        last = max([(_minute_of(at) - first) % DAY for at in told], default=0) + 10
        return first, max(SPAN_MINUTES, (int(last) // MARK_MINUTES + 1) * MARK_MINUTES)

    # ------------------------------------------------------------------------------ turns

    def _groups(self) -> list[tuple[int, GroupCode]]:
        office = self._workspace.office
        return [(digit, group.code) for digit, group in (*sex_groups(office), *other_groups(office))]

    def _turns_of(self, digit: int) -> list[Turn]:
        return [turn for turn in self._workspace.opened().turns if self._digit_of(turn) == digit]

    def _digit_of(self, turn: Turn) -> int | None:
        if turn.role is not TurnRole.RAISED:
            return OFFICIAL
        return next((digit for digit, code in self._groups() if code == turn.group), None)

    def _name_of(self, turn: Turn) -> str:
        if turn.group is None:
            return self.words.say("An official")
        return group_name(self._workspace.office, self.words, turn.group)

    def _seconds(self, turn: Turn) -> int:
        """Seconds since the turn began; across midnight they go on."""
        now = self._now()
        began = _second_of(turn.at or "0:0")
        return (now.hour * 3600 + now.minute * 60 + now.second - began) % (DAY * 60)

    def _minute_now(self) -> int:
        now = self._now()
        return now.hour * 60 + now.minute

    def _run(self, step: str, change: Callable[[Session], Session]) -> Told:
        try:
            self._workspace.run(step, change)
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem)
        return Told()


def _second_of(at: str) -> int:
    parts = [int(part) for part in at.split(":")]
    hours, minutes, seconds = (*parts, 0, 0)[:3]
    return hours * 3600 + minutes * 60 + seconds


def _minute_of(at: str) -> int:
    return _second_of(at) // 60
