"""The log: one transaction is one entry, which is the undo step, the line of the history, and what merging carries.

`replica` is the copy of the book that wrote it, `sequence` its number there. `clock` is a hybrid logical clock
(milliseconds times 65,536, always growing), so that a wrong computer clock cannot put entries out of order; `at` is
what the clock said and is information only. `vector` says what this copy had seen of every copy before the entry;
`seen` is the same in the names of this file, where they differ.
Entries of one copy form a chain of SHA-256 over everything but the body, of which only the digest goes in: a body
can lose a name without breaking the chain.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa

from hrplanner.model.changes import Change
from hrplanner.model.ids import SessionId
from hrplanner.model.lines import EntryKey, EntryLine, NewEntry
from hrplanner.storage import entry_bodies
from hrplanner.storage.engine import rows_of
from hrplanner.storage.entry_bodies import BodyWriter, canonical
from hrplanner.storage.file_format import VERSION
from hrplanner.storage.log_tables import entry, replica

NOTHING_BEFORE = bytes(32)
_HEX_OF_LINK = 64
_CHAINED = (
    "previous", "replica", "sequence", "clock", "vector", "step", "about", "actor", "undoes_replica",
    "undoes_sequence", "session", "at", "version", "changes", "body_hash",
)  # fmt: skip
# Statements of every single save, run past SQLAlchemy: it would cost more than the disk does.
_TAIL = "select sequence, chain from entry where replica = ? order by sequence desc limit 1"
_CLOCK = "select max(clock) from entry"
_SEEN = "select id, (select max(sequence) from entry where entry.replica = replica.id) from replica"
_WRITTEN = (*_CHAINED, "chain")
_APPEND = f"insert into entry ({', '.join(_WRITTEN)}) values ({', '.join('?' * len(_WRITTEN))})"
_COPIES = sa.select(replica.c.id, replica.c.origin, replica.c.branched_after).order_by(replica.c.id)


@dataclass(frozen=True, slots=True)
class LogFault:
    """Where a copy's chain of entries does not hold."""

    key: EntryKey
    code: Literal["missing", "altered", "body_altered", "body_missing"]


def tail(connection: sa.Connection, copy: bytes) -> tuple[int, bytes]:
    """The last number of a copy's chain and its link; none and zeros where it wrote nothing yet."""
    last = rows_of(connection, _TAIL, (copy,))
    return (last[0][0], last[0][1]) if last else (0, NOTHING_BEFORE)


def link_at(connection: sa.Connection, copy: bytes | None, sequence: int | None) -> bytes:
    """The link of one entry; zeros where there is none."""
    this = sa.select(entry.c.chain).where(entry.c.replica == copy, entry.c.sequence == sequence)
    return connection.execute(this).scalar() or NOTHING_BEFORE


def append(
    connection: sa.Connection, new: NewEntry, *, key: EntryKey, previous: bytes, body: BodyWriter, at: int
) -> None:
    """Write the entry whose body was written before it, in the same transaction, after the link before it."""
    row = {
        "replica": key.replica,
        "sequence": key.sequence,
        "clock": _tick(connection, at),
        "vector": canonical(_seen(connection)),
        "step": new.step,
        "about": new.about,
        "actor": new.actor,
        "undoes_replica": new.undoes.replica if new.undoes else None,
        "undoes_sequence": new.undoes.sequence if new.undoes else None,
        "session": new.session,
        "at": at,
        "version": VERSION,
        "changes": body.changes,
        "body_hash": body.finish(),
        "previous": previous,
    }
    row["chain"] = chained(row)
    rows_of(connection, _APPEND, tuple(row[name] for name in _WRITTEN))


def chained(row: Any, *, origin: bytes | None = None) -> bytes:
    """The link of an entry: SHA-256 of its canonical text, in which bytes stand in hex.

    An entry of a branch was written under the name of its origin.
    """
    values = [origin if name == "replica" and origin is not None else row[name] for name in _CHAINED]
    return hashlib.sha256(
        canonical([value.hex() if isinstance(value, bytes) else value for value in values]).encode()
    ).digest()


def last_lines(connection: sa.Connection, copy: bytes, limit: int) -> tuple[EntryLine, ...]:
    """The newest lines that a copy wrote, newest first."""
    newest = sa.select(entry).where(entry.c.replica == copy).order_by(entry.c.sequence.desc()).limit(limit)
    return tuple(_line(row) for row in connection.execute(newest).mappings())


