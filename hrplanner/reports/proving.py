"""What proves a printout: the facts in plain words and the signed summary as codes, and what an addendum corrects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from hrplanner.model import page_code
from hrplanner.model.groups import GroupCode
from hrplanner.model.guards import smallest_of
from hrplanner.model.minutes import MinutesVersion
from hrplanner.model.minutes_life import Addendum, Standing
from hrplanner.model.office import Office
from hrplanner.model.page_code import PageCode
from hrplanner.model.session import Session
from hrplanner.reports import phrases, qr
from hrplanner.reports.account import Account
from hrplanner.reports.blocks import Block, Code, Facts, Heading, Paragraph, Run, Section
from hrplanner.words.catalog import Catalog
from hrplanner.words.fingerprint import fingerprint_words
from hrplanner.words.labels.words import word

PRACTICE = "PRACTICE"  # in codes this word is the same in every language
_CLIPPED_TO = (60, 40, 24, 12)  # characters of an office's or a place's name in the code with the facts
_CHANGES_SHOWN = 12
_NAMED_BY_NUMBER = frozenset({"issues", "decisions", "commitments", "recalled"})


def facts_in_words(office: Office, session: Session, version: MinutesVersion, catalog: Catalog) -> str:
    """The facts for any phone, names of places clipped until the code is small enough for the page."""
    for longest in _CLIPPED_TO:
        text = "\n".join(_lines(office, session, version, catalog, longest))
        if qr.fits(f"{text}\n{_own_code(office, session, version)}"):
            return text
    words = " ".join(fingerprint_words(bytes.fromhex(version.digest)))
    return f"{PRACTICE if office.practice else session.number[:60]}\n{words}"


def codes_of(
    office: Office, session: Session, version: MinutesVersion, standing: Standing | None, catalog: Catalog
) -> tuple[Code, Code | None]:
    """The facts in plain words, and the signed summary beside them; alone, the words end in a code of their own."""
    statement = standing.statement if standing else None
    caption = catalog.say("The facts as a code. Any phone shows them, without internet.")
    alt = catalog.say("Code with the facts that stand beside it")
    if statement is None or not statement.text:
        text = f"{facts_in_words(office, session, version, catalog)}\n{_own_code(office, session, version)}"
        return Code(text=text, caption=caption, alt=alt), None
    signed = Code(
        text=statement.text,
        caption=catalog.say("The same facts, signed by the office. The program checks them without the book."),
        alt=catalog.say("Code with the signed summary"),
    )
    return Code(text=statement.words, caption=caption, alt=alt), signed


def proved(
    blocks: Iterable[Block], signed: Code | None, standing: Standing | None, account: Account
) -> tuple[Block, ...]:
    """The blocks of any form of minutes, with the signed code beside the facts, and what the version corrects."""
    found = [replace(one, signed=signed) if isinstance(one, Facts) and one.code else one for one in blocks]
    if standing is None or standing.addendum is None:
        return tuple(found)
    at = next((place for place, one in enumerate(found) if isinstance(one, Heading | Section)), len(found))
    return (*found[:at], *_addendum(standing.addendum, account), *found[at:])


def _own_code(office: Office, session: Session, version: MinutesVersion) -> str:
    return PageCode(
        document="facts",
        number=session.number,
        version=version.version,
        page=1,
        pages=1,
        fingerprint=page_code.fingerprint(bytes.fromhex(version.digest)),
        practice=office.practice,
    ).text


def _lines(office: Office, session: Session, version: MinutesVersion, catalog: Catalog, longest: int) -> Iterator[str]:
    minutes_word = word(catalog, "document", "minutes")
    title = f"{minutes_word} {session.number[:60]}, {catalog.say('version {n}', n=version.version)}"
    yield f"{PRACTICE} {title}" if office.practice else title
    yield f"{office.name[:longest]}, {phrases.kind_of_meeting(session, catalog)[:longest]}"
    yield phrases.when(session, catalog, "long")[: longest * 2]  # fewer squares are read more often
    yield phrases.where(session, catalog)[:longest]
    smallest = smallest_of(office)  # anybody may photograph a code, whoever the copy is for
    heads = phrases.heads(session, catalog, smallest) or phrases.not_known(catalog)
    counted = (
        (catalog.say("heads"), heads),
        (catalog.say("signatures"), phrases.total(session.signatures, catalog, smallest)),
        (catalog.say("slips"), phrases.total(session.slips, catalog, smallest)),
    )
    yield ", ".join(f"{name} {number}" for name, number in counted)
    yield ", ".join(
        (
            catalog.count("{n} decision", "{n} decisions", len(session.decisions)),
            catalog.count("{n} promise", "{n} promises", len(session.commitments)),
        )
    )
    if office.web_address:
        yield office.web_address
    yield " ".join(fingerprint_words(bytes.fromhex(version.digest)))


def _addendum(addendum: Addendum, account: Account) -> Iterator[Block]:
    """What was signed stays as it was; this paper says what it corrects of it, and why."""
    catalog, signed_on = account.catalog, addendum.signed_on
    day = phrases.day(signed_on, account.session, catalog) if signed_on else phrases.not_known(catalog)
    corrects = catalog.say(
        "Addendum: this version corrects version {n}, signed on {date}. Version {n} is kept as it was.",
        n=addendum.corrects,
        date=day,
    )
    fields = dict.fromkeys(_named(one.path, account) for one in addendum.changed)
    shown = catalog.list(list(fields)[:_CHANGES_SHOWN])
    rest = len(fields) - _CHANGES_SHOWN
    told = catalog.say("Corrected: {fields}", fields=shown)
    if rest > 0:
        told = catalog.say("{list}, and {n} more", list=told, n=rest)
    runs = [Run(f"{corrects} ", bold=True), Run(told)]
    if addendum.note and account.inside:  # of a step as much as an objection is
        runs.append(Run(f". {catalog.say('Reason: {reason}', reason=addendum.note)}"))
    yield Paragraph(tuple(runs))


def _named(path: tuple[str, ...], account: Account) -> str:
    """The words of a field, with its row where that is a number, or a group that the reader may learn of.

    Rows of people, turns and money say nothing of whom they are: this line is copied and passed on.
    """
    catalog = account.catalog
    fields = [part for part in path[::2] if part]
    row = path[1] if len(path) > 1 else ""
    if path[0] == "tallies" and account.inside:
        row = account.groups([GroupCode(row)])
    elif path[0] not in _NAMED_BY_NUMBER:
        row = ""
    return f"{word(catalog, 'field', fields[-1])} {row}".strip()
