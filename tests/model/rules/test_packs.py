"""Every rule that was read in a source, tried on what meets it, what does not, and what leaves it open."""

from __future__ import annotations

import pytest

from hrplanner.model.rules.findings import Verdict
from hrplanner.model.rules.reading import Confidence
from hrplanner.places import resources
from hrplanner.usecases.rule_files import open_rule_file
from tests.model.rules.duties import DUTIES, Duty
from tests.model.rules.packs import COUNTRIES, committee, found, pack

EVERY_MONTH = [f"{2025 + month // 12}-{month % 12 + 1:02d}-02" for month in range(6, 18)]


def meetings(days: list[str]) -> list[object]:
    return [{"date": day} for day in days]


def undated(number: int) -> list[object]:
    return [{"date_as_written": "one day"}] * number


def tallied(*groups: str, none: str | None = None) -> dict[str, object]:
    """Two of each group but one."""
    return {"heads": 40, "tallies": [{"group": code, "count": 0 if code == none else 2} for code in groups]}


def nobody(*groups: str) -> dict[str, object]:
    return {"heads": 40, "tallies": [{"group": code, "count": 0} for code in groups]}


def chairs(kind: str, *groups: str) -> list[object]:
    """One committee for each, chaired by somebody of the group; the last words empty where nobody wrote it down."""
    return [committee(kind, f"chair {who}".strip(), "men", code=f"c{place}") for place, who in enumerate(groups)]


