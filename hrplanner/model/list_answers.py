"""What a list answers to a question, in numbers: all that a verdict needs to know of its people.

Storage adds these up for years of lists in one pass; what follows from them is in `cases` and `years`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hrplanner.model.counts import GroupSet
from hrplanner.model.session import Session

Sets = tuple[GroupSet, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """How many are in all inner sets, of those in all outer sets; without outer sets of everybody on the list."""

    outer: Sets
    inner: Sets

    @property
    def width(self) -> int:
        """How many numbers answer it: sure and perhaps; with outer sets all six of a `ListAnswer`."""
        return 6 if self.outer else 2


@dataclass(frozen=True, slots=True)
class ListAnswer:
    """People by their two answers, outer and inner.

    `inside` are in the outer sets; of them `sure` in the inner too and `open_inside` perhaps. Of those who are in the
    outer sets perhaps, `always` are in the inner, `never` not, and `either` perhaps.
    """

    inside: int = 0
    sure: int = 0
    open_inside: int = 0
    never: int = 0
    either: int = 0
    always: int = 0

    @property
    def unknown(self) -> int:
        """How many are perhaps in all sets."""
        return self.open_inside + self.either + self.always


@dataclass(frozen=True, slots=True)
class Row:
    """A session whose heads are known and whose list is all that was written of groups; `numbers` begin with it."""

    session: Session
    heads: int
    numbers: Sequence[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """All sessions of a book without their people; for those with a list the numbers that it answers.

    The numbers of a session begin with the length of its list; each question has as many as it is wide.
    """

    sessions: tuple[Session, ...]
    numbers: Mapping[bytes, Sequence[int]]

    def listed(self, session: Session) -> int:
        """How many who count are on the session's list."""
        found = self.numbers.get(session.id)
        return found[0] if found is not None else 0

    def answer(self, session: Session, question: Question, first: int) -> ListAnswer:
        """The answer of the session's list to a question whose numbers begin there."""
        found = self.numbers[session.id]
        own = found[first : first + question.width]
        return ListAnswer(*own) if question.outer else ListAnswer(found[0], *own)
