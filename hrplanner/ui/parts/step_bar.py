"""The steps of a session's day: where things stand; never a lock."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QFrame

from hrplanner.ui.look import Look
from hrplanner.ui.parts.layout import Wide, frame, row
from hrplanner.ui.parts.painted import CENTRE, Brush, Painted, inner
from hrplanner.viewmodels.steps import StepFact

TALL, LOW = 56, 44


class Step(Painted):
    """One part of the day, with what stands there in a few words."""

    def __init__(self, look: Look, fact: StepFact, *, current: bool) -> None:
        super().__init__(look, fact.text, key=fact.key, note=fact.note)
        self._state = fact.state
        self.setChecked(current)
        self.setFixedHeight(look.row(LOW if look.narrow else TALL))
        self.setToolTip(f"{fact.text}  {fact.shortcut}" + (f"\n{fact.note}" if fact.note else ""))
        self.setObjectName(f"step-{fact.code}")

    def paintEvent(self, _: QPaintEvent) -> None:
        """Ring, word and fact."""
        brush, px, on = Brush(self.look, self), self.look.px, self.isChecked()
        if self.hovered and not on:
            brush.box(inner(self.rect(), px(2), px(4), px(2), px(4)), fill="sunken")
        if on:
            brush.fill(QRectF(px(8), self.height() - px(3), self.width() - px(16), px(3)), "accent")
        if self.hasFocus():
            brush.box(inner(self.rect(), px(2), px(3), px(2), px(5)), border="accent", width=2)
        side, left = px(24), px(12)
        self._ring(brush, QRectF(left, (self.height() - side) / 2, side, side))
        gap = px(6 if self.look.tight else 10)
        text = QRectF(left + side + gap, 0, self.width() - left - side - gap - px(4), self.height())
        token = "accent" if on else "text"
        if self.look.narrow:
            brush.write(text, self.text(), role="strong" if on else "body", token=token)
            return
        middle, grown = self.height() / 2, self.look.row(0)
        above = QRectF(text.left(), middle - px(22) - grown, text.width(), px(24) + grown)
        brush.write(above, self.text(), role="strong", token=token)
        below = QRectF(text.left(), middle - px(1), text.width(), px(20) + grown)
        brush.write(below, self.note, role="caption", token="unsure" if self._state == "missing" else "muted")

    def _ring(self, brush: Brush, disc: QRectF) -> None:
        on, px = self.isChecked(), self.look.px
        brush.painter.setBrush(self.look.colour("accent") if on else Qt.BrushStyle.NoBrush)
        brush.painter.setPen(QPen(self.look.colour("accent" if on else "edge"), 1.5))
        brush.painter.drawEllipse(disc)
        if self._state == "done" and not on:
            brush.icon(disc.left() + px(5), disc.top() + px(5), "tick", size=14)
        else:
            brush.write(disc, self.key, role="caption_strong", token="on_accent" if on else "text", place=CENTRE)


def step_bar(look: Look, facts: Sequence[StepFact], current: str, go: Callable[[str], object]) -> QFrame:
    """All steps at equal width, always all reachable."""
    made = [_step(look, fact, current=fact.code == current, go=go) for fact in facts]
    return frame("steps", row(look, *(Wide(step) for step in made), edges=(12, 0, 12, 0), gap=0))


def _step(look: Look, fact: StepFact, *, current: bool, go: Callable[[str], object]) -> Step:
    made = Step(look, fact, current=current)
    made.clicked.connect(lambda: go(fact.code))
    return made
