"""The findings of a session as somebody outside the office may read them."""

from collections.abc import Mapping, Sequence

from hrplanner.model.disclosure import Concealed, Protection, few_came, groups_of
from hrplanner.model.rules.almanac import GREGORIAN, Almanac
from hrplanner.model.rules.findings import Finding
from hrplanner.model.rules.rule import Rule
from hrplanner.model.rules.verdicts import check, is_of_a_session
from hrplanner.model.session import Session


def public_findings(
    rules: Mapping[str, Rule], session: Session, protection: Protection, *, almanac: Almanac = GREGORIAN
) -> Sequence[Finding | Concealed]:
    """Findings in the order of their rules; those on groups are on the figures that are shown."""
    found: list[Finding | Concealed] = []
    for name in sorted(rules):
        rule = rules[name]
        if not rule.on or not is_of_a_session(rule):
            continue
        if not protection.tells(rule) or (isinstance(rule.numerator, str) and few_came(session, protection.smallest)):
            found.append(Concealed(rule))
        else:
            shown = protection.figures if groups_of(rule) else session
            found.append(check(rule, shown, rules, almanac=almanac))
    return found
