"""Words of rules and of what came out of them: verdicts, forces of law, kinds of rules, how sure a source is."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hrplanner.words.catalog import NC_

VERDICTS: Mapping[str, str] = MappingProxyType(
    {
        "met": NC_("verdict", "Met"),
        "not_met": NC_("verdict", "Not met"),
        "cannot_determine": NC_("verdict", "Cannot be determined"),
        "not_applicable": NC_("verdict", "Not applicable"),
        "waived": NC_("verdict", "Waived"),
    }
)

FORCES: Mapping[str, str] = MappingProxyType(
    {
        "law": NC_("force", "Law"),
        "regulation": NC_("force", "Regulation"),
        "ordinance": NC_("force", "Local ordinance"),
        "form": NC_("force", "Performance form"),
        "guidance": NC_("force", "Guidance"),
        "own_target": NC_("force", "Own target, not law"),
    }
)

CONFIDENCES: Mapping[str, str] = MappingProxyType(
    {
        "P": NC_("confidence", "Read in the text of the law or form itself"),
        "S": NC_("confidence", "Read in a summary or a second source"),
        "G": NC_("confidence", "General knowledge, not read in a source"),
    }
)

RULE_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "share": NC_("rule kind", "Share"),
        "count": NC_("rule kind", "Number of people"),
        "presence": NC_("rule kind", "Must be present"),
        "composition": NC_("rule kind", "Members of a body"),
        "quorum": NC_("rule kind", "Quorum"),
        "notice": NC_("rule kind", "Days of notice"),
        "frequency": NC_("rule kind", "How often"),
        "deadline": NC_("rule kind", "Day by which"),
        "record_field": NC_("rule kind", "Must be in the record"),
        "signature": NC_("rule kind", "Signatures"),
        "publication": NC_("rule kind", "Made public"),
        "money_share": NC_("rule kind", "Share of money"),
        "reasoned_answer": NC_("rule kind", "Answer with a reason"),
    }
)

DENOMINATORS: Mapping[str, str] = MappingProxyType(
    {
        "attendees": NC_("whole", "people present"),
        "members": NC_("whole", "members"),
        "fully_organised": NC_("whole", "all seats, also empty ones"),
        "voters": NC_("whole", "voters"),
        "invitees": NC_("whole", "people invited"),
        "seats": NC_("whole", "seats"),
        "chairs": NC_("whole", "chairs"),
        "money": NC_("whole", "money"),
        "meetings": NC_("whole", "meetings"),
        "turns": NC_("whole", "speaking turns"),
        "issues": NC_("whole", "issues raised"),
        "commitments": NC_("whole", "promises"),
    }
)
