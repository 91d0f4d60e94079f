"""The press: one document of one session as a PDF or as text, with its proof where it is of a frozen version.

Importing this loads the fonts' shaper and the PDF writer; whoever starts the program does so only when something is
printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hrplanner.model import page_code
from hrplanner.model.disclosure import Concealed, Protection
from hrplanner.model.errors import Refused
from hrplanner.model.minutes import MinutesVersion, PrintOrder
from hrplanner.model.minutes_life import Standing
from hrplanner.model.office import Office
from hrplanner.model.office_rules import rules_of
from hrplanner.model.page_code import PageCode
from hrplanner.model.public import public_findings
from hrplanner.model.session import Session
from hrplanner.model.verdicts import Finding, check_all
from hrplanner.reports import reading
from hrplanner.reports.account import Account, Proven
from hrplanner.reports.blocks import Block
from hrplanner.reports.layout import render, unprintable
from hrplanner.reports.minutes import minutes
from hrplanner.reports.page import Layer, PageFrame, Proof
from hrplanner.reports.plain import text_of
from hrplanner.reports.proving import codes_of, facts_in_words, proved
from hrplanner.reports.summary import summary
from hrplanner.words.almanac import CountryAlmanac
from hrplanner.words.catalog import Catalog
from hrplanner.words.fingerprint import fingerprint_words
from hrplanner.words.labels.words import word

KINDS = ("summary", "minutes")


class Press:
    """Makes paper for the use cases; keeps nothing."""

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
        """The bytes of the document; a draft where `version` is None. The same arguments give the same bytes."""
        session = _at_home(session, office)
        content = _content(order, office, session, version, protection, standing)
        return render(content, _frame(order, office, session, version))

    def text(
        self,
        order: PrintOrder,
        *,
        office: Office,
        session: Session,
        version: MinutesVersion | None,
        protection: Protection | None = None,
    ) -> str:
        """The same words as plain text."""
        return text_of(_content(order, office, _at_home(session, office), version, protection))

    def facts(self, order: PrintOrder, *, office: Office, session: Session, version: MinutesVersion) -> str:
        """The facts of a version in plain words, as the code of its first page has them."""
        return facts_in_words(office, _at_home(session, office), version, catalog_for(order))

    def page_texts(self, pdf: bytes) -> tuple[str, ...]:
        """The words of each page, as a reader of the PDF extracts them."""
        return reading.page_texts(pdf)

    def unprintable(
        self, order: PrintOrder, *, office: Office, session: Session, version: MinutesVersion | None
    ) -> frozenset[str]:
        """The characters of the document that no font has, printed as a replacement."""
        return unprintable(_content(order, office, session, version, None), order.language)


def _at_home(session: Session, office: Office) -> Session:
    """A session that names no country met in the country of the office, and is dated by its calendar."""
    return session if session.country else replace(session, country=office.country)


def catalog_for(order: PrintOrder) -> Catalog:
    """The words of the printout's language."""
    return Catalog(order.language, domain="printouts")


def _content(
    order: PrintOrder,
    office: Office,
    session: Session,
    version: MinutesVersion | None,
    protection: Protection | None,
    standing: Standing | None = None,
) -> tuple[Block, ...]:
    """The blocks; whoever prints for readers outside without saying what to hide gets no groups at all."""
    catalog = catalog_for(order)
    if order.reader != "internal" and protection is None:
        protection = Protection(figures=session, shown=frozenset())
    findings = _findings(office, session, protection)
    if order.document == "summary":
        return summary(session, findings, catalog, protection)
    if order.document == "minutes":
        proven, signed = None, None
        if version is not None:
            code, signed = codes_of(office, session, version, standing, catalog)
            words = fingerprint_words(bytes.fromhex(version.digest))
            proven = Proven(version=version.version, words=words, code=code)
        account = Account(
            session=session,
            findings=findings,
            catalog=catalog,
            office=office.name,
            proven=proven,
            protection=protection,
        )
        return proved(minutes(account, order.form), signed, standing, catalog)
    raise Refused("unknown_document", document=order.document)


def _findings(office: Office, session: Session, protection: Protection | None) -> Sequence[Finding | Concealed]:
    rules, almanac = rules_of(office), CountryAlmanac(office.country)
    if protection is None:
        return check_all(rules, session, almanac=almanac)
    return public_findings(rules, session, protection, almanac=almanac)


def _frame(order: PrintOrder, office: Office, session: Session, version: MinutesVersion | None) -> PageFrame:
    catalog = catalog_for(order)
    document = word(catalog, "document", order.document)
    numbered = catalog.say("No. {number}", number=session.number)
    state = catalog.say("draft") if version is None else catalog.say("version {n}", n=version.version)

    def place(page: int, pages: int) -> str:
        return " \u00b7 ".join((numbered, state, catalog.say("page {page} of {pages}", page=page, pages=pages)))

    def head_right(page: int, pages: int) -> str:
        return f"{document} \u00b7 {place(page, pages)}"

    def corner(page: int, pages: int) -> str:
        return _page_code(order, office, session, version, page, pages)

    return PageFrame(
        language=order.language,
        title=f"{document} {session.number}",
        head_left=office.name,
        head_right=head_right,
        copy=word(catalog, "reader", order.reader),
        proof=None if version is None else _proof(version, catalog),
        corner=None if version is None or not page_code.has_code(order.document) else corner,
        place=place,
        layers=tuple(_layers(office, version, catalog)),
        paper=order.paper,
    )


def _page_code(
    order: PrintOrder, office: Office, session: Session, version: MinutesVersion | None, page: int, pages: int
) -> str:
    return PageCode(
        document=order.document,
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


def _proof(version: MinutesVersion, catalog: Catalog) -> Proof:
    return Proof(
        label=catalog.say("Fingerprint"),
        words=fingerprint_words(bytes.fromhex(version.digest)),
        explanation=catalog.say(
            "The same six words are on every page and in the office's file. One differs: the page was changed."
        ),
    )
