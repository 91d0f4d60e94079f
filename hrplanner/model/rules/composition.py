"""Rules on councils and committees: who sits there, of the members or of all seats, and who has which post."""

import datetime as dt
from collections.abc import Iterable

from hrplanner.model.bodies import Body, Post, Seat, seats_on
from hrplanner.model.counts import NOTHING, Count, GroupSet, exactly
from hrplanner.model.groups import EXCLUSIVE, Belongs, dimension_of, in_group
from hrplanner.model.rules.cases import independent, without_whole
from hrplanner.model.rules.codes import Denominator
from hrplanner.model.rules.findings import Finding, Verdict
from hrplanner.model.rules.judging import judged
from hrplanner.model.rules.rule import Rule
from hrplanner.model.rules.verdicts import hurdle_of


def composed(rule: Rule, bodies: Iterable[Body], seats: tuple[Seat, ...], day: dt.date | None) -> tuple[Finding, ...]:
    """The findings of a rule on each body it is for; a rule on chairs takes all those bodies together."""
    asked = [body for body in bodies if rule.body in {None, body.code, body.kind}]
    if rule.denominator is Denominator.CHAIRS:
        chairs = [seat for body in asked for seat in seats_on(seats, body, day) if seat.post is Post.CHAIR]
        return (_finding(rule, rule.body or "", chairs, exactly(len(asked)), len(asked)),) if asked else ()
    return tuple(_on_body(rule, body, seats_on(seats, body, day)) for body in asked)


def _on_body(rule: Rule, body: Body, seats: tuple[Seat, ...]) -> Finding:
    sitting = [seat for seat in seats if not seat.empty and (not rule.posts or seat.post in rule.posts)]
    if not seats:
        return Finding(
            session=None, about=body.code, rule=rule, verdict=Verdict.CANNOT_DETERMINE, reason="nobody_counted"
        )
    whole = _whole(rule, body, seats)
    expected = len(rule.posts) if rule.posts else len([seat for seat in seats if not seat.empty])
    return _finding(rule, body.code, sitting, whole, expected)


def _whole(rule: Rule, body: Body, seats: tuple[Seat, ...]) -> Count:
    """Members are those who sit; seats, and the fully organised body, count the empty ones too."""
    if rule.denominator is None:
        return NOTHING
    if rule.denominator is Denominator.MEMBERS:
        return exactly(sum(1 for seat in seats if not seat.empty))
    return exactly(len(seats) if body.places is None else body.places)


def _finding(rule: Rule, about: str, seats: list[Seat], whole: Count, expected: int) -> Finding:
    """Posts and chairs that nobody wrote down may be held by anybody; empty seats by none."""
    unwritten = max(0, expected - len(seats)) if rule.posts or rule.denominator is Denominator.CHAIRS else 0
    count = _counted(rule, seats, unwritten)
    return judged(
        rule,
        hurdle_of(rule),
        session=None,
        about=about,
        count=count,
        whole=whole,
        cases=independent(count, whole) if rule.denominator is not None else without_whole(count),
        grows=False,
    )


def _counted(rule: Rule, seats: list[Seat], unwritten: int) -> Count:
    if not isinstance(rule.numerator, GroupSet):
        return exactly(len(seats))
    said = [_says(seat, rule.numerator) for seat in seats if not seat.empty]
    yes, unknown = said.count(Belongs.YES), said.count(Belongs.UNKNOWN) + unwritten
    return Count(None if unknown and not yes and unknown == len(said) + unwritten else yes, yes, yes + unknown)


def _says(seat: Seat, wanted: GroupSet) -> Belongs:
    answers = {_says_of_one(seat, code) for code in wanted.groups}
    first, last = (Belongs.NO, Belongs.YES) if wanted.every else (Belongs.YES, Belongs.NO)
    if first in answers:
        return first
    return Belongs.UNKNOWN if Belongs.UNKNOWN in answers else last


def _says_of_one(seat: Seat, wanted: str) -> Belongs:
    if wanted in seat.groups:
        return Belongs.YES
    if wanted in seat.not_in:
        return Belongs.NO
    held = {in_group(wanted, code) for code in seat.groups if _exclusive_with(wanted, code)}
    return Belongs.NO if held == {Belongs.NO} else Belongs.UNKNOWN


def _exclusive_with(wanted: str, held: str) -> bool:
    return dimension_of(wanted) == dimension_of(held) and dimension_of(wanted) in EXCLUSIVE
