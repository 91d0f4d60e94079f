"""The packed program itself: built, moved to a folder with a difficult name, and used. Takes minutes, so on demand."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

pytestmark = [
    pytest.mark.skipif(
        os.environ.get("HRPLANNER_PACKAGE") != "1", reason="packs for minutes; HRPLANNER_PACKAGE=1 asks"
    ),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the folder of Linux"),
    pytest.mark.slow,
    pytest.mark.timeout(900),
]
LARGEST = 170_000_000
LARGEST_PACKED = 60_000_000
# A Python that was built by hand has often no library that could be packed; Debian's own has.
PYTHON = "/usr/bin/python3" if Path("/usr/bin/python3").exists() else sys.executable
PACK = [PYTHON, "dev.py", "package", "folder", "archive", "deb"]


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    subprocess.run(PACK, cwd=ROOT, check=True)
    packed = next((ROOT / "dist").glob("hrplanner-*-linux.tar.xz"))
    folder = tmp_path_factory.mktemp("stick") / "a stick" / "हाम्रो वडा"
    folder.mkdir(parents=True)
    shutil.unpack_archive(packed, folder, "xztar", filter="data")
    assert packed.stat().st_size < LARGEST_PACKED
    return next(folder.iterdir())


def test_the_folder_is_small_and_has_no_links(stick: Path) -> None:
    files = [path for path in stick.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < LARGEST
    assert not [path for path in stick.rglob("*") if path.is_symlink()]


def test_it_makes_minutes_that_can_be_verified(stick: Path, tmp_path: Path) -> None:
    program, made = str(stick / "hrplanner"), tmp_path / "नगर"
    clean = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LANG": "C.UTF-8"}
    subprocess.run([program, "demo", "--out", str(made)], env=clean, check=True, capture_output=True)
    check = [program, "verify", str(made / "minutes.pdf"), "--file", str(made / "practice.hrplan")]
    assert subprocess.run(check, env=clean, check=False, capture_output=True).returncode == 0


def test_the_first_meeting_goes_through_its_window(stick: Path) -> None:
    journey = [sys.executable, "-m", "pytest", "-q", "tests/journeys/test_first_meeting.py"]
    subprocess.run(
        journey, cwd=ROOT, env=os.environ | {"HRPLANNER_PROGRAM": str(stick / "hrplanner-window")}, check=True
    )


def test_two_runs_give_the_same_bytes(stick: Path) -> None:
    assert stick.is_dir()
    once = _digests()
    subprocess.run(PACK, cwd=ROOT, check=True)
    assert len(once) == 2 and _digests() == once


def test_every_part_has_its_licence(stick: Path) -> None:
    licences = stick / "licences"
    listed = (licences / "VERSIONS.txt").read_text(encoding="utf-8").splitlines()
    folders = {path.name for path in licences.iterdir() if path.is_dir()}
    assert {line.split()[0] for line in listed} == folders
    assert all(any(path.iterdir()) for path in licences.iterdir() if path.is_dir())
    assert (licences / "LGPL-3.txt").is_file() and (licences / "GPL-3.txt").is_file()
    fonts = stick / "_internal" / "hrplanner" / "resources" / "fonts"
    assert not [font for font in fonts.rglob("*.ttf") if not (font.parent / "OFL.txt").is_file()]


def _digests() -> dict[str, str]:
    made = [*(ROOT / "dist").glob("*.tar.xz"), *(ROOT / "dist").glob("*.deb")]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in made}
