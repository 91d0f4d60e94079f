"""What lies in the bin: rows that were taken away and can be put back."""

import datetime as dt
from dataclasses import dataclass

from hrplanner.model.changes import RowKind

KEPT_FOR = dt.timedelta(days=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class BinLine:
    """A row in the bin, with the words it is known by; a session stands for all its rows that went with it."""

    kind: RowKind
    id: bytes
    number: str | None
    words: str
    gone: dt.datetime
