"""Minutes in the general form: facts beside their code, what was raised and decided, promises, rules, signatures.

Groups and offices, never the names of people on the list: this form is copied and passed on.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hrplanner.model.errors import Refused
from hrplanner.reports.account import Account
from hrplanner.reports.blocks import Block
from hrplanner.reports.form import Form, Signatory, written
from hrplanner.reports.forms.bangladesh import BANGLADESH
from hrplanner.reports.forms.india import INDIA
from hrplanner.reports.forms.indonesia import INDONESIA
from hrplanner.reports.forms.korea import KOREA
from hrplanner.reports.forms.nepal import NEPAL
from hrplanner.reports.forms.philippines import PHILIPPINES
from hrplanner.reports.minute_parts import agenda_if_any, issues_one_by_one, promises, rules, titled
from hrplanner.words.catalog import NC_

GENERAL = Form(
    title=NC_("form", "Minutes"),
    parts=(
        agenda_if_any,
        issues_one_by_one,
        titled(NC_("form", "Promises made"), promises),
        titled(NC_("form", "Who was in the room, checked against the rules"), rules),
    ),
    signatories=(
        Signatory(office=NC_("signs", "Chair of the meeting"), code="presiding"),
        Signatory(office=NC_("signs", "Secretary"), code="secretary"),
        Signatory(office=NC_("signs", "Participants' representative"), code="participants"),
        Signatory(office=NC_("signs", "Facilitator"), code="facilitator"),
    ),
)
FORMS: Mapping[str, Form] = MappingProxyType(
    {
        "general": GENERAL,
        "bd": BANGLADESH,
        "id": INDONESIA,
        "in": INDIA,
        "kr": KOREA,
        "np": NEPAL,
        "ph": PHILIPPINES,
    }
)


def minutes(account: Account, form: str | None = None) -> tuple[Block, ...]:
    """The blocks of the minutes; without a form the general one."""
    chosen = FORMS.get(form or "general")
    if chosen is None:
        raise Refused("form_not_here_yet", form=form)
    return written(chosen, account)
