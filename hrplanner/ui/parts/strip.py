"""The strip beside the page: each rule that applies, its verdict now and what would change it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from hrplanner.ui.icons import TONES
from hrplanner.ui.look import Look
from hrplanner.ui.parts.buttons import bare
from hrplanner.ui.parts.layout import Gap, Piece, Spring, Wide, clear, column, frame, hairline, holding, row, scrolled
from hrplanner.ui.parts.painted import LEFT, RIGHT, Brush
from hrplanner.ui.parts.text import figure, label, paragraph, sign
from hrplanner.viewmodels.bars import Bar
from hrplanner.viewmodels.strip_rows import Strip, StripRow

WIDTH = 304


class BoundsBar(QWidget):
    """The bar of a share, the threshold written under its mark as the rule has it."""

    def __init__(self, look: Look, bar: Bar, *, token: str, need: str, end: str, spoken: str) -> None:
        super().__init__()
        self._look, self._bar, self._token, self._need, self._end = look, bar, token, need, end
        self.setFixedHeight(look.row(32))
        self.setAccessibleName(spoken)

    def sizeHint(self) -> QSize:
        """As wide as the strip lets it."""
        return QSize(self._look.px(160), self._look.row(32))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Bar, mark, and the words below it."""
        brush, px = Brush(self._look, self), self._look.px
        brush.bounds(QRectF(0, px(4), self.width(), px(8)), self._bar, self._token)
        line = QRectF(0, px(15), self.width(), self._look.row(17))
        brush.write(line, self._end, role="caption", token="muted", place=RIGHT)
        if self._bar.need is None:
            return
        wide = QFontMetrics(self._look.font("caption")).horizontalAdvance(self._need) + 2
        at = min(max(0.0, self.width() * self._bar.need - wide / 2), self.width() - wide)
        brush.fill(QRectF(at - px(4), line.top() + 1, wide + px(8), line.height()), "surface")
        brush.write(QRectF(at, line.top(), wide, line.height()), self._need, role="caption", place=LEFT)


class Opened(QFrame):
    """A row of the strip; a click or Enter opens source, force and sentence of law."""

    def __init__(self, look: Look, shown: StripRow, *, opened: bool, toggle: Callable[[str], object]) -> None:
        super().__init__()
        self._rule, self._toggle, self._look = shown.rule, toggle, look
        box = _short(look, shown) if shown.short else _long(look, shown)
        for line in shown.more if opened else ():
            box.addWidget(paragraph(look, line, "caption", "muted"))
        self.setLayout(box)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{shown.word}. {shown.title}. {shown.fraction}. {shown.change}")
        self.setObjectName(f"rule-{shown.rule}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._toggle(self._rule)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """So does a click."""
        super().mouseReleaseEvent(event)
        self._toggle(self._rule)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            Brush(self._look, self).box(QRectF(self.rect()), border="accent", width=2, radius=4)


class StripColumn(QFrame):
    """The strip in its column, filled anew after every change."""

    def __init__(self, look: Look, strip: Strip) -> None:
        super().__init__()
        self._look = look
        self._strip = strip
        self._opened: frozenset[str] = frozenset()
        self.rows: list[Opened] = []
        self.setObjectName("strip")
        self.setFixedWidth(look.px(WIDTH))
        self._box = QVBoxLayout()
        self._box.setContentsMargins(look.px(16), look.px(10), look.px(16), look.px(4))
        self._box.setSpacing(look.px(4))
        self._area = scrolled(holding(self._box))
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        self._fill()

    def show_strip(self, strip: Strip) -> None:
        """Other findings; what was opened stays open."""
        before, self._strip = self._strip, strip
        if strip == before:
            return
        if strip.title == before.title and [(row.rule, row.short) for row in strip.rows] == [
            (row.rule, row.short) for row in before.rows
        ]:
            self._facts.setText(strip.facts)
            for at, (old, new) in enumerate(zip(before.rows, strip.rows, strict=True)):
                if old != new:
                    self._replace(at, new)
        else:
            self._fill()

    def _replace(self, at: int, shown: StripRow) -> None:
        """One row anew; the others stay as they are drawn."""
        old = self.rows[at]
        new = Opened(self._look, shown, opened=shown.rule in self._opened, toggle=self._toggle)
        self._box.replaceWidget(old, new)
        old.hide()
        old.deleteLater()
        new.show()
        self.rows[at] = new

    def _toggle(self, rule: str) -> None:
        self._opened = self._opened ^ {rule}
        self._fill()
        again = next((made for made in self.rows if made.objectName() == f"rule-{rule}"), None)
        if again is not None:
            again.show()  # a box shows its parts only when events come round, and the focus wants it now
            again.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, again, lambda: self._area.ensureWidgetVisible(again, 0, self._look.px(8)))

    def _fill(self) -> None:
        clear(self._box)
        self._facts = paragraph(self._look, self._strip.facts, "caption", "muted")
        pieces = _rows(self._look, self._strip, self._facts, self._opened, self._toggle)
        for piece in pieces:
            self._box.addWidget(piece)
        self.rows = [piece for piece in pieces if isinstance(piece, Opened)]
        self._box.addStretch(1)


def strip_line(look: Look, strip: Strip, *, tip: str, act: Callable[[], object]) -> QWidget:
    """The strip where there is no room for it: its verdicts in one line, and the button that opens it."""
    shown = strip.line[:1] if look.tight else strip.line
    pieces: list[Piece] = []
    for verdict, text in shown:
        pieces += [sign(look, verdict), label(look, text, "strong", TONES[verdict]), Gap(6)]
    return holding(row(look, *pieces, bare(look, "right", tip, act, kind=""), gap=6))


def _rows(
    look: Look, strip: Strip, facts: QWidget, opened: frozenset[str], toggle: Callable[[str], object]
) -> Sequence[QWidget]:
    made: list[QWidget] = [label(look, strip.title, "section"), facts]
    lined = False
    for shown in strip.rows:
        if not (shown.short and lined):
            made.append(hairline())
        lined = shown.short
        made.append(Opened(look, shown, opened=shown.rule in opened, toggle=toggle))
    if not strip.rows:
        made += [hairline(), paragraph(look, strip.nothing)]
    return made


def _long(look: Look, shown: StripRow) -> QBoxLayout:
    token = TONES[shown.verdict]
    first = row(
        look,
        sign(look, shown.verdict),
        Wide(paragraph(look, shown.word, "strong", token)),
        figure(look, shown.fraction, "strong"),
    )
    pieces: list[Piece] = [first, paragraph(look, shown.title)]
    if shown.bar is not None:
        spoken = f"{shown.fraction}, {shown.need_text}"
        pieces.append(BoundsBar(look, shown.bar, token=token, need=shown.need_text, end=shown.end_text, spoken=spoken))
    if shown.change:
        pieces.append(paragraph(look, shown.change, "caption"))
    return column(look, *pieces, edges=(2, 2, 2, 2), gap=2)


def _short(look: Look, shown: StripRow) -> QBoxLayout:
    line = row(
        look,
        column(look, sign(look, shown.verdict), Spring()),
        Wide(
            column(
                look,
                label(look, shown.word, "strong", TONES[shown.verdict]),
                paragraph(look, shown.title, "caption", "muted"),
                gap=0,
            )
        ),
    )
    return column(look, line, edges=(2, 2, 2, 2), gap=2)


def drawer(look: Look, strip: Strip) -> QFrame:
    """The strip in a frame of its own, for the narrow window where the line in the head opens it."""
    return frame("popup", column(look, StripColumn(look, strip), edges=(1, 1, 1, 1), gap=0))
