"""Register by tally: one stroke per person and group, without names; and totals copied from paper.

What was not counted says so: a count of none is struck or typed, it does not appear by itself.
"""

from collections.abc import Callable
from dataclasses import dataclass

from hrplanner.model.counting import overruled
from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.groups import GroupCode
from hrplanner.model.session import Session
from hrplanner.usecases.recording import count_one, set_tally, set_total
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.group_keys import age_groups, cap, group_name, other_groups, sex_groups
from hrplanner.viewmodels.numbers import read_number, shown
from hrplanner.viewmodels.told import Told, refused
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels import words as labels
from hrplanner.words.labels import workings

AGES_FROM = 40  # numbers that tell the tiles of ages apart; no digit works them
TOTALS = ("heads", "signatures", "slips")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One group on the tally: key, word, count in the digits of the language, and what minus says."""

    digit: int
    code: str
    cap: str
    text: str
    count: str
    spoken: str
    less: str
    tip: str = ""
    small: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalField:
    """One number from paper: the code it is saved under, its name, and what is known."""

    code: str
    text: str
    number: str


class TallyCount:
    """The tiles, and the group that was struck last."""

    def __init__(self, workspace: Workspace, words: Catalog) -> None:
        self.last: int | None = None
        self._workspace = workspace
        self.words = words

    def tiles(self) -> tuple[Tile, ...]:
        """Groups with digits first, then bands of age."""
        return tuple(self._tile(digit, code) for digit, code in self._digits())

    def strike(self, digit: int) -> Told:
        """One more of the group; a digit that stands for none does nothing."""
        return self._count(digit, 1)

    def take_back(self, digit: int) -> Told:
        """One less."""
        return self._count(digit, -1)

    def overruled(self) -> str:
        """That tallies stand for the list, where both were written down."""
        return workings.overruled_said(self.words, overruled(self._workspace.opened()))

    def heads(self) -> str:
        """The heads as a number, or nothing where nobody counted them."""
        heads = self._workspace.opened().heads
        return "" if heads is None else self.words.number(heads)

    def _count(self, digit: int, by: int) -> Told:
        code = dict(self._digits()).get(digit)
        if code is None:
            return Told()
        step = "count_one" if by > 0 else "uncount_one"
        told = _run(self._workspace, self.words, step, lambda session: count_one(session, GroupCode(code), by=by))
        if not told.done:
            return told
        self.last = digit
        name = group_name(self._workspace.office, self.words, code)
        number = self._counted(code) or 0
        return Told(news=self.words.say("{group}: {n} counted.", group=name, n=number))

    def _digits(self) -> list[tuple[int, str]]:
        office = self._workspace.office
        named = [(digit, str(group.code)) for digit, group in (*sex_groups(office), *other_groups(office))]
        ages = [(AGES_FROM + at, str(group.code)) for at, group in enumerate(age_groups(office))]
        return named + ages

    def _tile(self, digit: int, code: str) -> Tile:
        words, name = self.words, group_name(self._workspace.office, self.words, code)
        counted = self._counted(code)
        return Tile(
            digit=digit,
            code=code,
            cap=cap(words, digit),
            text=name,
            count="?" if counted is None else words.digits(str(counted)),
            spoken=words.say("not counted") if counted is None else words.digits(str(counted)),
            less=words.say("One less: {group}", group=name),
            small=digit >= AGES_FROM,
        )

    def _counted(self, code: str) -> int | None:
        found = [tally.count for tally in self._workspace.opened().tallies if tally.group == code]
        return next((count for count in found if count is not None), None)


class Totals:
    """Numbers copied from paper: the three totals kept apart, then a count per group."""

    def __init__(self, workspace: Workspace, words: Catalog) -> None:
        self._workspace = workspace
        self.words = words

    def fields(self) -> tuple[TotalField, ...]:
        """Heads, signatures, slips."""
        session = self._workspace.opened()
        return tuple(
            TotalField(code=code, text=labels.word(self.words, "total", code), number=shown(getattr(session, code)))
            for code in TOTALS
        )

    def groups(self) -> tuple[TotalField, ...]:
        """A field per group of the book, sexes first, ages last."""
        office = self._workspace.office
        groups = [group for _, group in (*sex_groups(office), *other_groups(office))] + list(age_groups(office))
        counts = {tally.group: tally.count for tally in self._workspace.opened().tallies}
        return tuple(
            TotalField(
                code=str(group.code),
                text=group_name(office, self.words, group.code),
                number=shown(counts.get(group.code)),
            )
            for group in groups
        )

    def line(self) -> tuple[tuple[str, str], ...]:
        """The three totals for the head of the page; a question mark where one is not known."""
        return tuple((field.text, self.words.digits(field.number) or "?") for field in self.fields())

    def enter(self, code: str, text: str) -> Told:
        """Write one number down; an empty field says that it is not known."""
        try:
            number = read_number(text, code)
        except Refused as problem:
            return refused(self.words, problem, code)
        if code in TOTALS:
            return _run(
                self._workspace, self.words, "set_total", lambda session: set_total(session, code, number), code
            )
        group = GroupCode(code)
        return _run(self._workspace, self.words, "set_tally", lambda session: set_tally(session, group, number), code)


def _run(
    workspace: Workspace, words: Catalog, step: str, change: Callable[[Session], Session], field: str = ""
) -> Told:
    try:
        workspace.run(step, change)
    except (Refused, FileProblem) as problem:
        return refused(words, problem, field)
    return Told()
