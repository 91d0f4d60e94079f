"""One meeting as its minutes tell it: the record, what was found in it, and what their reader must not see.

Groups and offices are told by name. People on the list are named in the register of an internal copy and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from hrplanner.model.disclosure import Concealed, Protection, Smallest
from hrplanner.model.groups import GroupCode
from hrplanner.model.lines import CommitmentLine
from hrplanner.model.minutes import MinutesStep
from hrplanner.model.people import Role
from hrplanner.model.rules.verdicts import Finding
from hrplanner.model.session import Session
from hrplanner.reports.blocks import Block, Code
from hrplanner.reports.named import Named
from hrplanner.words.catalog import Catalog

_HELD_BY_ONE = frozenset({Role.PRESIDING, Role.SECRETARY, Role.ADVISER, Role.FACILITATOR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Proven:
    """What a frozen version adds to its minutes: its number, its six words, and the facts as a code."""

    version: int
    words: tuple[str, ...]
    code: Code


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What minutes are written from; `proven` is None for a draft, `protection` is None inside the office.

    `earlier` are the promises of meetings before, open or settled; `steps` those that this version has taken.
    """

    session: Session
    findings: Sequence[Finding | Concealed]
    catalog: Catalog
    office: str
    proven: Proven | None = None
    protection: Protection | None = None
    earlier: Sequence[CommitmentLine] = ()
    steps: Sequence[MinutesStep] = ()

    @property
    def inside(self) -> bool:
        """Whether the reader may see names."""
        return self.protection is None

    @property
    def smallest(self) -> Smallest | None:
        """The smallest totals that the reader may see; None inside."""
        return None if self.protection is None else self.protection.smallest

    def groups(self, codes: Iterable[GroupCode]) -> str:
        """Groups by name, as far as this reader may learn of them; empty where there are none."""
        return Named(self.session, self.catalog, self.protection).together(codes)

    def name_of(self, office: str) -> str | None:
        """Who held the office on the day: as written down, or inside the office the only one listed in that role."""
        noted = [one.name for one in self.session.signatures_of if one.office == office and one.name]
        listed = [one.name for one in self.session.people if one.role == office] if self.inside else []
        told = noted[:1] or (listed if len(listed) == 1 and office in _HELD_BY_ONE else [])
        return told[0] if told else None


class Numbers:
    """Numbers of sections in the digits of the language, one after the other."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._last = 0

    def next(self) -> str:
        self._last += 1
        return self._catalog.digits(str(self._last))


Content = Callable[[Account], Iterable[Block]]
Part = Callable[[Account, Numbers], Iterator[Block]]
