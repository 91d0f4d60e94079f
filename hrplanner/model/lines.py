"""What a book answers when it is asked across sessions: lines of its lists and of its log, as frozen values."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hrplanner.model.commitments import Status
from hrplanner.model.ids import RowId, SessionId


@dataclass(frozen=True, slots=True)
class EntryKey:
    """An entry of the log: the laptop that wrote it and its number there."""

    replica: bytes
    sequence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """What one transaction is called.

    A code of the step (`register_person`), what it was about, and which entry it takes back.
    """

    step: str
    about: str | None = None
    actor: str | None = None
    session: SessionId | None = None
    undoes: EntryKey | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLine:
    """A line of the log as shown."""

    key: EntryKey
    step: str
    about: str | None
    actor: str | None
    session: SessionId | None
    undoes: EntryKey | None
    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLine:
    """A session in a list; counts are those a list shows, None where not known."""

    id: SessionId
    number: str
    title: str
    kind: str
    date: dt.date | None
    date_as_written: str | None
    held: bool | None
    series: str | None
    heads: int | None
    listed: int
    issues: int
    commitments: int
    versions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentLine:
    """A promise in a list across sessions, with the number and the day of the session it was made at."""

    id: RowId
    session: SessionId
    number: str
    made: dt.date | None
    code: str
    text: str
    owner: str | None
    due: dt.date | None
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownName:
    """Somebody who was on a list before, offered while a name is typed."""

    name: str
    place: str | None
    age: int | None
    last_seen: dt.date | None


@dataclass(frozen=True, slots=True)
class KnownRow:
    """A row that an earlier import of the same source made, with its values as the log holds them."""

    id: bytes
    session: SessionId | None
    values: Mapping[str, Any]
