"""What a copy for readers outside the office leaves out, said on the copy itself."""

from __future__ import annotations

from collections.abc import Iterator

from hrplanner.model.disclosure import Concealed, groups_named
from hrplanner.model.minutes_life import Standing
from hrplanner.reports.blocks import Block, Heading, KeepTogether, Points, plain
from hrplanner.reports.matter import Matter
from hrplanner.reports.minute_life import READ_AND_SIGNED

# Papers to write on hold no figures: nothing can be left out of them.
WITH_FIGURES = frozenset({"summary", "minutes", "read-back", "answers", "targets", "unknowns"})


def left_out(matter: Matter, document: str, standing: Standing | None) -> tuple[Block, ...]:
    """The list, at the end of the document."""
    if document not in WITH_FIGURES:
        return ()
    say = matter.catalog.say
    lines = [*_lines(matter, document), *_of_the_steps(matter, document, standing)]
    lines = lines or [say("Nothing was left out of this copy.")]
    return (KeepTogether((Heading(say("Left out of this copy")), Points(tuple(plain(line) for line in lines)))),)


def _lines(matter: Matter, document: str) -> Iterator[str]:
    say, catalog, protection = matter.catalog.say, matter.catalog, matter.protection
    if matter.session.people:
        yield say("The list of those present, with everything they said of themselves.")
    if document == "minutes" and (matter.session.barriers or matter.session.support):
        yield say("The notes on what kept people away, and on the help that was given.")
    if protection is None:
        return
    rules = [finding.rule for finding in matter.findings]
    hidden = sum(1 for code in groups_named(matter.session, rules) if protection.hides(code))
    if hidden:
        yield catalog.count(
            "The numbers of {n} group: they are small, or give away a small one.",
            "The numbers of {n} groups: they are small, or give away a small one.",
            hidden,
        )
    concealed = sum(1 for finding in matter.findings if isinstance(finding, Concealed))
    if concealed:
        yield catalog.count(
            "The verdict on {n} rule that rests on such numbers.",
            "The verdicts on {n} rules that rest on such numbers.",
            concealed,
        )
    if protection.figures is not matter.session:
        yield say("Figures that changed by a few people only since an earlier copy was handed out.")


def _of_the_steps(matter: Matter, document: str, standing: Standing | None) -> Iterator[str]:
    """The office's notes on what was done with the minutes: no packet has them either."""
    if document != "minutes" or standing is None:
        return
    if any(step.stage in READ_AND_SIGNED for step in standing.steps):
        yield matter.catalog.say("How the record was read back and signed: language, helpers, objections.")
    if standing.addendum is not None and standing.addendum.note:
        yield matter.catalog.say("The reason that the office noted for the correction.")
