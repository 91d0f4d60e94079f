"""The three palettes as tokens, and how contrast is measured. No widget here."""

from dataclasses import dataclass
from typing import Literal

PaletteName = Literal["light", "dark", "contrast"]

WEIGHTS = (0.2126, 0.7152, 0.0722)  # how much red, green and blue add to brightness (WCAG 2.2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Colours by their use; `line` only separates, `edge` says "this can be used" and keeps 3:1."""

    window: str
    rail: str
    surface: str
    sunken: str
    line: str
    edge: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    met: str
    not_met: str
    unsure: str
    not_met_soft: str
    unsure_soft: str


LIGHT = Palette(
    window="#F6F6F4",
    rail="#EDEDEA",
    surface="#FFFFFF",
    sunken="#EFEFEC",
    line="#DFDFDA",
    edge="#84868D",
    text="#1B1C20",
    muted="#575962",
    accent="#2C4FA5",
    accent_hover="#213E86",
    accent_soft="#E5EBF8",
    on_accent="#FFFFFF",
    met="#0A6A62",
    not_met="#8F1D14",
    unsure="#856000",
    not_met_soft="#FAEAE6",
    unsure_soft="#FAF0D8",
)
DARK = Palette(
    window="#191A1D",
    rail="#131417",
    surface="#212327",
    sunken="#2C2E33",
    line="#383A40",
    edge="#7F828B",
    text="#ECEDEE",
    muted="#AEB1B9",
    accent="#A3BCFF",
    accent_hover="#C0D1FF",
    accent_soft="#2B3652",
    on_accent="#10131A",
    met="#62CDBB",
    not_met="#FF8673",
    unsure="#E7C063",
    not_met_soft="#42291F",
    unsure_soft="#3A311B",
)
CONTRAST = Palette(
    window="#000000",
    rail="#000000",
    surface="#000000",
    sunken="#262626",
    line="#FFFFFF",
    edge="#FFFFFF",
    text="#FFFFFF",
    muted="#FFFFFF",
    accent="#8CCBFF",
    accent_hover="#C2E3FF",
    accent_soft="#00304F",
    on_accent="#000000",
    met="#7CF2D0",
    not_met="#FF8F7A",
    unsure="#FFE14D",
    not_met_soft="#000000",
    unsure_soft="#000000",
)


def palette(name: PaletteName) -> Palette:
    """The colours of one palette."""
    return {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}[name]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours by WCAG 2.2, from 1 to 21."""
    high, low = sorted((_brightness(one), _brightness(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _brightness(colour: str) -> float:
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return sum(weight * share for weight, share in zip(WEIGHTS, linear, strict=True))
