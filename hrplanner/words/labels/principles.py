"""Words of the three principles, their nine questions and the four answers."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hrplanner.words.catalog import NC_

PRINCIPLES: Mapping[str, str] = MappingProxyType(
    {
        "participation": NC_("principle", "Participation and inclusion"),
        "transparency": NC_("principle", "Transparency and accountability"),
        "equality": NC_("principle", "Equality and non-discrimination"),
    }
)

QUESTIONS: Mapping[str, str] = MappingProxyType(
    {
        "all_there": NC_("principle question", "Were all groups there?"),
        "all_spoke": NC_("principle question", "Did all groups speak?"),
        "supported": NC_("principle question", "Did all who needed help get it?"),
        "notice_in_time": NC_("principle question", "Was notice given in time?"),
        "promises_read": NC_("principle question", "Were the last promises read out?"),
        "who_decides": NC_("principle question", "Is it known who decides?"),
        "nobody_turned_away": NC_("principle question", "Could everybody come in?"),
        "language_right": NC_("principle question", "Was the language right for all?"),
        "effect_weighed": NC_("principle question", "Was it asked whom each point affects most?"),
    }
)

REPLIES: Mapping[str, str] = MappingProxyType(
    {
        "yes": NC_("reply", "Yes"),
        "partly": NC_("reply", "Partly"),
        "no": NC_("reply", "No"),
        "not_known": NC_("reply", "Not known"),
    }
)
