"""Printing: which version a printout is of, what is remembered of it, and who may not have it yet."""

from dataclasses import dataclass, replace

from hrplanner.model.changes import Change, RowKind, plain
from hrplanner.model.errors import Refused
from hrplanner.model.ids import RowId, new_id
from hrplanner.model.lines import NewEntry
from hrplanner.model.minutes import DocumentKind, MinutesVersion, PrintOrder, Printout
from hrplanner.model.office import LANGUAGES
from hrplanner.model.session import Session
from hrplanner.usecases.freezing import freeze
from hrplanner.usecases.ports import Book, Press

READERS = ("internal", "partner", "public")
FORMS = ("general",)
PAPERS = ("A4", "Letter")
DOCUMENTS_TO_COME = (
    "notice", "agenda", "sign-in", "tally", "script", "rights", "read-back", "answers", "targets", "unknowns",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A printout: the bytes of the PDF and the version it is of; a draft is of none and carries no code."""

    pdf: bytes
    version: MinutesVersion | None


def check_order(order: PrintOrder) -> None:
    """Refuses what cannot be printed yet, in words, rather than printing it wrong."""
    if order.document in DOCUMENTS_TO_COME:
        raise Refused("document_not_here_yet", document=order.document)
    if order.document not in set(DocumentKind):
        raise Refused("unknown_document", document=order.document)
    if order.language not in LANGUAGES:
        raise Refused("unknown_language", language=order.language)
    if order.reader == "public":
        raise Refused("public_needs_hiding")
    if order.reader not in READERS:
        raise Refused("unknown_reader", reader=order.reader)
    if order.form is not None and order.form not in FORMS:
        raise Refused("form_not_here_yet", form=order.form)
    if order.paper not in PAPERS:
        raise Refused("unknown_paper", paper=order.paper)


def preview(book: Book, press: Press, session: Session, order: PrintOrder) -> bytes:
    """The page as it would be printed now, as a draft where the record would be frozen by printing; changes nothing."""
    check_order(order)
    return press.pdf(replace(order, draft=True), office=book.office(), session=session, version=None)


def print_document(book: Book, press: Press, session: Session, order: PrintOrder) -> Printed:
    """One document; with a code of the frozen version, unless it is a draft or the book cannot be written."""
    check_order(order)
    office = book.office()
    if order.draft or book.read_only:
        return Printed(
            pdf=press.pdf(replace(order, draft=True), office=office, session=session, version=None), version=None
        )
    version = freeze(book, session)
    pdf = press.pdf(order, office=office, session=session, version=version)
    _remember(book, session, order, version, press.page_texts(pdf))
    return Printed(pdf=pdf, version=version)


def _remember(book: Book, session: Session, order: PrintOrder, version: MinutesVersion, pages: tuple[str, ...]) -> None:
    """Keeps the words of each page, so that a paper can be compared with them years later, whatever the program says
    then.
    """
    printout = Printout(
        id=RowId(new_id()),
        version=version.version,
        document=order.document,
        language=order.language,
        reader=order.reader,
        paper=order.paper,
        pages=pages,
    )
    if any(replace(old, id=printout.id) == printout for old in book.printouts(session.id)):
        return
    change = Change(RowKind.PRINTOUT, printout.id, session.id, None, plain(printout))
    book.write(NewEntry(step="print_document", about=order.document, session=session.id), [change])
