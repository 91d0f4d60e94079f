"""Rules that are no shares: notice in time, days by which, what the record holds, who signed, made public.

A day that nobody wrote down is not known; a paper that nobody looked for is neither there nor missing.
"""

import datetime as dt

from hrplanner.model.counts import Count, exactly
from hrplanner.model.formalities import Event, Evidence
from hrplanner.model.groups import dimension_of
from hrplanner.model.rules.almanac import Almanac
from hrplanner.model.rules.findings import Finding, Verdict
from hrplanner.model.rules.rule import Rule
from hrplanner.model.rules.spans import MOST_HOLIDAYS, Span
from hrplanner.model.session import Session

MET, NOT_MET, OPEN = Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_DETERMINE
Answer = tuple[Verdict, str]


def notice(rule: Rule, session: Session, _almanac: Almanac) -> Finding:
    """Whether notice was given so many days before, in so many places, by the means asked for."""
    days = None
    answers: list[Answer] = []
    if rule.span is not None:
        days = _between(rule.span, session.notice_date, session.date, session)
        answers.append(_early_enough(rule.span, days))
    if rule.places is not None:
        answers.append(_enough(len(set(session.notice_places)), rule.places, "too_few_places"))
    if rule.means:
        used = [str(one) for one in session.notice_means]
        answers.append(_enough(len(set(used) & set(rule.means)) if used else None, 1, "other_means"))
    verdict, reason = _together(answers)
    needed = rule.span.days if rule.span else rule.places
    number = days if rule.span else len(set(session.notice_places)) or None
    return _finding(rule, session, verdict, reason, number=number, needed=needed)


def deadline(rule: Rule, session: Session, almanac: Almanac) -> Finding:
    """Whether something happened by its day, or within so many days of something else."""
    happened = day_of(session, rule.event)
    if rule.by is not None:
        latest = _latest(rule, session, almanac)
        if happened is None or latest is None:
            return _finding(rule, session, OPEN, "day_not_known")
        late = (happened - latest).days
        return _finding(rule, session, MET if late <= 0 else NOT_MET, "in_time" if late <= 0 else "too_late")
    began = day_of(session, rule.after)
    if rule.span is None or happened is None or began is None:
        return _finding(rule, session, OPEN, "day_not_known", needed=rule.span.days if rule.span else None)
    taken = rule.span.between(began, happened, session.country)
    verdict, reason = _within(rule.span, taken)
    return _finding(rule, session, verdict, reason, number=max(0, taken), needed=rule.span.days)


def record_field(rule: Rule, session: Session, _almanac: Almanac) -> Finding:
    """Whether the record holds what it must; a blank counts against it once the meeting was held and written up."""
    answers = [_held_in(session, name) for name in rule.needs]
    return _of_names(
        rule, session, answers, lacking="record_lacks", complete="record_complete", silent="not_looked_for"
    )


def signature(rule: Rule, session: Session, _almanac: Almanac) -> Finding:
    """Whether the offices signed; a signature says that the record was read, not that somebody agreed."""
    said = {one.office: one.signed for one in session.signatures_of if one.signed is not None}
    answers = [said.get(office) for office in rule.needs]
    return _of_names(rule, session, answers, lacking="not_signed", complete="signed", silent="signing_not_known")


def publication(rule: Rule, session: Session, _almanac: Almanac) -> Finding:
    """Whether the record was made public in enough places, in time where the rule sets one."""
    needed = rule.places or 1
    if not session.published:
        never = session.evidence.get(Evidence.PUBLISHED) is False
        return _finding(
            rule, session, NOT_MET if never else OPEN, "not_published" if never else "publication_not_known",
            number=0 if never else None, needed=needed,
        )  # fmt: skip
    dated = {one.place: one.date for one in session.published}
    if rule.span is None:
        verdict, reason = _enough(len(dated), needed, "too_few_places")
        return _finding(rule, session, verdict, reason, number=len(dated), needed=needed)
    taken = [_between(rule.span, session.date, day, session) for day in dated.values()]
    answers = [OPEN if days is None else _within(rule.span, days)[0] for days in taken]
    surely, possibly = answers.count(MET), answers.count(MET) + answers.count(OPEN)
    verdict = MET if surely >= needed else OPEN if possibly >= needed else NOT_MET
    reason = {MET: "in_time", OPEN: "day_not_known", NOT_MET: "too_late"}[verdict]
    return _finding(rule, session, verdict, reason, number=surely if surely == possibly else None, needed=needed)


