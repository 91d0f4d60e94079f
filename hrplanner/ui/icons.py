"""Own drawings on a 20x20 grid: icons of one stroke, and the five marks of a verdict."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from hrplanner.ui.look import Look

ICONS = {
    "today": "M3.5 5h13v11.5h-13z M3.5 8.5h13 M7 3v3.5 M13 3v3.5 M7 12.5h2.5",
    "sessions": "M10 5.6C8 4.2 5.5 3.9 3 4.3v11c2.5-.4 5-.1 7 1.3 2-1.4 4.5-1.7 7-1.3v-11c-2.5-.4-5-.1-7 1.3z"
    " M10 5.6v11",
    "promises": "M5 17.5v-14h9.8l-2.3 3.7 2.3 3.8H5",
    "targets": "M3.5 6h9 M3.5 10h6 M3.5 14h9 M14.5 4v12",
    "bodies": "M10 4.5v4 M4.5 15.5v-3.5h11v3.5 M10 8.5v7 M3 15.5h3 M8.5 15.5h3 M14 15.5h3 M8 4.5h4",
    "overview": "M4 16.5v-5 M8 16.5v-9 M12 16.5v-7 M16 16.5v-12",
    "menu": "M3.5 5.5h13 M3.5 10h13 M3.5 14.5h13",
    "help": "M10 17.2a7.2 7.2 0 1 0 0-14.4 7.2 7.2 0 0 0 0 14.4z"
    " M7.8 8.1c.2-1.3 1.1-2 2.3-2 1.3 0 2.2.8 2.2 1.9 0 1.7-2.3 1.7-2.3 3.4 M10 13.6v.3",
    "undo": "M4 8h8.2a4 4 0 0 1 0 8H8 M7.4 4.5L3.9 8l3.5 3.5",
    "redo": "M16 8H7.8a4 4 0 0 0 0 8H12 M12.6 4.5L16.1 8l-3.5 3.5",
    "tick": "M4.5 10.5l3.7 3.7 7.3-8",
    "plus": "M10 4.5v11 M4.5 10h11",
    "minus": "M4.5 10h11",
    "down": "M5.5 8l4.5 4.5L14.5 8",
    "right": "M8 5.5l4.5 4.5L8 14.5",
    "back": "M12 5.5L7.5 10l4.5 4.5",
    "print": "M6 7.5v-4h8v4 M6 13.5H3.5v-6h13v6H14 M6 11.5h8v5H6z",
    "attention": "M10 3.5l7 12.5H3z M10 8.2v3.6 M10 13.7v.2",
    "clock": "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14z M10 6v4.2l2.8 1.8",
    "import": "M10 3.2v9.1 M6.6 9.2L10 12.5l3.4-3.3 M4 10.5v6h12v-6",
    "share": "M10 12.3V3.2 M6.6 6.5L10 3.2l3.4 3.3 M4 10.5v6h12v-6",
    "bin": "M4.5 6h11 M8 6V3.8h4V6 M6 6l.8 10.5h6.4L14 6",
    "close": "M5.5 5.5l9 9 M14.5 5.5l-9 9",
}
STROKE = (
    '<path d="{path}" fill="none" stroke="{colour}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>'
)
MARKS = {  # {colour} is the colour of the verdict, {ground} what lies behind it
    "met": '<circle cx="10" cy="10" r="8.5" fill="{colour}"/><path d="M6 10.4l2.8 2.8L14.2 7" fill="none"'
    ' stroke="{ground}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>',
    "not_met": '<rect x="1.8" y="1.8" width="16.4" height="16.4" rx="2" fill="{colour}"/>'
    '<path d="M6.4 6.4l7.2 7.2M13.6 6.4l-7.2 7.2" stroke="{ground}" stroke-width="2" stroke-linecap="round"/>',
    "cannot_determine": '<path d="M10 .9L19.1 10 10 19.1.9 10z" fill="none" stroke="{colour}" stroke-width="1.6"'
    ' stroke-linejoin="round"/><path d="M7.9 8.2c.2-1.2.9-1.9 2.1-1.9 1.2 0 2 .7 2 1.7 0 1.6-2 1.5-2 3M10 13.4v.2"'
    ' fill="none" stroke="{colour}" stroke-width="1.6" stroke-linecap="round"/>',
    "waived": '<circle cx="10" cy="10" r="7.8" fill="none" stroke="{colour}" stroke-width="1.6"/>'
    '<path d="M13.2 6.8l-6.4 6.4" stroke="{colour}" stroke-width="1.8" stroke-linecap="round"/>',
    "not_applicable": '<circle cx="10" cy="10" r="7.8" fill="none" stroke="{colour}" stroke-width="1.6"'
    ' stroke-dasharray="2.4 2.5"/><path d="M6.5 10h7" stroke="{colour}" stroke-width="1.8" stroke-linecap="round"/>',
}
TONES = {  # the token each verdict is drawn in; the shape says the same without colour
    "met": "met",
    "not_met": "not_met",
    "cannot_determine": "unsure",
    "waived": "muted",
    "not_applicable": "muted",
}
SHARPNESS = 2  # drawn at twice the size, so that it stays sharp on dense screens


def picture(look: Look, name: str, *, token: str = "text", size: int = 20, ground: str = "surface") -> QImage:
    """An icon or a verdict mark in one colour of the palette, `size` unscaled pixels wide."""
    return _draw(
        name, colour=getattr(look.colours, token), ground=getattr(look.colours, ground), side=look.px(size) * SHARPNESS
    )


def mark(look: Look, verdict: str, *, size: int = 16) -> QImage:
    """The mark of a verdict in its own colour."""
    return picture(look, verdict, token=TONES[verdict], size=size)


def pixmap(image: QImage) -> QPixmap:
    """The same picture as labels and buttons want it."""
    return QPixmap.fromImage(image)


def icon(look: Look, name: str, *, token: str = "text", size: int = 18) -> QIcon:
    """The same picture as actions and table cells want it; a disabled one is muted by the caller's token."""
    made = pixmap(picture(look, name, token=TONES.get(name, token), size=size))
    shown = QIcon(made)
    shown.addPixmap(made, QIcon.Mode.Selected)  # else a chosen row would tint the mark
    shown.addPixmap(pixmap(picture(look, name, token="muted", size=size)), QIcon.Mode.Disabled)
    return shown


@lru_cache(maxsize=512)
def _draw(name: str, *, colour: str, ground: str, side: int) -> QImage:
    body = MARKS.get(name, STROKE).format(path=ICONS.get(name, ""), colour=colour, ground=ground)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">{body}</svg>'
    made = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    made.setDevicePixelRatio(SHARPNESS)
    return made
