"""What the signed summary of a version states."""

from hrplanner.model.disclosure import Smallest
from hrplanner.model.guards import smallest_of
from hrplanner.model.ids import RowId, new_id
from hrplanner.model.minutes import MinutesVersion, SignedStatement
from hrplanner.model.office import Office
from hrplanner.model.session import Session
from hrplanner.model.signed_summary import HIDDEN, Statement, digest_of_words
from hrplanner.usecases.signing import Signer


def statement_for(
    office: Office, session: Session, version: MinutesVersion, *, language: str, signer: Signer | None, words: str
) -> SignedStatement:
    """The facts in plain language, with a statement signed by the key where it is open; else they stand alone."""
    text = signer.signed(statement_of(office, session, version, words)) if signer else ""
    return SignedStatement(id=RowId(new_id()), version=version.version, language=language, words=words, text=text)


def statement_of(office: Office, session: Session, version: MinutesVersion, words: str) -> Statement:
    """The facts of a version; counts obey the hiding of small cells, because anybody may photograph a code."""
    smallest = smallest_of(office)
    return Statement(
        office=office.name,
        number=session.number,
        version=version.version,
        digest=version.digest,
        log_head=version.log_head,
        words=digest_of_words(words),
        date=session.date.isoformat() if session.date else session.date_as_written or "",
        place=session.venue or "",
        heads=_heads(session, smallest),
        signatures=told(session.signatures, smallest),
        slips=told(session.slips, smallest),
        decisions=str(len(session.decisions)),
        commitments=str(len(session.commitments)),
        practice=office.practice,
    )


def told(count: int | None, smallest: Smallest) -> str:
    """A total as a code says it: nothing where it is not known, a star where it is so small that it shows persons."""
    if count is None:
        return ""
    return HIDDEN if smallest.points_at_persons(count) else str(count)


def _heads(session: Session, smallest: Smallest) -> str:
    low, high = session.heads_low, session.heads_high
    if session.heads is None and low is not None and high is not None:
        return HIDDEN if smallest.points_at_persons(high) else f"{low}-{high}"
    return told(session.heads, smallest)
