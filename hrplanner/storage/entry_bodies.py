"""What an entry changed, as text: one line of JSON for each change, packed in parts of at most one megabyte.

The first line is a random salt that goes when the body is written anew without a name: without it nobody finds the
name again by trying digests. In the entry of a merge it also says what the book held before. The digest of the whole
text stays in the entry; see `entries`.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import sqlalchemy as sa

from hrplanner.model.changes import Change, RowKind
from hrplanner.model.ids import SessionId
from hrplanner.storage import packs
from hrplanner.storage.engine import rows_of
from hrplanner.storage.log_tables import entry_body

PART_BYTES = 1_000_000
"""Of text before packing; a longer line is cut into several parts."""

_PACKED_HARD = 3
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))

_KEEP = "insert into entry_body (replica, sequence, part, content) values (?, ?, ?, ?)"
# As text, because a check asks them once for every entry of the log.
_PARTS = "select part from entry_body where replica = ? and sequence = ? order by part"
_PART = "select content from entry_body where replica = ? and sequence = ? and part = ?"


class BodyWriter:
    """Takes the changes of one entry and writes the parts as they fill up."""

    def __init__(
        self, connection: sa.Connection, *, replica: bytes, sequence: int, had: Mapping[bytes, int] | None = None
    ) -> None:
        self._connection = connection
        self._key = (replica, sequence)
        self._text = bytearray()
        self._digest = hashlib.sha256()
        self._part = 0
        self.changes = 0
        known = {} if had is None else {"had": {copy.hex(): last for copy, last in had.items()}}
        self._put_line({"salt": secrets.token_hex(16), **known})

    def add(self, change: Change) -> None:
        """Note one change."""
        self.changes += 1
        self._put_line(
            {
                "kind": change.kind.value,
                "id": change.id.hex(),
                "session": change.session.hex() if change.session is not None else None,
                "before": change.before,
                "after": change.after,
            }
        )

    def finish(self) -> bytes:
        """Write what is left and give the digest of the whole text."""
        if self._text:
            self._write(bytes(self._text))
        return self._digest.digest()

    def _put_line(self, line: Mapping[str, Any]) -> None:
        self._text += canonical(line).encode() + b"\n"
        while len(self._text) > PART_BYTES:
            self._write(bytes(self._text[:PART_BYTES]))
            del self._text[:PART_BYTES]

    def _write(self, text: bytes) -> None:
        self._digest.update(text)
        rows_of(self._connection, _KEEP, (*self._key, self._part, zlib.compress(text, _PACKED_HARD)))
        self._part += 1


def canonical(value: Any) -> str:
    """The one JSON text of a value: keys sorted, no spaces, letters as they are."""
    return _ENCODER.encode(value)


def texts(connection: sa.Connection, replica: bytes, sequence: int) -> Iterator[bytes]:
    """The parts of a body in order, unpacked one at a time."""
    parts = connection.exec_driver_sql(_PARTS, (replica, sequence)).all()
    if not parts and (packed := packs.body(connection, replica, sequence)) is not None:
        yield packed
    for (part,) in parts:
        ((content,),) = connection.exec_driver_sql(_PART, (replica, sequence, part)).all()
        yield _unpacked(content)


def changes_in(parts: Iterable[bytes]) -> Iterator[Change]:
    """The changes of a body's text, in the order in which they were made."""
    rest = b""
    for part in parts:
        *lines, rest = (rest + part).split(b"\n")
        for line in lines:
            read = json.loads(line)
            if "salt" not in read:
                yield _change(read)


def had_before(parts: Iterable[bytes]) -> dict[bytes, int] | None:
    """What the book held of every copy before a merge; None for other entries."""
    first, _, _ = next(iter(parts), b"{}").partition(b"\n")
    known = json.loads(first).get("had")
    return None if known is None else {bytes.fromhex(copy): last for copy, last in known.items()}


def rewrite(connection: sa.Connection, replica: bytes, sequence: int, changes: Iterable[Change]) -> None:
    """Put other changes in the place of a body; the digest in the entry stays that of what was written first."""
    packs.unpack(connection, replica, sequence, sequence)
    had = had_before(texts(connection, replica, sequence))
    connection.execute(sa.delete(entry_body).where(entry_body.c.replica == replica, entry_body.c.sequence == sequence))
    body = BodyWriter(connection, replica=replica, sequence=sequence, had=had)
    for change in changes:
        body.add(change)
    body.finish()


def _change(read: Mapping[str, Any]) -> Change:
    session = read["session"]
    return Change(
        RowKind(read["kind"]),
        bytes.fromhex(read["id"]),
        SessionId(bytes.fromhex(session)) if session is not None else None,
        read["before"],
        read["after"],
    )


def _unpacked(content: bytes) -> bytes:
    """At most one part's worth, whatever a tampered file claims; nothing where it cannot be unpacked."""
    try:
        return zlib.decompressobj().decompress(content, PART_BYTES)
    except zlib.error:
        return b""
