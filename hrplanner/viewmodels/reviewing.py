"""Reviews in words: what was left out of a packet, what a note says, and what the office owes an answer."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from hrplanner.model.changes import RowKind
from hrplanner.model.review import ReviewNote, is_open
from hrplanner.usecases.ports import Book
from hrplanner.viewmodels.group_keys import group_name
from hrplanner.viewmodels.questions import in_front, row_said
from hrplanner.words.catalog import NC_, Catalog

MARKS: Mapping[str, str] = MappingProxyType(
    {
        "has_issues": NC_("mark", "has issues"),
        "needs_review": NC_("mark", "needs review"),
        "agreed": NC_("mark", "agreed"),
    }
)
SHORT = 6
"""Letters of a note's id that stand for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a note is about: the number of the session, and which part of it, in words."""

    number: str
    text: str


def about(catalog: Catalog, book: Book, note: ReviewNote) -> About:
    """Where a note belongs; what is in the bin by now has neither number nor words."""
    kind = RowKind(note.kind)
    session, values = book.row_now(kind, bytes.fromhex(note.row))
    number = str((values or {}).get("number") or "") if kind is RowKind.SESSION else ""
    if not number and session is not None:
        number = str((book.row_now(RowKind.SESSION, session)[1] or {}).get("number") or "")
    if note.statement:
        return About(number=number, text=catalog.say("Their own statement"))
    if kind is RowKind.SESSION and note.field:
        figure = catalog.say("Figure: {group}", group=group_name(book.office(), catalog, note.field))
        return About(number=number, text=figure)
    if kind is RowKind.SESSION:
        return About(number=number, text=catalog.say("The session as a whole"))
    if kind is RowKind.MINUTES:
        return About(number=number, text=catalog.say("Minutes: “{line}”", line=note.field or ""))
    named = (str((values or {}).get("code") or ""), str((values or {}).get("text") or ""))
    what = " ".join(part for part in (row_said(catalog, kind), *named) if part)
    return About(number=number, text=in_front(what))


def mark_said(catalog: Catalog, note: ReviewNote) -> str:
    """What the reviewer thinks of it; nothing for a bare remark."""
    return catalog.say_in("mark", MARKS[note.mark]) if note.mark else ""


def state_said(catalog: Catalog, note: ReviewNote) -> str:
    """Whether somebody has to answer, or has."""
    if is_open(note):
        return catalog.say("not answered yet")
    return catalog.say("answered") if note.answer else catalog.say("needs no answer")


def written_said(catalog: Catalog, note: ReviewNote) -> str:
    """Who wrote it and when."""
    when = dt.datetime.fromtimestamp(note.written / 1000, tz=dt.UTC).astimezone()
    return catalog.say("{name}, {moment}", name=note.author, moment=catalog.moment(when))


def names_said(catalog: Catalog, names: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Whose names are in a packet, because they agreed to that, a line for each session."""
    for number, given in sorted(names.items()):
        yield catalog.say("{number}, names by consent: {names}", number=number, names=catalog.list(list(given)))


def left_out_said(catalog: Catalog, left_out: Mapping[str, int]) -> Iterator[str]:
    """What the reader of a packet does not see, a line for each kind."""
    for code, n in sorted(left_out.items()):
        match code:
            case "names":
                yield catalog.count(
                    "Left out: {n} line of a list of people.", "Left out: {n} lines of lists of people.", n
                )
            case "groups":
                yield catalog.count(
                    "Left out: {n} figure, to protect people.", "Left out: {n} figures, to protect people.", n
                )
            case "turns":
                yield catalog.count("Left out: {n} turn of speaking.", "Left out: {n} turns of speaking.", n)
            case "signatories":
                yield catalog.count("Left out: {n} name of who signed.", "Left out: {n} names of who signed.", n)


def note_said(catalog: Catalog, note: ReviewNote) -> str:
    """A note in one line, with its short name in front and the answer behind."""
    mark = catalog.say_in("mark", MARKS[note.mark]) if note.mark else ""
    if note.statement:
        mark = catalog.say_in("mark", "statement")
    state = catalog.say("not answered yet") if is_open(note) else ""
    answer = catalog.say("Answer: {answer}", answer=note.answer) if note.answer else ""
    parts = (note.id.hex()[-SHORT:], note.author, mark, note.text, answer, state)
    return " · ".join(part for part in parts if part)
