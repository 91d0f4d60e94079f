"""The rules of a book as they hold there: as written, with what the office did to them."""

import datetime as dt
from dataclasses import replace

from hrplanner.model.errors import Refused
from hrplanner.model.office import Office, StoredRule
from hrplanner.model.rules.reading import Confidence, Force, Rule, read_rule


def rules_of(office: Office) -> dict[str, Rule]:
    """The rules of the book by id; one that rests on general knowledge is an own target once it is switched on."""
    return {stored.code: _as_it_holds(stored) for stored in office.rules}


def switched(office: Office, rule: str, *, on: bool, focal_point: str, secretary: str) -> Office:
    """The frame with a rule switched on or off; both who answer for it are named, and both are printed."""
    if not focal_point.strip() or not secretary.strip():
        raise Refused("switch_needs_two_names", rule=rule)
    stored = _stored(office, rule)
    return _with(office, replace(stored, switched=on, focal_point=focal_point, secretary=secretary))


def confirmed(office: Office, rule: str, *, by: str, day: dt.date) -> Office:
    """The frame with a rule that somebody has confirmed to hold here."""
    if not by.strip():
        raise Refused("confirming_needs_a_name", rule=rule)
    return _with(office, replace(_stored(office, rule), confirmed_by=by, confirmed_on=day))


def _as_it_holds(stored: StoredRule) -> Rule:
    rule = read_rule(stored.written)
    on = rule.on if stored.switched is None else stored.switched
    return replace(
        rule,
        on=on,
        force=Force.OWN_TARGET if on and rule.confidence is Confidence.GENERAL else rule.force,
        switched_by=tuple(name for name in (stored.focal_point, stored.secretary) if name),
        confirmed_by=stored.confirmed_by or rule.confirmed_by,
        confirmed_on=stored.confirmed_on or rule.confirmed_on,
    )


def _stored(office: Office, rule: str) -> StoredRule:
    found = next((stored for stored in office.rules if stored.code == rule), None)
    if found is None:
        raise Refused("unknown_rule", rule=rule)
    return found


def _with(office: Office, changed: StoredRule) -> Office:
    rules = tuple(changed if stored.id == changed.id else stored for stored in office.rules)
    return replace(office, rules=rules)
