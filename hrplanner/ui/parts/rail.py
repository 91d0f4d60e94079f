"""The rail: the name of the book and its rooms; icons alone where there is no room for words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame

from hrplanner.ui.look import Look
from hrplanner.ui.parts.layout import Spring, column, frame, holding
from hrplanner.ui.parts.painted import RIGHT, Brush, Painted, inner
from hrplanner.ui.parts.text import Elided

WIDE, NARROW = 192, 56


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """One entry of the rail; `note` is said only for what is late ("3 late"), `tip` adds the key."""

    code: str
    text: str
    icon: str
    note: str = ""
    tip: str = ""


class RailItem(Painted):
    """A room of the window."""

    def __init__(self, look: Look, room: Room, *, current: bool) -> None:
        super().__init__(look, room.text, note=room.note)
        self._icon = room.icon
        self.setChecked(current)
        self.setFixedHeight(look.row(40))
        self.setToolTip(room.tip or room.text)
        self.setObjectName(f"rail-{room.code}")

    def paintEvent(self, _: QPaintEvent) -> None:
        """Ground, bar, icon, word and what is late."""
        brush, px, on = Brush(self.look, self), self.look.px, self.isChecked()
        area = inner(self.rect(), px(8), px(1), px(8), px(1))
        if on or self.hovered:
            outlined = "accent" if on and self.look.name == "contrast" else None
            brush.box(area, fill="accent_soft" if on else "sunken", border=outlined)
        if on:
            brush.box(QRectF(area.left(), area.top() + px(8), px(3), area.height() - px(16)), fill="accent", radius=2)
        if self.hasFocus():
            brush.box(area, border="accent", width=2)
        token = "accent" if on else "text"
        brush.icon(area.left() + px(10), (self.height() - px(20)) / 2, self._icon, token=token)
        if self.look.narrow:
            number = "".join(takewhile(str.isdigit, self.note))  # some scripts write on without a space
            above = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            brush.write(inner(area, 0, px(2), px(4), 0), number, role="caption_strong", token="not_met", place=above)
            return
        brush.write(inner(area, px(40), 0, px(8), 0), self.text(), role="strong" if on else "body", token=token)
        brush.write(inner(area, 0, 0, px(10), 0), self.note, role="caption_strong", token="not_met", place=RIGHT)


def rail(
    look: Look,
    rooms: Sequence[Room],
    foot: Sequence[Room],
    *,
    office: str,
    book: str,
    current: str,
    go: Callable[[str], object],
) -> QFrame:
    """The whole rail, with the rooms above and help and menu at the foot."""
    items = [_item(look, room, current=current, go=go) for room in rooms]
    below = [_item(look, room, current="", go=go) for room in foot]
    names = column(
        look, Elided(look, office, "strong"), Elided(look, book, "caption", "muted"), edges=(18, 14, 8, 10), gap=1
    )
    head = [] if look.narrow else [holding(names)]
    made = frame("rail", column(look, *head, *items, Spring(), *below, edges=(0, 8 if look.narrow else 0, 0, 8), gap=2))
    made.setFixedWidth(look.px(NARROW if look.narrow else WIDE))
    return made


def _item(look: Look, room: Room, *, current: str, go: Callable[[str], object]) -> RailItem:
    made = RailItem(look, room, current=room.code == current)
    made.clicked.connect(lambda: go(room.code))
    return made
