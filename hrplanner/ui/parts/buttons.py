"""Buttons: one filled at most on a page, the others outlined, plain in the heads of cards."""

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QPushButton

from hrplanner.ui import icons
from hrplanner.ui.look import Look
from hrplanner.ui.parts.layout import row

ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Kind = Literal["", "first", "plain", "part", "chip"]


class Press(QPushButton):
    """A push button; the filled kind shows focus as a ring inside itself, because its border is its own colour."""

    def __init__(self, look: Look, text: str, kind: Kind) -> None:
        super().__init__(text.replace("&", "&&"))
        self._look = look
        self.setProperty("kind", kind)
        self.setFont(look.font("strong" if kind == "first" else "body"))
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does; Qt leaves Enter to dialogs."""
        if event.key() in ENTERS:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the ring inside."""
        super().paintEvent(event)
        if self.property("kind") == "first" and self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._look.colour("on_accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 3, 3)


def button(look: Look, text: str, act: Callable[[], object], *, kind: Kind = "", icon: str | None = None) -> Press:
    """A button with its verb."""
    made = Press(look, text, kind)
    if icon:
        made.setIcon(icons.icon(look, icon, token="on_accent" if kind == "first" else "text"))
        made.setIconSize(QSize(look.px(18), look.px(18)))
    made.clicked.connect(lambda _: act())
    return made


def bare(look: Look, icon: str, tip: str, act: Callable[[], object], *, kind: Kind = "plain") -> Press:
    """A button of an icon alone, with a tip and an accessible name."""
    made = button(look, "", act, kind=kind, icon=icon)
    made.setProperty("bare", "true")
    made.setFixedWidth(look.px(36))
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    return made


def forbid(made: Press, why: str) -> Press:
    """Disable a button and say why in its tip."""
    made.setEnabled(False)
    made.setToolTip(why)
    return made


def choice_of_parts(
    look: Look, names: Sequence[tuple[str, str]], current: str, act: Callable[[str], object]
) -> QBoxLayout:
    """Joined buttons of which one is on; `names` are pairs of code and word."""
    made = [_part(look, code, text, chosen=code == current, act=act) for code, text in names]
    made[0].setObjectName("leftmost")
    made[-1].setObjectName("rightmost")
    return row(look, *made, gap=0)


def _part(look: Look, code: str, text: str, *, chosen: bool, act: Callable[[str], object]) -> Press:
    made = Press(look, text, "part")
    made.setCheckable(True)
    made.setChecked(chosen)
    made.setFont(look.font("strong" if chosen else "body"))
    made.clicked.connect(lambda: act(code))
    return made
