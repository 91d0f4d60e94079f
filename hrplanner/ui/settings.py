"""What the window remembers between two starts: language, palette, size of text, the last book. No data of people."""

from dataclasses import dataclass
from pathlib import Path
from typing import cast

from PySide6.QtCore import QLocale, QSettings

from hrplanner.ui.look import LARGEST, SMALLEST
from hrplanner.ui.palettes import PaletteName
from hrplanner.words.languages import LANGUAGES, SCREEN_LANGUAGES

PALETTES = ("light", "dark", "contrast")
NAME = "hrplanner"
IDLE_MINUTES = (1, 5, 10, 15, 30, 0)
"""After which a sealed book is hidden; 0 is never."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How this computer shows the program."""

    language: str = "en"
    palette: PaletteName = "light"
    percent: int = 100
    last_book: Path | None = None
    idle_minutes: int = 5


def read_settings(palette: PaletteName) -> Settings:
    """What was remembered; a value that cannot be is left out. `palette` is what the desktop prefers."""
    stored = _stored()
    system = QLocale.system().name().split("_")[0]
    language = str(stored.value("language", system if system in SCREEN_LANGUAGES else "en"))
    name = str(stored.value("palette", palette))
    percent = str(stored.value("percent", "100"))
    idle = str(stored.value("idle_minutes", "5"))
    book = str(stored.value("last_book", ""))
    return Settings(
        language=language if language in LANGUAGES else "en",
        palette=cast("PaletteName", name) if name in PALETTES else palette,
        percent=min(LARGEST, max(SMALLEST, int(percent))) if percent.isdecimal() else 100,
        last_book=Path(book) if book else None,
        idle_minutes=int(idle) if idle in map(str, IDLE_MINUTES) else 5,
    )


def keep_settings(settings: Settings) -> None:
    """Remember; a computer that cannot write shows the program as new next time, which harms nobody."""
    stored = _stored()
    stored.setValue("language", settings.language)
    stored.setValue("palette", settings.palette)
    stored.setValue("percent", str(settings.percent))
    stored.setValue("idle_minutes", str(settings.idle_minutes))
    stored.setValue("last_book", str(settings.last_book or ""))
    stored.sync()


def _stored() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, NAME, NAME)
