"""Whether those who must be there were there: groups by their counts, roles by the list."""

from collections.abc import Sequence

from hrplanner.model.counting import in_group_alone
from hrplanner.model.counts import Count, GroupSet, exactly
from hrplanner.model.rules.almanac import Almanac
from hrplanner.model.rules.findings import Finding, Verdict
from hrplanner.model.rules.rule import Rule
from hrplanner.model.session import Session


def presence(rule: Rule, session: Session, _almanac: Almanac) -> Finding:
    """The finding on one session."""
    return present(rule, session.number, None, counts_of(rule, session))


def counts_of(rule: Rule, session: Session) -> tuple[Count, ...]:
    """How many there were of each that is asked for."""
    groups = rule.numerator.groups if isinstance(rule.numerator, GroupSet) else ()
    if rule.heard:
        return tuple(_turns_of(session, code) for code in groups)
    return (
        *(in_group_alone(session, code) for code in groups),
        *(in_role(session, role) for role in rule.needs),
    )


def present(rule: Rule, session: str | None, about: str | None, counts: Sequence[Count]) -> Finding:
    """Whether any, or all, had at least one person there."""
    surely = sum(1 for count in counts if count.low > 0)
    possibly = sum(1 for count in counts if count.high is None or count.high > 0)
    needed = len(counts) if rule.needs_every else 1
    if any(count.contradictory for count in counts):
        verdict, reason = Verdict.CANNOT_DETERMINE, "figures_contradict"
    elif surely >= needed:
        verdict, reason = Verdict.MET, "all_present"
    elif possibly < needed:
        verdict, reason = Verdict.NOT_MET, "group_absent"
    else:
        verdict, reason = Verdict.CANNOT_DETERMINE, "presence_not_known"
    short = None if verdict is Verdict.CANNOT_DETERMINE else max(0, needed - surely)
    return Finding(
        session=session,
        about=about,
        rule=rule,
        verdict=verdict,
        reason=reason,
        figures={"present": surely, "groups": len(counts)},
        numerator=surely if surely == possibly else None,
        denominator=len(counts),
        count=Count(surely if surely == possibly else None, surely, possibly),
        needed=needed,
        short_same_total=short,
        short_on_top=short,
    )


def in_role(session: Session, role: str) -> Count:
    """Somebody of a role, as listed; not on the list is not known, unless the record says that nobody had it."""
    there = sum(1 for person in session.people if person.role == role)
    if there:
        return exactly(there)
    return exactly(0) if role in session.absent else Count(None, 0, None)


def _turns_of(session: Session, code: str) -> Count:
    """How often the group was heard; a turn whose group was not noted may have been theirs."""
    if not session.turns:
        return Count(None, 0, None)
    theirs = sum(turn.count for turn in session.turns if turn.group == code)
    not_noted = sum(turn.count for turn in session.turns if turn.group is None)
    return Count(theirs if theirs or not not_noted else None, theirs, theirs + not_noted)
