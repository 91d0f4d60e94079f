"""Handing out a part of the book as a book of its own, for readers outside the office.

It is built from what may be seen (`model.sharing`), then read again for every name of a person that the book knows,
save those a partner gets by consent; where one is found nothing is handed out. What was handed out is frozen and
noted, so that later figures never give away what earlier ones hid.
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from hrplanner.model.changes import Change, RowKind, changes_between, plain
from hrplanner.model.disclosure import groups_named
from hrplanner.model.errors import Refused
from hrplanner.model.ids import RowId, SessionId, new_id
from hrplanner.model.lines import NewEntry
from hrplanner.model.minutes import MinutesVersion, PrintOrder, Printout
from hrplanner.model.people import Purpose
from hrplanner.model.review import Packet
from hrplanner.model.rules.office_rules import rules_of
from hrplanner.model.session import Session
from hrplanner.model.sharing import OVERSIGHT, PARTNER, READERS, Shared, names_for, shared, shared_office
from hrplanner.usecases.freezing import canonical_record, current_version, next_version
from hrplanner.usecases.ports import Book, Tools
from hrplanner.usecases.printing import protection_for
from hrplanner.usecases.reviewing import notes_for

STEP = "share"
DOCUMENT = "packet"
_FIRST_STEP = "packet"
_SHORTEST_NAME = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a packet would hold: the sessions as the reader sees them, the names that go along by the number of their
    session, and how many things were left out."""

    sessions: tuple[Session, ...]
    names: Mapping[str, tuple[str, ...]]
    left_out: Mapping[str, int]


def contents(book: Book, reader: str) -> Contents:
    """The receiver's view, to be looked at before anything is handed out. Raises Refused("unknown_reader")."""
    if reader not in READERS:
        raise Refused("unknown_reader", reader=reader)
    built, names, left_out = [], dict[str, tuple[str, ...]](), Counter[str]()
    for line in book.session_lines():
        one = _shared(book, book.session_of_id(line.id), reader)
        built.append(one.session)
        if one.names:
            names[one.session.number] = one.names
        left_out.update(one.left_out)
    return Contents(sessions=tuple(built), names=names, left_out=dict(left_out))


def share(book: Book, tools: Tools, out: Path, reader: str, *, clock: Callable[[], int]) -> Contents:
    """Make the packet, whole or not at all. Raises Refused: unknown_reader, nothing_to_share, share_names_found."""
    told = contents(book, reader)
    if not told.sessions:
        raise Refused("nothing_to_share")
    _refuse_names(book, told, reader)
    mark = Packet(
        id=RowId(new_id()), source=book.book_id(), reader=reader, left_out=told.left_out, made=clock(), names=told.names
    )
    frozen = {session.id: _version(book, book.session_of_id(session.id)) for session in told.sessions}
    with tools.new_book(out, shared_office(book.office(), office_id=RowId(new_id()))) as packet:
        packet.write(NewEntry(step=_FIRST_STEP), _rows(book, told, mark, frozen))
        _refuse_names_in(book, packet, told, reader)
        book.write(NewEntry(step=STEP, about=reader), _noted(book, mark, frozen, reader))
    return told


def _rows(book: Book, told: Contents, mark: Packet, frozen: Mapping[SessionId, MinutesVersion]) -> Iterator[Change]:
    yield Change(RowKind.PACKET, mark.id, None, None, plain(mark))
    for session in told.sessions:
        yield from changes_between(None, session)
        last = frozen[session.id]
        for version in (*_earlier(book, last, session.id, mark.reader), last):
            record = session if version is last else _named_only(session)
            cut = replace(version, canonical=canonical_record(record, ""))
            yield Change(RowKind.MINUTES, cut.id, session.id, None, plain(cut))
    for note in notes_for(book, mark.reader):
        yield Change(RowKind.REVIEW_NOTE, note.id, None, None, plain(note))


