"""Merging another copy of the book: what would come of it, looked at first, then the same thing saved."""

from collections.abc import Callable, Iterator
from pathlib import Path

from hrplanner.model.changes import Change
from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.merging.outcome import LISTED, MergeOutcome
from hrplanner.usecases.merging import Moved, merge_books, preview_merge
from hrplanner.usecases.ports import Tools
from hrplanner.usecases.questions import NAMED_BY, open_questions
from hrplanner.usecases.sealing import Opener, key_for
from hrplanner.usecases.workspace import MERGE, Step, Workspace, last_merge
from hrplanner.viewmodels.questions import renumbered, row_title, value_said
from hrplanner.viewmodels.table import Column, Row, Table, row
from hrplanner.viewmodels.told import Told, refused
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels.words import word

_FOLLOWS_A_MERGE = frozenset({MERGE, "suggest_same_persons"})


class Merging:
    """The other copy, and what came, or would come, of merging it."""

    def __init__(self, workspace: Workspace, words: Catalog, tools: Tools) -> None:
        self.path: Path | None = None
        self.outcome: MergeOutcome | None = None
        self.sealed = False
        """Whether the other copy asks its password."""
        self._opener: Opener | None = None
        self._merge: Step | None = None
        self._workspace = workspace
        self.words = words
        self._tools = tools

    def choose(self, path: Path, *, password: str = "") -> None:
        """Another copy, with what somebody typed to open it; what was found out about the one before is gone."""
        self.path, self.outcome, self._merge = path, None, None
        self.sealed, self._opener = bool(password), Opener(password=password) if password else None

    def asks_password(self, problem: BaseException) -> bool:
        """Whether the other copy was not read because it is sealed; from then on its password is asked."""
        sealed = isinstance(problem, FileProblem) and problem.code in {"sealed", "key_wrong"}
        if sealed:
            self.sealed, self._opener = True, None
        return sealed

    def work(self, *, rehearse: bool) -> Callable[[Moved], MergeOutcome]:
        """The work of looking, or of merging; whoever merges has seen the list of what would change.

        It tells how far it is; what is raised there leaves both books as they were.
        """
        path, workspace, tools, opener = self.path, self._workspace, self._tools, self._opener
        if path is None:
            raise ValueError("no other copy")

        def work(moved: Moved) -> MergeOutcome:
            key = key_for(tools, path, opener) if opener is not None else None
            with tools.visiting(path, key=key) as other:
                if rehearse:
                    return preview_merge(workspace, other, moved=moved)
                return merge_books(workspace, other, agreed=True, moved=moved)

        return work

    def show(self, outcome: MergeOutcome, *, merged: bool) -> None:
        """What came of it."""
        self.outcome, self._merge = outcome, last_merge(self._workspace) if merged else None

    @property
    def merged(self) -> bool:
        """Whether it was merged, and not taken back since."""
        return self._merge is not None and self._merge == last_merge(self._workspace)

    @property
    def has_news(self) -> bool:
        """Whether the other copy holds anything that this one lacks."""
        return self.outcome is not None and bool(self.outcome.entries)

    @property
    def much(self) -> bool:
        """Whether so much would change that somebody has to look at the list first."""
        return self.outcome is not None and self.outcome.much and not self.merged

    def counts(self) -> tuple[tuple[str, str], ...]:
        """Pairs of word and number: rows that are new, changed, removed, and what would be asked."""
        one, words = self.outcome, self.words
        if one is None:
            return ()
        pairs = (
            (words.say_in("rows", "New"), sum(one.came.values())),
            (words.say_in("rows", "Changed"), sum(one.changed.values())),
            (words.say_in("rows", "Removed"), sum(one.gone.values())),
            (words.say_in("rows", "Written twice: to be asked"), one.conflicts),
        )
        return tuple((text, words.number(n)) for text, n in pairs)

    def remarks(self) -> tuple[str, ...]:
        """What else has to be known: new numbers, two files that went on as one copy, a clock that is ahead."""
        return tuple(self._remarks()) if self.outcome is not None else ()

    def touched(self) -> Table:
        """What is in this book and would change or go, row by row."""
        say = self.words.say
        columns = (
            Column(code="kind", title=say("What"), width=150),
            Column(code="name", title=say("Which"), width=280),
            Column(code="how", title=say("What would change")),
        )
        changes = self.outcome.touched if self.outcome else ()
        rows = tuple(self._line(at, one) for at, one in enumerate(changes))
        return Table(say("What would change or go"), columns, rows)

    def more(self) -> str:
        """How many more there are than the list holds; nothing where it holds all."""
        one = self.outcome
        whole = 0 if one is None else sum(one.changed.values()) + sum(one.gone.values())
        return self.words.count("and {n} more", "and {n} more", whole - LISTED) if whole > LISTED else ""

    def asked(self) -> int:
        """How many questions wait for somebody."""
        return len(open_questions(self._workspace.book))

    def news(self) -> str:
        """What to say after merging."""
        came = 0 if self.outcome is None else len(self.outcome.entries)
        return self.words.count("{n} step of the other copy merged.", "{n} steps of the other copy merged.", came)

    @property
    def can_take_back(self) -> bool:
        """Whether the merge is the last thing that was done here."""
        last = self._workspace.undo_step
        return self.merged and last is not None and last.name in _FOLLOWS_A_MERGE

    def take_back(self) -> Told:
        """Let go of what the merge brought, with the suggestions that followed it."""
        try:
            while self.can_take_back:
                self._workspace.undo()
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem)
        return Told(news=self.words.say("The merge was taken back. The other file is as it was."))

    def _remarks(self) -> Iterator[str]:
        outcome, words = self.outcome or MergeOutcome(), self.words
        yield from (renumbered(words, one) for one in outcome.renumbered)
        if outcome.forked:
            yield words.say("Both files had gone on as one copy, as after copying by hand; they were told apart.")
        if outcome.ahead_days:
            yield words.count(
                "The clock of the other computer is {n} day ahead.",
                "The clock of the other computer is {n} days ahead.",
                outcome.ahead_days,
            )

    def _line(self, at: int, change: Change) -> Row:
        words = self.words
        _, values = self._workspace.book.row_now(change.kind, change.id)
        name = next((str(values[one]) for one in NAMED_BY if values.get(one)), "") if values else ""
        if change.after is None:
            how = words.say("Removed")
        else:
            before = change.before or {}
            how = "; ".join(
                words.say("{field}: {before}, now {after}", field=word(words, "field", field),
                          before=value_said(words, before.get(field)), after=value_said(words, value))
                for field, value in change.after.items()
            )  # fmt: skip
        return row(
            str(at).encode(), row_title(words, change.kind), name or words.say_in("value", "without a name"), how
        )
