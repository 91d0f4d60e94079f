"""The menu at the foot of the rail: books, the book's own pages, language, size of text, colours."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from hrplanner.ui.look import Look

SIZES = (80, 90, 100, 110, 125, 150, 175, 200)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the menu; a chosen one has a mark."""

    text: str
    act: Callable[[], object]
    chosen: bool | None = None
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Lines that belong together; with a title they are a menu of their own."""

    entries: Sequence[Entry]
    title: str = ""


def menu(parent: QWidget, look: Look, parts: Sequence[Part]) -> QMenu:
    """The menu from its parts, with lines between those without a title."""
    made = QMenu(parent)
    made.setFont(look.font("body"))
    for at, part in enumerate(parts):
        if at:
            made.addSeparator()
        _pour(made.addMenu(part.title) if part.title else made, look, part)
    return made


def _pour(into: QMenu, look: Look, part: Part) -> None:
    into.setFont(look.font("body"))
    group = QActionGroup(into)
    for entry in part.entries:
        action = into.addAction(f"{entry.text}\t{entry.key}" if entry.key else entry.text)  # a key that is only shown
        _when_chosen(action.triggered.connect, entry.act)
        if entry.chosen is not None:
            action.setCheckable(True)
            action.setChecked(entry.chosen)
            group.addAction(action)


def _when_chosen(connect: Callable[[Callable[[bool], object]], object], act: Callable[[], object]) -> None:
    connect(lambda _: act())
