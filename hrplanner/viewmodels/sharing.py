"""Handing out a packet: who it is for, what they will see, what is left out, and where a name stands in the way."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from hrplanner.model.changes import RowKind
from hrplanner.model.counting import attendees, in_group_alone
from hrplanner.model.counts import Count
from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.groups import AGE
from hrplanner.model.session import Session
from hrplanner.model.sharing import PARTNER, READERS
from hrplanner.usecases.ports import Tools
from hrplanner.usecases.sharing import Contents, contents, share
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.group_keys import group_name
from hrplanner.viewmodels.places import Place
from hrplanner.viewmodels.reviewing import left_out_said, names_said
from hrplanner.viewmodels.sessions import day_of
from hrplanner.viewmodels.table import Column, Row, Table, row
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels import words as labels

Now = Callable[[], dt.datetime]
_FACES = {RowKind.ISSUE: "issues", RowKind.COMMITMENT: "promises"}


class Sharing:
    """The receiver's view, which is looked at before anything leaves."""

    def __init__(self, workspace: Workspace, words: Catalog, tools: Tools, now: Now) -> None:
        self.reader = PARTNER
        self.number = ""
        self._workspace = workspace
        self.words = words
        self._tools = tools
        self._now = now
        self._seen: Contents | None = None
        self._seen_at = ""

    def readers(self) -> tuple[tuple[str, str], ...]:
        """Pairs of code and word."""
        return tuple((code, labels.word(self.words, "reader", code)) for code in READERS)

    def choose(self, reader: str) -> None:
        """Another reader sees something else."""
        self.reader, self._seen = reader, None

    def look_at(self, number: str) -> None:
        """The session whose figures are shown."""
        self.number = number

    @property
    def seen(self) -> Contents | None:
        """What such a reader would see; None where nobody has looked since the book changed."""
        return self._seen if self._seen_at == self._workspace.book.log_head() else None

    def look_work(self) -> Callable[[], Contents]:
        """The work of building the receiver's view."""
        book, reader = self._workspace.book, self.reader
        return lambda: contents(book, reader)

    def show(self, seen: Contents) -> None:
        """What came of it."""
        self._seen, self._seen_at = seen, self._workspace.book.log_head()

    def sessions(self) -> Table:
        """The sessions, as the reader will see them."""
        say = self.words.say
        columns = (
            Column(code="number", title=say("Number"), width=130),
            Column(code="title", title=say("Session")),
            Column(code="date", title=say("Day"), width=130),
            Column(code="present", title=say("Present"), width=84, number=True),
            Column(code="issues", title=say("Issues"), width=76, number=True),
            Column(code="promises", title=say("Promises"), width=88, number=True),
        )
        rows = tuple(self._line(one) for one in self._sessions())
        return Table(say("Sessions, as they will see them"), columns, rows)

    def number_of(self, key: bytes) -> str:
        """The number of a row."""
        return next((one.number for one in self._sessions() if one.id == key), "")

    def figures(self) -> Table:
        """The figures of the session that is looked at, and which of them are hidden."""
        words = self.words
        columns = (
            Column(code="group", title=words.say("Group")),
            Column(code="count", title=words.say("They will see"), width=190),
        )
        theirs = next((one for one in self._sessions() if one.number == self.number), None)
        if theirs is None:
            return Table(words.say("Figures"), columns)
        name = words.say("Figures of session {number}", number=theirs.number)
        return Table(name, columns, tuple(self._figures(theirs)))

    def left_out(self) -> tuple[str, ...]:
        """What does not go with it, a line for each kind; the packet says the same."""
        seen = self.seen
        return () if seen is None else (*names_said(self.words, seen.names), *left_out_said(self.words, seen.left_out))

    @property
    def file_name(self) -> str:
        """What the packet may be called: for whom and when."""
        return f"packet-{self.reader}-{self._now().date().isoformat()}.hrplan"

    def share_work(self, out: Path) -> Callable[[], Contents]:
        """The work of making the packet, whole or not at all."""
        book, tools, reader, now = self._workspace.book, self._tools, self.reader, self._now
        return lambda: share(book, tools, out, reader, clock=lambda: int(now().timestamp() * 1000))

    def shared(self, seen: Contents, out: Path) -> str:
        """The packet is on the disk: what to say of it."""
        self._workspace.refresh()
        self.show(seen)
        return self.words.count(
            "Handed out {n} session to {file}.", "Handed out {n} sessions to {file}.", len(seen.sessions),
            file=out.name,
        )  # fmt: skip

    def place_of(self, problem: BaseException) -> Place | None:
        """Where a name of a person was found that would have gone out; None for any other problem."""
        if not isinstance(problem, Refused | FileProblem) or problem.code != "share_names_found":
            return None
        number, kind = str(problem.params.get("session") or ""), problem.params.get("kind")
        if not number:
            return Place(room="rules") if kind == RowKind.RULE else Place(room="sessions")
        if kind in {RowKind.SESSION, RowKind.AGENDA_ITEM}:
            return Place(room="heading", number=number)
        return Place(room="session", number=number, step="listen", mode=_FACES.get(RowKind(str(kind)), "issues"))

    def _sessions(self) -> tuple[Session, ...]:
        return self.seen.sessions if self.seen else ()

    def _line(self, one: Session) -> Row:
        words = self.words
        return row(
            one.id,
            one.number,
            one.title,
            day_of(words, one.date, one.date_as_written),
            self._count(attendees(one)),
            words.number(len(one.issues)),
            words.number(len(one.commitments)),
        )

    def _figures(self, theirs: Session) -> list[Row]:
        office, words = self._workspace.office, self.words
        ours = self._workspace.book.session(theirs.number)
        shown = {tally.group for tally in theirs.tallies}
        rows = [row(b"present", words.say("Present"), self._count(attendees(theirs)))]
        for group in sorted(office.groups, key=lambda one: one.position):
            count = in_group_alone(theirs, group.code)
            if group.code in shown and count.known is not None:
                said = self._count(count)
            elif (
                group.code not in shown
                and group.dimension != AGE
                and in_group_alone(ours, group.code).known is not None
            ):
                said = words.say("hidden to protect people")
            else:
                continue
            rows.append(row(group.code.encode(), group_name(office, words, group.code), said))
        return rows

    def _count(self, count: Count) -> str:
        words = self.words
        if count.exact:
            return words.number(count.low)
        if count.high is None:
            return words.say_in("present", "not known")
        return words.say("{a} to {b}", a=count.low, b=count.high)
