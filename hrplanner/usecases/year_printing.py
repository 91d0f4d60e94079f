"""The yearly target table for a reader: everything for the office, for others what may be added up over meetings."""

from hrplanner.model.almanac import Almanac
from hrplanner.model.disclosure import Protection
from hrplanner.model.errors import Refused
from hrplanner.model.minutes import PrintOrder
from hrplanner.model.year_sheet import YearSheet, for_outside
from hrplanner.usecases.overview import Overview, overview
from hrplanner.usecases.ports import Book
from hrplanner.usecases.printing import READERS, protection_for


def year_sheet(book: Book, label: str | None, *, reader: str, almanac: Almanac) -> YearSheet:
    """The sheet of a budget year, the last one the book knows where none is named."""
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
    return sheet if reader == "internal" else for_outside(sheet, _protections(book, found, period.label, reader))


def _protections(book: Book, found: Overview, label: str, reader: str) -> list[Protection]:
    """What of each meeting was, or would be, told to readers outside."""
    office = book.office()
    order = PrintOrder(document="summary", language=office.paper_language, reader=reader)
    sessions = (book.session_of_id(one.id) for one in found.in_year(label))
    made = (protection_for(book, office, one, order) for one in sessions)
    return [one for one in made if one is not None]
