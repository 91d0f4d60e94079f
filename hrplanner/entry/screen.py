"""What hinders the window before there is one: no screen, or a library that the system lacks."""

import os
import sys
from importlib import import_module

from hrplanner.entry import ahead_of_qt  # noqa: F401
from hrplanner.words.catalog import N_, Catalog

NO_DISPLAY = N_("There is no screen to show the window on. The same book can be worked on with: hrplanner --help")


def hindrance(catalog: Catalog) -> str | None:
    """One sentence, or None where the window can open."""
    if not has_display():
        return catalog.say(NO_DISPLAY)
    try:
        import_module("PySide6.QtWidgets")
        import_module("PySide6.QtSvg")
    except ImportError as problem:
        library = str(problem).partition(":")[0]
        return catalog.say("The window cannot open because this system lacks {library}.", library=library)
    return None


def has_display() -> bool:
    """Whether a window can be shown: always on Windows and macOS, elsewhere where a screen is named."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform in {"win32", "darwin"} or any(os.environ.get(name) for name in named)