def _earlier(book: Book, last: MinutesVersion, session: SessionId, reader: str) -> tuple[MinutesVersion, ...]:
    """The versions before the last one that readers outside hold papers of; what never went out does not go now."""
    outside = {one.version for one in book.printouts(session) if one.reader != "internal"}
    known = (one for one in book.minutes(session) if one.id != last.id)
    return tuple(one for one in known if reader == OVERSIGHT or one.version in outside)


def _noted(book: Book, mark: Packet, frozen: Mapping[SessionId, MinutesVersion], reader: str) -> Iterator[Change]:
    yield Change(RowKind.PACKET, mark.id, None, None, plain(replace(mark, names={})))
    for session, version in frozen.items():
        if all(version.id != known.id for known in book.minutes(session)):
            yield Change(RowKind.MINUTES, version.id, session, None, plain(version))
        handed = Printout(
            id=RowId(new_id()),
            version=version.version,
            document=DOCUMENT,
            language=book.office().paper_language,
            reader=reader,
            paper="file",
            pages=(),
        )
        yield Change(RowKind.PRINTOUT, handed.id, session, None, plain(handed))


def _shared(book: Book, session: Session, reader: str) -> Shared:
    order = PrintOrder(document=DOCUMENT, language="en", reader=reader)
    protection = None if reader == OVERSIGHT else protection_for(book, book.office(), session, order)
    groups = groups_named(session, rules_of(book.office()).values())
    return shared(session, protection, groups, names=names_for(session, reader))


def _version(book: Book, session: Session) -> MinutesVersion:
    return current_version(book, session) or next_version(book, session)


def _named_only(session: Session) -> Session:
    """What a packet says of earlier versions: that they were, and their fingerprint; no figure to compare with."""
    return Session(id=session.id, number=session.number, title=session.title, kind=session.kind)


# ------------------------------------------------------------------------------------------ no name goes out


def names_withheld(book: Book, reader: str) -> frozenset[str]:
    """Every name of a person in the book that such a reader must find nowhere: of its lists, save who agreed, of
    counters, of signatories and of those who switched a rule.
    """
    found: set[str | None] = set()
    for line in book.session_lines():
        session = book.session_of_id(line.id)
        found |= {one.name for one in session.people if not (reader == PARTNER and one.allows(Purpose.PARTNERS))}
        found |= {tally.counted_by for tally in session.tallies}
        found |= {one.name for one in session.signatures_of}
    for rule in book.office().rules:
        found |= {rule.focal_point, rule.secretary, rule.confirmed_by}
    return frozenset(name.strip() for name in found if name and len(name.strip()) >= _SHORTEST_NAME)


def _refuse_names(book: Book, told: Contents, reader: str) -> None:
    """Names in what people wrote (an issue, a promise), said with the place, so that somebody can write it anew."""
    looked_for = _pattern(names_withheld(book, reader))
    if looked_for is None:
        return
    for session in told.sessions:
        for change in changes_between(None, session):
            if looked_for.search(_folded(_text(change.after))):
                code = (change.after or {}).get("code") or (change.after or {}).get("number") or ""
                raise Refused("share_names_found", session=session.number, kind=str(change.kind), code=code)


def _refuse_names_in(book: Book, packet: Book, told: Contents, reader: str) -> None:
    """The packet as it lies on the disk, read once more; the names on its mark are just those that go by consent."""
    for _, _, values in packet.all_rows(RowKind.PACKET):
        if {number: tuple(names) for number, names in values["names"].items()} != told.names:
            raise Refused("share_names_found", session="", kind=str(RowKind.PACKET), code="")
    looked_for = _pattern(names_withheld(book, reader))
    if looked_for is None:
        return
    for kind in RowKind:
        for _, _, values in packet.all_rows(kind):
            rest = {name: value for name, value in values.items() if kind is not RowKind.PACKET or name != "names"}
            if looked_for.search(_folded(_text(rest))):
                raise Refused("share_names_found", session="", kind=str(kind), code=values.get("code") or "")


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    folded = sorted({_folded(name) for name in names}, key=len, reverse=True)
    if not folded:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(name) for name in folded)})(?!\w)")


def _text(values: Mapping[str, object] | None) -> str:
    return json.dumps(values, ensure_ascii=False)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
