"""The steps of a meeting with the time for each: agenda and facilitator's script have them from here.

Opening, promises, read-back and slips have fixed times; the points of the agenda share what is left.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hrplanner.reports.matter import Matter

_OPENING, _OPEN_FLOOR, _READ_BACK, _SLIPS = 10, 15, 10, 5
_A_PROMISE, _LEAST_PROMISES, _MOST_PROMISES = 2, 5, 20
_LEAST, _USUAL = 5, 15  # minutes for a point of the agenda
_DAY = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step by its code ("opening", "promises", "point", "open_floor", "read_back", "slips"), and how long it takes.

    `after` counts the minutes from the beginning; `text` is the point of the agenda.
    """

    code: str
    after: int
    minutes: int
    text: str = ""


def steps(matter: Matter) -> tuple[Step, ...]:
    """Every step in its order."""
    found: list[Step] = []
    after = 0
    for code, minutes, text in _lengths(matter):
        found.append(Step(code=code, after=after, minutes=minutes, text=text))
        after += minutes
    return tuple(found)


def clock(matter: Matter, step: Step) -> str:
    """When the step begins; minutes from the beginning where the hour is not known."""
    begin = _minute_of(matter.session.start)
    catalog = matter.catalog
    if begin is None:
        return catalog.say("after {n} min", n=step.after)
    hours, minutes = divmod((begin + step.after) % _DAY, 60)
    return catalog.digits(f"{hours:02d}:{minutes:02d}")


def length(matter: Matter) -> int | None:
    """Minutes from beginning to end; None where one of them is not known or the end is before the beginning."""
    begin, end = _minute_of(matter.session.start), _minute_of(matter.session.end)
    return end - begin if begin is not None and end is not None and end > begin else None


def _lengths(matter: Matter) -> Iterator[tuple[str, int, str]]:
    points = sorted(matter.session.agenda, key=lambda item: item.position)
    promises = len(matter.earlier) and min(max(len(matter.earlier) * _A_PROMISE, _LEAST_PROMISES), _MOST_PROMISES)
    whole = length(matter)
    each = _USUAL
    if whole is not None and points:
        left = whole - _OPENING - promises - _OPEN_FLOOR - _READ_BACK - _SLIPS
        each = max(_LEAST, left // len(points))
    yield "opening", _OPENING, ""
    if promises:
        yield "promises", promises, ""
    for point in points:
        yield "point", each, point.text
    yield "open_floor", _OPEN_FLOOR, ""
    yield "read_back", _READ_BACK, ""
    yield "slips", _SLIPS, ""


def _minute_of(clock: str | None) -> int | None:
    hours, _, minutes = (clock or "").partition(":")
    if not (hours.isdecimal() and minutes.isdecimal()) or int(hours) > 24 or int(minutes) > 59:
        return None
    return int(hours) * 60 + int(minutes)
