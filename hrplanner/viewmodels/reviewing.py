"""Reviews in words: what was left out of a packet, what a note says, and what the office owes an answer."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from hrplanner.model.review import ReviewNote, is_open
from hrplanner.words.catalog import NC_, Catalog

MARKS: Mapping[str, str] = MappingProxyType(
    {
        "has_issues": NC_("mark", "has issues"),
        "needs_review": NC_("mark", "needs review"),
        "agreed": NC_("mark", "agreed"),
    }
)
SHORT = 6
"""Letters of a note's id that stand for it."""


def left_out_said(catalog: Catalog, left_out: Mapping[str, int]) -> Iterator[str]:
    """What the reader of a packet does not see, a line for each kind."""
    for code, n in sorted(left_out.items()):
        match code:
            case "names":
                yield catalog.count(
                    "Left out: {n} line of a list of people.", "Left out: {n} lines of lists of people.", n
                )
            case "groups":
                yield catalog.count(
                    "Left out: {n} figure, to protect people.", "Left out: {n} figures, to protect people.", n
                )
            case "turns":
                yield catalog.count("Left out: {n} turn of speaking.", "Left out: {n} turns of speaking.", n)
            case "signatories":
                yield catalog.count("Left out: {n} name of who signed.", "Left out: {n} names of who signed.", n)


def note_said(catalog: Catalog, note: ReviewNote) -> str:
    """A note in one line, with its short name in front and the answer behind."""
    mark = catalog.say_in("mark", MARKS[note.mark]) if note.mark else ""
    if note.statement:
        mark = catalog.say_in("mark", "statement")
    state = catalog.say("not answered yet") if is_open(note) else ""
    answer = catalog.say("Answer: {answer}", answer=note.answer) if note.answer else ""
    parts = (note.id.hex()[-SHORT:], note.author, mark, note.text, answer, state)
    return " · ".join(part for part in parts if part)
