"""The rule packs that ship, and meetings and committees to try them on, in the words of the published record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from hrplanner.model.bodies import Body, Post, Seat
from hrplanner.model.ids import RowId, new_id
from hrplanner.model.rules.findings import Finding
from hrplanner.model.rules.rule import Rule
from hrplanner.model.rules.verdicts import check, is_of_a_session
from hrplanner.model.rules.wider import Gathered, check_wider
from hrplanner.places import resources
from hrplanner.usecases.rule_files import open_rule_file
from hrplanner.words.almanac import CountryAlmanac
from tests.model.meetings import meeting

COUNTRIES = ("bd", "np", "id", "ph", "in", "kr")
Fields = Mapping[str, Any]


@cache
def pack(country: str) -> Mapping[str, Rule]:
    """The rules of a country, all switched on."""
    text = (resources() / "rules" / f"{country}.toml").read_text(encoding="utf-8")
    return {one.rule.id: replace(one.rule, on=True) for one in open_rule_file(text).rules}


def found(country: str, name: str, *meetings: Fields, bodies: Sequence[tuple[Body, tuple[Seat, ...]]] = ()) -> Finding:
    """The finding of one rule of a pack on a meeting, or on the year or the committee that it is about."""
    rules = pack(country)
    rule, almanac = rules[name], CountryAlmanac(country)
    usual = {"country": country, "held": True}
    if rule.applies_to:
        usual["kind"] = rule.applies_to[0]
    sessions = [meeting(**{**usual, "number": f"S{place}", **one}) for place, one in enumerate(meetings)]
    if is_of_a_session(rule):
        return check(rule, sessions[0], rules, almanac=almanac)
    gathered = Gathered(
        sessions=tuple(sessions),
        bodies=tuple(body for body, _ in bodies),
        seats=tuple(seat for _, seats in bodies for seat in seats),
        today=dt.date(2026, 6, 1) if bodies else dt.date(2030, 1, 1),
    )
    return next(one for one in check_wider(rules, gathered, almanac=almanac) if one.rule.id == name)


def committee(
    kind: str, *members: str, places: int | None = None, empty: int = 0, code: str = "c1"
) -> tuple[Body, tuple[Seat, ...]]:
    """A committee; a member is a post and groups ("chair women"), "!dalit" a no, "member" alone silence."""
    body = Body(id=RowId(new_id()), code=code, title=code, kind=kind, places=places)
    seats = [_seat(code, member.split()) for member in members]
    seats += [Seat(id=RowId(new_id()), body=code, empty=True) for _ in range(empty)]
    return body, tuple(seats)


def _seat(body: str, words: list[str]) -> Seat:
    post = next((Post(word) for word in words if word in set(Post)), Post.MEMBER)
    said = [word for word in words if word not in set(Post)]
    return Seat(
        id=RowId(new_id()),
        body=body,
        post=post,
        groups=frozenset(word for word in said if not word.startswith("!")),  # type: ignore[misc]
        not_in=frozenset(word[1:] for word in said if word.startswith("!")),  # type: ignore[misc]
    )
