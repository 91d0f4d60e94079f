"""One finding in full: mark, word, fraction and bar, then what stands behind it, the trend, and the rows on request."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from hrplanner.ui.icons import TONES
from hrplanner.ui.look import Look
from hrplanner.ui.parts.layout import Gap, Piece, Spring, Wide, column, frame, hairline, row
from hrplanner.ui.parts.painted import CENTRE, Brush
from hrplanner.ui.parts.strip import BoundsBar
from hrplanner.ui.parts.text import figure, label, paragraph, sign
from hrplanner.viewmodels.strip_rows import StripRow
from hrplanner.viewmodels.trend import Point

EACH, TALL = 78, 58


class TrendView(QWidget):
    """A mark, a fraction and a day for each of the last meetings."""

    def __init__(self, look: Look, name: str, points: Sequence[Point]) -> None:
        super().__init__()
        self._look, self._points = look, points
        self.setAccessibleName(name)
        self.setAccessibleDescription(". ".join(f"{one.day}: {one.word} {one.fraction}" for one in points))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look.row(TALL))
        self.setToolTip("\n".join(f"{one.day}: {one.word} {one.fraction}" for one in points))

    def minimumSizeHint(self) -> QSize:
        """Two of them; the newest are at the right and the last to go."""
        return QSize(self._look.px(EACH * 2), self.height())

    def paintEvent(self, _: QPaintEvent) -> None:
        """As many as there is room for."""
        brush, px = Brush(self._look, self), self._look.px
        if self.hasFocus():
            brush.box(QRectF(self.rect()), border="accent", width=2, radius=4)
        shown = self._points[-max(1, self.width() // px(EACH)) :]
        third = self.height() / 3
        for at, one in enumerate(shown):
            left = at * px(EACH)
            brush.icon(left + (px(EACH) - px(16)) / 2, (third - px(16)) / 2 + px(2), one.verdict, size=16)
            brush.write(QRectF(left, third, px(EACH), third), one.fraction, role="caption", place=CENTRE)
            brush.write(QRectF(left, third * 2, px(EACH), third), one.day, role="caption", token="muted", place=CENTRE)


def finding_lines(look: Look, shown: StripRow) -> list[Piece]:
    """Mark, word, fraction, title and bar."""
    token = TONES[shown.verdict]
    first = row(
        look,
        sign(look, shown.verdict, size=18),
        Wide(paragraph(look, shown.word, "strong", token)),
        figure(look, shown.fraction, "strong"),
    )
    pieces: list[Piece] = [first, paragraph(look, shown.title, "section")]
    if shown.bar is not None:
        spoken = f"{shown.fraction}, {shown.need_text}"
        pieces.append(BoundsBar(look, shown.bar, token=token, need=shown.need_text, end=shown.end_text, spoken=spoken))
    return pieces


def finding_card(
    look: Look,
    shown: StripRow,
    parts: Sequence[tuple[str, tuple[str, ...]]],
    *,
    trend: tuple[str, Sequence[Point]] | None,
    foot: Sequence[Piece],
) -> QFrame:
    """The card beside the list."""
    pieces = finding_lines(look, shown)
    if trend is not None and trend[1]:
        pieces += [label(look, trend[0], "caption", "muted"), TrendView(look, *trend)]
    pieces += foot
    for title, lines in parts:
        pieces += [Gap(2), hairline(), label(look, title, "strong")]
        pieces += [paragraph(look, line) for line in lines]
    pieces.append(Spring())
    return frame("card", column(look, *pieces, edges=(20, 16, 20, 16), gap=6))


def verdict_rows(look: Look, rows: Sequence[StripRow]) -> list[Piece]:
    """Findings under each other, without what stands behind them."""
    pieces: list[Piece] = []
    for shown in rows:
        if pieces:
            pieces.append(hairline())
        pieces += finding_lines(look, shown)
        if shown.change:
            pieces.append(paragraph(look, shown.change, "caption"))
    return pieces
