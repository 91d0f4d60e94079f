"""The typefaces of the four scripts, brought along so that no computer shows empty boxes."""

from pathlib import Path

from PySide6.QtGui import QFontDatabase

SUFFIXES = (".ttf", ".otf")


def load_fonts(folder: Path) -> int:
    """Make every typeface below the folder known to Qt; the number of files taken."""
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
    return sum(QFontDatabase.addApplicationFont(str(path)) >= 0 for path in files)
