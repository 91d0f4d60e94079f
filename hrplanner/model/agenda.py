"""The steps of a meeting with the time for each: agenda, script and the page Prepare have them from here.

Opening, promises, read-back and slips have fixed times; points of the agenda have their own, or share what is left.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from hrplanner.model.ids import RowId
from hrplanner.model.issues import AgendaItem
from hrplanner.model.session import Session

_OPENING, _OPEN_FLOOR, _READ_BACK, _SLIPS = 10, 15, 10, 5
_A_PROMISE, _LEAST_PROMISES, _MOST_PROMISES = 2, 5, 20
_LEAST, _USUAL = 5, 15  # minutes for a point of the agenda


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step by its code ("opening", "promises", "point", "open_floor", "read_back", "slips"), and how long it takes.

    `after` counts the minutes from the beginning; `text` and `point` are those of a point of the agenda.
    """

    code: str
    after: int
    minutes: int
    text: str = ""
    point: RowId | None = None


def steps(session: Session, earlier: int) -> tuple[Step, ...]:
    """Every step in its order; `earlier` promises are still open from meetings before."""
    found: list[Step] = []
    after = 0
    for code, minutes, point in _lengths(session, earlier):
        text, which = (point.text, point.id) if point is not None else ("", None)
        found.append(Step(code=code, after=after, minutes=minutes, text=text, point=which))
        after += minutes
    return tuple(found)


def length(session: Session) -> int | None:
    """Minutes from beginning to end; None where one of them is not known or the end is before the beginning."""
    begin, end = minute_of(session.start), minute_of(session.end)
    return end - begin if begin is not None and end is not None and end > begin else None


def minute_of(clock: str | None) -> int | None:
    """The minute of the day; None where no hour is known."""
    hours, _, minutes = (clock or "").partition(":")
    if not (hours.isdecimal() and minutes.isdecimal()) or int(hours) > 24 or int(minutes) > 59:
        return None
    return int(hours) * 60 + int(minutes)


def _lengths(session: Session, earlier: int) -> Iterator[tuple[str, int, AgendaItem | None]]:
    points = sorted(session.agenda, key=lambda item: item.position)
    promises = earlier and min(max(earlier * _A_PROMISE, _LEAST_PROMISES), _MOST_PROMISES)
    each = _share(session, points, _OPENING + promises + _OPEN_FLOOR + _READ_BACK + _SLIPS)
    yield "opening", _OPENING, None
    if promises:
        yield "promises", promises, None
    for point in points:
        yield "point", each if point.minutes is None else point.minutes, point
    yield "open_floor", _OPEN_FLOOR, None
    yield "read_back", _READ_BACK, None
    yield "slips", _SLIPS, None


def _share(session: Session, points: list[AgendaItem], standing: int) -> int:
    """Minutes for a point that has none of its own."""
    whole, sharing = length(session), sum(1 for point in points if point.minutes is None)
    if whole is None or not sharing:
        return _USUAL
    own = sum(point.minutes or 0 for point in points)
    return max(_LEAST, (whole - standing - own) // sharing)
