"""The list of sessions, the newest first, and the facts of the one that is open."""

import datetime as dt

from hrplanner.model.counting import attendees
from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.lines import SessionLine
from hrplanner.model.session import Session
from hrplanner.usecases.minutes_life import life_of
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.closing import gaps
from hrplanner.viewmodels.minutes_life import state_said
from hrplanner.viewmodels.steps import State, StepFact
from hrplanner.viewmodels.table import Column, Row, Table, row
from hrplanner.viewmodels.told import Told, refused
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels import words as labels


class Sessions:
    """The list."""

    def __init__(self, workspace: Workspace, words: Catalog) -> None:
        self._workspace = workspace
        self.words = words

    def table(self) -> Table:
        """All sessions; days not known last."""
        say = self.words.say
        columns = (
            Column(code="number", title=say("Number"), width=140),
            Column(code="title", title=say("Session")),
            Column(code="kind", title=say("Kind"), width=170),
            Column(code="date", title=say("Day"), width=160),
            Column(code="present", title=say("Present"), width=84, number=True),
            Column(code="issues", title=say("Issues"), width=76, number=True),
            Column(code="promises", title=say("Promises"), width=88, number=True),
        )
        lines = sorted(self._workspace.book.session_lines(), key=lambda line: line.number)
        lines.sort(key=lambda line: line.date or dt.date.min, reverse=True)
        return Table(say("Sessions of this book"), columns, tuple(self._line(line) for line in lines))

    def number_of(self, key: bytes) -> str:
        """The number of a row."""
        return next(line.number for line in self._workspace.book.session_lines() if line.id == key)

    def remove(self, key: bytes) -> Told:
        """The session goes to the bin with all that was recorded at it."""
        number = self.number_of(key)
        try:
            self._workspace.open_session(number)
            self._workspace.remove_session()
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem)
        return Told(news=self.words.say("Session {number} removed.", number=number))

    def _line(self, line: SessionLine) -> Row:
        words = self.words
        present = line.heads if line.heads is not None else line.listed or None
        return row(
            line.id,
            line.number,
            line.title,
            labels.word(words, "kind", line.kind),
            day_of(words, line.date, line.date_as_written),
            words.say_in("present", "not known") if present is None else words.number(present),
            words.number(line.issues),
            words.number(line.commitments),
        )


def day_of(words: Catalog, date: dt.date | None, as_written: str | None) -> str:
    """The day in words, else as the source wrote it, else that it is not known."""
    if date is not None:
        return words.date(date)
    return as_written or words.say_in("day", "not known")


def facts_of(session: Session, words: Catalog) -> str:
    """Day, hours and place on one line."""
    hours = words.say("{start} to {end}", start=_clock(words, session.start), end=_clock(words, session.end))
    clock = hours if session.start and session.end else _clock(words, session.start)
    day = day_of(words, None, session.date_as_written)
    if session.date is not None:
        day = words.date_with_local(session.date, session.country or "", "full")
    when = ", ".join(part for part in (day, clock) if part)
    return "   |   ".join(part for part in (session.number, when, session.venue or "") if part)


def step_facts(workspace: Workspace, words: Catalog) -> tuple[StepFact, ...]:
    """The steps of the day in their order; each is a page."""
    session, life = workspace.opened(), life_of(workspace.book, workspace.opened())
    lacking = len(gaps(workspace, words))
    missing = words.count("{n} thing missing", "{n} things missing", lacking)
    names = (
        (
            "prepare",
            words.say("Prepare"),
            words.count("{n} point on the agenda", "{n} points on the agenda", len(session.agenda)),
        ),
        ("register", words.say("Register"), _present(session, words)),
        ("listen", words.say("Listen"), _heard(session, words)),
        ("decide", words.say("Decide"), _decided(session, words)),
        ("close", words.say_in("step", "Close"), missing if lacking else words.say("Nothing missing")),
        (
            "print",
            words.say_in("step", "Print"),
            words.say("Not printed yet") if life.version is None else state_said(words, life),
        ),
    )
    return tuple(
        StepFact(
            code=code,
            key=words.digits(str(at)),
            text=text,
            note=note,
            state=_state(code, lacking=lacking, printed=bool(life.version and not life.changed)),
            shortcut=words.say("Ctrl+{n}", n=str(at)),
        )
        for at, (code, text, note) in enumerate(names, start=1)
    )


def _present(session: Session, words: Catalog) -> str:
    total = attendees(session)
    if total.high is None:
        return words.say("Nobody counted yet")
    if total.exact:
        return words.count("{n} present", "{n} present", total.low)
    return words.say("{low} to {high} present", low=total.low, high=total.high)


def _heard(session: Session, words: Catalog) -> str:
    turns = words.count("{n} turn", "{n} turns", sum(turn.count for turn in session.turns))
    return f"{turns}, {words.count('{n} issue', '{n} issues', len(session.issues))}"


def _decided(session: Session, words: Catalog) -> str:
    decisions = words.count("{n} decision", "{n} decisions", len(session.decisions))
    return f"{decisions}, {words.count('{n} promise', '{n} promises', len(session.commitments))}"


def _state(code: str, *, lacking: int, printed: bool) -> State:
    if code == "close":
        return "missing" if lacking else "done"
    return "done" if code == "print" and printed else ""


def _clock(words: Catalog, at: str | None) -> str:
    return words.digits(at) if at else ""
