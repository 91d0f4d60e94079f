"""What `hrplanner share` and `hrplanner review` do: hand out a part of the book, and deal with what comes back."""

import argparse
import time
from pathlib import Path
from typing import Any

from hrplanner.cli.answers import Outcome
from hrplanner.cli.exit_codes import DONE, NOT_IN_ORDER
from hrplanner.model.changes import RowKind
from hrplanner.model.errors import Refused
from hrplanner.model.ids import RowId
from hrplanner.model.review import Mark, ReviewNote, is_open
from hrplanner.usecases.ports import Book, Tools
from hrplanner.usecases.reviewing import answer_note, notes, packet_of, returned, take_review, write_note
from hrplanner.usecases.sharing import share
from hrplanner.viewmodels.reviewing import left_out_said, names_said, note_said
from hrplanner.words.catalog import Catalog

_PARTS = {"issues": RowKind.ISSUE, "decisions": RowKind.DECISION, "commitments": RowKind.COMMITMENT}


def share_(asked: argparse.Namespace, tools: Tools, catalog: Catalog) -> Outcome:
    """Makes a packet."""
    out = Path(asked.out)
    book = tools.open_book(Path(asked.file))
    try:
        told = share(book, tools, out, asked.reader, clock=_now)
    finally:
        book.close()
    said = catalog.count(
        "Handed out {n} session to {file}.", "Handed out {n} sessions to {file}.", len(told.sessions), file=str(out)
    )
    return Outcome(
        data={"out": str(out), "reader": asked.reader, "sessions": [one.number for one in told.sessions],
              "names": dict(told.names), "left_out": dict(told.left_out)},
        lines=(said, *names_said(catalog, told.names), *left_out_said(catalog, told.left_out)),
    )  # fmt: skip


def review(asked: argparse.Namespace, tools: Tools, catalog: Catalog) -> Outcome:
    """Notes in a packet, and in the office's book."""
    book = tools.open_book(Path(asked.file), read_only=asked.action == "list")
    try:
        new = _done(asked, tools, book)
        all_notes, packet = notes(book), packet_of(book)
    finally:
        book.close()
    waiting = asked.action == "list" and any(is_open(note) for note in all_notes)
    data: dict[str, Any] = {"notes": [_data(note) for note in all_notes]}
    lines = tuple(note_said(catalog, note) for note in all_notes) or (catalog.say("There are no notes."),)
    if packet is not None:
        data["names"] = dict(packet.names)
        lines = (*names_said(catalog, packet.names), *lines)
    if new is not None:
        data["new"] = new
        lines = (catalog.count("{n} note taken in.", "{n} notes taken in.", new), *lines)
    return Outcome(code=NOT_IN_ORDER if waiting else DONE, data=data, lines=lines)


def _done(asked: argparse.Namespace, tools: Tools, book: Book) -> int | None:
    match asked.action:
        case "note" | "statement":
            kind, row = _about(book, asked)
            write_note(
                book,
                kind=kind,
                row=row,
                field=asked.figure,
                mark=Mark(asked.mark) if asked.mark else None,
                text=_text(asked, tools),
                author=asked.by or "",
                statement=asked.action == "statement",
                clock=_now,
            )
        case "return":
            if not asked.out:
                raise Refused("field_missing", field="file")
            tools.write_file(Path(asked.out), returned(book))
        case "take":
            return take_review(book, tools.read_bytes(Path(_needed(asked.about))))
        case "answer":
            answer_note(book, _note_called(book, _needed(asked.about)), answer=_text(asked, tools), by=asked.by or "")
    return None


def _about(book: Book, asked: argparse.Namespace) -> tuple[RowKind, bytes]:
    """The session of this number, or the issue, decision or promise of this code in it."""
    session = book.session(_needed(asked.session))
    if asked.about is None:
        return RowKind.SESSION, session.id
    for part, kind in _PARTS.items():
        for row in getattr(session, part):
            if row.code == asked.about:
                return kind, row.id
    raise Refused("field_not_understood", field="code", value=asked.about)


def _note_called(book: Book, beginning: str) -> RowId:
    """The one note whose id ends so, as the list shows it."""
    found = [note.id for note in notes(book) if note.id.hex().endswith(beginning.lower())]
    if len(found) != 1:
        raise Refused("field_not_understood", field="code", value=beginning)
    return found[0]


def _text(asked: argparse.Namespace, tools: Tools) -> str:
    return tools.read_text(Path(asked.text_file)) if asked.text_file else asked.text or ""


def _needed(value: str | None) -> str:
    if not value:
        raise Refused("field_missing", field="number")
    return value


def _data(note: ReviewNote) -> dict[str, Any]:
    return {
        "id": note.id.hex(),
        "kind": note.kind,
        "row": note.row,
        "field": note.field,
        "mark": str(note.mark) if note.mark else None,
        "text": note.text,
        "author": note.author,
        "statement": note.statement,
        "answer": note.answer,
        "open": is_open(note),
    }


def _now() -> int:
    return time.time_ns() // 1_000_000


def fill_share(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    """The words of `share`."""
    command.add_argument("file", metavar="FILE", help=catalog.say("the book (.hrplan)"))
    command.add_argument(
        "--for", dest="reader", required=True, metavar="READER", help=catalog.say("partner, public or oversight")
    )
    command.add_argument("--out", required=True, metavar="PACKET", help=catalog.say("the file to write"))


def fill_review(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    """The words of `review`."""
    say = catalog.say
    actions = ("list", "note", "statement", "return", "take", "answer")
    command.add_argument("file", metavar="PACKET", help=say("the packet, or the office's book"))
    command.add_argument("action", choices=actions, help=say("what to do with the review"))
    command.add_argument("about", nargs="?", metavar="WHAT", help=say("code of an issue or promise, note, or file"))
    command.add_argument("--session", metavar="NUMBER", help=say("the session that a note is about"))
    command.add_argument("--figure", metavar="GROUP", help=say("the group whose figure a note is about"))
    command.add_argument("--mark", choices=tuple(Mark), help=say("what the reviewer thinks of it"))
    command.add_argument("--text", help=say("the words of the note or the answer"))
    command.add_argument("--text-file", metavar="FILE", help=say("a file with the words"))
    command.add_argument("--by", metavar="NAME", help=say("who writes"))
    command.add_argument("--out", metavar="FILE", help=say("the file to write"))
