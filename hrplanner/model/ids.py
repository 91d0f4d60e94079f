"""Identifiers: UUID version 7 of RFC 9562 as 16 bytes, so that two laptops never make the same one and rows stay in
order of making.
"""

import secrets
import time
from typing import NewType

SessionId = NewType("SessionId", bytes)
PersonId = NewType("PersonId", bytes)
RowId = NewType("RowId", bytes)

_MAX_COUNTER = 0xFFF


class _Clock:
    """Keeps ids in order inside one millisecond by counting in the 12 bits after the version."""

    def __init__(self) -> None:
        self.at = 0
        self.counter = 0

    def tick(self) -> tuple[int, int]:
        now = time.time_ns() // 1_000_000
        if now > self.at:
            self.at, self.counter = now, secrets.randbits(8)
        else:
            self.counter += 1
            if self.counter > _MAX_COUNTER:
                self.at, self.counter = self.at + 1, 0
        return self.at, self.counter


_CLOCK = _Clock()


def new_id() -> bytes:
    """A fresh UUIDv7; later ones made by this process sort after earlier ones."""
    at, counter = _CLOCK.tick()
    return ((at << 80) | (7 << 76) | (counter << 64) | (2 << 62) | secrets.randbits(62)).to_bytes(16, "big")
