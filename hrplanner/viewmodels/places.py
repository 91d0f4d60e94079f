"""Where somebody is in the window: a room of the rail, or a step of a session's day."""

from dataclasses import dataclass
from typing import Literal

RoomCode = Literal[
    "start", "new_book", "today", "sessions", "new_session", "heading", "import", "rules", "check", "office_key",
    "help", "about", "session", "targets", "bodies", "overview", "own_rule",
    "unlock", "seal", "privacy", "check_file", "backups", "bin", "merge", "questions", "share", "review",
]  # fmt: skip
StepCode = Literal["prepare", "register", "listen", "decide", "close", "print"]
STEPS: tuple[StepCode, ...] = ("prepare", "register", "listen", "decide", "close", "print")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A room; `number` and `step` only where it is a session, `mode` where a page has several faces."""

    room: RoomCode
    number: str = ""
    step: StepCode = "register"
    mode: str = ""


START = Place(room="start")
TODAY = Place(room="today")
SESSIONS = Place(room="sessions")
CHECK = Place(room="check")
TARGETS = Place(room="targets")
BODIES = Place(room="bodies")
OVERVIEW = Place(room="overview")
SHARE = Place(room="share")
REVIEWS = Place(room="share", mode="reviews")
REVIEW = Place(room="review")
QUESTIONS = Place(room="questions")