def line_of_head(connection: sa.Connection, head: str) -> EntryLine | None:
    """The line whose link this is, in hex; none where no entry has it."""
    if len(head) != _HEX_OF_LINK or set(head) - set("0123456789abcdef"):
        return None
    row = connection.execute(sa.select(entry).where(entry.c.chain == bytes.fromhex(head))).mappings().first()
    return None if row is None else _line(row)


def line(connection: sa.Connection, key: EntryKey) -> EntryLine | None:
    """One line of the log."""
    this = sa.select(entry).where(entry.c.replica == key.replica, entry.c.sequence == key.sequence)
    row = connection.execute(this).mappings().one_or_none()
    return _line(row) if row is not None else None


def lines_of(connection: sa.Connection, steps: Collection[str], limit: int) -> tuple[EntryLine, ...]:
    """The newest lines of these steps in all copies, newest first."""
    newest = sa.select(entry).where(entry.c.step.in_(steps)).order_by(entry.c.clock.desc()).limit(limit)
    return tuple(_line(row) for row in connection.execute(newest).mappings())


def changes_of(connection: sa.Connection, key: EntryKey) -> Iterator[Change] | None:
    """What an entry changed, in order; None where its body is not what was written."""
    this = sa.select(entry).where(entry.c.replica == key.replica, entry.c.sequence == key.sequence)
    row = connection.execute(this).mappings().one_or_none()
    if row is None or any(_check_body(connection, row, key)):
        return None
    return entry_bodies.changes_in(entry_bodies.texts(connection, key.replica, key.sequence))


def redact(connection: sa.Connection, key: EntryKey, changes: Iterable[Change], *, at: int) -> None:
    """Keep only these of an entry's changes, without what must be forgotten; its link stays as it was."""
    entry_bodies.rewrite(connection, key.replica, key.sequence, changes)
    connection.execute(
        sa.update(entry).where(entry.c.replica == key.replica, entry.c.sequence == key.sequence).values(redacted=at)
    )


def check_chain(connection: sa.Connection) -> Iterator[LogFault]:
    """Every place where the log was altered, cut or lost a body."""
    for copy, origin, branched_after in connection.execute(_COPIES):
        previous, expected = link_at(connection, origin, branched_after), (branched_after or 0) + 1
        entries = sa.select(entry).where(entry.c.replica == copy).order_by(entry.c.sequence)
        for row in connection.execute(entries).mappings():
            key = EntryKey(copy, row["sequence"])
            if row["sequence"] != expected:
                yield LogFault(key, "missing")
            elif row["previous"] != previous or row["chain"] != chained(row, origin=origin):
                yield LogFault(key, "altered")
            yield from _check_body(connection, row, key)
            previous, expected = row["chain"], row["sequence"] + 1


def _check_body(connection: sa.Connection, row: Any, key: EntryKey) -> Iterator[LogFault]:
    digest, parts = hashlib.sha256(), 0
    for text in entry_bodies.texts(connection, key.replica, key.sequence):
        digest.update(text)
        parts += 1
    if parts == 0:
        yield LogFault(key, "body_missing")
    elif row["redacted"] is None and digest.digest() != row["body_hash"]:
        yield LogFault(key, "body_altered")


def _tick(connection: sa.Connection, at: int) -> int:
    ((last,),) = rows_of(connection, _CLOCK)
    return max((last or 0) + 1, at << 16)


def _seen(connection: sa.Connection) -> dict[str, int]:
    """The last number seen of every copy."""
    return {copy.hex(): sequence for copy, sequence in rows_of(connection, _SEEN) if sequence}


def _line(row: Any) -> EntryLine:
    undoes = row["undoes_replica"]
    return EntryLine(
        key=EntryKey(row["replica"], row["sequence"]),
        step=row["step"],
        about=row["about"],
        actor=row["actor"],
        session=SessionId(row["session"]) if row["session"] is not None else None,
        undoes=EntryKey(undoes, row["undoes_sequence"]) if undoes is not None else None,
        at=dt.datetime.fromtimestamp(row["at"] / 1000, dt.UTC),
    )
