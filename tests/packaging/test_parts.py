"""What lies ready for packing agrees with the program: types, menu, icons, pins, licences."""

from __future__ import annotations

import configparser
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import dev
from hrplanner.entry.parts import packed
from hrplanner.entry.screen import refusal
from hrplanner.storage.file_format import APPLICATION_ID, EXTENSION
from hrplanner.viewmodels.tools import Part
from hrplanner.words.catalog import Catalog
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


def test_a_screen_that_does_not_answer_is_one_sentence() -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("only there a screen is named")
    told = _ours("nowhere.hrplan", DISPLAY=":7654", QT_QPA_PLATFORM="xcb")
    assert told.returncode == 3 and told.stdout == ""
    assert told.stderr == "The window cannot open because the screen :7654 does not answer.\n"


def test_a_library_that_the_system_lacks_is_named(tmp_path: Path) -> None:
    lacking = tmp_path / "PySide6"
    lacking.mkdir()
    (lacking / "__init__.py").write_text("")
    (lacking / "QtWidgets.py").write_text("raise ImportError('libGL.so.1: cannot open shared object file')")
    told = _ours(QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(tmp_path))
    assert (told.returncode, told.stdout) == (3, "")
    assert told.stderr == "The window cannot open because this system lacks libGL.so.1.\n"


def test_wayland_without_x_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.delenv("DISPLAY", raising=False)
    assert "has Wayland without X" in refusal(Catalog("en"), tmp_path)
    monkeypatch.setenv("DISPLAY", ":7")
    assert "libqxcb.so" in refusal(Catalog("en"), tmp_path)


def test_what_the_packed_folder_lists_is_shown_with_its_texts(tmp_path: Path) -> None:
    (tmp_path / "libfoo").mkdir()
    (tmp_path / "libfoo" / "copyright").write_text("Do as you like.")
    (tmp_path / "VERSIONS.txt").write_text("libfoo 1.2-3\n")
    assert packed(tmp_path) == [Part("libfoo", "1.2-3", (tmp_path / "libfoo" / "copyright",))]
    assert packed(tmp_path / "nowhere") == []


def test_every_library_of_the_desktop_has_its_package() -> None:
    libraries = " ".join(dev.LIBRARIES["system"].values()).split()
    assert len(libraries) == len(set(libraries))
    assert {"libGL.so.1", "libxcb.so.1", "libstdc++.so.6"} <= set(libraries)


def test_the_bundle_never_goes_over_something_else(tmp_path: Path) -> None:
    for name in ("install.py", "python-version.txt"):
        text = (
            (PACKAGING / name).read_text() if name.endswith(".py") else f"{sys.version_info[0]}.{sys.version_info[1]}"
        )
        (tmp_path / name).write_text(text)
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "one.txt").write_text("mine")
    line = [sys.executable, str(tmp_path / "install.py"), str(tmp_path / "letters")]
    told = subprocess.run(line, capture_output=True, text=True, check=False)
    assert told.returncode == 3 and "holds something else" in told.stdout
    assert [path.name for path in (tmp_path / "letters").iterdir()] == ["one.txt"]


def _ours(*words: str, **surroundings: str) -> subprocess.CompletedProcess[str]:
    screens = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in screens}
    line = [sys.executable, "-m", "hrplanner", *words]
    return subprocess.run(
        line,
        cwd=ROOT,
        env=environment | {"HRPLANNER_LANGUAGE": "en"} | surroundings,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def _pins(name: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", (PACKAGING / name).read_text(encoding="utf-8"), re.MULTILINE))
