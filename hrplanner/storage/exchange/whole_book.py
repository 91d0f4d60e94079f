"""A book that was taken out as JSON, told from other files by how it begins."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hrplanner.storage.exchange.json_rows import json_value
from hrplanner.storage.safety import said_of

FORMAT = "hrplan-book/1"
_BEGINS_WITHIN = 200


def read_whole_book(path: Path) -> Mapping[str, Any] | None:
    """The value of the file; None where it is not one of ours. Raises FileProblem where it is broken."""
    if path.suffix.lower() != ".json":
        return None
    with said_of(path, doing="reading"):
        with path.open("rb") as file:
            if FORMAT.encode() not in file.read(_BEGINS_WITHIN):
                return None
        value = json_value(path)
    return value if isinstance(value, dict) and value.get("format") == FORMAT else None
