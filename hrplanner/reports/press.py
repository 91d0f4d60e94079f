"""The press: one document of one session as a PDF or as text, with its proof where it is of a frozen version.

Importing this loads the fonts' shaper and the PDF writer; whoever starts the program does so only when something is
printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hrplanner.model import page_code
from hrplanner.model.disclosure import Protection
from hrplanner.model.lines import CommitmentLine
from hrplanner.model.minutes import MinutesVersion, PrintOrder
from hrplanner.model.minutes_life import Standing
from hrplanner.model.office import Office
from hrplanner.model.office_key import OfficeKey
from hrplanner.model.page_code import PageCode
from hrplanner.model.review import ReviewNote
from hrplanner.model.sealing import Recovery
from hrplanner.model.session import Session
from hrplanner.model.year_sheet import YearSheet
from hrplanner.reports import fonts, reading
from hrplanner.reports.contents import Told, catalog_for, content_of
from hrplanner.reports.html import html_of
from hrplanner.reports.key_sheet import key_sheet
from hrplanner.reports.large import zoom_of
from hrplanner.reports.layout import bind
from hrplanner.reports.page import Layer, PageFrame, Part, Proof
from hrplanner.reports.plain import page_as_text, text_of
from hrplanner.reports.proving import facts_in_words
from hrplanner.reports.recovery import recovery_sheet
from hrplanner.reports.sheets import KIT, SHEETS
from hrplanner.reports.year_table import year_table
from hrplanner.words.catalog import Catalog
from hrplanner.words.fingerprint import fingerprint_words
from hrplanner.words.labels.words import word

KINDS = ("summary", "minutes", *SHEETS)


class Press:
    """Makes paper for the use cases; keeps nothing."""

    def made(
        self,
        order: PrintOrder,
        *,
        office: Office,
        session: Session,
        version: MinutesVersion | None,
        protection: Protection | None = None,
        standing: Standing | None = None,
        earlier: Sequence[CommitmentLine] = (),
        statements: Sequence[ReviewNote] = (),
    ) -> bytes:
        """The file that the order asks for; a draft where `version` is None. The same arguments give the same bytes."""
        told = Told(office, _at_home(session, office), version, protection, standing, earlier, statements)
        parts = parts_of(order, told)
        title = _title(order, session)
        if order.file == "html":
            return html_of(parts, title=title, large=order.large).encode()
        if order.file == "txt":
            return "\n".join(page_as_text(part) for part in parts).encode("utf-8", "replace")
        return bind(parts, title=title)

    def pdf(
        self,
        order: PrintOrder,
        *,
        office: Office,
        session: Session,
        version: MinutesVersion | None,
        protection: Protection | None = None,
        standing: Standing | None = None,
    ) -> bytes:
        """The bytes of one document as PDF."""
        return self.made(
            order, office=office, session=session, version=version, protection=protection, standing=standing
        )

    def text(
        self,
        order: PrintOrder,
        *,
        office: Office,
        session: Session,
        version: MinutesVersion | None,
        protection: Protection | None = None,
    ) -> str:
        """The words of one document, without those at the head and foot of a page."""
        return text_of(content_of(order, Told(office, _at_home(session, office), version, protection, None, ())))

    def facts(self, order: PrintOrder, *, office: Office, session: Session, version: MinutesVersion) -> str:
        """The facts of a version in plain words, as the code of its first page has them."""
        return facts_in_words(office, _at_home(session, office), version, catalog_for(order))

    def recovery_sheet(self, recovery: Recovery, *, language: str, paper: str = "A4") -> bytes:
        """The page with the words of secrets; it carries no code and is kept nowhere."""
        return recovery_sheet(recovery, language=language, paper=paper)

    def key_sheet(
        self, key: OfficeKey, *, short: str, language: str, practice: bool = False, paper: str = "A4"
    ) -> bytes:
        """The page with a public key as a code and in six words; it carries no secret."""
        return key_sheet(key, short=short, language=language, paper=paper, practice=practice)

    def year_table(self, sheet: YearSheet, office: Office, *, language: str, reader: str, paper: str = "A4") -> bytes:
        """The yearly target table as a PDF."""
        return year_table(sheet, office, language=language, reader=reader, paper=paper)

    def page_texts(self, pdf: bytes) -> tuple[str, ...]:
        """The words of each page, as a reader of the PDF extracts them."""
        return reading.page_texts(pdf)

    def unprintable(self, text: str, language: str) -> tuple[str, ...]:
        """The characters of a text that no font has, printed as a replacement."""
        return tuple(sorted(fonts.family(language).uncovered(text)))


def parts_of(order: PrintOrder, told: Told) -> tuple[Part, ...]:
    """The documents that an order asks for, as words in their frames."""
    return tuple(
        Part(content_of(one, told), _frame(one, told.office, told.session, told.version, coded=order.document))
        for one in _bound_in(order)
    )


def _at_home(session: Session, office: Office) -> Session:
    """A session that names no country met in the country of the office, and is dated by its calendar."""
    return session if session.country else replace(session, country=office.country)


def _bound_in(order: PrintOrder) -> Iterable[PrintOrder]:
    """The order itself, or one for each paper of the kit that a coming meeting needs."""
    return (replace(order, document=each) for each in KIT) if order.document == "kit" else (order,)


def _title(order: PrintOrder, session: Session) -> str:
    return f"{word(catalog_for(order), 'document', order.document)} {session.number}"


def _frame(
    order: PrintOrder, office: Office, session: Session, version: MinutesVersion | None, *, coded: str
) -> PageFrame:
    """All round a document; `coded` is the kind of paper that its pages say they are of."""
    catalog = catalog_for(order)
    document = word(catalog, "document", order.document)
    numbered = catalog.say("No. {number}", number=session.number)
    state = catalog.say("draft") if version is None else catalog.say("version {n}", n=version.version)

    def place(page: int, pages: int) -> str:
        return " \u00b7 ".join((numbered, state, catalog.say("page {page} of {pages}", page=page, pages=pages)))

    def head_right(page: int, pages: int) -> str:
        return f"{document} \u00b7 {place(page, pages)}"

    def corner(page: int, pages: int) -> str:
        return _page_code(coded, office, session, version, page, pages)

    return PageFrame(
        language=order.language,
        title=_title(order, session),
        head_left=office.name,
        head_right=head_right,
        head_words=(office.name, document, numbered, state),
        copy=word(catalog, "reader", order.reader),
        proof=None if version is None else _proof(office, version, catalog),
        corner=None if version is None or not page_code.has_code(coded) else corner,
        place=place,
        layers=tuple(_layers(office, version, catalog)),
        paper=order.paper,
        zoom=zoom_of(order.document, large=order.large),
        spoken=(office.paper_language, office.language),
    )


def _page_code(
    document: str, office: Office, session: Session, version: MinutesVersion | None, page: int, pages: int
) -> str:
    return PageCode(
        document=document,
        number=session.number,
        version=version.version if version else 1,
        page=page,
        pages=pages,
        fingerprint=page_code.fingerprint(bytes.fromhex(version.digest if version else "")),
        practice=office.practice,
    ).text


def _layers(office: Office, version: MinutesVersion | None, catalog: Catalog) -> Iterable[Layer]:
    if office.practice:
        yield Layer(catalog.say("PRACTICE"), catalog.say("invented data, not a record"))
    if version is None:
        yield Layer(catalog.say("DRAFT"), catalog.say("not frozen, proves nothing"))


def _proof(office: Office, version: MinutesVersion, catalog: Catalog) -> Proof:
    told = catalog.say(
        "The same six words are on every page and in the office's file. One differs: the page was changed."
    )
    return Proof(
        label=catalog.say("Fingerprint"),
        words=fingerprint_words(bytes.fromhex(version.digest)),
        explanation=f"{told}\n{office.web_address}" if office.web_address else told,
    )
