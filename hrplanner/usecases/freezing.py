"""Freezing the record of a session: the canonical text, its digest, and the versions that lie on somebody's desk.

The canonical record is RFC 8785 JSON of the `hrplan-session/1` object in NFC, with a random salt of 128 bits that is
never printed, so that nobody finds counts by trying digests.
"""

import hashlib
import json
import secrets
import time
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import rfc8785

from hrplanner.model.ids import RowId, new_id
from hrplanner.model.minutes import MinutesVersion
from hrplanner.model.record.sessions import record_of
from hrplanner.model.session import Session
from hrplanner.usecases.ports import Book

_SALT_BYTES = 16


def canonical_record(session: Session, salt: str) -> str:
    """The one text of a session's record; equal records and salts give equal texts.

    What people agreed to is no part of it: a yes can be taken back at any time, without an addendum.
    """
    silent = replace(session, people=tuple(replace(one, consent={}) for one in session.people))
    return rfc8785.dumps(_normalized({**record_of(silent), "salt": salt})).decode()


def digest_of(canonical: str) -> str:
    """SHA-256 of a canonical record, in hex."""
    return hashlib.sha256(canonical.encode()).hexdigest()


def current_version(book: Book, session: Session) -> MinutesVersion | None:
    """The frozen version that the session still equals, or None where it was never frozen or has changed since."""
    versions = book.minutes(session.id)
    if not versions:
        return None
    last = versions[-1]
    salt = str(json.loads(last.canonical)["salt"])
    return last if canonical_record(session, salt) == last.canonical else None


def next_version(book: Book, session: Session, *, clock: Callable[[], float] = time.time) -> MinutesVersion:
    """The session as the version after the last one, not written yet: it is kept with the paper it is printed on."""
    canonical = canonical_record(session, secrets.token_hex(_SALT_BYTES))
    return MinutesVersion(
        id=RowId(new_id()),
        version=len(book.minutes(session.id)) + 1,
        canonical=canonical,
        digest=digest_of(canonical),
        log_head=book.log_head(),
        frozen_at=int(clock() * 1000),
    )


def is_of(prepared: MinutesVersion, book: Book, session: Session) -> bool:
    """Whether a version that was made ready is still the next one of this record and of this log."""
    salt = str(json.loads(prepared.canonical)["salt"])
    is_next = prepared.version == len(book.minutes(session.id)) + 1 and prepared.log_head == book.log_head()
    return is_next and canonical_record(session, salt) == prepared.canonical


def _normalized(value: Any) -> Any:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [_normalized(one) for one in value]
    if isinstance(value, dict):
        return {key: _normalized(one) for key, one in value.items()}
    return value
