"""Words of the papers that a law wants on the table, and of the forms of minutes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hrplanner.words.catalog import NC_

PAPERS: Mapping[str, str] = MappingProxyType(
    {
        "attendance_sheet": NC_("paper", "Attendance sheet"),
        "minutes": NC_("paper", "Minutes"),
        "order": NC_("paper", "Executive order"),
        "last_report": NC_("paper", "Report on the year before"),
        "accounts": NC_("paper", "Accounts"),
        "audit_report": NC_("paper", "Audit report"),
        "beneficiary_list": NC_("paper", "List of beneficiaries"),
        "plan": NC_("paper", "Plan"),
        "spending_report": NC_("paper", "Report on spending"),
        "priority_criteria": NC_("paper", "Criteria of priority"),
        "residents_opinion": NC_("paper", "Opinion of the residents"),
        "registration_list": NC_("paper", "List of those registered"),
        "rights_notice": NC_("paper", "Notice of rights"),
        "indicators": NC_("paper", "Indicators"),
        "published": NC_("paper", "Proof of publication"),
        "consulted_before": NC_("paper", "Who consulted before the project began"),
        "mandates": NC_("paper", "Who speaks for which group"),
    }
)

FORMS: Mapping[str, str] = MappingProxyType(
    {
        "general": NC_("form of minutes", "General form"),
        "bd": NC_("form of minutes", "Bangladesh: minutes and attendance register"),
        "id": NC_("form of minutes", "Indonesia: berita acara with three annexes"),
        "in": NC_("form of minutes", "India: gram sabha proceedings"),
        "kr": NC_("form of minutes", "Korea: meeting result"),
        "np": NC_("form of minutes", "Nepal: decision page"),
        "ph": NC_("form of minutes", "Philippines: barangay assembly report"),
    }
)
