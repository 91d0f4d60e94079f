"""What is kept beside the frozen versions of a session: their steps, signed summaries and returned scans."""

from __future__ import annotations

import datetime as dt
from typing import Any

import sqlalchemy as sa

from hrplanner.model.changes import RowKind
from hrplanner.model.ids import RowId, SessionId
from hrplanner.model.minutes import MinutesStep, Proofs, Scan, SignedStatement, Stage
from hrplanner.storage.rows import plain_rows
from hrplanner.storage.tables import TABLES, minutes, session


def proofs(connection: sa.Connection, which: SessionId) -> Proofs:
    """The steps and the signed summaries, oldest first."""
    steps = (
        MinutesStep(
            **{
                **own,
                "id": row_id,
                "stage": Stage(own["stage"]),
                "date": own["date"] and dt.date.fromisoformat(own["date"]),
            }
        )
        for row_id, own in _of(connection, RowKind.MINUTES_STEP, which)
    )
    statements = (SignedStatement(id=row_id, **own) for row_id, own in _of(connection, RowKind.STATEMENT, which))
    return Proofs(steps=tuple(steps), statements=tuple(statements))


def scans(connection: sa.Connection, which: SessionId) -> tuple[Scan, ...]:
    """The sheets that came back, with their files."""
    return tuple(Scan(id=row_id, **own) for row_id, own in _of(connection, RowKind.SCAN, which))


def number_with(connection: sa.Connection, beginning: str) -> tuple[str, int] | None:
    """The number of the session and the version whose digest begins like this, in hex; None where none does."""
    query = (
        sa.select(session.c.number, minutes.c.version)
        .join(session, session.c.id == minutes.c.session)
        .where(
            minutes.c.digest.startswith(beginning, autoescape=True),
            minutes.c.binned.is_(None),
            session.c.binned.is_(None),
        )
        .limit(1)
    )
    found = connection.execute(query).one_or_none()
    return None if found is None else (found.number, found.version)


def _of(connection: sa.Connection, kind: RowKind, which: SessionId) -> list[tuple[RowId, dict[str, Any]]]:
    return [(RowId(row_id), own) for row_id, own in plain_rows(connection, kind, TABLES[kind].c.session == which)]
