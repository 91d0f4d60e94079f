"""What a book can lie on, as far as it matters to whoever works with it."""

from enum import StrEnum


class Medium(StrEnum):
    """The own disk needs no word; of the others a person should know."""

    OWN = "own"
    STICK = "stick"
    SHARE = "share"
    SYNCED = "synced"
    DISC = "disc"
