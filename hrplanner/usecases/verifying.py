"""Is this paper ours, and does it say what the record says? Answers of one word each, from the code and from the
words of the page.
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import islice, zip_longest
from typing import Any

from hrplanner.model.errors import Refused
from hrplanner.model.minutes import MinutesVersion, Printout
from hrplanner.model.page_code import PageCode
from hrplanner.usecases.ports import Book, Evidence

_TOKEN = re.compile(r"[\w/.:%-]*\w", re.UNICODE)
_DIFFERENCES_SHOWN = 40
_FACTS = ("title", "date", "date_as_written", "venue", "heads", "signatures", "slips")


class Answer(StrEnum):
    """What a paper is; `cannot_determine` where neither the book nor a signature is at hand to tell."""

    GENUINE = "genuine"
    ALTERED = "altered"
    OLDER = "older"
    NOT_OURS = "not_ours"
    CANNOT_DETERMINE = "cannot_determine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that paper and record say differently; None where one of them says nothing of it."""

    field: str
    on_paper: str | None
    in_record: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """The answer, the facts to compare with the page, and what differs.

    `compared` names what was compared: code, words.
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


def verify(evidence: Evidence, book: Book | None) -> Verification:
    """The answer for what was read from a page; Refused where no code could be read at all."""
    if evidence.damaged:
        return Verification(answer=Answer.ALTERED, reason="code_damaged")
    if not evidence.codes:
        if evidence.foreign:
            return Verification(answer=Answer.NOT_OURS, reason="other_code")
        raise Refused("no_readable_code")
    found = _unjudged(evidence)
    apart = _disagreeing(evidence.codes)
    if apart:
        return replace(found, answer=Answer.ALTERED, reason="pages_of_different_records", differences=apart)
    return found if book is None else _against_book(found, evidence, book)


def _unjudged(evidence: Evidence) -> Verification:
    """What the code says of itself; nothing it could be proved by is at hand yet."""
    code = evidence.codes[0]
    return Verification(
        answer=Answer.CANNOT_DETERMINE,
        reason="no_book_no_signature",
        number=code.number,
        version=code.version,
        facts=_code_facts(evidence.codes),
    )


def _against_book(found: Verification, evidence: Evidence, book: Book) -> Verification:
    code = evidence.codes[0]
    line = next((one for one in book.session_lines() if one.number == code.number), None)
    if line is None:
        return _altered(found, "not_in_book", Difference(field="number", on_paper=code.number, in_record=None))
    versions = book.minutes(line.id)
    frozen = next((one for one in versions if one.version == code.version), None)
    if frozen is None:
        return _altered(found, "not_in_book", Difference(field="version", on_paper=str(code.version), in_record=None))
    on_paper = code.digest_start.hex()
    if not frozen.digest.startswith(on_paper):
        differs = Difference(field="fingerprint", on_paper=on_paper, in_record=frozen.digest[: len(on_paper)])
        return _altered(found, "digest_differs", differs)
    found = replace(found, facts={**found.facts, **record_facts(frozen)}, later_version=versions[-1].version)
    differences = _words_that_differ(evidence, book.printouts(line.id), frozen)
    found = replace(found, compared=("code",) if differences is None else ("code", "words"))
    if differences:
        return _altered(found, "words_differ", *differences)
    if versions[-1].version > frozen.version:
        return replace(found, answer=Answer.OLDER, reason="later_version")
    return replace(found, answer=Answer.GENUINE, reason="equals_record")


def _altered(found: Verification, reason: str, *differences: Difference) -> Verification:
    return replace(found, answer=Answer.ALTERED, reason=reason, differences=differences)


def record_facts(version: MinutesVersion) -> dict[str, Any]:
    """What a person can compare with the page: date, place, counts; no names."""
    record = json.loads(version.canonical)
    facts = {name: record[name] for name in _FACTS if record.get(name) is not None}
    return facts | {name: len(record.get(name, [])) for name in ("issues", "decisions", "commitments")}


def _code_facts(codes: tuple[PageCode, ...]) -> dict[str, Any]:
    first = codes[0]
    return {
        "document": first.document,
        "pages_read": sorted({code.page for code in codes}),
        "pages": first.pages,
        "practice": first.practice,
    }


def _disagreeing(codes: tuple[PageCode, ...]) -> tuple[Difference, ...]:
    """Pages that were put together from different records."""
    first = codes[0]
    names = ("document", "number", "version", "pages", "fingerprint", "practice")
    return tuple(
        Difference(field=name, on_paper=str(getattr(code, name)), in_record=str(getattr(first, name)))
        for code in codes[1:]
        for name in names
        if getattr(code, name) != getattr(first, name)
    )


# ------------------------------------------------------------------------------------------ the words of the page


def _words_that_differ(
    evidence: Evidence, printouts: tuple[Printout, ...], frozen: MinutesVersion
) -> tuple[Difference, ...] | None:
    """What the page says otherwise than what was printed, by the printout that is nearest.

    None where no words were read.
    """
    if not evidence.pages:
        return None
    document = evidence.codes[0].document
    printed = [one for one in printouts if one.version == frozen.version and one.document == document]
    candidates = [_compare(evidence, one) for one in printed]
    if not candidates:
        return None
    missing, added = min(candidates, key=lambda found: found[0].total() + found[1].total())
    return _as_differences(missing, added, json.loads(frozen.canonical))


def _compare(evidence: Evidence, printout: Printout) -> tuple[Counter[str], Counter[str]]:
    """Words that were printed and are not on the page, and the reverse.

    In any order, because readers order tables differently.
    """
    read = evidence.codes
    whole = len(evidence.pages) == 1 and len({code.page for code in read}) != 1
    places = sorted({code.page for code in read}) if not whole else list(range(1, len(printout.pages) + 1))
    if len(evidence.pages) == len(printout.pages):
        places = list(range(1, len(printout.pages) + 1))
    printed = _tokens(" ".join(printout.pages[place - 1] for place in places if place <= len(printout.pages)))
    found = _tokens(" ".join(evidence.pages))
    return printed - found, found - printed


def _tokens(text: str) -> Counter[str]:
    """The words and numbers of a text; codes of pages are read, not compared as words."""
    plain = unicodedata.normalize("NFC", text).replace("\u200b", "").replace("\u00ad", "")
    words = [word for chunk in plain.split() if not chunk.startswith("HRP1:") for word in _TOKEN.findall(chunk)]
    return Counter(words)


def _as_differences(missing: Counter[str], added: Counter[str], record: Mapping[str, Any]) -> tuple[Difference, ...]:
    """The words that differ, paired where the record has a field of the printed value."""
    lost, extra = list(missing.elements()), list(added.elements())
    fields = {str(value): name for name, value in record.items() if isinstance(value, (str, int)) and name != "salt"}
    return tuple(
        Difference(field=fields.get(printed or "", "words"), on_paper=found, in_record=printed)
        for printed, found in islice(zip_longest(lost, extra), _DIFFERENCES_SHOWN)
    )
