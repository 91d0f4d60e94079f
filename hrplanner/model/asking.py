"""A list of people as it is asked: who counts, and how many answer yes or nothing to a question put to each of them.

What is counted beside the list, and which of the numbers wins, is in `counting`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from operator import is_

from hrplanner.model.counts import GroupSet
from hrplanner.model.groups import Belongs, GroupCode, age_band, dimension_of, in_group
from hrplanner.model.people import Person
from hrplanner.model.who import EVERYBODY, Who

_Kind = tuple[object, ...]
_Question = tuple[tuple[GroupSet, ...], Who]


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
    asked = Asked(sets, who)
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


LISTS = _Lists()


class Asked:
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
