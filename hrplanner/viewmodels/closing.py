"""Close: what is missing before the record can be printed, each with the place that mends it; and reading back."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from hrplanner.model.counting import attendees
from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.minutes import Stage
from hrplanner.model.session import Session
from hrplanner.model.voice import is_running
from hrplanner.usecases.meeting_rows import note_help
from hrplanner.usecases.minutes_life import Hearing, take_step
from hrplanner.usecases.printing import promises_before
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.minutes_life import life_lines, state_said
from hrplanner.viewmodels.minutes_steps import MinutesSteps
from hrplanner.viewmodels.nine_questions import unanswered
from hrplanner.viewmodels.numbers import read_number, shown
from hrplanner.viewmodels.places import Place, StepCode
from hrplanner.viewmodels.told import Told, refused
from hrplanner.words.catalog import Catalog


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something a reader of the record would look for and not find, and where it is mended."""

    what: str
    place: Place


def gaps(workspace: Workspace, words: Catalog) -> tuple[Gap, ...]:
    """All that is missing, in the order of the day."""
    session = workspace.opened()
    return (*head_gaps(session, words), *_of_counting(session, words), *_of_deciding(workspace, session, words))


def head_gaps(session: Session, words: Catalog) -> tuple[Gap, ...]:
    """What is missing already of a meeting to come."""
    found = []
    if session.date is None:
        found.append(Gap(what=words.say("The session has no day"), place=Place(room="heading")))
    if not session.venue:
        found.append(Gap(what=words.say("The session has no place"), place=Place(room="heading")))
    return tuple(found)


def _of_counting(session: Session, words: Catalog) -> Iterator[Gap]:
    if attendees(session).high is None:
        yield Gap(what=words.say("Nobody is counted yet"), place=_step(session, "register", "totals"))
    if is_running(session.turns):
        yield Gap(what=words.say("Somebody is still speaking"), place=_step(session, "listen"))


def _of_deciding(workspace: Workspace, session: Session, words: Catalog) -> Iterator[Gap]:
    answers = sum(1 for one in session.issues if one.answer is None)
    if answers:
        what = words.count("{n} issue has no answer", "{n} issues have no answer", answers)
        yield Gap(what=what, place=_step(session, "decide", "answers"))
    ways = sum(1 for one in session.decisions if one.how is None)
    if ways:
        what = words.count(
            "{n} decision does not say how it was reached", "{n} decisions do not say how they were reached", ways
        )
        yield Gap(what=what, place=_step(session, "decide", "decisions"))
    promises = _step(session, "decide", "promises")
    undated = sum(1 for one in session.commitments if one.due is None)
    if undated:
        yield Gap(what=words.count("{n} promise has no day", "{n} promises have no day", undated), place=promises)
    unowned = sum(1 for one in session.commitments if not one.owner)
    if unowned:
        yield Gap(what=words.count("{n} promise has no owner", "{n} promises have no owner", unowned), place=promises)
    silent = unrecalled(workspace, session)
    if silent:
        what = words.count(
            "{n} earlier promise was neither read out nor put off",
            "{n} earlier promises were neither read out nor put off",
            silent,
        )
        yield Gap(what=what, place=_step(session, "decide", "earlier"))
    still = unanswered(session)
    if still:
        what = words.count(
            "{n} of the nine questions is not answered", "{n} of the nine questions are not answered", still
        )
        yield Gap(what=what, place=_step(session, "close", "nine"))


def unrecalled(workspace: Workspace, session: Session) -> int:
    """How many open promises of earlier meetings nobody read out or put off at this one."""
    open_ones = promises_before(workspace.book, session)
    return sum(1 for one in open_ones if f"{one.number}/{one.code}" not in session.recalled)


class ReadBack:
    """How the minutes are read back and signed: what is typed of it, and the step that comes next."""

    def __init__(self, workspace: Workspace, words: Catalog, now: Callable[[], dt.datetime]) -> None:
        self.hearing = Hearing()
        self.words = words
        self._workspace = workspace
        self._now = now

    def type(self, part: str, text: str) -> None:
        """Keep what stands in a field."""
        self.hearing = replace(self.hearing, **{part: text})

    def fields(self) -> tuple[tuple[str, str, str], ...]:
        """Code, name and text of each field."""
        say = self.words.say
        names = {
            "language": say("In which language"),
            "interpreter": say("Interpreter"),
            "witness": say("Witness"),
            "objections": say("Objections, and who refused to sign and why"),
        }
        return tuple((code, name, getattr(self.hearing, code) or "") for code, name in names.items())

    def lines(self) -> tuple[str, ...]:
        """How far the minutes are."""
        steps = MinutesSteps(self._workspace, self.words)
        return tuple(line.strip() for line in life_lines(self.words, steps.life))

    def following(self) -> tuple[Stage, str] | None:
        """The step that can be noted now, and the words of its button."""
        return MinutesSteps(self._workspace, self.words).following()

    def take(self, stage: Stage) -> Told:
        """The step is written down for today, with how it was done."""
        said = Hearing(**{code: text.strip() or None for code, _, text in self.fields()})
        try:
            life = take_step(
                self._workspace.book, self._workspace.opened(), stage, date=self._now().date(), hearing=said
            )
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem)
        self.hearing = Hearing()
        return Told(news=state_said(self.words, life))


class Support:
    """What kept people away, which help was given, and the number of complaints that must not stand in the minutes."""

    def __init__(self, workspace: Workspace, words: Catalog) -> None:
        self.words = words
        self._workspace = workspace

    def fields(self) -> tuple[tuple[str, str, str], ...]:
        """Code, name and text of each field."""
        say, session = self.words.say, self._workspace.opened()
        return (
            ("barriers", say("What kept people away or silent"), session.barriers or ""),
            ("support", say("Help that was given: interpreter, ramp, care for children, fare"), session.support or ""),
            ("referrals", say("Complaints passed on in confidence: only how many"), shown(session.referrals)),
        )

    def enter(self, texts: dict[str, str]) -> Told:
        """Save what stands in the fields, where it differs."""
        try:
            referrals = read_number(texts["referrals"], "referrals")
            self._workspace.run(
                "note_help",
                lambda session: note_help(
                    session, barriers=texts["barriers"], support=texts["support"], referrals=referrals
                ),
            )
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem, "referrals", {code: name for code, name, _ in self.fields()})
        return Told()


def _step(session: Session, code: StepCode, mode: str = "") -> Place:
    return Place(room="session", number=session.number, step=code, mode=mode)
