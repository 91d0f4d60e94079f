"""Berita acara of a village deliberation: material, input, what was agreed, delegates, three annexes.

Law 6/2014, art. 54, and the forms of villages: signed by the chair of the session, the village head, the chair of the
BPD and somebody for the participants. Annex I is the list of those present, II the proposals accepted, III those not
taken up and those in reserve.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hrplanner.model.formalities import Event
from hrplanner.model.issues import Answer, Issue
from hrplanner.reports import phrases
from hrplanner.reports.account import Account
from hrplanner.reports.attendance import figures, register
from hrplanner.reports.blocks import Block, Labelled, Paragraph, Run, Runs, Table, plain
from hrplanner.reports.form import Form, Signatory, to_fill
from hrplanner.reports.form_facts import day_of, held_again, legal_basis, made_public, notice, office_held
from hrplanner.reports.minute_parts import agenda, answer, issue_table, promises, raised_by, rules, titled
from hrplanner.words.catalog import NC_, Catalog
from hrplanner.words.labels.words import word

_ORDINALS = (
    NC_("agreed", "First"),
    NC_("agreed", "Second"),
    NC_("agreed", "Third"),
    NC_("agreed", "Fourth"),
    NC_("agreed", "Fifth"),
    NC_("agreed", "Sixth"),
    NC_("agreed", "Seventh"),
    NC_("agreed", "Eighth"),
    NC_("agreed", "Ninth"),
    NC_("agreed", "Tenth"),
)
_DELEGATES = 3  # lines to name them on
_TAKEN_UP = frozenset({Answer.ACCEPTED, Answer.PARTLY})
_ACCEPTED = (10.0, 32.0, 58.0, 26.0, 22.0, 22.0)
_OTHERS = (10.0, 36.0, 64.0, 60.0)


def opening(account: Account) -> Iterator[Block]:
    """The sentence that a berita acara begins with; a meeting that was not held has none."""
    catalog, session = account.catalog, account.session
    if session.held is not False:
        told = catalog.say(
            "On {day}, at {place}, the meeting named above was held. Material, input and what was agreed follow.",
            day=phrases.when(session, catalog),
            place=phrases.where(session, catalog),
        )
        yield Paragraph(plain(told))


def agreed(account: Account) -> Iterator[Block]:
    """First, second, third: every decision in its order, and how it came about."""
    catalog, made = account.catalog, account.session.decisions
    if not made:
        yield Paragraph(plain(catalog.say("No decision was recorded.")))
    for place, decision in enumerate(made):
        how = word(catalog, "how", decision.how.value) if decision.how else None
        runs = (Run(decision.text), *((Run(f" ({how})"),) if how else ()))
        yield Labelled(_ordinal(place, catalog), runs, decided=True)
        if decision.dissent:
            yield Labelled(catalog.say("Dissent"), plain(decision.dissent))


def delegates(account: Account) -> Iterator[Block]:
    """Lines for the names of those who carry the result on."""
    for place in range(1, _DELEGATES + 1):
        yield Labelled(account.catalog.digits(str(place)), plain(to_fill(None)))


def accepted(account: Account) -> Iterator[Block]:
    """Proposals that were accepted, wholly or in part."""
    catalog = account.catalog
    head = (
        catalog.say("No."),
        catalog.say("Proposed by"),
        catalog.say("Proposal"),
        word(catalog, "field", "place"),
        word(catalog, "field", "volume"),
        word(catalog, "field", "cost"),
    )
    taken = [issue for issue in account.session.issues if issue.answer in _TAKEN_UP]
    rows = [(*_proposal(account, place, issue), *_measures(issue, catalog)) for place, issue in _numbered(taken)]
    yield from _proposals(account, head, rows, _ACCEPTED)


def others(account: Account) -> Iterator[Block]:
    """Proposals put off, passed on or not accepted, with the reason; and those without an answer, which says so."""
    catalog = account.catalog
    head = (catalog.say("No."), catalog.say("Proposed by"), catalog.say("Proposal"), word(catalog, "field", "answer"))
    left = [issue for issue in account.session.issues if issue.answer not in _TAKEN_UP]
    rows = [(*_proposal(account, place, issue), plain(answer(issue, catalog))) for place, issue in _numbered(left)]
    yield from _proposals(account, head, rows, _OTHERS)


def _numbered(issues: Sequence[Issue]) -> Iterator[tuple[int, Issue]]:
    return iter(enumerate(issues, start=1))


def _proposals(
    account: Account, head: tuple[str, ...], rows: Sequence[tuple[Runs, ...]], widths: tuple[float, ...]
) -> Iterator[Block]:
    if rows:
        numeric = frozenset({5}) if widths is _ACCEPTED else frozenset()
        yield Table(head, tuple(rows), widths, numeric=numeric)
    else:
        yield Paragraph(plain(account.catalog.say("No proposal is recorded here.")))


def _proposal(account: Account, place: int, issue: Issue) -> tuple[Runs, ...]:
    number = account.catalog.digits(str(place))
    return plain(number), plain(raised_by(account, issue)), plain(issue.text)


def _measures(issue: Issue, catalog: Catalog) -> tuple[Runs, ...]:
    unknown = phrases.not_known(catalog)
    return plain(issue.place or unknown), plain(issue.volume or unknown), plain(phrases.number_of(issue.cost, catalog))


def _ordinal(place: int, catalog: Catalog) -> str:
    if place < len(_ORDINALS):
        return catalog.say_in("agreed", _ORDINALS[place])
    return catalog.say("No. {number}", number=catalog.digits(str(place + 1)))


INDONESIA = Form(
    title=NC_("form", "Berita acara"),
    facts=(
        legal_basis,
        notice,
        held_again,
        office_held(NC_("signs", "Chair of the session"), "presiding"),
        office_held(NC_("signs", "Written by"), "secretary"),
        day_of(NC_("form", "Next meeting"), Event.NEXT_MEETING),
    ),
    opening=opening,
    parts=(
        titled(NC_("form", "Material"), agenda),
        titled(NC_("form", "Input of the participants, and the answers"), issue_table),
        titled(NC_("form", "Agreed"), agreed),
        titled(NC_("form", "Follow-up"), promises),
        titled(NC_("form", "Who was present"), figures),
        titled(NC_("form", "Who was in the room, checked against the rules"), rules),
        titled(NC_("form", "Delegates"), delegates),
    ),
    signatories=(
        Signatory(office=NC_("signs", "Chair of the session"), code="presiding"),
        Signatory(office=NC_("signs", "Village head"), code="village_head"),
        Signatory(office=NC_("signs", "Chair of the BPD"), code="bpd_chair"),
        Signatory(office=NC_("signs", "Participants' representative"), code="participants"),
    ),
    afterwards=(made_public(NC_("form", "Village information system, print, notice board")),),
    annexes=(
        (NC_("form", "Annex I: list of those present"), register),
        (NC_("form", "Annex II: proposals accepted"), accepted),
        (NC_("form", "Annex III: proposals not taken up, and in reserve"), others),
    ),
)
