"""Where a file of somebody's choice may be put, and which files may be read at all, asked before anything is done.

How a file is written whole or not at all is in `safety`.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from hrplanner.model.errors import FileProblem
from hrplanner.storage.file_format import is_book
from hrplanner.storage.safety import said_of


def check_target(path: Path) -> None:
    """FileProblem where a file could not be put under this name, or would take the place of a book."""
    with said_of(path, doing="writing"):
        folder = path.resolve().parent
        folder.stat()
        if path.is_dir():
            raise FileProblem("is_a_folder", path=str(path))
        if path.is_file() and is_book(path):
            raise FileProblem("would_replace_book", path=str(path))
        if (path.exists() and not path.is_file()) or not folder.is_dir() or not os.access(folder, os.W_OK):
            raise FileProblem("cannot_write", path=str(path))


def check_readable(path: Path) -> None:
    """FileProblem for a device or a pipe: reading one may wait, or go on, for ever. Missing files and folders pass."""
    with said_of(path, doing="reading"):
        if path.exists() and not stat.S_ISDIR(mode := path.stat().st_mode) and not stat.S_ISREG(mode):
            raise FileProblem("not_a_file", path=str(path))
