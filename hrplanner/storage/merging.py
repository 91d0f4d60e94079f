"""Taking another copy of the book into this one: its entries as they are, and the rows as they are after both.

What had to be put right beyond replaying both logs (see `model.merging`) is one entry of this copy, so that a book is
always what its log says.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import replace

import sqlalchemy as sa

from hrplanner.model.changes import Change, Plain, RowKind
from hrplanner.model.errors import Refused
from hrplanner.model.lines import EntryKey, NewEntry
from hrplanner.model.merging.entries import Knowledge, Written, common_past
from hrplanner.model.merging.outcome import LISTED, MergeOutcome
from hrplanner.model.merging.rows import Clash
from hrplanner.storage import entries, erasing, packs
from hrplanner.storage.entry_bodies import BodyWriter
from hrplanner.storage.log_tables import book, entry, entry_body, replica
from hrplanner.storage.merge_numbers import give_numbers
from hrplanner.storage.merge_reading import Log, names_here
from hrplanner.storage.merge_rows import BothCopies, Moved, Progress
from hrplanner.storage.rows import RowWriter
from hrplanner.storage.tables import TABLES

STEP = "merge"
UNIQUE = {RowKind.SESSION: "number", RowKind.MINUTES: "version"}
"""Numbers that the tables let nobody have twice."""

_DAY = 86_400_000
_COUNT = "select " + " + ".join(
    f'(select count(*) from "{table.name}" where binned is null)' for table in TABLES.values()
)


def take_in(
    ours: sa.Connection, theirs: sa.Connection, new: NewEntry, *, copy: bytes, at: int, moved: Moved
) -> tuple[EntryKey | None, MergeOutcome]:
    """Bring everything that the other copy has and this one lacks; the key of the entry that did it, if any was needed.

    Tells `moved` how many changes of how many were read and written. Raises Refused: not_a_copy.
    """
    _same_book(ours, theirs)
    here, there = Log(ours), Log(theirs, names_here(ours, theirs))
    known = here.known()
    incoming = there.beyond(known)
    if not incoming:
        return None, MergeOutcome(rows=_rows(ours))
    progress = Progress(moved, whole=2 * sum(one.changes for one in incoming))
    both = BothCopies(ours, here, there, incoming, _past(here, there, known), progress)
    both.settle()
    rows = _rows(ours)
    _copy_entries(ours, there, incoming)
    renumbered = give_numbers(ours, both)
    asked = [change for clash in both.clashes() if (change := _question(ours, both, clash)) is not None]
    _write_rows(ours, both, asked, at, progress)
    erasing.erase(ours, both.erased(), at=at)
    repairs = [*both.repairs(), *asked]
    key = _note(ours, new, repairs, incoming, copy=copy, had=known, at=at)
    came, changed, gone = (Counter[RowKind](), Counter[RowKind](), Counter[RowKind]())
    differences = tuple(both.differences())
    for change in differences:
        (came if change.before is None else gone if change.after is None else changed)[change.kind] += 1
    return key, MergeOutcome(
        entries=tuple(incoming),
        rows=rows,
        came=came,
        changed=changed,
        gone=gone,
        touched=tuple(change for change in differences if change.before is not None)[:LISTED],
        renumbered=renumbered,
        conflicts=len(asked),
        forked=any(branch.origin is not None and branch.name not in known for branch in there.names.values()),
        ahead_days=max(0, max(one.at for one in incoming) - at) // _DAY,
    )


def take_back(connection: sa.Connection, *, merge: EntryKey, body: BodyWriter, at: int) -> None:
    """Let go of everything a merge brought, and bring the rows back to what this copy alone made of them.

    The other file still has its entries, and may be merged again.
    """
    log = Log(connection)
    had = log.had_before(merge)
    if had is None:
        raise Refused("changed_meanwhile", kind="merge")
    everything = log.known()
    brought = {
        copy: had.get(copy, 0) for copy, last in everything.items() if copy != merge.replica and last > had.get(copy, 0)
    }
    without = BothCopies.without(
        connection, log, brought, leaving_out=merge, undone=_undone(connection, merge), past=_past(log, log, had)
    )
    _write_rows(connection, without, [], at, Progress())
    for change in without.repairs():
        body.add(change)
    for copy, last in brought.items():
        packs.unpack(connection, copy, last + 1, everything[copy])
        connection.execute(sa.delete(entry_body).where(entry_body.c.replica == copy, entry_body.c.sequence > last))
        connection.execute(sa.delete(entry).where(entry.c.replica == copy, entry.c.sequence > last))


def _undone(connection: sa.Connection, merge: EntryKey) -> frozenset[EntryKey]:
    """The steps that this copy made after the merge and took back again, and their undos."""
    standing: set[int] = set()
    found: set[int] = set()
    since = sa.select(entry.c.sequence, entry.c.undoes_replica, entry.c.undoes_sequence).where(
        entry.c.replica == merge.replica, entry.c.sequence > merge.sequence
    )
    for sequence, of, undoes in connection.execute(since.order_by(entry.c.sequence)):
        if of == merge.replica and undoes in standing:
            standing.remove(undoes)
            found |= {sequence, undoes}
        else:
            standing.add(sequence)
    return frozenset(EntryKey(merge.replica, sequence) for sequence in found)


def _same_book(ours: sa.Connection, theirs: sa.Connection) -> None:
    this, other = (connection.execute(sa.select(book.c.id)).scalar_one() for connection in (ours, theirs))
    if this != other:
        raise Refused("not_a_copy")


def _past(here: Log, there: Log, known: Knowledge) -> dict[bytes, int]:
    def beyond(past: Knowledge) -> list[Written]:
        return [*here.beyond(past), *(there.beyond(past) if there is not here else ())]

    return common_past(known, there.known() if there is not here else known, beyond)


def _copy_entries(ours: sa.Connection, there: Log, incoming: list[Written]) -> None:
    known = set(ours.execute(sa.select(replica.c.id)).scalars())
    homes = set(ours.execute(sa.select(replica.c.home)).scalars())
    needed = {one.key.replica for one in incoming}
    for row in there.copies():
        if row["id"] in needed - known:
            home = row["home"] if row["home"] not in homes and row["origin"] is None else _nowhere(row["id"])
            ours.execute(sa.insert(replica).values(**{**row, "home": home}))
    for one in incoming:
        row = there.row(one.key)
        seen = {copy.hex(): last for copy, last in sorted(one.seen.items())}
        translated = json.dumps(seen) if seen != json.loads(row["vector"]) else None
        ours.execute(sa.insert(entry).values(**{**row, "replica": one.key.replica, "seen": translated}))
        for part in there.bodies(one.key):
            ours.execute(sa.insert(entry_body).values(**{**part, "replica": one.key.replica}))


def _nowhere(copy: bytes) -> bytes:
    """A home for a copy that shares its place with another: nobody writes under its name any more."""
    return hashlib.sha256(b"nowhere" + copy).digest()


def _write_rows(connection: sa.Connection, both: BothCopies, asked: list[Change], at: int, progress: Progress) -> None:
    """Write what differs; rows that give up a number come first, for another one may take it."""
    differences = [*both.differences(), *asked]
    aside = {change.id: _aside(change) for change in differences if _gives_up_a_number(change)}
    writer = RowWriter(connection, at=at)
    for row in both.passed_by():
        writer.lay_in_bin(*row)
    for change in (*aside.values(), *sorted(differences, key=lambda change: change.before is None)):
        progress.step()
        writer.add(
            replace(change, before={**(change.before or {}), **(aside[change.id].after or {})})
            if change.id in aside and change is not aside[change.id]
            else change
        )
    writer.finish()


def _gives_up_a_number(change: Change) -> bool:
    field = UNIQUE.get(change.kind, "")
    return change.before is not None and change.after is not None and field in change.after


def _aside(change: Change) -> Change:
    """The same row with a number that nobody has, for a moment."""
    field = UNIQUE[change.kind]
    nobodys = change.id.hex() if change.kind is RowKind.SESSION else int.from_bytes(change.id[-6:])
    return replace(change, before={field: (change.before or {})[field]}, after={field: nobodys})


def _note(
    connection: sa.Connection,
    new: NewEntry,
    repairs: list[Change],
    incoming: list[Written],
    *,
    copy: bytes,
    had: Knowledge,
    at: int,
) -> EntryKey | None:
    """The entry of the merge; none where the other copy only noted merges of its own, or two would go on for ever."""
    if not repairs and all(one.step == STEP for one in incoming):
        return None
    last, link = entries.tail(connection, copy)
    key = EntryKey(copy, last + 1)
    body = BodyWriter(connection, replica=key.replica, sequence=key.sequence, had=had)
    for change in repairs:
        body.add(change)
    entries.append(connection, new, key=key, previous=link, body=body, at=at)
    return key


def _question(connection: sa.Connection, both: BothCopies, clash: Clash) -> Change | None:
    """The row that asks a person to choose; None where it was asked before, and that was not taken back."""
    heads = sorted(f"{key.replica.hex()}:{key.sequence}" for key in clash.heads)
    named = json.dumps([clash.kind.value, clash.row.hex(), clash.field, heads])
    row_id = hashlib.sha256(named.encode()).digest()[:16]
    table = TABLES[RowKind.CONFLICT]
    asked_before = sa.select(table.c.id).where(table.c.id == row_id, table.c.binned.is_(None))
    known = connection.execute(asked_before).first()
    if known is not None or both.now((RowKind.CONFLICT, row_id)) is not None:
        return None
    asked: Plain = {
        "kind": clash.kind.value,
        "row": clash.row.hex(),
        "field": clash.field,
        "heads": heads,
        "settled": None,
    }
    return Change(RowKind.CONFLICT, row_id, None, None, asked)


def _rows(connection: sa.Connection) -> int:
    return int(connection.exec_driver_sql(_COUNT).scalar_one())