# country, rule, met, not met, cannot be determined
EXAMPLES = [
    (
        "bd",
        "bd-ward-shava-quorum",
        [{"heads": 156, "voters": 3109}],
        [{"heads": 155, "voters": 3109}],
        [{"heads": 156}],
    ),
    (
        "bd",
        "bd-ward-shava-twice-a-year",
        meetings(["2025-08-01", "2026-05-12"]),
        meetings(["2025-08-01"]),
        [*meetings(["2025-08-01"]), *undated(2)],
    ),
    (
        "bd",
        "bd-ward-shava-notice",
        [{"date": "2026-05-12", "notice": {"date": "2026-05-05"}}],
        [{"date": "2026-05-12", "notice": {"date": "2026-05-06"}}],
        [{"date": "2026-05-12"}],
    ),
    (
        "bd",
        "bd-ward-shava-roles",
        [{"people": [{"role": "presiding"}, {"role": "adviser"}]}],
        [{"people": [{"role": "presiding"}], "absent": ["adviser"]}],
        [{"people": [{"role": "presiding"}]}],
    ),
    (
        "bd",
        "bd-annual-shava-papers",
        [{"evidence": {"last_report": True, "accounts": True, "audit_report": True}}],
        [{"evidence": {"last_report": True, "accounts": True, "audit_report": False}}],
        [{}],
    ),
    (
        "bd",
        "bd-undone-decisions-explained",
        [{"commitments": [{"text": "Road", "status": "stopped", "progress": "No land"}]}],
        [{"commitments": [{"text": "Road", "status": "stopped"}]}],
        [{"commitments": [{"text": "Road", "status": "made"}]}],
    ),
    (
        "bd",
        "bd-sub-committee-women",
        committee("sub_committee", *3 * ["women"], "men"),
        committee("sub_committee", *2 * ["women"], "men"),
        committee("sub_committee", *2 * ["women"], "member"),
    ),
    (
        "bd",
        "bd-sub-committee-size",
        committee("sub_committee", *10 * ["member"]),
        committee("sub_committee", *11 * ["member"]),
        committee("sub_committee"),
    ),
    (
        "bd",
        "bd-how-decided",
        [{"decisions": [{"text": "Road", "how": "consensus"}]}],
        [{"decisions": [{"text": "Road"}]}],
        [{"held": None, "decisions": [{"text": "Road"}]}],
    ),
    (
        "bd",
        "bd-beneficiary-list",
        [{"evidence": {"beneficiary_list": True}}],
        [{"evidence": {"beneficiary_list": False}}],
        [{}],
    ),
    (
        "bd",
        "bd-standing-committees-women-chairs",
        chairs("standing_committee", *5 * ["women"], *8 * ["men"]),
        chairs("standing_committee", *4 * ["women"], *9 * ["men"]),
        chairs("standing_committee", *4 * ["women"], *8 * ["men"], ""),
    ),
    (
        "bd",
        "bd-standing-committee-size",
        committee("standing_committee", *5 * ["member"]),
        committee("standing_committee", *8 * ["member"]),
        committee("standing_committee"),
    ),
    (
        "bd",
        "bd-standing-committee-meets",
        meetings(["2025-07-02", "2025-09-02", "2025-11-02", "2026-01-02", "2026-03-02", "2026-05-02"]),
        meetings(["2025-07-02", "2025-08-02", "2025-11-02", "2026-01-02", "2026-03-02", "2026-05-02"]),
        [*meetings(["2025-07-02", "2025-08-02", "2025-11-02", "2026-01-02", "2026-03-02", "2026-05-02"]), *undated(6)],
    ),
    (
        "bd",
        "bd-standing-committee-reasons",
        [
            {
                "issues": [
                    {
                        "text": "Water",
                        "response": {"answer": "not_accepted", "reason": "No money", "office": "Parishad"},
                    }
                ]
            }
        ],
        [{"issues": [{"text": "Water", "response": {"answer": "not_accepted"}}]}],
        [{"issues": [{"text": "Water"}]}],
    ),
    (
        "bd",
        "bd-parishad-monthly",
        meetings(EVERY_MONTH),
        meetings(EVERY_MONTH[1:]),
        [*meetings(EVERY_MONTH[1:]), *undated(12)],
    ),
    ("bd", "bd-parishad-quorum", [{"heads": 5, "members": 13}], [{"heads": 4, "members": 13}], [{"heads": 5}]),
    (
        "bd",
        "bd-parishad-agenda",
        [{"date": "2026-05-12", "notice": {"date": "2026-05-05"}}],
        [{"date": "2026-05-12", "notice": {"date": "2026-05-06"}}],
        [{"date": "2026-05-12"}],
    ),
    ("bd", "bd-open-budget-session", [{"date": "2026-05-02"}], [{"date": "2026-05-03"}], [{"date_as_written": "২ মে"}]),
    (
        "bd",
        "bd-money-women-first",
        [{"money": [{"for": "women", "amount": 30, "of": 100}]}],
        [{"money": [{"for": "women", "amount": 29, "of": 100}]}],
        [{}],
    ),
    (
        "bd",
        "bd-ward-committee-women-chairs",
        chairs("scheme_ward_committee", *3 * ["women"], *6 * ["men"]),
        chairs("scheme_ward_committee", *2 * ["women"], *7 * ["men"]),
        chairs("scheme_ward_committee", *2 * ["women"], *6 * ["men"], ""),
    ),
    (
        "bd",
        "bd-attendance-sheet-seen",
        [{"evidence": {"attendance_sheet": True}}],
        [{"evidence": {"attendance_sheet": False}}],
        [{}],
    ),
    (
        "bd",
        "bd-ward-committee-40-women",
        committee("ward_committee", *4 * ["women"], *6 * ["men"]),
        committee("ward_committee", *3 * ["women"], *7 * ["men"]),
        committee("ward_committee", *3 * ["women"], *6 * ["men"], "member"),
    ),
    (
        "bd",
        "bd-municipal-standing-40-women",
        committee("municipal_standing_committee", *4 * ["women"], *6 * ["men"]),
        committee("municipal_standing_committee", *3 * ["women"], *7 * ["men"]),
        committee("municipal_standing_committee", *3 * ["women"], *6 * ["men"], "member"),
    ),
    (
        "bd",
        "bd-ward-committee-size",
        committee("ward_committee", *10 * ["member"]),
        committee("ward_committee", *11 * ["member"]),
        committee("ward_committee"),
    ),
    (
        "bd",
        "bd-udcc-two-monthly",
        meetings(["2025-07-02", "2025-09-02", "2025-11-02", "2026-01-02", "2026-03-02", "2026-05-02"]),
        meetings(["2025-07-02", "2025-08-02", "2025-11-02", "2026-01-02", "2026-03-02", "2026-05-02"]),
        [*meetings(["2025-07-02", "2025-08-02", "2025-11-02", "2026-01-02", "2026-03-02", "2026-05-02"]), *undated(6)],
    ),
    (
        "bd",
        "bd-reserved-seats",
        committee("municipal_council", *4 * ["women"], *7 * ["men"]),
        committee("municipal_council", *3 * ["women"], *8 * ["men"]),
        committee("municipal_council", *3 * ["women"], *7 * ["men"], "member"),
    ),
    (
        "bd",
        "bd-committee-minutes-14-days",
        [{"date": "2026-05-03", "dates": {"minutes": "2026-05-21"}}],
        [{"date": "2026-05-03", "dates": {"minutes": "2026-07-21"}}],
        [{"date": "2026-05-03", "dates": {"minutes": "2026-05-25"}}],
    ),
    (
        "bd",
        "bd-municipal-minutes-shown",
        [{"published": [{"place": "Notice board"}]}],
        [{"evidence": {"published": False}}],
        [{}],
    ),
    (
        "np",
        "np-planning-participation",
        [tallied("women", "age_0_17", "dalit", "persons_with_disabilities", "religious_minority")],
        [tallied("women", "age_0_17", "dalit", "persons_with_disabilities", "religious_minority", none="dalit")],
        [tallied("women", "dalit")],
    ),
    (
        "np",
        "np-priority-criteria",
        [{"evidence": {"priority_criteria": True}}],
        [{"evidence": {"priority_criteria": False}}],
        [{}],
    ),
    (
        "np",
        "np-starts-at-settlement",
        [{"series": "plan"}],
        [{"series": "plan", "kind": "ward_assembly"}],
        [{"series": "plan", "held": None}],
    ),
    ("np", "np-resource-committee-day", [{"date": "2026-04-23"}], [{"date": "2026-04-24"}], [{}]),
    ("np", "np-ceilings-day", [{"date": "2026-04-28"}], [{"date": "2026-04-29"}], [{}]),
    ("np", "np-budget-day", [{"date": "2026-06-24"}], [{"date": "2026-06-25"}], [{}]),
    (
        "np",
        "np-resource-committee-members",
        committee("resource_committee", *3 * ["women"], "dalit"),
        committee("resource_committee", *3 * ["women"], "men !dalit !religious_minority"),
        committee("resource_committee", *3 * ["women"], "men"),
    ),
    (
        "np",
        "np-revenue-committee-woman",
        committee("revenue_committee", "women", "men"),
        committee("revenue_committee", "men", "men"),
        committee("revenue_committee", "men", "member"),
    ),
    (
        "np",
        "np-monitoring-committee-woman",
        committee("monitoring_committee", "women", "men"),
        committee("monitoring_committee", "men", "men"),
        committee("monitoring_committee", "men", "member"),
    ),
    (
        "np",
        "np-public-hearing",
        meetings(["2026-05-12"]),
        [{"kind": "other", "date": "2026-05-12"}],
        [{"kind": "other", "date": "2026-05-12"}, {}],
    ),
    (
        "np",
        "np-social-audit",
        meetings(["2026-05-12"]),
        [{"kind": "other", "date": "2026-05-12"}],
        [{"kind": "other", "date": "2026-05-12"}, {}],
    ),
    (
        "np",
        "np-user-committee-size",
        committee("user_committee", *7 * ["member"]),
        committee("user_committee", *6 * ["member"]),
        committee("user_committee"),
    ),
    (
        "np",
        "np-user-committee-women",
        committee("user_committee", *3 * ["women"], *6 * ["men"]),
        committee("user_committee", *2 * ["women"], *7 * ["men"]),
        committee("user_committee", *2 * ["women"], *6 * ["men"], "member"),
    ),
    (
        "np",
        "np-user-committee-posts",
        committee("user_committee", "chair men", "secretary women", "treasurer men"),
        committee("user_committee", "chair men", "secretary men", "treasurer men", "women"),
        committee("user_committee", "chair men", "secretary men", "women"),
    ),
    (
        "np",
        "np-monitoring-committee-size",
        committee("monitoring_committee", *3 * ["member"]),
        committee("monitoring_committee", *2 * ["member"]),
        committee("monitoring_committee"),
    ),
    (
        "np",
        "np-user-meeting-notice",
        [{"date": "2026-05-12", "notice": {"date": "2026-05-05"}}],
        [{"date": "2026-05-12", "notice": {"date": "2026-05-06"}}],
        [{"date": "2026-05-12"}],
    ),
    (
        "np",
        "np-user-meeting-witness",
        [{"people": [{"role": "elected"}, {"role": "official"}]}],
        [{"people": [{"role": "elected"}], "absent": ["official"]}],
        [{"people": [{"role": "elected"}]}],
    ),
    (
        "np",
        "np-dalit-women-heard",
        [{"turns": [{"group": "dalit"}]}],
        [{"turns": [{"group": "men"}]}],
        [{"turns": [{"group": "men"}, {"count": 3}]}],
    ),
    (
        "id",
        "id-musdes-sides",
        [{"people": [{"role": "elected"}, {"role": "official"}, {"role": "participant"}]}],
        [{"people": [{"role": "elected"}, {"role": "participant"}], "absent": ["official"]}],
        [{"people": [{"role": "elected"}, {"role": "participant"}]}],
    ),
    (
        "id",
        "id-musdes-yearly",
        meetings(["2026-05-12"]),
        [{"kind": "other", "date": "2026-05-12"}],
        [{"kind": "other", "date": "2026-05-12"}, {}],
    ),
    (
        "id",
        "id-musdes-elements-2014",
        [
            {
                **tallied(
                    "customary_leaders",
                    "religious_leaders",
                    "community_leaders",
                    "education_leaders",
                    "small_farmers",
                    "fishers",
                    "artisans",
                    "women",
                    "child_protection",
                    "poor_households",
                ),
                "date": "2014-07-01",
            }
        ],
        [
            {
                **tallied(
                    "customary_leaders",
                    "religious_leaders",
                    "community_leaders",
                    "education_leaders",
                    "small_farmers",
                    "fishers",
                    "artisans",
                    "women",
                    "child_protection",
                    "poor_households",
                    none="artisans",
                ),
                "date": "2014-07-01",
            }
        ],
        [{**tallied("women"), "date": "2014-07-01"}],
    ),
    (
        "id",
        "id-musdes-elements",
        [{**tallied("women"), "date": "2026-07-01"}],
        [
            {
                **nobody(
                    "customary_leaders",
                    "religious_leaders",
                    "community_leaders",
                    "education_leaders",
                    "small_farmers",
                    "fishers",
                    "artisans",
                    "women",
                    "child_protection",
                    "poor_households",
                ),
                "date": "2026-07-01",
            }
        ],
        [{"heads": 9, "date": "2026-07-01"}],
    ),
    (
        "id",
        "id-musdes-quorum",
        [{"signatures": 20, "invitees": 30}],
        [{"signatures": 19, "invitees": 30}],
        [{"signatures": 20}],
    ),
    (
        "id",
        "id-musdes-registered",
        [{"evidence": {"registration_list": True}}],
        [{"evidence": {"registration_list": False}}],
        [{}],
    ),
    ("id", "id-bpd-odd", committee("bpd", *7 * ["member"]), committee("bpd", *8 * ["member"]), committee("bpd")),
    ("id", "id-bpd-size", committee("bpd", *9 * ["member"]), committee("bpd", *11 * ["member"]), committee("bpd")),
    ("id", "id-rights-notice", [{"evidence": {"rights_notice": True}}], [{"evidence": {"rights_notice": False}}], [{}]),
    ("id", "id-representatives-named", [{"evidence": {"mandates": True}}], [{"evidence": {"mandates": False}}], [{}]),
    ("id", "id-published", [{"published": [{"place": "Notice board"}]}], [{"evidence": {"published": False}}], [{}]),
    (
        "id",
        "id-musrenbang-groups",
        [tallied("women", "age_0_17", "persons_with_disabilities")],
        [tallied("women", "age_0_17", "persons_with_disabilities", none="age_0_17")],
        [tallied("women")],
    ),
    (
        "ph",
        "ph-assembly-who-counts",
        [{"people": [{"age": 15}, {"groups": ["age_60_up"]}]}],
        [{"people": [{"age": 15}, {"age": 14}]}],
        [{"people": [{"age": 15}, {}]}],
    ),
    (
        "ph",
        "ph-assembly-twice",
        meetings(["2026-03-28", "2026-10-10"]),
        meetings(["2026-03-28"]),
        [*meetings(["2026-03-28"]), *undated(2)],
    ),
    (
        "ph",
        "ph-assembly-months",
        meetings(["2026-03-28", "2026-10-10"]),
        meetings(["2026-03-28", "2026-10-12"]),
        [*meetings(["2026-03-28"]), {"date": "2026-10-10", "held": None}],
    ),
    (
        "ph",
        "ph-assembly-notice",
        [{"date": "2026-05-12", "notice": {"date": "2026-05-05", "places": ["Hall", "School", "Market"]}}],
        [{"date": "2026-05-12", "notice": {"date": "2026-05-06", "places": ["Hall", "School", "Market"]}}],
        [{"date": "2026-05-12"}],
    ),
    (
        "ph",
        "ph-special-petition",
        [{"signatures": 50, "members": 1000}],
        [{"signatures": 49, "members": 1000}],
        [{"signatures": 50}],
    ),
    (
        "ph",
        "ph-assembly-roles",
        [{"people": [{"role": "presiding"}, {"role": "secretary"}]}],
        [{"people": [{"role": "presiding"}], "absent": ["secretary"]}],
        [{"people": [{"role": "presiding"}]}],
    ),
    (
        "ph",
        "ph-consulted-before",
        [{"evidence": {"consulted_before": True}}],
        [{"evidence": {"consulted_before": False}}],
        [{}],
    ),
    (
        "ph",
        "ph-ngo-quarter",
        committee("local_development_council", *2 * ["ngos"], *4 * ["!ngos"], empty=2),
        committee("local_development_council", *2 * ["ngos"], *4 * ["!ngos"], empty=3),
        committee("local_development_council", *2 * ["ngos"], *4 * ["!ngos"], "member", empty=2),
    ),
    (
        "ph",
        "ph-council-half-yearly",
        meetings(["2026-02-01", "2026-08-01"]),
        meetings(["2026-02-01", "2026-03-01"]),
        [*meetings(["2026-02-01"]), {"date": "2026-08-01", "held": None}],
    ),
    (
        "ph",
        "ph-council-women",
        committee("local_development_council", *11 * ["women"], *16 * ["men"]),
        committee("local_development_council", *10 * ["women"], *17 * ["men"]),
        committee("local_development_council", *10 * ["women"], *16 * ["men"], "member"),
    ),
    (
        "ph",
        "ph-indigenous-representative",
        committee("local_council", "indigenous", "!indigenous"),
        committee("local_council", "!indigenous", "!indigenous"),
        committee("local_council", "women", "!indigenous"),
    ),
    (
        "ph",
        "ph-assembly-record",
        [
            {
                "date": "2026-03-28",
                "venue": "Hall",
                "agenda": [{"text": "Water"}],
                "decisions": [{"text": "Well"}],
                "evidence": {"attendance_sheet": True},
            }
        ],
        [{"date": "2026-03-28", "evidence": {"attendance_sheet": True}}],
        [{"date": "2026-03-28", "venue": "Hall", "agenda": [{"text": "Water"}], "decisions": [{"text": "Well"}]}],
    ),
    (
        "ph",
        "ph-assembly-approved",
        [{"signatures_of": [{"office": "presiding", "signed": True}]}],
        [{"signatures_of": [{"office": "presiding", "signed": False}]}],
        [{"signatures_of": [{"office": "presiding"}]}],
    ),
    (
        "ph",
        "ph-council-evidence",
        [{"evidence": {"order": True, "minutes": True, "attendance_sheet": True}}],
        [{"evidence": {"order": True, "minutes": True, "attendance_sheet": False}}],
        [{}],
    ),
    (
        "ph",
        "ph-disaster-committee-cso",
        committee("disaster_committee", *2 * ["ngos"], "!ngos"),
        committee("disaster_committee", "ngos", "!ngos"),
        committee("disaster_committee", "ngos", "women"),
    ),
    (
        "in",
        "in-gram-sabha-approves",
        [{"evidence": {"plan": True, "beneficiary_list": True, "spending_report": True}}],
        [{"evidence": {"plan": True, "beneficiary_list": True, "spending_report": False}}],
        [{}],
    ),
    (
        "in",
        "in-quorum-tenth-or-500",
        [{"heads": 311, "voters": 3109}],
        [{"heads": 310, "voters": 3109}],
        [{"heads": 311}],
    ),
    ("in", "in-kerala-quorum", [{"heads": 100, "voters": 1000}], [{"heads": 99, "voters": 1000}], [{"heads": 100}]),
    (
        "in",
        "in-kerala-every-three-months",
        meetings(["2026-04-02", "2026-07-02", "2026-10-02", "2027-01-02"]),
        meetings(["2026-04-02", "2026-05-02", "2026-10-02", "2027-01-02"]),
        [*meetings(["2026-04-02", "2026-10-02", "2027-01-02"]), {}],
    ),
    (
        "in",
        "in-kerala-request",
        [{"signatures": 100, "voters": 1000}],
        [{"signatures": 99, "voters": 1000}],
        [{"signatures": 100}],
    ),
    (
        "in",
        "in-kerala-on-request",
        [{"date": "2026-05-16", "dates": {"requested": "2026-05-01"}}],
        [{"date": "2026-05-17", "dates": {"requested": "2026-05-01"}}],
        [{"date": "2026-05-16"}],
    ),
    (
        "in",
        "in-kerala-undone-explained",
        [{"commitments": [{"text": "Road", "status": "stopped", "progress": "No land"}]}],
        [{"commitments": [{"text": "Road", "status": "stopped"}]}],
        [{"commitments": [{"text": "Road", "status": "made"}]}],
    ),
    ("in", "in-telangana-quorum", [{"heads": 34, "members": 101}], [{"heads": 33, "members": 101}], [{"heads": 34}]),
    (
        "in",
        "in-telangana-tribal-half",
        [{"heads": 34, "tallies": [{"group": "scheduled_tribe", "count": 17}]}],
        [{"heads": 34, "tallies": [{"group": "scheduled_tribe", "count": 16}]}],
        [{"heads": 34}],
    ),
    (
        "in",
        "in-mp-notice",
        [{"date": "2026-05-12", "notice": {"date": "2026-05-05", "means": ["drum"]}}],
        [{"date": "2026-05-12", "notice": {"date": "2026-05-06", "means": ["drum"]}}],
        [{"date": "2026-05-12"}],
    ),
    (
        "in",
        "in-mp-special-notice",
        [{"date": "2026-05-12", "notice": {"date": "2026-05-08"}}],
        [{"date": "2026-05-12", "notice": {"date": "2026-05-09"}}],
        [{"date": "2026-05-12"}],
    ),
    (
        "in",
        "in-mp-registers",
        [{"evidence": {"attendance_sheet": True, "minutes": True}}],
        [{"evidence": {"attendance_sheet": True, "minutes": False}}],
        [{}],
    ),
    (
        "in",
        "in-scheduled-area-seats",
        committee("scheduled_area_panchayat", *5 * ["scheduled_tribe"], *5 * ["!scheduled_tribe"]),
        committee("scheduled_area_panchayat", *4 * ["scheduled_tribe"], *5 * ["!scheduled_tribe"]),
        committee("scheduled_area_panchayat", *4 * ["scheduled_tribe"], *4 * ["!scheduled_tribe"], "member"),
    ),
    (
        "in",
        "in-scheduled-area-chairs",
        chairs("scheduled_area_panchayat", "scheduled_tribe", "scheduled_tribe"),
        chairs("scheduled_area_panchayat", "scheduled_tribe", "!scheduled_tribe"),
        chairs("scheduled_area_panchayat", "scheduled_tribe", ""),
    ),
    (
        "in",
        "in-women-seats",
        committee("panchayat", *4 * ["women"], *8 * ["men"]),
        committee("panchayat", *4 * ["women"], *8 * ["men"], empty=1),
        committee("panchayat", *4 * ["women"], *8 * ["men"], "member"),
    ),
    (
        "in",
        "in-area-sabha",
        meetings(["2026-05-12"]),
        [{"kind": "other", "date": "2026-05-12"}],
        [{"kind": "other", "date": "2026-05-12"}, {}],
    ),
    (
        "in",
        "in-manipur-copies",
        [{"date": "2026-05-01", "dates": {"copies_given": "2026-05-11"}}],
        [{"date": "2026-05-01", "dates": {"copies_given": "2026-05-12"}}],
        [{"date": "2026-05-01"}],
    ),
    (
        "kr",
        "kr-residents-in-budget",
        meetings(["2026-05-12"]),
        [{"kind": "other", "date": "2026-05-12"}],
        [{"kind": "other", "date": "2026-05-12"}, {}],
    ),
    (
        "kr",
        "kr-seogu-size",
        committee("dong_committee", *20 * ["member"]),
        committee("dong_committee", *21 * ["member"]),
        committee("dong_committee"),
    ),
    ("kr", "kr-seogu-quorum", [{"heads": 11, "members": 20}], [{"heads": 10, "members": 20}], [{"heads": 11}]),
    (
        "kr",
        "kr-seogu-months",
        meetings(["2026-04-02", "2026-10-02"]),
        meetings(["2026-04-02", "2026-09-02"]),
        [*meetings(["2026-04-02"]), {"date": "2026-10-02", "held": None}],
    ),
    (
        "kr",
        "kr-city-budget-committee",
        committee("city_budget_committee", *100 * ["member"]),
        committee("city_budget_committee", *99 * ["member"]),
        committee("city_budget_committee"),
    ),
    (
        "kr",
        "kr-human-rights-committee",
        committee("human_rights_committee", *20 * ["member"]),
        committee("human_rights_committee", *19 * ["member"]),
        committee("human_rights_committee"),
    ),
    (
        "kr",
        "kr-human-rights-indicators",
        [{"evidence": {"indicators": True}}],
        [{"evidence": {"indicators": False}}],
        [{}],
    ),
]


