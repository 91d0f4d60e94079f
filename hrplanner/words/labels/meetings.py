"""Words of a meeting: its kind, who was what, how it stands, how far people took part."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hrplanner.words.catalog import NC_

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "ward_assembly": NC_("kind", "Ward assembly"),
        "settlement_meeting": NC_("kind", "Settlement meeting"),
        "neighbourhood_meeting": NC_("kind", "Neighbourhood meeting"),
        "public_hearing": NC_("kind", "Public hearing"),
        "budget_session": NC_("kind", "Open budget session"),
        "council_meeting": NC_("kind", "Council meeting"),
        "committee_meeting": NC_("kind", "Committee meeting"),
        "focus_group": NC_("kind", "Focus group"),
        "village_deliberation": NC_("kind", "Village deliberation"),
        "barangay_assembly": NC_("kind", "Barangay assembly"),
        "gram_sabha": NC_("kind", "Gram sabha"),
        "resident_budget_meeting": NC_("kind", "Residents' budget meeting"),
        "social_audit": NC_("kind", "Social audit"),
        "written_consultation": NC_("kind", "Written consultation"),
        "budget_vote": NC_("kind", "Vote on the budget"),
        "other": NC_("kind", "Other meeting"),
    }
)

ROLES: Mapping[str, str] = MappingProxyType(
    {
        "participant": NC_("role", "Participant"),
        "representative": NC_("role", "Representative"),
        "official": NC_("role", "Official"),
        "elected": NC_("role", "Elected member"),
        "presiding": NC_("role", "Presiding"),
        "secretary": NC_("role", "Secretary"),
        "facilitator": NC_("role", "Facilitator"),
        "interpreter": NC_("role", "Interpreter"),
        "observer": NC_("role", "Observer"),
        "press": NC_("role", "Press"),
        "adviser": NC_("role", "Adviser"),
        "witness": NC_("role", "Witness"),
    }
)

POSTS: Mapping[str, str] = MappingProxyType(
    {
        "chair": NC_("post", "Chair"),
        "vice_chair": NC_("post", "Vice chair"),
        "secretary": NC_("post", "Secretary"),
        "treasurer": NC_("post", "Treasurer"),
        "adviser": NC_("post", "Adviser"),
        "member": NC_("post", "Member"),
    }
)

TURN_ROLES: Mapping[str, str] = MappingProxyType(
    {
        "raised": NC_("turn", "Raised something"),
        "answered": NC_("turn", "Answered"),
        "chaired": NC_("turn", "Chaired"),
    }
)

SESSION_STATUSES: Mapping[str, str] = MappingProxyType(
    {
        "planned": NC_("session", "Planned"),
        "noticed": NC_("session", "Notice given"),
        "held": NC_("session", "Held"),
        "held_without_quorum": NC_("session", "Held without quorum"),
        "put_off": NC_("session", "Put off"),
        "cancelled": NC_("session", "Cancelled"),
        "reheld": NC_("session", "Held again"),
    }
)

LEVELS: Mapping[str, str] = MappingProxyType(
    {
        "told": NC_("level", "People were told"),
        "asked": NC_("level", "People were asked"),
        "worked_with": NC_("level", "Worked with people"),
        "decided_together": NC_("level", "Decided together"),
        "people_decide": NC_("level", "People decide"),
    }
)

COUNTS: Mapping[str, str] = MappingProxyType(
    {
        "heads": NC_("total", "Heads counted"),
        "signatures": NC_("total", "Signatures"),
        "slips": NC_("total", "Slips"),
        "voters": NC_("total", "Voters"),
        "invitees": NC_("total", "People invited"),
        "members": NC_("total", "Members"),
        "fully_organised": NC_("total", "Members when every seat is filled"),
        "seats": NC_("total", "Seats"),
        "chairs": NC_("total", "Chairs"),
    }
)

UNKNOWNS: Mapping[str, str] = MappingProxyType(
    {
        "not_stated": NC_("unknown", "Not stated"),
        "not_asked": NC_("unknown", "Not asked"),
        "preferred_not": NC_("unknown", "Preferred not to say"),
        "not_recorded": NC_("unknown", "Not recorded"),
    }
)
