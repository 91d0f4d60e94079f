"""Two values that two copies of the book wrote without knowing of each other, until a person has chosen."""

from dataclasses import dataclass

from hrplanner.model.ids import RowId

SAME_PERSON = "same_person"
"""In the place of a field: whether two lines of a list are one person; the other line is in `heads`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Which field of which row, and the entries of the log that wrote to it; the values stand in those entries.

    Without a field, a row was removed on one copy and edited on another. A head is the copy in hex, a colon, and the
    number of the entry there.
    """

    id: RowId
    kind: str
    row: str
    field: str | None
    heads: tuple[str, ...]
    settled: bool | None = None
