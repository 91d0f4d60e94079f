"""You said, we did, we could not because: every issue with its one answer, the reason, and what was promised."""

from __future__ import annotations

from collections.abc import Iterator

from hrplanner.model.commitments import Commitment
from hrplanner.model.issues import Answer, Issue
from hrplanner.reports import phrases
from hrplanner.reports.blocks import Block, Heading, KeepTogether, Labelled, Paragraph, Subtitle, Title, bold, plain
from hrplanner.reports.matter import Matter
from hrplanner.words.labels.words import word

_ORDER: tuple[Answer | None, ...] = (*Answer, None)


def answers(matter: Matter) -> tuple[Block, ...]:
    """The blocks of the sheet, issues under the answer they got."""
    session, catalog = matter.session, matter.catalog
    told = (phrases.kind_of_meeting(session, catalog), phrases.when(session, catalog), phrases.where(session, catalog))
    found = tuple(block for answer in _ORDER for block in _answered(matter, answer))
    return (
        Title(word(catalog, "document", "answers")),
        Subtitle(session.title),
        Subtitle(", ".join(told)),
        *(found or (Paragraph(plain(catalog.say("No issue was recorded."))),)),
    )


def _answered(matter: Matter, answer: Answer | None) -> Iterator[Block]:
    some = [issue for issue in matter.session.issues if issue.answer is answer]
    if some:
        yield Heading(_heading(matter, answer))
    for issue in some:
        yield KeepTogether(tuple(_told(matter, issue)))


def _heading(matter: Matter, answer: Answer | None) -> str:
    say = matter.catalog.say
    if answer is None:
        return say("No answer yet")
    return {
        Answer.ACCEPTED: say("We did, or will do"),
        Answer.PARTLY: say("We can do a part"),
        Answer.NOT_ACCEPTED: say("We could not"),
        Answer.PUT_OFF: say("Put off"),
        Answer.PASSED_ON: say("Passed on to others"),
    }[answer]


def _told(matter: Matter, issue: Issue) -> Iterator[Block]:
    say, catalog = matter.catalog.say, matter.catalog
    yield Labelled(say("You said"), bold(issue.text))
    groups = matter.named.together(issue.raised_by)
    if groups:
        yield Labelled(word(catalog, "field", "raised_by"), plain(groups))
    if issue.answer is not None and (issue.reason or issue.answer is not Answer.ACCEPTED):
        label = say("We answer") if issue.answer is Answer.ACCEPTED else say("Because")
        yield Labelled(label, plain(issue.reason or say("no reason recorded")))
    if issue.office:
        yield Labelled(word(catalog, "field", "office"), plain(issue.office))
    for promise in matter.session.commitments:
        if issue.code in promise.answers:
            yield Labelled(say("We promised"), plain(_promised(matter, promise)))


def _promised(matter: Matter, promise: Commitment) -> str:
    catalog = matter.catalog
    due = phrases.day(promise.due, matter.session, catalog) if promise.due else word(catalog, "promise", "undated")
    parts = (promise.text, promise.owner, due, word(catalog, "promise", promise.status.value))
    return " \u00b7 ".join(part for part in parts if part)
