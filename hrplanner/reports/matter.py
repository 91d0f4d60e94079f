"""What a printout is made from: one value that every document is handed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hrplanner.model.disclosure import Concealed, Protection
from hrplanner.model.lines import CommitmentLine
from hrplanner.model.office import Office
from hrplanner.model.rules.findings import Finding
from hrplanner.model.session import Session
from hrplanner.reports.named import Named
from hrplanner.words.catalog import Catalog


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A session with its office and the words of a language.

    `findings` are those that the reader may see, `earlier` the promises still open from meetings before.
    """

    office: Office
    session: Session
    findings: Sequence[Finding | Concealed]
    catalog: Catalog
    protection: Protection | None = None
    earlier: Sequence[CommitmentLine] = ()
    paper: str = "A4"
    large: bool = False

    @property
    def named(self) -> Named:
        """Groups by name, as far as the reader may learn of them."""
        return Named(self.session, self.catalog, self.protection)
