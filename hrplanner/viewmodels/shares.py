"""Four shares of each group: came, spoke, raised, promised; each against its own whole."""

from dataclasses import dataclass

from hrplanner.viewmodels.bars import Bar


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareCell:
    """One count with its bar; `came` is the place of the group's known share of those who came."""

    text: str
    bar: Bar
    came: float | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareRow:
    """One group."""

    text: str
    cells: tuple[ShareCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """The table of shares: pairs of head and whole, then a row per group."""

    name: str
    heads: tuple[tuple[str, str], ...]
    rows: tuple[ShareRow, ...]

    @property
    def spoken(self) -> str:
        """The same in words, for a screen reader."""
        lines = (
            ", ".join(f"{head} {cell.text} {whole}" for (head, whole), cell in zip(self.heads, row.cells, strict=True))
            for row in self.rows
        )
        return ". ".join(f"{row.text}: {line}" for row, line in zip(self.rows, lines, strict=True))
