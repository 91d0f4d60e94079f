"""What `hrplanner export` does, and `import` of what it wrote."""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hrplanner.cli.answers import Outcome
from hrplanner.usecases.ports import Tools
from hrplanner.usecases.taking_back_in import take_in_book
from hrplanner.usecases.taking_out import take_out
from hrplanner.usecases.workspace import Workspace
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels.words import word


def export(asked: argparse.Namespace, tools: Tools, catalog: Catalog) -> Outcome:
    """Writes everything into a folder."""
    folder = Path(asked.out)
    book = tools.open_book(Path(asked.file))
    try:
        rows = take_out(book, tools, folder, title=lambda name: word(catalog, "field", name))
    finally:
        book.close()
    said = catalog.count(
        "Wrote {n} row to {folder}.", "Wrote {n} rows to {folder}.", sum(rows.values()), folder=str(folder)
    )
    return Outcome(data={"out": str(folder), "rows": rows}, lines=(said,))


def import_whole_book(asked: argparse.Namespace, tools: Tools, catalog: Catalog, value: Mapping[str, Any]) -> Outcome:
    """Makes a book again from what `export` wrote."""
    space = Workspace(tools.open_book(Path(asked.file)))
    try:
        rows = take_in_book(space, value, rehearse=asked.dry_run)
    finally:
        space.book.close()
    said = catalog.count("{n} row taken in.", "{n} rows taken in.", rows)
    unchanged = (catalog.say("Nothing was changed."),) if asked.dry_run else ()
    return Outcome(data={"new": rows, "changed": 0, "duplicate": 0, "refused": []}, lines=(said, *unchanged))
