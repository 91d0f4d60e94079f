"""What a form of minutes is: its name, the facts, parts and annexes it has in which order, and who signs it.

The parts that forms share are in `minute_parts`, the forms themselves in `minutes` and `forms`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hrplanner.reports import phrases
from hrplanner.reports.account import Account, Content, Numbers, Part
from hrplanner.reports.blocks import (
    Block,
    Fact,
    Heading,
    KeepTogether,
    Paragraph,
    Run,
    Subtitle,
    Title,
)  # fmt: skip
from hrplanner.reports.hand import NewPage, SignaturePlace, Signatures
from hrplanner.reports.minute_life import help_given, promises_recalled, read_back
from hrplanner.reports.minute_parts import facts
from hrplanner.words.catalog import Catalog

FactOf = Callable[[Account], Fact | None]
_LINE = "_" * 24  # to fill in by hand
_OF_EVERY_FORM: tuple[Part, ...] = (promises_recalled, help_given)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """An office that signs; its words are marked `NC_("signs", ...)`, `code` is what the record calls it."""

    office: str
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form as a table; `title` and the headings of `annexes` are marked `NC_("form", ...)`."""

    title: str
    parts: tuple[Part, ...]
    signatories: tuple[Signatory, ...]
    facts: tuple[FactOf, ...] = ()
    opening: Content | None = None
    afterwards: tuple[FactOf, ...] = ()
    annexes: tuple[tuple[str, Content], ...] = ()


def written(form: Form, account: Account) -> tuple[Block, ...]:
    """The blocks of the minutes in this form."""
    catalog, numbers = account.catalog, Numbers(account.catalog)
    kind = phrases.kind_of_meeting(account.session, catalog)
    return (
        Title(f"{catalog.say_in('form', form.title)}: {kind}"),
        Subtitle(account.session.title),
        facts(account, _known(form.facts, account)),
        *(form.opening(account) if form.opening else ()),
        *(block for part in (*form.parts, *_OF_EVERY_FORM) for block in part(account, numbers)),
        KeepTogether((*_ending(form, account, numbers), *_afterwards(form, account, numbers))),
        *(block for heading, content in form.annexes for block in _annex(heading, content, account)),
    )


def to_fill(text: str | None) -> str:
    """What is known, or a line to fill in by hand."""
    return text or _LINE


def _known(asked: tuple[FactOf, ...], account: Account) -> tuple[Fact, ...]:
    return tuple(fact for of in asked if (fact := of(account)) is not None)


def _ending(form: Form, account: Account, numbers: Numbers) -> tuple[Block, ...]:
    """The block to sign on never stands alone on a page: what it means goes with it."""
    catalog = account.catalog
    heading = Heading(catalog.say("Read-back, objections, signatures"), numbers.next())
    places = tuple(_place(signatory, account, catalog) for signatory in form.signatories)
    return heading, *read_back(account), Signatures(places)


def _place(signatory: Signatory, account: Account, catalog: Catalog) -> SignaturePlace:
    name = account.name_of(signatory.code) if signatory.code else None
    office = catalog.say_in("signs", signatory.office)
    return SignaturePlace(office, name or catalog.say("Name"), catalog.say("Date, stamp"))


def _afterwards(form: Form, account: Account, numbers: Numbers) -> Iterator[Block]:
    """What is done with the record once it is signed: confirmed, sent, made public."""
    rows = _known(form.afterwards, account)
    if rows:
        yield Heading(account.catalog.say("After the meeting"), numbers.next())
    for fact in rows:
        yield Paragraph((Run(f"{fact.label}: "), *fact.value))


def _annex(heading: str, content: Content, account: Account) -> Iterator[Block]:
    if account.inside:  # a register that is passed on the table; outside an annex is a few lines
        yield NewPage()
    yield Heading(account.catalog.say_in("form", heading))
    yield from content(account)
