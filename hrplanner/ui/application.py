"""The application object: Fusion, our typefaces and palettes, Qt's own words from our catalogs."""

import os
from pathlib import Path

from PySide6.QtCore import QLocale, QLoggingCategory, Qt
from PySide6.QtWidgets import QApplication

from hrplanner.ui.fonts import load_fonts
from hrplanner.ui.look import Look
from hrplanner.ui.palettes import PaletteName
from hrplanner.ui.style import qt_palette, style_sheet

NAME = "hrplanner"


def make_application(arguments: list[str], fonts: Path) -> QApplication:
    """The one application of the process, before any window."""
    _prepare_input()
    # Noto Sans says it holds Bangla and Devanagari because it has their full stop; Qt then finds that it cannot shape
    # them, says so, and goes on to the right family.
    QLoggingCategory.setFilterRules("qt.text.font.db.info=false")
    app = QApplication(arguments)
    app.setApplicationName(NAME)
    app.setDesktopFileName(NAME)
    app.setStyle("Fusion")
    load_fonts(fonts)
    return app


def wear(app: QApplication, look: Look) -> None:
    """Put the look on everything Qt draws; widgets of our own are built anew by the window."""
    QLocale.setDefault(QLocale(look.language))
    app.setPalette(qt_palette(look))
    app.setFont(look.font("body"))
    app.setStyleSheet(style_sheet(look))


def palette_of_system(app: QApplication) -> PaletteName:
    """What the desktop prefers, as a hint for the first start only."""
    return "dark" if app.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"


def _prepare_input() -> None:
    # The wheels of PySide6 bring an input plugin for ibus and none for fcitx, which speaks the same protocol:
    # without this nobody on fcitx can type Korean or Nepali.
    if os.environ.get("QT_IM_MODULE", "").startswith("fcitx"):
        os.environ["QT_IM_MODULE"] = "ibus"
