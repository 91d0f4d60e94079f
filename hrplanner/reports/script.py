"""The facilitator's script: for every step its time, what to say aloud, and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from hrplanner.model.agenda import Step
from hrplanner.model.formalities import Event
from hrplanner.reports import phrases
from hrplanner.reports.agenda import name_of
from hrplanner.reports.blocks import Block, Heading, Labelled, Note, Section, Subtitle, Title, bold, plain
from hrplanner.reports.matter import Matter
from hrplanner.reports.steps import clock, length, steps
from hrplanner.words.labels.words import word


def script(matter: Matter) -> tuple[Block, ...]:
    """The blocks of the script."""
    session, catalog = matter.session, matter.catalog
    told = (phrases.kind_of_meeting(session, catalog), phrases.when(session, catalog), phrases.where(session, catalog))
    return (
        Title(word(catalog, "document", "script")),
        Subtitle(session.title),
        Subtitle(", ".join(told)),
        Note(plain(catalog.say("Bold is said aloud, slowly. The rest is for you."))),
        *_too_long(matter),
        *(_section(matter, step) for step in steps(matter)),
    )


def _too_long(matter: Matter) -> Iterator[Block]:
    whole, last = length(matter), steps(matter)[-1]
    more = last.after + last.minutes - (whole or 0)
    if whole is not None and more > 0:
        say = matter.catalog.say
        yield Note(plain(say("This takes {n} minutes more than the meeting has. Begin with what is new.", n=more)))


def _section(matter: Matter, step: Step) -> Section:
    catalog = matter.catalog
    minutes = catalog.count("{n} minute", "{n} minutes", step.minutes)
    heading = Heading(f"{name_of(matter, step)} ({minutes})", clock(matter, step))
    return Section(heading, tuple(_told(matter, step)), catalog.say("(continued)"))


def _told(matter: Matter, step: Step) -> Iterator[Block]:
    steps_told = {
        "opening": _opening,
        "promises": _promises,
        "point": _point,
        "open_floor": _open_floor,
        "read_back": _read_back,
        "slips": _slips,
    }
    yield from steps_told[step.code](matter)


def _opening(matter: Matter) -> Iterator[Block]:
    say = matter.catalog.say
    yield _aloud(matter, say("Welcome. We are here for: {title}.", title=matter.session.title))
    if matter.session.end:
        yield _aloud(matter, say("We end at {time}.", time=matter.catalog.digits(matter.session.end)))
    yield _aloud(matter, say("Anybody may speak, in any language. You need not give your name or sign."))
    yield _to_do(matter, say("Two people count heads, each alone, and write both numbers on the tally grid."))
    yield _to_do(matter, say("Let the sign-in sheet go round. Ask whether a point is missing from the agenda."))


def _promises(matter: Matter) -> Iterator[Block]:
    say = matter.catalog.say
    yield _to_do(matter, say("Read each promise from the sheet, twice. Ask: is it done? Write down what people say."))
    for promise in matter.earlier:
        yield Labelled(f"{promise.number} {promise.code}", bold(promise.text))
    yield _to_do(matter, say("One that is not read out today: say why, and when it will be."))


def _point(matter: Matter) -> Iterator[Block]:
    say = matter.catalog.say
    yield _aloud(matter, say("Who wants to say something about this?"))
    yield _to_do(matter, say("Note who speaks by group only, never by name."))
    yield _aloud(matter, say("Who has not spoken yet?"))
    yield _to_do(matter, say("Say a decision aloud in one sentence before it is written down, and ask who disagrees."))


def _open_floor(matter: Matter) -> Iterator[Block]:
    say = matter.catalog.say
    yield _aloud(matter, say("What else do you want to raise?"))
    yield _to_do(matter, say("Give each issue one answer; if it is not yes, with a reason and an office."))
    yield _to_do(matter, say("A complaint about a person is not discussed here: offer to talk afterwards, in private."))


def _read_back(matter: Matter) -> Iterator[Block]:
    say = matter.catalog.say
    yield _to_do(matter, say("Read out every decision, and every promise with its office, first step and day."))
    yield _aloud(matter, say("Is this what was said? What is wrong or missing?"))
    yield _aloud(
        matter,
        say("A signature confirms that the record was read back; it does not mean agreement with every decision."),
    )


def _slips(matter: Matter) -> Iterator[Block]:
    say = matter.catalog.say
    yield _aloud(matter, say("Please tick the slip, without your name, and put it into the box. Ask anybody for help."))
    following = matter.session.dates.get(Event.NEXT_MEETING)
    if following is not None:
        yield _aloud(
            matter, say("The next meeting is on {day}.", day=phrases.day(following, matter.session, matter.catalog))
        )
    yield _to_do(matter, say("Write down heads, signatures and slips as three numbers. They may differ."))


def _aloud(matter: Matter, text: str) -> Labelled:
    return Labelled(matter.catalog.say("Say"), bold(text))


def _to_do(matter: Matter, text: str) -> Labelled:
    return Labelled(matter.catalog.say("Do"), plain(text))
