"""Which words an order asks for: the blocks of one document, as its reader may have them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hrplanner.model.commitments import is_unsettled
from hrplanner.model.disclosure import Concealed, Protection
from hrplanner.model.errors import Refused
from hrplanner.model.lines import CommitmentLine
from hrplanner.model.minutes import MinutesVersion, PrintOrder
from hrplanner.model.minutes_life import Standing
from hrplanner.model.office import Office
from hrplanner.model.public import public_findings
from hrplanner.model.review import ReviewNote
from hrplanner.model.rules.office_rules import rules_of
from hrplanner.model.rules.verdicts import Finding, check_all
from hrplanner.model.session import Session
from hrplanner.reports.account import Account, Proven
from hrplanner.reports.blocks import Block
from hrplanner.reports.large import in_large_type, zoom_of
from hrplanner.reports.left_out import left_out
from hrplanner.reports.matter import Matter
from hrplanner.reports.minutes import minutes
from hrplanner.reports.proving import codes_of, proved
from hrplanner.reports.sheets import SHEETS
from hrplanner.reports.statements import statements
from hrplanner.reports.summary import summary
from hrplanner.words.almanac import CountryAlmanac
from hrplanner.words.catalog import Catalog
from hrplanner.words.fingerprint import fingerprint_words


@dataclass(frozen=True, slots=True)
class Told:
    """What the press was handed beside the order."""

    office: Office
    session: Session
    version: MinutesVersion | None
    protection: Protection | None
    standing: Standing | None
    earlier: Sequence[CommitmentLine]
    statements: Sequence[ReviewNote] = ()


def catalog_for(order: PrintOrder) -> Catalog:
    """The words of the printout's language."""
    return Catalog(order.language, domain="printouts")


def content_of(order: PrintOrder, told: Told) -> tuple[Block, ...]:
    """The blocks; whoever prints for readers outside without saying what to hide gets no groups at all."""
    matter = _matter(order, told)
    if order.document == "summary":
        content = summary(told.session, matter.findings, matter.catalog, matter.protection)
    elif order.document == "minutes":
        content = _minutes(order, told, matter)
    elif order.document in SHEETS:
        content = SHEETS[order.document](matter)
    else:
        raise Refused("unknown_document", document=order.document)
    outside = () if order.reader == "internal" else left_out(matter, order.document, told.standing)
    return in_large_type((*content, *outside), zoom_of(order.document, large=order.large))


def _minutes(order: PrintOrder, told: Told, matter: Matter) -> tuple[Block, ...]:
    proven, signed = None, None
    if told.version is not None:
        code, signed = codes_of(told.office, told.session, told.version, told.standing, matter.catalog)
        words = fingerprint_words(bytes.fromhex(told.version.digest))
        proven = Proven(version=told.version.version, words=words, code=code)
    account = Account(
        session=told.session,
        findings=matter.findings,
        catalog=matter.catalog,
        office=told.office.name,
        proven=proven,
        protection=matter.protection,
        earlier=told.earlier,
        steps=told.standing.steps if told.standing else (),
    )
    own_words = tuple(statements(told.statements, matter.catalog))
    return (*proved(minutes(account, order.form), signed, told.standing, account), *own_words)


def _matter(order: PrintOrder, told: Told) -> Matter:
    protection = told.protection
    if order.reader != "internal" and protection is None:
        protection = Protection(figures=told.session, shown=frozenset())
    return Matter(
        office=told.office,
        session=told.session,
        findings=_findings(told.office, told.session, protection),
        catalog=catalog_for(order),
        protection=protection,
        earlier=tuple(line for line in told.earlier if is_unsettled(line.status)),
        paper=order.paper,
        large=order.large,
    )


def _findings(office: Office, session: Session, protection: Protection | None) -> Sequence[Finding | Concealed]:
    rules, almanac = rules_of(office), CountryAlmanac(office.country)
    if protection is None:
        return check_all(rules, session, almanac=almanac)
    return public_findings(rules, session, protection, almanac=almanac)
