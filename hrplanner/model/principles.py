"""The nine questions of the three principles, answered by the office at the close of a meeting.

There is no score: yes, partly, no or not known, and what will be done. A question that nobody answered stands nowhere.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Principle(StrEnum):
    """The three principles of a human-rights-based approach."""

    PARTICIPATION = "participation"
    TRANSPARENCY = "transparency"
    EQUALITY = "equality"


class Asked(StrEnum):
    """One of the nine questions, each worded so that yes is what one hopes for."""

    ALL_THERE = "all_there"
    ALL_SPOKE = "all_spoke"
    SUPPORTED = "supported"
    NOTICE_IN_TIME = "notice_in_time"
    PROMISES_READ = "promises_read"
    WHO_DECIDES = "who_decides"
    NOBODY_TURNED_AWAY = "nobody_turned_away"
    LANGUAGE_RIGHT = "language_right"
    EFFECT_WEIGHED = "effect_weighed"


class Reply(StrEnum):
    """What the office answers; that it does not know is an answer too."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_KNOWN = "not_known"


QUESTIONS: Mapping[Principle, tuple[Asked, ...]] = MappingProxyType(
    {
        Principle.PARTICIPATION: (Asked.ALL_THERE, Asked.ALL_SPOKE, Asked.SUPPORTED),
        Principle.TRANSPARENCY: (Asked.NOTICE_IN_TIME, Asked.PROMISES_READ, Asked.WHO_DECIDES),
        Principle.EQUALITY: (Asked.NOBODY_TURNED_AWAY, Asked.LANGUAGE_RIGHT, Asked.EFFECT_WEIGHED),
    }
)
