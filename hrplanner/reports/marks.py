"""Drawn signs: lines, verdict marks and bars, in black and white so that a bad copier keeps them.

Solid black is known, hatching is not known, white is others, a dashed outline is hidden. All of it is decoration to a
screen reader: the words beside a sign say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from hrplanner.reports.blocks import Bounds
from hrplanner.reports.pdf import Canvas

THIN = 0.6
HEAVY = 1.1
_HATCH_STEP = 2.6
_HATCH_LINE = 0.55


def rule(canvas: Canvas, x: float, y: float, width: float, weight: float = THIN) -> None:
    """A horizontal line."""
    with canvas.artifact():
        canvas.saveState()
        canvas.setLineWidth(weight)
        canvas.line(x, y, x + width, y)
        canvas.restoreState()


def upright(canvas: Canvas, x: float, low: float, high: float, weight: float) -> None:
    """A vertical line, as at the left of a decision."""
    with canvas.artifact():
        canvas.saveState()
        canvas.setLineWidth(weight)
        canvas.line(x, low, x, high)
        canvas.restoreState()


def bar(canvas: Canvas, x: float, y: float, width: float, height: float, bounds: Bounds) -> None:
    """From nothing to the whole; the threshold is a line with a white halo and a solid triangle above it."""
    with canvas.artifact():
        canvas.saveState()
        low, high = _inside(bounds.low), max(_inside(bounds.low), _inside(bounds.high))
        _hatched(canvas, x + low * width, y, (high - low) * width, height)
        if high > low:
            canvas.setLineWidth(THIN)
            canvas.line(x + high * width, y, x + high * width, y + height)
        canvas.setLineWidth(0.75)
        canvas.rect(x, y, low * width, height, stroke=0, fill=1)
        canvas.rect(x, y, width, height, stroke=1, fill=0)
        if bounds.threshold is not None:
            _threshold(canvas, x + _inside(bounds.threshold) * width, y, height)
        canvas.restoreState()


def hidden_bar(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    """A number that is too small to be told."""
    with canvas.artifact():
        canvas.saveState()
        canvas.setLineWidth(0.7)
        canvas.setDash(2.5, 2)
        canvas.rect(x, y, width, height, stroke=1, fill=0)
        canvas.restoreState()


def reference(canvas: Canvas, x: float, y: float) -> None:
    """An open triangle that points down at `y`: the group's share of those who came."""
    with canvas.artifact():
        canvas.saveState()
        canvas.setLineWidth(0.5)
        _triangle(canvas, x, y + 0.6, 2.5, 4.2, fill=0)
        canvas.restoreState()


def verdict(canvas: Canvas, mark: str, x: float, y: float, side: float) -> None:
    """The mark of a verdict in a square; outlines differ, so that they are told apart without what is inside."""
    with canvas.artifact():
        canvas.saveState()
        canvas.translate(x, y)
        canvas.scale(side, side)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        _VERDICTS[mark](canvas)
        canvas.restoreState()


def _inside(share: float) -> float:
    return min(1.0, max(0.0, share))


def _hatched(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    if width <= 0:
        return
    canvas.saveState()
    field = canvas.beginPath()
    field.rect(x, y, width, height)
    canvas.clipPath(field, stroke=0, fill=0)
    canvas.setLineWidth(_HATCH_LINE)
    start = x - height - x % _HATCH_STEP
    while start < x + width:
        canvas.line(start, y, start + height, y + height)
        start += _HATCH_STEP
    canvas.restoreState()


def _threshold(canvas: Canvas, x: float, y: float, height: float) -> None:
    canvas.setLineWidth(2.6)
    canvas.setStrokeGray(1)
    canvas.line(x, y - 1, x, y + height + 1)
    canvas.setLineWidth(HEAVY)
    canvas.setStrokeGray(0)
    canvas.line(x, y - 3.2, x, y + height + 3.2)
    _triangle(canvas, x, y + height + 2.2, 2.6, 4.2, fill=1)


def _triangle(canvas: Canvas, x: float, y: float, half: float, height: float, *, fill: int) -> None:
    path = canvas.beginPath()
    path.moveTo(x, y)
    path.lineTo(x - half, y + height)
    path.lineTo(x + half, y + height)
    path.close()
    canvas.drawPath(path, stroke=1 - fill, fill=fill)


def _met(canvas: Canvas) -> None:
    canvas.circle(0.5, 0.5, 0.5, stroke=0, fill=1)
    canvas.setStrokeGray(1)
    canvas.setLineWidth(0.13)
    tick = canvas.beginPath()
    tick.moveTo(0.26, 0.50)
    tick.lineTo(0.43, 0.32)
    tick.lineTo(0.75, 0.68)
    canvas.drawPath(tick, stroke=1, fill=0)


def _not_met(canvas: Canvas) -> None:
    canvas.setLineWidth(0.10)
    canvas.rect(0.05, 0.05, 0.9, 0.9, stroke=1, fill=0)
    canvas.setLineWidth(0.13)
    canvas.line(0.28, 0.28, 0.72, 0.72)
    canvas.line(0.28, 0.72, 0.72, 0.28)


def _cannot_determine(canvas: Canvas) -> None:
    diamond = canvas.beginPath()
    diamond.moveTo(0.5, -0.04)
    diamond.lineTo(1.04, 0.5)
    diamond.lineTo(0.5, 1.04)
    diamond.lineTo(-0.04, 0.5)
    diamond.close()
    canvas.setLineWidth(0.09)
    canvas.drawPath(diamond, stroke=1, fill=0)
    canvas.setLineWidth(0.10)
    question = canvas.beginPath()
    question.moveTo(0.39, 0.60)
    question.curveTo(0.39, 0.80, 0.63, 0.80, 0.63, 0.63)
    question.curveTo(0.63, 0.53, 0.5, 0.53, 0.5, 0.41)
    canvas.drawPath(question, stroke=1, fill=0)
    canvas.circle(0.5, 0.26, 0.065, stroke=0, fill=1)


def _not_applicable(canvas: Canvas) -> None:
    canvas.setLineWidth(0.08)
    canvas.setDash(0.14, 0.16)
    canvas.circle(0.5, 0.5, 0.46, stroke=1, fill=0)
    canvas.setDash()
    canvas.setLineWidth(0.12)
    canvas.line(0.32, 0.5, 0.68, 0.5)


def _waived(canvas: Canvas) -> None:
    canvas.setLineWidth(0.09)
    canvas.circle(0.5, 0.5, 0.46, stroke=1, fill=0)
    canvas.setLineWidth(0.11)
    canvas.line(0.2, 0.2, 0.8, 0.8)


_VERDICTS: Mapping[str, Callable[[Canvas], None]] = MappingProxyType(
    {
        "met": _met,
        "not_met": _not_met,
        "cannot_determine": _cannot_determine,
        "not_applicable": _not_applicable,
        "waived": _waived,
    }
)
