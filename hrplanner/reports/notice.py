"""The notice of a meeting, in large type: when and where, what about, who is asked for, what people may expect."""

from __future__ import annotations

from collections.abc import Iterator

from hrplanner.model.disclosure import groups_of
from hrplanner.reports import phrases
from hrplanner.reports.blocks import (
    Block,
    Heading,
    KeepTogether,
    Labelled,
    Paragraph,
    Points,
    Subtitle,
    Title,
    bold,
    plain,
)
from hrplanner.reports.hand import FillIn, SignaturePlace, Signatures
from hrplanner.reports.matter import Matter
from hrplanner.words.labels.words import word


def notice(matter: Matter) -> tuple[Block, ...]:
    """The blocks of the notice."""
    session, catalog = matter.session, matter.catalog
    say = catalog.say
    return (
        Title(f"{word(catalog, 'document', 'notice')}: {phrases.kind_of_meeting(session, catalog)}"),
        Subtitle(session.title),
        Paragraph(bold(say("You are invited to this meeting."))),
        Labelled(say("When"), plain(phrases.when(session, catalog))),
        Labelled(say("Where"), plain(phrases.where(session, catalog))),
        Labelled(say("Who calls the meeting"), plain(session.body or matter.office.name)),
        *_basis(matter),
        *_points(matter),
        *_asked_for(matter),
        Heading(say("What you may expect")),
        Paragraph(plain(say("You may speak, in your own language. You need not give your name to take part."))),
        Paragraph(plain(say("Open promises of earlier meetings are read out, and you hear what became of them."))),
        Paragraph(plain(say("The record is read aloud before the meeting ends. Anybody may see it afterwards."))),
        *_access(matter),
        *_posting(matter),
    )


def groups_asked_for(matter: Matter) -> str:
    """The groups that the office's rules speak of, by name; empty where none does."""
    rules = (finding.rule for finding in matter.findings)
    codes = {code for rule in rules for code in groups_of(rule)}
    return matter.named.asked(codes)


def _basis(matter: Matter) -> Iterator[Block]:
    if matter.session.legal_basis:
        yield Labelled(word(matter.catalog, "field", "legal_basis"), plain(matter.session.legal_basis))


def _points(matter: Matter) -> Iterator[Block]:
    if matter.session.agenda:
        yield Heading(matter.catalog.say("What it is about"))
        items = sorted(matter.session.agenda, key=lambda item: item.position)
        yield Points(tuple(plain(item.text) for item in items), phrases.numbers(len(items), matter.catalog))


def _asked_for(matter: Matter) -> Iterator[Block]:
    groups = groups_asked_for(matter)
    if groups:
        say = matter.catalog.say
        yield Heading(say("Everybody is welcome, and these are asked for by name"))
        yield Paragraph(plain(groups))


def _access(matter: Matter) -> Iterator[Block]:
    say = matter.catalog.say
    yield KeepTogether(
        (
            Heading(say("What you need to take part")),
            Paragraph(plain(say("Tell us: interpreter, way without steps, care for children, help with the fare."))),
            FillIn((say("Ask here"),)),
            FillIn((say("Steps, toilet, water, light, way home"),)),
        )
    )


def _posting(matter: Matter) -> Iterator[Block]:
    session, say = matter.session, matter.catalog.say
    posted: list[Block] = [Heading(say("When and where this notice was given"))]
    if session.notice_date is None:
        posted.append(FillIn((say("Day"), say("By whom"))))
    else:
        posted.append(Labelled(say("Day"), plain(phrases.day(session.notice_date, session, matter.catalog))))
    places = "; ".join(session.notice_places)
    posted.append(Labelled(say("Places"), plain(places)) if places else FillIn((say("Places"),)))
    chair = SignaturePlace(matter.catalog.say_in("signs", "Chair of the meeting"), say("Name"), say("Date, stamp"))
    yield KeepTogether((*posted, Signatures((chair,))))
