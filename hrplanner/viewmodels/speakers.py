"""Who spoke, as lanes on a clock: one row per group, officials apart; no names."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """One turn on the lane, in places from 0 to 1 of the clock; `running` has an open end."""

    start: float
    end: float
    running: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One group's key, turns and time in words."""

    digit: int
    code: str
    cap: str
    text: str
    turns: str
    time: str
    running: bool = False
    spells: tuple[Spell, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The axis above the lanes: words at places from 0 to 1, and where now is (None when the session is over)."""

    marks: tuple[tuple[float, str], ...] = ()
    now: float | None = None
