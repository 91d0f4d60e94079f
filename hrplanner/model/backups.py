"""Copies of a book that the program makes by itself, and who has a book open: values only.

How a copy is made, checked and thinned out is in `storage`.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class BackupReason(StrEnum):
    """Why a copy was made."""

    TIME = "time"
    CLOSE = "close"
    ASKED = "asked"
    UPGRADE = "upgrade"
    IMPORT = "import"
    MERGE = "merge"
    RESTORE = "restore"


BEFORE = frozenset({BackupReason.UPGRADE, BackupReason.IMPORT, BackupReason.MERGE, BackupReason.RESTORE})
"""Reasons that are steps: the copy was made before them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A copy: when it was made, how long the log was then, and how it ended (eight letters of its head).

    Of one made at closing only the pages were looked at; every other was looked at whole, and each is before it comes
    back.
    """

    path: Path
    made: dt.datetime
    entries: int
    head: str
    reason: BackupReason
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who has a book open for writing, on which computer, since when."""

    who: str
    where: str
    since: dt.datetime
    process: int
