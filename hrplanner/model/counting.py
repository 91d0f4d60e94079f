"""How many, of whom, with a low and a high bound: all counting begins here.

The rules of counting are those of the published contract: heads beat signatures beat lists; within one dimension a
tally beats the list; in sex and age what is left of a tally is *not stated*; other dimensions overlap and are exact
as tallied. Unknown is never zero: a group nobody asked about is counted as "from none to all".
"""

from collections.abc import Iterator
from dataclasses import replace

from hrplanner.model.asking import LISTS, Asked
from hrplanner.model.counts import NOTHING, Count, GroupSet, added, exactly, in_all_of, in_any_of
from hrplanner.model.groups import AGE, EXCLUSIVE, Belongs, Dimension, GroupCode, dimension_of
from hrplanner.model.people import Person, Role
from hrplanner.model.session import Session
from hrplanner.model.tallies import complete_sum, leaves_a_rest, sum_of, tallied, tallies_of
from hrplanner.model.who import EVERYBODY, Who

__all__ = [
    "NOTHING", "Count", "GroupSet", "answers", "attendees", "exactly", "in_every", "in_group_alone", "in_groups",
    "is_tallied", "listed", "not_stated", "on_top", "overruled",
]  # fmt: skip


def listed(session: Session) -> tuple[Person, ...]:
    """The people on the list who count: participants, not officials, facilitators, observers or press."""
    return LISTS.of(session.people).counted


def attendees(session: Session) -> Count:
    """N: the heads; else the signatures; else the larger of the list and the largest complete tally of sex or age."""
    if session.heads_low is not None or session.heads_high is not None:
        return Count(known=None, low=session.heads_low or 0, high=session.heads_high)
    if session.heads is not None:
        return exactly(session.heads)
    if session.signatures is not None:
        return exactly(session.signatures)
    people = len(listed(session))
    sums = [
        complete_sum(tallies_of(session.tallies, dimension), session.not_stated.get(dimension))
        for dimension in EXCLUSIVE
    ]
    found = [number for number in (people or None, *sums) if number is not None]
    return exactly(max(found)) if found else NOTHING


def in_groups(session: Session, wanted: GroupSet) -> Count:
    """How many attendees are in any (or all) of the wanted groups."""
    if not _tallied_dimensions(session, wanted.groups):
        return _from_list(session, (wanted,))
    if len({dimension_of(code) for code in wanted.groups}) == 1 and not wanted.every:
        return _from_tallies(session, wanted.groups)
    parts = [in_group_alone(session, code) for code in wanted.groups]
    join = in_all_of if wanted.every else in_any_of
    return join(parts, attendees(session).high)


def in_every(session: Session, sets: tuple[GroupSet, ...], who: Who = EVERYBODY) -> Count:
    """How many of those who count are in each of several sets at once: the Dalit or Janajati among the women."""
    here = _in_every(session, _with_ages(sets, who), who)
    if not who.on_top:
        return here
    apart = on_top(session, who)
    return NOTHING if apart is None else added((here, _in_every(apart, _with_ages(sets, who), who)))


def is_tallied(session: Session, sets: tuple[GroupSet, ...]) -> bool:
    """Whether one of the sets is counted by tallies, so that nobody knows who on the list is meant."""
    return bool(_tallied_dimensions(session, tuple(code for one in sets for code in one.groups)))


def answers(session: Session, sets: tuple[GroupSet, ...], who: Who = EVERYBODY) -> Iterator[Belongs]:
    """Whether each person on the list counts and is in each of the sets."""
    asked = Asked(_with_ages(sets, who), who)
    return (asked.of(person) for person in listed(session))


def on_top(session: Session, who: Who) -> Session | None:
    """Those counted apart whom a rule counts too, as a meeting of their own; None where nobody noted them."""
    people = tuple(replace(one, role=Role.PARTICIPANT) for one in session.people if one.role in who.on_top)
    if not session.people and not who.on_top <= session.absent:
        return None
    return replace(
        session, heads=len(people), heads_low=None, heads_high=None, signatures=None, people=people, tallies=(),
        not_stated={},
    )  # fmt: skip


def in_group_alone(session: Session, code: GroupCode) -> Count:
    """How many attendees are in one group, whatever other groups they are in."""
    return in_groups(session, GroupSet((code,)))


def not_stated(session: Session, dimension: Dimension) -> int | None:
    """How many attendees' place in a dimension is not known; None where the number of attendees is not known."""
    total = attendees(session)
    tallies = tallies_of(session.tallies, dimension)
    given = session.not_stated.get(dimension)
    if tallies and not leaves_a_rest(tallies, dimension):
        return given or 0
    if total.high is None:
        return given
    if tallies:
        return max(total.high - sum_of(tallies, total), given or 0)
    people = listed(session)
    silent = sum(1 for person in people if not _says_something(person, dimension))
    return silent + max(0, total.high - len(people))


def overruled(session: Session) -> tuple[Dimension, ...]:
    """The dimensions in which tallies are counted although people on the list say something there too."""
    dimensions = sorted({dimension_of(tally.group) for tally in session.tallies})
    return tuple(one for one in dimensions if any(_says_something(person, one) for person in listed(session)))


def _tallied_dimensions(session: Session, codes: tuple[GroupCode, ...]) -> set[Dimension]:
    return {dimension_of(tally.group) for tally in session.tallies} & {dimension_of(code) for code in codes}


def _with_ages(sets: tuple[GroupSet, ...], who: Who) -> tuple[GroupSet, ...]:
    return sets if who.ages is None else (*sets, GroupSet((who.ages,)))


def _in_every(session: Session, sets: tuple[GroupSet, ...], who: Who) -> Count:
    filtered = who.residents_only or not who.roles >= EVERYBODY.roles
    if not sets and not filtered:
        return attendees(session)
    if not is_tallied(session, sets):
        return _from_list(session, sets, who)
    parts = [in_groups(session, one) for one in sets]
    if filtered:
        parts.append(_from_list(session, (), who))
    return in_all_of(parts, attendees(session).high)


def _from_tallies(session: Session, wanted: tuple[GroupCode, ...]) -> Count:
    dimension = dimension_of(wanted[0])
    tallies = tallies_of(session.tallies, dimension)
    return tallied(tallies, wanted, attendees(session), session.not_stated.get(dimension, 0))


# ------------------------------------------------------------------------------------------ from the list


def _from_list(session: Session, sets: tuple[GroupSet, ...], who: Who = EVERYBODY) -> Count:
    """Each person on the list answers yes, no or nothing; those not on the list answer nothing."""
    total = attendees(session)
    people = listed(session)
    if not people:
        return Count(known=None, low=0, high=total.high)
    yes, unknown = LISTS.of(session.people).answer(sets, who)
    all_of_them = total.high if total.high is not None else len(people)
    missing = max(0, all_of_them - len(people))
    nobody_said = yes == 0 and unknown == len(people)
    return Count(
        known=None if nobody_said else yes,
        low=yes,
        high=yes + unknown + missing,
        contradictory=len(people) > all_of_them,
    )


def _says_something(person: Person, dimension: Dimension) -> bool:
    if dimension == AGE and person.age is not None:
        return True
    return any(dimension_of(code) == dimension for code in (*person.groups, *person.not_in))
