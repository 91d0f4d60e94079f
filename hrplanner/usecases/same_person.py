"""One person on two lists of one meeting: suggested by name, age and place, joined by a person only."""

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from rapidfuzz import fuzz, process

from hrplanner.model.changes import Change, RowKind, plain
from hrplanner.model.conflicts import SAME_PERSON, Conflict
from hrplanner.model.groups import EXCLUSIVE, dimension_of
from hrplanner.model.ids import RowId
from hrplanner.model.merging.entries import Written
from hrplanner.model.people import Person
from hrplanner.model.session import Session
from hrplanner.usecases.workspace import Workspace

ALIKE = 84
"""Of 100, by rapidfuzz's token ratio of names without case, marks of spelling and order; tried on Nepali lists."""

_YEARS_APART = 2

_SOUNDS_LIKE = str.maketrans("ीूणशषबীূণশষ", "िुनससवিুনসস", "ঃः")
"""Devanagari and Bangla letters that clerks write for each other, for the names sound the same."""


def suggest_same_persons(workspace: Workspace, brought: Iterable[Written]) -> int:
    """Ask about the likely pairs of which one line came with these entries and the other was here; how many.

    Two lines that one laptop wrote are two people: somebody saw both.
    """
    book = workspace.book
    known = book.conflict_ids()
    came = [change for one in brought for change in book.changes_of(one.key) if _is_new_person(change)]
    ids = {change.id for change in came}
    sessions = {change.session for change in came if change.session is not None}
    found = {}
    for line in book.session_lines():
        for one, other in _pairs(book.session_of_id(line.id)) if line.id in sessions else ():
            asked = _question(one, other)
            if (one.id in ids) is not (other.id in ids) and asked.id not in known:
                found[asked.id] = Change(RowKind.CONFLICT, asked.id, None, None, plain(asked))
    if found:
        workspace.write("suggest_same_persons", list(found.values()))
    return len(found)


def joined(one: Person, other: Person) -> Person:
    """The first person with what only the second line says; where they agreed to different things, the no stands."""
    fields = {name: getattr(one, name) if getattr(one, name) is not None else getattr(other, name) for name in _FILLED}
    taken = {dimension_of(group) for group in one.groups} & EXCLUSIVE
    more = {group for group in other.groups if dimension_of(group) not in taken}
    groups = one.groups | more
    consent = {**other.consent, **one.consent}
    consent |= {purpose: False for line in (one, other) for purpose, said in line.consent.items() if not said}
    return replace(one, **fields, groups=groups, not_in=(one.not_in | other.not_in) - groups, consent=consent)


_FILLED = ("code", "name", "age", "place", "signed", "resident", "at")


def _is_new_person(change: Change) -> bool:
    return change.kind is RowKind.PERSON and change.before is None


def _pairs(session: Session) -> Iterator[tuple[Person, Person]]:
    named = [person for person in session.people if person.name]
    names = [_plain_name(person.name or "") for person in named]
    for at, name in enumerate(names):
        later = names[at + 1 :]
        for _, _, place in process.extract(name, later, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE, limit=5):
            one, other = named[at], named[at + 1 + place]
            if _may_be_one(one, other):
                yield one, other


def _may_be_one(one: Person, other: Person) -> bool:
    if one.age is not None and other.age is not None and abs(one.age - other.age) > _YEARS_APART:
        return False
    for first, second in combinations({*one.groups, *other.groups}, 2):
        if dimension_of(first) == dimension_of(second) and dimension_of(first) in EXCLUSIVE:
            return False
    return True


def _plain_name(name: str) -> str:
    """A name as it sounds: vowel signs stay, for they tell two people apart; marks that join letters go."""
    folded = unicodedata.normalize("NFKC", name).casefold().translate(_SOUNDS_LIKE)
    kept = (_kept(letter) for letter in folded)
    words = "".join(kept).split()
    return ("" if all("가" <= letter <= "힣" for word in words for letter in word) else " ").join(words)


def _kept(letter: str) -> str:
    kind = unicodedata.category(letter)
    return "" if kind == "Cf" else letter if kind[0] in "LMN" else " "


def _question(one: Person, other: Person) -> Conflict:
    first, second = sorted((one.id, other.id))
    return Conflict(
        id=RowId(hashlib.sha256(b"same person" + first + second).digest()[:16]),
        kind=RowKind.PERSON,
        row=first.hex(),
        field=SAME_PERSON,
        heads=(second.hex(),),
    )
