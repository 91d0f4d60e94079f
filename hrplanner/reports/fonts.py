"""Which fonts a language is printed in, and in which sizes: the type scale of the printed page.

The files are unmodified copies with their licences (`resources/fonts`); nothing is taken from the system, so that the
same record gives the same bytes on every computer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from hrplanner.model.errors import FileProblem
from hrplanner.places import resources
from hrplanner.reports.shaping import Face, Family, Pair
from hrplanner.words.languages import language

# A headline script hangs from its line: set lower by this share of its size, else it sticks to the rule above.
HANGING = 0.09

_FILES = {
    "Latn": ("NotoSans/NotoSans-Regular.ttf", "NotoSans/NotoSans-Bold.ttf"),
    "Deva": ("NotoSansDevanagari/NotoSansDevanagari-Regular.ttf", "NotoSansDevanagari/NotoSansDevanagari-Bold.ttf"),
    "Beng": ("NotoSansBengali/NotoSansBengali-Regular.ttf", "NotoSansBengali/NotoSansBengali-Bold.ttf"),
    "Kore": ("NanumGothic/NanumGothic.ttf", "NanumGothic/NanumGothicBold.ttf"),
}


@dataclass(frozen=True, slots=True)
class Type:
    """Size and leading in points; `weight` is "regular" or "bold"."""

    size: float
    leading: float
    weight: str = "regular"


# Every use of type on a page. Leading: 1.35 to 1.45 for Latin, 1.55 to 1.65 where marks stack above and below.
_LATIN: Mapping[str, Type] = MappingProxyType(
    {
        "title": Type(19, 25, "bold"),
        "subtitle": Type(11, 16),
        "heading": Type(12.5, 17, "bold"),
        "body": Type(10, 14.5),
        "label": Type(9, 14.5, "bold"),
        "table": Type(9, 12.5),
        "small": Type(8.5, 11.5),
        "fingerprint": Type(9.5, 13),
        "number": Type(30, 36, "bold"),
        "margin": Type(15, 24, "bold"),
        "across": Type(118, 177, "bold"),
    }
)
_STACKED: Mapping[str, Type] = MappingProxyType(
    {
        "title": Type(20, 32, "bold"),
        "subtitle": Type(11.5, 19),
        "heading": Type(13, 21, "bold"),
        "body": Type(10.5, 17),
        "label": Type(9.5, 17, "bold"),
        "table": Type(9.5, 15),
        "small": Type(9, 14),
        "fingerprint": Type(10, 16),
        "number": Type(30, 40, "bold"),
        "margin": Type(15, 24, "bold"),
        "across": Type(128, 192, "bold"),
    }
)


def family(code: str) -> Family:
    """The fonts of a language, its own script first, then all others."""
    return _family(language(code).script)


def scale(code: str) -> Mapping[str, Type]:
    """The type of every use on the page, for a language."""
    return _STACKED if language(code).script in ("Deva", "Beng") else _LATIN


def hanging(code: str) -> float:
    """How much lower than centred the text of a language stands, as a share of its size."""
    return HANGING if language(code).script in ("Deva", "Beng") else 0.0


def folder() -> Path:
    """Where the font files lie."""
    return resources() / "fonts"


@cache
def _family(script: str) -> Family:
    order = [script, *(other for other in _FILES if other != script)]
    return Family(*(_pair(each) for each in order))


@cache
def _pair(script: str) -> Pair:
    files = [folder() / name for name in _FILES[script]]
    for file in files:
        if not file.exists():
            raise FileProblem("fonts_missing", file=file.name, folder=str(folder()))
    regular, bold = files
    return Pair(Face(regular), Face(bold))
