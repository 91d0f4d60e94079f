"""How far a long job is, with its name, "n of m" and Cancel: a band above the page."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QProgressBar

from hrplanner.ui.look import Look
from hrplanner.ui.parts.buttons import button
from hrplanner.ui.parts.layout import Wide, row
from hrplanner.ui.parts.text import label


class Progress(QFrame):
    """Shown only while a job runs."""

    def __init__(self, look: Look, name: str, *, stop: str, act: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("card")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(name)
        self._said = label(look, "", "caption", "muted")
        cancel = button(look, stop, act)
        pieces = (label(look, name, "strong"), Wide(self._bar), self._said, cancel)
        self.setLayout(row(look, *pieces, edges=(16, 6, 8, 6), gap=12))

    def show_step(self, done: int, whole: int, said: str) -> None:
        """Where the job is; a whole of 0 is not known."""
        self._bar.setRange(0, whole)
        self._bar.setValue(done)
        self._said.setText(said)
