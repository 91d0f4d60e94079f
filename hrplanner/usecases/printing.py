"""Printing: which version a printout is of, what is remembered of it, and who may not have it yet."""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace

from hrplanner.model.changes import Change, RowKind, plain
from hrplanner.model.commitments import is_unsettled
from hrplanner.model.disclosure import Protection, groups_named, protect
from hrplanner.model.errors import Refused
from hrplanner.model.guards import smallest_of
from hrplanner.model.ids import RowId, new_id
from hrplanner.model.lines import CommitmentLine, NewEntry
from hrplanner.model.minutes import FORMS, DocumentKind, MinutesVersion, PrintOrder, Printout
from hrplanner.model.minutes_life import Standing
from hrplanner.model.office import LANGUAGES, Office
from hrplanner.model.record.sessions import session_from
from hrplanner.model.rules.office_rules import rules_of
from hrplanner.model.session import Session
from hrplanner.usecases.editions import Edition, edition_of
from hrplanner.usecases.ports import Book, Press
from hrplanner.usecases.reviewing import statements_on
from hrplanner.usecases.signing import Signer

Deliver = Callable[[bytes], AbstractContextManager[object]]
"""Puts the paper where it goes: whole on the disk inside, under its name when the book has kept its version."""

REPLACEMENT = "\ufffd"  # what a page shows for a character that no font has
READERS = ("internal", "partner", "public")
PAPERS = ("A4", "Letter")
FILES = ("pdf", "html", "txt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A printout: the bytes of its file, the words of its pages, and the version it is of.

    A draft is of none and carries no code. A file without pages has its words as one. `replaced` are the characters
    that no font has.
    """

    content: bytes
    pages: tuple[str, ...]
    version: MinutesVersion | None
    replaced: tuple[str, ...] = ()


def check_order(order: PrintOrder) -> None:
    """Refuses what cannot be printed yet, in words, rather than printing it wrong."""
    if order.document not in set(DocumentKind):
        raise Refused("unknown_document", document=order.document)
    if order.language not in LANGUAGES:
        raise Refused("unknown_language", language=order.language)
    if order.reader not in READERS:
        raise Refused("unknown_reader", reader=order.reader)
    if order.form is not None and order.form not in FORMS:
        raise Refused("form_not_here_yet", form=order.form)
    if order.file not in FILES:
        raise Refused("unknown_file", file=order.file)
    if order.paper not in PAPERS:
        raise Refused("unknown_paper", paper=order.paper)


def preview(
    book: Book,
    press: Press,
    session: Session,
    order: PrintOrder,
    *,
    signer: Signer | None = None,
    reason: str | None = None,
    prepared: MinutesVersion | None = None,
) -> Printed:
    """The paper as it would be printed now; nothing is written.

    Its version, given back as `prepared`, is the one that is printed as long as the record stays the same.
    """
    return _made(book, press, session, order, signer=signer, reason=reason, prepared=prepared)[0]


def print_document(
    book: Book,
    press: Press,
    session: Session,
    order: PrintOrder,
    *,
    deliver: Deliver = nullcontext,
    signer: Signer | None = None,
    reason: str | None = None,
    prepared: MinutesVersion | None = None,
) -> Printed:
    """One document; with a code of the frozen version, unless it is a draft or the book cannot be written.

    The version is kept only when the paper is safe, and the paper takes its name only when the version is kept. A
    version after a signed one is an addendum, and `reason` says why.
    """
    printed, edition = _made(book, press, session, order, signer=signer, reason=reason, prepared=prepared)
    entry = NewEntry(step="print_document", about=order.document, session=session.id)
    changes: tuple[Change, ...] = ()
    if edition is not None:
        changes = (*edition.kept, *_printout(book, session, order, edition.version, printed.pages))
        entry = replace(entry, step="freeze_minutes", about=session.number) if edition.fresh else entry
    with deliver(printed.content):
        if changes:
            book.write(entry, changes)
        elif not book.read_only:  # a draft, or a paper that was handed out before: it says the same names again
            book.note(replace(entry, step="print_draft") if order.draft else entry)
    return printed


def _made(
    book: Book,
    press: Press,
    session: Session,
    order: PrintOrder,
    *,
    signer: Signer | None,
    reason: str | None,
    prepared: MinutesVersion | None,
) -> tuple[Printed, Edition | None]:
    """The paper and its edition; a draft has none."""
    check_order(order)
    if order.draft or book.read_only:
        return _printed(book, press, session, replace(order, draft=True), None), None
    office = book.office()

    def words(version: MinutesVersion) -> str:
        return press.facts(order, office=office, session=session, version=version)

    edition = edition_of(
        book,
        session,
        language=order.language,
        words=words if order.document == DocumentKind.MINUTES else None,
        signer=signer,
        reason=reason,
        prepared=prepared,
    )
    return _printed(book, press, session, order, edition), edition


def _printed(book: Book, press: Press, session: Session, order: PrintOrder, edition: Edition | None) -> Printed:
    version, standing = (None, None) if edition is None else (edition.version, edition.standing)
    content = making(book, session, order, version=version, standing=standing)(press)
    replaced: tuple[str, ...] = ()

    def in_words() -> str:
        if order.file == "txt":
            return content.decode()
        return making(book, session, replace(order, file="txt"), version=version, standing=standing)(press).decode()

    if order.file == "pdf":
        pages = press.page_texts(content)
        if any(REPLACEMENT in page for page in pages):
            replaced = press.unprintable(in_words(), order.language)
    else:
        pages = (in_words(),)
    return Printed(content=content, pages=pages, version=version, replaced=replaced)


def promises_before(book: Book, session: Session) -> tuple[CommitmentLine, ...]:
    """The promises still open from meetings before this one; of meetings without a day, all."""
    return tuple(line for line in _made_before(book, session) if is_unsettled(line.status))


def _made_before(book: Book, session: Session) -> tuple[CommitmentLine, ...]:
    def earlier(line: CommitmentLine) -> bool:
        before = line.made is None or session.date is None or line.made < session.date
        return before and line.session != session.id

    return tuple(line for line in book.commitment_lines() if earlier(line))


def making(
    book: Book,
    session: Session,
    order: PrintOrder,
    *,
    version: MinutesVersion | None,
    standing: Standing | None = None,
) -> Callable[[Press], bytes]:
    """What the press does without asking the book again: the book was asked when this was called."""
    check_order(order)
    office = book.office()
    protection = protection_for(book, office, session, order)
    earlier, own_words = _made_before(book, session), statements_on(book, session)
    return lambda press: press.made(
        order,
        office=office,
        session=session,
        version=version,
        protection=protection,
        standing=standing,
        earlier=earlier,
        statements=own_words,
    )


def protection_for(book: Book, office: Office, session: Session, order: PrintOrder) -> Protection | None:
    """What a reader outside the office must not be shown, in the light of what readers outside were shown before."""
    if order.reader == "internal":
        return None
    outside = sorted({one.version for one in book.printouts(session.id) if one.reader != "internal"})
    frozen = {one.version: one for one in book.minutes(session.id)}
    handed_out = [_as_frozen(frozen[version]) for version in outside if version in frozen]
    codes = groups_named(session, rules_of(office).values())
    codes = codes.union(*(groups_named(one, ()) for one in handed_out))
    return protect(session, codes, handed_out, smallest_of(office))


def _as_frozen(version: MinutesVersion) -> Session:
    record = json.loads(version.canonical)
    record.pop("salt", None)
    return session_from(record)


def _printout(
    book: Book, session: Session, order: PrintOrder, version: MinutesVersion, pages: tuple[str, ...]
) -> Iterator[Change]:
    """Keeps the words of each page, so that a paper can be compared with them years later, whatever the program says
    then.
    """
    printout = Printout(
        id=RowId(new_id()),
        version=version.version,
        document=order.document,
        language=order.language,
        reader=order.reader,
        paper=order.paper if order.file == "pdf" else order.file,
        pages=pages,
    )
    if not any(replace(old, id=printout.id) == printout for old in book.printouts(session.id)):
        yield Change(RowKind.PRINTOUT, printout.id, session.id, None, plain(printout))
