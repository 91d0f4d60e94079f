"""Blocks as plain text: for the terminal, and to compare a page with the record, word by word in the same order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import singledispatch

from hrplanner.reports import blocks, hand
from hrplanner.reports.blocks import Block, Runs
from hrplanner.reports.page import Part

_NO_BREAK_SPACE = "\u00a0"
_TO_WRITE_ON = "________"


def text_of(content: Sequence[Block]) -> str:
    """The document as text that ends with a new line; one line a row, cells apart by a tab."""
    text = "\n".join(line for block in content for line in _lines(block))
    return text.replace(_NO_BREAK_SPACE, " ").strip() + "\n"


def page_as_text(part: Part) -> str:
    """A document with what stands above and below it."""
    above = (*part.warnings, " \u00b7 ".join(part.frame.head_words))
    return "\n".join((*above, "", text_of(part.content), *part.foot)) + "\n"


@singledispatch
def _lines(block: Block) -> Iterator[str]:
    """The lines of one block; text blocks first, figures below."""
    raise TypeError(type(block).__name__)


@_lines.register
def _(block: blocks.Title | blocks.Subtitle) -> Iterator[str]:
    yield block.text


@_lines.register
def _(block: blocks.Heading) -> Iterator[str]:
    yield ""
    yield block.text if block.number is None else f"{block.number} {block.text}"


@_lines.register
def _(block: blocks.Paragraph | blocks.Note) -> Iterator[str]:
    yield _words(block.runs)


@_lines.register
def _(block: blocks.Labelled) -> Iterator[str]:
    yield f"{block.label}\t{_words(block.runs)}"


@_lines.register
def _(block: blocks.Points) -> Iterator[str]:
    for sign, point in zip(block.signs, block.points, strict=True):
        yield f"{sign}\t{_words(point)}"


@_lines.register
def _(block: blocks.Footnotes) -> Iterator[str]:
    for mark, text in block.notes:
        yield f"{mark} {text}"


@_lines.register
def _(block: blocks.VerdictLine) -> Iterator[str]:
    yield f"{block.word}. {block.text}"


@_lines.register
def _(block: blocks.KeepTogether) -> Iterator[str]:
    for each in block.blocks:
        yield from _lines(each)


@_lines.register
def _(block: blocks.Section) -> Iterator[str]:
    yield from _lines(block.heading)
    for each in block.blocks:
        yield from _lines(each)


@_lines.register
def _(block: blocks.Facts) -> Iterator[str]:
    for fact in block.rows:
        yield f"{fact.label}\t{_words(fact.value)}"
    for code in (block.code, block.signed):
        if code is not None:
            yield from _lines(code)


@_lines.register
def _(block: blocks.Code) -> Iterator[str]:
    yield block.caption


@_lines.register
def _(block: blocks.Totals) -> Iterator[str]:
    for total in block.counts:
        yield "\t".join((total.number, total.word, total.remark)).rstrip()


@_lines.register
def _(block: blocks.Table) -> Iterator[str]:
    yield "\t".join(block.head)
    for row in block.rows:
        yield "\t".join(_words(cell) for cell in row)


@_lines.register
def _(block: blocks.ShareTable) -> Iterator[str]:
    yield "\t".join((*block.head, *(f"{word} {base}" for word, base in block.bases)))
    for row in block.rows:
        yield "\t".join((row.group, row.stated, row.not_known, *(share.text for share in row.shares)))


@_lines.register
def _(block: blocks.Legend) -> Iterator[str]:
    yield "\t".join(text for _, text in block.items)


@_lines.register
def _(block: blocks.Verdicts) -> Iterator[str]:
    for row in block.rows:
        yield f"{row.word}\t{row.title}"
        yield row.finding
        if row.bounds is not None:
            yield "\t".join((row.bounds.nothing_text, row.bounds.whole_text, row.bounds.threshold_text))
        yield row.source


@_lines.register
def _(block: hand.Signatures) -> Iterator[str]:
    for place in block.places:
        yield "\t".join((place.office, place.date_and_stamp, place.remark))


@_lines.register
def _(block: blocks.Framed) -> Iterator[str]:
    for each in block.blocks:
        yield from _lines(each)


@_lines.register
def _(block: hand.FillIn) -> Iterator[str]:
    yield "\t".join(f"{label} {_TO_WRITE_ON}" for label in block.labels)


@_lines.register
def _(block: hand.Choices) -> Iterator[str]:
    yield "\t".join(f"[ ] {word}" for word in block.words)


@_lines.register
def _(block: blocks.Numbered) -> Iterator[str]:
    yield ""
    yield f"{block.number}\t{block.text}"
    for each in block.blocks:
        yield from _lines(each)


@_lines.register
def _(block: hand.Form) -> Iterator[str]:
    yield "\t".join(block.head)
    for row in block.rows:
        yield "\t".join(cell or _TO_WRITE_ON for cell in row)


@_lines.register
def _(_block: hand.NewPage) -> Iterator[str]:
    yield ""


def _words(runs: Runs) -> str:
    return "".join(run.text for run in runs)
