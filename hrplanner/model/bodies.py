"""Councils and committees: their seats, who of which group sits there, and the posts; empty seats are seen."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from hrplanner.model.groups import GroupCode
from hrplanner.model.ids import RowId


class Post(StrEnum):
    """What somebody is in a body; a chair is a member too and counts once."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    SECRETARY = "secretary"
    TREASURER = "treasurer"
    ADVISER = "adviser"
    MEMBER = "member"


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A council or committee. `places` are all its seats, filled or not; None where nobody knows."""

    id: RowId
    code: str
    title: str
    kind: str
    places: int | None = None
    legal_basis: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One seat of a body (by its code) from a day to a day; `empty` says that nobody sits there.

    Groups are by own statement; `not_in` holds those this member said no to, which is more than silence.
    """

    id: RowId
    body: str
    post: Post = Post.MEMBER
    groups: frozenset[GroupCode] = frozenset()
    not_in: frozenset[GroupCode] = frozenset()
    empty: bool = False
    since: dt.date | None = None
    until: dt.date | None = None


def seats_on(seats: tuple[Seat, ...], body: Body, day: dt.date | None) -> tuple[Seat, ...]:
    """The seats of a body that stand on a day; without a day those that have not ended."""
    own = [seat for seat in seats if seat.body == body.code]
    if day is None:
        return tuple(seat for seat in own if seat.until is None)
    return tuple(
        seat for seat in own if (seat.since is None or seat.since <= day) and (seat.until is None or day <= seat.until)
    )