@pytest.mark.parametrize(("country", "name", "met", "not_met", "undecided"), EXAMPLES, ids=[one[1] for one in EXAMPLES])
def test_every_rule_of_a_pack(country: str, name: str, met: object, not_met: object, undecided: object) -> None:
    verdicts = [_verdict(country, name, one) for one in (met, not_met, undecided)]
    assert verdicts == [Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_DETERMINE]


def _verdict(country: str, name: str, example: object) -> Verdict:
    if isinstance(example, tuple):
        return found(country, name, bodies=[example]).verdict
    assert isinstance(example, list)
    if example and isinstance(example[0], tuple):
        return found(country, name, bodies=example).verdict
    return found(country, name, *example).verdict


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_rule_that_was_read_in_a_source_has_its_examples(country: str) -> None:
    tried = {name for where, name, *_ in EXAMPLES if where == country}
    assert {rule.id for rule in pack(country).values() if rule.confidence is not Confidence.GENERAL} == tried


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_duty_of_the_laws_is_carried_by_rules_and_every_rule_by_a_duty(country: str) -> None:
    duties = [one for one in DUTIES if one.country == country]
    carried = [name for one in duties for name in one.rules]
    assert sorted(set(carried)) == sorted(pack(country))
    assert [one.key for one in duties if not one.rules] == []


@pytest.mark.parametrize("duty", DUTIES, ids=[one.key for one in DUTIES])
def test_a_duty_and_its_rules_agree_on_the_place_in_the_law(duty: Duty) -> None:
    rules = [pack(duty.country)[name] for name in duty.rules]
    told = " ".join(f"{rule.source} {rule.article}" for rule in rules)
    assert [place for place in duty.where if place not in told] == []


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_rule_of_a_pack_can_be_looked_up_and_read_in_the_language_of_the_place(country: str) -> None:
    language = {"bd": "bn", "np": "ne", "id": "id", "ph": "fil", "in": "hi", "kr": "ko"}[country]
    shipped = open_rule_file((resources() / "rules" / f"{country}.toml").read_text(encoding="utf-8"))
    assert shipped.refused == ()
    bare = [
        one.rule.id
        for one in shipped.rules
        if not (one.table.get("source") and one.table.get("read") and one.table.get("sentence"))
        or not one.table.get(f"title_{language}")
        or (one.table["confidence"] == "G" and one.rule.on)
    ]
    assert bare == []
