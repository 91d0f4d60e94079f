"""What a check of a book found: whether it is as it was written, where not, and what a salvage brought out.

Codes and places only; how they are said is in `words`, how they are found in `storage`.
"""

from dataclasses import dataclass
from typing import Literal

from hrplanner.model.errors import FileProblem

Soundness = Literal["sound", "damaged", "cannot_be_opened"]

SPOTS_TOLD = 20
"""Places named for each fault; the count says how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One row: its kind, the number of its session where that is known, and its code, its version or the end of its id.

    A line of the log is of the kind `entry`, and its row says which copy of the book wrote it and under which number.
    """

    kind: str
    row: str
    session: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something in the book that is not as it was written: a code, how often, and where."""

    code: str
    count: int = 1
    kind: str | None = None
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """What a check found. `problem` is what kept the book from being opened at all."""

    state: Soundness
    faults: tuple[Fault, ...] = ()
    problem: FileProblem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Salvaged:
    """What was brought out of a damaged book into a new one, and how many rows could not be."""

    sessions: int
    rows: int
    lost: int
