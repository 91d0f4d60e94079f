"""What in a session a note of a review can be about: the whole, a figure, an issue, a promise, a line of minutes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hrplanner.model.changes import RowKind
from hrplanner.model.counting import attendees, in_group_alone
from hrplanner.model.office import Office
from hrplanner.model.review import ReviewNote
from hrplanner.model.session import Session
from hrplanner.usecases.ports import Book
from hrplanner.viewmodels.group_keys import group_name
from hrplanner.words.catalog import Catalog

WHOLE, STATEMENT = "session", "statement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Something that a note can be about: its row and field in the record, and its words."""

    code: str
    kind: RowKind
    row: bytes
    field: str | None = None
    what: str
    text: str


def parts_of(words: Catalog, book: Book, session: Session, lines: Sequence[str]) -> tuple[Part, ...]:
    """Every part; `lines` are those of its minutes, as far as they were read."""
    listed = (
        (RowKind.ISSUE, words.say("Issue"), session.issues),
        (RowKind.DECISION, words.say("Decision"), session.decisions),
        (RowKind.COMMITMENT, words.say("Promise"), session.commitments),
    )
    rows = (
        Part(code=f"{kind}:{one.id.hex()}", kind=kind, row=one.id, what=what, text=f"{one.code}  {one.text}")
        for kind, what, some in listed
        for one in some
    )
    whole = _whole(words, session)
    return (*whole, *_figures(words, book.office(), session), *rows, *_lines(words, book, session, lines))


def is_about(note: ReviewNote, part: Part) -> bool:
    """Whether a note belongs to this part."""
    same = (note.kind, note.row, note.field) == (str(part.kind), part.row.hex(), part.field)
    return same and note.statement is (part.code == STATEMENT)


def _whole(words: Catalog, session: Session) -> Iterator[Part]:
    kind, row = RowKind.SESSION, session.id
    yield Part(code=WHOLE, kind=kind, row=row, what=words.say("Session"), text=session.title)
    printed = words.say("printed with the minutes as it is written")
    yield Part(code=STATEMENT, kind=kind, row=row, what=words.say("Our own statement"), text=printed)


def _figures(words: Catalog, office: Office, session: Session) -> Iterator[Part]:
    """Those that say something, in the order of the keys."""
    whole = attendees(session)
    shown = {tally.group for tally in session.tallies}
    for group in sorted(office.groups, key=lambda one: one.position):
        count = in_group_alone(session, group.code)
        if group.code in shown and count.known is not None:
            text = words.say(
                "{group}: {n} of {whole}",
                group=group_name(office, words, group.code),
                n=_bounds(count.low, count.high),
                whole=_bounds(whole.low, whole.high),
            )
            code, what = f"figure:{group.code}", words.say("Figure")
            yield Part(code=code, kind=RowKind.SESSION, row=session.id, field=group.code, what=what, text=text)


def _lines(words: Catalog, book: Book, session: Session, lines: Sequence[str]) -> Iterator[Part]:
    versions, what = book.minutes(session.id), words.say("Line of the minutes")
    for at, line in enumerate(lines if versions else ()):
        row = versions[-1].id
        yield Part(code=f"line:{at}", kind=RowKind.MINUTES, row=row, field=line, what=what, text=line)


def _bounds(low: int, high: int | None) -> str:
    return str(low) if low == high else f"{low}-{'?' if high is None else high}"
