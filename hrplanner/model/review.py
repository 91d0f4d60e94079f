"""What was handed out to be reviewed, and what partners say of the record: notes, marks, statements, with answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from hrplanner.model.ids import RowId


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet:
    """The mark of a book that was made to be read elsewhere: which book it is of, for whom, what was left out.

    `names` are those of people who agreed that partners get them, by the number of the session, and nothing else of
    them: as rows of the list they would be counted. The office's own book keeps the mark without them.
    """

    id: RowId
    source: str
    reader: str
    left_out: Mapping[str, int]
    made: int
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class Mark(StrEnum):
    """What a reviewer thinks of a part of the record."""

    HAS_ISSUES = "has_issues"
    NEEDS_REVIEW = "needs_review"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewNote:
    """One note of a reviewer.

    `kind`, `row` (hex) and `field` say what it is about: a session, an issue, a promise, a figure (the code of a group
    in `field`) or a line of the minutes (its words in `field`). A `statement` is the partner's own text on a session,
    printed with the minutes without a change. `written` is in milliseconds since 1970; `packet` is the packet it was
    written in, in hex. An `answer` is the office's.
    """

    id: RowId
    packet: str
    kind: str
    row: str
    field: str | None
    mark: Mark | None
    text: str
    author: str
    written: int
    statement: bool = False
    answer: str | None = None
    answered_by: str | None = None


def is_open(note: ReviewNote) -> bool:
    """Whether the office owes an answer: a statement stands for itself, agreement asks nothing."""
    return not note.statement and note.mark is not Mark.AGREED and note.answer is None
