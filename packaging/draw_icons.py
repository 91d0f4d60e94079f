"""`python packaging/draw_icons.py FOLDER`: our two drawings as PNGs in the sizes that desktops ask for."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWINGS = Path(__file__).resolve().parents[1] / "resources" / "icons"
SIZES = (16, 24, 32, 48, 64, 128, 256)


def draw(folder: Path) -> None:
    """Write `<size>/<drawing>.png`, and one file with all sizes for Windows and for macOS."""
    for drawing in sorted(DRAWINGS.glob("*.svg")):
        renderer = QSvgRenderer(str(drawing))
        for size in SIZES:
            image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
            image.fill(0)
            painter = QPainter(image)
            renderer.render(painter)
            painter.end()
            target = folder / str(size) / f"{drawing.stem}.png"
            target.parent.mkdir(parents=True, exist_ok=True)
            image.save(str(target))
        with Image.open(folder / "256" / f"{drawing.stem}.png") as largest:
            largest.save(folder / f"{drawing.stem}.ico", sizes=[(size, size) for size in SIZES])
            largest.save(folder / f"{drawing.stem}.icns")


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication(sys.argv[:1])
    draw(Path(sys.argv[1]))
