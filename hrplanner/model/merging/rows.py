"""What a row is after the entries of both copies: replayed in the one order of time, then put right.

Put right means: an erased name stays erased; a removal loses against a concurrent edit, with all that was removed in
one step; strokes on a tally add up; in all else the later value stands, and people are asked where two values were
written without knowing of each other.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hrplanner.model.changes import Plain, RowKind
from hrplanner.model.lines import EntryKey
from hrplanner.model.merging.entries import Op, concurrent
from hrplanner.model.privacy import ERASING

RowKey = tuple[RowKind, bytes]
STROKES = frozenset({"count_one", "uncount_one"})
"""Steps that count on from what was there; they add up."""

_GIVEN_BY_THE_PROGRAM = frozenset({"code", "number", "version", "position"})
_NEVER_ASKED = frozenset(
    {RowKind.MINUTES, RowKind.PRINTOUT, RowKind.STATEMENT, RowKind.SCAN, RowKind.CONFLICT, RowKind.PACKET}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Values written to one field (or, without a field, an edit and a removal) without knowledge of each other."""

    kind: RowKind
    row: bytes
    session: bytes | None
    field: str | None
    heads: tuple[EntryKey, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """A row after replaying all entries in order, and after putting right; None is a row in the bin."""

    replayed: Plain | None
    resolved: Plain | None


def replayed(base: Plain | None, ops: Iterable[Op]) -> dict[str, Any] | None:
    """The row after the operations in their order; an edit of a row in the bin leaves it there."""
    state = dict(base) if base is not None else None
    for op in ops:
        change = op.change
        if change.after is None:
            state = None
        elif change.before is None:
            state = dict(change.after)
        elif state is not None:
            state |= change.after
    return state


def before_all(current: Plain | None, ops: Sequence[Op]) -> dict[str, Any] | None:
    """The row as it was before the operations that made it what it is."""
    state = dict(current) if current is not None else None
    for op in reversed(ops):
        change = op.change
        if change.before is None:
            state = None
        elif change.after is None:
            state = dict(change.before)
        elif state is not None:
            state |= change.before
    return state


def settle(kind: RowKind, base: Plain | None, ops: Sequence[Op], void: frozenset[EntryKey]) -> Settled:
    """The row after all operations on it, which come in the order of time; `void` are removals that do not count."""
    kept = [op for op in ops if op.change.after is not None or op.entry.key not in void]
    resolved = replayed(base, kept)
    if resolved is None and any(op.change.after is None and op.entry.key in void for op in ops):
        resolved = _revived(base, ops, kept)
    if resolved is not None and kind is RowKind.PERSON:
        resolved |= {name: None for op in ops if op.entry.step in ERASING for name in op.change.after or {}}
    if resolved is not None and kind is RowKind.TALLY:
        resolved["count"] = _counted(base, kept, resolved["count"])
    return Settled(replayed(base, ops), resolved)


def _revived(base: Plain | None, ops: Sequence[Op], kept: Sequence[Op]) -> dict[str, Any] | None:
    """A row whose only trace is its removal takes its values from there, unless it was removed once more."""
    if any(op.change.after is None for op in kept):
        return None
    removal = next(op for op in ops if op.change.after is None)
    return replayed(base if base is not None else removal.change.before, kept)


def void_removals(
    by_row: Mapping[RowKey, Sequence[Op]], by_session: Mapping[bytes, Sequence[Op]]
) -> frozenset[EntryKey]:
    """The entries whose removals do not count: something they removed was edited without knowing of it.

    A session counts as edited where anything in it was.
    """
    found = set()
    for (kind, row), ops in by_row.items():
        removals = [op for op in ops if op.change.after is None]
        if not removals:
            continue
        edits = [*ops, *by_session.get(row, ())] if kind is RowKind.SESSION else ops
        found |= {
            removal.entry.key
            for removal in removals
            if any(op.change.after is not None and concurrent(op.entry, removal.entry) for op in edits)
        }
    return frozenset(found)


def clashes(key: RowKey, ops: Sequence[Op], void: frozenset[EntryKey]) -> Iterator[Clash]:
    """What people must be asked about this row."""
    kind, row = key
    if kind in _NEVER_ASKED or not ops:
        return
    session = ops[0].change.session
    for field in sorted({name for op in ops for name in _written(op)} - _GIVEN_BY_THE_PROGRAM):
        writers = [op for op in ops if field in _written(op)]
        if any(op.entry.step in ERASING for op in writers):
            continue
        if kind is RowKind.TALLY and field == "count" and all(op.entry.step in STROKES for op in writers):
            continue
        heads = _heads(writers)
        if len({_comparable((op.change.after or {})[field]) for op in heads}) > 1:
            keys = tuple(op.entry.key for op in heads)
            yield Clash(kind=kind, row=row, session=session, field=field, heads=keys)
    yield from _edited_and_removed(key, ops, void)


def _edited_and_removed(key: RowKey, ops: Sequence[Op], void: frozenset[EntryKey]) -> Iterator[Clash]:
    kind, row = key
    for removal in (op for op in ops if op.change.after is None and op.entry.key in void):
        edits = [op for op in ops if op.change.after is not None and concurrent(op.entry, removal.entry)]
        asked = [edit for edit in _heads(edits) if not any(_knows_both(op, edit, removal) for op in ops)]
        if asked:
            keys = (removal.entry.key, *(op.entry.key for op in asked))
            yield Clash(kind=kind, row=row, session=removal.change.session, field=None, heads=keys)


def _knows_both(op: Op, one: Op, other: Op) -> bool:
    return op.entry.knows(one.entry.key) and op.entry.knows(other.entry.key)


def _heads(ops: Sequence[Op]) -> list[Op]:
    """Those that no other of them was written in knowledge of."""
    return [op for op in ops if not any(other.entry.knows(op.entry.key) for other in ops)]


def _written(op: Op) -> Plain:
    """The fields an edit wrote; coming and going write none by themselves."""
    change = op.change
    return change.after if change.before is not None and change.after is not None else {}


def _counted(base: Plain | None, ops: Sequence[Op], latest: int | None) -> int | None:
    """The count after every stroke on every copy, on top of the last number that was set."""
    strokes = [op for op in ops if op.entry.step in STROKES and _stroke(op) is not None]
    written = [op for op in ops if "count" in (op.change.after or {}) and op not in strokes]
    last = written[-1] if written else None
    start: int | None = (last.change.after or {})["count"] if last else (base or {}).get("count")
    if start is None:
        return latest
    missed = (op for op in strokes if last is None or not last.entry.knows(op.entry.key))
    return max(0, start + sum(_stroke(op) or 0 for op in missed))


def _stroke(op: Op) -> int | None:
    before, after = (op.change.before or {}).get("count"), (op.change.after or {}).get("count")
    return after - before if before is not None and after is not None else None


def _comparable(value: Any) -> str:
    return repr(value)
