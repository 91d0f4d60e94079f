"""The target sheet: every rule with its verdict, and beside what is not reached room for what will be done about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hrplanner.model.counting import attendees
from hrplanner.model.disclosure import Concealed
from hrplanner.model.rules.findings import Finding, Verdict
from hrplanner.reports import phrases
from hrplanner.reports.blocks import (
    Block,
    Heading,
    KeepTogether,
    Note,
    Paragraph,
    Subtitle,
    Title,
    Verdicts,
    bold,
    plain,
)
from hrplanner.reports.findings import verdict_block
from hrplanner.reports.hand import FillIn, SignaturePlace, Signatures
from hrplanner.reports.matter import Matter
from hrplanner.words.labels.words import word

_TO_DO = frozenset({Verdict.NOT_MET, Verdict.CANNOT_DETERMINE})


def targets(matter: Matter) -> tuple[Block, ...]:
    """The blocks of the sheet."""
    session, catalog = matter.session, matter.catalog
    say = catalog.say
    told = (phrases.kind_of_meeting(session, catalog), phrases.when(session, catalog), phrases.where(session, catalog))
    return (
        Title(word(catalog, "document", "targets")),
        Subtitle(session.title),
        Subtitle(", ".join(told)),
        *_counted(matter),
        *_rules(matter),
        *_to_do(matter),
        KeepTogether(
            (
                Heading(say("Seen by")),
                Signatures(
                    (
                        SignaturePlace(say("Focal point"), say("Name"), say("Date, stamp")),
                        SignaturePlace(catalog.say_in("signs", "Secretary"), say("Name"), say("Date, stamp")),
                    )
                ),
            )
        ),
    )


def _counted(matter: Matter) -> Iterator[Block]:
    catalog = matter.catalog
    if attendees(matter.session).high is None:
        yield Note(plain(catalog.say("Nobody is counted yet: this says what will be checked, and against what.")))
        return
    found = Counter(one.verdict for one in matter.findings if isinstance(one, Finding))
    parts = (
        f"{word(catalog, 'verdict', each.value)}: {catalog.number(found[each])}" for each in Verdict if found[each]
    )
    text = " \u00b7 ".join(parts)
    if text:
        yield Paragraph(bold(text))


def _rules(matter: Matter) -> tuple[Block, ...]:
    if not matter.findings:
        return (Paragraph(plain(matter.catalog.say("This book has no rules yet."))),)
    inside = matter.protection is None
    return (Verdicts(tuple(verdict_block(one, matter.catalog, inside=inside) for one in matter.findings)),)


def _to_do(matter: Matter) -> Iterator[Block]:
    say = matter.catalog.say
    some = [one for one in matter.findings if not isinstance(one, Concealed) and one.verdict in _TO_DO]
    if not some:
        return
    yield Heading(say("What we will do until the next meeting"))
    for finding in some:
        title = finding.rule.title_in(matter.catalog.language)
        yield KeepTogether((Paragraph(bold(title)), FillIn((say("What"),)), FillIn((say("Who"), say("By when")))))
