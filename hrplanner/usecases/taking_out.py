"""Everything in a book, readable without the program: tables as CSV with their description, one JSON, a calendar.

The JSON holds the same rows under the same names as the tables, and made into a book again gives an equal one.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from hrplanner.model.changes import RowKind, columns_of
from hrplanner.model.lines import NewEntry
from hrplanner.usecases.calendar_file import calendar_of
from hrplanner.usecases.ports import Book, Tools
from hrplanner.usecases.spreadsheets import harmless

FORMAT = "hrplan-book/1"
BOOK_FILE, DESCRIPTION, CALENDAR = "book.json", "csv-metadata.json", "calendar.ics"

Row = tuple[bytes, bytes | None, Mapping[str, Any]]


def take_out(book: Book, tools: Tools, folder: Path, *, title: Callable[[str], str]) -> dict[str, int]:
    """Write all files into the folder, each whole or not at all; the number of rows of each table.
    That it was done is noted in the log, where the book can be written.

    `title` says what a column is called for people.
    """
    tools.make_folder(folder)
    rows = {kind: tuple(book.all_rows(kind)) for kind in RowKind}
    for kind, some in rows.items():
        tools.write_file(folder / f"{kind}.csv", _csv(kind, some))
    tools.write_file(folder / DESCRIPTION, _json(_description(title)))
    tools.write_file(folder / BOOK_FILE, _json(_as_json(rows)))
    sessions = [book.session_of_id(line.id) for line in book.session_lines()]
    tools.write_file(folder / CALENDAR, calendar_of(book.office(), sessions))
    if not book.read_only:
        book.note(NewEntry(step="export"))
    return {str(kind): len(some) for kind, some in rows.items()}


def _as_json(rows: Mapping[RowKind, Iterable[Row]]) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "rows": {
            str(kind): [
                {"id": row.hex(), "session": session.hex() if session is not None else None, **values}
                for row, session, values in some
            ]
            for kind, some in rows.items()
        },
    }


def _csv(kind: RowKind, rows: Iterable[Row]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    columns = columns_of(kind)
    writer.writerow(("id", "session", *columns))
    for row, session, values in rows:
        cells = (values[name] for name in columns)
        writer.writerow((row.hex(), session.hex() if session is not None else "", *(_cell(cell) for cell in cells)))
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "surrogatepass")


def _cell(value: Any) -> str | int:
    """Unknown is an empty cell; lists and tables are JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return value
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return harmless(text)


def _description(title: Callable[[str], str]) -> dict[str, Any]:
    """What the tables and their columns are, by the W3C's Metadata Vocabulary for Tabular Data."""
    return {
        "@context": "http://www.w3.org/ns/csvw",
        "dc:description": "An empty cell is not known. An apostrophe before = + - @ is not part of the text.",
        "tables": [_table(kind, title) for kind in RowKind],
    }


def _table(kind: RowKind, title: Callable[[str], str]) -> dict[str, Any]:
    columns = [
        {"name": "id", "datatype": "hexBinary", "required": True},
        {"name": "session", "datatype": "hexBinary"},
        *({"name": name, "titles": title(name)} for name in columns_of(kind)),
    ]
    of_session = {
        "columnReference": "session",
        "reference": {"resource": f"{RowKind.SESSION}.csv", "columnReference": "id"},
    }
    keys = {} if kind is RowKind.SESSION else {"foreignKeys": [of_session]}
    return {"url": f"{kind}.csv", "tableSchema": {"columns": columns, "primaryKey": "id", **keys}}


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass")
