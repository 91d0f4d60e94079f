"""What differs between two sessions, or two frames of a book, row by row and field by field.

Saving, undo, comparing and merging all use this one description. A row is a dataclass value with an `id`; its plain
form holds only what JSON holds (dates as ISO text, ids in hex, sets sorted), so that the log can keep it.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from functools import cache
from itertools import takewhile
from operator import is_
from typing import Any, get_args, get_type_hints

from hrplanner.model.attendance import Tally
from hrplanner.model.bodies import Body, Seat
from hrplanner.model.commitments import Commitment, MoneyLine
from hrplanner.model.conflicts import Conflict
from hrplanner.model.formalities import Moment, OfficeSignature, Publication
from hrplanner.model.groups import Group
from hrplanner.model.ids import SessionId
from hrplanner.model.issues import AgendaItem, Decision, Issue
from hrplanner.model.minutes import MinutesStep, MinutesVersion, Printout, Scan, SignedStatement
from hrplanner.model.office import LearnedWord, Office, StoredRule
from hrplanner.model.office_key import OfficeKey
from hrplanner.model.people import Person
from hrplanner.model.review import Packet, ReviewNote
from hrplanner.model.series import Series
from hrplanner.model.session import PARTS, Session
from hrplanner.model.voice import Turn

Plain = Mapping[str, Any]


class RowKind(StrEnum):
    """The kinds of row; each is a table of the book."""

    OFFICE = "office"
    GROUP = "group"
    SERIES = "series"
    RULE = "rule"
    LEARNED_WORD = "learned_word"
    SESSION = "session"
    PERSON = "person"
    TALLY = "tally"
    TURN = "turn"
    AGENDA_ITEM = "agenda_item"
    ISSUE = "issue"
    DECISION = "decision"
    COMMITMENT = "commitment"
    MONEY = "money"
    MOMENT = "moment"
    SIGNATURE = "signature"
    PUBLICATION = "publication"
    BODY = "body"
    SEAT = "seat"
    MINUTES = "minutes"
    PRINTOUT = "printout"
    MINUTES_STEP = "minutes_step"
    STATEMENT = "statement"
    SCAN = "scan"
    OFFICE_KEY = "office_key"
    CONFLICT = "conflict"
    PACKET = "packet"
    REVIEW_NOTE = "review_note"


@dataclass(frozen=True, slots=True)
class Change:
    """A row that came (`before` is None), went to the bin (`after` is None) or holds other values in the named
    fields.
    """

    kind: RowKind
    id: bytes
    session: SessionId | None
    before: Plain | None
    after: Plain | None


PART_KINDS: Mapping[str, tuple[RowKind, type]] = {
    "people": (RowKind.PERSON, Person),
    "tallies": (RowKind.TALLY, Tally),
    "turns": (RowKind.TURN, Turn),
    "agenda": (RowKind.AGENDA_ITEM, AgendaItem),
    "issues": (RowKind.ISSUE, Issue),
    "decisions": (RowKind.DECISION, Decision),
    "commitments": (RowKind.COMMITMENT, Commitment),
    "money": (RowKind.MONEY, MoneyLine),
    "moments": (RowKind.MOMENT, Moment),
    "signatures_of": (RowKind.SIGNATURE, OfficeSignature),
    "published": (RowKind.PUBLICATION, Publication),
}
OFFICE_PARTS: Mapping[str, tuple[RowKind, type]] = {
    "groups": (RowKind.GROUP, Group),
    "series": (RowKind.SERIES, Series),
    "rules": (RowKind.RULE, StoredRule),
    "learned_words": (RowKind.LEARNED_WORD, LearnedWord),
    "bodies": (RowKind.BODY, Body),
    "seats": (RowKind.SEAT, Seat),
    "keys": (RowKind.OFFICE_KEY, OfficeKey),
}
_PART_OF_KIND = {kind: part for parts in (PART_KINDS, OFFICE_PARTS) for part, (kind, _) in parts.items()}
CLASS_OF_KIND: Mapping[RowKind, type] = {
    kind: made for parts in (PART_KINDS, OFFICE_PARTS) for kind, made in parts.values()
} | {
    RowKind.SESSION: Session,
    RowKind.OFFICE: Office,
    RowKind.MINUTES: MinutesVersion,
    RowKind.PRINTOUT: Printout,
    RowKind.MINUTES_STEP: MinutesStep,
    RowKind.STATEMENT: SignedStatement,
    RowKind.SCAN: Scan,
    RowKind.CONFLICT: Conflict,
    RowKind.PACKET: Packet,
    RowKind.REVIEW_NOTE: ReviewNote,
}
"""The class whose fields a row of each kind holds."""
_PARTS_OF_CLASS: Mapping[type, frozenset[str]] = {Session: frozenset(PARTS), Office: frozenset(OFFICE_PARTS)}


def changes_between(before: Session | None, after: Session | None) -> list[Change]:
    """The rows to write so that `before` becomes `after`.

    None is a session that is not there yet, or goes to the bin.
    """
    one = after if after is not None else before
    if one is None:
        return []
    found = _own(RowKind.SESSION, before, after, one.id)
    for part, (kind, _) in PART_KINDS.items():
        found += _rows(kind, getattr(before, part, ()), getattr(after, part, ()), one.id)
    return found


def office_changes(before: Office | None, after: Office) -> list[Change]:
    """The same for the frame of the book."""
    found = _own(RowKind.OFFICE, before, after, None)
    for part, (kind, _) in OFFICE_PARTS.items():
        found += _rows(kind, getattr(before, part, ()), getattr(after, part), None)
    return found


def inverted(changes: Iterable[Change]) -> Iterator[Change]:
    """The changes that take others back, last first."""
    for change in reversed(list(changes)):
        yield replace(change, before=change.after, after=change.before)


def applied(session: Session, changes: Iterable[Change]) -> Session:
    """The session with changes of its own rows made; changes of other sessions and of the frame pass by."""
    parts: dict[str, dict[bytes, Any]] = {}
    own: dict[str, Any] = {}
    for change in changes:
        if change.session != session.id:
            continue
        if change.kind is RowKind.SESSION:
            own |= _decoded(Session, change.after or {})
        elif change.kind in _PART_OF_KIND:
            part = _PART_OF_KIND[change.kind]
            rows = parts.setdefault(part, {row.id: row for row in getattr(session, part)})
            _apply_to_row(rows, change)
    for part, rows in parts.items():
        own[part] = tuple(sorted(rows.values(), key=lambda row: row.id))
    return replace(session, **own) if own else session


def _apply_to_row(rows: dict[bytes, Any], change: Change) -> None:
    made = CLASS_OF_KIND[change.kind]
    if change.after is None:
        rows.pop(change.id, None)
    elif change.id in rows:
        rows[change.id] = replace(rows[change.id], **_decoded(made, change.after))
    else:
        rows[change.id] = made(id=change.id, **_decoded(made, change.after))


def _own(kind: RowKind, before: Any, after: Any, one: bytes | None) -> list[Change]:
    if before is after:
        return []
    row_id = (after if after is not None else before).id
    session = SessionId(one) if one is not None else None
    return [change] if (change := _difference(kind, row_id, before, after, session)) else []


def _rows(kind: RowKind, before: Iterable[Any], after: Iterable[Any], one: bytes | None) -> list[Change]:
    if before is after:
        return []
    session = SessionId(one) if one is not None else None
    old_rows, new_rows = tuple(before), tuple(after)
    alike = sum(1 for _ in takewhile(bool, map(is_, old_rows, new_rows)))  # thousands, where one is added to a list
    old, found = {_key(row): row for row in old_rows[alike:]}, []
    for row in new_rows[alike:]:
        was = old.pop(_key(row), None)
        if was is not row and (change := _difference(kind, _key(row), was, row, session)):
            found.append(change)
    return [*found, *(Change(kind, key, session, plain(row), None) for key, row in old.items())]


def _key(row: Any) -> bytes:
    return row.code.encode() if isinstance(row, Group) else row.id


def _difference(kind: RowKind, row_id: bytes, was: Any, now: Any, session: SessionId | None) -> Change | None:
    if was is None:
        return Change(kind, row_id, session, None, plain(now))
    if now is None:
        return Change(kind, row_id, session, plain(was), None)
    old, new = plain(was), plain(now)
    differing = [name for name in new if old[name] != new[name]]
    if not differing:
        return None
    return Change(
        kind, row_id, session, {name: old[name] for name in differing}, {name: new[name] for name in differing}
    )


# ------------------------------------------------------------------------------------------ plain values


def plain(row: Any) -> dict[str, Any]:
    """The row's own fields (without its id and without the rows below it) as JSON holds them."""
    return {name: _plain(getattr(row, name)) for name in own_fields(row.__class__)}


