"""Which digit stands for which group: the same in entry, tally and Listen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupKey:
    """A digit, the group it switches, and the cap in the digits of the language."""

    digit: int
    code: str
    text: str
    cap: str
    tip: str = ""


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One line of keys under a common title: "One of" excludes, "Any of" adds up."""

    title: str
    keys: tuple[GroupKey, ...]
