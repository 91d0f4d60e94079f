"""Words of the councils and committees that laws name, and of the meetings that only one country's rules know."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hrplanner.words.catalog import NC_

BODIES: Mapping[str, str] = MappingProxyType(
    {
        "bpd": NC_("body", "Village council"),
        "city_budget_committee": NC_("body", "City budget committee"),
        "disaster_committee": NC_("body", "Disaster committee"),
        "dong_committee": NC_("body", "Dong committee"),
        "human_rights_committee": NC_("body", "Human rights committee"),
        "local_council": NC_("body", "Local council"),
        "local_development_council": NC_("body", "Local development council"),
        "monitoring_committee": NC_("body", "Monitoring committee"),
        "municipal_council": NC_("body", "Municipal council"),
        "municipal_standing_committee": NC_("body", "Standing committee of a municipality"),
        "panchayat": NC_("body", "Panchayat"),
        "resource_committee": NC_("body", "Resource committee"),
        "revenue_committee": NC_("body", "Revenue committee"),
        "scheduled_area_panchayat": NC_("body", "Panchayat of a scheduled area"),
        "scheme_ward_committee": NC_("body", "Ward committee for schemes"),
        "standing_committee": NC_("body", "Standing committee"),
        "sub_committee": NC_("body", "Sub-committee"),
        "user_committee": NC_("body", "User committee"),
        "ward_committee": NC_("body", "Ward committee"),
    }
)

MEETINGS: Mapping[str, str] = MappingProxyType(
    {
        "area_sabha": NC_("kind", "Area Sabha"),
        "budget_ceiling_meeting": NC_("kind", "Meeting on budget ceilings"),
        "development_council_meeting": NC_("kind", "Meeting of the development council"),
        "municipal_committee_meeting": NC_("kind", "Meeting of a municipal committee"),
        "musrenbang": NC_("kind", "Musrenbang"),
        "petition": NC_("kind", "Petition"),
        "project_consultation": NC_("kind", "Consultation on a project"),
        "resource_committee_meeting": NC_("kind", "Meeting of the resource committee"),
        "special_gram_sabha": NC_("kind", "Special gram sabha"),
        "standing_committee_meeting": NC_("kind", "Meeting of a standing committee"),
        "udcc_meeting": NC_("kind", "Meeting of the coordination committee"),
        "user_committee_meeting": NC_("kind", "Mass meeting of users"),
    }
)
