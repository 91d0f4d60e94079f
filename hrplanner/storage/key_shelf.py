"""Where wrapped secrets lie on this computer: one small file each, in the folder of the person who uses it.

What is in them is made in `keys`; nothing here could open it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hrplanner.storage.safety import atomic_write, said_of

_LARGEST = 200_000


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of keys; made when the first is kept, and for its owner alone."""

    folder: Path

    def read(self, name: str) -> str | None:
        """What was kept under this name; None where nothing was."""
        path = self._path(name)
        with said_of(path, doing="reading"):
            if not path.is_file():
                return None
            return path.read_bytes()[:_LARGEST].decode("utf-8", "replace")

    def keep(self, name: str, content: str) -> None:
        """Keep it under this name, in the place of what was there."""
        path = self._path(name)
        with said_of(path, doing="writing"):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        atomic_write(path, content.encode())

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.key"
