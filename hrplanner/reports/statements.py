"""What partners handed back to be printed with the minutes: their own words, line by line, without a change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hrplanner.model.review import ReviewNote
from hrplanner.reports.blocks import Block, Heading, Note, Paragraph, plain
from hrplanner.words.catalog import Catalog


def statements(notes: Sequence[ReviewNote], catalog: Catalog) -> Iterator[Block]:
    """A heading for each author, who they are to the record, and their text."""
    for note in notes:
        yield Heading(catalog.say("Statement of {author}", author=note.author))
        yield Note(plain(catalog.say("Printed as it was received. The office has changed nothing in it.")))
        for line in note.text.splitlines():
            if line.strip():
                yield Paragraph(plain(line))
