"""Decision page of a settlement or ward meeting in Nepal: who was present signs first, then proposals, then decisions.

The decision book with presence and signatures is common practice; that a user committee meets in the presence of the
ward chair or a member and of somebody from the office, who witness it, stands in municipal procedures.
"""

from __future__ import annotations

from hrplanner.model.formalities import Event
from hrplanner.reports.attendance import figures, register
from hrplanner.reports.form import Form, Signatory
from hrplanner.reports.form_facts import day_of, held_again, legal_basis, made_public, notice, office_held
from hrplanner.reports.minute_parts import agenda, decisions, issue_table, promises, rules, titled
from hrplanner.words.catalog import NC_

NEPAL = Form(
    title=NC_("form", "Decision page"),
    facts=(
        legal_basis,
        notice,
        held_again,
        office_held(NC_("signs", "Presiding"), "presiding"),
        day_of(NC_("form", "Next meeting"), Event.NEXT_MEETING),
    ),
    parts=(
        titled(NC_("form", "Who was present"), figures),
        titled(NC_("form", "Presence, signed"), register),
        titled(NC_("form", "Proposals before the meeting"), agenda),
        titled(NC_("form", "What people raised, and the answers"), issue_table),
        titled(NC_("form", "Decisions"), decisions(NC_("form", "Decision no. {n}"))),
        titled(NC_("form", "Who does what by when"), promises),
        titled(NC_("form", "Who was in the room, checked against the rules"), rules),
    ),
    signatories=(
        Signatory(office=NC_("signs", "Ward chair"), code="presiding"),
        Signatory(office=NC_("signs", "Ward secretary"), code="secretary"),
        Signatory(office=NC_("signs", "Witness: ward chair or ward member"), code="ward_witness"),
        Signatory(office=NC_("signs", "Witness: representative of the office"), code="office_witness"),
    ),
    afterwards=(made_public(NC_("form", "Made public")),),
)
