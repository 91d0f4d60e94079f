"""Older bodies of the log, many in one pack: to the byte what they were, in a fraction of the room.

Nothing is left out, so links, undoing, the history, Check file and merging with a copy that was never packed stay as
they were. What must be forgotten is taken out of its pack first, see `entry_bodies.rewrite`. How one body is written
is in `entry_bodies`.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from functools import lru_cache

import sqlalchemy as sa

PACK_BYTES = 60_000
"""Of text in one pack, about two windows of the packer: a single body is found without unpacking much else."""

_LARGE = PACK_BYTES // 4
_FEW = 8
_MOST = 4 * PACK_BYTES
_HARDEST = 9
_AT_ONCE = 5_000

HOLDING = "select first, content from entry_pack where replica = ? and last >= ? order by last limit 1"
_SINGLES = (
    "select replica, sequence, count(*), max(content) from entry_body "
    "where (replica, sequence) > (?, ?) group by replica, sequence order by replica, sequence limit ?"
)
_WITHIN = "select first, last, content from entry_pack where replica = ? and last >= ? and first <= ?"


def body(connection: sa.Connection, replica: bytes, sequence: int) -> bytes | None:
    """The text of a packed body; None where no pack holds it."""
    found = connection.exec_driver_sql(HOLDING, (replica, sequence)).all()
    return body_in(found[0][0], found[0][1], sequence) if found else None


def body_in(first: int, content: bytes, sequence: int) -> bytes | None:
    """One body out of a pack that begins with the number `first`."""
    bodies = _bodies(content)
    return bodies[sequence - first] if 0 <= sequence - first < len(bodies) else None


def pack(connection: sa.Connection) -> int:
    """Pack small bodies that follow each other wherever they fill a pack, or a large one ends them; how many."""
    packed, run = 0, _Run()
    for replica, sequence, text in _singles(connection):
        if not run.goes_on(replica, sequence) or text is None:
            packed += run.write(connection)
            run = _Run()
        if text is not None:
            run.put(replica, sequence, text)
        if run.size >= PACK_BYTES:
            packed += run.write(connection)
            run = _Run()
    return packed


def unpack(connection: sa.Connection, replica: bytes, first: int, last: int) -> None:
    """Give every body of these packs its own row again."""
    for begins, ends, content in connection.exec_driver_sql(_WITHIN, (replica, first, last)).all():
        bodies = _bodies(content)
        connection.exec_driver_sql("delete from entry_pack where replica = ? and last = ?", (replica, ends))
        for at, text in enumerate(bodies):
            connection.exec_driver_sql(
                "insert into entry_body (replica, sequence, part, content) values (?, ?, 0, ?)",
                (replica, begins + at, zlib.compress(text)),
            )


class _Run:
    """Bodies of one copy, each the next of the one before."""

    def __init__(self) -> None:
        self.size = 0
        self._replica = b""
        self._first = 0
        self._texts: list[bytes] = []

    def goes_on(self, replica: bytes, sequence: int) -> bool:
        return not self._texts or (replica, sequence) == (self._replica, self._first + len(self._texts))

    def put(self, replica: bytes, sequence: int, text: bytes) -> None:
        if not self._texts:
            self._replica, self._first = replica, sequence
        self._texts.append(text)
        self.size += len(text)

    def write(self, connection: sa.Connection) -> int:
        if len(self._texts) < _FEW:
            return 0
        last = self._first + len(self._texts) - 1
        lengths = json.dumps([len(text) for text in self._texts]).encode()
        content = zlib.compress(lengths + b"\n" + b"".join(self._texts), _HARDEST)
        connection.exec_driver_sql(
            "delete from entry_body where replica = ? and sequence between ? and ?", (self._replica, self._first, last)
        )
        connection.exec_driver_sql(
            "insert into entry_pack (replica, last, first, content) values (?, ?, ?, ?)",
            (self._replica, last, self._first, content),
        )
        return len(self._texts)


def _singles(connection: sa.Connection) -> Iterator[tuple[bytes, int, bytes | None]]:
    """Every body with a row of its own, by copy and number; no text where it is large."""
    after = (b"", 0)
    while some := connection.exec_driver_sql(_SINGLES, (*after, _AT_ONCE)).all():
        for replica, sequence, parts, content in some:
            yield replica, sequence, _small(content) if parts == 1 else None
        after = (some[-1][0], some[-1][1])


def _small(content: bytes) -> bytes | None:
    try:
        text = zlib.decompressobj().decompress(content, _LARGE)
    except zlib.error:
        return None
    return text if len(text) < _LARGE else None


@lru_cache(maxsize=4)  # a check reads the bodies of one pack one after the other
def _bodies(content: bytes) -> tuple[bytes, ...]:
    try:
        lengths, _, text = zlib.decompressobj().decompress(content, _MOST).partition(b"\n")
        found, at = [], 0
        for length in json.loads(lengths):
            found.append(text[at : at + length])
            at += length
    except (zlib.error, ValueError, TypeError):
        return ()
    return tuple(found)
