"""Is this paper ours, and does it say what the record says? Answers of one word each, from codes, signatures, words.

What the words of a page are compared with is in `comparing`.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from hrplanner.model.errors import Refused
from hrplanner.model.minutes import MinutesVersion
from hrplanner.model.minutes_life import stage_of
from hrplanner.model.office_key import OfficeKey
from hrplanner.model.record.sessions import session_from
from hrplanner.model.session import Session
from hrplanner.model.signed_summary import FACTS, HIDDEN, as_stated, digest_of_words
from hrplanner.usecases.claims import Claim, claims_of, code_facts, disagreeing, stated_facts
from hrplanner.usecases.comparing import Difference, words_missing, words_that_differ
from hrplanner.usecases.freezing import digest_of
from hrplanner.usecases.minutes_life import changed_since
from hrplanner.usecases.ports import Book, Evidence
from hrplanner.usecases.reviewing import packet_of
from hrplanner.usecases.signing import is_proved, key_name, signed_by
from hrplanner.usecases.stating import statement_of

_RECORD_FACTS = ("title", "date", "date_as_written", "venue", "heads", "signatures", "slips")


class Answer(StrEnum):
    """What a paper is; `cannot_determine` where neither the book nor a known key is at hand to tell."""

    GENUINE = "genuine"
    ALTERED = "altered"
    OLDER = "older"
    NOT_OURS = "not_ours"
    CANNOT_DETERMINE = "cannot_determine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """The answer, the facts to compare with the page, and what differs.

    `compared` names what was compared: code, signature, words, fingerprint.
    """

    answer: Answer
    reason: str
    signed: bool = False
    number: str | None = None
    version: int | None = None
    later_version: int | None = None
    compared: tuple[str, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    differences: tuple[Difference, ...] = ()


def verify(evidence: Evidence, book: Book | None, keys: Iterable[OfficeKey] = ()) -> Verification:
    """The answer for what was read from a paper; Refused where no code could be read at all."""
    if evidence.beginning is not None:
        return _of_fingerprint(evidence.beginning, book)
    if evidence.damaged:
        return Verification(answer=Answer.ALTERED, reason="code_damaged")
    claims = claims_of(evidence)
    if not claims:
        if evidence.foreign:
            return Verification(answer=Answer.NOT_OURS, reason="other_code")
        raise Refused("holds_public_key" if evidence.keys else "no_readable_code")
    claim = claims[0]
    found = Verification(
        answer=Answer.CANNOT_DETERMINE,
        reason="no_book_no_signature",
        number=claim.number,
        version=claim.version,
        facts={**code_facts(evidence), **stated_facts(evidence)},
    )
    apart = disagreeing(evidence)
    if apart:
        return _altered(found, "pages_of_different_records", *apart)
    found = _by_signature(found, evidence, (*keys, *(book.office().keys if book else ())))
    if found.answer is Answer.ALTERED or book is None:
        return found
    if packet_of(book) is not None:
        return _against_packet(found, claim, book)
    return _against_book(found, claim, evidence, book)


# ------------------------------------------------------------------------------------------ by the signature


def _by_signature(found: Verification, evidence: Evidence, keys: tuple[OfficeKey, ...]) -> Verification:
    """The answer as far as a known key gives it, without any book."""
    if not evidence.summaries:
        return replace(found, reason="no_signature_read") if keys else found
    for summary in evidence.summaries:
        key = signed_by(summary, keys)
        if key is None:
            return replace(found, reason="key_not_known", facts={**found.facts, "key": summary.key})
        if not is_proved(summary, key):
            return _altered(found, "signature_wrong")
        found = replace(found, facts={**found.facts, "signed_by": f"{key.name} ({key_name(key)})"})
    found = replace(found, signed=True, compared=("code", "signature"))
    statement = evidence.summaries[0].statement
    if any(digest_of_words(words) != statement.words for words in evidence.words):
        return _altered(found, "words_of_code_differ")
    if evidence.pages and evidence.words:
        missing = words_missing(evidence.words[0], evidence.pages)
        if missing:
            return _altered(found, "words_differ", *missing)
    return replace(found, answer=Answer.GENUINE, reason="signed_by_known_key")


# ------------------------------------------------------------------------------------------ against the book


def _against_book(found: Verification, claim: Claim, evidence: Evidence, book: Book) -> Verification:
    line = next((one for one in book.session_lines() if one.number == claim.number), None)
    if line is None:
        return _altered(found, "not_in_book", Difference(field="number", on_paper=claim.number, in_record=None))
    versions = book.minutes(line.id)
    frozen = next((one for one in versions if one.version == claim.version), None)
    if frozen is None:
        return _altered(found, "not_in_book", Difference(field="version", on_paper=str(claim.version), in_record=None))
    if not frozen.digest.startswith(claim.digest):
        differs = Difference(field="fingerprint", on_paper=claim.digest, in_record=frozen.digest[: len(claim.digest)])
        return _altered(found, "digest_differs", differs)
    proofs = book.proofs(line.id)
    session = book.session_of_id(line.id)
    whole = _record_is_whole(found, frozen, session)
    if whole is not None:
        return whole
    stated = _summaries_that_differ(evidence, book, frozen)
    if stated:
        return _altered(found, "summary_differs", *stated)
    known = {one.words for one in proofs.statements if one.version == frozen.version}
    if any(digest_of_words(words) not in {digest_of_words(one) for one in known} for words in evidence.words):
        return _altered(found, "words_of_code_differ")
    facts = {**found.facts, **record_facts(frozen), "stage": str(stage_of(frozen.version, proofs.steps) or "printed")}
    found = replace(found, facts=facts, later_version=versions[-1].version)
    return _words_compared(found, evidence, book, line.id, frozen)


def _against_packet(found: Verification, claim: Claim, book: Book) -> Verification:
    """A packet holds the fingerprints of versions, but only a part of their records, and none of their papers."""
    line = next((one for one in book.session_lines() if one.number == claim.number), None)
    versions = book.minutes(line.id) if line else ()
    frozen = next((one for one in versions if one.version == claim.version), None)
    if frozen is None:
        return found if found.signed else replace(found, reason="not_in_packet")
    if not frozen.digest.startswith(claim.digest):
        differs = Difference(field="fingerprint", on_paper=claim.digest, in_record=frozen.digest[: len(claim.digest)])
        return _altered(found, "digest_differs", differs)
    last = versions[-1]
    told = record_facts(frozen) if frozen is last else {}
    found = replace(
        found, facts={**told, **found.facts}, later_version=last.version, compared=found.compared or ("code",)
    )
    if frozen is not last:
        return replace(found, answer=Answer.OLDER, reason="later_version")
    return replace(found, answer=Answer.GENUINE, reason="equals_packet")


def _words_compared(
    found: Verification, evidence: Evidence, book: Book, which: Any, frozen: MinutesVersion
) -> Verification:
    document = found.facts.get("document", "minutes")
    printouts = [one for one in book.printouts(which) if one.document == document]
    read = frozenset(code.page for code in evidence.codes if code.document != "facts")
    differences = words_that_differ(evidence.pages, read, printouts, frozen)
    compared = tuple(dict.fromkeys((*(found.compared or ("code",)), *(("words",) if differences is not None else ()))))
    found = replace(found, compared=compared)
    if differences:
        return _altered(found, "words_differ", *differences)
    if (found.later_version or 0) > frozen.version:
        return replace(found, answer=Answer.OLDER, reason="later_version")
    return replace(found, answer=Answer.GENUINE, reason="equals_record")


def _record_is_whole(found: Verification, frozen: MinutesVersion, session: Session) -> Verification | None:
    """Altered where the record of the version is not what was frozen; the session still tells in which fields."""
    if digest_of(frozen.canonical) == frozen.digest:
        return None
    differences = tuple(
        Difference(field=change.place, on_paper=change.after, in_record=change.before)
        for change in changed_since(frozen, session)
    )
    return _altered(found, "record_altered", *differences)


def _summaries_that_differ(evidence: Evidence, book: Book, frozen: MinutesVersion) -> tuple[Difference, ...]:
    """What a signed summary states otherwise than the record.

    A count that was hidden is no difference: an office may have protected more people, or fewer, since then.
    """
    if not evidence.summaries:
        return ()
    plainly = replace(book.office(), guards={})
    record = as_stated(statement_of(plainly, _session_of(frozen), frozen, ""))
    return tuple(
        Difference(field=name, on_paper=getattr(one.statement, name), in_record=getattr(record, name))
        for one in evidence.summaries
        for name in ("digest", "log_head", *FACTS)
        if name != "office" and not _says_the_same(getattr(one.statement, name), getattr(record, name))
    )


def _says_the_same(stated: str, recorded: str) -> bool:
    return stated == recorded or (stated == HIDDEN and bool(recorded))


def _session_of(frozen: MinutesVersion) -> Session:
    record = json.loads(frozen.canonical)
    record.pop("salt", None)
    return session_from(record)


def record_facts(version: MinutesVersion) -> dict[str, Any]:
    """What a person can compare with the page: date, place, counts; no names."""
    record = json.loads(version.canonical)
    facts = {name: record[name] for name in _RECORD_FACTS if record.get(name) is not None}
    return facts | {name: len(record.get(name, [])) for name in ("issues", "decisions", "commitments")}


def _of_fingerprint(beginning: str, book: Book | None) -> Verification:
    """The answer for a fingerprint that was typed from the foot of a page: only a book knows whose it is."""
    if book is None:
        raise Refused("fingerprint_needs_book")
    which = book.version_with(beginning)
    if which is None:
        return Verification(answer=Answer.ALTERED, reason="fingerprint_not_in_book")
    number, version = which
    found = Verification(
        answer=Answer.CANNOT_DETERMINE,
        reason="equals_record",
        number=number,
        version=version,
        compared=("fingerprint",),
    )
    claim = Claim(number, version, beginning)
    if packet_of(book) is not None:
        return replace(_against_packet(found, claim, book), compared=("fingerprint",))
    return _against_book(found, claim, Evidence(), book)


def _altered(found: Verification, reason: str, *differences: Difference) -> Verification:
    return replace(found, answer=Answer.ALTERED, reason=reason, differences=differences)
