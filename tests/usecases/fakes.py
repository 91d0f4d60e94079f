"""A book that lives in memory: what the port promises, without a file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from hrplanner.model.backups import Backup, BackupReason, Holder
from hrplanner.model.bin import BinLine
from hrplanner.model.changes import OFFICE_PARTS, PART_KINDS, Change, RowKind, from_plain, office_changes
from hrplanner.model.conflicts import Conflict
from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.ids import SessionId
from hrplanner.model.lines import CommitmentLine, EntryKey, EntryLine, KnownName, KnownRow, NewEntry, SessionLine
from hrplanner.model.list_answers import Question, Sums
from hrplanner.model.merging.outcome import MergeOutcome
from hrplanner.model.minutes import MinutesVersion, Printout, Proofs, Scan
from hrplanner.model.office import Office
from hrplanner.model.privacy import Erased, Kept, NamedPerson
from hrplanner.model.session import Session

Rows = dict[tuple[RowKind, bytes], tuple[SessionId | None, dict[str, Any]]]


class BookInMemory:
    """Rows as plain values and a log of changes; `full` makes every write fail as a full disk does."""

    def __init__(self, office: Office, *, read_only: bool = False) -> None:
        self.path = Path("memory.hrplan")
        self.read_only = read_only
        self.sealed = False
        self.locked_because = "asked" if read_only else None
        self.full = False
        self.holder: Holder | None = None
        self.left_open: Holder | None = None
        self.office_id = office.id
        self.log: list[tuple[NewEntry, tuple[Change, ...]]] = []
        self.rows: Rows = _written({}, office_changes(None, office))

    def close(self) -> None:
        """Nothing is held open."""

    # -- other copies: this book has none

    def merge(
        self, other: Any, entry: NewEntry, *, rehearse: bool = False, moved: Any = max
    ) -> tuple[EntryKey | None, MergeOutcome]:
        raise Refused("not_a_copy")

    def take_merge_back(self, entry: NewEntry, merge: EntryKey) -> EntryKey:
        raise Refused("changed_meanwhile", kind="merge")

    def conflicts(self) -> tuple[Conflict, ...]:
        return ()

    def conflict_ids(self) -> frozenset[bytes]:
        return frozenset()

    def book_id(self) -> str:
        return "00" * 16

    def write_review(self, entry: NewEntry, changes: Iterable[Change]) -> None:
        self.write(entry, changes)

    def all_rows(self, kind: RowKind) -> tuple[tuple[bytes, bytes | None, Mapping[str, Any]], ...]:
        return tuple((row, session, values) for (one, row), (session, values) in self.rows.items() if one is kind)

    def row_now(self, kind: RowKind, row: bytes) -> tuple[SessionId | None, Mapping[str, Any] | None]:
        return self.rows.get((kind, row), (None, None))

    def entry_line(self, key: EntryKey) -> EntryLine | None:
        return next((line for line in self.last_entries() if line.key == key), None)

    def this_copy(self) -> bytes:
        return bytes(16)

    def check_pages(self) -> None: ...
    def compact(self) -> tuple[int, int]: ...  # type: ignore[empty-body]

    def back_up(self, reason: BackupReason) -> Backup | None:
        return None

    # -- reading

    def office(self) -> Office:
        parts = {part: tuple(self._values(kind, None)) for part, (kind, _) in OFFICE_PARTS.items()}
        parts["groups"] = tuple(sorted(parts["groups"], key=lambda group: group.position))
        _, own = self.rows[RowKind.OFFICE, self.office_id]
        office: Office = from_plain(RowKind.OFFICE, self.office_id, {**own, **parts})
        return office

    def session(self, number: str) -> Session:
        for (kind, row), (_, values) in self.rows.items():
            if kind is RowKind.SESSION and values["number"] == number:
                return self.session_of_id(SessionId(row))
        raise Refused("unknown_session", number=number)

    def session_of_id(self, which: SessionId) -> Session:
        if (RowKind.SESSION, which) not in self.rows:
            raise Refused("unknown_session")
        parts = {part: tuple(self._values(kind, which)) for part, (kind, _) in PART_KINDS.items()}
        session: Session = from_plain(RowKind.SESSION, which, {**self.rows[RowKind.SESSION, which][1], **parts})
        return session

    def session_lines(self) -> tuple[SessionLine, ...]:
        found = [self.session_of_id(SessionId(row)) for kind, row in self.rows if kind is RowKind.SESSION]
        return tuple(sorted((_line(one) for one in found), key=lambda line: line.number))

    def commitment_lines(self) -> tuple[CommitmentLine, ...]:
        return ()

    def sums(self, questions: Sequence[Question], parts: Collection[str] = ()) -> Sums:
        sessions = (self.session_of_id(SessionId(row)) for kind, row in self.rows if kind is RowKind.SESSION)
        return Sums(sessions=tuple(sessions), numbers={})

    def places(self) -> Sequence[tuple[bytes, str, int]]:
        return ()

    def known_names(self, beginning: str, limit: int = 6) -> tuple[KnownName, ...]:
        return ()

    def minutes(self, which: SessionId) -> tuple[MinutesVersion, ...]:
        return ()

    def printouts(self, which: SessionId) -> tuple[Printout, ...]:
        return ()

    def proofs(self, which: SessionId) -> Proofs:
        return Proofs()

    def scans(self, which: SessionId) -> tuple[Scan, ...]:
        return ()

    def version_with(self, beginning: str) -> tuple[str, int] | None:
        return None

    def known_rows(self, kind: RowKind, sources: Sequence[str]) -> Mapping[str, KnownRow]:
        return {}

    # -- writing

    def write(
        self, entry: NewEntry, changes: Iterable[Change], *, rehearse: bool = False, from_outside: bool = False
    ) -> EntryKey | None:
        made = tuple(changes)
        if self.read_only:
            raise FileProblem("book_is_read_only", path=str(self.path))
        after = _written(self.rows, made)
        if self.full:
            raise FileProblem("disk_full", path=str(self.path))
        if rehearse or not made:
            return None
        self.rows = after
        self.log.append((entry, made))
        return EntryKey(b"laptop", len(self.log))

    def named_people(self, number: str | None) -> tuple[NamedPerson, ...]:
        return ()

    def erase(self, entry: NewEntry, ids: Collection[bytes]) -> Erased:
        return Erased(people=len(ids), entries=0)

    def kept_of(self, people: Collection[bytes]) -> Kept:
        return Kept()

    def remove_scans(self, entry: NewEntry, people: Collection[bytes]) -> int:
        return 0

    def lines_of(self, steps: Collection[str], limit: int) -> tuple[EntryLine, ...]:
        return tuple(line for line in self.last_entries() if line.step in steps)[:limit]

    def note(self, entry: NewEntry) -> EntryKey:
        self.log.append((entry, ()))
        return EntryKey(b"laptop", len(self.log))

    def last_entries(self, limit: int = 100) -> tuple[EntryLine, ...]:
        lines = [
            EntryLine(
                key=EntryKey(b"laptop", number),
                step=entry.step,
                about=entry.about,
                actor=entry.actor,
                session=entry.session,
                undoes=entry.undoes,
                at=dt.datetime(2026, 5, 12, tzinfo=dt.UTC),
            )
            for number, (entry, _) in enumerate(self.log, start=1)
        ]
        return tuple(reversed(lines))[:limit]

    def bin_lines(self, since: dt.datetime) -> tuple[BinLine, ...]:
        return ()

    def out_of_bin(self, kind: RowKind, row: bytes) -> tuple[Change, ...]:
        raise Refused("not_in_bin")

    def changes_of(self, key: EntryKey) -> tuple[Change, ...]:
        return self.log[key.sequence - 1][1]

    def changed_elsewhere(self) -> bool:
        return False

    def entry_of_head(self, head: str) -> EntryLine | None:
        return None

    def log_head(self) -> str:
        return "00" * 32

    def _values(self, kind: RowKind, session: SessionId | None) -> list[Any]:
        own = sorted(
            (row, values) for (one, row), (whose, values) in self.rows.items() if one is kind and whose == session
        )
        return [from_plain(kind, row, values) for row, values in own]


def _written(before: Rows, changes: Iterable[Change]) -> Rows:
    """The rows after the changes; refused where a row is not as a change expects it, or a number is taken twice."""
    rows = dict(before)
    for change in changes:
        place = (change.kind, change.id)
        _, held = rows.get(place, (None, None))
        expected = None if change.before is None or held is None else {name: held[name] for name in change.before}
        if (change.before is None) != (held is None) or (change.before is not None and expected != change.before):
            raise Refused("changed_meanwhile", kind=str(change.kind))
        if change.after is None:
            del rows[place]
        else:
            rows[place] = (change.session, {**(held or {}), **change.after})
    numbers = [values["number"] for (kind, _), (_, values) in rows.items() if kind is RowKind.SESSION]
    if len(numbers) > len(set(numbers)):
        raise Refused("number_taken", field="number")
    return rows


def _line(session: Session) -> SessionLine:
    return SessionLine(
        id=session.id,
        number=session.number,
        title=session.title,
        kind=session.kind,
        date=session.date,
        date_as_written=session.date_as_written,
        held=session.held,
        series=session.series,
        heads=session.heads,
        listed=len(session.people),
        issues=len(session.issues),
        commitments=len(session.commitments),
        versions=0,
    )
