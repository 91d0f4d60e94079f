"""An empty list: what belongs here, and the one button that adds it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel

from hrplanner.ui.look import Look
from hrplanner.ui.parts.buttons import button
from hrplanner.ui.parts.layout import Gap, Piece, Spring, column, frame, row
from hrplanner.ui.parts.text import paragraph, sign


def empty(
    look: Look, *, icon: str, what: str, why: str, verb: str = "", act: Callable[[], object] | None = None
) -> QFrame:
    """A card in the place of the list, its words centred."""
    pieces: list[Piece] = [
        Spring(),
        row(look, Spring(), sign(look, icon, token="muted", size=32), Spring()),
        _centred(paragraph(look, what, "section")),
        _centred(paragraph(look, why, "body", "muted")),
    ]
    if act is not None and verb:
        pieces += [Gap(4), row(look, Spring(), button(look, verb, act, kind="first", icon="plus"), Spring())]
    return frame("card", column(look, *pieces, Spring(), edges=(16, 16, 16, 16), gap=6))


def _centred(made: QLabel) -> QLabel:
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made
