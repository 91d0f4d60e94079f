"""The line at the foot: when the book was saved, which book it is, the language and the size of text."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from hrplanner.ui.look import Look
from hrplanner.ui.parts.buttons import Press, button
from hrplanner.ui.parts.layout import Gap, Piece, Wide, frame, row
from hrplanner.ui.parts.text import Elided, label, sign


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What the line says; `saved` is empty as long as nothing is open."""

    saved: str
    facts: str
    language: str
    size: str


def status_bar(
    look: Look, status: Status, *, choose_language: Callable[[], object], choose_size: Callable[[], object]
) -> QFrame:
    """The line; language and size open the menu where they are changed."""
    pieces: list[Piece] = []
    if status.saved:
        pieces += [sign(look, "met", size=14), label(look, status.saved, "caption_strong"), Gap(10)]
    pieces += [
        Wide(Elided(look, status.facts, "caption", "muted")),
        _small(look, "status-language", status.language, choose_language),
        _small(look, "status-size", status.size, choose_size),
    ]
    made = frame("status", row(look, *pieces, edges=(24, 0, 16, 0), gap=6))
    made.setFixedHeight(look.row(28))
    return made


def _small(look: Look, name: str, text: str, act: Callable[[], object]) -> Press:
    made = button(look, text, act, kind="plain")
    made.setObjectName(name)
    made.setFont(look.font("caption"))
    made.setStyleSheet(f"min-height: {look.row(24)}px; border-radius: {look.px(4)}px;")
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made
