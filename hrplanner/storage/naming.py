"""Where else a name stands than in the lists: frozen versions, the words of printed pages, scans, and free text.

A frozen version cannot be altered without breaking its digest, and a scan is a picture that nobody here can read; both
are counted, so that an erasing says what it leaves. The words of printed pages are kept only to compare a paper with,
so a page that says an erased name is emptied.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from hrplanner.model.changes import Change, RowKind
from hrplanner.model.privacy import Kept
from hrplanner.storage.digests import Sums
from hrplanner.storage.entry_bodies import canonical
from hrplanner.storage.rows import plain_rows
from hrplanner.storage.tables import TABLES, minutes, person, printout

_COUNTED_APART = frozenset({RowKind.PERSON, RowKind.MINUTES, RowKind.PRINTOUT, RowKind.SCAN, RowKind.STATEMENT})
_AT_ONCE = 500

Names = re.Pattern[str] | None


def sessions_of(connection: sa.Connection, ids: Collection[bytes]) -> frozenset[bytes]:
    """The sessions in whose lists these people are."""
    return frozenset(row.session for row in _people(connection, ids))


def names_of(connection: sa.Connection, ids: Collection[bytes]) -> Names:
    """What finds their names in a text, however it is broken into lines; None where nobody has a name."""
    folded = {_folded(row.name) for row in _people(connection, ids) if row.name and row.name.strip()}
    written = (r"\s+".join(re.escape(part) for part in name.split()) for name in sorted(folded, key=len, reverse=True))
    whole = "|".join(written)
    return re.compile(rf"(?<!\w)(?:{whole})(?!\w)") if whole else None


def kept(connection: sa.Connection, ids: Collection[bytes]) -> Kept:
    """What still says these names once they are out of the lists, the bin and the log."""
    names, sessions = names_of(connection, ids), sessions_of(connection, ids)
    if names is None:
        return Kept()
    return Kept(
        versions=sum(says(names, text) for (text,) in connection.execute(sa.select(minutes.c.canonical))),
        printouts=len(_printed_with(connection, names)),
        scans=len(scans_of(connection, sessions)),
        mentions=sum(
            says(names, canonical(dict(values)))
            for kind in RowKind
            if kind not in _COUNTED_APART
            for _, values in plain_rows(connection, kind)
        ),
    )


def scans_of(connection: sa.Connection, sessions: Collection[bytes]) -> tuple[bytes, ...]:
    """The scans of these sessions that still have their picture."""
    scan = TABLES[RowKind.SCAN]
    query = sa.select(scan.c.id, scan.c.session).where(scan.c.content != "").order_by(scan.c.id)
    return tuple(row.id for row in connection.execute(query) if row.session in sessions)


def empty_pages(connection: sa.Connection, names: Names) -> None:
    """Let go of the words of every printed page that says one of these names."""
    if names is None:
        return
    sums, found = Sums(connection), _printed_with(connection, names)
    for row_id, pages in found.items():
        sums.take_off(RowKind.PRINTOUT, [row_id])
        without = canonical([*without_names(names, pages)])
        connection.execute(sa.update(printout).where(printout.c.id == row_id).values(pages=without))
        sums.add(RowKind.PRINTOUT, [row_id])
    sums.write()


def in_change(names: Names, change: Change) -> Change:
    """The change without the words of pages that say one of these names."""
    if names is None or change.kind is not RowKind.PRINTOUT:
        return change
    return replace(change, before=_values(names, change.before), after=_values(names, change.after))


def without_names(names: re.Pattern[str], pages: Iterable[str]) -> tuple[str, ...]:
    """The pages, those that say a name empty."""
    return tuple("" if says(names, page) else page for page in pages)


def says(names: re.Pattern[str], text: str) -> bool:
    """Whether one of the names stands in the text."""
    return names.search(_folded(text)) is not None


def _values(names: re.Pattern[str], values: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    if not values or not values.get("pages"):
        return values
    return {**values, "pages": list(without_names(names, values["pages"]))}


def _printed_with(connection: sa.Connection, names: re.Pattern[str]) -> dict[bytes, list[str]]:
    rows = (row for binned in (False, True) for row in plain_rows(connection, RowKind.PRINTOUT, binned=binned))
    return {row_id: values["pages"] for row_id, values in rows if any(says(names, page) for page in values["pages"])}


def _people(connection: sa.Connection, ids: Collection[bytes]) -> list[Any]:
    known = sorted(ids)
    found: list[Any] = []
    for start in range(0, len(known), _AT_ONCE):
        query = sa.select(person.c.name, person.c.session).where(person.c.id.in_(known[start : start + _AT_ONCE]))
        found += connection.execute(query).all()
    return found


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
