"""From blocks to the bytes of a PDF: which block becomes which boxes, page after page inside one frame."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import singledispatch
from typing import Any

from hrplanner.reports import blocks, figures, hand, marks, points, tables, writing
from hrplanner.reports.blocks import Block, Run, plain
from hrplanner.reports.boxes import MM, Box, Cell, Continued, Row, Stack, paginate
from hrplanner.reports.page import PageFrame, Part, body_area, draw_furniture, sheet
from hrplanner.reports.paragraph import Paragraph, paragraphs, style
from hrplanner.reports.pdf import Canvas, finished
from hrplanner.reports.tagging import Element

_LABEL_COLUMN = 30 * MM


def render(content: Sequence[Block], frame: PageFrame, *, structured: bool = True) -> bytes:
    """The document as PDF/A-2a and PDF/UA-1; as PDF/A-2b where `structured` is false."""
    return bind([Part(content, frame)], structured=structured)


def bind(parts: Sequence[Part], *, title: str = "", structured: bool = True) -> bytes:
    """One file of several documents after each other, its pages counted through, named after the first or as told."""
    root = Element("Document")
    first = parts[0].frame
    size = sheet(first)
    canvas = Canvas(width=size.width, height=size.height)
    laid = [(part.frame, page) for part in parts for page in _pages(part, root)]
    for number, (frame, page) in enumerate(laid, start=1):
        draw_furniture(canvas, frame, number, len(laid))
        _draw(page, frame, canvas)
        canvas.turn_page()
    structure = root if structured else None
    return finished(canvas, structure, title=title or first.title, language=first.language, spoken=first.spoken)


def _pages(part: Part, root: Element) -> Iterator[Box]:
    """The pages of a part; what is drawn larger is laid out on a smaller page."""
    frame, area = part.frame, body_area(part.frame)
    for some in _between_pages(part.content):
        boxes = [box for block in some for box in boxes_of(block, frame.language, root)]
        yield from paginate(boxes, width=area.width / frame.zoom, height=area.height / frame.zoom)


def _draw(page: Box, frame: PageFrame, canvas: Canvas) -> None:
    area, zoom = body_area(frame), frame.zoom
    canvas.saveState()
    canvas.scale(zoom, zoom)
    page.draw(canvas, area.x / zoom, area.top / zoom, area.width / zoom)
    canvas.restoreState()


def _between_pages(content: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """The blocks parted where a page must begin."""
    some: list[Block] = []
    for block in content:
        if isinstance(block, hand.NewPage):
            yield some
            some = []
        else:
            some.append(block)
    yield some


@singledispatch
def boxes_of(block: Block, language: str, root: Element) -> list[Box]:
    """The boxes of a block, in the order in which they are read."""
    drawn = next((draw for kind, draw in _FIGURES if isinstance(block, kind)), None)
    if drawn is None:
        raise TypeError(type(block).__name__)
    return [drawn(block, language, root)]


@boxes_of.register
def _(block: blocks.Title, language: str, root: Element) -> list[Box]:
    return [*paragraphs(plain(block.text), language, "title", root, role="H1", after=1.0)]


@boxes_of.register
def _(block: blocks.Subtitle, language: str, root: Element) -> list[Box]:
    return [*paragraphs(plain(block.text), language, "subtitle", root, after=2.0)]


@boxes_of.register
def _(block: blocks.Heading, language: str, root: Element) -> list[Box]:
    return [_heading(block, language, root)]


@boxes_of.register
def _(block: blocks.Paragraph, language: str, root: Element) -> list[Box]:
    return [*paragraphs(block.runs, language, "body", root, after=3.0)]


@boxes_of.register
def _(block: blocks.Note, language: str, root: Element) -> list[Box]:
    return [*paragraphs(block.runs, language, "small", root, before=2.0)]


@boxes_of.register
def _(block: blocks.Labelled, language: str, root: Element) -> list[Box]:
    return _labelled(block, language, root)


@boxes_of.register
def _(block: blocks.KeepTogether, language: str, root: Element) -> list[Box]:
    return [_together([box for each in block.blocks for box in boxes_of(each, language, root)])]


@boxes_of.register
def _(block: blocks.Section, language: str, root: Element) -> list[Box]:
    heading = _heading(block.heading, language, root)
    held = [box for each in block.blocks for box in boxes_of(each, language, root)]
    numbered = f"{block.heading.number or ''} {block.continued}".strip()
    again = Paragraph((Run(numbered, bold=True),), style(language, "table"), None, after=2.5, keep_with_next=True)
    return [Continued(_together([heading, *held], together=False), again)]


@boxes_of.register
def _(block: blocks.Framed, language: str, root: Element) -> list[Box]:
    inside = [box for each in block.blocks for box in boxes_of(each, language, root)]
    return [writing.Frame(Stack(inside), before=4.0, after=4.0)]


@boxes_of.register
def _(block: blocks.Numbered, language: str, root: Element) -> list[Box]:
    number, text = writing.number_and_text(block, language, root)
    held = [box for each in block.blocks for box in boxes_of(each, language, root)]
    return [writing.Item(number, text, Stack(held), before=4.0, after=4.0)]


def _heading(block: blocks.Heading, language: str, root: Element) -> Box:
    text = block.text if block.number is None else f"{block.number}\u2002{block.text}"
    kind = style(language, "heading")
    return Paragraph(plain(text), kind, root.add("H2", bookmark=text), before=11.0, after=2.5, keep_with_next=True)


def _labelled(block: blocks.Labelled, language: str, root: Element) -> list[Box]:
    """Label and text on one baseline; a decision stays whole and has a bar at its left."""
    name = Paragraph(plain(block.label), style(language, "label", beside="body"), root.add("P"))
    texts = paragraphs(block.runs, language, "body", root)

    def decided(canvas: Canvas, x: float, top: float, tall: float) -> None:
        marks.upright(canvas, x + _LABEL_COLUMN - 2.4 * MM, top - tall + 2, top - 2.5, 1.6)

    width = figures.WIDTH - _LABEL_COLUMN
    first = [Cell(0.0, _LABEL_COLUMN - 3 * MM, name), Cell(_LABEL_COLUMN, width, texts[0])]
    behind = decided if block.decided else None
    rows: list[Box] = [Row(first, parts=not block.decided, behind=behind, after=0.0 if texts[1:] else 3.0)]
    for text in texts[1:]:
        last = 3.0 if text is texts[-1] else 0.0
        rows.append(Row([Cell(_LABEL_COLUMN, width, text)], parts=True, behind=behind, after=last))
    return rows


def _together(boxes: Sequence[Box], *, together: bool = True) -> Stack:
    if not boxes:
        return Stack(())
    return Stack(boxes, before=boxes[0].before, after=boxes[-1].after, together=together)


_FIGURES: tuple[tuple[type, Callable[[Any, str, Element], Box]], ...] = (
    (blocks.Code, writing.code),
    (blocks.Facts, figures.facts),
    (blocks.Totals, figures.totals),
    (blocks.Table, tables.table),
    (blocks.ShareTable, figures.share_table),
    (blocks.Legend, figures.legend),
    (blocks.Verdicts, figures.verdicts),
    (blocks.VerdictLine, figures.verdict_line),
    (blocks.Points, points.points),
    (blocks.Footnotes, points.footnotes),
    (hand.Signatures, writing.signatures),
    (hand.FillIn, writing.fill_in),
    (hand.Choices, writing.choices),
    (hand.Form, writing.form),
)
