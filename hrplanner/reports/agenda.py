"""The agenda with times and room for notes: what is dealt with, in which order."""

from __future__ import annotations

from hrplanner.model.agenda import Step
from hrplanner.reports import phrases
from hrplanner.reports.blocks import Block, Note, Subtitle, Title, plain
from hrplanner.reports.hand import Form
from hrplanner.reports.matter import Matter
from hrplanner.reports.steps import clock, steps
from hrplanner.words.labels.words import word

_WIDTHS = (12.0, 24.0, 74.0, 60.0)
_ROW = 12.0  # mm


def agenda(matter: Matter) -> tuple[Block, ...]:
    """The blocks of the agenda."""
    session, catalog = matter.session, matter.catalog
    say = catalog.say
    told = (phrases.kind_of_meeting(session, catalog), phrases.when(session, catalog), phrases.where(session, catalog))
    head = (say("No."), say("Time"), say("What"), say("Result, who, by when"))
    rows = tuple(
        (catalog.digits(str(place)), clock(matter, step), name_of(matter, step), "")
        for place, step in enumerate(steps(matter), start=1)
    )
    return (
        Title(word(catalog, "document", "agenda")),
        Subtitle(session.title),
        Subtitle(", ".join(told)),
        Form(head, rows, _WIDTHS, _ROW),
        Note(plain(say("Anybody may ask for a point to be added when the meeting opens."))),
    )


def name_of(matter: Matter, step: Step) -> str:
    """What a step is called."""
    catalog = matter.catalog
    say = catalog.say
    if step.code == "point":
        return step.text
    if step.code == "promises":
        return catalog.count("{n} open promise is read out", "{n} open promises are read out", len(matter.earlier))
    names = {
        "opening": say("Welcome, and how this meeting works"),
        "open_floor": say("What else people raise"),
        "read_back": say("Read-back of decisions and promises"),
        "slips": say("Exit slips, and the next meeting"),
    }
    return names[step.code]
