"""The packed program itself: built, moved to a folder with a difficult name, and used. Takes minutes, so on demand."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

pytestmark = [
    pytest.mark.skipif(
        os.environ.get("HRPLANNER_PACKAGE") != "1", reason="packs for minutes; HRPLANNER_PACKAGE=1 asks"
    ),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the folder of Linux"),
    pytest.mark.slow,
    pytest.mark.timeout(3600),
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


def test_a_book_of_a_stranger_is_read_by_a_child_of_the_packed_program(stick: Path, tmp_path: Path) -> None:
    program, made = str(stick / "hrplanner"), tmp_path / "made"
    clean = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LANG": "C.UTF-8", "HRPLANNER_LANGUAGE": "en"}
    subprocess.run([program, "demo", "--out", str(made)], env=clean, check=True, capture_output=True)
    sound, altered = made / "practice.hrplan", tmp_path / "altered.hrplan"
    shutil.copyfile(sound, altered)
    with closing(sqlite3.connect(altered)) as connection:
        connection.execute("create trigger evil after insert on person begin delete from person; end")
    fresh = clean | {"HOME": str(tmp_path / "elsewhere")}
    looks = [program, "check", str(sound), "--session", "W5-2026-014"]
    assert subprocess.run(looks, env=fresh, check=False, capture_output=True).returncode in {0, 1}
    told = subprocess.run([program, "check", str(altered)], env=fresh, check=False, capture_output=True, text=True)
    assert told.returncode == 3 and "was changed by something other than this program" in told.stderr


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
