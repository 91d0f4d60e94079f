"""Who speaks now: one turn begins, the one before ends. Each function is one step of `Workspace.run`."""

from dataclasses import replace

from hrplanner.model.groups import GroupCode
from hrplanner.model.ids import RowId, new_id
from hrplanner.model.session import Session
from hrplanner.model.voice import Turn, TurnRole


def begin_turn(
    session: Session,
    *,
    group: GroupCode | None,
    role: TurnRole = TurnRole.RAISED,
    at: str | None = None,
    ended_after: int | None = None,
) -> Session:
    """Somebody begins to speak; `ended_after` are the seconds of the turn that was running until now."""
    if ended_after is not None:
        session = end_turn(session, ended_after)
    return session.with_turn(Turn(id=RowId(new_id()), group=group, role=role, at=at))


def end_turn(session: Session, seconds: int) -> Session:
    """The last turn that has no length yet took this many seconds; nothing changes where all have one."""
    last = session.turns[-1] if session.turns else None
    if last is None or last.seconds is not None:
        return session
    return session.with_turn(replace(last, seconds=max(0, seconds)))
