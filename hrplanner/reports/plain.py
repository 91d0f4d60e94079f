"""Blocks as plain text: for the terminal, and to compare a page with the record, word by word in the same order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hrplanner.reports import blocks
from hrplanner.reports.blocks import Block, Runs

_NO_BREAK_SPACE = "\u00a0"


def text_of(content: Sequence[Block]) -> str:
    """The document as text that ends with a new line; one line a row, cells apart by a tab."""
    text = "\n".join(line for block in content for line in _lines(block))
    return text.replace(_NO_BREAK_SPACE, " ").strip() + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case blocks.Title() | blocks.Subtitle():
            yield block.text
        case blocks.Heading():
            yield ""
            yield block.text if block.number is None else f"{block.number} {block.text}"
        case blocks.Paragraph() | blocks.Note():
            yield _words(block.runs)
        case blocks.Labelled():
            yield f"{block.label}\t{_words(block.runs)}"
        case blocks.VerdictLine():
            yield f"{block.word}. {block.text}"
        case blocks.KeepTogether():
            for each in block.blocks:
                yield from _lines(each)
        case blocks.Section():
            yield from _lines(block.heading)
            for each in block.blocks:
                yield from _lines(each)
        case _:
            yield from _figure(block)


def _figure(block: Block) -> Iterator[str]:
    match block:
        case blocks.Facts():
            for fact in block.rows:
                yield f"{fact.label}\t{_words(fact.value)}"
            if block.code is not None:
                yield block.code.caption
        case blocks.Totals():
            for total in block.counts:
                yield "\t".join((total.number, total.word, total.remark))
        case blocks.Table():
            yield "\t".join(block.head)
            for row in block.rows:
                yield "\t".join(_words(cell) for cell in row)
        case blocks.ShareTable():
            yield "\t".join((*block.head, *(f"{word} {base}" for word, base in block.bases)))
            for group in block.rows:
                yield "\t".join((group.group, group.stated, group.not_known, *(share.text for share in group.shares)))
        case blocks.Legend():
            yield "\t".join(text for _, text in block.items)
        case blocks.Verdicts():
            for verdict in block.rows:
                yield from _verdict(verdict)
        case blocks.Signatures():
            for place in block.places:
                yield "\t".join((place.office, place.date_and_stamp, place.remark))


def _verdict(verdict: blocks.Verdict) -> Iterator[str]:
    yield f"{verdict.word}\t{verdict.title}"
    yield verdict.finding
    if verdict.bounds is not None:
        yield "\t".join((verdict.bounds.nothing_text, verdict.bounds.whole_text, verdict.bounds.threshold_text))
    yield verdict.source


def _words(runs: Runs) -> str:
    return "".join(run.text for run in runs)