def day_of(session: Session, event: Event | str | None) -> dt.date | None:
    """The day of something that a rule counts from."""
    if event == "session":
        return session.date
    if event == "notice":
        return session.notice_date
    return session.dates.get(Event(event)) if event else None


# ------------------------------------------------------------------------------------------ days


def _latest(rule: Rule, session: Session, almanac: Almanac) -> dt.date | None:
    if session.date is None or rule.by is None:
        return None
    return almanac.day_in(rule.by, almanac.year(session.date))


def _between(span: Span, first: dt.date | None, last: dt.date | None, session: Session) -> int | None:
    return None if first is None or last is None else span.between(first, last, session.country)


def _early_enough(span: Span, days: int | None) -> Answer:
    if days is None:
        return OPEN, "day_not_known"
    if days < span.days:
        return NOT_MET, "too_short"
    if span.working and days < span.days + MOST_HOLIDAYS:
        return OPEN, "holidays_not_known"
    return MET, "in_time"


def _within(span: Span, days: int) -> Answer:
    if days <= span.days:
        return MET, "in_time"
    if span.working and days <= span.days + MOST_HOLIDAYS:
        return OPEN, "holidays_not_known"
    return NOT_MET, "too_late"


def _enough(number: int | None, needed: int, lacking: str) -> Answer:
    if not number:
        return OPEN, "not_looked_for"
    return (MET, "in_time") if number >= needed else (NOT_MET, lacking)


def _together(answers: list[Answer]) -> Answer:
    """All have to hold: one that does not decides, then one that is open."""
    for wanted in (NOT_MET, OPEN):
        found = next((answer for answer in answers if answer[0] is wanted), None)
        if found is not None:
            return found
    return MET, "in_time"


# ------------------------------------------------------------------------------------------ names


def _held_in(session: Session, name: str) -> bool | None:
    """Whether the record holds it: yes, no, or nobody can say yet."""
    if name in set(Evidence):
        return session.evidence.get(Evidence(name))
    if _filled(session, name):
        return True
    written_up = session.held is True or Event.MINUTES in session.dates
    return False if written_up else None


def _filled(session: Session, name: str) -> bool:
    match name:
        case "date":
            return session.date is not None or session.date_as_written is not None
        case "notice":
            return session.notice_date is not None
        case "how_decided":
            return bool(session.decisions) and all(one.how is not None for one in session.decisions)
        case "sex" | "age" | "disability":
            return _counted_by(session, name)
        case _:
            value = getattr(session, name)
            return value is not None and value != ()


def _counted_by(session: Session, dimension: str) -> bool:
    from_tallies = any(dimension_of(one.group) == dimension for one in session.tallies)
    return from_tallies or any(dimension_of(code) == dimension for one in session.people for code in one.groups)


def _of_names(
    rule: Rule, session: Session, answers: list[bool | None], *, lacking: str, complete: str, silent: str
) -> Finding:
    surely = sum(answer is True for answer in answers)
    possibly = sum(answer is not False for answer in answers)
    needed = len(answers) if rule.needs_every else 1
    verdict = MET if surely >= needed else OPEN if possibly >= needed else NOT_MET
    reason = {MET: complete, OPEN: silent, NOT_MET: lacking}[verdict]
    short = {MET: 0, NOT_MET: needed - surely}.get(verdict)
    return Finding(
        session=session.number,
        rule=rule,
        verdict=verdict,
        reason=reason,
        figures={
            "lacking": tuple(name for name, answer in zip(rule.needs, answers, strict=True) if answer is False),
            "open": tuple(name for name, answer in zip(rule.needs, answers, strict=True) if answer is None),
        },
        numerator=surely if surely == possibly else None,
        denominator=len(answers),
        count=Count(surely if surely == possibly else None, surely, possibly),
        needed=needed,
        short_same_total=short,
        short_on_top=short,
    )


def _finding(
    rule: Rule, session: Session, verdict: Verdict, reason: str, *, number: int | None = None, needed: int | None = None
) -> Finding:
    """A finding in days or places."""
    short = None if number is None or needed is None or verdict is OPEN else abs(needed - number)
    return Finding(
        session=session.number,
        rule=rule,
        verdict=verdict,
        reason=reason,
        numerator=number,
        count=Count(None, 0, None) if number is None else exactly(number),
        needed=needed,
        short_same_total=0 if verdict is MET else short,
        short_on_top=0 if verdict is MET else short,
    )
