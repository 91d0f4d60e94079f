"""The life of minutes: printed, read back, signed, ratified, corrected by an addendum. No step is ever taken back.

A version that was signed stays as it was. What changes afterwards becomes the next version, which says on its paper
what it corrects.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from hrplanner.model.errors import Refused
from hrplanner.model.minutes import MinutesStep, SignedStatement, Stage
from hrplanner.model.record.changes import FieldChange

_ORDER = (Stage.READ_BACK, Stage.SIGNED, Stage.RATIFIED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """How far the record of a session has come.

    `version` is the last one printed, None before the first; `stage` how far that one has come, None where it was only
    printed; `changed` what the record says otherwise since then.
    """

    version: int | None = None
    stage: Stage | None = None
    changed: tuple[FieldChange, ...] = ()
    steps: tuple[MinutesStep, ...] = ()

    @property
    def next(self) -> Stage | None:
        """The step that can be taken now; None where there is none, or the record must be printed first."""
        if self.version is None:
            return None
        done = -1 if self.stage is None else _ORDER.index(self.stage)
        following = _ORDER[done + 1] if done + 1 < len(_ORDER) else None
        return None if self.changed and following is not Stage.RATIFIED else following

    @property
    def signed(self) -> bool:
        """Whether the last version was signed, so that the next one is an addendum."""
        return self.stage in {Stage.SIGNED, Stage.RATIFIED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Addendum:
    """What a version says of the signed one that it corrects."""

    corrects: int
    signed_on: dt.date | None
    note: str | None
    changed: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a paper says of its version beside the record: what signs it, what it corrects, which steps it took."""

    statement: SignedStatement | None = None
    addendum: Addendum | None = None
    steps: tuple[MinutesStep, ...] = ()


def stage_of(version: int, steps: Iterable[MinutesStep]) -> Stage | None:
    """How far a version has come; None where it was only printed."""
    taken = {step.stage for step in steps if step.version == version}
    return next((stage for stage in reversed(_ORDER) if stage in taken), None)


def check_step(life: Life, stage: Stage) -> None:
    """Refuses a step that was taken, or whose turn it is not: nobody signs what was not read back or has changed."""
    if life.version is None:
        raise Refused("nothing_printed_yet")
    if stage not in _ORDER or (life.stage is not None and _ORDER.index(stage) <= _ORDER.index(life.stage)):
        raise Refused("step_taken_already", stage=str(stage), version=life.version)
    if stage is Stage.SIGNED and life.stage is None:
        raise Refused("not_read_back", version=life.version)
    if stage is Stage.RATIFIED and life.stage is not Stage.SIGNED:
        raise Refused("not_signed", version=life.version)
    if life.changed and stage is not Stage.RATIFIED:
        raise Refused("changed_since_printed", version=life.version)
