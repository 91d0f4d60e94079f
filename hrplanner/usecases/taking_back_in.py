"""A book made again from what `taking_out` wrote: every row under its own id, in one step, into an empty book."""

from collections.abc import Iterator, Mapping
from typing import Any

from hrplanner.model.changes import Change, RowKind, columns_of, from_plain, office_changes, plain
from hrplanner.model.errors import Refused
from hrplanner.model.ids import SessionId
from hrplanner.model.lines import NewEntry
from hrplanner.usecases.workspace import Workspace

STEP = "take_in_book"


def take_in_book(workspace: Workspace, value: Mapping[str, Any], *, rehearse: bool = False) -> int:
    """Fill the book, which must hold no session yet; the number of rows.

    Raises Refused: book_not_empty, record_damaged.
    """
    if workspace.book.session_lines():
        raise Refused("book_not_empty")
    changes = [*_frame(workspace, value), *_rows(value)]
    workspace.book.write(NewEntry(step=STEP), changes, rehearse=rehearse, from_outside=True)
    workspace.refresh()
    return sum(change.after is not None for change in changes)


def _frame(workspace: Workspace, value: Mapping[str, Any]) -> Iterator[Change]:
    """The office of this book becomes the one that was taken out; what belongs to its frame makes way."""
    office = workspace.office
    for change in office_changes(None, office):
        if change.kind is RowKind.OFFICE:
            offices = list(_rows_of(value, RowKind.OFFICE))
            if len(offices) != 1:
                raise Refused("record_damaged")
            yield Change(RowKind.OFFICE, office.id, None, change.after, offices[0][2])
        else:
            yield Change(change.kind, change.id, None, change.after, None)


def _rows(value: Mapping[str, Any]) -> Iterator[Change]:
    for kind in RowKind:
        if kind is not RowKind.OFFICE:
            for row, session, values in _rows_of(value, kind):
                yield Change(kind, row, session, None, values)


def _rows_of(value: Mapping[str, Any], kind: RowKind) -> Iterator[tuple[bytes, SessionId | None, dict[str, Any]]]:
    columns = set(columns_of(kind))
    try:
        for row in value["rows"].get(str(kind), []):
            session = SessionId(bytes.fromhex(row["session"])) if row["session"] else None
            values = {name: told for name, told in row.items() if name not in {"id", "session"}}
            row_id = bytes.fromhex(row["id"])
            if set(values) != columns or plain(from_plain(kind, row_id, values)) != values:
                raise Refused("record_damaged")
            yield row_id, session, values
    except (KeyError, TypeError, ValueError, AttributeError):
        raise Refused("record_damaged") from None
