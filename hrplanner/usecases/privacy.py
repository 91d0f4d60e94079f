"""What an office does with the data of people: erase somebody, let names go in time, switch fields on, tell of it."""

import datetime as dt
from collections.abc import Collection
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from hrplanner.model.errors import Refused
from hrplanner.model.groups import Dimension
from hrplanner.model.ids import PersonId
from hrplanner.model.lines import EntryLine, NewEntry
from hrplanner.model.office import Office
from hrplanner.model.people import Consent, Purpose
from hrplanner.model.privacy import SENSITIVE, TOLD_STEPS, Erased, Kept, NamedPerson, kept_until
from hrplanner.usecases.ports import Book
from hrplanner.usecases.recording import note_consent
from hrplanner.usecases.workspace import Workspace

LONGEST_KEPT = 1200


def find_people(
    book: Book, *, name: str | None = None, number: str | None = None, code: str | None = None
) -> tuple[NamedPerson, ...]:
    """Named lines by the whole name, by session and code, or both."""
    wanted = name.strip().casefold() if name else None
    return tuple(
        one
        for one in book.named_people(number)
        if (wanted is None or one.name.strip().casefold() == wanted) and (code is None or one.code == code)
    )


def agree(
    space: Workspace, people: Collection[NamedPerson], purpose: Purpose, answer: Consent
) -> tuple[NamedPerson, ...]:
    """Notes one answer on these lines of lists, and gives those that are in a list, not in the bin, in return."""
    if not people:
        raise Refused("nobody_to_ask")
    noted = []
    for one in people:
        space.open_session(one.number)
        if any(person.id == one.id for person in space.opened().people):
            space.run("note_consent", partial(note_consent, who=one.id, purpose=purpose, answer=answer))
            noted.append(one)
    return tuple(noted)


def erase_people(book: Book, people: Collection[NamedPerson]) -> Erased:
    """Erases for good what makes these lines a person; it cannot be undone, and no total changes."""
    if not people:
        raise Refused("nobody_to_erase")
    return book.erase(NewEntry(step="erase_person"), frozenset(one.id for one in people))


def kept_of(book: Book, people: Collection[NamedPerson]) -> Kept:
    """What would keep the names of these lines, to be told before they are erased."""
    return book.kept_of(frozenset(one.id for one in people))


def remove_scans(book: Book, people: Collection[NamedPerson]) -> int:
    """Lets go of the scans filed to the meetings of these people, which may show their names; how many."""
    return book.remove_scans(NewEntry(step="remove_scans"), frozenset(one.id for one in people))


def names_due(book: Book, office: Office, *, today: dt.date) -> tuple[NamedPerson, ...]:
    """The lines whose names were to be kept until a day that is over; none where the office set no time."""
    months = office.names_kept
    if months is None:
        return ()
    return tuple(one for one in book.named_people(None) if one.date and kept_until(one.date, months) < today)


def let_names_go(book: Book, office: Office, *, today: dt.date) -> Erased:
    """Takes the names off all lists whose time is over; the totals stay."""
    due: frozenset[PersonId] = frozenset(one.id for one in names_due(book, office, today=today))
    if not due:
        return Erased(people=0, entries=0)
    return book.erase(NewEntry(step="erase_names"), due)


def keep_names(office: Office, *, months: int | None, because: str) -> Office:
    """How long names are kept after a meeting, and by which law or reason; None keeps them for good."""
    if not because.strip():
        raise Refused("field_missing", field="reason")
    if months is not None and not 0 <= months <= LONGEST_KEPT:
        raise Refused("months_out_of_range", most=LONGEST_KEPT)
    return replace(office, names_kept=months, kept_because=because.strip())


def switch_on(office: Office, dimension: str, *, because: str) -> Office:
    """Asks named people about this from now on, for this reason."""
    if dimension not in SENSITIVE:
        raise Refused("not_a_restricted_field", given=dimension)
    if not because.strip():
        raise Refused("field_missing", field="reason")
    return replace(office, restricted=MappingProxyType({**office.restricted, dimension: because.strip()}))


def switch_off(office: Office, dimension: str) -> Office:
    """Asks nobody about this any more; what was said before stays."""
    if dimension not in SENSITIVE:
        raise Refused("not_a_restricted_field", given=dimension)
    rest = {name: why for name, why in office.restricted.items() if name != dimension}
    return replace(office, restricted=MappingProxyType(rest))


def may_ask(office: Office, dimension: Dimension) -> bool:
    """Whether a named person may be asked about groups of this kind."""
    return dimension not in SENSITIVE or dimension in office.restricted


def told_lines(book: Book, limit: int = 500) -> tuple[EntryLine, ...]:
    """The lines of the log that somebody who answers for privacy reads, newest first."""
    return book.lines_of(TOLD_STEPS, limit)
