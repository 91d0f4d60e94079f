"""How many, of whom, with a low and a high bound: all counting begins here.

The rules of counting are those of the published contract: heads beat signatures beat lists; within one dimension a
tally beats the list; in sex and age what is left of a tally is *not stated*; other dimensions overlap and are exact
as tallied. Unknown is never zero: a group nobody asked about is counted as "from none to all".
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import is_

from hrplanner.model.counts import NOTHING, Count, GroupSet, added, exactly, in_all_of, in_any_of
from hrplanner.model.groups import AGE, EXCLUSIVE, Belongs, Dimension, GroupCode, age_band, dimension_of, in_group
from hrplanner.model.people import Person, Role
from hrplanner.model.session import Session
from hrplanner.model.tallies import complete_sum, leaves_a_rest, sum_of, tallied, tallies_of
from hrplanner.model.who import EVERYBODY, Who

__all__ = [
    "NOTHING", "Count", "GroupSet", "answers", "attendees", "exactly", "in_every", "in_group_alone", "in_groups",
    "is_tallied", "listed", "not_stated", "on_top", "overruled",
]  # fmt: skip

_Kind = tuple[object, ...]
_Question = tuple[tuple[GroupSet, ...], Who]


def listed(session: Session) -> tuple[Person, ...]:
    """The people on the list who count: participants, not officials, facilitators, observers or press."""
    return _LISTS.of(session.people).counted


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
    asked = _Asked(_with_ages(sets, who), who)
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
    yes, unknown = _LISTS.of(session.people).answer(sets, who)
    all_of_them = total.high if total.high is not None else len(people)
    missing = max(0, all_of_them - len(people))
    nobody_said = yes == 0 and unknown == len(people)
    return Count(
        known=None if nobody_said else yes,
        low=yes,
        high=yes + unknown + missing,
        contradictory=len(people) > all_of_them,
    )


class _List:
    """A list as it is asked: who counts, how many there are of each kind of person, and what was answered already."""

    def __init__(self, people: tuple[Person, ...]) -> None:
        self.people = people
        self.counted = tuple(person for person in people if person.counted)
        self.alike = {kind: (one, n) for (kind, n), one in _kinds(self.counted)}
        self.answered: dict[_Question, tuple[int, int]] = {}

    def answer(self, sets: tuple[GroupSet, ...], who: Who) -> tuple[int, int]:
        """How many say yes, and how many say nothing."""
        found = self.answered.get((sets, who))
        if found is None:
            found = self.answered[sets, who] = _answered(self.alike.values(), sets, who)
        return found

    def with_one_more(self, people: tuple[Person, ...]) -> None:
        """Count the last of these people too; all others were counted already, and are not asked again."""
        self.people, person = people, people[-1]
        if not person.counted:
            return
        self.counted = (*self.counted, person)
        kind = _kind(person)
        first, n = self.alike.get(kind, (person, 0))
        self.alike[kind] = (first, n + 1)
        for (sets, who), (yes, unknown) in self.answered.items():
            more, silent = _answered([(person, 1)], sets, who)
            self.answered[sets, who] = (yes + more, unknown + silent)


class _Lists:
    """Remembers the last list: a meeting is asked dozens of questions in a row, and its list grows one by one."""

    def __init__(self) -> None:
        self.last = _List(())

    def of(self, people: tuple[Person, ...]) -> _List:
        """The list of these people, made from the last one where they are the same and one more."""
        last = self.last
        if last.people is people:
            return last
        if len(people) == len(last.people) + 1 and all(map(is_, last.people, people)):
            last.with_one_more(people)
        else:
            self.last = _List(people)
        return self.last


def _answered(alike: Iterable[tuple[Person, int]], sets: tuple[GroupSet, ...], who: Who) -> tuple[int, int]:
    asked = _Asked(sets, who)
    yes = unknown = 0
    for person, number in alike:
        answer = asked.of(person)
        if answer is Belongs.YES:
            yes += number
        elif answer is Belongs.UNKNOWN:
            unknown += number
    return yes, unknown


def _kinds(counted: tuple[Person, ...]) -> Iterator[tuple[tuple[_Kind, int], Person]]:
    first = {_kind(person): person for person in counted}
    numbers = Counter(map(_kind, counted))
    return (((kind, numbers[kind]), person) for kind, person in first.items())


def _kind(person: Person) -> _Kind:
    """All of a person that a rule can ask for."""
    return (person.groups, person.not_in, person.age, person.role, person.resident)


_LISTS = _Lists()


class _Asked:
    """One question put to every person of a list; answers for equal sets of groups are remembered, lists being long."""

    def __init__(self, sets: tuple[GroupSet, ...], who: Who) -> None:
        self.sets = sets
        self.who = who
        self.by_age = any(age_band(code) is not None for one in sets for code in one.groups)
        self.answers: dict[tuple[object, ...], Belongs] = {}

    def of(self, person: Person) -> Belongs:
        who = None if self.who is EVERYBODY else (person.role, person.resident)
        key = (person.groups, person.not_in, person.age if self.by_age else None, who)
        answer = self.answers.get(key)
        if answer is None:
            said = {_says(person, one) for one in self.sets}
            answer = self.answers[key] = _of_all(said | {self.who.counts(person)})
        return answer


def _says(person: Person, wanted: GroupSet) -> Belongs:
    answers = {_says_of_one(person, code) for code in wanted.groups}
    if wanted.every:
        return _of_all(answers)
    if Belongs.YES in answers:
        return Belongs.YES
    return Belongs.UNKNOWN if Belongs.UNKNOWN in answers else Belongs.NO


def _of_all(answers: set[Belongs]) -> Belongs:
    if Belongs.NO in answers:
        return Belongs.NO
    return Belongs.UNKNOWN if Belongs.UNKNOWN in answers else Belongs.YES


def _says_of_one(person: Person, wanted: GroupCode) -> Belongs:
    dimension = dimension_of(wanted)
    if wanted in person.groups:
        return Belongs.YES
    band = age_band(wanted)
    if band is not None and person.age is not None:
        return Belongs.YES if band.holds(person.age) else Belongs.NO
    if wanted in person.not_in:
        return Belongs.NO
    held = [in_group(wanted, code) for code in person.groups if dimension_of(code) == dimension]
    if Belongs.YES in held:
        return Belongs.YES
    return Belongs.NO if Belongs.NO in held else Belongs.UNKNOWN


def _says_something(person: Person, dimension: Dimension) -> bool:
    if dimension == AGE and person.age is not None:
        return True
    return any(dimension_of(code) == dimension for code in (*person.groups, *person.not_in))
