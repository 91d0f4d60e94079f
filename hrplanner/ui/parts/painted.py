"""The canvas of parts that draw themselves: boxes, words, key caps, hatching and the bounds bar."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from hrplanner.ui import icons
from hrplanner.ui.look import Look, Role
from hrplanner.viewmodels.bars import Bar

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


class Brush:
    """A painter that knows the look; open it once in a paint event, or round the painter of a table."""

    def __init__(self, look: Look, widget: QWidget | QPainter) -> None:
        self.look = look
        self.painter = widget if isinstance(widget, QPainter) else QPainter(widget)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def box(
        self,
        area: QRectF,
        *,
        fill: str | None = None,
        border: str | None = None,
        width: float = 1,
        radius: int = 6,
        dashed: bool = False,
    ) -> None:
        """A rounded box with its border inside the area."""
        half = width / 2
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        self.painter.setBrush(self.look.colour(fill) if fill else QColor(Qt.GlobalColor.transparent))
        self.painter.setPen(QPen(self.look.colour(border), width, style) if border else QPen(Qt.PenStyle.NoPen))
        corner = self.look.px(radius)
        self.painter.drawRoundedRect(area.adjusted(half, half, -half, -half), corner, corner)

    def write(
        self,
        area: QRectF,
        text: str,
        *,
        role: Role = "body",
        token: str = "text",
        place: Qt.AlignmentFlag = LEFT,
    ) -> None:
        """One line of words, ended by dots where there is no room."""
        font = self.look.font(role)
        self.painter.setFont(font)
        self.painter.setPen(self.look.colour(token))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()) + 1)
        self.painter.drawText(area, place, shown)

    def wrap(self, area: QRectF, text: str, *, role: Role, token: str) -> None:
        """Words on as many lines as they need, from the top of the area."""
        self.painter.setFont(self.look.font(role))
        self.painter.setPen(self.look.colour(token))
        self.painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap), text)

    def fill(self, area: QRectF, token: str) -> None:
        """A plain area."""
        self.painter.fillRect(area, self.look.colour(token))

    def icon(self, left: float, top: float, name: str, *, token: str = "text", size: int = 20) -> None:
        """An icon or a verdict mark."""
        token = icons.TONES.get(name, token)
        self.painter.drawImage(QPointF(left, top), icons.picture(self.look, name, token=token, size=size))

    def cap(self, area: QRectF, key: str, *, on: bool) -> None:
        """The key that works a part, drawn as a key."""
        self.box(area, fill="accent" if on else "sunken", border=None if on else "edge", radius=4)
        self.write(area, key, role="caption_strong", token="on_accent" if on else "text", place=CENTRE)

    def hatch(self, area: QRectF, token: str, gap: float) -> None:
        """Diagonal strokes for what is not known, outlined so that they read in grey as well."""
        colour = self.look.colour(token)
        self.painter.save()
        self.painter.setClipRect(area)
        self.painter.setPen(QPen(colour, max(1.0, gap / 4)))
        at = area.left() - area.height()
        while at < area.right():
            self.painter.drawLine(QPointF(at, area.bottom()), QPointF(at + area.height(), area.top()))
            at += gap
        self.painter.restore()
        self.painter.setPen(QPen(colour, 1))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))

    def bounds(self, area: QRectF, bar: Bar, token: str) -> None:
        """Solid is known, hatched is not stated, the mark is what the rule asks for."""
        px = self.look.px
        self.fill(area, "sunken")
        if self.look.name == "contrast":
            self.painter.setPen(QPen(self.look.colour("line"), 1))
            self.painter.setBrush(Qt.BrushStyle.NoBrush)
            self.painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
        known = QRectF(area.left(), area.top(), area.width() * bar.low, area.height())
        self.fill(known, token)
        if bar.high > bar.low:
            width = area.width() * (bar.high - bar.low)
            self.hatch(QRectF(known.right(), area.top(), width, area.height()), token, px(5))
        if bar.need is not None:
            at = area.left() + area.width() * bar.need
            self.fill(QRectF(at - px(2), area.top() - px(4), px(4), area.height() + px(8)), "surface")
            self.fill(QRectF(at - px(1), area.top() - px(4), px(2), area.height() + px(8)), "text")


class Painted(QAbstractButton):
    """A button that draws itself from the look."""

    enter_presses = True  # false where Enter goes on to what is round it
    writes = False  # true where a press changes the record

    def __init__(self, look: Look, text: str, *, key: str = "", note: str = "") -> None:
        super().__init__()
        self.look = look
        self.key = key
        self.note = note
        self.setText(text)
        self.setAccessibleName(f"{text} {note}".strip())
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFont(look.font("body"))

    @property
    def hovered(self) -> bool:
        """Whether the pointer is on it and it can be pressed."""
        return self.isEnabled() and self.underMouse()

    def say(self, note: str) -> None:
        """Change the fact it shows, for eyes and for screen readers."""
        if note != self.note:
            self.note = note
            self.setAccessibleName(f"{self.text()} {note}".strip())
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.enter_presses:
            self.click()
        else:
            super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        """A press only asks; what is on is decided by what comes back."""

    def ground(self) -> str:
        """The fill that says on, pointed at, or at rest."""
        return "accent_soft" if self.isChecked() else "sunken" if self.hovered else "surface"

    def border(self) -> tuple[str, float]:
        """The border that says on or focused, pointed at, or at rest."""
        if self.isChecked() or self.hasFocus():
            return "accent", 2
        return ("text" if self.hovered else "edge"), 1


def inner(area: QRect | QRectF, left: float, top: float, right: float, bottom: float) -> QRectF:
    """An area made smaller by its edges."""
    return QRectF(area).adjusted(left, top, -right, -bottom)
