"""Names offered while somebody types: known people first, a new person last."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One line below the name: `key` is what the page gives back when it is chosen, empty for a new person."""

    key: str
    text: str
    note: str = ""
