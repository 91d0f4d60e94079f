"""The edition of a record that goes onto paper: its version, what signs it, what it corrects, what to keep of it."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from hrplanner.model.changes import Change, RowKind, plain
from hrplanner.model.minutes import MinutesStep, MinutesVersion, Proofs, SignedStatement, Stage
from hrplanner.model.minutes_life import Addendum, Standing, stage_of
from hrplanner.model.record.changes import record_changes
from hrplanner.model.session import Session
from hrplanner.usecases.freezing import current_version, is_of, next_version
from hrplanner.usecases.minutes_life import new_step
from hrplanner.usecases.ports import Book
from hrplanner.usecases.signing import Signer
from hrplanner.usecases.stating import statement_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A version with its standing; `fresh` where the book does not have it yet, `kept` the rows that it must keep."""

    version: MinutesVersion
    standing: Standing
    fresh: bool
    kept: tuple[Change, ...]


def edition_of(
    book: Book,
    session: Session,
    *,
    language: str,
    words: Callable[[MinutesVersion], str] | None,
    signer: Signer | None = None,
    reason: str | None = None,
    prepared: MinutesVersion | None = None,
) -> Edition:
    """The edition as it would be printed now; nothing is written.

    `words` gives the facts of a version in plain language, None for a paper that does not state them; `prepared` is a
    version that was shown before and is taken if the record is still the same, so that the paper is what was seen.
    """
    proofs, versions = book.proofs(session.id), book.minutes(session.id)
    version, steps = current_version(book, session), proofs.steps
    kept: list[Change] = []
    fresh = version is None
    if version is None:
        version = prepared if prepared is not None and is_of(prepared, book, session) else next_version(book, session)
        kept.append(Change(RowKind.MINUTES, version.id, session.id, None, plain(version)))
        if _was_signed(versions, proofs):
            correction = new_step(version.version, Stage.CORRECTED, note=reason)
            kept.append(Change(RowKind.MINUTES_STEP, correction.id, session.id, None, plain(correction)))
            steps = (*steps, correction)
    statement = _statement(book, session, version, proofs, language, words, signer) if words else None
    if statement is not None and statement not in proofs.statements:
        kept.append(Change(RowKind.STATEMENT, statement.id, session.id, None, plain(statement)))
    own = tuple(one for one in steps if one.version == version.version)
    standing = Standing(statement=statement, addendum=_addendum(versions, version, steps), steps=own)
    return Edition(version=version, standing=standing, fresh=fresh, kept=tuple(kept))


def _statement(
    book: Book,
    session: Session,
    version: MinutesVersion,
    proofs: Proofs,
    language: str,
    words: Callable[[MinutesVersion], str],
    signer: Signer | None,
) -> SignedStatement:
    """The statement that was made before, or a new one: signed where the key is open and nothing was signed yet.

    One that says what is hidden since then is not printed again.
    """
    said = words(version)
    known = [one for one in proofs.statements if one.version == version.version and one.language == language]
    same = [one for one in known if one.words == said]
    found = next((one for one in same if one.text), None) or (same[0] if same and signer is None else None)
    if found is not None:
        return found
    return statement_for(book.office(), session, version, language=language, signer=signer, words=said)


def _was_signed(versions: tuple[MinutesVersion, ...], proofs: Proofs) -> bool:
    return bool(versions) and stage_of(versions[-1].version, proofs.steps) in {Stage.SIGNED, Stage.RATIFIED}


def _addendum(
    versions: tuple[MinutesVersion, ...], version: MinutesVersion, steps: tuple[MinutesStep, ...]
) -> Addendum | None:
    """What a version corrects, by the step that is written when it is printed first; None where it corrects none."""
    mark = next((one for one in steps if one.version == version.version and one.stage is Stage.CORRECTED), None)
    before = next((one for one in versions if one.version == version.version - 1), None)
    if mark is None or before is None:
        return None
    signed = next((one for one in steps if one.version == before.version and one.stage is Stage.SIGNED), None)
    changed = record_changes(json.loads(before.canonical), json.loads(version.canonical))
    return Addendum(corrects=before.version, signed_on=signed.date if signed else None, note=mark.note, changed=changed)
