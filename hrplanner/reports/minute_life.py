"""What every form of minutes tells of the meeting's promises, help and reading back, wherever the record holds it.

What hindered people and how the record was read back are notes of the office: a copy for readers outside has neither.
"""

from __future__ import annotations

from collections.abc import Iterator

from hrplanner.model.minutes import MinutesStep, Stage
from hrplanner.reports import phrases
from hrplanner.reports.account import Account, Numbers
from hrplanner.reports.blocks import Block, Heading, Labelled, Paragraph, Points, Run, Runs, plain
from hrplanner.words.labels.words import word

READ_AND_SIGNED = (Stage.READ_BACK, Stage.SIGNED)


def promises_recalled(account: Account, numbers: Numbers) -> Iterator[Block]:
    """The promises of earlier meetings that were read out at this one, or why they were put off."""
    recalled = account.session.recalled
    if recalled:
        yield Heading(word(account.catalog, "field", "recalled"), numbers.next())
        yield Points(tuple(_recalled(account, promise, reason) for promise, reason in sorted(recalled.items())))


def help_given(account: Account, numbers: Numbers) -> Iterator[Block]:
    """What kept people away, and the help that was given, for readers inside the office."""
    session, catalog = account.session, account.catalog
    noted = {name: getattr(session, name) for name in ("barriers", "support") if getattr(session, name)}
    if noted and account.inside:
        yield Heading(catalog.say_in("form", "What hindered, what helped"), numbers.next())
        for name, text in noted.items():
            yield Labelled(word(catalog, "field", name), plain(text))


def read_back(account: Account) -> Iterator[Block]:
    """How the record was read back and signed; lines to fill in by hand as long as it was not."""
    catalog = account.catalog
    taken = [step for step in account.steps if step.stage in READ_AND_SIGNED] if account.inside else []
    if not taken:
        read = catalog.say("Read aloud to those present at ______ o'clock. Objections: ____________________")
        yield Paragraph(plain(read))
    for step in taken:
        yield from _step(account, step)
    means = catalog.say(
        "A signature confirms that the record was read back; it does not mean agreement with every decision."
    )
    yield Paragraph(plain(means))


def _recalled(account: Account, promise: str, reason: str) -> Runs:
    catalog = account.catalog
    known = next((line.text for line in account.earlier if f"{line.number}/{line.code}" == promise), "")
    if reason:
        became = catalog.say_in("promise", "put off: {reason}", reason=reason)
    else:
        became = catalog.say_in("promise", "read out")
    return (Run(f"{promise} {known}".strip() + " \u00b7 "), Run(became, bold=True))


def _step(account: Account, step: MinutesStep) -> Iterator[Block]:
    session, catalog = account.session, account.catalog
    day = phrases.day(step.date, session, catalog) if step.date else phrases.not_known(catalog)
    yield Labelled(word(catalog, "minutes", step.stage.value), plain(day))
    heard = step.stage is Stage.READ_BACK
    told = (
        (word(catalog, "dimension", "language"), step.language),
        (word(catalog, "role", "interpreter"), step.interpreter),
        (word(catalog, "role", "witness"), step.witness),
        (catalog.say("Objections, refusals"), step.objections or (catalog.say("none recorded") if heard else None)),
    )
    for name, text in told:
        if text:
            yield Labelled(name, plain(text))
