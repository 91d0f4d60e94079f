"""What opens a sealed book, and what a recovery sheet says. How a key is made is in `keys.book_key`."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

SALT_BYTES = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class BookKey:
    """The 32 secret bytes of a sealed book, and the 16 bytes at its beginning that went into them; never shown."""

    secret: bytes = field(repr=False)
    salt: bytes = field(repr=False)


class Opens(StrEnum):
    """What the words of a sheet are good for."""

    BOOK = "book"
    SIGNING_KEY = "signing_key"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetWords:
    """The 24 words of one secret; `name` tells it from others: the name of a file, the short name of a key."""

    opens: Opens
    name: str
    words: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """One sheet of an office; the words of several secrets stand on one page."""

    office: str
    made: dt.date
    secrets: tuple[SheetWords, ...]
    practice: bool = False
