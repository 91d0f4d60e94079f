"""Rules as data: what a law, a form or an own target asks for, and reading one from a rule file.

A kind of rule that is not worked out here yet is refused with its name, never ignored. How a rule is checked is in
`verdicts`.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from hrplanner.model.counting import GroupSet
from hrplanner.model.errors import Refused
from hrplanner.model.groups import GroupCode, is_group
from hrplanner.model.thresholds import Threshold, parse_threshold


class RuleKind(StrEnum):
    """The kinds of rule that are worked out."""

    SHARE = "share"
    COUNT = "count"
    PRESENCE = "presence"
    QUORUM = "quorum"


class Force(StrEnum):
    """How binding the sentence is."""

    LAW = "law"
    REGULATION = "regulation"
    ORDINANCE = "ordinance"
    FORM = "form"
    GUIDANCE = "guidance"
    OWN_TARGET = "own_target"


class Confidence(StrEnum):
    """How the sentence was read: the text itself, second-hand, or from general knowledge (shipped switched off)."""

    READ = "P"
    SECOND_HAND = "S"
    GENERAL = "G"


class Denominator(StrEnum):
    """What a share is of; those that one session carries."""

    ATTENDEES = "attendees"
    MEMBERS = "members"
    FULLY_ORGANISED = "fully_organised"
    VOTERS = "voters"
    INVITEES = "invitees"
    SEATS = "seats"
    CHAIRS = "chairs"
    MONEY = "money"


class Comparison(StrEnum):
    """How a count stands to its threshold."""

    AT_LEAST = ">="
    MORE_THAN = ">"
    AT_MOST = "<="
    LESS_THAN = "<"
    EXACTLY = "="
    BETWEEN = "between"
    ODD = "odd"


Code = TypeVar("Code", bound=StrEnum)

TOTALS = ("attendees", "signatures", "slips")
_FIELDS = {
    "id", "title", "force", "source", "article", "read", "confidence", "kind", "numerator", "denominator", "comparison",
    "threshold", "reheld", "within", "any_of", "all_of", "sentence", "valid_from", "valid_to", "applies_to", "on",
}  # fmt: skip
_KINDS_OF_OTHERS = {
    "composition", "notice", "frequency", "deadline", "record_field",
    "signature", "publication", "money_share", "reasoned_answer",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule. `numerator` is a set of groups or the name of a total.

    `reheld` is "waived" or the smaller number of a re-held session.
    """

    id: str
    kind: RuleKind
    title: str
    titles: Mapping[str, str]
    force: Force
    confidence: Confidence
    numerator: GroupSet | str | None = None
    denominator: Denominator | None = None
    comparison: Comparison = Comparison.AT_LEAST
    threshold: Threshold | None = None
    reheld: str | None = None
    within: str | None = None
    applies_to: tuple[str, ...] = ()
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    source: str = ""
    article: str = ""
    sentence: str = ""
    read: dt.date | None = None
    on: bool = True

    def title_in(self, language: str) -> str:
        return self.titles.get(language, self.title)


def read_rule(written: Mapping[str, object]) -> Rule:
    """A rule from its table in a rule file; refuses what it does not understand, naming it."""
    name = _text(written, "id")
    unknown = sorted(key for key in written if key not in _FIELDS and not key.startswith("title_"))
    if unknown:
        raise Refused("unknown_rule_field", rule=name, field=unknown[0])
    kind = _kind(written, name)
    confidence = _one_of(Confidence, written.get("confidence", "P"), name, "confidence")
    return Rule(
        id=name,
        kind=kind,
        title=_text(written, "title"),
        titles={key.removeprefix("title_"): str(text) for key, text in written.items() if key.startswith("title_")},
        force=_one_of(Force, written.get("force", "own_target"), name, "force"),
        confidence=confidence,
        numerator=_numerator(written, name, kind),
        denominator=_denominator(written, name, kind),
        comparison=_one_of(Comparison, written.get("comparison", ">="), name, "comparison"),
        threshold=_threshold(written, name, kind),
        reheld=_reheld(written, name),
        within=_optional(written, "within"),
        applies_to=tuple(str(one) for one in _list(written, "applies_to")),
        valid_from=_date(written, "valid_from", name),
        valid_to=_date(written, "valid_to", name),
        source=str(written.get("source", "")),
        article=str(written.get("article", "")),
        sentence=str(written.get("sentence", "")),
        read=_date(written, "read", name),
        on=_switch(written, name, confidence),
    )


def _kind(written: Mapping[str, object], name: str) -> RuleKind:
    kind = _text(written, "kind")
    if kind in _KINDS_OF_OTHERS:
        raise Refused("rule_kind_not_here_yet", rule=name, kind=kind)
    return _one_of(RuleKind, kind, name, "kind")


