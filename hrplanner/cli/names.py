"""Names of files as words."""

import os
from pathlib import Path


def stem_of(path: Path) -> str:
    """The name of a file without its ending, as it can be kept in a book whatever bytes it is made of."""
    return os.fsencode(path.stem).decode(errors="replace")
