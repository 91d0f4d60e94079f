"""The tiles of the tally: a count per group as it is shown, "not counted" where nothing was."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One group on the tally: key, word, count in the digits of the language, and what minus says."""

    digit: int
    code: str
    cap: str
    text: str
    count: str
    less: str
    tip: str = ""
