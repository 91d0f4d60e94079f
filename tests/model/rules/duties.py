"""What the laws of the six countries ask for, duty by duty, and the rules of the packs that carry each.

`where` are words that stand in the source or the article of those rules. General knowledge ships switched off.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing that a law, a form or a guide asks for."""

    country: str
    name: str
    where: tuple[str, ...]
    rules: tuple[str, ...]

    @property
    def key(self) -> str:
        """The duty under a short name."""
        return f"{self.country}-{self.name}"


UP, PAURASHAVA, LGSP = "Union Parishad", "Paurashava", "LGSP"
LGOA, RA7160, SGLGB = "Local Government Operation Act 2074", "Republic Act 7160", "SGLGB"
PESA, SEOGU = "Scheduled Areas", "Seo-gu"

DUTIES = (
    Duty("bd", "shava-quorum-and-held-again", (UP, "section 5"), ("bd-ward-shava-quorum",)),
    Duty("bd", "two-shavas", (UP, "section 5"), ("bd-ward-shava-twice-a-year",)),
    Duty("bd", "shava-notice", (UP, "section 5"), ("bd-ward-shava-notice",)),
    Duty("bd", "shava-roles", (UP, "section 5"), ("bd-ward-shava-roles",)),
    Duty("bd", "annual-papers", (UP, "6(3)"), ("bd-annual-shava-papers",)),
    Duty("bd", "undone-explained", (UP, "section 5"), ("bd-undone-decisions-explained",)),
    Duty("bd", "sub-committee", (UP, "6(5)"), ("bd-sub-committee-women", "bd-sub-committee-size")),
    Duty("bd", "majority", (UP, "6(6)"), ("bd-how-decided",)),
    Duty("bd", "beneficiaries", (UP, "6(7)"), ("bd-beneficiary-list",)),
    Duty(
        "bd", "standing-committees", (UP, "section 45"),
        ("bd-standing-committees-women-chairs", "bd-standing-committee-size", "bd-standing-committee-meets",
         "bd-standing-committee-reasons"),
    ),
    Duty(
        "bd", "parishad", (UP, "section 42", "section 43"),
        ("bd-parishad-monthly", "bd-parishad-quorum", "bd-parishad-agenda"),
    ),
    Duty("bd", "budget", (UP, "section 57"), ("bd-open-budget-session",)),
    Duty(
        "bd", "inspection", (LGSP,),
        ("bd-money-women-first", "bd-ward-committee-women-chairs", "bd-attendance-sheet-seen"),
    ),
    Duty(
        "bd", "municipal-committees", (PAURASHAVA, "section 14", "section 55(5)"),
        ("bd-ward-committee-40-women", "bd-ward-committee-size", "bd-municipal-standing-40-women"),
    ),
    Duty("bd", "coordination", ("Union Parishads",), ("bd-udcc-two-monthly",)),
    Duty("bd", "reserved-seats", (PAURASHAVA, "section 7", "City Corporation"), ("bd-reserved-seats",)),
    Duty("bd", "municipal-record", (PAURASHAVA,), ("bd-committee-minutes-14-days", "bd-municipal-minutes-shown")),
    Duty("np", "participation", (LGOA, "24(5)"), ("np-planning-participation",)),
    Duty("np", "priorities", (LGOA, "24(3)"), ("np-priority-criteria",)),
    Duty("np", "from-the-settlement", (LGOA, "12(2)(a)(1)"), ("np-starts-at-settlement",)),
    Duty("np", "seven-steps", (), ("np-seven-steps",)),
    Duty("np", "ceilings", (LGOA, "section 66"), ("np-resource-committee-day", "np-ceilings-day")),
    Duty("np", "budget-day", ("intergovernmental fiscal",), ("np-budget-day",)),
    Duty("np", "committees", (LGOA, "65-66"), ("np-resource-committee-members", "np-revenue-committee-woman")),
    Duty("np", "hearing-and-audit", (LGOA, "section 78"), ("np-public-hearing", "np-social-audit")),
    Duty(
        "np", "user-committee", ("Kamalamai",),
        ("np-user-committee-size", "np-user-committee-women", "np-user-committee-posts",
         "np-monitoring-committee-size", "np-monitoring-committee-woman"),
    ),
    Duty("np", "users-meeting", ("Rapti Sonari",), ("np-user-meeting-notice", "np-user-meeting-witness")),
    Duty("np", "ward-committee", (), ("np-ward-committee-women",)),
    Duty("np", "voice", ("Dalit women",), ("np-dalit-women-heard",)),
    Duty("id", "deliberation", ("Law 6/2014", "article 54"), ("id-musdes-sides", "id-musdes-yearly")),
    Duty(
        "id", "elements", ("43/2014", "47/2015", "80(3)"), ("id-musdes-elements-2014", "id-musdes-elements")
    ),
    Duty("id", "quorum", ("Trenggalek", "107-108"), ("id-musdes-quorum",)),
    Duty("id", "registered", ("Permendesa 2/2015", "20-26"), ("id-musdes-registered",)),
    Duty("id", "council", ("Law 6/2014", "article 58"), ("id-bpd-odd", "id-bpd-size", "id-bpd-woman")),
    Duty("id", "rights", ("Law 6/2014", "article 68"), ("id-rights-notice",)),
    Duty("id", "representatives", ("45/2017",), ("id-representatives-named", "id-published")),
    Duty("id", "invited", ("Medan", "Semarang"), ("id-musrenbang-groups",)),
    Duty("id", "women", (), ("id-women-30",)),
    Duty("id", "steps", ("86/2017", "114/2014"), ("id-musrenbang-record",)),
    Duty("ph", "who-counts", (RA7160, "section 397"), ("ph-assembly-who-counts",)),
    Duty("ph", "twice", (RA7160, "section 397", "Proclamation 599"), ("ph-assembly-twice", "ph-assembly-months")),
    Duty("ph", "notice", (RA7160, "section 397"), ("ph-assembly-notice",)),
    Duty("ph", "special-call", (RA7160, "section 397"), ("ph-special-petition",)),
    Duty("ph", "roles", (RA7160, "section 397"), ("ph-assembly-roles",)),
    Duty(
        "ph", "organisations", (RA7160, "section 107", "2(c), 26 and 27"), ("ph-ngo-quarter", "ph-consulted-before")
    ),
    Duty("ph", "half-yearly", (RA7160,), ("ph-council-half-yearly",)),
    Duty("ph", "women", ("9710", "section 11"), ("ph-council-women",)),
    Duty("ph", "indigenous", ("NCIP AO 1/2009", "section 16"), ("ph-indigenous-representative",)),
    Duty("ph", "record", (SGLGB, "2024-417"), ("ph-assembly-record", "ph-assembly-approved")),
    Duty("ph", "evidence", (SGLGB,), ("ph-council-evidence", "ph-disaster-committee-cso")),
    Duty("in", "gram-sabha", (PESA, "section 4"), ("in-gram-sabha-approves",)),
    Duty("in", "quorum", ("several states",), ("in-quorum-tenth-or-500",)),
    Duty(
        "in", "kerala", ("Kerala",),
        ("in-kerala-quorum", "in-kerala-every-three-months", "in-kerala-request", "in-kerala-on-request",
         "in-kerala-undone-explained"),
    ),
    Duty("in", "telangana", ("Telangana",), ("in-telangana-quorum", "in-telangana-tribal-half")),
    Duty("in", "madhya-pradesh", ("2001", "Form 2"), ("in-mp-notice", "in-mp-special-notice", "in-mp-registers")),
    Duty("in", "women-in-quorum", (), ("in-women-in-quorum",)),
    Duty("in", "tribal-seats", (PESA, "4(g)"), ("in-scheduled-area-seats", "in-scheduled-area-chairs")),
    Duty("in", "women-seats", ("Constitution", "243D(3)"), ("in-women-seats",)),
    Duty("in", "towns", ("Nagara Raj",), ("in-area-sabha",)),
    Duty("in", "copies", ("Manipur",), ("in-manipur-copies",)),
    Duty("kr", "budget", ("Local Finance Act", "article 39", "article 46"), ("kr-residents-in-budget",)),
    Duty("kr", "opinion", (), ("kr-opinion-attached",)),
    Duty("kr", "dong", (SEOGU,), ("kr-seogu-size", "kr-seogu-quorum", "kr-seogu-months")),
    Duty("kr", "city", ("Gwangju",), ("kr-city-budget-committee",)),
    Duty("kr", "human-rights", ("ordinance",), ("kr-human-rights-committee", "kr-human-rights-indicators")),
)  # fmt: skip
