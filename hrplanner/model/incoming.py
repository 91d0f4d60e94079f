"""Rows of somebody else's file once a mapping has said what they mean; how they were read is not known here."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One row to take in, in the words of `hrplan-session/1`.

    `row` is session, person, issue or commitment. `key` is what the source calls the row, where the mapping says so.
    `session` is the number of the session it belongs to; `opens` are the fields of that session where the mapping lets
    a row open one that the book does not have.
    """

    line: int
    row: str
    record: Mapping[str, object]
    key: str | None = None
    session: str | None = None
    opens: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A row that is left out, with the column and the code of the first thing in its way."""

    line: int
    column: str | None
    code: str
