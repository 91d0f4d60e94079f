"""The look in force: palette, text size, script and room. Colours live in `palettes`, drawings in `icons`."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QColor, QFont

from hrplanner.ui.palettes import Palette, PaletteName, palette

Role = Literal["caption", "caption_strong", "body", "strong", "section", "title", "tally"]
Space = Literal["wide", "narrow", "tight"]

TYPE: dict[Role, tuple[int, bool]] = {
    "caption": (12, False),
    "caption_strong": (12, True),
    "body": (13, False),
    "strong": (13, True),
    "section": (15, True),
    "title": (20, True),
    "tally": (40, True),
}
TALL_SCRIPTS = frozenset({"bn", "ne", "hi"})  # marks above and below the line: one pixel more type, two more in a row
FAMILIES = ("Noto Sans", "Noto Sans Bengali", "Noto Sans Devanagari", "NanumGothic")
NARROW = 1120  # below this width in unscaled pixels the rail shows icons and the strip one line in the head
TIGHT = 760  # below this one the line says only the worst verdict, and columns stack
SMALLEST, LARGEST = 80, 200  # text size in percent


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Everything a part needs to know before it draws itself."""

    name: PaletteName = "light"
    percent: int = 100
    language: str = "en"
    space: Space = "wide"

    @property
    def colours(self) -> Palette:
        """The tokens of the palette in force."""
        return palette(self.name)

    @property
    def narrow(self) -> bool:
        """Whether the rail is icons only and the strip a line in the head."""
        return self.space != "wide"

    @property
    def tight(self) -> bool:
        """Whether there is room for one column only."""
        return self.space == "tight"

    def px(self, size: float) -> int:
        """Pixels on screen for a size of the 8-px grid."""
        return round(size * self.percent / 100)

    def row(self, latin: int = 32) -> int:
        """Height of a table row or a chip in the script of this language."""
        return self.px(latin + (2 if self.language in TALL_SCRIPTS else 0))

    def colour(self, token: str) -> QColor:
        """One token as a colour to paint with."""
        return QColor(getattr(self.colours, token))

    def font(self, role: Role) -> QFont:
        """The type of a role, grown for tall scripts."""
        size, bold = TYPE[role]
        made = QFont(list(FAMILIES))
        made.setPixelSize(self.px(size + (self.language in TALL_SCRIPTS)))
        made.setBold(bold)
        return made


def space_for(width: int, percent: int) -> Space:
    """How a window this wide is laid out at this text size."""
    unscaled = width * 100 / percent
    return "tight" if unscaled < TIGHT else "narrow" if unscaled < NARROW else "wide"
