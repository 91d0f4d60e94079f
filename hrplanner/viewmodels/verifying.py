"""What is said of a paper that was verified: a sentence that begins with the answer, the facts, and what differs."""

import datetime as dt
from collections.abc import Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import Any

from hrplanner.model.office_key import OfficeKey
from hrplanner.model.signed_summary import HIDDEN
from hrplanner.usecases.comparing import Difference
from hrplanner.usecases.signing import key_name
from hrplanner.usecases.verifying import Answer, Verification
from hrplanner.viewmodels.minutes_life import field_said
from hrplanner.words.catalog import NC_, Catalog
from hrplanner.words.fingerprint import key_words
from hrplanner.words.labels.words import word

_REASONS: Mapping[str, str] = MappingProxyType(
    {
        "other_code": NC_("verify", "the code on this paper was not made by this program."),
        "code_damaged": NC_("verify", "the code begins like ours, but it is not whole or was changed."),
        "pages_of_different_records": NC_("verify", "the pages do not belong to one record."),
        "no_book_no_signature": NC_(
            "verify",
            "the code is ours by form, but it carries no signature. Give the book to compare it with.",
        ),
        "no_signature_read": NC_(
            "verify", "the code is ours by form, but the signed code of the first page was not read. Show that page."
        ),
        "key_not_known": NC_(
            "verify", "the code is ours by form and signed, but the public key of the office that signed is not known."
        ),
        "signature_wrong": NC_("verify", "the signature does not belong to what the code says."),
        "words_of_code_differ": NC_("verify", "the facts in plain words are not those that were printed."),
        "summary_differs": NC_("verify", "the signed code states other facts than the record of this version."),
        "record_altered": NC_("verify", "the record in this book is not the one that was frozen for this version."),
        "not_in_book": NC_(
            "verify",
            "the code is ours by form, but this book has no such record or version. It may be of another book.",
        ),
        "fingerprint_not_in_book": NC_(
            "verify", "no version in this book has this fingerprint. A word was mistyped, or the page was changed."
        ),
        "digest_differs": NC_("verify", "the code does not belong to the record that has this number and version."),
        "words_differ": NC_(
            "verify", "the code belongs to the record, but the words or numbers on the paper differ from it."
        ),
        "later_version": NC_("verify", "this is a true earlier version; the record has a later one."),
        "equals_record": NC_("verify", "the code belongs to version {version} of record {number} in this book."),
        "equals_packet": NC_("verify", "the code belongs to version {version} of record {number} in this packet."),
        "not_in_packet": NC_(
            "verify", "this packet does not hold that record or version. Ask the office, or use its public key."
        ),
        "signed_by_known_key": NC_("verify", "version {version} of record {number} was signed by this key: {office}."),
    }
)
_FACTS: Mapping[str, str] = MappingProxyType(
    {
        "document": NC_("fact", "Document"),
        "pages_read": NC_("fact", "Pages read"),
        "pages": NC_("fact", "Pages in all"),
        "practice": NC_("fact", "Invented data, for practice"),
        "office": NC_("fact", "Office"),
        "place": NC_("fact", "Place"),
        "issues": NC_("fact", "Issues"),
        "decisions": NC_("fact", "Decisions"),
        "commitments": NC_("fact", "Promises"),
        "key": NC_("fact", "Name of the key"),
        "signed_by": NC_("fact", "Signed by"),
        "stage": NC_("fact", "How far the minutes are"),
    }
)
_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "words": NC_("fact", "Words on the page"),
        "version": NC_("fact", "Version"),
        "fingerprint": NC_("fact", "Fingerprint"),
        "digest": NC_("fact", "Digest of the record"),
        "log_head": NC_("fact", "Head of the log"),
    }
)


def verification_lines(catalog: Catalog, found: Verification) -> tuple[str, ...]:
    """The sentence, which begins with the word of the answer and a colon, and the lines below it."""
    facts = (f"  {name}: {value}" for name, value in fact_pairs(catalog, found))
    differences = (f"  {difference_said(catalog, one)}" for one in found.differences)
    return (f"{found.answer}: {reason_said(catalog, found)}", *facts, *differences)


def reason_said(catalog: Catalog, found: Verification) -> str:
    """Why the answer is what it is, and what is left to do by eye."""
    params = {"version": str(found.version or "?"), "number": found.number or "?"}
    params |= {"office": str(found.facts.get("signed_by", "?"))}
    reason = _REASONS[found.reason]
    named = {name: value for name, value in params.items() if f"{{{name}}}" in reason}
    said = catalog.say_in("verify", reason, **named)
    if found.answer is Answer.GENUINE and "words" not in found.compared:
        said += f" {catalog.say_in('verify', 'Compare the page with these facts; its words were not read.')}"
    return said


def known_said(catalog: Catalog, key: OfficeKey) -> str:
    """That a public key is known on this computer now."""
    words = " \u00b7 ".join(key_words(key.public))
    say = catalog.say
    return say(
        "This computer knows the key {key} of {name} now: {words}", key=key_name(key), name=key.name, words=words
    )


def fact_pairs(catalog: Catalog, found: Verification) -> tuple[tuple[str, str], ...]:
    """The facts to compare with the page: what each is called, and what it is."""
    return tuple((_named(catalog, name), _value(catalog, name, value)) for name, value in found.facts.items())


def difference_said(catalog: Catalog, one: Difference) -> str:
    """One thing that paper and record say differently."""
    nothing = catalog.say_in("verify", "nothing")
    return catalog.say_in(
        "verify",
        "{field}: on paper {paper}, in the record {record}",
        field=_named(catalog, one.field),
        paper=one.on_paper or nothing,
        record=one.in_record or nothing,
    )


def _named(catalog: Catalog, name: str) -> str:
    known = _FACTS.get(name) or _FIELDS.get(name)
    return catalog.say_in("fact", known) if known else field_said(catalog, tuple(name.split(".")))


def _value(catalog: Catalog, name: str, value: Any) -> str:
    if isinstance(value, bool):
        return catalog.say_in("fact", "yes") if value else catalog.say_in("fact", "no")
    if isinstance(value, int):
        return catalog.number(value)
    if isinstance(value, list):
        return catalog.list([catalog.number(one) for one in value])
    if value == HIDDEN:
        return catalog.say_in("fact", "a small number that is not told")
    if name in {"document", "stage"}:
        return word(catalog, "document" if name == "document" else "minutes", str(value))
    if name == "date":
        with suppress(ValueError):
            return catalog.date(dt.date.fromisoformat(str(value)))
    return str(value)
