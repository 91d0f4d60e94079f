"""Words on their way into a spreadsheet, as a file or over the clipboard: never run there, one cell each."""

from collections.abc import Iterable

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    """A cell that a spreadsheet would run gets an apostrophe before it, which makes it text."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def tabbed(rows: Iterable[Iterable[str]]) -> str:
    """Rows to be pasted: a tab between cells, a line for each row; breaks inside a cell become spaces."""
    return "\n".join("\t".join(harmless(" ".join(cell.split())) for cell in row) for row in rows)
