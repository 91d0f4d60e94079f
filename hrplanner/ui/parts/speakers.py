"""Keys and lanes of who speaks: length is the message, the row is the group, no colour tells groups apart."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from hrplanner.ui.look import Look
from hrplanner.ui.parts.painted import CENTRE, Brush, Painted
from hrplanner.ui.parts.text import figure, label
from hrplanner.viewmodels.speakers import Clock, Lane

KEY_WIDTH = 196


class SpeakerKey(Painted):
    """One group's key; pressed when somebody of the group begins to speak."""

    writes = True

    def __init__(self, look: Look, lane: Lane) -> None:
        super().__init__(look, lane.text, key=lane.cap, note=f"{lane.turns}, {lane.time}")
        self.setChecked(lane.running)
        self.setFixedWidth(look.px(KEY_WIDTH))
        self.setMinimumHeight(look.row(26))
        self.setMaximumHeight(look.row(36))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Cap and group; filled while the turn runs."""
        brush, px, on = Brush(self.look, self), self.look.px, self.isChecked()
        edge = "accent" if on or self.hasFocus() else "edge"
        ground = "accent" if on else "sunken" if self.hovered else "surface"
        brush.box(QRectF(self.rect()), fill=ground, border=edge, width=2 if self.hasFocus() else 1)
        cap = QRectF(px(7), (self.height() - px(20)) / 2, px(20), px(20))
        if on:
            brush.write(cap, self.key, role="strong", token="on_accent", place=CENTRE)
        elif self.key:
            brush.cap(cap, self.key, on=False)
        left = px(36 if self.key else 12)
        area = QRectF(left, 0, self.width() - left - px(4), self.height())
        token = "on_accent" if on else "text" if self.isEnabled() else "muted"
        brush.write(area, self.text(), role="strong" if on else "body", token=token)


class LaneView(QWidget):
    """One group's turns along the clock; the one that is running is in the accent."""

    def __init__(self, look: Look, clock: Clock, lane: Lane | None = None) -> None:
        super().__init__()
        self._look, self._clock, self._lane = look, clock, lane
        if lane is None:
            self.setFixedHeight(look.row(22))
        self.setMinimumHeight(look.px(20))
        self.setMinimumWidth(look.px(120))
        self.setAccessibleName(f"{lane.text}: {lane.turns}" if lane else "")

    def paintEvent(self, _: QPaintEvent) -> None:
        """Lines of the clock, then the blocks."""
        brush, px, wide, tall = Brush(self._look, self), self._look.px, self.width(), self.height()
        for place, text in self._clock.marks:
            brush.fill(QRectF(place * wide, 0, 1, tall), "line")
            if self._lane is None:
                area = QRectF(place * wide + px(4), 0, px(64), tall)
                brush.write(area, text, role="caption", token="muted")
        for spell in self._lane.spells if self._lane else ():
            block = QRectF(
                spell.start * wide, (tall - px(14)) / 2, max(px(3), (spell.end - spell.start) * wide), px(14)
            )
            brush.fill(block, "accent" if spell.running else "edge")
        if self._clock.now is not None:
            brush.fill(QRectF(self._clock.now * wide - px(1), 0, px(2), tall), "accent")


def lanes(
    look: Look, rows: Sequence[Lane], clock: Clock, heads: tuple[str, str, str], press: Callable[[int], object]
) -> QGridLayout:
    """All groups under each other: key, lane, turns, time."""
    grid = QGridLayout()
    grid.setVerticalSpacing(look.px(1))
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(look.px(12))
    grid.addWidget(label(look, heads[0], "section"), 0, 0)
    grid.addWidget(LaneView(look, clock), 0, 1)
    grid.addWidget(figure(look, heads[1], "caption_strong", "muted"), 0, 2)
    grid.addWidget(figure(look, heads[2], "caption_strong", "muted"), 0, 3)
    for at, lane in enumerate(rows, start=1):
        _add_lane(look, grid, at, lane, clock, press)
    grid.setColumnStretch(1, 1)
    return grid


def _add_lane(look: Look, grid: QGridLayout, at: int, lane: Lane, clock: Clock, press: Callable[[int], object]) -> None:
    key = SpeakerKey(look, lane)
    key.clicked.connect(lambda: press(lane.digit))
    key.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    grid.addWidget(key, at, 0)
    grid.addWidget(LaneView(look, clock, lane), at, 1)
    grid.addWidget(figure(look, lane.turns, "strong"), at, 2)
    grid.addWidget(figure(look, lane.time, "body", "muted"), at, 3)