def _numerator(written: Mapping[str, object], name: str, kind: RuleKind) -> GroupSet | str | None:
    if kind is RuleKind.PRESENCE:
        return _any_or_all(written, name, "any_of")
    given = written.get("numerator")
    if given is None:
        raise Refused("rule_field_missing", rule=name, field="numerator")
    if isinstance(given, Mapping):
        return _any_or_all(given, name, "numerator")
    if isinstance(given, str) and given in TOTALS:
        return given
    return _group_set(
        [given] if isinstance(given, str) else list(given) if isinstance(given, list) else [], name, every=False
    )


def _any_or_all(given: Mapping[str, object], name: str, field: str) -> GroupSet:
    """The groups of `any_of` or of `all_of`; both at once would leave one of them unheard."""
    either, every = _list(given, "any_of"), _list(given, "all_of")
    if either and every:
        raise Refused("rule_field_not_understood", rule=name, field="all_of", value=str(every))
    if not either and not every:
        raise Refused("rule_field_missing", rule=name, field=field)
    return _group_set(either or every, name, every=not either)


def _group_set(codes: list[object], name: str, *, every: bool) -> GroupSet:
    if not codes:
        raise Refused("rule_field_missing", rule=name, field="numerator")
    for code in codes:
        if not isinstance(code, str) or not is_group(code):
            raise Refused("unknown_group", group=str(code), rule=name)
    return GroupSet(tuple(GroupCode(str(code)) for code in codes), every=every)


def _denominator(written: Mapping[str, object], name: str, kind: RuleKind) -> Denominator | None:
    given = written.get("denominator")
    if given is None:
        if kind in {RuleKind.SHARE, RuleKind.QUORUM} and "within" not in written:
            raise Refused("rule_field_missing", rule=name, field="denominator")
        return None
    if given == "meetings":
        raise Refused("denominator_not_here_yet", rule=name, denominator="meetings")
    return _one_of(Denominator, given, name, "denominator")


def _threshold(written: Mapping[str, object], name: str, kind: RuleKind) -> Threshold | None:
    if kind is RuleKind.PRESENCE or written.get("comparison") == "odd":
        return None
    given = written.get("threshold")
    if given is None:
        raise Refused("rule_field_missing", rule=name, field="threshold")
    if isinstance(given, int) and kind is RuleKind.COUNT and not isinstance(given, bool):
        given = str(given)
    if not isinstance(given, str):
        raise Refused("threshold_is_bare_number", threshold=str(given), rule=name)
    read = parse_threshold(given, counts_allowed=kind is not RuleKind.SHARE)
    if kind is RuleKind.COUNT and any(amount.count is None for amount in read.amounts):
        raise Refused("threshold_not_understood", threshold=given, rule=name)
    is_range = len(read.amounts) > 1 and read.choose is None
    if is_range != (written.get("comparison") == "between"):
        raise Refused("threshold_not_understood", threshold=given, rule=name)
    return read


def _switch(written: Mapping[str, object], name: str, confidence: Confidence) -> bool:
    """On, unless it says otherwise or comes from general knowledge only."""
    given = written.get("on", confidence is not Confidence.GENERAL)
    if isinstance(given, bool):
        return given
    raise Refused("rule_field_not_understood", rule=name, field="on", value=str(given))


def _reheld(written: Mapping[str, object], name: str) -> str | None:
    given = written.get("reheld")
    if given is None:
        return None
    if given == "waived" or (isinstance(given, (str, int)) and str(given).isascii() and str(given).isdigit()):
        return str(given)
    raise Refused("rule_field_not_understood", rule=name, field="reheld", value=str(given))


def _text(written: Mapping[str, object], key: str) -> str:
    given = written.get(key)
    if not isinstance(given, str) or not given.strip():
        raise Refused("rule_field_missing", rule=str(written.get("id", "?")), field=key)
    return given


def _optional(written: Mapping[str, object], key: str) -> str | None:
    given = written.get(key)
    return None if given is None else str(given)


def _list(written: Mapping[str, object], key: str) -> list[object]:
    given = written.get(key, [])
    return [given] if isinstance(given, str) else list(given) if isinstance(given, list) else []


def _date(written: Mapping[str, object], key: str, name: str) -> dt.date | None:
    given = written.get(key)
    if given is None or type(given) is dt.date:
        return given
    try:
        return dt.date.fromisoformat(str(given))
    except ValueError:
        raise Refused("rule_field_not_understood", rule=name, field=key, value=str(given)) from None


def _one_of(codes: type[Code], given: object, name: str, field: str) -> Code:
    try:
        return codes(str(given))
    except ValueError:
        raise Refused("rule_field_not_understood", rule=name, field=field, value=str(given)) from None
