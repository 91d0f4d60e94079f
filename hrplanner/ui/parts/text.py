"""Words and marks that only say something."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from hrplanner.ui import icons
from hrplanner.ui.look import Look, Role

FIRM = Qt.AlignmentFlag.AlignVCenter


def label(look: Look, text: str, role: Role = "body", tone: str = "text") -> QLabel:
    """One line of words."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)  # what people typed is never read as markup
    made.setFont(look.font(role))
    made.setProperty("tone", tone)
    return made


def paragraph(look: Look, text: str, role: Role = "body", tone: str = "text") -> QLabel:
    """Words that go on to the next line where there is no room."""
    made = label(look, text, role, tone)
    made.setWordWrap(True)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
    return made


def figure(look: Look, text: str, role: Role = "body", tone: str = "text") -> QLabel:
    """A number, flush right."""
    made = label(look, text, role, tone)
    made.setAlignment(Qt.AlignmentFlag.AlignRight | FIRM)
    return made


def sign(look: Look, name: str, *, token: str = "text", size: int = 16) -> QLabel:
    """An icon or a verdict mark beside the word that says the same."""
    made = QLabel()
    made.setPixmap(icons.pixmap(icons.picture(look, name, token=icons.TONES.get(name, token), size=size)))
    made.setFixedSize(look.px(size), look.px(size))
    return made


class Elided(QLabel):
    """One line that ends in dots where there is no room, with the whole of it in a tip."""

    def __init__(self, look: Look, text: str, role: Role, tone: str = "text") -> None:
        super().__init__()
        self._whole = text
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(look.font(role))
        self.setProperty("tone", tone)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._least = look.px(48)
        self._fit()

    def sizeHint(self) -> QSize:
        """As wide as all of it."""
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As narrow as a few letters and dots."""
        return QSize(min(self._least, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew at every width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(0, self.width())
        shown = QFontMetrics(self.font()).elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


def width_of(look: Look, text: str, role: Role) -> int:
    """Pixels that words take in a role."""
    return QFontMetrics(look.font(role)).horizontalAdvance(text)


def fixed(widget: QWidget, width: int) -> QWidget:
    """The same widget, kept at a width in screen pixels."""
    widget.setFixedWidth(width)
    return widget
