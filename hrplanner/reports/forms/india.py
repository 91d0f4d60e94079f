"""Proceedings of a gram sabha: quorum of the voters, resolutions with numbers, chair and secretary, the register.

PESA 1996, s. 4: plans before they start, beneficiaries, certified spending. State rules (Madhya Pradesh 2001): notice
by posting and drum, attendance register, proceedings book; copies of resolutions on request
(Manipur: in 10 days).
"""

from __future__ import annotations

from hrplanner.model.formalities import Event, Evidence
from hrplanner.reports.attendance import figures, register
from hrplanner.reports.form import Form, Signatory
from hrplanner.reports.form_facts import (
    day_of,
    held_again,
    legal_basis,
    made_public,
    notice,
    office_held,
    papers,
    voters,
)
from hrplanner.reports.minute_parts import agenda, decisions, issue_table, promises, rules, titled
from hrplanner.words.catalog import NC_

INDIA = Form(
    title=NC_("form", "Proceedings"),
    facts=(
        legal_basis,
        notice,
        held_again,
        voters,
        office_held(NC_("signs", "Presiding"), "presiding"),
        day_of(NC_("form", "Next meeting"), Event.NEXT_MEETING),
    ),
    parts=(
        titled(NC_("form", "Presence and quorum"), figures),
        titled(NC_("form", "Agenda"), agenda),
        titled(
            NC_("form", "Papers laid before the meeting"),
            papers(Evidence.PLAN, Evidence.BENEFICIARY_LIST, Evidence.SPENDING_REPORT),
        ),
        titled(NC_("form", "What people raised, and the answers"), issue_table),
        titled(NC_("form", "Resolutions"), decisions(NC_("form", "Resolution no. {n}"))),
        titled(NC_("form", "Who does what by when"), promises),
        titled(NC_("form", "Who was in the room, checked against the rules"), rules),
    ),
    signatories=(
        Signatory(office=NC_("signs", "Chair of the gram sabha"), code="presiding"),
        Signatory(office=NC_("signs", "Secretary of the panchayat"), code="secretary"),
    ),
    afterwards=(
        made_public(NC_("form", "Made public")),
        day_of(NC_("form", "Copies of the resolutions given on"), Event.COPIES_GIVEN),
    ),
    annexes=((NC_("form", "Attendance register"), register),),
)
