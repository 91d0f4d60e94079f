"""What hinders the window before there is one: no screen, or a library that the system lacks. Said in one sentence."""

import ctypes
import os
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

from hrplanner.entry import ahead_of_qt  # noqa: F401
from hrplanner.words.catalog import N_, Catalog

NO_DISPLAY = N_("There is no screen to show the window on. The same book can be worked on with: hrplanner --help")
NO_LIBRARY = N_("The window cannot open because this system lacks {library}.")
NO_REPLY = N_("The window cannot open because the screen {screen} does not answer.")
NO_X = N_(
    "The window cannot open because this desktop has Wayland without X. On Debian and Ubuntu, xwayland brings it."
)
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
# What shows a sentence without Qt, on desktops that have it.
BOXES = (("zenity", "--error", "--no-markup", "--text"), ("kdialog", "--error"), ("xmessage", "-center"))


def hindrance(catalog: Catalog) -> str | None:
    """One sentence, or None where the window can open."""
    if not has_display():
        return catalog.say(NO_DISPLAY)
    try:
        import_module("PySide6.QtWidgets")
        import_module("PySide6.QtSvg")
    except ImportError as problem:
        return catalog.say(NO_LIBRARY, library=_library_in(problem))
    return None


def refusal(catalog: Catalog, plugins: Path) -> str:
    """Why Qt, which was loaded, could not reach the screen: what its plugin lacks, or else the screen itself."""
    platforms = plugins / "platforms"
    if os.environ.get("WAYLAND_DISPLAY") and not os.environ.get("DISPLAY") and not any(platforms.glob("libqwayland*")):
        return catalog.say(NO_X)
    try:
        ctypes.CDLL(str(platforms / "libqxcb.so"))
    except OSError as problem:
        return catalog.say(NO_LIBRARY, library=_library_in(problem))
    return catalog.say(NO_REPLY, screen=next((os.environ[name] for name in SCREENS if os.environ.get(name)), ""))


def tell(sentence: str) -> None:
    """To the terminal; and in a box where the program was started from a menu, and anything can show one."""
    sys.stderr.write(f"{sentence}\n")
    box = next((words for words in BOXES if shutil.which(words[0])), None)
    if box is not None and has_display() and not sys.stderr.isatty():
        subprocess.run([*box, sentence], check=False, capture_output=True)


def has_display() -> bool:
    """Whether a window can be shown: always on Windows and macOS, elsewhere where a screen is named."""
    return sys.platform in {"win32", "darwin"} or any(os.environ.get(name) for name in SCREENS)


def _library_in(problem: Exception) -> str:
    return str(problem).partition(":")[0]
