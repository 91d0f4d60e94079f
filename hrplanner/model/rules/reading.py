"""Reading rules from their tables in a rule file. What is not understood is refused with its name, never ignored.

A rule as a value is in `rule`; how one is checked is in `verdicts`.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from hrplanner.model.bodies import Post
from hrplanner.model.counts import GroupSet
from hrplanner.model.errors import Refused
from hrplanner.model.groups import is_group
from hrplanner.model.people import COUNTED_ROLES, Role
from hrplanner.model.rules import reading_fields as fields
from hrplanner.model.rules.baseline import read_baseline
from hrplanner.model.rules.codes import (
    Answered,
    Comparison,
    Confidence,
    Denominator,
    Each,
    Force,
    Rounding,
    RuleKind,
    Scope,
    Unknowns,
)  # fmt: skip
from hrplanner.model.rules.needs import NEEDS
from hrplanner.model.rules.reading_days import days_of
from hrplanner.model.rules.reading_fields import Written
from hrplanner.model.rules.rule import Counted, MeetingsThat, Rule
from hrplanner.model.rules.thresholds import Threshold, parse_threshold
from hrplanner.model.who import EVERYBODY, Who

__all__ = [
    "Answered", "Comparison", "Confidence", "Denominator", "Each", "Force", "MeetingsThat", "Rounding", "Rule",
    "RuleKind", "Scope", "Unknowns", "read_rule",
]  # fmt: skip

TOTALS = ("attendees", "signatures", "slips")
_COMMON = frozenset({
    "id", "title", "force", "source", "article", "read", "confidence", "kind", "sentence", "valid_from", "valid_to",
    "applies_to", "on", "scope", "confirmed_by", "confirmed_on",
})  # fmt: skip
_COUNTING = frozenset({
    "numerator", "denominator", "comparison", "threshold", "reheld", "within", "rounding", "unknowns", "who_counts",
})  # fmt: skip
_NAMES = frozenset({"any_of", "all_of"})
_FIELDS: Mapping[RuleKind, frozenset[str]] = {
    RuleKind.SHARE: _COUNTING | {"baseline"},
    RuleKind.COUNT: _COUNTING,
    RuleKind.QUORUM: _COUNTING,
    RuleKind.PRESENCE: _NAMES | {"heard", "reheld"},
    RuleKind.COMPOSITION: frozenset({
        "numerator", "denominator", "comparison", "threshold", "rounding", "unknowns", "body", "post",
    }),
    RuleKind.NOTICE: frozenset({"threshold", "comparison", "places", "means"}),
    RuleKind.FREQUENCY: frozenset({"threshold", "comparison", "body", "each", "months", "weekdays"}),
    RuleKind.DEADLINE: frozenset({"event", "after", "threshold", "by", "calendar"}),
    RuleKind.RECORD_FIELD: _NAMES,
    RuleKind.SIGNATURE: _NAMES,
    RuleKind.PUBLICATION: frozenset({"threshold", "places"}),
    RuleKind.MONEY_SHARE: frozenset({"numerator", "denominator", "comparison", "threshold"}),
    RuleKind.REASONED_ANSWER: frozenset({"of", "threshold", "comparison"}),
}  # fmt: skip
_YEARLY = (Scope.FISCAL_YEAR, Scope.SEMESTER, Scope.SERIES, Scope.PROGRAMME)
_SUMMED = (Scope.SESSION, *_YEARLY)
_SCOPES: Mapping[RuleKind, tuple[Scope, ...]] = {
    RuleKind.SHARE: _SUMMED,
    RuleKind.COUNT: _SUMMED,
    RuleKind.PRESENCE: _SUMMED,
    RuleKind.MONEY_SHARE: _SUMMED,
    RuleKind.REASONED_ANSWER: _SUMMED,
    RuleKind.QUORUM: (Scope.SESSION, Scope.MOMENT),
    RuleKind.COMPOSITION: (Scope.BODY,),
    RuleKind.FREQUENCY: _YEARLY,
}
_OF_PEOPLE = frozenset({RuleKind.SHARE, RuleKind.QUORUM})


def read_rule(written: Written) -> Rule:
    """A rule from its table in a rule file; refuses what it does not understand, naming it."""
    name = fields.text(written, "id")
    fields.nothing_hidden(written)
    kind = fields.code(RuleKind, written, "kind", fields.text(written, "kind"))
    unknown = sorted(key for key in written if key not in _COMMON | _FIELDS[kind] and not key.startswith("title_"))
    if unknown:
        raise Refused("unknown_rule_field", rule=name, field=unknown[0])
    confidence = fields.code(Confidence, written, "confidence", written.get("confidence", "P"))
    rule = Rule(
        id=name,
        kind=kind,
        title=fields.text(written, "title"),
        titles={key.removeprefix("title_"): fields.text(written, key) for key in written if key.startswith("title_")},
        force=fields.code(Force, written, "force", written.get("force", "own_target")),
        confidence=confidence,
        comparison=fields.code(Comparison, written, "comparison", written.get("comparison", ">=")),
        scope=_scope(written, kind),
        applies_to=fields.names(written, "applies_to"),
        valid_from=fields.date(written, "valid_from"),
        valid_to=fields.date(written, "valid_to"),
        source=str(written.get("source", "")),
        article=str(written.get("article", "")),
        sentence=str(written.get("sentence", "")),
        read=fields.date(written, "read"),
        on=fields.yes_no(written, "on", unsaid=confidence is not Confidence.GENERAL),
        confirmed_by=fields.optional(written, "confirmed_by"),
        confirmed_on=fields.date(written, "confirmed_on"),
    )
    if rule.force is not Force.OWN_TARGET and not rule.source.strip():
        raise fields.missing(written, "source")
    return _BY_KIND[kind](rule, written)


def _scope(written: Written, kind: RuleKind) -> Scope:
    allowed = _SCOPES.get(kind, (Scope.SESSION,))
    scope = fields.code(Scope, written, "scope", written.get("scope", allowed[0]))
    if scope not in allowed:
        raise fields.not_understood(written, "scope", scope)
    return scope


# ------------------------------------------------------------------------------------------ rules that count


def _counting(rule: Rule, written: Written) -> Rule:
    numerator = _numerator(written)
    denominator = _denominator(rule, written)
    baseline = read_baseline(written)
    if isinstance(numerator, MeetingsThat) != (denominator is Denominator.MEETINGS):
        raise fields.not_understood(written, "denominator", denominator)
    if isinstance(numerator, MeetingsThat) and rule.scope is Scope.SESSION:
        raise fields.not_understood(written, "scope", rule.scope)
    if rule.scope is Scope.MOMENT and numerator != "attendees":
        raise fields.not_understood(written, "numerator", numerator)
    return replace(
        rule,
        numerator=numerator,
        denominator=denominator,
        baseline=baseline,
        threshold=baseline.threshold if baseline else _threshold(rule, written),
        reheld=_reheld(written),
        within=fields.optional(written, "within"),
        rounding=fields.code(Rounding, written, "rounding", written.get("rounding", "exact")),
        unknowns=fields.code(Unknowns, written, "unknowns", written.get("unknowns", "bounds")),
        who=_who(written),
    )


def _money_share(rule: Rule, written: Written) -> Rule:
    return replace(
        rule,
        numerator=_groups(written, "numerator"),
        denominator=Denominator.MONEY,
        threshold=_threshold(rule, written),
    )


def _composition(rule: Rule, written: Written) -> Rule:
    given = written.get("numerator", "members")
    numerator: Counted = "members" if given == "members" else _groups(written, "numerator")
    denominator = written.get("denominator")
    read = None if denominator is None else fields.code(Denominator, written, "denominator", denominator)
    if read not in {None, Denominator.MEMBERS, Denominator.FULLY_ORGANISED, Denominator.SEATS, Denominator.CHAIRS}:
        raise fields.not_understood(written, "denominator", denominator)
    return replace(
        rule,
        numerator=numerator,
        denominator=read,
        threshold=_threshold(replace(rule, kind=RuleKind.QUORUM if read else RuleKind.COUNT), written),
        rounding=fields.code(Rounding, written, "rounding", written.get("rounding", "exact")),
        unknowns=fields.code(Unknowns, written, "unknowns", written.get("unknowns", "bounds")),
        body=fields.optional(written, "body"),
        posts=fields.codes(Post, written, "post"),
    )


def _reasoned_answer(rule: Rule, written: Written) -> Rule:
    given = {"threshold": "1/1", **written}
    of = fields.code(Answered, written, "of", written.get("of", "issues"))
    return replace(rule, of=of, threshold=_threshold(replace(rule, kind=RuleKind.SHARE), given))


def _numerator(written: Written) -> Counted:
    given = written.get("numerator")
    if isinstance(given, str) and given in TOTALS:
        return given
    if isinstance(given, Mapping) and "rule" in given:
        return MeetingsThat(fields.text(given, "rule"))
    return _groups(written, "numerator")


def _groups(written: Written, field: str) -> GroupSet:
    given = written.get(field)
    if given is None:
        raise fields.missing(written, field)
    if isinstance(given, Mapping):
        some, every = fields.any_or_all(given, written, field)
        return fields.group_set(written, some, every=every)
    return fields.group_set(written, fields.listed(written, field), every=False)


def _denominator(rule: Rule, written: Written) -> Denominator | None:
    given = written.get("denominator")
    if given is not None:
        return fields.code(Denominator, written, "denominator", given)
    if rule.kind in _OF_PEOPLE and "within" not in written:
        raise fields.missing(written, "denominator")
    return None


def _threshold(rule: Rule, written: Written) -> Threshold | None:
    """The threshold; a bare number is a count of people, and only where people are counted."""
    if rule.comparison is Comparison.ODD:
        return None
    given = written.get("threshold")
    if given is None:
        raise fields.missing(written, "threshold")
    if isinstance(given, int) and rule.kind is RuleKind.COUNT and not isinstance(given, bool):
        given = str(given)
    if not isinstance(given, str):
        raise Refused("threshold_is_bare_number", threshold=str(given), rule=rule.id)
    read = parse_threshold(given, counts_allowed=rule.kind in {RuleKind.COUNT, RuleKind.QUORUM})
    if rule.kind is RuleKind.COUNT and any(amount.count is None for amount in read.amounts):
        raise Refused("threshold_not_understood", threshold=given, rule=rule.id)
    is_range = len(read.amounts) > 1 and read.choose is None
    if is_range != (rule.comparison is Comparison.BETWEEN):
        raise Refused("threshold_not_understood", threshold=given, rule=rule.id)
    return read


def _reheld(written: Written) -> str | None:
    given = written.get("reheld")
    if given is None:
        return None
    if given == "waived" or (
        isinstance(given, (str, int)) and str(given).isascii() and str(given).isdigit() and len(str(given)) < 16
    ):
        return str(given)
    raise fields.not_understood(written, "reheld", given)


def _who(written: Written) -> Who:
    given = written.get("who_counts")
    if given is None:
        return EVERYBODY
    if not isinstance(given, Mapping) or not set(given) <= {"roles", "residents_only", "youngest", "oldest"}:
        raise fields.not_understood(written, "who_counts", given)
    roles = frozenset(fields.codes(Role, {**given, "id": written.get("id")}, "roles")) or COUNTED_ROLES
    return Who(
        roles=roles,
        residents_only=fields.yes_no(given, "residents_only", unsaid=False),
        youngest=fields.whole(given, "youngest"),
        oldest=fields.whole(given, "oldest"),
    )


# ------------------------------------------------------------------------------------------ rules on names


def _presence(rule: Rule, written: Written) -> Rule:
    some, every = fields.any_or_all(written, written, "any_of")
    roles = tuple(name for name in some if name in set(Role) and not is_group(name))
    groups = tuple(name for name in some if name not in roles)
    wanted = fields.group_set(written, groups, every=every) if groups else None
    heard = fields.yes_no(written, "heard", unsaid=False)
    if heard and roles:
        raise fields.not_understood(written, "heard", roles[0])
    reheld = _reheld(written)
    if reheld not in {None, "waived"}:
        raise fields.not_understood(written, "reheld", reheld)
    return replace(rule, numerator=wanted, needs=roles, needs_every=every, heard=heard, reheld=reheld)


def _needing(rule: Rule, written: Written) -> Rule:
    some, every = fields.any_or_all(written, written, "all_of")
    known = NEEDS[rule.kind]
    wrong = next((name for name in some if known and name not in known), None)
    if wrong is not None:
        raise fields.not_understood(written, "all_of" if every else "any_of", wrong)
    return replace(rule, needs=some, needs_every=every)


_BY_KIND: Mapping[RuleKind, Callable[[Rule, Written], Rule]] = {
    RuleKind.SHARE: _counting,
    RuleKind.COUNT: _counting,
    RuleKind.QUORUM: _counting,
    RuleKind.MONEY_SHARE: _money_share,
    RuleKind.COMPOSITION: _composition,
    RuleKind.REASONED_ANSWER: _reasoned_answer,
    RuleKind.PRESENCE: _presence,
    RuleKind.RECORD_FIELD: _needing,
    RuleKind.SIGNATURE: _needing,
    RuleKind.NOTICE: days_of,
    RuleKind.DEADLINE: days_of,
    RuleKind.FREQUENCY: days_of,
    RuleKind.PUBLICATION: days_of,
}
