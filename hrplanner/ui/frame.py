"""The window's inside: rail, head, steps, band of messages, page, strip and status, each in a slot of its own."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget


class Slot(QWidget):
    """A place that holds one part, or none; the part before goes when the next one comes."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._box = QVBoxLayout(self)
        self.inset(0, 0)
        self._box.setSpacing(0)
        self.part: QWidget | None = None

    def inset(self, side: int, top: int) -> None:
        """Leave the part some room from the edges, in screen pixels."""
        self._box.setContentsMargins(side, top, side, 0)

    def put(self, part: QWidget | None) -> None:
        """Show this part from now on."""
        old, self.part = self.part, part
        if old is not None:
            old.hide()
            self._box.removeWidget(old)
            old.deleteLater()
        self.setVisible(part is not None)
        if part is not None:
            self._box.addWidget(part)
            part.show()  # a box shows its parts only when events come round, and the next key may come before


class Frame(QWidget):
    """All slots, in the order in which Tab goes through them: rail, head, steps, page, strip, status."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("window")
        self.rail, self.head, self.steps = Slot("rail-slot"), Slot("head-slot"), Slot("steps-slot")
        self.progress, self.message = Slot("progress-slot"), Slot("message-slot")
        self.page, self.strip, self.status = Slot("page-slot"), Slot("strip-slot"), Slot("status-slot")
        middle = QVBoxLayout()
        middle.addWidget(self.progress)
        middle.addWidget(self.message)
        middle.addWidget(self.page, 1)
        work = QHBoxLayout()
        work.addLayout(middle, 1)
        work.addWidget(self.strip)
        right = QVBoxLayout()
        right.addWidget(self.head)
        right.addWidget(self.steps)
        right.addLayout(work, 1)
        upper = QHBoxLayout()
        upper.addWidget(self.rail)
        upper.addLayout(right, 1)
        outer = QVBoxLayout(self)
        outer.addLayout(upper, 1)
        outer.addWidget(self.status)
        for box in (middle, work, right, upper, outer):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
