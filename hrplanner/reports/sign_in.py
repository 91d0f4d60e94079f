"""The sign-in sheet: what signing means first, then lines for names. It goes round, so it has no column for a group.

Nothing on it is asked for but a name, a place and a signature; every sheet begins with the notice, because sheets part.
"""

from __future__ import annotations

from types import MappingProxyType

from hrplanner.reports import phrases
from hrplanner.reports.blocks import Block, Framed, Note, Run, Title, plain
from hrplanner.reports.hand import FillIn, Form, NewPage
from hrplanner.reports.matter import Matter
from hrplanner.words.labels.words import word

LINES = MappingProxyType({"A4": 17, "Letter": 15})  # on one sheet, as many as fit below the notice in every script
LINES_IN_LARGE_TYPE = MappingProxyType({"A4": 8, "Letter": 7})
_ROW = 10.0  # mm, room for a thumb
_ROW_IN_LARGE_TYPE = 7.0  # is set 1.65 times as high
_WIDTHS = (12.0, 64.0, 38.0, 56.0)
_USUAL_SHEETS, _MOST_SHEETS = 3, 25


def sign_in(matter: Matter) -> tuple[Block, ...]:
    """The blocks of as many sheets as those invited need.

    In large type the whole notice fills a page, which comes first; each sheet begins with all of it but who asks.
    """
    lines = (LINES_IN_LARGE_TYPE if matter.large else LINES)[matter.paper]
    sheets = (range(at * lines + 1, (at + 1) * lines + 1) for at in range(_sheets(matter.session.invitees, lines)))
    top = (*_head(matter), _before_signing(matter, _who_asks(matter)))
    found: list[Block] = [*top] if matter.large else []
    for sheet in sheets:
        if found:
            found.append(NewPage())
        found.extend((_before_signing(matter),) if matter.large else top)
        found.extend(_lines(matter, sheet))
    return tuple(found)


def _sheets(invitees: int | None, lines: int) -> int:
    if invitees is None:
        return _USUAL_SHEETS
    return max(1, min(_MOST_SHEETS, -(-invitees // lines)))


def _head(matter: Matter) -> tuple[Block, ...]:
    session, catalog = matter.session, matter.catalog
    told = (phrases.kind_of_meeting(session, catalog), phrases.when(session, catalog), phrases.where(session, catalog))
    return Title(word(catalog, "document", "sign-in")), Note(plain(", ".join(told)))


def _lines(matter: Matter, lines: range) -> tuple[Block, ...]:
    catalog = matter.catalog
    say = catalog.say
    head = (
        say("No."),
        say("Name, as you wish it to be written"),
        word(catalog, "field", "place"),
        say("Signature, thumb print or mark"),
    )
    rows = tuple((catalog.digits(str(line)), "", "", "") for line in lines)
    return (
        Form(head, rows, _WIDTHS, _ROW_IN_LARGE_TYPE if matter.large else _ROW),
        FillIn((say("Last line used"), say("Signatures"), say("Counted by"))),
    )


def _who_asks(matter: Matter) -> str:
    say, basis = matter.catalog.say, matter.session.legal_basis
    asks = say("Who asks, and why: {office}, to show who was here.", office=matter.session.body or matter.office.name)
    return f"{asks} {word(matter.catalog, 'field', 'legal_basis')}: {basis}. " if basis else f"{asks} "


def _before_signing(matter: Matter, asks: str = "") -> Framed:
    say = matter.catalog.say
    sees = say("Who sees it: the secretary and the auditor. Your name goes to nobody else unless you say yes to that.")
    rights = say("You may ask to see it, to correct it, or to have your name taken out.")
    means = say("You may take part without signing. Signing says “I was here”, not “I agree”. A mark counts.")
    never = say("Do not write caste, religion, age, illness or party on this sheet.")
    return Framed(
        (
            Note((Run(f"{say('Before you sign')} \u00b7 ", bold=True), Run(f"{asks}{sees} {rights}"))),
            Note(plain(f"{means} {never}")),
            FillIn((say("Kept until"), say("Ask here"))),
        )
    )