@cache
def own_fields(made: type) -> tuple[str, ...]:
    """The names of the fields that a row of this class keeps for itself, in order."""
    apart = _PARTS_OF_CLASS.get(made, frozenset()) | {"id"}
    return tuple(one.name for one in fields(made) if one.name not in apart)


def columns_of(kind: RowKind) -> tuple[str, ...]:
    """The names of the fields of a kind of row, in order."""
    return own_fields(CLASS_OF_KIND[kind])


def from_plain(kind: RowKind, row_id: bytes, values: Plain) -> Any:
    """The value of a part again from its plain fields; Group knows no id."""
    made = CLASS_OF_KIND[kind]
    decoded = _decoded(made, values)
    return made(**decoded) if kind is RowKind.GROUP else made(id=row_id, **decoded)


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, (str, int)):
        return str(value) if isinstance(value, StrEnum) else value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value


def _decoded(made: type, values: Plain) -> dict[str, Any]:
    decoders = _decoders(made)
    return {
        name: decoders[name](value) if name in decoders and value is not None else value
        for name, value in values.items()
    }


@cache
def _decoders(made: type) -> dict[str, Callable[[Any], Any]]:
    """How each field of a class comes back from its plain form; fields that are plain already are left out."""
    hints = get_type_hints(made)
    found = {}
    for name in own_fields(made):
        kinds = [hints[name], *get_args(hints[name])]
        for kind in kinds if getattr(hints[name], "__origin__", None) is not Mapping else kinds[:1]:
            decode = _decoder(kind)
            if decode is not None:
                found[name] = decode
                break
    return found


def _as_is(value: Any) -> Any:
    return value


def _decoder(kind: Any) -> Callable[[Any], Any] | None:
    origin = getattr(kind, "__origin__", None)
    if kind is dt.date:
        return dt.date.fromisoformat
    if origin is Mapping:
        of_value = _decoder(get_args(kind)[1])
        return None if of_value is None else lambda given: {key: of_value(one) for key, one in given.items()}
    if origin in {tuple, frozenset}:
        return origin  # type: ignore[no-any-return]
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind
    return None
