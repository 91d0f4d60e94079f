"""When each step of a meeting begins, as agenda and script print it; how long each takes is in the model."""

from __future__ import annotations

from hrplanner.model import agenda
from hrplanner.model.agenda import Step, minute_of
from hrplanner.reports.matter import Matter

_DAY = 24 * 60


def steps(matter: Matter) -> tuple[Step, ...]:
    """Every step in its order."""
    return agenda.steps(matter.session, len(matter.earlier))


def clock(matter: Matter, step: Step) -> str:
    """When the step begins; minutes from the beginning where the hour is not known."""
    begin = minute_of(matter.session.start)
    catalog = matter.catalog
    if begin is None:
        return catalog.say("after {n} min", n=step.after)
    hours, minutes = divmod((begin + step.after) % _DAY, 60)
    return catalog.digits(f"{hours:02d}:{minutes:02d}")


def length(matter: Matter) -> int | None:
    """Minutes from beginning to end; None where one of them is not known or the end is before the beginning."""
    return agenda.length(matter.session)
