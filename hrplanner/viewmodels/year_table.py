"""The year table: rules down, meetings across, one small bar, mark and fraction in each cell."""

from dataclasses import dataclass

from hrplanner.viewmodels.strip_rows import StripRow


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCell:
    """One rule at one meeting; `text` stands below it in the column of the year, `spoken` is the whole sentence."""

    shown: StripRow | None = None
    text: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearColumn:
    """One meeting: its number, its day, its title."""

    number: str
    title: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRow:
    """One rule."""

    rule: str
    title: str
    note: str
    cells: tuple[YearCell, ...]
    year: YearCell


@dataclass(frozen=True, slots=True, kw_only=True)
class YearTable:
    """The whole table; `year` is the head of its last column."""

    name: str
    columns: tuple[YearColumn, ...]
    rows: tuple[YearRow, ...]
    year: str

    def cell(self, at: int, column: int) -> YearCell:
        """A cell; the last column is the year."""
        row = self.rows[at]
        return row.cells[column] if column < len(row.cells) else row.year
