"""The page around a document: paper, margins, running head, foot with the proof, and the words PRACTICE or DRAFT.

Left margin 24 mm for holes and sewing, text 170 mm wide on every paper, so that lines break alike on A4 and Letter.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from hrplanner.model.errors import Refused
from hrplanner.reports import marks, outline, qr
from hrplanner.reports.blocks import Block, Run, Runs, plain
from hrplanner.reports.boxes import MM
from hrplanner.reports.paragraph import Paragraph, style
from hrplanner.reports.pdf import Canvas

PageText = Callable[[int, int], str]  # of the page and the number of pages
TEXT_WIDTH = 170 * MM
_TOP = 21 * MM
_BOTTOM = 33 * MM
_CODE_FLOOR = 12 * MM
_FOOT_TOP = 28.9 * MM
_CODE_ROOM = 14.8 * MM  # a larger code pushes the text up
_ELLIPSIS = "\u2026"


@dataclass(frozen=True, slots=True)
class Layer:
    """A warning that must survive a photocopier: its word, and what it means."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Proof:
    """The fingerprint in six words, its name, and the sentence that says what the words prove."""

    label: str
    words: tuple[str, ...]
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFrame:
    """All that stands on every page; `copy` says whose copy it is; `zoom` is how much larger than usual the text is.

    `head_words` stand at the head of a file that has no pages.
    `spoken` are the languages of the office, in which names and remarks may be whatever the page is printed in.
    """

    language: str
    title: str
    head_left: str
    head_right: PageText
    copy: str
    proof: Proof | None = None
    corner: PageText | None = None
    place: PageText | None = None
    layers: tuple[Layer, ...] = ()
    paper: str = "A4"
    zoom: float = 1.0
    head_words: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A document with its frame; several may be bound into one file."""

    content: Sequence[Block]
    frame: PageFrame

    @property
    def warnings(self) -> tuple[str, ...]:
        """What stands above everything else where the words are no record."""
        return tuple(f"{layer.word}: {layer.meaning}" for layer in self.frame.layers)

    @property
    def foot(self) -> tuple[str, ...]:
        """What stands below: the proof, and whose copy it is."""
        proof = self.frame.proof
        if proof is None:
            return (self.frame.copy,)
        words = " \u00b7 ".join(proof.words)
        return (f"{proof.label} {words}", proof.explanation, self.frame.copy)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A size of paper and its left margin, in points."""

    width: float
    height: float
    left: float


@dataclass(frozen=True, slots=True)
class Area:
    """Where the text of a page stands; `top` from the lower edge of the sheet."""

    x: float
    top: float
    width: float
    height: float


SHEETS: Mapping[str, Sheet] = MappingProxyType(
    {"A4": Sheet(210 * MM, 297 * MM, 24 * MM), "Letter": Sheet(612.0, 792.0, 26 * MM)}
)


def sheet(frame: PageFrame) -> Sheet:
    """The paper of a frame; refuses a size that is not known."""
    found = SHEETS.get(frame.paper)
    if found is None:
        raise Refused("unknown_paper", paper=frame.paper)
    return found


def body_area(frame: PageFrame) -> Area:
    """The part of the sheet that the blocks fill."""
    paper = sheet(frame)
    bottom = _BOTTOM
    if frame.corner is not None:
        bottom += max(0.0, qr.matrix(frame.corner(1, 1)).side - _CODE_ROOM)
    return Area(paper.left, paper.height - _TOP, TEXT_WIDTH, paper.height - _TOP - bottom)


def draw_furniture(canvas: Canvas, frame: PageFrame, page: int, pages: int) -> None:
    """Everything around the text, before the text, as decoration."""
    paper = sheet(frame)
    with canvas.artifact():
        if frame.layers:
            _across(canvas, frame, paper)
            _in_the_margin(canvas, frame, paper)
            _tab(canvas, frame, paper)
        _head(canvas, frame, paper, page, pages)
        _foot(canvas, frame, paper, page, pages)


def _head(canvas: Canvas, frame: PageFrame, paper: Sheet, page: int, pages: int) -> None:
    top = paper.height - 13 * MM + 2
    right = _one_line(plain(frame.head_right(page, pages)), frame.language, "small", TEXT_WIDTH * 0.75, align="end")
    right_width = right.natural_width()
    left = _one_line(plain(frame.head_left), frame.language, "small", TEXT_WIDTH - right_width - 6 * MM)
    left.draw(canvas, paper.left, top, TEXT_WIDTH - right_width - 6 * MM)
    right.draw(canvas, paper.left + TEXT_WIDTH - right_width - 1, top, right_width + 1)
    marks.rule(canvas, paper.left, top - right.style.type.leading - 3.5, TEXT_WIDTH)


