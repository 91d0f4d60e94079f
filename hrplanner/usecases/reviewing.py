"""A partner's review: notes written into a packet, handed back as a small file, taken in beside the record, answered.

The file that goes back holds nothing but the review. It says which packet of which book it is of, and its own digest.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import rfc8785

from hrplanner.model.changes import Change, RowKind, from_plain, plain
from hrplanner.model.errors import Refused
from hrplanner.model.ids import RowId, new_id
from hrplanner.model.lines import NewEntry
from hrplanner.model.review import Mark, Packet, ReviewNote, is_open
from hrplanner.model.session import Session
from hrplanner.usecases.ports import Book

FORMAT = "hrplan-review/1"
ENDING = ".hrplan-review"
WRITE, STRIKE, TAKE, ANSWER = "write_review", "strike_review", "take_review", "answer_review"


def packet_of(book: Book) -> Packet | None:
    """The mark of a book that is a packet; None for an office's own book."""
    own = book.book_id()
    return next((one for one in packets(book) if one.source != own), None)


def packets(book: Book) -> tuple[Packet, ...]:
    """In an office's book, those it handed out."""
    return tuple(from_plain(RowKind.PACKET, row, values) for row, _, values in book.all_rows(RowKind.PACKET))


def notes(book: Book) -> tuple[ReviewNote, ...]:
    """All notes, oldest first."""
    found = (from_plain(RowKind.REVIEW_NOTE, row, values) for row, _, values in book.all_rows(RowKind.REVIEW_NOTE))
    return tuple(sorted(found, key=lambda note: (note.written, note.id)))


def open_notes(book: Book) -> tuple[ReviewNote, ...]:
    """Those the office owes an answer."""
    return tuple(note for note in notes(book) if is_open(note))


def statements_on(book: Book, session: Session) -> tuple[ReviewNote, ...]:
    """What partners handed back to be printed with the minutes of a session."""
    return tuple(note for note in notes(book) if note.statement and note.row == session.id.hex())


def open_notes_on(book: Book, session: Session) -> tuple[ReviewNote, ...]:
    """Those on a session, or on a part of it, that the office owes an answer."""
    parts = (session.issues, session.decisions, session.commitments)
    rows = {session.id.hex()} | {row.id.hex() for part in parts for row in part}
    rows |= {version.id.hex() for version in book.minutes(session.id)}
    return tuple(note for note in open_notes(book) if note.row in rows)


def notes_for(book: Book, reader: str) -> tuple[ReviewNote, ...]:
    """What such readers said before, with the answers, to go out with the next packet."""
    theirs = {packet.id.hex() for packet in packets(book) if packet.reader == reader}
    return tuple(note for note in notes(book) if note.packet in theirs)


def write_note(
    packet: Book,
    *,
    kind: RowKind,
    row: bytes,
    text: str,
    author: str,
    clock: Callable[[], int],
    field: str | None = None,
    mark: Mark | None = None,
    statement: bool = False,
) -> ReviewNote:
    """A note on a part of the record, or the partner's own statement on a session; kept as it was written.

    Raises Refused: not_a_packet, field_missing, reason_needed.
    """
    which = packet_of(packet)
    if which is None:
        raise Refused("not_a_packet")
    if not author.strip():
        raise Refused("field_missing", field="name")
    if not text.strip() and mark is None:
        raise Refused("field_missing", field="text")
    if not text.strip() and mark is not Mark.AGREED:
        raise Refused("reason_needed", answer=str(mark))
    note = ReviewNote(
        id=RowId(new_id()),
        packet=which.id.hex(),
        kind=str(kind),
        row=row.hex(),
        field=field,
        mark=mark,
        text=text,
        author=author.strip(),
        written=clock(),
        statement=statement,
    )
    packet.write_review(NewEntry(step=WRITE), [Change(RowKind.REVIEW_NOTE, note.id, None, None, plain(note))])
    return note


