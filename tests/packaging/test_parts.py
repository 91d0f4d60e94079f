"""What lies ready for packing agrees with the program: types, menu, icons, pins, licences."""

from __future__ import annotations

import configparser
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest

import dev
from hrplanner.storage.file_format import APPLICATION_ID, EXTENSION
from tests.architecture.source import ROOT

PACKAGING = ROOT / "packaging"
TYPES = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}


def test_a_book_is_known_by_its_ending_and_by_the_mark_inside() -> None:
    kind = ET.parse(PACKAGING / "linux" / "hrplanner.xml").find("m:mime-type", TYPES)
    assert kind is not None
    glob, mark = kind.find("m:glob", TYPES), kind.find("m:magic/m:match/m:match", TYPES)
    assert glob is not None and glob.get("pattern") == f"*{EXTENSION}"
    assert mark is not None and (mark.get("offset"), mark.get("type")) == ("68", "big32")
    assert int(mark.get("value", "0"), 16) == APPLICATION_ID


def test_the_menu_opens_the_window_on_that_type() -> None:
    menu = configparser.ConfigParser(interpolation=None)
    menu.optionxform = str  # type: ignore[assignment,method-assign]  # the names of this format have capitals
    menu.read(PACKAGING / "linux" / "hrplanner.desktop", encoding="utf-8")
    entry = menu["Desktop Entry"]
    kind = ET.parse(PACKAGING / "linux" / "hrplanner.xml").find("m:mime-type", TYPES)
    assert kind is not None and entry["MimeType"].rstrip(";") == kind.get("type")
    assert entry["Exec"].split()[0] == "hrplanner-window" and (PACKAGING / "linux" / "hrplanner-window").is_file()
    assert entry["Terminal"] == "false"


@pytest.mark.parametrize("drawing", ["hrplanner", "book"])
def test_the_icons_show_something(drawing: str) -> None:
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(48, 48, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(ROOT / "resources" / "icons" / f"{drawing}.svg")).render(painter)
    painter.end()
    colours = {image.pixel(across, down) for across in range(48) for down in range(48)}
    assert len(colours) > 4 and image.pixelColor(0, 0).alpha() == 0


def test_what_is_packed_is_what_is_tested() -> None:
    run, packed = (_pins(name) for name in ("requirements.lock", "requirements-package.lock"))
    qt = {name for name in run if dev.OF_QT.match(name)}
    assert {pin for pin in run.items() if pin[0] not in qt} <= packed.items()
    assert all(packed[name].startswith("6.9.") for name in qt)
    assert "pyinstaller" in packed


def test_the_window_needs_no_fewer_libraries_than_qt() -> None:
    assert dev.QT_LIBRARIES.items() < dev.WINDOW_LIBRARIES.items()


def test_version_names_every_part_that_matters() -> None:
    told = _ours("--version")
    assert told.returncode == 0
    assert re.fullmatch(r"hrplanner \S+\nfile format \d+\nSQLite 3\.\S+\nQt 6\.\S+\n", told.stdout)


def test_without_a_screen_there_is_one_sentence() -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("only there a screen may be missing")
    told = _ours("nowhere.hrplan")
    assert told.returncode == 3 and told.stdout == ""
    assert told.stderr.count("\n") == 1 and "no screen" in told.stderr


def _ours(*words: str) -> subprocess.CompletedProcess[str]:
    import os

    screens = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in screens} | {
        "HRPLANNER_LANGUAGE": "en"
    }
    line = [sys.executable, "-m", "hrplanner", *words]
    return subprocess.run(
        line, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def _pins(name: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", (PACKAGING / name).read_text(encoding="utf-8"), re.MULTILINE))
