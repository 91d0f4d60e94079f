"""The steps of a session's day as facts; which step is a page is decided by the window."""

from dataclasses import dataclass
from typing import Literal

State = Literal["", "done", "missing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFact:
    """One step: its number as a key cap, its word, and one fact about it."""

    code: str
    key: str
    text: str
    note: str = ""
    state: State = ""
    shortcut: str = ""
