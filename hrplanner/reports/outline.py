"""A line of words as outlines, not as text: seen on the page, but neither searched nor copied nor read aloud."""

from __future__ import annotations

import uharfbuzz as hb
from reportlab.pdfgen.pathobject import PDFPathObject

from hrplanner.reports.breaking import Line
from hrplanner.reports.pdf import Canvas


class _Tracer:
    """Follows the outline of a glyph, moved and scaled, into a path."""

    def __init__(self, path: PDFPathObject, scale: float) -> None:
        self.path = path
        self.scale = scale
        self.x = 0.0
        self.y = 0.0
        self._pen = (0.0, 0.0)
        self.callbacks = hb.DrawFuncs()
        self.callbacks.set_move_to_func(lambda x, y, _: self._move(x, y))
        self.callbacks.set_line_to_func(lambda x, y, _: self._line(x, y))
        self.callbacks.set_quadratic_to_func(lambda cx, cy, x, y, _: self._quadratic(cx, cy, x, y))
        self.callbacks.set_cubic_to_func(lambda ax, ay, bx, by, x, y, _: self._cubic(ax, ay, bx, by, x, y))
        self.callbacks.set_close_path_func(lambda _: self.path.close())

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return self.x + x * self.scale, self.y + y * self.scale

    def _move(self, x: float, y: float) -> None:
        self._pen = (x, y)
        self.path.moveTo(*self._at(x, y))

    def _line(self, x: float, y: float) -> None:
        self._pen = (x, y)
        self.path.lineTo(*self._at(x, y))

    def _quadratic(self, cx: float, cy: float, x: float, y: float) -> None:
        px, py = self._pen
        self._cubic((px + 2 * cx) / 3, (py + 2 * cy) / 3, (x + 2 * cx) / 3, (y + 2 * cy) / 3, x, y)

    def _cubic(self, ax: float, ay: float, bx: float, by: float, x: float, y: float) -> None:
        self._pen = (x, y)
        self.path.curveTo(*self._at(ax, ay), *self._at(bx, by), *self._at(x, y))


def draw(canvas: Canvas, line: Line, size: float) -> None:
    """The line with its middle at the origin, filled and stroked as the canvas is set."""
    x = -sum(word.width for word in line.words) * size / 2
    for word in line.words:
        for piece in word.pieces:
            scale = size / piece.face.units_per_em
            for glyph in piece.shaped.glyphs:
                path = canvas.beginPath()
                tracer = _Tracer(path, scale)
                tracer.x, tracer.y = x + glyph.x_offset * scale, glyph.y_offset * scale - size * 0.36
                piece.face.hb_font.draw_glyph(glyph.number, tracer.callbacks, None)
                canvas.drawPath(path, stroke=1, fill=1)
                x += glyph.advance * scale
