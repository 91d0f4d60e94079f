"""Series: the chain of sessions for one plan, budget year or issue."""

from dataclasses import dataclass

from hrplanner.model.ids import RowId


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A plan or budget year that sessions belong to, known by its code."""

    id: RowId
    code: str
    title: str | None = None
