"""Groups switched on by their number: the same digit everywhere, shown in the digits of the language."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from hrplanner.ui.look import Look
from hrplanner.ui.parts.layout import Flow, Spring, Wide, column, row
from hrplanner.ui.parts.painted import Brush, Painted
from hrplanner.ui.parts.text import label, width_of
from hrplanner.viewmodels.group_keys import GroupKey, KeyLine

ARROWS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class KeyChip(Painted):
    """A group that is on or off; a tick shows that it is on. Enter adds the person, so it does not switch."""

    enter_presses = False

    def __init__(self, look: Look, key: GroupKey) -> None:
        super().__init__(look, key.text, key=key.cap)
        self.digit = key.digit
        self.setFixedHeight(look.row(32))
        self.setToolTip(key.tip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows belong to all keys together; a button of Qt would go to whatever lies that way."""
        if Qt.Key(event.key()) in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Room for the bold word and the tick, so that nothing moves when it is switched on."""
        beside = 60 if self.key else 38
        return QSize(width_of(self.look, self.text(), "strong") + self.look.px(beside), self.height())

    def paintEvent(self, _: QPaintEvent) -> None:
        """Cap, word, tick."""
        brush, px, on, off = Brush(self.look, self), self.look.px, self.isChecked(), not self.isEnabled()
        border, width = self.border()
        brush.box(QRectF(self.rect()), fill=self.ground(), border=border, width=width, dashed=off)
        side, left = px(20), px(34 if self.key else 12)
        if self.key:
            brush.cap(QRectF(px(7), (self.height() - side) / 2, side, side), self.key, on=on)
        area = QRectF(left, 0, self.width() - left - px(18), self.height())
        token = "accent" if on else "muted" if off else "text"
        brush.write(area, self.text(), role="strong" if on else "body", token=token)
        if on:
            brush.icon(self.width() - px(21), (self.height() - px(14)) / 2, "tick", token="accent", size=14)


class GroupKeys(QWidget):
    """All keys in their lines; one stop for Tab, arrows move inside, digits and Space switch, Enter goes on."""

    switched = Signal(int)
    entered = Signal()

    def __init__(self, look: Look, lines: Sequence[KeyLine]) -> None:
        super().__init__()
        self.setObjectName("group-keys")
        self._chips: list[KeyChip] = []
        wide = max((width_of(look, line.title, "caption") for line in lines), default=0)
        self.setLayout(column(look, *(self._line(look, line, wide) for line in lines), gap=7))
        if self._chips:
            self._only_stop(self._chips[0])

    def show_on(self, digits: frozenset[int]) -> None:
        """Draw these keys as switched on, the others as off."""
        for chip in self._chips:
            chip.setChecked(chip.digit in digits)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits of any script, arrows and Enter; a chip passes on what it does not use itself."""
        digit = digit_of(event)
        if digit is not None and any(chip.digit == digit for chip in self._chips):
            self.switched.emit(digit)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif (step := ARROWS.get(Qt.Key(event.key()))) is not None:
            self._move(step)
        else:
            super().keyPressEvent(event)

    def _line(self, look: Look, line: KeyLine, wide: int) -> QWidget:
        flow = Flow(look.px(6), [self._chip(look, key) for key in line.keys])
        title = label(look, line.title, "caption", "muted")
        title.setFixedSize(wide + look.px(12), look.row(32))
        made = QWidget()
        made.setLayout(row(look, column(look, title, Spring(), gap=0), Wide(flow), gap=4))
        return made

    def _chip(self, look: Look, key: GroupKey) -> KeyChip:
        made = KeyChip(look, key)
        made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        made.clicked.connect(lambda: self.switched.emit(key.digit))
        self._chips.append(made)
        return made

    def _move(self, step: int) -> None:
        at = next((n for n, chip in enumerate(self._chips) if chip.hasFocus()), 0)
        target = self._chips[(at + step) % len(self._chips)]
        self._only_stop(target)
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _only_stop(self, stop: KeyChip) -> None:
        for chip in self._chips:
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chip is stop else Qt.FocusPolicy.ClickFocus)


def digit_of(event: QKeyEvent) -> int | None:
    """The digit that was pressed, in whatever script the keyboard writes."""
    text = event.text()
    return int(text) if len(text) == 1 and text.isdecimal() else None


def when_digit(event: QKeyEvent, act: Callable[[int], object]) -> bool:
    """Call with the digit that was pressed; whether there was one."""
    digit = digit_of(event)
    if digit is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return False
    act(digit)
    return True
