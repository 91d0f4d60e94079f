"""Minutes and attendance register of a ward meeting or a municipal committee in Bangladesh.

Local Government (Union Parishad) Act 2009, s. 5 and 6: the ward member presides, the woman member of the reserved seat
advises, the secretary writes; what was decided last time and not done is explained. Paurashava Act 2009, s. 58 and 69:
everybody signs, the minutes are confirmed at the next meeting and sent on.
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

BANGLADESH = Form(
    title=NC_("form", "Minutes and attendance register"),
    facts=(
        legal_basis,
        notice,
        held_again,
        voters,
        office_held(NC_("signs", "Presiding"), "presiding"),
        office_held(NC_("signs", "Adviser"), "adviser"),
        office_held(NC_("signs", "Written by"), "secretary"),
        day_of(NC_("form", "Next meeting"), Event.NEXT_MEETING),
    ),
    parts=(
        titled(NC_("form", "Who was present"), figures),
        titled(NC_("form", "Agenda"), agenda),
        titled(
            NC_("form", "Papers laid before the meeting"),
            papers(Evidence.LAST_REPORT, Evidence.ACCOUNTS, Evidence.AUDIT_REPORT, Evidence.BENEFICIARY_LIST),
        ),
        titled(NC_("form", "What people raised, and the answers"), issue_table),
        titled(NC_("form", "Decisions"), decisions(NC_("form", "Decision {n}"))),
        titled(NC_("form", "Who does what by when"), promises),
        titled(NC_("form", "Who was in the room, checked against the rules"), rules),
    ),
    signatories=(
        Signatory(office=NC_("signs", "Ward member or chair, presiding"), code="presiding"),
        Signatory(office=NC_("signs", "Woman member of the reserved seat, adviser"), code="adviser"),
        Signatory(office=NC_("signs", "Secretary of the parishad, who wrote the minutes"), code="secretary"),
        Signatory(office=NC_("signs", "Chairman of the parishad or mayor"), code="parishad_chair"),
    ),
    afterwards=(
        day_of(NC_("form", "Decisions not carried out explained on"), Event.EXPLAINED),
        day_of(NC_("form", "Confirmed at the meeting of"), Event.MINUTES_APPROVED),
        day_of(NC_("form", "Copy sent to the Upazila Nirbahi Officer on"), Event.MINUTES_SENT),
        made_public(NC_("form", "Shown on the board in a public place")),
    ),
    annexes=((NC_("form", "Attendance register"), register),),
)
