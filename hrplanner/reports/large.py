"""Any document in large type: labels stand above their text, and tables turn into lines, one for each cell.

The words stay what they are; only what would need a wide page is set under each other instead of side by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import singledispatch

from hrplanner.reports import blocks, hand
from hrplanner.reports.blocks import Block, KeepTogether, Paragraph, Run, Runs, bold, plain
from hrplanner.reports.hand import FillIn

ASKED = 1.65  # times the usual size, where large type was asked for
BY_NATURE = 1.4  # on papers that hang on a wall or are read at arm's length
MADE_LARGE = frozenset({"notice", "rights", "read-back"})


def zoom_of(document: str, *, large: bool) -> float:
    """How much larger than usual a document is set."""
    if large:
        return ASKED
    return BY_NATURE if document in MADE_LARGE else 1.0


def in_large_type(content: Sequence[Block], zoom: float) -> tuple[Block, ...]:
    """The same words as blocks that need no wide page."""
    return tuple(content) if zoom == 1.0 else tuple(each for block in content for each in _large(block, zoom))


@singledispatch
def _large(block: Block, _zoom: float) -> Iterator[Block]:
    """Text needs no change."""
    yield block


@_large.register
def _(block: blocks.Note, _zoom: float) -> Iterator[Block]:
    yield Paragraph(block.runs)


@_large.register
def _(block: blocks.Footnotes, _zoom: float) -> Iterator[Block]:
    for mark, text in block.notes:
        yield Paragraph(plain(f"{mark} {text}"))


@_large.register
def _(block: blocks.Labelled, _zoom: float) -> Iterator[Block]:
    yield Paragraph((Run(f"{block.label}\n", bold=True), *block.runs))


@_large.register
def _(block: blocks.KeepTogether, zoom: float) -> Iterator[Block]:
    yield KeepTogether(in_large_type(block.blocks, zoom))


@_large.register
def _(block: blocks.Framed, zoom: float) -> Iterator[Block]:
    yield blocks.Framed(in_large_type(block.blocks, zoom))


@_large.register
def _(block: blocks.Section, zoom: float) -> Iterator[Block]:
    yield blocks.Section(block.heading, in_large_type(block.blocks, zoom), block.continued)


@_large.register
def _(block: blocks.Numbered, zoom: float) -> Iterator[Block]:
    yield blocks.Numbered(block.number, block.text, in_large_type(block.blocks, zoom))


@_large.register
def _(block: hand.Form, zoom: float) -> Iterator[Block]:
    yield hand.Form(block.head, block.rows, tuple(width / zoom for width in block.widths), block.height)


@_large.register
def _(block: blocks.Facts, _zoom: float) -> Iterator[Block]:
    for fact in block.rows:
        yield _line(fact.label, fact.value)
    yield from (code for code in (block.code, block.signed) if code is not None)


@_large.register
def _(block: blocks.Totals, _zoom: float) -> Iterator[Block]:
    for total in block.counts:
        yield Paragraph((Run(f"{total.number} ", bold=True), Run(f"{total.word} {total.remark}".strip())))


@_large.register
def _(block: blocks.Table, _zoom: float) -> Iterator[Block]:
    for row in block.rows:
        yield KeepTogether(tuple(_line(name, cell) for name, cell in zip(block.head, row, strict=True)))


@_large.register
def _(block: blocks.ShareTable, _zoom: float) -> Iterator[Block]:
    heads = (*block.head[1:], *(f"{word} {base}" for word, base in block.bases))
    for row in block.rows:
        told = (row.stated, row.not_known, *(share.text for share in row.shares))
        lines = (_line(name, plain(text)) for name, text in zip(heads, told, strict=True))
        yield KeepTogether((Paragraph(bold(row.group)), *lines))


@_large.register
def _(_block: blocks.Legend, _zoom: float) -> Iterator[Block]:
    """Nothing: it explains bars, and there are none."""
    yield from ()


@_large.register
def _(block: blocks.Verdicts, _zoom: float) -> Iterator[Block]:
    for row in block.rows:
        lines = [Paragraph(bold(f"{row.word}. {row.title}"))]
        lines += [Paragraph(plain(text)) for text in (row.finding, row.source) if text]
        yield KeepTogether(tuple(lines))


@_large.register
def _(block: blocks.VerdictLine, _zoom: float) -> Iterator[Block]:
    yield _line(f"{block.word}.", plain(block.text))


@_large.register
def _(block: hand.Signatures, _zoom: float) -> Iterator[Block]:
    for place in block.places:
        yield KeepTogether((Paragraph(bold(place.office)), FillIn((place.date_and_stamp,)), FillIn((place.remark,))))


def _line(name: str, value: Runs) -> Paragraph:
    return Paragraph((Run(f"{name} ", bold=True), *value))
