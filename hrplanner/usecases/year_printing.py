"""The yearly target table for a reader: everything for the office, for others what may be added up over meetings.

What goes out is noted with each meeting, so that a later table is never the earlier one and a single meeting more.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hrplanner.model.changes import Change, RowKind, plain
from hrplanner.model.disclosure import Protection
from hrplanner.model.errors import Refused
from hrplanner.model.ids import RowId, new_id
from hrplanner.model.lines import NewEntry
from hrplanner.model.minutes import MinutesVersion, PrintOrder, Printout
from hrplanner.model.rules.almanac import Almanac
from hrplanner.model.session import Session
from hrplanner.model.year_sheet import YearSheet, for_outside
from hrplanner.usecases.freezing import current_version, next_version
from hrplanner.usecases.overview import overview
from hrplanner.usecases.ports import Book
from hrplanner.usecases.printing import READERS, protection_for

DOCUMENT = "year"
STEP = "print_document"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A meeting of the year as it goes out; `mark` is of the table that it went out with first, None for this one."""

    session: Session
    version: MinutesVersion
    protection: Protection
    mark: str | None


def year_sheet(book: Book, label: str | None, *, reader: str, almanac: Almanac) -> YearSheet:
    """The sheet of a budget year, the last one the book knows where none is named.

    One for readers outside is noted in the book, which has to be writable for it.
    """
    if reader not in READERS:
        raise Refused("unknown_reader", reader=reader)
    found = overview(book, almanac=almanac)
    periods = {one.label: one for one in found.years}
    if not periods or (label is not None and label not in periods):
        raise Refused("unknown_year", year=label or "")
    period = periods[label] if label is not None else found.years[-1]
    sheet = YearSheet(
        period=period,
        sessions=len(found.in_year(period.label)),
        rules=tuple(one for one in found.rules if one.label == period.label),
        groups=tuple(one for one in found.groups if one.label == period.label),
    )
    if reader == "internal":
        if not book.read_only:
            book.note(NewEntry(step=STEP, about=f"{DOCUMENT} {period.label}"))
        return sheet
    parts = [_part(book, book.session_of_id(one.id), reader) for one in found.in_year(period.label)]
    made = for_outside(sheet, _batches(parts))
    book.write(NewEntry(step=STEP, about=f"{DOCUMENT} {period.label}"), _noted(book, parts, reader))
    return made


def _part(book: Book, session: Session, reader: str) -> _Part:
    """What of a meeting was, or would be, told to readers outside."""
    office = book.office()
    order = PrintOrder(document="summary", language=office.paper_language, reader=reader)
    protection = protection_for(book, office, session, order)
    version = current_version(book, session) or next_version(book, session)
    printed = sorted(book.printouts(session.id), key=lambda one: one.id)
    marks = (one.pages[0] for one in printed if one.document == DOCUMENT and one.version == version.version)
    assert protection is not None  # only the office has none
    return _Part(session=session, version=version, protection=protection, mark=next(marks, None))


def _batches(parts: Sequence[_Part]) -> list[list[Protection]]:
    """By the table that meetings went out with; its mark is an id, so that the order is that of time."""
    marks = sorted({one.mark for one in parts if one.mark is not None})
    return [[one.protection for one in parts if one.mark == mark] for mark in (*marks, None)]


def _noted(book: Book, parts: Sequence[_Part], reader: str) -> Iterator[Change]:
    mark, language = new_id().hex(), book.office().paper_language
    for part in parts:
        if all(part.version.id != known.id for known in book.minutes(part.session.id)):
            yield Change(RowKind.MINUTES, part.version.id, part.session.id, None, plain(part.version))
        if part.mark is None:
            printout = Printout(
                id=RowId(new_id()),
                version=part.version.version,
                document=DOCUMENT,
                language=language,
                reader=reader,
                paper="A4",
                pages=(mark,),
            )
            yield Change(RowKind.PRINTOUT, printout.id, part.session.id, None, plain(printout))
