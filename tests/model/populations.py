"""Invented rooms of people whose true answers are known, and what a recorder may have written down of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import strategies as st

from hrplanner.model.counts import GroupSet
from hrplanner.model.groups import GroupCode, age_band
from hrplanner.model.session import Session
from tests.model.meetings import meeting

SEXES = ("women", "men", "another_gender")
CASTES = ("dalit", "janajati")
BANDS = ("age_0_14", "age_15_17", "age_18_24", "age_25_39", "age_40_59", "age_60_up")
ODD_BANDS = ("age_15_24", "age_18_29", "age_20_65", "age_60_up", "age_0_17")
ASKED = (*SEXES, *CASTES, *BANDS, *ODD_BANDS)


@dataclass(frozen=True)
class Soul:
    """Somebody in the room, with the answers they would give if they were asked everything."""

    sex: str
    castes: frozenset[str]
    age: int

    def is_in(self, code: str) -> bool:
        band = age_band(code)
        return band.holds(self.age) if band else code in {self.sex, *self.castes}

    def is_in_set(self, wanted: GroupSet) -> bool:
        return (all if wanted.every else any)(self.is_in(code) for code in wanted.groups)


@dataclass(frozen=True)
class Told:
    """What one person let be written down."""

    listed: bool
    sex: bool
    caste: bool
    age: str  # number, band, wide band or nothing

    def more(self, other: Told) -> Told:
        finer = min(self.age, other.age, key=("number", "band", "wide", "nothing").index)
        return Told(self.listed or other.listed, self.sex or other.sex, self.caste or other.caste, finer)


souls = st.builds(Soul, st.sampled_from(SEXES), st.frozensets(st.sampled_from(CASTES)), st.integers(0, 90))
rooms = st.lists(souls, min_size=1, max_size=14)
tellings = st.builds(
    Told, st.booleans(), st.booleans(), st.booleans(), st.sampled_from(("number", "band", "wide", "nothing"))
)
wanted_sets = st.builds(
    GroupSet,
    st.lists(st.sampled_from([GroupCode(code) for code in ASKED]), min_size=1, max_size=3, unique=True).map(tuple),
    every=st.booleans(),
)


def heads_of(draw: Callable[[st.SearchStrategy[int]], int], number: int, *, exactly: bool) -> dict[str, object]:
    """The true number of heads, or a range around it."""
    if exactly:
        return {"heads": number}
    return {"heads_low": draw(st.integers(0, number)), "heads_high": draw(st.integers(number, number + 9))}


@st.composite
def lists(draw: st.DrawFn) -> tuple[list[Soul], Session, Session]:
    """A room, its list, and the same list after more people said more of themselves."""
    room = draw(rooms)
    first = [draw(tellings) for _ in room]
    second = [told.more(draw(tellings)) for told in first]
    heads = heads_of(draw, len(room), exactly=draw(st.booleans()))
    return room, _list(room, first, heads), _list(room, second, heads)


def _list(room: list[Soul], told: list[Told], heads: dict[str, object]) -> Session:
    rows = [_row(soul, what) for soul, what in zip(room, told, strict=True) if what.listed]
    return meeting(people=rows, **heads)


def _row(soul: Soul, told: Told) -> dict[str, object]:
    groups = [soul.sex] if told.sex else []
    groups += sorted(soul.castes) if told.caste else []
    groups += [code for code in (BANDS if told.age == "band" else ()) if soul.is_in(code)]
    groups += ["age_15_24" if 15 <= soul.age <= 24 else "age_25_up" if soul.age > 24 else "age_0_14"] * (
        told.age == "wide"
    )
    not_in = sorted(set(CASTES) - soul.castes) if told.caste else []
    return {"groups": groups, "not_in": not_in, "age": soul.age if told.age == "number" else None}


@st.composite
def tallied_rooms(draw: st.DrawFn) -> tuple[list[Soul], Session]:
    """A room of which strokes were made, in some dimensions, of those who answered."""
    room = draw(rooms)
    tallies: list[dict[str, object]] = []
    silent: dict[str, int] = {}
    for dimension, codes in (("sex", SEXES), ("age", draw(st.sampled_from((BANDS, ODD_BANDS))))):
        chosen = draw(st.lists(st.sampled_from(codes), max_size=len(codes), unique=True))
        answers = [draw(st.booleans()) for _ in room]
        if len(chosen) == 1:  # exact, but for those said to be silent
            silent[dimension] = sum(
                not answer and soul.is_in(chosen[0]) for answer, soul in zip(answers, room, strict=True)
            )
        for code in chosen:
            number = sum(answer and soul.is_in(code) for answer, soul in zip(answers, room, strict=True))
            tallies.append(_written(draw, code, number, len(room)))
    castes = draw(st.lists(st.sampled_from(CASTES), unique=True))
    tallies += [_written(draw, code, sum(soul.is_in(code) for soul in room), len(room)) for code in castes]
    heads = heads_of(draw, len(room), exactly=draw(st.booleans()))
    return room, meeting(tallies=tallies, not_stated=silent, **heads)


def _written(draw: st.DrawFn, code: str, number: int, heads: int) -> dict[str, object]:
    how = draw(st.sampled_from(("count", "range", "percent")))
    if how == "count":
        return {"group": code, "count": number}
    if how == "range":
        return {"group": code, "low": draw(st.integers(0, number)), "high": number + draw(st.integers(0, 3))}
    return {"group": code, "percent": str(round(100 * number / heads))}
