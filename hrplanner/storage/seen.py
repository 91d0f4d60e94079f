"""Which state of a book was looked at last on this computer, so that one that nobody touched since opens at once.

One small note for each place where a book lies, named by a digest of the place; it tells neither place nor content. A
note that is lost costs a look at the pages, and nothing else. Bits that a disk turned without any program writing are
found by the look that follows while the book is open, and by Check file.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from hrplanner.model.errors import FileProblem
from hrplanner.storage.file_format import state_of
from hrplanner.storage.interrupted import journal_of
from hrplanner.storage.safety import atomic_write


def is_as_seen(path: Path, folder: Path | None) -> bool:
    """Whether the file is, to the byte count, the time and the header, the one that was closed here last."""
    if journal_of(path.resolve()).exists():
        return False
    known = _known(path, folder)
    return known is not None and known == _state(path)


def was_ever_seen(path: Path, folder: Path | None) -> bool:
    """Whether a book at this place was opened on this computer before, whatever became of it since."""
    return _known(path, folder) is not None


def note_seen(path: Path, folder: Path | None) -> None:
    """Remember the file as it is now; where that is not possible it is looked at again next time."""
    state = _state(path)
    if folder is None or state is None or _known(path, folder) == state:
        return
    with suppress(FileProblem, OSError):
        note = _note(path, folder)
        note.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(note, state)


def _known(path: Path, folder: Path | None) -> bytes | None:
    if folder is None:
        return None
    try:
        return _note(path, folder).read_bytes()
    except OSError:
        return None


def _state(path: Path) -> bytes | None:
    try:
        return state_of(path)
    except (FileProblem, OSError):
        return None


def _note(path: Path, folder: Path) -> Path:
    place = str(path.resolve()).encode(errors="surrogatepass")
    return folder / "seen" / hashlib.sha256(place).hexdigest()[:32]
