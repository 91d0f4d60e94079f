"""`hrplanner doctor` and `hrplanner backups`: whether a book is sound, what can be brought out, what can come back."""

import argparse
from pathlib import Path

from hrplanner.cli.answers import Outcome
from hrplanner.cli.exit_codes import DONE, NOT_IN_ORDER, REFUSED
from hrplanner.model.backups import Backup, BackupReason
from hrplanner.model.errors import FileProblem
from hrplanner.model.soundness import Examination, Salvaged
from hrplanner.usecases.compacting import compact_book
from hrplanner.usecases.ports import Tools
from hrplanner.viewmodels.backups import made_said
from hrplanner.viewmodels.check_file import compacted_said, fault_said, next_step, salvaged_said, sentence
from hrplanner.viewmodels.medium_said import medium_said
from hrplanner.viewmodels.soundness_said import said
from hrplanner.words.catalog import Catalog

_CODES = {"sound": DONE, "damaged": NOT_IN_ORDER, "cannot_be_opened": REFUSED}


def doctor(asked: argparse.Namespace, tools: Tools, catalog: Catalog) -> Outcome:
    """One of three sentences and the next step; --salvage brings out what can be read, --compact saves room."""
    path = Path(asked.file)
    found = tools.examine(path)
    if found.problem is not None and found.problem.code in {"not_found", "is_a_folder", "not_a_file"}:
        raise found.problem
    came = tools.salvage(path, Path(asked.salvage)) if asked.salvage else None
    after = next_step(catalog, found, backups=len(tools.backups_of(path)))
    lines = [sentence(catalog, found), *(fault_said(catalog, fault) for fault in found.faults)]
    lines.append(after if came is None else salvaged_said(catalog, came, asked.salvage))
    saved = _compacted(tools, path) if asked.compact and found.state == "sound" else None
    lines += [compacted_said(catalog, *saved)] if saved else []
    medium = tools.medium_of(path)
    lines += [line for line in medium_said(catalog, medium) if line]
    data = {**_data(catalog, found, after, came), "medium": str(medium)}
    data["compacted"] = {"before": saved[0], "after": saved[1]} if saved else None
    return Outcome(code=_CODES[found.state], data=data, lines=tuple(lines))


def _compacted(tools: Tools, path: Path) -> tuple[int, int]:
    book = tools.open_book(path)
    try:
        return compact_book(book)
    finally:
        book.close()


def backups(asked: argparse.Namespace, tools: Tools, catalog: Catalog) -> Outcome:
    """Lists the copies a book made by itself, makes one now, or brings one back."""
    path = Path(asked.file)
    done: list[str] = []
    if asked.now:
        book = tools.open_book(path)
        try:
            book.back_up(BackupReason.ASKED)
        finally:
            book.close()
    have = tools.backups_of(path)
    if asked.restore:
        chosen = next((one for one in have if one.path.name == asked.restore), None)
        if chosen is None:
            raise FileProblem("no_such_backup", path=asked.restore)
        aside = tools.bring_back(chosen.path, path)
        done.append(catalog.say("The copy of {made} is the book again.", made=made_said(catalog, chosen)))
        if aside is not None:
            done.append(catalog.say("The book as it was is in {file}.", file=str(aside)))
    lines = done or [_line(catalog, one) for one in have] or [catalog.say("There is no copy on this computer.")]
    return Outcome(data={"backups": [_backup_data(one) for one in have]}, lines=tuple(lines))


def _data(catalog: Catalog, found: Examination, after: str, came: Salvaged | None) -> dict[str, object]:
    return {
        "state": found.state,
        "sentence": sentence(catalog, found),
        "next": after,
        "problem": found.problem.code if found.problem else None,
        "faults": [
            {
                "code": one.code,
                "kind": one.kind,
                "count": one.count,
                "where": [{"session": spot.session, "kind": spot.kind, "row": spot.row} for spot in one.spots],
            }
            for one in found.faults
        ],
        "salvaged": None if came is None else {"sessions": came.sessions, "rows": came.rows, "lost": came.lost},
    }


def _line(catalog: Catalog, one: Backup) -> str:
    return f"{one.path.name}  {made_said(catalog, one)}  {said(catalog, 'backup', one.reason)}"


def _backup_data(one: Backup) -> dict[str, object]:
    return {
        "name": one.path.name,
        "path": str(one.path),
        "made": one.made.isoformat(),
        "reason": str(one.reason),
        "entries": one.entries,
        "size": one.size,
    }
