"""The head of a page: title, one line of facts, state of the minutes; news, Undo and Redo at the right."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QWidget

from hrplanner.ui.look import Look
from hrplanner.ui.parts.buttons import Press, bare
from hrplanner.ui.parts.layout import Gap, Piece, Spring, column, frame, row
from hrplanner.ui.parts.text import Elided, label


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """A tool of the head by its icon; without an act it is disabled, and `tip` says why."""

    icon: str
    tip: str
    act: Callable[[], object] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What the head says."""

    title: str
    facts: str = ""
    pill: str = ""


def head(look: Look, heading: Heading, extra: Sequence[QWidget], tools: Sequence[Tool]) -> QFrame:
    """The whole head; `extra` are the page's actions, the strip in one line, or the news."""
    lines: list[Piece] = [Elided(look, heading.title, "title")]
    if heading.facts and not look.narrow:
        lines.append(Elided(look, heading.facts, "caption", "muted"))
    pieces: list[Piece] = [column(look, *lines, gap=0), Gap(8)]
    if heading.pill and not look.tight:
        pieces.append(_pill(look, heading.pill))
    pieces.append(Spring())
    made = frame(
        "head" if heading.pill else "body",
        row(look, *pieces, *extra, *(_tool(look, tool) for tool in tools), edges=(24, 5, 16, 3), gap=4),
    )
    made.setFixedHeight(look.row(54))
    return made


def _pill(look: Look, text: str) -> QWidget:
    made = label(look, text, "caption_strong")
    made.setObjectName("pill")
    made.setFixedHeight(look.row(24))
    return made


def _tool(look: Look, tool: Tool) -> Press:
    made = bare(look, tool.icon, tool.tip, tool.act or (lambda: None))
    made.setEnabled(tool.act is not None)
    made.setObjectName(f"tool-{tool.icon}")
    return made
