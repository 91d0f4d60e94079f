"""Report of a barangay assembly: prepared by the secretary, approved by the Punong Barangay, twice a year.

Republic Act 7160, s. 397, and the technical notes of the SGLGB: date, venue, agenda, decisions, the attendance sheet
attached, notice in three conspicuous places.
"""

from __future__ import annotations

from hrplanner.model.formalities import Event, Evidence
from hrplanner.reports.account import Account
from hrplanner.reports.attendance import figures, register
from hrplanner.reports.blocks import Fact, plain
from hrplanner.reports.form import Form, Signatory, to_fill
from hrplanner.reports.form_facts import day_of, legal_basis, made_public, notice, office_held, papers
from hrplanner.reports.minute_parts import agenda, decisions, issue_table, promises, rules, titled
from hrplanner.words.catalog import NC_

_SECOND_HALF = 7  # the month in which it begins


def semester(account: Account) -> Fact:
    """The half of the year that the report is for."""
    day, catalog = account.session.date, account.catalog
    if day is None:
        return Fact(catalog.say("Semester"), plain(to_fill(None)))
    year = catalog.digits(str(day.year))
    if day.month < _SECOND_HALF:
        return Fact(catalog.say("Semester"), plain(catalog.say("first semester of {year}", year=year)))
    return Fact(catalog.say("Semester"), plain(catalog.say("second semester of {year}", year=year)))


PHILIPPINES = Form(
    title=NC_("form", "Assembly report"),
    facts=(
        semester,
        legal_basis,
        notice,
        office_held(NC_("signs", "Presiding"), "presiding"),
        office_held(NC_("signs", "Written by"), "secretary"),
        day_of(NC_("form", "Next meeting"), Event.NEXT_MEETING),
    ),
    parts=(
        titled(NC_("form", "Who was present"), figures),
        titled(NC_("form", "Agenda"), agenda),
        titled(NC_("form", "Reports and papers"), papers(Evidence.SPENDING_REPORT, Evidence.ATTENDANCE_SHEET)),
        titled(NC_("form", "What people raised, and the answers"), issue_table),
        titled(NC_("form", "Decisions"), decisions(NC_("form", "Decision {n}"))),
        titled(NC_("form", "Who does what by when"), promises),
        titled(NC_("form", "Who was in the room, checked against the rules"), rules),
    ),
    signatories=(
        Signatory(office=NC_("signs", "Prepared by: barangay secretary"), code="secretary"),
        Signatory(office=NC_("signs", "Approved by: Punong Barangay"), code="presiding"),
    ),
    afterwards=(made_public(NC_("form", "Posted in conspicuous places")),),
    annexes=((NC_("form", "Annex: attendance sheet"), register),),
)
