"""Which digit stands for which group: the same in entry, tally and Listen.

1 to 3 are the sexes and 0 is not stated; 4 to 7 the next groups of the book, 8 none of these, 9 somebody in office.
Groups beyond have no digit: they are reached with the arrows.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from hrplanner.model.groups import AGE, SEX, Group, GroupCode, dimension_of
from hrplanner.model.office import Office
from hrplanner.usecases.privacy import may_ask
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels import words as labels

NOT_STATED, NONE_OF_THESE, OFFICIAL = 0, 8, 9
FIRST_SEX, FIRST_OTHER, LAST_OTHER = 1, 4, 7
BEYOND = 10  # from here on a number only tells keys apart, no digit works it
LAST_DIGIT = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupKey:
    """A digit, the group it switches ("" for the three that are no group), and its cap in the language's digits."""

    digit: int
    code: str
    text: str
    cap: str
    tip: str = ""


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One line of keys under a common title: "One of" excludes, "Any of" adds up."""

    title: str
    keys: tuple[GroupKey, ...]


def key_lines(
    office: Office, words: Catalog, asked: Sequence[tuple[int, Group]] | None = None
) -> tuple[KeyLine, KeyLine]:
    """The keys of all groups, or of those that a named person is asked about."""
    sexes = [_key(words, digit, *_named(office, words, group)) for digit, group in sex_groups(office)]
    shown = other_groups(office) if asked is None else asked
    others = [_key(words, digit, *_named(office, words, group)) for digit, group in shown]
    one_of = (*sexes, _key(words, NOT_STATED, "", words.say_in("unknown", "Not stated")))
    first = [key for key in others if key.digit <= LAST_DIGIT]
    beyond = [key for key in others if key.digit > LAST_DIGIT]
    none = [_key(words, NONE_OF_THESE, "", words.say("None of these"))] if others else []
    any_of = (*first, *none, _key(words, OFFICIAL, "", words.say_in("role", "Official")), *beyond)
    return KeyLine(words.say("One of"), one_of), KeyLine(words.say("Any of"), any_of)


def sex_groups(office: Office) -> tuple[tuple[int, Group], ...]:
    """The groups of the sexes with their digits."""
    return tuple(enumerate(_of(office, sex=True), start=FIRST_SEX))


def other_groups(office: Office) -> tuple[tuple[int, Group], ...]:
    """The groups that may overlap, with their digits; age is typed as a number and has none."""
    found = _of(office, sex=False)
    digits = [*range(FIRST_OTHER, LAST_OTHER + 1), *range(BEYOND, BEYOND + len(found))]
    return tuple(zip(digits, found, strict=False))


def asked_groups(office: Office) -> tuple[tuple[int, Group], ...]:
    """Those of them that a named person may be asked about here: sensitive ones are switched on with a reason."""
    return tuple((digit, group) for digit, group in other_groups(office) if may_ask(office, group.dimension))


def age_groups(office: Office) -> tuple[Group, ...]:
    """The bands of age that the book counts in."""
    return tuple(group for group in _ordered(office) if group.dimension == AGE)


def group_name(office: Office, words: Catalog, code: str) -> str:
    """The name of a group: the office's own, its country's, or the general one."""
    own = next((group.name for group in office.groups if group.code == code and group.name), None)
    return own or labels.group(words, code, office.country)


def names_of(office: Office, words: Catalog, codes: Sequence[GroupCode] | frozenset[GroupCode]) -> str:
    """Several groups after each other, in the order of the keys; bands of age last."""
    order = {group.code: place for place, group in enumerate(_ordered(office))}
    known = sorted(codes, key=lambda code: (dimension_of(code) == AGE, order.get(code, len(order)), code))
    return ", ".join(group_name(office, words, code) for code in known)


def cap(words: Catalog, digit: int) -> str:
    """The digit as its key shows it; nothing for keys without one."""
    return words.digits(str(digit)) if digit <= LAST_DIGIT else ""


def _named(office: Office, words: Catalog, group: Group) -> tuple[str, str]:
    return group.code, group_name(office, words, group.code)


def _key(words: Catalog, digit: int, code: str, text: str) -> GroupKey:
    shown = cap(words, digit)
    tip = words.say("Alt and {digit} while typing", digit=shown) if shown else words.say("Arrows and Space")
    return GroupKey(digit=digit, code=code, text=text, cap=shown, tip=tip)


def _of(office: Office, *, sex: bool) -> list[Group]:
    return [group for group in _ordered(office) if (group.dimension == SEX) is sex and group.dimension != AGE]


def _ordered(office: Office) -> list[Group]:
    return sorted(office.groups, key=lambda group: group.position)