def _foot(canvas: Canvas, frame: PageFrame, paper: Sheet, page: int, pages: int) -> None:
    code = qr.matrix(frame.corner(page, pages)) if frame.corner is not None else None
    side = _CODE_ROOM if code is None else code.side
    right = paper.left + TEXT_WIDTH
    if code is not None:
        qr.draw(canvas, code, right - side, _CODE_FLOOR)
    marks.rule(canvas, paper.left, _FOOT_TOP, TEXT_WIDTH if code is None else TEXT_WIDTH - side - code.quiet - 2)
    room = TEXT_WIDTH - max(side, 14 * MM) - 8 * MM
    y = _FOOT_TOP - 3
    if frame.proof is not None:
        words = Run(" \u00b7 ".join(frame.proof.words), bold=True)
        line = _one_line((Run(frame.proof.label + " \u2002"), words), frame.language, "fingerprint", room)
        y = _put(canvas, line, paper.left, y, room)
        explained = Paragraph(plain(frame.proof.explanation), style(frame.language, "small"), None)
        y = _put(canvas, explained, paper.left, y, room)
    beside = f"{frame.copy} \u00b7 {frame.place(page, pages)}" if code is not None and frame.place else frame.copy
    _put(canvas, _one_line(plain(beside), frame.language, "small", room), paper.left, y, room)


def _put(canvas: Canvas, text: Paragraph, x: float, top: float, width: float) -> float:
    text.draw(canvas, x, top, width)
    return top - text.height(width)


def _tab(canvas: Canvas, frame: PageFrame, paper: Sheet) -> None:
    """White on black above the running head: the word and what it means."""
    meanings = " \u00b7 ".join(f"{layer.word}: {layer.meaning}" for layer in frame.layers)
    text = _one_line((Run(meanings, bold=True),), frame.language, "small", TEXT_WIDTH - 10, align="center")
    width, low, tall = text.natural_width() + 10, paper.height - 10.6 * MM, 12.5
    canvas.saveState()
    canvas.setFillGray(0)
    canvas.rect(paper.left, low, width, tall, stroke=0, fill=1)
    canvas.setFillGray(1)
    text.draw(canvas, paper.left - 5, low + tall / 2 + text.style.type.leading / 2, width + 10)
    canvas.restoreState()


def _in_the_margin(canvas: Canvas, frame: PageFrame, paper: Sheet) -> None:
    """Solid and upright in the right margin, three times: survives any copier and touches no text."""
    words = " \u00b7 ".join(layer.word for layer in frame.layers)
    text = _one_line(plain(words), frame.language, "margin", 80 * MM, align="center")
    for share in (0.78, 0.5, 0.25):
        canvas.saveState()
        canvas.translate(paper.left + TEXT_WIDTH + 7.5 * MM, paper.height * share)
        canvas.rotate(90)
        text.draw(canvas, -40 * MM, text.style.type.leading / 2, 80 * MM)
        canvas.restoreState()


def _across(canvas: Canvas, frame: PageFrame, paper: Sheet) -> None:
    """In outline from corner to corner, light enough to vanish on a bad copy instead of breaking figures up."""
    text = Paragraph(plain(frame.layers[0].word), style(frame.language, "across"), None)
    longest = math.hypot(paper.width, paper.height) * 0.78
    size = text.style.type.size * min(1.0, longest / max(text.natural_width(), 1.0))
    canvas.saveState()
    canvas.translate(paper.width / 2 + 4 * MM, paper.height / 2 + 2 * MM)
    canvas.rotate(52)
    canvas.setLineWidth(0.5)
    canvas.setStrokeGray(0.62)
    canvas.setFillGray(1)
    outline.draw(canvas, text.lines(10_000.0)[0], size)
    canvas.restoreState()


def _one_line(runs: Runs, language: str, use: str, width: float, align: str = "start") -> Paragraph:
    """The text on one line, its end replaced by an ellipsis where it is longer."""
    kind = style(language, use, align=align)
    given = Paragraph(tuple(Run(run.text.replace("\n", " "), run.bold) for run in runs), kind, None)
    if len(given.lines(width)) == 1:
        return given
    text = "".join(run.text for run in runs).replace("\n", " ")
    low, high = 0, min(len(text), 400)
    while low < high:
        middle = (low + high + 1) // 2
        fits = len(Paragraph(plain(text[:middle] + _ELLIPSIS), kind, None).lines(width)) == 1
        low, high = (middle, high) if fits else (low, middle - 1)
    return Paragraph(plain(text[:low].rstrip() + _ELLIPSIS), kind, None)
