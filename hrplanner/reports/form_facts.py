"""Facts that laws ask of minutes, one function each; what the record does not hold is a line to fill in by hand."""

from __future__ import annotations

from collections.abc import Iterator

from hrplanner.model.formalities import Event, Evidence
from hrplanner.reports import phrases
from hrplanner.reports.account import Account, Content
from hrplanner.reports.blocks import Block, Fact, Labelled, plain
from hrplanner.reports.form import FactOf, to_fill
from hrplanner.words.labels.words import word


def legal_basis(account: Account) -> Fact:
    """The law or order under which the meeting was held."""
    return Fact(word(account.catalog, "field", "legal_basis"), plain(to_fill(account.session.legal_basis)))


def notice(account: Account) -> Fact:
    """The day of the notice, by what means, at which places."""
    session, catalog = account.session, account.catalog
    day = catalog.date_with_local(session.notice_date, session.country or "") if session.notice_date else ""
    told = (day, ", ".join(session.notice_means), ", ".join(session.notice_places))
    return Fact(catalog.say("Notice"), plain(to_fill("; ".join(part for part in told if part))))


def held_again(account: Account) -> Fact | None:
    """The meeting that this one is held in place of; nothing where it is held for the first time."""
    first = account.session.reheld_of
    return Fact(word(account.catalog, "field", "reheld_of"), plain(first)) if first else None


def voters(account: Account) -> Fact:
    """All voters of the area, of which a quorum is a part."""
    number = account.session.voters
    told = None if number is None else account.catalog.number(number)
    return Fact(account.catalog.say("Voters of the area"), plain(to_fill(told)))


def office_held(label: str, code: str) -> FactOf:
    """Who held an office at the meeting; `label` is marked `NC_("signs", ...)`."""

    def fact(account: Account) -> Fact:
        return Fact(account.catalog.say_in("signs", label), plain(to_fill(account.name_of(code))))

    return fact


def day_of(label: str, event: Event) -> FactOf:
    """The day of something that a law asks for; `label` is marked `NC_("form", ...)`."""

    def fact(account: Account) -> Fact:
        day, catalog = account.session.dates.get(event), account.catalog
        told = catalog.date_with_local(day, account.session.country or "") if day else None
        return Fact(catalog.say_in("form", label), plain(to_fill(told)))

    return fact


def made_public(label: str) -> FactOf:
    """Where and when the record was made public; `label` says where the law wants it, marked `NC_("form", ...)`."""

    def fact(account: Account) -> Fact:
        catalog = account.catalog
        session = account.session
        told = [
            f"{one.place} ({phrases.day(one.date, session, catalog)})" if one.date else one.place
            for one in session.published
        ]
        return Fact(catalog.say_in("form", label), plain(to_fill("; ".join(told))))

    return fact


def papers(*asked: Evidence) -> Content:
    """Whether each paper was there: seen, missing, or not looked for."""

    def content(account: Account) -> Iterator[Block]:
        for paper in asked:
            yield Labelled(word(account.catalog, "paper", str(paper)), plain(_found(account, paper)))

    return content


def _found(account: Account, paper: Evidence) -> str:
    seen, catalog = account.session.evidence.get(paper), account.catalog
    if seen is None:
        return phrases.not_known(catalog)
    return catalog.say_in("paper", "seen") if seen else catalog.say_in("paper", "missing")
