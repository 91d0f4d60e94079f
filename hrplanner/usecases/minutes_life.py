"""The life of a session's minutes as the book has it, and the steps that are written into it."""

import datetime as dt
import json
from dataclasses import asdict, dataclass, replace

from hrplanner.model.changes import Change, RowKind, plain
from hrplanner.model.errors import Refused
from hrplanner.model.ids import RowId, new_id
from hrplanner.model.lines import NewEntry
from hrplanner.model.minutes import MinutesStep, MinutesVersion, Stage
from hrplanner.model.minutes_life import Life, check_step, stage_of
from hrplanner.model.record.changes import FieldChange, record_changes
from hrplanner.model.session import Session
from hrplanner.usecases.freezing import canonical_record, current_version
from hrplanner.usecases.ports import Book
from hrplanner.usecases.reviewing import open_notes_on

# What each step is called in the log; signing is handed out to people and has no inverse.
STEPS = {Stage.READ_BACK: "read_back_minutes", Stage.SIGNED: "sign_minutes", Stage.RATIFIED: "ratify_minutes"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """How minutes were read back or signed: language, interpreter, witness, and who objected or refused, and why."""

    language: str | None = None
    interpreter: str | None = None
    witness: str | None = None
    objections: str | None = None


NOTHING_SAID = Hearing()


def life_of(book: Book, session: Session) -> Life:
    """How far the record has come, and what of it has changed since it was last printed."""
    versions = book.minutes(session.id)
    if not versions:
        return Life()
    steps, last = book.proofs(session.id).steps, versions[-1]
    changed = () if current_version(book, session) else changed_since(last, session)
    return Life(version=last.version, stage=stage_of(last.version, steps), changed=changed, steps=steps)


def changed_since(version: MinutesVersion, session: Session) -> tuple[FieldChange, ...]:
    """What the record of a session says otherwise than a frozen version."""
    return record_changes(json.loads(version.canonical), json.loads(canonical_record(session, "")))


def take_step(
    book: Book,
    session: Session,
    stage: Stage,
    *,
    date: dt.date | None = None,
    office: str | None = None,
    note: str | None = None,
    hearing: Hearing = NOTHING_SAID,
) -> Life:
    """Write down that the last version was read back, signed or ratified.

    Raises Refused("review_not_answered") where a partner still waits for an answer before minutes are ratified.
    """
    life = life_of(book, session)
    check_step(life, stage)
    waiting = open_notes_on(book, session) if stage is Stage.RATIFIED else ()
    if waiting:
        raise Refused("review_not_answered", notes=len(waiting))
    step = new_step(life.version or 0, stage, date=date, office=office, note=note)
    step = replace(step, **asdict(hearing))
    entry = NewEntry(step=STEPS[stage], about=session.number, session=session.id)
    book.write(entry, [Change(RowKind.MINUTES_STEP, step.id, session.id, None, plain(step))])
    return life_of(book, session)


def new_step(
    version: int, stage: Stage, *, date: dt.date | None = None, office: str | None = None, note: str | None = None
) -> MinutesStep:
    """A step with an id of its own."""
    return MinutesStep(id=RowId(new_id()), version=version, stage=stage, date=date, office=office, note=note or None)
