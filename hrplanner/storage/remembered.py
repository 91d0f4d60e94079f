"""The promises of a whole book, remembered between writes: rail and steps ask for them at every press of Enter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from hrplanner.model.changes import Change, RowKind
from hrplanner.model.lines import CommitmentLine

_IN_A_LINE = frozenset({RowKind.COMMITMENT, RowKind.SESSION})
"""Rows whose fields stand in a line of the list; writing any other leaves the list as it was."""


class RememberedPromises:
    """The list as it was read last, for as long as nothing that stands in it was written, here or elsewhere."""

    def __init__(self) -> None:
        self._writing = False
        self._read: tuple[CommitmentLine, ...] | None = None

    def lines(self, read: Callable[[], tuple[CommitmentLine, ...]]) -> tuple[CommitmentLine, ...]:
        """The list, read only where it is not remembered; in the middle of a write nothing is remembered."""
        if self._writing:
            return read()
        if self._read is None:
            self._read = read()
        return self._read

    def forget(self) -> None:
        """Something was written, nobody says what."""
        self._read = None

    def watching(self, changes: Iterable[Change]) -> Iterator[Change]:
        """The same changes; the list is forgotten where one of them stands in it."""
        self._writing = True
        try:
            for change in changes:
                if change.kind in _IN_A_LINE:
                    self.forget()
                yield change
        finally:
            self._writing = False
