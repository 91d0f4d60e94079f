"""Names of files as words."""

import os
from pathlib import Path


def stem_of(path: Path) -> str:
    """The name of a file without its ending, as it can be kept in a book whatever bytes it is made of."""
    return os.fsencode(path.stem).decode(errors="replace")


def suffix_of(path: Path) -> str:
    """Which file a name asks for: "html" or "txt" by its ending, else "pdf"."""
    ending = path.suffix.lower().lstrip(".")
    return {"htm": "html", "html": "html", "txt": "txt"}.get(ending, "pdf")
