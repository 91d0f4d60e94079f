"""Result of a meeting of residents in Korea, as cities publish it: day, place, numbers by role, agenda, result, next.

Local Finance Act, art. 39, names the ways of taking part; the order of the parts is that of published results.
"""

from __future__ import annotations

from collections.abc import Iterator

from hrplanner.model.formalities import Event
from hrplanner.reports.account import Account
from hrplanner.reports.attendance import figures_by_role
from hrplanner.reports.blocks import Block
from hrplanner.reports.form import Form, Signatory
from hrplanner.reports.form_facts import day_of, legal_basis, made_public, office_held
from hrplanner.reports.minute_parts import agenda, decisions, issue_table, promises, rules, titled
from hrplanner.words.catalog import NC_

_made = decisions(NC_("form", "Decision {n}"))


def result(account: Account) -> Iterator[Block]:
    """What was said and what was decided, together."""
    yield from issue_table(account)
    yield from _made(account)


KOREA = Form(
    title=NC_("form", "Meeting result"),
    facts=(
        legal_basis,
        office_held(NC_("signs", "Presiding"), "presiding"),
        day_of(NC_("form", "Next meeting"), Event.NEXT_MEETING),
    ),
    parts=(
        titled(NC_("form", "Numbers present"), figures_by_role),
        titled(NC_("form", "Agenda"), agenda),
        titled(NC_("form", "Result of the meeting"), result),
        titled(NC_("form", "Next steps"), promises),
        titled(NC_("form", "Who was in the room, checked against the rules"), rules),
    ),
    signatories=(
        Signatory(office=NC_("signs", "Chair of the committee"), code="presiding"),
        Signatory(office=NC_("signs", "Written by"), code="secretary"),
    ),
    afterwards=(made_public(NC_("form", "Put on the web page of the city")),),
)
