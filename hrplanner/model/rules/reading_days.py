"""Reading rules on days: notice, how often, by when, made public."""

import re
from dataclasses import replace

from hrplanner.model.errors import Refused
from hrplanner.model.formalities import Event
from hrplanner.model.rules import reading_fields as fields
from hrplanner.model.rules.codes import Each, RuleKind
from hrplanner.model.rules.reading_fields import Written
from hrplanner.model.rules.rule import DayOfYear, Rule
from hrplanner.model.rules.spans import Span
from hrplanner.model.rules.thresholds import parse_threshold

SESSION, NOTICE = "session", "notice"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_CALENDARS = ("gregorian", "bs")
_MONTHS = {
    "gregorian": (
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ),
    "bs": (
        "baishakh", "jestha", "asar", "shrawan", "bhadra", "ashwin", "kartik", "mangsir", "poush", "magh", "falgun",
        "chaitra",
    ),
}  # fmt: skip
_DAY = re.compile(r"(\d{1,2})\s+([a-z]+)\Z")


def days_of(rule: Rule, written: Written) -> Rule:
    """The rule with what its table says of days, places and means."""
    if rule.kind is RuleKind.NOTICE:
        means, places = fields.names(written, "means"), fields.whole(written, "places")
        return replace(rule, span=_span_unless(written, said=bool(means or places)), means=means, places=places)
    if rule.kind is RuleKind.PUBLICATION:
        span = fields.span(written, "threshold") if "threshold" in written else None
        return replace(rule, span=span, places=fields.whole(written, "places") or 1)
    return _deadline(rule, written) if rule.kind is RuleKind.DEADLINE else _frequency(rule, written)


def _span_unless(written: Written, *, said: bool) -> Span | None:
    """How long before; a rule may also ask for places or means alone."""
    return None if said and "threshold" not in written else fields.span(written, "threshold")


def _deadline(rule: Rule, written: Written) -> Rule:
    event = _event(written, "event", fields.text(written, "event"))
    if "by" in written:
        if "threshold" in written or "after" in written:
            raise fields.not_understood(written, "by", written["by"])
        return replace(rule, event=event, by=_day_of_year(written))
    after = _event(written, "after", written.get("after", SESSION))
    if after == event:
        raise fields.not_understood(written, "after", after)
    return replace(rule, event=event, after=after, span=fields.span(written, "threshold"))


def _event(written: Written, field: str, given: object) -> Event | str:
    return str(given) if given in {SESSION, NOTICE} else fields.code(Event, written, field, given)


def _day_of_year(written: Written) -> DayOfYear:
    calendar = str(written.get("calendar", "gregorian"))
    if calendar not in _CALENDARS:
        raise fields.not_understood(written, "calendar", calendar)
    given = fields.text(written, "by")
    found = _DAY.match(given.strip().lower())
    if found is None or found[2] not in _MONTHS[calendar] or not 1 <= int(found[1]) <= 32:
        raise fields.not_understood(written, "by", given)
    return DayOfYear(calendar, _MONTHS[calendar].index(found[2]) + 1, int(found[1]))


def _frequency(rule: Rule, written: Written) -> Rule:
    given = written.get("threshold")
    if given is None:
        raise fields.missing(written, "threshold")
    if isinstance(given, bool) or not isinstance(given, int | str):
        raise Refused("threshold_not_understood", threshold=str(given), rule=rule.id)
    threshold = parse_threshold(str(given), counts_allowed=True)
    if any(amount.count is None for amount in threshold.amounts) or len(threshold.amounts) > 1:
        raise Refused("threshold_not_understood", threshold=str(given), rule=rule.id)
    each = None if "each" not in written else fields.code(Each, written, "each", written["each"])
    return replace(
        rule,
        threshold=threshold,
        body=fields.optional(written, "body"),
        each=each,
        months=_months(written),
        weekdays=_weekdays(written),
    )


def _months(written: Written) -> tuple[int, ...]:
    found = fields.listed(written, "months")
    for one in found:
        if isinstance(one, bool) or not isinstance(one, int) or not 1 <= one <= 12:
            raise fields.not_understood(written, "months", one)
    return tuple(one for one in found if isinstance(one, int))


def _weekdays(written: Written) -> tuple[int, ...]:
    found = fields.names(written, "weekdays")
    wrong = next((one for one in found if one not in WEEKDAYS), None)
    if wrong is not None:
        raise fields.not_understood(written, "weekdays", wrong)
    return tuple(WEEKDAYS.index(one) for one in found)
