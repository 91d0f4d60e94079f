"""Promises to read out, in large type: those still open from earlier meetings, then those made at this one."""

from __future__ import annotations

from collections.abc import Iterator

from hrplanner.model.commitments import Commitment
from hrplanner.model.lines import CommitmentLine
from hrplanner.reports import phrases
from hrplanner.reports.blocks import Block, Heading, Numbered, Paragraph, Run, Subtitle, Title, plain
from hrplanner.reports.hand import Choices, FillIn
from hrplanner.reports.matter import Matter
from hrplanner.words.labels.words import word


def read_back(matter: Matter) -> tuple[Block, ...]:
    """The blocks of the sheet."""
    session, catalog = matter.session, matter.catalog
    return (
        Title(word(catalog, "document", "read-back")),
        Subtitle(catalog.say("Read each one slowly, twice. Then ask: is it done?")),
        *_earlier(matter),
        Heading(catalog.say("Made at this meeting")),
        *(_made_here(matter, promise) for promise in session.commitments),
        *(() if session.commitments else (Paragraph(plain(catalog.say("No promise was recorded."))),)),
    )


def _earlier(matter: Matter) -> Iterator[Block]:
    if matter.earlier:
        yield Heading(matter.catalog.say("Still open from earlier meetings"))
    for promise in matter.earlier:
        yield Numbered(promise.code, promise.text, (_from(matter, promise), *_asked(matter, promise)))


def _from(matter: Matter, promise: CommitmentLine) -> Paragraph:
    catalog = matter.catalog
    status = word(catalog, "promise", promise.status.value)
    return Paragraph(plain(f"{catalog.say('No. {number}', number=promise.number)} \u00b7 {status}"))


def _made_here(matter: Matter, promise: Commitment) -> Numbered:
    catalog = matter.catalog
    told: list[Block] = []
    if promise.first_step:
        told.append(Paragraph(plain(catalog.say("First step: {step}", step=promise.first_step))))
    asked = {code for one in matter.session.issues if one.code in promise.answers for code in one.raised_by}
    if asked:
        told.append(_line(catalog.say("Asked by"), matter.named.together(asked)))
    return Numbered(promise.code, promise.text, (*told, *_asked(matter, promise)))


def _asked(matter: Matter, promise: Commitment | CommitmentLine) -> Iterator[Block]:
    """Who, by when, and whether it is done."""
    catalog = matter.catalog
    due = phrases.day(promise.due, matter.session, catalog) if promise.due else phrases.not_known(catalog)
    yield _line(word(catalog, "field", "owner"), promise.owner or phrases.not_known(catalog))
    yield _line(word(catalog, "field", "due"), due)
    yield Choices(
        (
            word(catalog, "promise", "done"),
            word(catalog, "promise", "partly_done"),
            catalog.say_in("promise", "Not yet"),
        )
    )
    yield FillIn((catalog.say("Reason, and new day"),))


def _line(name: str, value: str) -> Paragraph:
    return Paragraph((Run(f"{name}: "), Run(value, bold=True)))
