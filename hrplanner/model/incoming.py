"""Rows of somebody else's file once a mapping has said what they mean; how they were read is not known here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One row to take in, in the words of `hrplan-session/1`.

    `row` is session, body, person, issue or commitment. `key` is what the source calls it, where the mapping says so.
    `session` is the number of the session it belongs to; `opens` are the fields of that session where the mapping lets
    a row open one that the book does not have. `part` tells rows of one file apart that stand on lines of one number.
    """

    line: int
    row: str
    record: Mapping[str, object]
    key: str | None = None
    session: str | None = None
    opens: Mapping[str, object] | None = None
    part: int = 0


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A row that is left out, with the column and the code of the first thing in its way."""

    line: int
    column: str | None
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingFile:
    """A source whose rows have been understood, as a stream.

    `digest` is the SHA-256 of its bytes; `scope` keeps the keys of one mapping apart from those of another; `words`
    are those its mapping says for groups.
    """

    digest: bytes
    rows: Iterator[Incoming | NotTaken]
    scope: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
