"""Putting back what was taken away: one step, which can be undone like any other."""

from hrplanner.model.changes import RowKind
from hrplanner.usecases.workspace import Workspace

STEP = "put_back"


def put_back(space: Workspace, kind: RowKind, row: bytes, *, about: str | None = None) -> None:
    """The row, or the session with all that went with it, is in the book again.

    Raises Refused: not_in_bin; number_taken where another session has the number by now.
    """
    space.write(STEP, space.book.out_of_bin(kind, row), about=about)
