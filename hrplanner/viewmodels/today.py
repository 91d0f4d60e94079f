"""Today: the session that is next or now, promises to answer for, and what is missing."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hrplanner.model.commitments import Status
from hrplanner.model.lines import CommitmentLine, SessionLine
from hrplanner.usecases.reviewing import notes, open_notes
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.sessions import day_of
from hrplanner.viewmodels.table import Cell, Column, Row, Table, row
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels import words as labels

SETTLED = frozenset({Status.DONE, Status.STOPPED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """The session to go on with."""

    number: str
    title: str
    facts: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Something that is not known or not done; `do` names the room that mends it."""

    icon: str
    what: str
    why: str
    verb: str
    do: str
    number: str = ""


class Today:
    """Answers from the whole book; nothing of it is stored."""

    def __init__(self, workspace: Workspace, words: Catalog, now: Callable[[], dt.datetime]) -> None:
        self._workspace = workspace
        self.words = words
        self._now = now

    @property
    def facts(self) -> str:
        """The day of today."""
        return self.words.date(self._now().date(), style="full")

    def next_session(self) -> Next | None:
        """The nearest session from today on, else the latest one before."""
        today = self._now().date()
        lines = self._workspace.book.session_lines()
        coming = sorted(
            (line for line in lines if line.date and line.date >= today), key=lambda line: line.date or today
        )
        past = sorted(
            (line for line in lines if line not in coming), key=lambda line: (line.date or dt.date.min, line.id)
        )
        line = coming[0] if coming else past[-1] if past else None
        return None if line is None else self._next(line, today)

    def late(self) -> int:
        """How many promises are past their day."""
        today = self._now().date()
        return sum(1 for line in self._open() if line.due is not None and line.due < today)

    def promises(self) -> Table:
        """Open promises by day, the latest first; those without a day last."""
        say = self.words.say
        columns = (
            Column(code="text", title=say("Promise")),
            Column(code="owner", title=say("Owner"), width=120),
            Column(code="due", title=say("Due"), width=140),
            Column(code="left", title=say("Time left"), width=136),
            Column(code="status", title=say("Status"), width=96),
        )
        lines = sorted(self._open(), key=lambda line: (line.due or dt.date.max, line.number, line.code))
        return Table(say("Promises to answer for"), columns, tuple(self._line(line) for line in lines))

    def session_of(self, key: bytes) -> str:
        """The number of the session at which a promise was made."""
        return next(line.number for line in self._workspace.book.commitment_lines() if line.id == key)

    @property
    def is_packet(self) -> bool:
        """Whether this book can only be read and reviewed."""
        return self._workspace.book.locked_because == "packet"

    @property
    def missing_title(self) -> str:
        """What the list of it is called."""
        return self.words.say("To be reviewed") if self.is_packet else self.words.say("Missing")

    def missing(self) -> tuple[Missing, ...]:
        """What a clerk could mend now."""
        if self.is_packet:
            return (self._to_review(),)
        found = [*self._from_elsewhere()]
        uncounted = [line for line in self._past() if line.heads is None and not line.listed]
        if uncounted:
            found.append(self._uncounted(uncounted))
        if not self._workspace.office.rules:
            found.append(self._no_rules())
        undated = [line for line in self._open() if line.due is None]
        if undated:
            found.append(self._undated(undated))
        return tuple(found)

    def _from_elsewhere(self) -> Iterator[Missing]:
        """What other laptops and partners wait for."""
        words, book = self.words, self._workspace.book
        asked, unanswered = len(book.conflicts()), len(open_notes(book))
        if asked:
            yield Missing(
                icon="attention",
                what=words.count("{n} question after merging", "{n} questions after merging", asked),
                why=words.say("Two laptops wrote different things. Somebody has to choose, once."),
                verb=words.say("To the questions"),
                do="questions",
            )
        if unanswered:
            yield Missing(
                icon="attention",
                what=words.count("{n} note of a review to answer", "{n} notes of reviews to answer", unanswered),
                why=words.say("Minutes are ratified only when the notes on them are answered."),
                verb=words.say("To the notes"),
                do="reviews",
            )

    def _to_review(self) -> Missing:
        words, n = self.words, len(notes(self._workspace.book))
        return Missing(
            icon="share",
            what=words.say("This book is a packet: to be read and reviewed"),
            why=words.count("{n} note is in it so far.", "{n} notes are in it so far.", n),
            verb=words.say("Review"),
            do="review",
        )

    def _uncounted(self, lines: list[SessionLine]) -> Missing:
        words = self.words
        what = words.count("{n} session has nobody counted", "{n} sessions have nobody counted", len(lines))
        why = words.say("So its verdicts are open. The sign-in sheets may say.")
        last = max(lines, key=lambda line: line.date or dt.date.min)
        return Missing(
            icon="cannot_determine",
            what=what,
            why=why,
            verb=words.say("Enter from paper"),
            do="totals",
            number=last.number,
        )

    def _no_rules(self) -> Missing:
        words = self.words
        return Missing(
            icon="attention",
            what=words.say("This book has no rules yet"),
            why=words.say("Rules say what is asked of a meeting. Without them nothing is checked."),
            verb=words.say("Add rules"),
            do="rules",
        )

    def _undated(self, lines: list[CommitmentLine]) -> Missing:
        words = self.words
        what = words.count("{n} promise has no day", "{n} promises have no day", len(lines))
        why = words.say("A promise without a day is never late.")
        verb = words.say("Open the session")
        return Missing(icon="promises", what=what, why=why, verb=verb, do="promises", number=lines[0].number)

    def _next(self, line: SessionLine, today: dt.date) -> Next:
        words = self.words
        kind = labels.word(words, "kind", line.kind)
        day = words.date(line.date, style="full") if line.date else day_of(words, None, line.date_as_written)
        return Next(
            number=line.number,
            title=line.title,
            facts=", ".join((line.number, kind, day)),
            when="" if line.date is None else self._when((line.date - today).days),
        )

    def _when(self, days: int) -> str:
        words = self.words
        if days == 0:
            return words.say("today")
        if days > 0:
            return words.count("in {n} day", "in {n} days", days)
        return words.count("{n} day ago", "{n} days ago", -days)

    def _open(self) -> list[CommitmentLine]:
        return [line for line in self._workspace.book.commitment_lines() if line.status not in SETTLED]

    def _past(self) -> list[SessionLine]:
        today = self._now().date()
        lines = self._workspace.book.session_lines()
        return [line for line in lines if line.date is not None and line.date <= today and line.held is not False]

    def _line(self, line: CommitmentLine) -> Row:
        words = self.words
        return row(
            line.id,
            line.text,
            line.owner or words.say_in("promise", "not said"),
            words.date(line.due) if line.due else labels.word(words, "promise", "undated"),
            self._left(line.due),
            labels.word(words, "promise", str(line.status)),
        )

    def _left(self, due: dt.date | None) -> Cell:
        if due is None:
            return Cell(self.words.say_in("time left", "not known"))
        days = (due - self._now().date()).days
        if days < 0:
            return Cell(labels.days_late(self.words, -days), "clock")
        return Cell(self._when(days))
