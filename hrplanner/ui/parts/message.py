"""What happened, why and what is safe, and one button for what now: a band above what it is about."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from PySide6.QtWidgets import QFrame

from hrplanner.ui.look import Look
from hrplanner.ui.parts.buttons import bare, button
from hrplanner.ui.parts.layout import Wide, column, frame, row
from hrplanner.ui.parts.text import paragraph, sign

Tone = Literal["attention", "refused", "done"]
MARKS: Mapping[Tone, tuple[str, str]] = MappingProxyType(
    {"attention": ("attention", "unsure"), "refused": ("attention", "not_met"), "done": ("tick", "text")}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message in words; `verb` names the button that does what now."""

    what: str
    why: str = ""
    tone: Tone = "attention"
    verb: str = ""
    act: Callable[[], object] | None = None


def message_band(look: Look, message: Message, *, dismiss: str, close: Callable[[], object]) -> QFrame:
    """The band; it stays until it is dealt with or put away."""
    words = [paragraph(look, message.what, "strong")]
    if message.why:
        words.append(paragraph(look, message.why))
    icon, token = MARKS[message.tone]
    acts = [button(look, message.verb, message.act)] if message.act and message.verb else []
    made = frame(
        message.tone,
        row(
            look,
            sign(look, icon, token=token, size=20),
            Wide(column(look, *words, gap=2)),
            *acts,
            bare(look, "close", dismiss, close),
            edges=(16, 8, 8, 8),
            gap=12,
        ),
    )
    made.setAccessibleName(f"{message.what} {message.why}".strip())
    return made
