"""What hinders the window before there is one: no screen, or a library that the system lacks."""

import os
import sys
from importlib import import_module

from hrplanner.words.catalog import Catalog


def hindrance(catalog: Catalog) -> str | None:
    """One sentence, or None where the window can open."""
    if sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        return catalog.say("There is no screen here, so the window cannot open. hrplanner --help shows the commands.")
    try:
        import_module("PySide6.QtWidgets")
        import_module("PySide6.QtSvg")
    except ImportError as problem:
        library = str(problem).partition(":")[0]
        return catalog.say("The window cannot open because this system lacks {library}.", library=library)
    return None