def strike_note(packet: Book, which: RowId) -> None:
    """Take a note of one's own out again, before it is handed back. Raises Refused: not_a_packet, changed_meanwhile."""
    mark = packet_of(packet)
    if mark is None:
        raise Refused("not_a_packet")
    note = next((one for one in notes(packet) if one.id == which and one.packet == mark.id.hex()), None)
    if note is None:
        raise Refused("changed_meanwhile", kind="review_note")
    packet.write_review(NewEntry(step=STRIKE), [Change(RowKind.REVIEW_NOTE, note.id, None, plain(note), None)])


def returned(packet: Book) -> bytes:
    """The file that goes back. Raises Refused: not_a_packet, nothing_to_return."""
    which = packet_of(packet)
    if which is None:
        raise Refused("not_a_packet")
    own = [note for note in notes(packet) if note.packet == which.id.hex()]
    if not own:
        raise Refused("nothing_to_return")
    body = {
        "format": FORMAT,
        "book": which.source,
        "packet": which.id.hex(),
        "notes": [{"id": note.id.hex(), **_written(note)} for note in own],
    }
    return (json.dumps({**body, "digest": _digest(body)}, ensure_ascii=False, indent=1) + "\n").encode()


def take_review(book: Book, content: bytes) -> int:
    """Put the notes beside what they are about; how many are new. Nothing is taken unless all is in order.

    Raises Refused: review_damaged, review_of_another_book, review_of_unknown_packet.
    """
    told = _read(content)
    if told["book"] != book.book_id():
        raise Refused("review_of_another_book")
    if all(packet.id.hex() != told["packet"] for packet in packets(book)):
        raise Refused("review_of_unknown_packet")
    known = {note.id for note in notes(book)}
    coming = [note for note in _notes(told) if note.id not in known]
    changes = [Change(RowKind.REVIEW_NOTE, note.id, None, None, plain(note)) for note in coming]
    if changes:
        book.write(NewEntry(step=TAKE), changes, from_outside=True)
    return len(changes)


def answer_note(book: Book, which: RowId, *, answer: str, by: str) -> ReviewNote:
    """The office's answer to a note, which goes out with the next packet. Raises Refused: field_missing."""
    if not answer.strip():
        raise Refused("field_missing", field="answer")
    note = next((one for one in notes(book) if one.id == which), None)
    if note is None:
        raise Refused("changed_meanwhile", kind="review_note")
    answered = replace(note, answer=answer.strip(), answered_by=by.strip() or None)
    before = {"answer": note.answer, "answered_by": note.answered_by}
    after = {"answer": answered.answer, "answered_by": answered.answered_by}
    book.write(NewEntry(step=ANSWER), [Change(RowKind.REVIEW_NOTE, note.id, None, before, after)])
    return answered


def _written(note: ReviewNote) -> dict[str, Any]:
    return {name: value for name, value in plain(note).items() if name not in {"packet", "answer", "answered_by"}}


def _digest(body: Mapping[str, Any]) -> str:
    return hashlib.sha256(rfc8785.dumps(dict(body))).hexdigest()


def _read(content: bytes) -> dict[str, Any]:
    try:
        told = json.loads(content)
        digest = told.pop("digest")
        if told["format"] != FORMAT or digest != _digest(told) or not isinstance(told["notes"], list):
            raise Refused("review_damaged")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Refused("review_damaged") from None
    return dict(told)


def _notes(told: Mapping[str, Any]) -> list[ReviewNote]:
    empty = {"packet": told["packet"], "answer": None, "answered_by": None}
    try:
        found = []
        for one in told["notes"]:
            values = {name: value for name, value in one.items() if name != "id"}
            note = from_plain(RowKind.REVIEW_NOTE, bytes.fromhex(one["id"]), {**values, **empty})
            if not isinstance(note.text, str) or not isinstance(note.author, str) or plain(note) != {**values, **empty}:
                raise Refused("review_damaged")
            found.append(note)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise Refused("review_damaged") from None
    return found
