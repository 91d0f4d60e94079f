"""Why a finding is what it is, and what would change it, as sentences that name no person and give no score."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hrplanner.model.rules.codes import RuleKind
from hrplanner.model.rules.findings import Finding, Verdict
from hrplanner.words.catalog import NC_, Catalog

REASONS: Mapping[str, str] = MappingProxyType(
    {
        "other_kind_of_meeting": NC_("reason", "This rule is for another kind of meeting."),
        "not_held": NC_("reason", "The meeting was not held."),
        "not_in_force": NC_("reason", "The rule was not in force on the day of the meeting."),
        "waived_for_reheld": NC_("reason", "The rule does not apply when a meeting is held again."),
        "reached": NC_("reason", "The figures reach the threshold."),
        "not_reached": NC_("reason", "The figures do not reach the threshold."),
        "nobody_counted": NC_("reason", "Nobody counted this."),
        "whole_not_known": NC_("reason", "The number this is a share of is not known."),
        "depends_on_unknown": NC_("reason", "It depends on what is not known."),
        "figures_contradict": NC_("reason", "The figures contradict each other: a sum is larger than its whole."),
        "even": NC_("reason", "The number is even; it has to be odd."),
        "all_present": NC_("reason", "Those who must be present were present."),
        "group_absent": NC_("reason", "Nobody came from a group that must be present."),
        "nothing_to_answer": NC_("reason", "There was nothing to answer."),
        "no_meeting": NC_("reason", "There was no meeting that this rule is for."),
        "period_not_over": NC_("reason", "It is not reached yet, and the year is not over."),
        "day_not_known": NC_("reason", "A day that this depends on was not recorded."),
        "holidays_not_known": NC_("reason", "It depends on public holidays, which are not known here."),
        "in_time": NC_("reason", "It was done as asked."),
        "too_short": NC_("reason", "The notice was too short."),
        "too_late": NC_("reason", "It was done too late."),
        "too_few_places": NC_("reason", "It was shown in too few places."),
        "other_means": NC_("reason", "Notice was given by other means than those asked for."),
        "not_looked_for": NC_("reason", "Nobody recorded whether it was there."),
        "record_complete": NC_("reason", "The record holds what it must."),
        "record_lacks": NC_("reason", "The record lacks something that it must hold."),
        "signed": NC_("reason", "Those who must sign have signed."),
        "not_signed": NC_("reason", "Somebody who must sign has not signed."),
        "signing_not_known": NC_("reason", "It was not recorded whether everybody who must sign has signed."),
        "not_published": NC_("reason", "It was not made public."),
        "publication_not_known": NC_("reason", "It was not recorded where it was made public."),
        "presence_not_known": NC_("reason", "It was not recorded whether every group that must be present came."),
    }
)


# Rules on days, papers and names: a number of people does not answer what would change them.
FORMAL = frozenset(
    {RuleKind.NOTICE, RuleKind.DEADLINE, RuleKind.RECORD_FIELD, RuleKind.SIGNATURE, RuleKind.PUBLICATION}
)

_EVEN_SO = NC_("reason", "The figures do not reach the threshold, even if all who are not stated are counted in.")


def reason(catalog: Catalog, finding: Finding) -> str:
    """One sentence on why the verdict is what it is, with the number of those not stated where it turns on them."""
    unknown = finding.count.unknown
    if finding.reason == "not_reached" and unknown:
        return catalog.say_in("reason", _EVEN_SO)
    sentence = catalog.say_in("reason", REASONS[finding.reason]) if finding.reason in REASONS else finding.reason
    if finding.reason == "depends_on_unknown" and unknown:
        return f"{sentence} {catalog.count('{n} person not stated.', '{n} people not stated.', unknown)}"
    return sentence


def what_would_change(catalog: Catalog, finding: Finding) -> str:
    """How many more would meet the rule, in both readings; empty where no number of people answers that."""
    same, on_top = finding.short_same_total, finding.short_on_top
    if finding.verdict is not Verdict.NOT_MET or not same or finding.rule.kind in FORMAL:
        return ""
    if on_top is None or on_top == same:
        return catalog.count("{n} more needed.", "{n} more needed.", same)
    return catalog.say(
        "{same} more, if the same number stay; {on_top} more, if they come on top.", same=same, on_top=on_top
    )
