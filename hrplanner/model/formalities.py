"""What laws ask of a meeting beside who came: head counts in between, signatures of offices, making public, evidence.

Notice, days and evidence stand in the session itself; here are the rows and the codes.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from hrplanner.model.ids import RowId


class Event(StrEnum):
    """Days that a rule may count from or ask for, beside the day of the meeting and of its notice."""

    AGENDA_SENT = "agenda_sent"
    MINUTES = "minutes"
    MINUTES_APPROVED = "minutes_approved"
    MINUTES_SENT = "minutes_sent"
    COPIES_GIVEN = "copies_given"
    EXPLAINED = "explained"
    REQUESTED = "requested"
    NEXT_MEETING = "next_meeting"


class Evidence(StrEnum):
    """Papers that somebody looked for: seen, missing, or (left out) not looked for."""

    ATTENDANCE_SHEET = "attendance_sheet"
    MINUTES = "minutes"
    ORDER = "order"
    LAST_REPORT = "last_report"
    ACCOUNTS = "accounts"
    AUDIT_REPORT = "audit_report"
    BENEFICIARY_LIST = "beneficiary_list"
    PLAN = "plan"
    SPENDING_REPORT = "spending_report"
    PRIORITY_CRITERIA = "priority_criteria"
    RESIDENTS_OPINION = "residents_opinion"
    REGISTRATION_LIST = "registration_list"
    RIGHTS_NOTICE = "rights_notice"
    INDICATORS = "indicators"
    PUBLISHED = "published"
    CONSULTED_BEFORE = "consulted_before"
    MANDATES = "mandates"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A second head count, at a time of its own: a quorum can be lost."""

    id: RowId
    time: str | None = None
    heads: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeSignature:
    """Whether an office signed: no is more than silence. The name is that of the day."""

    id: RowId
    office: str
    name: str | None = None
    signed: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A place where the record was made public."""

    id: RowId
    place: str
    date: dt.date | None = None
