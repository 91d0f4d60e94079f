"""What people can ask for at the meeting, in large type, and the slip without a name that they put into a box."""

from __future__ import annotations

from collections.abc import Iterator

from hrplanner.model.groups import SEX, dimension_of, standard_groups
from hrplanner.model.rules.codes import Force, RuleKind
from hrplanner.model.rules.rule import Rule
from hrplanner.reports.blocks import (
    Block,
    Heading,
    Note,
    Paragraph,
    Points,
    Subtitle,
    Title,
    bold,
    plain,
)
from hrplanner.reports.hand import Choices, FillIn, NewPage
from hrplanner.reports.matter import Matter
from hrplanner.reports.named import in_order
from hrplanner.reports.tally_grid import ages, groups_to_count
from hrplanner.words.labels.words import word

_TOLD = frozenset(
    {RuleKind.NOTICE, RuleKind.QUORUM, RuleKind.FREQUENCY, RuleKind.PUBLICATION, RuleKind.REASONED_ANSWER}
)


def rights(matter: Matter) -> tuple[Block, ...]:
    """The blocks of the sheet and of the slips."""
    say = matter.catalog.say
    return (
        Title(say("What you can ask for at this meeting")),
        Subtitle(matter.session.title),
        Points(tuple(plain(text) for text in _everybody(matter))),
        *_of_law(matter),
        Paragraph(bold(say("Something went wrong? Ask here, also later and without your name."))),
        FillIn((say("Ask here"),)),
        NewPage(),
        *_slip(matter),
    )


def _everybody(matter: Matter) -> Iterator[str]:
    say = matter.catalog.say
    yield say("To be told in time when and where the meeting is, and what it is about.")
    yield say("To come in, to sit where you hear, and to have help if you need it.")
    yield say("To speak, in your own language, and to be heard to the end.")
    yield say("To take part without giving your name and without signing.")
    yield say("To get an answer to what you raise, and a reason if it is no.")
    yield say("To hear the record before it is signed, to object, and to see it afterwards.")


def _of_law(matter: Matter) -> Iterator[Block]:
    """The rules of law that a resident can hold the office to."""
    binding = [finding.rule for finding in matter.findings if _binds(finding.rule, matter.session.kind)]
    if binding:
        yield Heading(matter.catalog.say("What the rules say"))
        yield Points(tuple(plain(_with_source(rule, matter.catalog.language)) for rule in binding))


def _with_source(rule: Rule, language: str) -> str:
    title = rule.title_in(language)
    source = ", ".join(part for part in (rule.source, rule.article) if part)
    return f"{title} ({source})" if source else title


def _binds(rule: Rule, kind: str) -> bool:
    of_here = not rule.applies_to or kind in rule.applies_to
    return of_here and rule.kind in _TOLD and rule.force is not Force.OWN_TARGET


def _slip(matter: Matter) -> Iterator[Block]:
    say, catalog = matter.catalog.say, matter.catalog
    prefer = word(catalog, "unknown", "preferred_not")
    answers = (say("Yes"), say("Partly"), say("No"))
    yield Heading(say("Exit slip"), matter.session.number)
    yield Note(plain(say("No name. Tick what fits, leave out what you like, and put it into the box.")))
    for asked in (
        say("I understood what was said."),
        say("I could say what I wanted to say."),
        say("I was treated fairly."),
    ):
        yield Paragraph(bold(asked))
        yield Choices(answers)
    sexes = in_order(code for code in standard_groups() if dimension_of(code) == SEX)
    yield Paragraph(bold(say("I am")))
    yield Choices((*(matter.named.one(code) for code in sexes), prefer))
    yield Choices((*(matter.named.one(code) for code in ages(matter)), prefer))
    others = groups_to_count(matter)
    if others:
        yield Choices((*(matter.named.one(code) for code in others), prefer))
    yield FillIn((say("Next time, please"),))
