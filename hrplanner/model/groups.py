"""Groups people say they belong to, and the dimensions these stand in.

Groups overlap: nobody is counted once only. Two dimensions are exclusive, sex and age, because a person has one code
in each. What belongs to counting is in `counting`; names in languages are in `words`.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NewType

from hrplanner.model.errors import Refused

GroupCode = NewType("GroupCode", str)
Dimension = NewType("Dimension", str)

SEX = Dimension("sex")
AGE = Dimension("age")
EXCLUSIVE = frozenset({SEX, AGE})

_STANDARD: dict[str, tuple[str, ...]] = {
    "sex": ("women", "men", "another_gender"),
    "age": ("age_0_14", "age_15_17", "age_18_24", "age_25_39", "age_40_59", "age_60_up"),
    "disability": ("persons_with_disabilities",),
    "indigenous": ("indigenous", "moro"),
    "caste": ("dalit", "janajati", "madhesi", "tharu", "scheduled_caste", "scheduled_tribe", "other_backward_class"),
    "religion": ("religious_minority", "muslim"),
    "language": ("language_minority",),
    "poverty": ("poor_households", "informal_settlers", "landless", "urban_poor"),
    "livelihood": (
        "small_farmers",
        "fishers",
        "artisans",
        "informal_workers",
        "street_vendors",
        "domestic_workers",
        "migrant_workers",
    ),
    "movement": ("migrants", "returnees", "displaced", "refugees", "stateless"),
    "care": ("carers", "solo_parents", "female_headed_households"),
    "hazard": ("hazard_affected", "project_affected"),
    "organisation": (
        "womens_organisations",
        "youth_organisations",
        "disability_organisations",
        "indigenous_organisations",
        "workers_organisations",
        "ngos",
    ),
    "leaders": ("customary_leaders", "religious_leaders", "community_leaders", "education_leaders", "child_protection"),
}
_DIMENSION = {code: Dimension(name) for name, codes in _STANDARD.items() for code in codes}
_AGE_BAND = re.compile(r"age_(\d{1,3})_(\d{1,3}|up)\Z")
_OLDEST = 200

# What people may be asked at the door without a stated reason; the rest is sensitive and off until switched on.
OPEN_DIMENSIONS = frozenset({SEX, AGE})

_COMMON = (*_STANDARD["sex"], *_STANDARD["age"], "persons_with_disabilities", "indigenous")
_OF_COUNTRY: dict[str, tuple[str, ...]] = {
    "np": ("dalit", "janajati", "madhesi", "tharu", "muslim"),
    "bd": ("religious_minority", "landless", "fishers"),
    "in": ("scheduled_caste", "scheduled_tribe", "other_backward_class"),
    "id": (
        "customary_leaders",
        "religious_leaders",
        "community_leaders",
        "education_leaders",
        "small_farmers",
        "fishers",
        "artisans",
        "child_protection",
        "poor_households",
    ),
    "ph": (
        "small_farmers",
        "fishers",
        "urban_poor",
        "informal_workers",
        "migrant_workers",
        "moro",
        "solo_parents",
        "ngos",
    ),
    "kr": ("migrants",),
}
COUNTRIES = tuple(sorted(_OF_COUNTRY))


class Belongs(StrEnum):
    """Whether somebody, or a whole count, is in a group: three answers, because not known is not no."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class AgeBand:
    """Whole years of age, both ends included."""

    youngest: int
    oldest: int

    def holds(self, age: int) -> bool:
        return self.youngest <= age <= self.oldest


@dataclass(frozen=True, slots=True)
class Group:
    """A group in use in one book; `name` only where the office made the group itself."""

    code: GroupCode
    dimension: Dimension
    name: str | None = None
    position: int = 0


def standard_groups() -> tuple[GroupCode, ...]:
    """Every stable code, in the order of the dimensions."""
    return tuple(GroupCode(code) for code in _DIMENSION)


def standard_dimensions() -> tuple[Dimension, ...]:
    """Every dimension that has a stable code, in order."""
    return tuple(Dimension(name) for name in _STANDARD)


def groups_of_country(country: str | None) -> tuple[Group, ...]:
    """The groups an empty book begins with; a country without a list of its own gets the common ones."""
    codes = (*_COMMON, *_OF_COUNTRY.get(country or "", ()))
    return tuple(Group(GroupCode(code), dimension_of(code), position=place) for place, code in enumerate(codes))


@lru_cache(maxsize=1_000)  # counting asks for every pair of tallies, thousands of times for one table
def age_band(code: str) -> AgeBand | None:
    """The band an age code names (`age_15_24`, `age_65_up`), or None for a code of another kind."""
    found = _AGE_BAND.match(code)
    if found is None:
        return None
    youngest, oldest = int(found[1]), _OLDEST if found[2] == "up" else int(found[2])
    return AgeBand(youngest, oldest) if youngest <= oldest else None


def is_group(code: str) -> bool:
    """True for stable codes and for any well-formed age band."""
    return code in _DIMENSION or age_band(code) is not None


def dimension_of(code: str) -> Dimension:
    """Where a group stands; refuses a code that nobody knows."""
    known = _DIMENSION.get(code)
    if known is not None:
        return known
    if age_band(code) is not None:
        return AGE
    raise Refused("unknown_group", group=code)


@lru_cache(maxsize=10_000)
def in_group(wanted: str, held: str) -> Belongs:
    """Whether one who holds a code is in the wanted group of the same dimension.

    Age bands are compared by their years: 18 to 24 lies inside 15 to 24, meets 20 to 30 only in part.
    """
    if wanted == held:
        return Belongs.YES
    mine, theirs = age_band(wanted), age_band(held)
    if mine is None or theirs is None:
        return Belongs.NO
    if mine.youngest <= theirs.youngest and theirs.oldest <= mine.oldest:
        return Belongs.YES
    if theirs.oldest < mine.youngest or mine.oldest < theirs.youngest:
        return Belongs.NO
    return Belongs.UNKNOWN
