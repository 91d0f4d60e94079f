"""What merging left for people to choose: shown with both values, who wrote them and when; settled once, for good.

A choice is a step like any other, so it travels with the book and is not asked again anywhere.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hrplanner.model.changes import Change, RowKind, changes_between, plain
from hrplanner.model.conflicts import SAME_PERSON, Conflict
from hrplanner.model.errors import Refused
from hrplanner.model.ids import RowId, SessionId
from hrplanner.model.lines import EntryKey
from hrplanner.usecases.ports import Book
from hrplanner.usecases.same_person import joined
from hrplanner.usecases.workspace import Workspace

SAME, DIFFERENT = "same", "different"
REMOVE = "remove"
NAMED_BY = ("name", "number", "title", "text", "code", "group", "word")
"""What a row is called by, the first that it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One of the values, and who wrote it, when, and whether on this copy; nobody for what a person may say."""

    value: Any
    actor: str | None = None
    at: dt.datetime | None = None
    here: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked: `field` of a row that `about` names, in the session of this number."""

    id: RowId
    kind: RowKind
    row: bytes
    session: SessionId | None
    number: str | None
    field: str | None
    about: str
    before: Any
    kept: Any
    options: tuple[Option, ...]


def open_questions(book: Book) -> tuple[Question, ...]:
    """Everything that nobody has settled, oldest rows first; what is no longer there is not asked."""
    return tuple(question for asked in book.conflicts() for question in _question(book, asked))


def settle_question(workspace: Workspace, question: Question, chosen: Option) -> None:
    """Write the choice down; Refused("changed_meanwhile") where the row is no longer as it was shown."""
    settled = Change(RowKind.CONFLICT, question.id, None, {"settled": None}, {"settled": True})
    workspace.write(
        "settle_question", [settled, *_consequences(workspace.book, question, chosen)], about=question.about
    )


def _question(book: Book, asked: Conflict) -> Iterator[Question]:
    kind, row = RowKind(asked.kind), bytes.fromhex(asked.row)
    session, values = book.row_now(kind, row)
    if values is None:
        return
    number = book.session_of_id(session).number if session is not None else None
    if asked.field == SAME_PERSON:
        _, other = book.row_now(kind, bytes.fromhex(asked.heads[0]))
        before = None
        options: tuple[Option, ...] = (Option(value=SAME), Option(value=DIFFERENT)) if other else ()
        kept: Any = other
    elif asked.field is None:
        before, kept = None, values
        options = (_option(book, asked.heads[-1], values), _option(book, asked.heads[0], None))
    else:
        written = [(head, _written(book, head, kind, row)) for head in asked.heads]
        options = tuple(_option(book, head, (change.after or {})[asked.field]) for head, change in written if change)
        first = next((change for _, change in written if change), None)
        before = (first.before or {}).get(asked.field) if first else None
        kept = values[asked.field]
    if options:
        yield Question(
            id=asked.id,
            kind=kind,
            row=row,
            session=session,
            number=number,
            field=asked.field,
            about=next((str(values[name]) for name in NAMED_BY if values.get(name)), ""),
            before=before,
            kept=kept,
            options=options,
        )


def _consequences(book: Book, question: Question, chosen: Option) -> list[Change]:
    kind, row, session = question.kind, question.row, question.session
    if question.field == SAME_PERSON:
        return _joining(book, question) if chosen.value == SAME else []
    if question.field is not None:
        field = question.field
        return [Change(kind, row, session, {field: question.kept}, {field: chosen.value})]
    if chosen.value is not None:  # an edit that changes nothing says that somebody who knew of both kept the row
        name, value = next(iter(question.kept.items()))
        return [Change(kind, row, session, {name: value}, {name: value})]
    if kind is RowKind.SESSION:
        return changes_between(book.session_of_id(SessionId(row)), None)
    return [Change(kind, row, session, question.kept, None)]


def _joining(book: Book, question: Question) -> list[Change]:
    if question.session is None:
        raise Refused("changed_meanwhile", kind="person")
    session = book.session_of_id(question.session)
    pair = [person for person in session.people if person.id == question.row or plain(person) == question.kept]
    if len(pair) < 2:
        raise Refused("changed_meanwhile", kind="person")
    one, other = sorted(pair, key=lambda person: person.id != question.row)[:2]
    return changes_between(session, session.with_person(joined(one, other)).without(other.id))


def _option(book: Book, head: str, value: Any) -> Option:
    line = book.entry_line(_key(head))
    here = line is not None and line.key.replica == book.this_copy()
    return Option(value=value, actor=line.actor if line else None, at=line.at if line else None, here=here)


def _written(book: Book, head: str, kind: RowKind, row: bytes) -> Change | None:
    changes = book.changes_of(_key(head))
    return next((change for change in changes if change.kind is kind and change.id == row), None)


def _key(head: str) -> EntryKey:
    replica, _, sequence = head.partition(":")
    return EntryKey(bytes.fromhex(replica), int(sequence))
