"""What is said of a paper that was verified: a sentence that begins with the answer, the facts, and what differs."""

from collections.abc import Mapping
from types import MappingProxyType

from hrplanner.usecases.verifying import Answer, Verification
from hrplanner.words.catalog import NC_, Catalog
from hrplanner.words.labels.words import word

_REASONS: Mapping[str, str] = MappingProxyType(
    {
        "other_code": NC_("verify", "the code on this paper was not made by this program."),
        "code_damaged": NC_("verify", "the code begins like ours, but it is not whole or was changed."),
        "pages_of_different_records": NC_("verify", "the pages do not belong to one record."),
        "no_book_no_signature": NC_(
            "verify",
            "the code is ours by form, but it carries no signature. Give the book with --file to compare it.",
        ),
        "not_in_book": NC_(
            "verify",
            "the code is ours by form, but this book has no such record or version. It may be of another book.",
        ),
        "digest_differs": NC_("verify", "the code does not belong to the record that has this number and version."),
        "words_differ": NC_(
            "verify", "the code belongs to the record, but the words or numbers on the paper differ from it."
        ),
        "later_version": NC_("verify", "this is a true earlier version; the record has a later one."),
        "equals_record": NC_("verify", "the code belongs to version {version} of record {number} in this book."),
    }
)


def verification_lines(catalog: Catalog, found: Verification) -> tuple[str, ...]:
    """The sentence, which begins with the word of the answer and a colon, and the lines below it."""
    params = {"version": str(found.version or "?"), "number": found.number or "?"}
    sentence = f"{found.answer}: {catalog.say_in('verify', _REASONS[found.reason], **params)}"
    if found.answer is Answer.GENUINE and "words" not in found.compared:
        sentence += f" {catalog.say_in('verify', 'Compare the page with these facts; its words were not read.')}"
    facts = tuple(f"  {word(catalog, 'field', name)}: {value}" for name, value in found.facts.items())
    differences = tuple(
        "  "
        + catalog.say_in(
            "verify",
            "{field}: on paper {paper}, in the record {record}",
            field=word(catalog, "field", one.field),
            paper=one.on_paper or catalog.say_in("verify", "nothing"),
            record=one.in_record or catalog.say_in("verify", "nothing"),
        )
        for one in found.differences
    )
    return (sentence, *facts, *differences)
