"""Checking sessions, and the years and committees of a book, against the rules of the book."""

import datetime as dt

from hrplanner.model.office import Office
from hrplanner.model.rules.almanac import GREGORIAN, Almanac
from hrplanner.model.rules.findings import Finding
from hrplanner.model.rules.office_rules import rules_of
from hrplanner.model.rules.verdicts import check_all, is_of_a_session
from hrplanner.model.rules.wider import Gathered, check_wider
from hrplanner.model.session import Session
from hrplanner.usecases.ports import Book
from hrplanner.usecases.rule_files import add_rules, read_rule_file

__all__ = ["add_rules", "check_book", "findings_of", "read_rule_file", "rules_of"]


def findings_of(office: Office, session: Session, *, almanac: Almanac = GREGORIAN) -> tuple[Finding, ...]:
    """All findings on one session, ordered by rule."""
    return check_all(rules_of(office), session, almanac=almanac)


def check_book(
    book: Book, number: str | None = None, *, almanac: Almanac = GREGORIAN, today: dt.date | None = None
) -> list[Finding]:
    """The findings of one session, or of all, then of what is wider than a session; by session, then rule."""
    office = book.office()
    rules = rules_of(office)
    numbers = [number] if number is not None else [line.number for line in book.session_lines()]
    sessions = tuple(book.session(one) for one in numbers)
    found = [finding for one in sessions for finding in check_all(rules, one, almanac=almanac)]
    if number is not None or all(is_of_a_session(rule) for rule in rules.values()):
        return found
    gathered = Gathered(sessions=sessions, bodies=office.bodies, seats=office.seats, today=today)
    return [*found, *check_wider(rules, gathered, almanac=almanac)]
