"""Lists as rows of words: what every table on screen is filled with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column by its code; `width` is in unscaled pixels, and one column without it takes what is left."""

    code: str
    title: str
    width: int | None = None
    number: bool = False
    editable: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell says, with the name of a mark before it; `typed` is what its field begins with, if that differs."""

    text: str
    mark: str = ""
    typed: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row, known again by its key."""

    key: bytes
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A list as it is shown; `name` is what a screen reader says on entering it."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...] = ()


def row(key: bytes, *cells: str | Cell) -> Row:
    """A row from words and marked words."""
    return Row(key, tuple(Cell(cell) if isinstance(cell, str) else cell for cell in cells))
