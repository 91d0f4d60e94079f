"""The frame of one office's record book.

Whose it is, its languages, groups, series and rules, and the words it has learned.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Self

from hrplanner.model.bodies import Body, Seat
from hrplanner.model.groups import Group, GroupCode, groups_of_country
from hrplanner.model.ids import RowId, new_id
from hrplanner.model.office_key import OfficeKey
from hrplanner.model.series import Series

LANGUAGES = ("en", "id", "fil", "ne", "hi", "bn", "ko")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRule:
    """A rule as it was added.

    Its id and its table in the rule file, kept as written so that it can be compared and printed. What the office did
    with it stands beside it: whether it was switched on, by which focal point and secretary, and who confirmed locally
    that it holds here.
    """

    id: RowId
    code: str
    written: Mapping[str, object]
    switched: bool | None = None
    focal_point: str | None = None
    secretary: str | None = None
    confirmed_by: str | None = None
    confirmed_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedWord:
    """A word of a source that a person said means a group; remembered for the next import."""

    id: RowId
    word: str
    group: GroupCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """One office and its book. `practice` marks invented data: everything printed from it says so."""

    id: RowId
    name: str
    country: str | None = None
    language: str = "en"
    paper_language: str = "en"
    practice: bool = False
    groups: tuple[Group, ...] = ()
    series: tuple[Series, ...] = ()
    rules: tuple[StoredRule, ...] = ()
    learned_words: tuple[LearnedWord, ...] = ()
    bodies: tuple[Body, ...] = ()
    seats: tuple[Seat, ...] = ()
    keys: tuple[OfficeKey, ...] = ()
    names_kept: int | None = None
    """Months after a meeting for which names are kept; None keeps them for good."""
    kept_because: str | None = None
    web_address: str | None = None
    """Printed beside proofs where the office has set it; the program never opens it."""
    restricted: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Dimensions of sensitive data that were switched on, with the reason given."""
    guards: Mapping[str, str | int] = field(default_factory=lambda: MappingProxyType({}))
    """Larger smallest counts than the usual ones (`usual`, `sensitive`), and the two who answer for them."""

    def with_rule(self, rule: StoredRule) -> Self:
        return replace(self, rules=(*self.rules, rule))

    def with_body(self, body: Body, seats: tuple[Seat, ...]) -> Self:
        """The frame with this body in the place of the one with its code, and these seats in the place of its own."""
        known = next((one for one in self.bodies if one.code == body.code), None)
        if known is None:
            return replace(self, bodies=(*self.bodies, body), seats=(*self.seats, *seats))
        bodies = tuple(replace(body, id=one.id) if one is known else one for one in self.bodies)
        return replace(self, bodies=bodies, seats=(*(one for one in self.seats if one.body != body.code), *seats))

    def with_series(self, series: Series) -> Self:
        return replace(self, series=(*self.series, series))

    def with_key(self, key: OfficeKey) -> Self:
        """The frame with a key that it did not know yet; one that becomes its own takes the place of the one before."""
        if any(one.key == key.key and (one.own or not key.own) for one in self.keys):
            return self
        others = tuple(replace(one, own=one.own and not key.own) for one in self.keys if one.key != key.key)
        return replace(self, keys=(*others, key))

    def with_word(self, word: LearnedWord) -> Self:
        return replace(self, learned_words=(*self.learned_words, word))


def new_office(*, name: str, country: str | None = None, language: str = "en", practice: bool = False) -> Office:
    """An empty frame with the groups of the country."""
    return Office(
        id=RowId(new_id()),
        name=name,
        country=country,
        language=language,
        paper_language=language,
        practice=practice,
        groups=groups_of_country(country),
    )
