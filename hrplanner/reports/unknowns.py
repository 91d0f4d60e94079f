"""What could not be determined, why, and what to ask next time; and what was not recorded at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from hrplanner.model.disclosure import groups_of
from hrplanner.model.groups import dimension_of
from hrplanner.model.rules.findings import Finding, Verdict
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
from hrplanner.reports.matter import Matter
from hrplanner.words.catalog import NC_
from hrplanner.words.labels.reasons import reason
from hrplanner.words.labels.words import word

# By the code of the reason: what would give the figure next time.
ADVICE: Mapping[str, str] = MappingProxyType(
    {
        "nobody_counted": NC_("advice", "Let two people count, each alone, or use the tally grid at the door."),
        "figures_contradict": NC_("advice", "Count again from the sheets, and keep both numbers where they differ."),
        "period_not_over": NC_("advice", "Check again when the year is over."),
        "day_not_known": NC_("advice", "Write down the day when it happens."),
        "holidays_not_known": NC_("advice", "Ask which days between were public holidays."),
        "not_looked_for": NC_("advice", "Look for it, and note whether it was there."),
        "signing_not_known": NC_("advice", "Note for each office whether it has signed."),
        "publication_not_known": NC_("advice", "Note where and when it was made public."),
    }
)


def unknowns(matter: Matter) -> tuple[Block, ...]:
    """The blocks of the sheet."""
    session, catalog = matter.session, matter.catalog
    told = (phrases.kind_of_meeting(session, catalog), phrases.when(session, catalog), phrases.where(session, catalog))
    open_findings = [
        one for one in matter.findings if isinstance(one, Finding) and one.verdict is Verdict.CANNOT_DETERMINE
    ]
    found: tuple[Block, ...] = (*_findings(matter, open_findings), *_not_recorded(matter))
    if session.held is False:
        found = (Paragraph(plain(catalog.say("This meeting was not held."))),)
    return (
        Title(catalog.say("What could not be determined, and what to ask next time")),
        Subtitle(session.title),
        Subtitle(", ".join(told)),
        *(found or (Paragraph(plain(catalog.say("Everything that was asked about could be determined."))),)),
    )


def advice(finding: Finding, matter: Matter) -> str:
    """What to ask or to write down next time, so that this rule gets a verdict."""
    catalog, codes = matter.catalog, groups_of(finding.rule)
    dimensions = catalog.list(dict.fromkeys(word(catalog, "dimension", dimension_of(code)) for code in codes))
    if finding.reason in ADVICE:
        return catalog.say_in("advice", ADVICE[finding.reason])
    if finding.reason == "whole_not_known" and finding.rule.denominator is not None:
        whole = word(catalog, "whole", finding.rule.denominator.value)
        return catalog.say("Have this number ready before the meeting: {whole}.", whole=whole)
    if dimensions:
        return catalog.say("Ask on the slip or at the door, with “prefer not to say”: {what}.", what=dimensions)
    return catalog.say("Write down what the rule asks for.")


def _findings(matter: Matter, some: list[Finding]) -> Iterator[Block]:
    say = matter.catalog.say
    for finding in some:
        yield KeepTogether(
            (
                Heading(finding.rule.title_in(matter.catalog.language)),
                Labelled(say("Why"), plain(reason(matter.catalog, finding))),
                Labelled(say("Next time"), bold(advice(finding, matter))),
            )
        )


def _not_recorded(matter: Matter) -> Iterator[Block]:
    lines = tuple(_gaps(matter))
    if lines:
        yield Heading(matter.catalog.say("Not recorded this time"))
        yield Points(tuple(plain(line) for line in lines))


def _gaps(matter: Matter) -> Iterator[str]:
    """What is missing from the record, one line each; never guessed, never a zero."""
    session, catalog = matter.session, matter.catalog
    for name in ("date", "start", "end", "venue", "heads", "signatures", "slips"):
        if getattr(session, name) is None:
            yield word(catalog, "field", name)
    for dimension in sorted(session.not_asked):
        yield f"{word(catalog, 'dimension', dimension)}: {word(catalog, 'unknown', 'not_asked')}"
    yield from _of_rows(matter)


def _of_rows(matter: Matter) -> Iterator[str]:
    """Turns, issues and promises that lack something, each of how many."""
    session, say = matter.session, matter.catalog.say
    silent = sum(turn.count for turn in session.turns if turn.group is None)
    if silent:
        whole = sum(turn.count for turn in session.turns)
        yield say("Turns without a group: {n} of {whole}", n=silent, whole=whole)
    unraised = sum(1 for issue in session.issues if not issue.raised_by)
    if unraised:
        yield say("Issues without the group that raised them: {n} of {whole}", n=unraised, whole=len(session.issues))
    unowned = sum(1 for promise in session.commitments if not promise.owner)
    if unowned:
        yield say("Promises without an office: {n} of {whole}", n=unowned, whole=len(session.commitments))
    undated = sum(1 for promise in session.commitments if promise.due is None)
    if undated:
        yield say("Promises without a day: {n} of {whole}", n=undated, whole=len(session.commitments))
